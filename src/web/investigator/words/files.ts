/** Sentences about files: those of a case, and those that an answer brings. */
import type { Words } from "../parts/speech.ts";

export const FILES = {
  title: ["Lampiran {n}", "Attachments {n}"],
  hint: [
    "Jenis, sidik, dan peringatan diketahui setelah berkas diambil dan diperiksa. Pratinjau tidak menjalankan isi berkas. Berkas yang diunduh keluar dari brankas; simpan hanya di tempat yang diizinkan.",
    "Type, fingerprint and warnings are known once a file has been fetched and checked. The preview runs nothing that is in a file. What you download leaves the vault; keep it only where you are allowed to.",
  ],
  none: ["Kasus ini belum memiliki lampiran.", "This case has no files yet."],
  notCome: ["Belum tiba.", "Not arrived yet."],
  notComeHint: [
    "Disebut dalam laporan. Pelapor mungkin masih mengirimnya, atau pengirimannya terputus.",
    "Named in the report. The reporter may still be sending it, or the sending was cut short.",
  ],
  withMessage: ["pesan {day}", "message of {day}"],
  withMessageLabel: ["Ke pesan {day} yang membawa {name}", "To the message of {day} that brought {name}"],
  checkAll: ["Periksa semua", "Check all"],
  checking: ["Memeriksa berkas ke-{at} dari {n}", "Checking file {at} of {n}"],
  checkLarger: [
    "{n} berkas besar diperiksa satu per satu, dengan tombolnya masing-masing.",
    "{n} large files are checked one by one, each with its own button.",
    "One large file is checked with its own button.",
  ],
  zipAll: ["Unduh semua (ZIP)", "Download all (ZIP)"],
  zipRunning: ["Menyusun ZIP: {done} dari {all}", "Writing the ZIP: {done} of {all}"],
  zipTooLarge: [
    "Peramban ini menyusun ZIP di memori, paling besar {limit}; lampiran kasus ini {size}. Mohon unduh satu per satu.",
    "This browser can build a ZIP of at most {limit}; this case's files come to {size}. Please download them one by one.",
  ],
  zipSaved: [
    "{n} berkas utuh dan tersimpan dalam {name}, bersama daftar sidiknya.",
    "{n} files are intact and saved in {name}, with the list of their fingerprints.",
    "One file is intact and saved in {name}, with its fingerprint.",
  ],
  zipAbsent: ["Tidak disertakan:", "Not included:"],
  absentDamaged: ["rusak atau telah ditukar", "damaged or replaced"],
  absentMissing: ["tidak ada lagi di server", "no longer on the server"],
  absentNotCome: ["belum tiba", "not arrived yet"],

  unnamed: ["(tanpa nama)", "(no name)"],
  empty: ["Berkas kosong", "Empty file"],
  claimedType: ["Menurut pengirim: {type}", "According to the sender: {type}"],

  download: ["Unduh", "Download"],
  preview: ["Pratinjau", "Preview"],
  check: ["Periksa", "Check"],
  downloadInstead: [
    "Berkas ini dapat diunduh dan dibuka di komputer terpisah.",
    "It can be downloaded and opened on a separate computer.",
  ],
  previousFile: ["Berkas sebelumnya", "Previous file"],
  nextFile: ["Berkas berikutnya", "Next file"],
  close: ["Tutup", "Close"],
  warnings: ["Peringatan", "Warnings"],
  opening: ["Mengambil dan memeriksa: {done} dari {all}", "Fetching and checking: {done} of {all}"],
  cancel: ["Batalkan", "Cancel"],
  cancelled: ["Dibatalkan. Tidak ada yang disimpan.", "Cancelled. Nothing was saved."],
  saved: ["Utuh. Disimpan dengan nama", "Intact. Saved as"],
  fingerprint: ["Sidik berkas (SHA-256)", "Fingerprint of the file (SHA-256)"],
  copy: ["Salin sidik", "Copy fingerprint"],
  copied: ["Tersalin.", "Copied."],
  notCopied: ["Tidak dapat disalin.", "Could not be copied."],

  attach: ["Lampirkan berkas", "Attach files"],
  attached: ["Berkas yang akan dikirim", "Files to be sent"],
  remove: ["Lepas", "Remove"],
  limits: [
    "Paling banyak {n} berkas dalam satu kasus, masing-masing paling besar {size}. Pelapor akan dapat mengunduh berkas yang Anda kirim.",
    "At most {n} files in one case, each of at most {size}. The reporter will be able to download what you send.",
  ],
  tooLarge: ["Tidak dilampirkan, karena lebih besar dari {size}:", "Not attached, being larger than {size}:"],
  tooMany: [
    "Tidak dilampirkan, karena kasus ini paling banyak memuat {n} berkas:",
    "Not attached, because a case takes at most {n} files:",
  ],
  sending: ["Mengunci dan mengirim berkas: {done} dari {all}", "Locking and sending files: {done} of {all}"],
  stay: [
    "Pesan terkirim setelah semua berkas sampai. Jika Anda meninggalkan kasus ini, pengiriman berhenti dan dapat dilanjutkan.",
    "The message is sent when all files have arrived. If you leave this case the sending stops, and can be continued.",
  ],
  stop: ["Hentikan", "Stop"],
  stopped: [
    "Dihentikan. Pesan belum terkirim; yang sudah sampai tidak perlu dikirim ulang.",
    "Stopped. The message has not been sent; what has arrived need not be sent again.",
  ],
  removeLabel: ["Lepas {name}", "Remove {name}"],
} as const satisfies Record<string, Words>;
