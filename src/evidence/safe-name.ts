/**
 * A file's name as it may be saved: it comes from a stranger, and must neither leave its folder, nor hide what the
 * file is, nor be something that a system takes for a device.
 */
import { utf8 } from "../crypto/bytes.ts";
import { TYPES, type FileType } from "./types.ts";

const MOST_CHARACTERS = 120;
/** Of the 255 bytes that file systems allow, some are left for " (1)" and ".part". */
const MOST_BYTES = 200;
const LONGEST_EXTENSION = 20;
const NEUTRAL_NAME = "file";

/** What a double click runs, installs, mounts or hands to a program that runs it, and what a browser opens as a page. */
const DANGEROUS = new Set(
  (
    "ade adp apk app appimage appinstaller application appref-ms appx appxbundle bas bash bat cer chm cjs class cmd " +
    "com command cpl crt crx csh deb desktop diagcab dll dmg docm dotm drv exe fileloc fish fxp gadget hlp hta " +
    "htaccess htm html ico img inf ini ins inx iqy iso isp isu jar jnlp job js jse ksh lib library-ms lnk lua mad " +
    "maf mag mam maq mar mas mat mau mav maw mda mde mdt mdw mdz mht mhtml mjs msc msh msh1 msh2 mshxml msi msix " +
    "msixbundle msp mst msu ocx one ops osd osx out pcd php pif pkg pl plg potm ppam ppsm pptm prf prg ps1 ps1xml " +
    "ps2 ps2xml psc1 psc2 psd1 psm1 pst py pyc pyo pyw pyz rb reg rgs rpm run scf scr sct search-ms " +
    "settingcontent-ms sh shb shs shtml sldm slk svg svgz swf sys terminal theme themepack tool url vb vbe vbp vbs " +
    "vbscript vhd vhdx vxd webloc website wim workflow ws wsc wsf wsh xbap xht xhtml xla xlam xll xlm xlsb xlsm " +
    "xltm xml xnk xpi xsl xslt zsh"
  ).split(" "),
);

/** Full-width letters and their like are read as plain ones by some systems. */
function isDangerous(extension: string): boolean {
  return DANGEROUS.has(extension.normalize("NFKC").toLowerCase());
}

/** Programs and pages keep their bytes and lose their effect: nothing is run by a double click on these. */
const NEUTRAL: Partial<Record<FileType, string>> = {
  html: "txt",
  svg: "txt",
  xml: "txt",
  script: "txt",
  desktop: "txt",
  url: "txt",
  elf: "bin",
  pe: "bin",
  "mach-o": "bin",
  java: "bin",
  lnk: "bin",
  docm: "bin",
  xlsm: "bin",
  pptm: "bin",
  unknown: "bin",
};

/** Windows takes these for devices, with any extension; the superscript digits too. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?:[ .]|$)/iu;

/** Controls, invisible characters, those that turn the direction of writing, private ones, half surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\uFFFC]|\p{Default_Ignorable_Code_Point}/gu;
/** Signs that Windows refuses or a shell reads. */
const FORBIDDEN = /["*:<>?|`$;&!%^]/gu;

/** The last extension in small letters, without its dot; empty where there is none. */
export function extensionOf(name: string): string {
  const match = /[^./\\][^/\\]*\.([^./\\\s]{1,20})$/u.exec(name.replaceAll(UNSEEN, "").trimEnd());
  return match?.[1]?.toLowerCase() ?? "";
}

/** A name to save under. With a type, the extension is one that is true for the content, or a neutral one. */
export function safeName(name: string, type?: FileType): string {
  const cleaned = tidy(
    name
      .replaceAll(UNSEEN, "")
      .normalize("NFC")
      .split(/[/\\\u2044\u2215\u29F5\u29F8\uFF0F\uFF3C]/u)
      .at(-1) ?? "",
  );
  const extension = extensionOf(cleaned);
  const honest = honestExtension(extension, type);
  const stem = extension === honest ? cleaned.slice(0, extension === "" ? undefined : -extension.length - 1) : cleaned;
  return fitted(stem, honest === "" ? "" : `.${honest === extension ? cleaned.slice(-extension.length) : honest}`);
}

/** The extension itself where it is true, another one to be added behind it where it is not. */
function honestExtension(extension: string, type: FileType | undefined): string {
  if (type === undefined) return isDangerous(extension) ? "bin" : extension;
  const neutral = NEUTRAL[type];
  const honest: readonly string[] = neutral === undefined ? TYPES[type].extensions : [neutral];
  if (honest.includes(extension) && !isDangerous(extension)) return extension;
  // Content that is of no known type may be of a type that we do not know.
  if (type === "unknown" && extension !== "" && !isDangerous(extension) && !isClaim(extension)) return extension;
  return honest.find((candidate) => !isDangerous(candidate)) ?? "bin";
}

function isClaim(extension: string): boolean {
  return Object.values(TYPES).some(({ extensions }) => (extensions as readonly string[]).includes(extension));
}

function tidy(name: string): string {
  return name
    .replaceAll(FORBIDDEN, "_")
    .replaceAll(/\s+/gu, " ")
    .replace(/^[. ~-]+/u, "")
    .replace(/[. ]+$/u, "");
}

function fitted(stem: string, extension: string): string {
  const points = [...tidy(stem)];
  let size = utf8(extension).length;
  let length = [...extension].length;
  let kept = "";
  for (const point of points) {
    size += utf8(point).length;
    length += 1;
    if (size > MOST_BYTES - 1 || length > MOST_CHARACTERS - 1) break;
    kept += point;
  }
  // Cut in the middle, it may end in a dot again.
  const whole = tidy(kept);
  const base = whole === "" ? NEUTRAL_NAME : whole;
  return `${RESERVED.test(`${base}${extension}`) ? "_" : ""}${base}${extension}`;
}

export const LIMITS = { characters: MOST_CHARACTERS, bytes: MOST_BYTES, extension: LONGEST_EXTENSION } as const;
