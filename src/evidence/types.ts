/** The closed set of types that content is recognised as, what to call each, and which names are honest for it. */

const GROUPS = ["image", "video", "audio", "document", "text", "archive", "sealed", "program", "unknown"] as const;
export type Group = (typeof GROUPS)[number];

type Description = {
  readonly group: Group;
  readonly mime: string;
  /** The first one is given to a file whose name says something else. */
  readonly extensions: readonly string[];
};

function of(group: Group, mime: string, extensions: string): Description {
  return { group, mime, extensions: extensions.split(" ") };
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const ODF = "application/vnd.oasis.opendocument";

export const TYPES = {
  jpeg: of("image", "image/jpeg", "jpg jpeg jpe jfif"),
  png: of("image", "image/png", "png apng"),
  webp: of("image", "image/webp", "webp"),
  gif: of("image", "image/gif", "gif"),
  heic: of("image", "image/heic", "heic heif hif"),
  avif: of("image", "image/avif", "avif"),
  bmp: of("image", "image/bmp", "bmp dib"),
  tiff: of("image", "image/tiff", "tif tiff"),
  mp4: of("video", "video/mp4", "mp4 m4v 3gp 3g2"),
  mov: of("video", "video/quicktime", "mov qt"),
  matroska: of("video", "video/x-matroska", "mkv webm mka"),
  avi: of("video", "video/x-msvideo", "avi"),
  m4a: of("audio", "audio/mp4", "m4a m4b aac"),
  mp3: of("audio", "audio/mpeg", "mp3"),
  wav: of("audio", "audio/wav", "wav wave"),
  ogg: of("audio", "audio/ogg", "ogg oga opus ogv"),
  flac: of("audio", "audio/flac", "flac"),
  amr: of("audio", "audio/amr", "amr"),
  aac: of("audio", "audio/aac", "aac"),
  pdf: of("document", "application/pdf", "pdf"),
  docx: of("document", `${OFFICE}.wordprocessingml.document`, "docx dotx"),
  xlsx: of("document", `${OFFICE}.spreadsheetml.sheet`, "xlsx xltx"),
  pptx: of("document", `${OFFICE}.presentationml.presentation`, "pptx ppsx potx"),
  docm: of("document", "application/vnd.ms-word.document.macroEnabled.12", "docm dotm"),
  xlsm: of("document", "application/vnd.ms-excel.sheet.macroEnabled.12", "xlsm xltm xlsb xlam"),
  pptm: of("document", "application/vnd.ms-powerpoint.presentation.macroEnabled.12", "pptm ppsm potm ppam"),
  odt: of("document", `${ODF}.text`, "odt ott"),
  ods: of("document", `${ODF}.spreadsheet`, "ods ots"),
  odp: of("document", `${ODF}.presentation`, "odp otp"),
  ole: of("document", "application/x-ole-storage", "doc xls ppt dot xlt pps pot wps"),
  msg: of("document", "application/vnd.ms-outlook", "msg oft"),
  eml: of("document", "message/rfc822", "eml"),
  rtf: of("document", "application/rtf", "rtf"),
  html: of("document", "text/html", "html htm xhtml"),
  svg: of("document", "image/svg+xml", "svg"),
  xml: of("document", "application/xml", "xml fodt fods fodp fodg gpx kml rss"),
  postscript: of("document", "application/postscript", "ps eps"),
  "openpgp-text": of("document", "application/pgp-keys", "asc sig"),
  text: of("text", "text/plain", "txt csv log md json yaml yml tsv ini vcf ics srt tex"),
  zip: of("archive", "application/zip", "zip"),
  rar: of("archive", "application/vnd.rar", "rar"),
  "7z": of("archive", "application/x-7z-compressed", "7z"),
  gzip: of("archive", "application/gzip", "gz tgz"),
  tar: of("archive", "application/x-tar", "tar"),
  bzip2: of("archive", "application/x-bzip2", "bz2"),
  xz: of("archive", "application/x-xz", "xz"),
  age: of("sealed", "application/age", "age"),
  openpgp: of("sealed", "application/pgp-encrypted", "pgp gpg asc"),
  elf: of("program", "application/x-elf", "bin elf so"),
  pe: of("program", "application/vnd.microsoft.portable-executable", "exe dll"),
  "mach-o": of("program", "application/x-mach-binary", "bin dylib"),
  java: of("program", "application/java-archive", "jar class apk"),
  script: of("program", "text/x-shellscript", "sh bash py pl rb bat cmd ps1 vbs js"),
  desktop: of("program", "application/x-desktop", "desktop"),
  lnk: of("program", "application/x-ms-shortcut", "lnk"),
  url: of("program", "application/x-mswinurl", "url"),
  unknown: of("unknown", "application/octet-stream", "bin"),
} as const satisfies Readonly<Record<string, Description>>;

export type FileType = keyof typeof TYPES;

export const FILE_TYPES = Object.keys(TYPES) as FileType[];

export const WARNINGS = [
  /** An Office file with programs inside */
  "macro",
  "program",
  "archive",
  "type-does-not-match-name",
  /** Opened elsewhere it would run scripts or load things from the network */
  "active-content",
  /** Closed with a password or a key that is not ours */
  "sealed-archive",
] as const;
export type Warning = (typeof WARNINGS)[number];
