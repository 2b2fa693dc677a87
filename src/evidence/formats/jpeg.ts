/**
 * JPEG (ITU T.81): a chain of segments and the compressed picture between them. What the picture needs is copied, and
 * nothing is left out of which it is not certain that no picture goes with it: else the file is said to be damaged.
 */
import { concat, utf8 } from "../../crypto/bytes.ts";
import type { Findings } from "../findings.ts";
import { Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { cleanProfile } from "../tags/icc.ts";
import { minimalExif } from "../tags/exif.ts";
import { latin1, says } from "../text.ts";
import { findScanEnd, measureScan, type Extent, type Scan } from "./jpeg-scan.ts";
import { JpegTables } from "./jpeg-tables.ts";
import { APP0, COM, isSecondPicture, tellSegment, tellTrailer } from "./jpeg-told.ts";

const EOI = 0xd9;
const SOS = 0xda;
const APP14 = 0xee;
const APP15 = 0xef;

const MOST_SEGMENTS = 20_000;
const LARGEST_PROFILE_BYTES = 4 * 1_024 * 1_024;
const TRAILER_START_BYTES = 4_096;
/** Encoders fill the last byte, and some write one more. */
const MOST_LEFT_BYTES = 2;

/** JFIF without its thumbnail; the density stays, as it may shape the picture. */
const JFIF_BYTES = 14;
/** How colours are coded. What follows the twelve bytes is nobody's. */
const ADOBE_BYTES = 12;
const ICC_HEADER_BYTES = 14;

export async function cleanJpeg(source: Source, findings: Findings): Promise<Plan> {
  const reader = new Reader(source);
  const jpeg = new JpegCleaner(reader, findings);
  await jpeg.read();
  return jpeg.conclude();
}

class JpegCleaner {
  readonly #reader: Reader;
  readonly #findings: Findings;
  readonly #tables = new JpegTables();
  readonly #head = new Plan();
  readonly #rest = new Plan();
  readonly #profile: { readonly part: number; readonly bytes: Uint8Array }[] = [];
  #profileBytes = 0;
  #orientation: number | undefined;
  #scan: Scan | undefined;

  constructor(reader: Reader, findings: Findings) {
    this.#reader = reader;
    this.#findings = findings;
  }

  async read(): Promise<void> {
    const { size } = this.#reader;
    let at = 2;
    for (let segments = 0; at < size; segments++) {
      if (segments > MOST_SEGMENTS) throw new Unfit("too-complex");
      const from = at;
      const marker = await this.#markerAt(at);
      at = marker.end;
      if (marker.code === EOI) return this.#end(at);
      const length = (await this.#reader.view(at, 2)).getUint16(0);
      if (length < 2) throw new Unfit("damaged");
      const body = (await this.#reader.bytes(at + 2, length - 2)).slice();
      if ((marker.code >= APP0 && marker.code <= APP15) || marker.code === COM) {
        // Between two scans it is left out only where the first one was whole: else it may be a piece of it.
        if (this.#scan !== undefined) await this.#requireWhole(this.#scan);
        this.#takeOther(marker.code, body);
      } else {
        this.#tables.take(marker.code, body);
        this.#rest.copy(from, at + length - from);
      }
      at += length;
      if (marker.code !== SOS) continue;
      const found = await findScanEnd(this.#reader, at);
      this.#scan = this.#tables.scan(found);
      // Marks without the segment that announces them: it was taken for another.
      if (found.marks.count > 0 && this.#scan.interval === 0) throw new Unfit("damaged");
      this.#rest.copy(at, found.end - at);
      at = found.end;
    }
    await this.#endWithoutMark();
  }

  conclude(): Plan {
    const plan = new Plan();
    plan.copy(0, 2);
    plan.append(this.#head);
    const orientation = this.#orientation ?? 1;
    if (orientation !== 1) plan.write(segment(0xe1, concat(utf8("Exif\0\0"), minimalExif(orientation))));
    writeProfile(plan, this.#profile, this.#findings);
    plan.append(this.#rest);
    return plan;
  }

  /** Segments touch one another, with filling bytes at most. Anything else is a chain that has lost its way. */
  async #markerAt(from: number): Promise<{ readonly code: number; readonly end: number }> {
    for (let at = from; at + 1 < this.#reader.size; at++) {
      const view = this.#reader.peek(at, 2) ?? (await this.#reader.view(at, 2));
      const code = view.getUint8(1);
      if (view.getUint8(0) !== 0xff || code === 0) break;
      if (code !== 0xff) return { code, end: at + 2 };
    }
    throw new Unfit("damaged");
  }

  #takeOther(marker: number, body: Uint8Array): void {
    if (marker === APP0 && says(body, 0, "JFIF\0") && body.length >= JFIF_BYTES) {
      this.#head.write(segment(APP0, body.slice(0, JFIF_BYTES).fill(0, 12)));
      if (body.length > JFIF_BYTES) this.#findings.add("thumbnail");
    } else if (marker === APP14 && says(body, 0, "Adobe") && body.length >= ADOBE_BYTES) {
      this.#rest.write(segment(APP14, body.slice(0, ADOBE_BYTES)));
      if (body.length > ADOBE_BYTES) this.#findings.add("other");
    } else if (marker === 0xe2 && says(body, 0, "ICC_PROFILE\0") && body.length > ICC_HEADER_BYTES) {
      this.#profileBytes += body.length;
      if (this.#profileBytes > LARGEST_PROFILE_BYTES) throw new Unfit("too-complex");
      this.#profile.push({ part: body[12] ?? 0, bytes: body.slice(ICC_HEADER_BYTES) });
    } else {
      const turned = tellSegment(marker, body, this.#findings);
      this.#orientation ??= turned;
    }
  }

  async #end(at: number): Promise<void> {
    if (this.#scan === undefined) throw new Unfit("damaged");
    const length = this.#reader.size - at;
    const start = (await this.#reader.ahead(at)).slice(0, TRAILER_START_BYTES);
    // Some programs end twice, or fill a sector.
    const isPadding = length <= start.length && /^[\xff\xd9]*\0*$/u.test(latin1(start));
    if (!isPadding) await this.#leaveTrailer(this.#scan, start, length);
    this.#rest.write(Uint8Array.of(0xff, EOI));
  }

  async #leaveTrailer(scan: Scan, start: Uint8Array, length: number): Promise<void> {
    if (!isSecondPicture(start)) {
      // A second end that no second beginning goes before: then the first one is none.
      if (/^(?:[^\xff]|\xff[^\xd8\xd9])*\xff\xd9/u.test(latin1(start))) throw new Unfit("damaged");
      await this.#requireWhole(scan);
      if (!this.#tables.isComplete) throw new Unfit("damaged");
    }
    tellTrailer(start, length, this.#findings);
  }

  /** Cut off on its way it is copied as it is; with something of another kind instead of its end it is not. */
  async #endWithoutMark(): Promise<void> {
    if (this.#scan === undefined) throw new Unfit("damaged");
    const extent = await measureScan(this.#reader, this.#scan);
    if (extent.is !== "short") await this.#requireWhole(this.#scan, extent);
  }

  async #requireWhole(scan: Scan, known?: Extent): Promise<void> {
    const extent = known ?? (await measureScan(this.#reader, scan));
    if (extent.is !== "whole") throw new Unfit("damaged");
    // Bytes that no unit needs: the codes were damaged, or the end is not where it was.
    const left = scan.end - extent.end;
    const rest = await this.#reader.bytes(extent.end, Math.min(left, TRAILER_START_BYTES));
    if (left > MOST_LEFT_BYTES && rest.some((byte) => byte !== 0 && byte !== 0xff)) throw new Unfit("damaged");
  }
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  const length = body.length + 2;
  return concat(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body);
}

function writeProfile(
  plan: Plan,
  parts: readonly { readonly part: number; readonly bytes: Uint8Array }[],
  findings: Findings,
): void {
  if (parts.length === 0) return;
  const profile = cleanProfile(
    concat(...parts.toSorted((a, b) => a.part - b.part).map(({ bytes }) => bytes)),
    findings,
  );
  if (profile.is !== "kept") return;
  const most = 65_519;
  const count = Math.ceil(profile.bytes.length / most);
  for (let index = 0; index < count; index++) {
    const piece = profile.bytes.subarray(index * most, (index + 1) * most);
    plan.write(segment(0xe2, concat(utf8("ICC_PROFILE\0"), Uint8Array.of(index + 1, count), piece)));
  }
}
