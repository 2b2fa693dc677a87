/** Sentences about looking at a file without opening it on this device. */
import type { Words, WordsFor } from "../parts/speech.ts";
import type { PreviewEnd } from "../files/preview.tsx";

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
    "Gambar ini terlalu besar untuk dibuka dengan aman di sini, atau ukuran yang disebutnya tidak masuk akal. Berkas ini tetap dapat diunduh dan dibuka di komputer terpisah.",
    "This picture is too large to be opened safely here, or its stated dimensions are not plausible. It can still be downloaded and opened on a separate computer.",
  ],
  unreadable: [
    "Isinya rusak atau tidak sesuai dengan jenisnya. Berkas ini tetap dapat diunduh dan dibuka di komputer terpisah.",
    "Its content is damaged, or not what its type says. It can still be downloaded and opened on a separate computer.",
  ],
  unplayable: [
    "Peramban ini tidak dapat memutarnya. Berkas ini tetap dapat diunduh dan diputar di komputer terpisah.",
    "This browser cannot play it. It can still be downloaded and played on a separate computer.",
  ],
  encrypted: [
    "Berkas ini terkunci dengan kata sandi. Mohon unduh, lalu buka dengan kata sandinya di komputer terpisah.",
    "This file is locked with a password. Please download it and open it with its password on a separate computer.",
  ],
  "too-slow": [
    "Membukanya terlalu lama, sehingga dihentikan. Berkas ini tetap dapat diunduh dan dibuka di komputer terpisah.",
    "Opening it took too long and was stopped. It can still be downloaded and opened on a separate computer.",
  ],
  silent: [
    "Pratinjau tidak menjawab lagi, sehingga ditutup. Berkas ini tetap dapat diunduh dan dibuka di komputer terpisah.",
    "The preview stopped answering and was closed. It can still be downloaded and opened on a separate computer.",
  ],
} as const satisfies WordsFor<PreviewEnd>;
