/** What is said of papers that prove something, in Indonesian. */

/** Of a ZIP that left an office. */
export const EXPORTS = {
  genuine: "Utuh dan asli: dibuat dan ditandatangani {name}, {day}.",
  unplaced: "Utuh; ditandatangani atas nama {name}, {day}. Belum dipastikan dari instansi mana.",
  what: "Isinya: {what}.",
  entries: "{n} isi dicocokkan dengan sidiknya.",
  compare:
    "Bandingkan dua belas kata ini dengan poster instansi, atau berikan --fingerprint. Tanpa itu hanya diketahui bahwa satu instansi membuatnya, bukan instansi yang mana:",
  inTrail:
    "{n} tindakan dalam kasus ini, ditandatangani pelakunya, terbukti tercatat dalam jejak yang menyebut dirinya {origin}.",
  writtenDown: "Pembuatan berkas ini tercatat sebagai entri ke-{entry} dalam jejak itu, {day}.",
  tied: "Baris lain di berkas ini yang dicatat dalam jejak itu: {n}. Tindakan tanpa baris di berkas ini: {others}.",
  compareKey:
    "Bahwa itu jejak audit instansi, bukan jejak buatan pembuat berkas sendiri, baru diketahui bila kunci ini dibandingkan dengan kunci instansi, seperti yang disebut segel audit verify: {key}",
  refused: "Berkas ini tidak dapat dipercaya.",
  badFingerprint: "--fingerprint berisi dua belas kata di poster, atau ke-64 tanda heksadesimalnya.",
  form: "Bukan ZIP sederhana seperti yang dibuat Segel: ada bagian tersembunyi, ganda, termampatkan, atau di luar isinya.",
  manifest: "Daftar isi (manifest.json) atau tanda tangannya tidak ada, atau rusak.",
  directory: "Daftar resmi anggota (directory.json) tidak ada, atau rusak.",
  missing: "Tidak ada: {name}",
  extra: "Tidak tercantum dalam daftar isi: {name}",
  changed: "Isinya lain daripada yang ditandatangani: {name}",
  sum: "Isinya sama dengan yang ditandatangani, tetapi jumlah periksa ZIP-nya (CRC-32) salah, sehingga program lain mungkin menganggapnya rusak: {name}",
  audit: "Bukti dari jejak audit tidak cocok: {name}",
  roots: "Daftar resmi anggota tidak ditandatangani kunci akarnya.",
  "other-directory": "Daftar resmi anggota bukan yang disebut dalam daftar isi.",
  "other-office": "Dibuat oleh instansi lain: sidik kunci akarnya berbeda.",
  "unknown-member": "Pembuatnya bukan anggota yang berlaku menurut daftar resmi.",
  signature: "Tanda tangan pembuatnya tidak cocok.",
} as const;

export const RECEIPTS = {
  asked: "Meminta tanda terima",
  issued: "Tanda terima:",
  genuine: "Asli: instansi ini menerima sesuatu pada {day} (daftar resmi versi {version}).",
  means: "Tanda terima tidak menyebutkan apa yang diterima, dari siapa, atau apakah benar.",
  hasLeft: "Penanda tangan tidak lagi bertugas. Siapa pun yang kini memegang kuncinya dapat membuat baris seperti ini.",
  malformed: "Ini bukan baris tanda terima, atau ada huruf yang keliru.",
  "other-office": "Bukan tanda terima instansi ini: daftar resmi yang disebut di dalamnya tidak dikenal.",
  "not-signed": "Tidak asli: tidak ditandatangani pemeriksa instansi ini.",
} as const;
