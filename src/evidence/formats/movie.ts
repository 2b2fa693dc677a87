/** MP4, MOV, M4A, 3GP: sound and pictures stay where they are, what describes them becomes empty space. */
import type { FindingKind, Findings } from "../findings.ts";
import { overwritten, type Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { readXmp } from "../tags/xmp.ts";
import { latin1, says } from "../text.ts";
import { BoxEditor, type Box } from "./boxes.ts";
import { tellMeta, tellUserData } from "./movie-tags.ts";
import { sampleRanges } from "./samples.ts";

/** What a player needs (ISO/IEC 14496-12, QuickTime File Format). A box that is not named is blanked. */
const CHILDREN: Readonly<Record<string, ReadonlySet<string>>> = {
  moov: words("mvhd trak mvex iods pssh"),
  mvex: words("mehd trex leva trep"),
  trak: words("tkhd edts mdia tref tapt load trgr"),
  edts: words("elst"),
  mdia: words("mdhd hdlr minf elng"),
  minf: words("vmhd smhd nmhd sthd hmhd gmhd dinf stbl hdlr"),
  dinf: words("dref"),
  stbl: words("stsd stts ctts cslg stsc stsz stz2 stco co64 stss stsh padb stdp sdtp sbgp sgpd subs saiz saio stps"),
  moof: words("mfhd traf pssh"),
  traf: words("tfhd trun tfdt sbgp sgpd subs saiz saio sdtp senc"),
};

const TOP = words("ftyp styp moov mdat moof mfra sidx ssix pdin");
const SPACE = words("free skip wide");
/** Pictures, sound, and text that is shown. Others hold positions, sensors, clocks. */
const PICTURE_TRACKS = words("vide pict auxv");
const SHOWN_TRACKS = words("vide pict auxv soun subt sbtl text clcp");
/** GoPro, Apple, Android and Sony: where a camera was and how it was held, sample by sample. */
const SENSOR_FORMATS = words("gpmd mebx camm rtmd mett");

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
  if (end < source.size) findings.add("trailing-data", `${source.size - end} B`);
  const cleaner = new MovieCleaner(editor, findings, boxes);
  for (const box of boxes) {
    if (box.type === "moov" || box.type === "moof") await cleaner.clean(box);
    else if (!TOP.has(box.type)) await cleaner.drop(box);
  }
  findings.remains("sound-and-streams");
  return overwritten(end, editor.changes);
}

/** Cleans below `moov`, also for pictures that move (HEIC and AVIF sequences). */
export class MovieCleaner {
  readonly #editor: BoxEditor;
  readonly #findings: Findings;
  readonly #data: readonly Box[];
  readonly #isFragmented: boolean;
  /** Of the track that is being cleaned: its handler stands before its samples. */
  #kind = "";

