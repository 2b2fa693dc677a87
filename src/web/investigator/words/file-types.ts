/** What the content of a file is called, and what each warning means and asks for. */
import type { FileType, Warning } from "../../../evidence/types.ts";
import type { Words, WordsFor } from "../parts/speech.ts";

export const TYPE_NAMES: WordsFor<FileType> = {
  jpeg: ["Gambar JPEG", "JPEG picture"],
  png: ["Gambar PNG", "PNG picture"],
  webp: ["Gambar WebP", "WebP picture"],
  gif: ["Gambar GIF", "GIF picture"],
  heic: ["Gambar HEIC", "HEIC picture"],
  avif: ["Gambar AVIF", "AVIF picture"],
  bmp: ["Gambar BMP", "BMP picture"],
  tiff: ["Gambar TIFF", "TIFF picture"],
  mp4: ["Video MP4", "MP4 video"],
  mov: ["Video QuickTime", "QuickTime video"],
  matroska: ["Video Matroska atau WebM", "Matroska or WebM video"],
  avi: ["Video AVI", "AVI video"],
  m4a: ["Rekaman suara M4A", "M4A sound"],
  mp3: ["Rekaman suara MP3", "MP3 sound"],
  wav: ["Rekaman suara WAV", "WAV sound"],
  ogg: ["Rekaman Ogg", "Ogg sound or video"],
  flac: ["Rekaman suara FLAC", "FLAC sound"],
  amr: ["Rekaman suara AMR", "AMR sound"],
  aac: ["Rekaman suara AAC", "AAC sound"],
  pdf: ["Dokumen PDF", "PDF document"],
  docx: ["Dokumen Word", "Word document"],
  xlsx: ["Lembar kerja Excel", "Excel workbook"],
  pptx: ["Presentasi PowerPoint", "PowerPoint presentation"],
  docm: ["Dokumen Word bermakro", "Word document with macros"],
  xlsm: ["Lembar kerja Excel bermakro", "Excel workbook with macros"],
  pptm: ["Presentasi PowerPoint bermakro", "PowerPoint presentation with macros"],
  odt: ["Dokumen OpenDocument", "OpenDocument text"],
  ods: ["Lembar kerja OpenDocument", "OpenDocument spreadsheet"],
  odp: ["Presentasi OpenDocument", "OpenDocument presentation"],
  ole: ["Dokumen Office lama", "Old Office document"],
  msg: ["Surel Outlook", "Outlook mail"],
  eml: ["Surel", "Mail"],
  rtf: ["Dokumen RTF", "RTF document"],
  html: ["Halaman web (HTML)", "Web page (HTML)"],
  svg: ["Gambar SVG", "SVG drawing"],
  xml: ["Dokumen XML", "XML document"],
  postscript: ["Dokumen PostScript", "PostScript document"],
  "openpgp-text": ["Kunci atau tanda tangan PGP", "PGP key or signature"],
  text: ["Teks", "Text"],
  zip: ["Arsip ZIP", "ZIP archive"],
  rar: ["Arsip RAR", "RAR archive"],
  "7z": ["Arsip 7z", "7z archive"],
  gzip: ["Arsip gzip", "gzip archive"],
  tar: ["Arsip tar", "tar archive"],
  bzip2: ["Arsip bzip2", "bzip2 archive"],
  xz: ["Arsip xz", "xz archive"],
  age: ["Berkas terkunci (age)", "Locked file (age)"],
  openpgp: ["Berkas terkunci (PGP)", "Locked file (PGP)"],
  elf: ["Program Linux", "Linux program"],
  pe: ["Program Windows", "Windows program"],
  "mach-o": ["Program macOS", "macOS program"],
  java: ["Program Java atau Android", "Java or Android program"],
  script: ["Skrip", "Script"],
  desktop: ["Pintasan Linux", "Linux launcher"],
  lnk: ["Pintasan Windows", "Windows shortcut"],
  url: ["Pintasan internet", "Internet shortcut"],
  unknown: ["Jenis tidak dikenal", "Unknown type"],
};

/** What it is, and what to do. */
export const WARNING_WORDS: Readonly<Record<Warning, readonly [title: Words, advice: Words]>> = {
  macro: [
    ["Berisi makro.", "It holds macros."],
    [
      "Makro adalah program. Jika perlu dibuka, buka hanya di komputer terpisah, dan jangan mengizinkan makronya.",
      "Macros are programs. If it has to be opened, do so on a separate computer only, and do not allow the macros.",
    ],
  ],
  program: [
    ["Ini program, bukan dokumen.", "This is a program, not a document."],
    [
      "Jangan dijalankan. Serahkan kepada petugas keamanan siber bila isinya perlu diperiksa.",
      "Do not run it. Hand it to your security staff if it has to be examined.",
    ],
  ],
  archive: [
    ["Ini arsip: berkas lain ada di dalamnya.", "This is an archive: other files are inside it."],
    [
      "Isinya tidak diperiksa di sini. Ekstrak hanya di komputer terpisah.",
      "What is inside was not examined here. Unpack it on a separate computer only.",
    ],
  ],
  "type-does-not-match-name": [
    ["Isi berkas tidak sesuai dengan namanya.", "The content does not match the file name."],
    [
      "Ini dapat berupa kekeliruan, dapat juga penyamaran. Percayai jenis yang tertulis di sini, bukan namanya.",
      "That may be a mistake or a disguise. Trust the type written here and not the name.",
    ],
  ],
  "active-content": [
    ["Berisi bagian yang berjalan sendiri.", "It holds parts that run by themselves."],
    [
      "Jika dibuka di program lain, berkas ini dapat menjalankan skrip atau menghubungi internet. Buka hanya di komputer terpisah tanpa sambungan jaringan.",
      "Opened in another program it could run scripts or reach the internet. Open it only on a separate computer without a network connection.",
    ],
  ],
  "sealed-archive": [
    ["Terkunci dengan kata sandi atau kunci pengirimnya.", "Locked with a password or a key of its sender."],
    [
      "Segel tidak dapat membukanya, jadi isinya tidak dapat diperiksa. Mintalah kata sandi atau kuncinya kepada pengirimnya melalui percakapan ini, jangan melalui jalur lain.",
      "Segel cannot open it, so what is inside cannot be examined. Ask its sender for the password or key in this conversation, and in no other way.",
    ],
  ],
};
