/** Everything that the frame says, both languages side by side. What went wrong before anything was shown, the desk says. */
import type { Language } from "../../words/languages.ts";
import { numberIn } from "../../words/speech.ts";

type Words = readonly [id: string, en: string];

/** `{name}` is filled in, a number as the language writes it. */
export type Say = (words: Words, values?: Readonly<Record<string, number>>) => string;

export function sayIn(language: Language): Say {
  return ([id, en], values = {}) =>
    (language === "id" ? id : en).replace(/\{(\w+)\}/gu, (whole, key: string) => {
      const value = values[key];
      return value === undefined ? whole : numberIn(value, language);
    });
}

export const WORDS = {
  picture: ["Gambar dari berkas ini", "The picture of this file"],
  fullSize: ["Tampilkan ukuran penuh", "Show full size"],
  fitWidth: ["Sesuaikan dengan lebar", "Fit to width"],
  cut: [
    "Hanya {n} MB pertama yang ditampilkan. Unduh berkas untuk membaca selebihnya.",
    "Only the first {n} MB is shown. Download the file to read the rest.",
  ],
  empty: ["Berkas ini kosong.", "This file is empty."],
  sound: ["Rekaman suara dari berkas ini", "The sound of this file"],
  video: ["Video dari berkas ini", "The video of this file"],
  previous: ["Halaman sebelumnya", "Previous page"],
  next: ["Halaman berikutnya", "Next page"],
  page: ["Halaman {n} dari {all}", "Page {n} of {all}"],
  smaller: ["Perkecil", "Zoom out"],
  larger: ["Perbesar", "Zoom in"],
  drawing: ["Halaman sedang digambar …", "Drawing the page …"],
  pageFailed: ["Halaman ini tidak dapat ditampilkan.", "This page cannot be shown."],
} as const satisfies Record<string, Words>;
