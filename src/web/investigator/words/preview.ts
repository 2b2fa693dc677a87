/** Sentences about looking at a file without opening it on this device. */
import type { Words, WordsFor } from "../speech.ts";
import type { PreviewEnd } from "../preview.tsx";

export const PREVIEW = {
  title: ["Pratinjau {name}", "Preview of {name}"],
  opening: ["Pratinjau sedang dibuka …", "Opening the preview …"],
  close: ["Tutup pratinjau", "Close the preview"],
  notThisType: ["Tidak ada pratinjau aman untuk jenis ini.", "There is no safe preview for this type."],
  tooManyBytes: ["Terlalu besar untuk dipratinjau.", "Too large for a preview."],
  failed: ["Berkas tidak dapat ditampilkan", "The file cannot be shown"],
} as const satisfies Record<string, Words>;

/** What happened, and that nothing is lost with it. */
export const PREVIEW_ENDS = {
  "too-large": [
    "Gambar ini terlalu besar untuk dibuka dengan aman di sini, atau ukurannya tidak masuk akal. Berkasnya tetap dapat diunduh.",
    "This picture is too large to be opened safely here, or its size makes no sense. The file can still be downloaded.",
  ],
  unreadable: [
    "Isinya rusak atau tidak seperti jenisnya. Berkasnya tetap dapat diunduh dan diperiksa dengan alat lain.",
    "Its content is damaged, or not what its type says. The file can still be downloaded and examined with other tools.",
  ],
  unplayable: [
    "Peramban ini tidak dapat memutarnya. Berkasnya tetap dapat diunduh dan diputar dengan alat lain.",
    "This browser cannot play it. The file can still be downloaded and played with other tools.",
  ],
  encrypted: [
    "Berkas ini terkunci dengan kata sandi. Mohon unduh, lalu buka dengan kata sandinya di perangkat yang aman.",
    "This file is closed with a password. Please download it and open it with its password on a safe device.",
  ],
  "too-slow": [
    "Membukanya terlalu lama, sehingga dihentikan. Berkasnya tetap dapat diunduh.",
    "Opening it took too long and was stopped. The file can still be downloaded.",
  ],
  silent: [
    "Pratinjau tidak menjawab lagi, sehingga ditutup. Berkasnya tetap dapat diunduh.",
    "The preview stopped answering and was closed. The file can still be downloaded.",
  ],
} as const satisfies WordsFor<PreviewEnd>;
