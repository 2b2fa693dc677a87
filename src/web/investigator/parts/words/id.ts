/** What is said around every screen in Indonesian. */
import type { Doubt } from "../../../../protocol/law/rule.ts";

/** Header, locking, asking before something is lost, keys. */
export const FRAME = {
  trail: "Jejak audit",
  caseTrail: "Riwayat tindakan",
  caseFile: "Buat berkas kasus …",
  saveList: "Unduh daftar …",
  product: "Segel",
  vaultOpen: "Terkunci sendiri dalam {time}",
  minutes: "{n} menit",
  account: "Akun saya",
  notices: "Pemberitahuan",
  announced: "Segel: ada yang baru",
  lockNow: "Kunci sekarang",
  signOut: "Keluar",
  skip: "Langsung ke isi",
  close: "Tutup",
  tryAgain: "Coba lagi",

  silentTitle: "Server belum menjawab.",
  silentText: "Yang Anda ketik tetap ada. Sudah {n} detik tanpa jawaban; ditunggu paling lama {most} detik lagi.",
  silentNow: "Berhenti menunggu",
  soonTitle: "Brankas terkunci dalam {time}",
  soonNothing: "Tidak ada tulisan yang akan hilang.",
  soonTexts:
    "{n} tulisan yang belum dikirim akan disegel di halaman ini dan kembali setelah Anda masuk lagi di sini. Berkas yang sudah dipilih perlu dipilih ulang.",
  stayOpen: "Tetap terbuka",

  leaveTitle: "Ada tulisan yang belum dikirim",
  leaveText:
    "{n} tulisan belum dikirim ke Pelapor atau disimpan. Jika Anda keluar, tulisan itu hilang. Jika brankas hanya dikunci, tulisan itu disegel dan kembali setelah Anda masuk lagi di halaman ini.",
  leaveBack: "Kembali ke tulisan",
  leaveSignOut: "Buang tulisan dan keluar",
  leaveWhere: "Tulisan itu ada di kasus:",

  keysTitle: "Tombol papan ketik",
  keysMove: "pindah baris",
  keysOpen: "buka kasus",
  keysAssign: "tugaskan",
  keysClaim: "ambil",
  keysPick: "pilih",
  keysLabel: "label",
  keysSearch: "cari",
  keysBack: "kosongkan pencarian, kembali ke daftar",
  keysNeighbours: "kasus sebelumnya, berikutnya",
  keysHelp: "daftar tombol ini",
  keysAll: "semua tombol",
  keysSingle: "Pakai tombol satu huruf (J, K, X, T, A, L, /, ?, P, N)",
  keysSingleHint: "Matikan jika Anda memakai pengenal suara. Mengirim dan menyimpan tidak punya tombol singkat.",

  entryEndsTitle: "Entri Anda dalam daftar resmi berakhir dalam {n} hari",
  entryEndsToday: "Entri Anda dalam daftar resmi berakhir dalam sehari",
  entryEndsText:
    "Setelah itu Anda tidak dapat masuk, dan laporan baru tidak disegel untuk Anda. Mohon sampaikan kepada administrator agar entri itu diperpanjang dalam daftar resmi berikutnya.",
  roleWished: "Peran baru menunggu tanda tangan Anda",
  roleWishedText:
    "Seorang rekan mengusulkannya. Tidak ada yang berubah sebelum Anda dan pemegang kunci akar menandatangani.",
  keyDue: "Sudah waktunya kunci baru untuk membuka laporan",
  keyDueText: "Kunci diganti setiap tahun. Kunci lama tetap membuka laporan yang lama.",
  ownKeys: "Lihat kunci dan peran saya",
  directoryRunsOut: "Daftar resmi berlaku {n} hari lagi, sampai {day}",
  directoryRunsOutToday: "Daftar resmi berakhir dalam sehari, pada {day}",
  directoryRunsOutText:
    "Setelah itu tidak ada yang dapat mengirim laporan atau masuk. Mohon sampaikan kepada administrator agar daftar resmi yang baru segera ditandatangani.",
  firstUseTitle: "Pertama kali di perangkat ini",
  firstUseText:
    "Seperti pada setiap kali pertama masuk di sebuah perangkat, di sini belum ada catatan tentang daftar resmi, sehingga daftar yang lebih lama tidak akan ketahuan hari ini. Mulai sekarang perangkat ini mengingatnya. Jika Anda pernah masuk di perangkat ini, tanyakan kepada administrator mengapa catatannya hilang.",
  understood: "Mengerti",

  noCaseworkTitle: "Peran Anda tidak membuka kasus",
  noCaseworkText: "Anda masuk sebagai {roles}. Laporan hanya disegel untuk pemeriksa dan penanggung jawab kasus.",
} as const;

/** Where one is at the desk, in its header. */
export const PLACES = {
  title: "Bagian",
  cases: "Kasus",
  figures: "Rekapitulasi",
  evaluation: "Evaluasi",
} as const;

/** In grey, where a screen rests on a rule that may not hold. */
export const RULE_NOTES = {
  unconfirmed: "Belum dipastikan dari teks peraturannya: {sources}.",
  old: "Terakhir dibaca lebih dari setahun lalu, mungkin sudah berubah: {sources}.",
  ended: "Sudah tidak berlaku: {sources}.",
} as const satisfies Readonly<Record<Doubt, string>>;

/** Who has written. */
export const AUTHORS = {
  reporter: "Pelapor",
  you: "Anda",
  unknown: "Penulis tidak dikenal",
} as const;
