/** What is said of files in Indonesian. */
import type { FileType, Warning } from "../../../../evidence/types.ts";

/** Sentences about files: those of a case, and those that an answer brings. */
export const FILES = {
  title: "Lampiran {n}",
  hint: "Jenis, sidik, dan peringatan diketahui setelah berkas diambil dan diperiksa. Pratinjau tidak menjalankan isi berkas. Berkas yang diunduh keluar dari brankas; simpan hanya di tempat yang diizinkan.",
  none: "Kasus ini belum memiliki lampiran.",
  notCome: "Belum tiba.",
  notComeHint: "Disebut dalam laporan. Pelapor mungkin masih mengirimnya, atau pengirimannya terputus.",
  withMessage: "pesan {day}",
  withMessageLabel: "Ke pesan {day} yang membawa {name}",
  checkAll: "Periksa semua",
  checking: "Memeriksa berkas ke-{at} dari {n}",
  checkLarger: "{n} berkas besar diperiksa satu per satu, dengan tombolnya masing-masing.",
  zipAll: "Unduh semua (ZIP)",
  zipRunning: "Menyusun ZIP: {done} dari {all}",
  zipTooLarge:
    "Peramban ini menyusun ZIP di memori, paling besar {limit}; lampiran kasus ini {size}. Mohon unduh satu per satu.",
  zipSaved: "{n} berkas utuh dan tersimpan dalam {name}, bersama daftar sidiknya.",
  zipAbsent: "Tidak disertakan:",
  absentDamaged: "rusak atau telah ditukar",
  absentMissing: "tidak ada lagi di server",
  absentNotCome: "belum tiba",

  unnamed: "(tanpa nama)",
  empty: "Berkas kosong",
  claimedType: "Menurut pengirim: {type}",

  download: "Unduh",
  preview: "Pratinjau",
  check: "Periksa",
  downloadInstead: "Berkas ini dapat diunduh dan dibuka di komputer terpisah.",
  previousFile: "Berkas sebelumnya",
  nextFile: "Berkas berikutnya",
  close: "Tutup",
  warnings: "Peringatan",
  opening: "Mengambil dan memeriksa: {done} dari {all}",
  cancel: "Batalkan",
  cancelled: "Dibatalkan. Tidak ada yang disimpan.",
  saved: "Utuh. Disimpan dengan nama",
  fingerprint: "Sidik berkas (SHA-256)",
  copy: "Salin sidik",
  copied: "Tersalin.",
  notCopied: "Tidak dapat disalin.",

  attach: "Lampirkan berkas",
  attached: "Berkas yang akan dikirim",
  remove: "Lepas",
  limits:
    "Paling banyak {n} berkas dalam satu kasus, masing-masing paling besar {size}. Pelapor akan dapat mengunduh berkas yang Anda kirim.",
  tooLarge: "Tidak dilampirkan, karena lebih besar dari {size}:",
  tooMany: "Tidak dilampirkan, karena kasus ini paling banyak memuat {n} berkas:",
  sending: "Mengunci dan mengirim berkas: {done} dari {all}",
  stay: "Pesan terkirim setelah semua berkas sampai. Jika Anda meninggalkan kasus ini, pengiriman berhenti dan dapat dilanjutkan.",
  stop: "Hentikan",
  stopped: "Dihentikan. Pesan belum terkirim; yang sudah sampai tidak perlu dikirim ulang.",
  removeLabel: "Lepas {name}",
} as const;

/** The list in a ZIP, which says each line in all languages. */
export const SUMS = {
  check: "Periksa dengan: {command}",
  damaged: "TIDAK DISERTAKAN, rusak atau ditukar",
  missing: "TIDAK DISERTAKAN, tidak ada di server",
  "not-come": "TIDAK DISERTAKAN, belum tiba",
} as const;

/** What files tell beside their content. */
export const HIDDEN = {
  looking: "Mencari data tersembunyi …",
  removed: "Dihapus dari salinan yang dikirim: {kinds}.",
  remaining: "Masih ada di dalamnya: {kinds}.",
  nothing: "Tidak ditemukan data tersembunyi dari jenis yang kami kenal.",
  notCleaned: "{reason}. Akan dikirim apa adanya.",
  asItIs: "Dikirim apa adanya, dengan semua data di dalamnya.",
  sendAsItIs: "Kirim apa adanya",
  sendAsItIsLabel: "Kirim apa adanya: {name}",
  sendCleaned: "Hapus data tersembunyi",
  sendCleanedLabel: "Hapus data tersembunyi: {name}",
  visible: "Bagian yang terlihat, dan nama berkas, tidak diubah: mohon diperiksa sebelum dikirim.",
} as const;

