/** Boxes of a film that hold numbers: times go, and what stands behind the last number. */
import type { Findings } from "../findings.ts";
import { Unfit } from "../source.ts";
import { latin1 } from "../text.ts";
import type { Box, BoxEditor } from "./boxes.ts";

/** How many bytes of its head a box of numbers needs, and how many each entry of its table. */
type Contents = {
  readonly head: number;
  /** Where version 1 has longer numbers */
  readonly wideHead?: number;
  readonly entry?: number;
  readonly wideEntry?: number;
};

/** ISO/IEC 14496-12, clause 8. A table's count stands in the last four bytes of its head. */
export const CONTENTS: Readonly<Record<string, Contents>> = {
  mvhd: { head: 100, wideHead: 112 },
  tkhd: { head: 84, wideHead: 96 },
  mdhd: { head: 24, wideHead: 36 },
  vmhd: { head: 12 },
  smhd: { head: 8 },
  nmhd: { head: 4 },
  sthd: { head: 4 },
  hmhd: { head: 20 },
  gmin: { head: 16 },
  load: { head: 16 },
  clef: { head: 12 },
  prof: { head: 12 },
  enof: { head: 12 },
  mehd: { head: 8, wideHead: 12 },
  trex: { head: 24 },
  mfhd: { head: 8 },
  tfdt: { head: 8, wideHead: 12 },
  elst: { head: 8, entry: 12, wideEntry: 20 },
  stts: { head: 8, entry: 8 },
  ctts: { head: 8, entry: 8 },
  stsc: { head: 8, entry: 12 },
  stco: { head: 8, entry: 4 },
  co64: { head: 8, entry: 8 },
  stss: { head: 8, entry: 4 },
  stps: { head: 8, entry: 4 },
  stsh: { head: 8, entry: 8 },
  cslg: { head: 24, wideHead: 44 },
};

/** What groups of samples are for (ISO/IEC 14496-12, clause 10; 14496-15). */
const GROUPINGS = new Set(
  "roll prol rap  tele sync tsas tscl stsa vipr avss dtrt mvif scif scnm trif nalm alst refs rash avcp".split(" "),
);

export async function cleanLeaf(
  editor: BoxEditor,
  box: Box,
  contents: Contents | undefined,
  findings: Findings,
): Promise<void> {
  const { type } = box;
  if (type === "mvhd" || type === "tkhd" || type === "mdhd") await cleanTimes(editor, box, findings);
  if (type === "hdlr") await cleanHandler(editor, box, findings);
  else if (type === "dref") await cleanReferences(editor, box, findings);
  else if (type === "sgpd" || type === "sbgp") await cleanGroups(editor, box, findings);
  else if (type === "stsz") await cleanSizes(editor, box, findings);
  else if (contents !== undefined) await cleanRest(editor, box, contents, findings);
}

async function cleanTimes(editor: BoxEditor, { body, end }: Box, findings: Findings): Promise<void> {
  const content = (await editor.reader.bytes(body, Math.min(end - body, 20))).slice();
  const bytes = content[0] === 1 ? 16 : 8;
  if (content.length < 4 + bytes) throw new Unfit("damaged");
  const times = new DataView(content.buffer, 4, bytes);
  const seconds = bytes === 16 ? Number(times.getBigUint64(0)) : times.getUint32(0);
  if (content.subarray(4, 4 + bytes).some((byte) => byte !== 0)) findings.add("time", dayOf(seconds));
  editor.zeros(body + 4, bytes);
}

/** Maker of the component, and its name: "Core Media Video", "SoundHandle". */
async function cleanHandler(editor: BoxEditor, box: Box, findings: Findings): Promise<void> {
  const content = await editor.content(box, 4_096);
  const name = latin1(content.subarray(24)).replaceAll(/[^\x20-\x7e]/gu, "");
  if (name !== "" || content.subarray(12).some((byte) => byte !== 0)) findings.add("software", name);
  editor.zeros(box.body + 12, box.end - box.body - 12);
}

/** Where the data lies: in this file. Old QuickTime wrote the path on the maker's disk. */
async function cleanReferences(editor: BoxEditor, box: Box, findings: Findings): Promise<void> {
  for (const entry of await editor.list(box.body + 8, box.end)) {
    const content = await editor.content(entry, 4_096);
    if (content.subarray(4).every((byte) => byte === 0)) continue;
    findings.add("other", entry.type);
    editor.zeros(entry.body + 4, entry.end - entry.body - 4);
  }
}

async function cleanGroups(editor: BoxEditor, box: Box, findings: Findings): Promise<void> {
  const grouping = latin1((await editor.content(box, 8)).subarray(4));
  if (GROUPINGS.has(grouping)) return;
  findings.add("other", grouping);
  editor.blank(box);
}

/** The table of sizes is there only where they differ. */
async function cleanSizes(editor: BoxEditor, box: Box, findings: Findings): Promise<void> {
  if (box.end - box.body < 12) throw new Unfit("damaged");
  const isOne = (await editor.reader.view(box.body + 4, 4)).getUint32(0) !== 0;
  await cleanRest(editor, box, { head: 12, ...(isOne ? {} : { entry: 4 }) }, findings);
}

async function cleanRest(editor: BoxEditor, box: Box, contents: Contents, findings: Findings): Promise<void> {
  const { body, end, type } = box;
  const isWide = (await editor.reader.bytes(body, Math.min(1, end - body)))[0] === 1;
  const head = isWide ? (contents.wideHead ?? contents.head) : contents.head;
  if (body + head > end) throw new Unfit("damaged");
  const entry = isWide ? (contents.wideEntry ?? contents.entry) : contents.entry;
  const count = entry === undefined ? 0 : (await editor.reader.view(body + head - 4, 4)).getUint32(0);
  const rest = body + head + count * (entry ?? 0);
  if (rest > end) throw new Unfit("damaged");
  if (rest === end) return;
  if ((await editor.reader.bytes(rest, Math.min(end - rest, 4_096))).some((byte) => byte !== 0)) {
    findings.add("other", type);
  }
  editor.zeros(rest, end - rest);
}

/** Seconds since 1904 as a day. */
function dayOf(seconds: number): string {
  const date = new Date((seconds - 2_082_844_800) * 1_000);
  return seconds === 0 || Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
