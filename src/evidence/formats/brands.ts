/** The brands at the beginning of MP4, MOV, HEIC and AVIF: which readers can read the file, and sometimes whose camera wrote it. */
import { utf8 } from "../../crypto/bytes.ts";
import type { Findings } from "../findings.ts";
import { Unfit } from "../source.ts";
import { latin1 } from "../text.ts";
import type { Box, BoxEditor } from "./boxes.ts";

/** Brands of standards; others are of makers ("XAVC", "CAEP", "niko", "MSNV"). */
const STANDARD =
  /^(?:iso[0-9a-z]|mp4[12v]|avc1|hvc1|av01|qt {2}|M4[ABVP] |M4VH|3g[2egprs][0-9abc]|f4v |dash|cmf[c2s]|msdh|msix|mif[1-3]|msf1|miaf|MiH[ABE]|MA1[AB]|MiPr|hei[cxms]|hev[cxms]|av(?:i[fos]|c[is])|heix|1pic|tmap|unif|mjp2|jpeg)$/u;
const LONGEST_BYTES = 4_096;

/** The brands of `ftyp`, the main one first. */
export function brandsOf(head: Uint8Array): string[] {
  const length = new DataView(head.buffer, head.byteOffset, head.length).getUint32(0);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= Math.min(length, head.length); at += 4) {
    if (at !== 12) brands.push(latin1(head.subarray(at, at + 4)));
  }
  return brands;
}

/** A maker's brand becomes one of the standard's that the file names as well; where it names none, it stays and is said. */
export async function cleanBrands(editor: BoxEditor, box: Box, findings: Findings): Promise<void> {
  const content = await editor.content(box, LONGEST_BYTES);
  if (content.length < box.end - box.body) throw new Unfit("damaged");
  const names: string[] = [];
  for (let at = 0; at + 4 <= content.length; at += 4) names.push(latin1(content.subarray(at, at + 4)));
  const standard = names.find((name, index) => index !== 1 && STANDARD.test(name));
  for (const [index, name] of names.entries()) {
    // The second number is the main brand's version.
    if (index === 1 || STANDARD.test(name) || name === "\0\0\0\0") continue;
    findings.add("device", name, standard !== undefined);
    if (standard !== undefined) editor.changes.push({ at: box.body + 4 * index, bytes: utf8(standard) });
  }
}