/** What the content of a file is called, and what each warning means and asks for. */
export const TYPE_NAMES = {
  jpeg: "Gambar JPEG",
  png: "Gambar PNG",
  webp: "Gambar WebP",
  gif: "Gambar GIF",
  heic: "Gambar HEIC",
  avif: "Gambar AVIF",
  bmp: "Gambar BMP",
  tiff: "Gambar TIFF",
  mp4: "Video MP4",
  mov: "Video QuickTime",
  matroska: "Video Matroska atau WebM",
  avi: "Video AVI",
  m4a: "Rekaman suara M4A",
  mp3: "Rekaman suara MP3",
  wav: "Rekaman suara WAV",
  ogg: "Rekaman Ogg",
  flac: "Rekaman suara FLAC",
  amr: "Rekaman suara AMR",
  aac: "Rekaman suara AAC",
  pdf: "Dokumen PDF",
  docx: "Dokumen Word",
  xlsx: "Lembar kerja Excel",
  pptx: "Presentasi PowerPoint",
  docm: "Dokumen Word bermakro",
  xlsm: "Lembar kerja Excel bermakro",
  pptm: "Presentasi PowerPoint bermakro",
  odt: "Dokumen OpenDocument",
  ods: "Lembar kerja OpenDocument",
  odp: "Presentasi OpenDocument",
  ole: "Dokumen Office lama",
  msg: "Surel Outlook",
  eml: "Surel",
  rtf: "Dokumen RTF",
  html: "Halaman web (HTML)",
  svg: "Gambar SVG",
  xml: "Dokumen XML",
  postscript: "Dokumen PostScript",
  "openpgp-text": "Kunci atau tanda tangan PGP",
  text: "Teks",
  zip: "Arsip ZIP",
  rar: "Arsip RAR",
  "7z": "Arsip 7z",
  gzip: "Arsip gzip",
  tar: "Arsip tar",
  bzip2: "Arsip bzip2",
  xz: "Arsip xz",
  age: "Berkas terkunci (age)",
  openpgp: "Berkas terkunci (PGP)",
  elf: "Program Linux",
  pe: "Program Windows",
  "mach-o": "Program macOS",
  java: "Program Java atau Android",
  script: "Skrip",
  desktop: "Pintasan Linux",
  lnk: "Pintasan Windows",
  url: "Pintasan internet",
  unknown: "Jenis tidak dikenal",
} as const satisfies Readonly<Record<FileType, string>>;

/** What it is, and what to do. */
export const WARNING_WORDS = {
  macro: {
    title: "Berisi makro.",
    advice:
      "Makro adalah program. Jika perlu dibuka, buka hanya di komputer terpisah, dan jangan mengizinkan makronya.",
  },
  program: {
    title: "Ini program, bukan dokumen.",
    advice: "Jangan dijalankan. Serahkan kepada petugas keamanan siber bila isinya perlu diperiksa.",
  },
  archive: {
    title: "Ini arsip: berkas lain ada di dalamnya.",
    advice: "Isinya tidak diperiksa di sini. Ekstrak hanya di komputer terpisah.",
  },
  "type-does-not-match-name": {
    title: "Isi berkas tidak sesuai dengan namanya.",
    advice: "Ini dapat berupa kekeliruan, dapat juga penyamaran. Percayai jenis yang tertulis di sini, bukan namanya.",
  },
  "active-content": {
    title: "Berisi bagian yang berjalan sendiri.",
    advice:
      "Jika dibuka di program lain, berkas ini dapat menjalankan skrip atau menghubungi internet. Buka hanya di komputer terpisah tanpa sambungan jaringan.",
  },
  "sealed-archive": {
    title: "Terkunci dengan kata sandi atau kunci pengirimnya.",
    advice:
      "Segel tidak dapat membukanya, jadi isinya tidak dapat diperiksa. Mintalah kata sandi atau kuncinya kepada pengirimnya melalui percakapan ini, jangan melalui jalur lain.",
  },
} as const satisfies Readonly<Record<Warning, { readonly title: string; readonly advice: string }>>;

/** Sentences about looking at a file without opening it on this device. */
export const PREVIEW = {
  title: "Pratinjau {name}",
  opening: "Pratinjau sedang dibuka …",
  close: "Tutup pratinjau",
  notThisType: "Tidak ada pratinjau aman untuk jenis ini.",
  tooManyBytes: "Terlalu besar untuk dipratinjau.",
  failed: "Berkas tidak dapat ditampilkan",
} as const;

/** What happened, and that nothing is lost with it. */
export const PREVIEW_ENDS = {
  "too-large":
    "Gambar ini terlalu besar untuk dibuka dengan aman di sini, atau ukuran yang disebutnya tidak masuk akal. Berkas ini tetap dapat diunduh dan dibuka di komputer terpisah.",
  unreadable:
    "Isinya rusak atau tidak sesuai dengan jenisnya. Berkas ini tetap dapat diunduh dan dibuka di komputer terpisah.",
  unplayable: "Peramban ini tidak dapat memutarnya. Berkas ini tetap dapat diunduh dan diputar di komputer terpisah.",
  encrypted: "Berkas ini terkunci dengan kata sandi. Mohon unduh, lalu buka dengan kata sandinya di komputer terpisah.",
  "too-slow":
    "Membukanya terlalu lama, sehingga dihentikan. Berkas ini tetap dapat diunduh dan dibuka di komputer terpisah.",
  silent:
    "Pratinjau tidak menjawab lagi, sehingga ditutup. Berkas ini tetap dapat diunduh dan dibuka di komputer terpisah.",
} as const;
