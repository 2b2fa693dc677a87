/** What files tell beside their content. */
import type { FindingKind } from "../../../evidence/findings.ts";
import type { Words, WordsFor } from "../speech.ts";

export const FINDING_NAMES: WordsFor<FindingKind> = {
  location: ["lokasi", "place"],
  time: ["waktu", "time"],
  device: ["perangkat", "device"],
  author: ["nama penulis", "author"],
  software: ["program", "software"],
  thumbnail: ["gambar kecil", "small picture"],
  comment: ["komentar", "comments"],
  caption: ["keterangan", "captions"],
  "serial-number": ["nomor seri", "serial numbers"],
  "maker-notes": ["catatan pabrikan", "maker’s notes"],
  "edit-history": ["riwayat suntingan", "history of changes"],
  "trailing-data": ["data di belakang isi", "data behind the content"],
  "hidden-content": ["isi tersembunyi", "hidden content"],
  "embedded-file": ["berkas di dalamnya", "files inside"],
  script: ["skrip", "scripts"],
  "outside-link": ["tautan keluar", "links to the outside"],
  other: ["data lain", "other data"],
};

export const HIDDEN = {
  looking: ["Mencari data tersembunyi …", "Looking for hidden data …"],
  removed: ["Dihapus dari salinan yang dikirim: {kinds}.", "Removed from the copy that is sent: {kinds}."],
  remaining: ["Masih ada di dalamnya: {kinds}.", "Still in it: {kinds}."],
  nothing: ["Tidak ada data tersembunyi yang kami temukan.", "We found no hidden data."],
  notLooked: [
    "Data tersembunyi pada jenis ini tidak dapat dihapus di sini.",
    "Hidden data cannot be removed from this type here.",
  ],
  asItIs: ["Dikirim apa adanya, dengan semua data di dalamnya.", "Sent as it is, with all data in it."],
  sendAsItIs: ["Kirim apa adanya", "Send as it is"],
  sendAsItIsLabel: ["Kirim apa adanya: {name}", "Send as it is: {name}"],
  sendCleaned: ["Hapus data tersembunyi", "Remove hidden data"],
  sendCleanedLabel: ["Hapus data tersembunyi: {name}", "Remove hidden data: {name}"],
  visible: [
    "Bagian yang terlihat, dan nama berkas, tidak diubah: periksa sendiri sebelum dikirim.",
    "What can be seen, and the name of the file, stay as they are: please check them before sending.",
  ],
} as const satisfies Record<string, Words>;
