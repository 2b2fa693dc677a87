/** MP4, MOV, M4A, 3GP: sound and pictures stay where they are, what describes them becomes empty space. */
import type { FindingKind, Findings } from "../findings.ts";
import { overwritten, type Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { readXmp } from "../tags/xmp.ts";
import { latin1, says } from "../text.ts";
import { BoxEditor, isNearly, type Box } from "./boxes.ts";
import { cleanBrands } from "./brands.ts";
import { blankGaps } from "./gaps.ts";
import { cleanLeaf, CONTENTS } from "./movie-leaves.ts";
import { tellMeta, tellUserData } from "./movie-tags.ts";
import { cleanSampleEntries, CODECS } from "./sample-entries.ts";
import { sampleRanges, type Range } from "./samples.ts";

/** What a player needs (ISO/IEC 14496-12, QuickTime File Format). A box that is not named is blanked. */
const CHILDREN: Readonly<Record<string, ReadonlySet<string>>> = {
  moov: words("mvhd trak mvex"),
  mvex: words("mehd trex leva trep"),
  trak: words("tkhd edts mdia tref tapt load trgr"),
  edts: words("elst"),
  mdia: words("mdhd hdlr minf elng"),
  minf: words("vmhd smhd nmhd sthd hmhd gmhd dinf stbl hdlr"),
  gmhd: words("gmin text"),
  dinf: words("dref"),
  tapt: words("clef prof enof"),
  stbl: words("stsd stts ctts cslg stsc stsz stz2 stco co64 stss stsh padb stdp sdtp sbgp sgpd subs stps"),
  moof: words("mfhd traf"),
  traf: words("tfhd trun tfdt sbgp sgpd subs sdtp"),
};
/** Without these nothing is played; whatever stands in the place of one is that one, damaged. */
const NEEDED: readonly (readonly string[])[] = [
  ["tkhd"],
  ["mdhd"],
  ["hdlr"],
  ["stsd"],
  ["stts"],
  ["stsc"],
  ["stsz", "stz2"],
  ["stco", "co64"],
];
/** Boxes that are only found inside of a track: a box that holds one is a track, whatever its name says. */
const TRACK_PARTS = /stsd|stsc|trun|tfhd/u;

const TOP = words("ftyp styp moov mdat moof mfra sidx ssix pdin");
const SPACE = words("free skip wide");
/** Text that describes, which may mention anything. */
const DESCRIBING = words("udta meta uuid free skip wide");
/** Pictures, sound, and text that is shown. Others hold positions, sensors, clocks. */
const SHOWN_TRACKS = words("vide pict auxv soun subt sbtl text clcp");
/** GoPro, Apple, Android and Sony: where a camera was and how it was held, sample by sample. */
const SENSOR_FORMATS = words("gpmd mebx camm rtmd mett");
const LOOKED_AT_BYTES = 1_024 * 1_024;

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

export async function cleanMovie(source: Source, findings: Findings): Promise<Plan> {
  const editor = new BoxEditor(new Reader(source));
  const { boxes, end } = await editor.listTop();
  if (!boxes.some(({ type }) => type === "moov") || !boxes.some(({ type }) => type === "mdat")) {
    throw new Unfit("damaged");
  }
  // Phones write their own data behind the last box.
  if (end < source.size) {
    const rest = latin1(await editor.reader.bytes(end, Math.min(source.size - end, LOOKED_AT_BYTES)));
    if (/moof|mdat|traf/u.test(rest)) throw new Unfit("damaged");
    findings.add("trailing-data", `${source.size - end} B`);
  }
  const cleaner = new MovieCleaner(editor, findings, boxes);
  for (const box of boxes) {
    if (box.type === "ftyp" || box.type === "styp") await cleanBrands(editor, box, findings);
    else if (box.type === "moov" || box.type === "moof") await cleaner.clean(box);
    else if (!TOP.has(box.type)) await cleaner.drop(box, TOP);
  }
  await cleaner.blankGaps(boxes);
  findings.remains("sound-and-streams");
  return overwritten(end, editor.changes);
}

/** Cleans below `moov`, also for pictures that move (HEIC and AVIF sequences). */
export class MovieCleaner {
  /** Where the samples of the tracks lie that are kept */
  readonly samples: Range[] = [];
  readonly #editor: BoxEditor;
  readonly #findings: Findings;
  readonly #dropped: Range[] = [];
  readonly #isFragmented: boolean;
  #areSamplesKnown = true;
  /** Of the track that is being cleaned: its handler stands before its samples. */
  #kind = "";

  constructor(editor: BoxEditor, findings: Findings, top: readonly Box[]) {
    this.#editor = editor;
    this.#findings = findings;
    this.#isFragmented = top.some(({ type }) => type === "moof");
  }

  async clean(box: Box): Promise<void> {
    const children = CHILDREN[box.type];
    if (children === undefined) return this.#cleanLeaf(box);
    const boxes = await this.#editor.list(box.body, box.end);
    const dropped = box.type === "moov" ? await this.#dropTracks(boxes) : new Set<number>();
    for (const child of boxes) {
      if (dropped.has(child.at)) continue;
      if (children.has(child.type)) await this.clean(child);
      else await this.drop(child, children);
    }
  }

  /** Says what a box held, and blanks it. Throws `damaged` where it looks like one that is needed. */
  async drop(box: Box, needed: Iterable<string>): Promise<void> {
    if (isNearly(box.type, needed)) throw new Unfit("damaged");
    this.#editor.blank(box);
    if (SPACE.has(box.type)) {
      const start = await this.#editor.content(box, 4_096);
      if (start.some((byte) => byte !== 0)) this.#findings.add("other", box.type);
      return;
    }
    const content = await this.#editor.content(box);
    if (!DESCRIBING.has(box.type) && TRACK_PARTS.test(latin1(content))) throw new Unfit("damaged");
    if (box.type === "udta") tellUserData(content, this.#findings);
    else if (box.type === "meta") tellMeta(content, this.#findings);
    else if (box.type === "uuid" && says(content, 0, XMP_ID)) readXmp(content.subarray(16), this.#findings);
    else if (box.type === "PICT" || box.type === "pnot" || box.type === "thum") this.#findings.add("thumbnail");
    else if (box.type === "prft") this.#findings.add("time");
    else this.#findings.add("other", box.type);
  }

  /** What lies between the samples: dashboard cameras write there where they were. */
  async blankGaps(boxes: readonly Box[]): Promise<void> {
    if (this.#isFragmented) return;
    const data = boxes.filter(({ type }) => type === "mdat");
    const mayBlank = this.#areSamplesKnown;
    if (!mayBlank) this.#findings.remains("not-looked-into");
    await blankGaps(this.#editor, data, this.samples, this.#dropped, this.#findings, { mayBlank });
  }

  async #cleanLeaf(box: Box): Promise<void> {
    const content = CONTENTS[box.type];
    if (box.type === "hdlr") {
      const kind = latin1((await this.#editor.content(box, 12)).subarray(8, 12));
      if (SHOWN_TRACKS.has(kind)) this.#kind = kind;
    }
    if (box.type === "stsd") await cleanSampleEntries(this.#editor, box, this.#kind, this.#findings);
    else await cleanLeaf(this.#editor, box, content, this.#findings);
  }

  /** Blanks the tracks that are not shown, with the samples that only they use. */
  async #dropTracks(boxes: readonly Box[]): Promise<Set<number>> {
    const dropped = new Set<number>();
    const ids = new Set<number>();
    const tracks = boxes.filter(({ type }) => type === "trak");
    if (tracks.length === 0) throw new Unfit("not-supported");
    for (const track of tracks) {
      const inner = new Map<string, Box>();
      await this.#collect(track, inner);
      if (NEEDED.some((names) => !names.some((name) => inner.has(name)))) throw new Unfit("damaged");
      const [handler, header, entries] = [inner.get("hdlr"), inner.get("tkhd"), inner.get("stsd")];
      if (handler === undefined || header === undefined || entries === undefined) throw new Unfit("damaged");
      const kind = latin1((await this.#editor.content(handler, 12)).subarray(8, 12));
      const format = latin1((await this.#editor.content(entries, 16)).subarray(12, 16));
      if (SHOWN_TRACKS.has(kind)) {
        await this.#addSamples(inner, kind);
        continue;
      }
      if (isNearly(kind, SHOWN_TRACKS) || CODECS.has(format)) throw new Unfit("damaged");
      if (this.#isFragmented) {
        this.#findings.add(kindOf(format), format, false);
        this.#findings.remains("not-looked-into");
        continue;
      }
      for (const range of await sampleRanges(this.#editor.reader, inner)) {
        this.#editor.zeros(range.at, range.length);
        this.#dropped.push(range);
      }
      const content = await this.#editor.content(header, 24);
      const view = new DataView(content.buffer);
      if (content.length === 24) ids.add(view.getUint32(content[0] === 1 ? 20 : 12));
      this.#findings.add(kindOf(format), format);
      this.#editor.blank(track);
      dropped.add(track.at);
    }
    for (const track of tracks) if (!dropped.has(track.at) && ids.size > 0) await this.#forget(track, ids);
    return dropped;
  }

  async #addSamples(inner: ReadonlyMap<string, Box>, kind: string): Promise<void> {
    if (this.#isFragmented) return;
    const sizes = inner.get("stsz");
    // QuickTime counts such samples of sound in units of its own.
    const isCounted = sizes === undefined || (await this.#editor.reader.view(sizes.body + 4, 4)).getUint32(0) !== 0;
    if (sizes === undefined || (isCounted && kind === "soun")) {
      this.#areSamplesKnown = false;
      return;
    }
    for (const range of await sampleRanges(this.#editor.reader, inner)) this.samples.push(range);
  }

  /** The boxes of one track by name; the first of each name. */
  async #collect(box: Box, into: Map<string, Box>): Promise<void> {
    for (const child of await this.#editor.list(box.body, box.end)) {
      // The second `hdlr`, in `minf`, is QuickTime's and names where data lies.
      if (!into.has(child.type)) into.set(child.type, child);
      if (child.type === "mdia" || child.type === "minf" || child.type === "stbl") await this.#collect(child, into);
    }
  }

  /** A shown track may refer to a blanked one. */
  async #forget(track: Box, ids: ReadonlySet<number>): Promise<void> {
    for (const child of await this.#editor.list(track.body, track.end)) {
      if (child.type !== "tref") continue;
      for (const reference of await this.#editor.list(child.body, child.end)) {
        const content = await this.#editor.content(reference, 4_096);
        const view = new DataView(content.buffer);
        for (let at = 0; at + 4 <= content.length; at += 4) {
          if (!ids.has(view.getUint32(at))) continue;
          this.#editor.blank(reference);
          break;
        }
      }
    }
  }
}

/** What a track that is not shown tells. */
function kindOf(format: string): FindingKind {
  if (SENSOR_FORMATS.has(format)) return "location";
  return format === "tmcd" ? "time" : "other";
}

/** BE7ACFCB-97A9-42E8-9C71-999491E3AFAC marks XMP (XMP part 3, 1.2.3). */
const XMP_ID = "\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac";
