/** Akun sendiri: faktor kedua, sesi, enam kata, dan faktor kedua rekan. */

export const ACCOUNT = {
  title: "Akun saya",
  firstTitle: "Pasang faktor kedua",
  firstLead:
    "Enam kata saja belum cukup di kantor ini. Pasang kode dari aplikasi atau passkey lebih dahulu; sesudah itu kasus dapat dibuka.",
  goOn: "Lanjut ke ruang kerja",
} as const;

export const FACTORS = {
  title: "Faktor kedua",
  lead: "Selain enam kata, masuk memerlukan salah satu dari ini. Dua dianjurkan: jika satu hilang, yang lain masih ada.",
  none: "Belum ada faktor kedua.",
  code: "Kode dari aplikasi",
  passkey: "Passkey di {place}",
  opensVault: "Membuka brankas di perangkat tempat dipasang",
  addedOn: "Dipasang {day}",
  remove: "Hapus",
  removeSure: "Ya, hapus",
  removeBack: "Batal",
  removed: "Faktor kedua itu dihapus.",
  addCode: "Tambah kode dari aplikasi",
  addPasskey: "Tambah passkey",
  noPasskeys: "Passkey tidak dapat dipakai di peramban atau alamat ini.",
  scan: "Pindai gambar ini dengan aplikasi autentikator di ponsel Anda, lalu isikan kode pertama.",
  scanLabel: "Kode QR rahasia untuk aplikasi autentikator",
  typed: "Tanpa kamera, ketik rahasia ini di aplikasi:",
  firstCode: "Kode pertama dari aplikasi",
  firstCodeMissing: "Isikan enam angka.",
  confirm: "Pasang",
  cancel: "Batal",
  codeAdded: "Kode dari aplikasi terpasang.",
  passkeyLead:
    "Peramban akan bertanya sampai tiga kali: satu kali untuk membuat passkey, dua kali untuk memeriksa apakah passkey itu dapat membuka brankas. Passkey berlaku untuk alamat ini saja; alamat onion memerlukan passkey sendiri.",
  making: "Peramban menunggu passkey Anda.",
  passkeyOpens:
    "Passkey terpasang. Mulai sekarang passkey itu membuka brankas di perangkat ini; enam kata tetap berlaku.",
  passkeyOnly:
    "Passkey terpasang sebagai faktor kedua. Passkey ini tidak dapat membuka brankas; enam kata tetap diperlukan.",
  passkeyDiffers:
    "Passkey terpasang sebagai faktor kedua saja: nilai rahasianya berubah di antara dua pemeriksaan, jadi tidak dipakai untuk membuka brankas.",
  noPasskey: "Passkey tidak dibuat.",
  noPasskeyText: "Permintaan dibatalkan, atau perangkat ini sudah memegang passkey Anda. Tidak ada yang berubah.",
  resetTitle: "Penyetelan ulang diminta, berlaku mulai {day}",
  resetAsked: "Satu rekan meminta penyetelan ulang; belum berlaku.",
  resetText:
    "Mulai hari itu semua faktor kedua Anda dihapus pada saat Anda masuk. Jika bukan Anda yang meminta, hentikan.",
  stopReset: "Hentikan penyetelan ulang",
  resetStopped: "Penyetelan ulang dihentikan.",
} as const;

export const SESSIONS = {
  title: "Sesi",
  lead: "Di mana Anda sedang masuk. Yang dicatat hanya harinya, bukan perangkat atau alamat.",
  begun: "Sejak {day}",
  this: "sesi ini",
  end: "Akhiri",
  ended: "Sesi itu berakhir.",
  endOthers: "Akhiri semua sesi lain",
  othersEnded: "Semua sesi lain berakhir.",
  limits:
    "Sesi berakhir sendiri setelah 12 jam, atau setelah 30 menit tanpa kegiatan. Kapan terakhir dipakai tidak dicatat, jadi sesi yang sudah berakhir begitu masih tertera sampai esok hari.",
} as const;

export const WAYS = {
  words: "dengan enam kata",
  code: "dengan kode",
  passkey: "dengan passkey",
} as const;

export const NEW_WORDS = {
  title: "Enam kata",
  lead: "Enam kata dibuat oleh program ini, tidak dipilih sendiri. Kata yang baru membuka brankas yang sama; kata yang lama tidak berlaku lagi.",
  limit:
    "Jika orang lain mungkin sudah mengetahui kata yang lama dan memegang salinan basis data, kata baru saja tidak cukup: ganti semua kunci Anda di atas.",
  make: "Ganti enam kata",
  write: "Tulis enam kata ini di kertas dan simpan terpisah dari perangkat. Kata ini tidak ditampilkan lagi.",
  others: "Buat kata lain",
  written: "Sudah saya tulis",
  askBack: "Kata ke-{n}",
  askBackLead: "Isikan dua kata dari kertas Anda.",
  askBackWrong: "Kata itu tidak sama dengan yang ditampilkan. Lihat kembali kertas Anda.",
  current: "Enam kata yang sekarang",
  save: "Ganti sekarang",
  saveHint: "Semua sesi berakhir, juga yang ini. Tulisan yang belum dikirim disegel di halaman ini.",
  back: "Lihat kata lagi",
  cancel: "Batal",
} as const;

