/** What files tell beside their content. */
import type { Words } from "../speech.ts";

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