  constructor(editor: BoxEditor, findings: Findings, top: readonly Box[]) {
    this.#editor = editor;
    this.#findings = findings;
    this.#data = top.filter(({ type }) => type === "mdat");
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
      else await this.drop(child);
    }
  }

  /** Says what a box held, and blanks it. */
  async drop(box: Box): Promise<void> {
    this.#editor.blank(box);
    if (SPACE.has(box.type)) {
      const start = await this.#editor.content(box, 4_096);
      if (start.some((byte) => byte !== 0)) this.#findings.add("other", box.type);
      return;
    }
    const content = await this.#editor.content(box);
    if (box.type === "udta") tellUserData(content, this.#findings);
    else if (box.type === "meta") tellMeta(content, this.#findings);
    else if (box.type === "uuid" && says(content, 0, XMP_ID)) readXmp(content.subarray(16), this.#findings);
    else if (box.type === "PICT" || box.type === "pnot" || box.type === "thum") this.#findings.add("thumbnail");
    else if (box.type === "prft") this.#findings.add("time");
    else this.#findings.add("other", box.type);
  }

  async #cleanLeaf(box: Box): Promise<void> {
    const { body, type } = box;
    const editor = this.#editor;
    const content = await editor.content(box, 4_096);
    const length = box.end - body;
    if (type === "mvhd" || type === "tkhd" || type === "mdhd") {
      const bytes = content[0] === 1 ? 16 : 8;
      if (length < 4 + bytes) throw new Unfit("damaged");
      const times = new DataView(content.buffer, 4, bytes);
      const seconds = bytes === 16 ? Number(times.getBigUint64(0)) : times.getUint32(0);
      if (content.subarray(4, 4 + bytes).some((byte) => byte !== 0)) this.#findings.add("time", dayOf(seconds));
      editor.zeros(body + 4, bytes);
    } else if (type === "hdlr" && length > 24) {
      // Maker of the component, and its name: "Core Media Video", "SoundHandle".
      const kind = latin1(content.subarray(8, 12));
      if (SHOWN_TRACKS.has(kind)) this.#kind = kind;
      const name = latin1(content.subarray(24)).replaceAll(/[^\x20-\x7e]/gu, "");
      if (name !== "" || content.subarray(12, 24).some((byte) => byte !== 0)) this.#findings.add("software", name);
      editor.zeros(body + 12, length - 12);
    } else if (type === "stsd") await this.#cleanSampleEntries(box);
    else if (type === "dref") await this.#cleanReferences(box);
  }

  /** Each entry may name the encoder's maker, in 4 bytes, and that of a picture the encoder, in 32. */
  async #cleanSampleEntries(box: Box): Promise<void> {
    const isPicture = PICTURE_TRACKS.has(this.#kind);
    if (!isPicture && this.#kind !== "soun") return;
    for (const entry of await this.#editor.list(box.body + 8, box.end)) {
      const content = await this.#editor.content(entry, ENCODER_END);
      this.#cut(entry, content, MAKER_AT, MAKER_AT + 4);
      if (isPicture && content.length === ENCODER_END) this.#cut(entry, content, ENCODER_AT, ENCODER_END);
    }
  }

  #cut(entry: Box, content: Uint8Array, from: number, to: number): void {
    if (content.length < to || content.subarray(from, to).every((byte) => byte === 0)) return;
    this.#findings.add("software", latin1(content.subarray(from, to)));
    this.#editor.zeros(entry.body + from, to - from);
  }

  /** Where the data lies: in this file. Old QuickTime wrote the path on the maker's disk. */
  async #cleanReferences(box: Box): Promise<void> {
    for (const entry of await this.#editor.list(box.body + 8, box.end)) {
      const content = await this.#editor.content(entry, 4_096);
      if (content.subarray(4).every((byte) => byte === 0)) continue;
      this.#findings.add("other", entry.type);
      this.#editor.zeros(entry.body + 4, entry.end - entry.body - 4);
    }
  }

  /** Blanks the tracks that are not shown, with the samples that only they use. */
  async #dropTracks(boxes: readonly Box[]): Promise<Set<number>> {
    const dropped = new Set<number>();
    const ids = new Set<number>();
    const tracks = boxes.filter(({ type }) => type === "trak");
    for (const track of tracks) {
      const inner = new Map<string, Box>();
      await this.#collect(track, inner);
      const handler = inner.get("hdlr");
      const header = inner.get("tkhd");
      if (handler === undefined || header === undefined) throw new Unfit("damaged");
      const kind = latin1((await this.#editor.content(handler, 12)).subarray(8, 12));
      if (SHOWN_TRACKS.has(kind)) continue;
      const samples = inner.get("stsd");
      const format = samples === undefined ? kind : latin1((await this.#editor.content(samples, 16)).subarray(12, 16));
      if (this.#isFragmented) {
        this.#findings.add(kindOf(format), format, false);
        this.#findings.remains("not-looked-into");
        continue;
      }
      for (const { at, length } of await sampleRanges(this.#editor.reader, inner)) {
        const isData = this.#data.some((data) => at >= data.body && at + length <= data.end);
        if (isData) this.#editor.zeros(at, length);
        else this.#findings.remains("not-looked-into");
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

/** Places in a sample entry (ISO/IEC 14496-12, 12.1.3.2; QuickTime fills what is reserved there). */
const MAKER_AT = 12;
const ENCODER_AT = 42;
const ENCODER_END = 74;

/** BE7ACFCB-97A9-42E8-9C71-999491E3AFAC marks XMP (XMP part 3, 1.2.3). */
const XMP_ID = "\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac";

/** Seconds since 1904 as a day. */
function dayOf(seconds: number): string {
  const date = new Date((seconds - 2_082_844_800) * 1_000);
  return seconds === 0 || Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
