/** What files tell beside their content. */
import type { Words } from "../parts/speech.ts";

export const HIDDEN = {
  looking: ["Mencari data tersembunyi …", "Looking for hidden data …"],
  removed: ["Dihapus dari salinan yang dikirim: {kinds}.", "Removed from the copy that is sent: {kinds}."],
  remaining: ["Masih ada di dalamnya: {kinds}.", "Still inside: {kinds}."],
  nothing: [
    "Tidak ditemukan data tersembunyi dari jenis yang kami kenal.",
    "No hidden data of the kinds we know was found.",
  ],
  notCleaned: ["{reason}. Akan dikirim apa adanya.", "{reason}. It will be sent as it is."],
  asItIs: ["Dikirim apa adanya, dengan semua data di dalamnya.", "Sent as it is, with all data in it."],
  sendAsItIs: ["Kirim apa adanya", "Send as it is"],
  sendAsItIsLabel: ["Kirim apa adanya: {name}", "Send as it is: {name}"],
  sendCleaned: ["Hapus data tersembunyi", "Remove hidden data"],
  sendCleanedLabel: ["Hapus data tersembunyi: {name}", "Remove hidden data: {name}"],
  visible: [
    "Bagian yang terlihat, dan nama berkas, tidak diubah: mohon diperiksa sebelum dikirim.",
    "What can be seen, and the name of the file, stay as they are: please check them before sending.",
  ],
} as const satisfies Record<string, Words>;
