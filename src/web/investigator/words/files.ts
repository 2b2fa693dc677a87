/** Sentences about files: those of a case, and those that an answer brings. */
import type { Words } from "../speech.ts";

export const FILES = {
  bytes: ["{n} bita", "{n} bytes", "{n} byte"],
  kilobytes: ["{n} kB", "{n} kB"],
  megabytes: ["{n} MB", "{n} MB"],
  gigabytes: ["{n} GB", "{n} GB"],

  announced: ["Lampiran laporan", "Files of the report"],
  announcedHint: [
    "Berkas menyusul laporan. Yang sudah tiba dapat diunduh di percakapan.",
    "Files follow the report. Those that have come can be downloaded in the conversation.",
  ],
  come: ["Sudah tiba", "Has come"],
  notCome: ["Belum tiba", "Has not come yet"],
  someNotCome: [
    "{n} berkas belum tiba. Pelapor mungkin masih mengirimnya, atau pengirimannya terputus.",
    "{n} files have not come yet. The reporter may still be sending them, or the sending was cut short.",
    "One file has not come yet. The reporter may still be sending it, or the sending was cut short.",
  ],
  unnamed: ["(tanpa nama)", "(no name)"],
  claimedType: ["{type} menurut pengirim", "{type} as the sender says"],

  download: ["Unduh", "Download"],
  leavesVault: [
    "Berkas yang diunduh keluar dari brankas; simpan hanya di tempat yang diizinkan.",
    "What you download leaves the vault; keep it only where you are allowed to.",
  ],
  opening: ["Mengambil dan memeriksa: {done} dari {all}", "Fetching and checking: {done} of {all}"],
  cancel: ["Batalkan", "Cancel"],
  cancelled: ["Dibatalkan. Tidak ada yang disimpan.", "Cancelled. Nothing was saved."],
  saved: ["Utuh. Disimpan dengan nama", "Whole. Saved under the name"],
  fingerprint: ["Sidik berkas (SHA-256)", "Fingerprint of the file (SHA-256)"],
  copy: ["Salin lengkap", "Copy in full"],
  copied: ["Tersalin.", "Copied."],
  notCopied: ["Tidak dapat disalin.", "Could not be copied."],

  attach: ["Lampirkan berkas", "Attach files"],
  attached: ["Berkas yang akan dikirim", "Files to be sent"],
  remove: ["Lepas", "Remove"],
  limits: [
    "Paling banyak {n} berkas dalam satu kasus, masing-masing paling besar {size}. Pelapor dapat mengunduhnya.",
    "At most {n} files in one case, each of at most {size}. The reporter can download them.",
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
  retrying: ["Dicoba lagi dengan sendirinya.", "It is tried again by itself."],
  removeLabel: ["Lepas {name}", "Remove {name}"],
} as const satisfies Record<string, Words>;
