/** A name under which a file may lie on this device, made of what its sender called it. Nobody's word but the sender's. */
import { utf8 } from "../crypto/bytes.ts";

/** Bytes in UTF-8: file systems take 255, and a browser may add " (1)" or a suffix of its own while it writes. */
const MAX_BYTES = 200;
const EXTENSION = /\.[\p{L}\p{N}]{1,10}$/u;
/** Devices of Windows, whatever stands behind the dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))/iu;

/** What a double click runs, installs, mounts, or hands to a program that runs it; and what a browser opens as a page. */
const RUNS = new Set(
  (
    "ade adp apk app appimage appinstaller application appref-ms appx appxbundle bas bat cer chm class cmd com command " +
    "cpl crt crx csh deb desktop diagcab dll dmg docm dotm drv exe fxp gadget hlp hta htm html htaccess ico img inf " +
    "ini ins inx iqy iso isp isu jar jnlp job js jse cjs mjs ksh lib library-ms lnk lua mad maf mag mam maq mar mas mat mau mav " +
    "maw mda mde mdt mdw mdz mht mhtml msc msh msh1 msh2 mshxml msi msix msixbundle msp mst msu ocx ops osd osx out pcd " +
    "pif pkg pl plg potm ppam ppsm pptm prf prg ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psm1 pst py pyc pyo pyw pyz rb reg " +
    "rgs rpm run scf scr sct search-ms settingcontent-ms sh shb shs shtml sldm slk svg svgz swf sys terminal theme " +
    "themepack url vb vbe vbp vbs vbscript vhd vhdx vxd webloc website wim workflow ws wsc wsf wsh xbap xht xhtml xla " +
    "xlam xll xlm xlsb xlsm xltm xml xnk xpi xsl xslt zsh"
  ).split(" "),
);

export function safeName(name: string): string {
  const plain = [...name.normalize("NFC")]
    // Controls, what shows nothing, what turns the direction of reading, halves of letters, private and unknown ones.
    .filter((letter) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u.test(letter))
    .join("")
    .replace(/[\p{Zl}\p{Zp}\p{Zs}]+/gu, " ");
  const last = plain.split(/[\\/]/u).findLast((part) => part.trim() !== "") ?? "";
  // Streams, wild cards, quotes and pipes of one system or another; and lookalikes of the path's strokes.
  const kept = last
    .replace(/[<>:"|?*⁄∕⧸⧵﹨]/gu, "_")
    .replace(/^[\s.]+/u, "")
    .replace(/[\s.]+$/u, "");
  const named = kept === "" ? "berkas" : kept.replace(RESERVED, "_$&").replace(/^-/u, "_");
  const short = shortened(named);
  // Whatever is not read as an ending here might be read as one there: the last part decides, in small letters.
  const ending = (short.split(".").at(-1) ?? "").trim().normalize("NFKC").toLowerCase();
  return short.includes(".") && RUNS.has(ending) ? `${short}.bin` : short;
}

/** Loses its end before its ending: that tells of which kind it is. */
function shortened(name: string): string {
  const bytesOf = (text: string) => utf8(text).length;
  if (bytesOf(name) <= MAX_BYTES) return name;
  const [ending = ""] = EXTENSION.exec(name) ?? [];
  const letters = Array.from(name.slice(0, name.length - ending.length));
  while (bytesOf(letters.join("")) + bytesOf(ending) > MAX_BYTES) letters.pop();
  return `${letters.join("").replace(/[\s.]+$/u, "")}${ending}`;
}
