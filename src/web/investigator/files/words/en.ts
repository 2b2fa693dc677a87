/** What is said of files in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const FILES: Translation<typeof id.FILES> = {
  title: "Attachments {n}",
  hint: "Type, fingerprint and warnings are known once a file has been fetched and checked. The preview runs nothing that is in a file. What you download leaves the vault; keep it only where you are allowed to.",
  none: "This case has no files yet.",
  notCome: "Not arrived yet.",
  notComeHint: "Named in the report. The reporter may still be sending it, or the sending was cut short.",
  withMessage: "message of {day}",
  withMessageLabel: "To the message of {day} that brought {name}",
  checkAll: "Check all",
  checking: "Checking file {at} of {n}",
  checkLarger: {
    one: "One large file is checked with its own button.",
    other: "{n} large files are checked one by one, each with its own button.",
  },
  zipAll: "Download all (ZIP)",
  zipRunning: "Writing the ZIP: {done} of {all}",
  zipTooLarge:
    "This browser can build a ZIP of at most {limit}; this case's files come to {size}. Please download them one by one.",
  zipSaved: {
    one: "One file is intact and saved in {name}, with its fingerprint.",
    other: "{n} files are intact and saved in {name}, with the list of their fingerprints.",
  },
  zipAbsent: "Not included:",
  absentDamaged: "damaged or replaced",
  absentMissing: "no longer on the server",
  absentNotCome: "not arrived yet",

  unnamed: "(no name)",
  empty: "Empty file",
  claimedType: "According to the sender: {type}",

  download: "Download",
  preview: "Preview",
  check: "Check",
  downloadInstead: "It can be downloaded and opened on a separate computer.",
  previousFile: "Previous file",
  nextFile: "Next file",
  close: "Close",
  warnings: "Warnings",
  opening: "Fetching and checking: {done} of {all}",
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing was saved.",
  saved: "Intact. Saved as",
  fingerprint: "Fingerprint of the file (SHA-256)",
  copy: "Copy fingerprint",
  copied: "Copied.",
  notCopied: "Could not be copied.",

  attach: "Attach files",
  attached: "Files to be sent",
  remove: "Remove",
  limits: "At most {n} files in one case, each of at most {size}. The reporter will be able to download what you send.",
  tooLarge: "Not attached, being larger than {size}:",
  tooMany: "Not attached, because a case takes at most {n} files:",
  sending: "Locking and sending files: {done} of {all}",
  stay: "The message is sent when all files have arrived. If you leave this case the sending stops, and can be continued.",
  stop: "Stop",
  stopped: "Stopped. The message has not been sent; what has arrived need not be sent again.",
  removeLabel: "Remove {name}",
};

export const SUMS: Translation<typeof id.SUMS> = {
  check: "Check with:     {command}",
  damaged: "NOT INCLUDED, damaged or exchanged",
  missing: "NOT INCLUDED, not on the server",
  "not-come": "NOT INCLUDED, has not come yet",
};

export const HIDDEN: Translation<typeof id.HIDDEN> = {
  looking: "Looking for hidden data …",
  removed: "Removed from the copy that is sent: {kinds}.",
  remaining: "Still inside: {kinds}.",
  nothing: "No hidden data of the kinds we know was found.",
  notCleaned: "{reason}. It will be sent as it is.",
  asItIs: "Sent as it is, with all data in it.",
  sendAsItIs: "Send as it is",
  sendAsItIsLabel: "Send as it is: {name}",
  sendCleaned: "Remove hidden data",
  sendCleanedLabel: "Remove hidden data: {name}",
  visible: "What can be seen, and the name of the file, stay as they are: please check them before sending.",
};

export const TYPE_NAMES: Translation<typeof id.TYPE_NAMES> = {
  jpeg: "JPEG picture",
  png: "PNG picture",
  webp: "WebP picture",
  gif: "GIF picture",
  heic: "HEIC picture",
  avif: "AVIF picture",
  bmp: "BMP picture",
  tiff: "TIFF picture",
  mp4: "MP4 video",
  mov: "QuickTime video",
  matroska: "Matroska or WebM video",
  avi: "AVI video",
  m4a: "M4A sound",
  mp3: "MP3 sound",
  wav: "WAV sound",
  ogg: "Ogg sound or video",
  flac: "FLAC sound",
  amr: "AMR sound",
  aac: "AAC sound",
  pdf: "PDF document",
  docx: "Word document",
  xlsx: "Excel workbook",
  pptx: "PowerPoint presentation",
  docm: "Word document with macros",
  xlsm: "Excel workbook with macros",
  pptm: "PowerPoint presentation with macros",
  odt: "OpenDocument text",
  ods: "OpenDocument spreadsheet",
  odp: "OpenDocument presentation",
  ole: "Old Office document",
  msg: "Outlook mail",
  eml: "Mail",
  rtf: "RTF document",
  html: "Web page (HTML)",
  svg: "SVG drawing",
  xml: "XML document",
  postscript: "PostScript document",
  "openpgp-text": "PGP key or signature",
  text: "Text",
  zip: "ZIP archive",
  rar: "RAR archive",
  "7z": "7z archive",
  gzip: "gzip archive",
  tar: "tar archive",
  bzip2: "bzip2 archive",
  xz: "xz archive",
  age: "Locked file (age)",
  openpgp: "Locked file (PGP)",
  elf: "Linux program",
  pe: "Windows program",
  "mach-o": "macOS program",
  java: "Java or Android program",
  script: "Script",
  desktop: "Linux launcher",
  lnk: "Windows shortcut",
  url: "Internet shortcut",
  unknown: "Unknown type",
};

export const WARNING_WORDS: Translation<typeof id.WARNING_WORDS> = {
  macro: {
    title: "It holds macros.",
    advice:
      "Macros are programs. If it has to be opened, do so on a separate computer only, and do not allow the macros.",
  },
  program: {
    title: "This is a program, not a document.",
    advice: "Do not run it. Hand it to your security staff if it has to be examined.",
  },
  archive: {
    title: "This is an archive: other files are inside it.",
    advice: "What is inside was not examined here. Unpack it on a separate computer only.",
  },
  "type-does-not-match-name": {
    title: "The content does not match the file name.",
    advice: "That may be a mistake or a disguise. Trust the type written here and not the name.",
  },
  "active-content": {
    title: "It holds parts that run by themselves.",
    advice:
      "Opened in another program it could run scripts or reach the internet. Open it only on a separate computer without a network connection.",
  },
  "sealed-archive": {
    title: "Locked with a password or a key of its sender.",
    advice:
      "Segel cannot open it, so what is inside cannot be examined. Ask its sender for the password or key in this conversation, and in no other way.",
  },
};

export const PREVIEW: Translation<typeof id.PREVIEW> = {
  title: "Preview of {name}",
  opening: "Opening the preview …",
  close: "Close the preview",
  notThisType: "There is no safe preview for this type.",
  tooManyBytes: "Too large for a preview.",
  failed: "The file cannot be shown",
};

export const PREVIEW_ENDS: Translation<typeof id.PREVIEW_ENDS> = {
  "too-large":
    "This picture is too large to be opened safely here, or its stated dimensions are not plausible. It can still be downloaded and opened on a separate computer.",
  unreadable:
    "Its content is damaged, or not what its type says. It can still be downloaded and opened on a separate computer.",
  unplayable: "This browser cannot play it. It can still be downloaded and played on a separate computer.",
  encrypted:
    "This file is locked with a password. Please download it and open it with its password on a separate computer.",
  "too-slow": "Opening it took too long and was stopped. It can still be downloaded and opened on a separate computer.",
  silent: "The preview stopped answering and was closed. It can still be downloaded and opened on a separate computer.",
};