export const COLLEAGUES = {
  title: "Faktor kedua rekan",
  lead: "Jika seorang rekan kehilangan faktor kedua, dua penanggung jawab atau administrator meminta penyetelan ulang. Setelah satu hari penuh ia dapat memasang yang baru. Pastikan dahulu dengan suara atau bertemu langsung bahwa ia yang meminta.",
  who: "Rekan",
  factors: "Faktor kedua",
  counted: "{codes} kode, {passkeys} passkey",
  none: "tidak ada",
  signedIn: "Terakhir masuk",
  never: "belum pernah",
  ask: "Minta penyetelan ulang",
  askFor: "Minta penyetelan ulang untuk {name}",
  asked: "Anda sudah meminta; satu rekan lagi diperlukan",
  goesOn: "Berlaku mulai {day}",
  sure: "Ya, minta",
  back: "Batal",
} as const;

export const OWN_KEYS = {
  title: "Kunci dan peran saya",
  since: "Laporan disegel untuk kunci Anda sejak {since}. Kunci baru dianjurkan mulai {due}.",
  due: "Kunci Anda untuk membuka laporan berasal dari {since}. Sejak {due} sudah waktunya kunci baru.",
  wished: "Rekan mengusulkan peran baru untuk Anda: {roles}",
  wishedText:
    "Hanya Anda yang dapat menandatanganinya, di perangkat ini. Sesudah itu pemegang kunci akar memutuskan; sebelum mereka menandatangani tidak ada yang berubah.",
  sign: "Tanda tangani peran itu",
  decline: "Tolak",
  waiting: "Sudah Anda tanda tangani, menunggu pemegang kunci akar. Peran: {roles}",
  readAloud: "Dua belas kata {use} yang baru. Bacakan kepada yang menyusun permintaan.",
  save: "Simpan sebagai berkas",
  takeBack: "Tarik kembali",
  replacing: "Semua kunci Anda sedang diganti dan menunggu pemegang kunci akar.",
  replacingText:
    "Kunci barunya ada di perangkat tempat penggantian itu dimulai. Jika bukan Anda yang memulainya, tarik kembali dan beri tahu penanggung jawab.",
  renewText:
    "Kunci baru untuk membuka laporan dibuat di brankas Anda dan ditandatangani di sini. Ini berakhir pada permintaan kepada pemegang kunci akar. Sesudah terbit, laporan baru disegel untuk kunci baru; kunci lama tetap membuka laporan yang lama.",
  renew: "Buat kunci baru",
  old: "Kunci lama di brankas Anda: {n}. Kunci lama dapat dimusnahkan jika tidak ada lagi kasus terbuka yang memerlukannya.",
  destroy: "Periksa dan musnahkan kunci lama",
  looking: "Memeriksa kasus terbuka: {done} dari {of}.",
  destroyed: "Kunci lama yang dimusnahkan: {n}.",
  noneDestroyed: "Belum ada kunci lama yang dapat dimusnahkan.",
  mayCome: "Satu kunci tetap disimpan sampai {day}: laporan dalam berkas tersegel masih dapat datang untuknya.",
  openCases:
    "Satu kunci tetap disimpan: {n} kasus masih memerlukannya. Kasus itu masih terbuka, atau sudah selesai tetapi belum Anda buka lagi sejak itu.",
  identities: "Satu kunci tetap disimpan: identitas Pelapor disegel untuknya ketika Anda kustodian.",
  replace: "Ganti semua kunci karena mungkin diketahui orang lain",
  replaceText:
    "Untuk perangkat yang dicuri, atau jika Anda curiga. Semua kunci, brankas, dan enam kata dibuat baru di perangkat ini. Ini berakhir pada permintaan kepada pemegang kunci akar; sampai daftar baru terbit, enam kata lama tetap berlaku. Jika tidak dapat menunggu, selesaikan dahulu di sini, lalu minta dua penanggung jawab atau administrator menangguhkan Anda. Sesudahnya rekan memberi kasus terbuka kunci baru dalam satu putaran.",
  replaceBegin: "Mulai mengganti kunci",
  replaceEnd: "Ganti semua kunci",
  replaced: "Kunci baru menunggu di perangkat ini.",
  replacedText:
    "Bacakan kata-kata di bawah kepada yang menyusun permintaan. Sampai daftar resmi yang memuatnya terbit, masuklah dengan enam kata lama. Sesudah itu masuklah di perangkat ini dengan enam kata baru. Jangan hapus data peramban ini sebelumnya.",
  understood: "Mengerti",
} as const;
