import type { RemovalGround } from "../../../../protocol/rules/interests.ts";

/** Jenis benturan kepentingan menurut PermenPANRB 17/2024, dan alasan lain untuk dikeluarkan. */
export const INTERESTS = {
  business: "Hubungan bisnis",
  family: "Hubungan keluarga",
  affiliation: "Afiliasi",
  "outside-work": "Pekerjaan di luar tugas",
  other: "Lainnya",
  named: "Disebut terlibat dalam laporan",
} as const satisfies Readonly<Record<RemovalGround, string>>;

/** Siapa yang membaca sebuah kasus: diberi akses, dikeluarkan, dan riwayatnya. */

export const READERS = {
  title: "Pembaca kasus",
  sealed: "sejak laporan masuk",
  given: "diberi akses {day} oleh {name}",
  notValid: "tidak aktif; tidak mendapat kunci baru",
  lead: "Yang menentukan ialah catatan bertanda tangan, bukan daftar di server.",
  grant: "Beri akses kepada rekan",
  remove: "Keluarkan pembaca",
  history: "Riwayat pembaca",
  byRecovery: "membuka dengan kunci pemulihan {day}",
  recovered: "{day}: {by} membuka kasus dengan kunci pemulihan",
  granted: "{day}: {by} memberi akses kepada {names}",
  removed: "{day}: {by} mengeluarkan {names}",
  invalid: "Tidak sah dan tidak berlaku",
  untold:
    "Pelapor belum diberi tahu kunci baru. Muat lagi kasus ini; selama belum, tidak ada yang dapat dikirim kepadanya.",
  grantLead:
    "Rekan itu membaca seluruh kasus: laporan, percakapan, catatan, dan berkas, juga yang lama. Yang sudah dibacanya tidak dapat ditarik kembali.",
  who: "Rekan",
  again: "Sudah tercatat, tetapi tidak dapat membukanya: beri lagi",
  choose: "Pilih rekan",
  nobody: "Tidak ada rekan lain yang boleh membaca kasus ini.",
  notGiven:
    "Orang yang dikecualikan Pelapor, pemegang kunci identitas, dan anggota yang tidak aktif tidak dapat dipilih.",
  removeLead: "Mereka yang tinggal mendapat kunci baru. Tulisan sesudah ini tidak terbaca oleh yang dikeluarkan.",
  does: "Yang tetap terjadi",
  keeps: "Yang sudah dibaca atau disimpannya tetap ada padanya.",
  until: "Sampai Pelapor membaca pemberitahuan kunci baru, pesan Pelapor masih dapat dibacanya.",
  forged:
    "Dengan bantuan server, anggota yang masih ada dalam daftar resmi dapat memalsukan pemberitahuan kunci kepada Pelapor. Jika Anda tidak mempercayainya, mintalah administrator mengeluarkannya juga dari daftar resmi.",
  self: "Anda mengeluarkan diri sendiri: kasus ini tidak dapat Anda buka lagi, kecuali seorang rekan memberi akses kembali.",
  noLead:
    "Setelah itu tidak ada penanggung jawab kasus di antara pembacanya. Beri dahulu akses kepada penanggung jawab yang tidak terlibat: {names}. Kasus lalu naik kepadanya.",
  noLeadAtAll:
    "Tidak ada penanggung jawab lain di kantor ini yang tidak terlibat. Kasus ini tidak boleh diputus di sini: usulkan penerusan ke inspektorat yang lebih tinggi.",
  whom: "Yang dikeluarkan",
  interest: "Mengapa tidak boleh menangani",
  noInterest: "Alasan lain (cuti, pindah tugas)",
  reason: "Alasan",
  reasonHint: "Dibaca para pembaca kasus, tidak oleh Pelapor. Misalnya: benturan kepentingan, pindah tugas.",
  reasonMissing: "Alasan belum diisi. Satu kalimat cukup.",
  whoMissing: "Belum ada yang dipilih.",
  doGrant: "Beri akses",
  doRemove: "Keluarkan",
  busy: "Menyimpan …",
  cancel: "Batal",
  left: "Anda tidak lagi membaca kasus ini.",
  leftText: "Rekan Anda melanjutkannya dengan kunci baru. Kembalilah ke daftar kasus.",
  "interests-altered": "Pernyataan kepentingan Anda yang ditunjukkan server tidak sah: peringatan dapat luput.",
  "interests-older": "Server menunjukkan pernyataan kepentingan Anda yang lama: peringatan dapat luput.",
  openedThough: "{day}: {name} membuka kasus ini meskipun menyatakan kepentingan ({kind})",
  ownInterests: "Kepentingan saya",
  conflict: "Seorang rekan lebih dahulu mengubah kasus ini. Periksa siapa yang kini membacanya, lalu coba lagi.",
} as const;
