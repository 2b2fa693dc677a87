/**
 * PDF (ISO 32000): looked into, never changed. Taking something out safely means to understand all of a file; what is
 * found is shown, so that its sender can decide. The search reads text and unpacks the streams that hold objects.
 */
import type { FindingKind, Findings } from "../findings.ts";
import { isActive } from "./active-pdf.ts";
import { Reader, type Source } from "../source.ts";
import { readExif } from "../tags/exif.ts";
import { readXmp } from "../tags/xmp.ts";
import { latin1, says, utf16 } from "../text.ts";
import { inflate } from "./inflate.ts";

const PIECE_BYTES = 1_024 * 1_024;
/** What stands together fits into this: a dictionary of the document's information, a packet of XMP. */
const OVERLAP_BYTES = 64 * 1_024;
const MOST_SEARCHED_BYTES = 128 * 1_024 * 1_024;
const LARGEST_STREAM_BYTES = 2 * 1_024 * 1_024;
const MOST_INFLATED_BYTES = 32 * 1_024 * 1_024;
/** Of each kind of place that is looked at more closely: a file of nothing else would take hours. */
const MOST_PLACES = 1_000;
const LARGEST_PACKET_BYTES = 256 * 1_024;

const KEYS: Readonly<Record<string, FindingKind>> = {
  Author: "author",
  Company: "author",
  Manager: "author",
  LastModifiedBy: "author",
  Creator: "software",
  Producer: "software",
  CreationDate: "time",
  ModDate: "time",
  SourceModified: "time",
  Title: "caption",
  Subject: "caption",
  Keywords: "caption",
  Comments: "comment",
};
const KEY = new RegExp(`/(${Object.keys(KEYS).join("|")})\\s{0,8}(?=[(<])`, "gu");
const NOTES = /\/Subtype\s{0,8}\/(?:Text|FreeText|Highlight|Underline|StrikeOut|Squiggly|Ink|Stamp|Caret|Popup)\b/gu;

/** Whether the file is closed with a password or certificate: then nothing of it can be read. */
export async function inspectPdf(source: Source, findings: Findings): Promise<{ readonly isEncrypted: boolean }> {
  const reader = new Reader(source);
  findings.remains("document-text");
  const search = new PdfSearch(findings);
  const end = Math.min(reader.size, MOST_SEARCHED_BYTES);
  if (end < reader.size) findings.remains("not-looked-into");
  for (let at = 0; at < end; at += PIECE_BYTES) {
    const bytes = (await reader.bytes(at, Math.min(PIECE_BYTES + OVERLAP_BYTES, end - at))).slice();
    await search.look(bytes, at + bytes.length >= end ? bytes.length : PIECE_BYTES);
  }
  search.conclude();
  return { isEncrypted: search.isEncrypted };
}

class PdfSearch {
  isEncrypted = false;
  readonly #findings: Findings;
  #inflated = 0;
  #ends = 0;
  #isLinear = false;
  readonly #counts = new Map<string, number>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Looks for what begins in the first `own` of these bytes. */
  async look(bytes: Uint8Array, own: number): Promise<void> {
    const text = latin1(bytes);
    this.#lookAtText(text, own);
    this.#isLinear ||= text.includes("/Linearized");
    this.#ends += [...text.matchAll(/%%EOF/gu)].filter(({ index }) => index < own).length;
    if (/\/Encrypt\s{0,8}(?:\d|<<)/u.test(text)) this.isEncrypted = true;
    let packetEnd = 0;
    for (const index of this.#places(text, own, /<x:xmpmeta|<rdf:RDF/gu)) {
      if (index < packetEnd) continue;
      const end = text.indexOf("</rdf:RDF>", index);
      packetEnd = Math.min(end < 0 ? text.length : end, index + LARGEST_PACKET_BYTES);
      readXmp(bytes.subarray(index, packetEnd), this.#findings);
    }
    // Pictures keep what their cameras wrote.
    for (const index of this.#places(text, own, /Exif\0\0(?=II|MM)/gu)) {
      readExif(bytes.subarray(index + 6, index + 6 + 65_000), this.#findings);
    }
    for (const index of this.#places(text, own, /\/(?:ObjStm|Metadata)\b/gu)) {
      await this.#lookIntoStream(bytes, text, index);
    }
  }

  /** Where a pattern begins in the first `own` characters, as long as there are not too many in the file. */
  *#places(text: string, own: number, pattern: RegExp): Generator<number> {
    for (const { index } of text.matchAll(pattern)) {
      if (index >= own) return;
      const count = (this.#counts.get(pattern.source) ?? 0) + 1;
      this.#counts.set(pattern.source, count);
      if (count > MOST_PLACES) return this.#findings.remains("not-looked-into");
      yield index;
    }
  }

  conclude(): void {
    // A file for the web has two ends from the start.
    if (this.#ends > (this.#isLinear ? 2 : 1)) this.#findings.add("edit-history", `${this.#ends}`);
  }

  #lookAtText(text: string, own: number): void {
    for (const index of this.#places(text, own, KEY)) {
      const [whole = "", key = ""] = new RegExp(KEY.source, "u").exec(text.slice(index, index + 64)) ?? [];
      // Bookmarks have titles too, and are part of the text.
      if (key === "Title" && /\/(?:Parent|Dest|Prev)\b/u.test(dictionaryAround(text, index))) continue;
      const value = readString(text, index + whole.length);
      if (value.trim() !== "") this.#findings.add(KEYS[key] ?? "other", value);
    }
    for (const index of this.#places(text, own, NOTES)) {
      const around = dictionaryAround(text, index);
      const author = /\/T\s{0,8}(?=[(<])/u.exec(around);
      this.#findings.add("comment", author === null ? "" : readString(around, author.index + author[0].length));
    }
    if (isActive(text)) this.#findings.add("script");
    if (/\/(?:EmbeddedFiles?|FileAttachment)\b/u.test(text)) this.#findings.add("embedded-file");
    if (/\/OFF\s{0,8}\[\s{0,8}\d/u.test(text)) this.#findings.add("hidden-content");
  }

  async #lookIntoStream(bytes: Uint8Array, text: string, at: number): Promise<void> {
    const start = text.indexOf("stream", at);
    if (start < 0 || start > at + 2_048 || text.slice(at, start).includes("endobj")) return;
    const from = start + 6 + (text.startsWith("\r\n", start + 6) ? 2 : 1);
    const end = text.indexOf("endstream", from);
    if (this.#inflated >= MOST_INFLATED_BYTES) return this.#findings.remains("not-looked-into");
    const packed = bytes.subarray(from, end < 0 ? undefined : end);
    const inflated = await inflate(packed, "deflate", LARGEST_STREAM_BYTES);
    if (inflated === undefined) return this.#findings.remains("not-looked-into");
    this.#inflated += inflated.bytes.length;
    const inner = latin1(inflated.bytes);
    if (inner.includes("<rdf:RDF")) readXmp(inflated.bytes, this.#findings);
    else this.#lookAtText(inner, inner.length);
  }
}

/** The text between the brackets of the dictionary that a place lies in, as far as 2,000 characters show it. */
function dictionaryAround(text: string, at: number): string {
  const before = text.slice(Math.max(at - 2_000, 0), at);
  const after = text.slice(at, at + 2_000);
  const end = after.indexOf(">>");
  return before.slice(Math.max(before.lastIndexOf("<<"), 0)) + after.slice(0, end < 0 ? undefined : end);
}

/** A string in round brackets or as hexadecimal, in UTF-16 where it says so. */
function readString(text: string, at: number): string {
  const raw = text.charAt(at) === "(" ? readLiteral(text, at + 1) : readHexadecimal(text, at + 1);
  const bytes = Uint8Array.from(raw, (character) => character.charCodeAt(0));
  if (says(bytes, 0, "\xfe\xff")) return utf16(bytes.subarray(2), false);
  if (says(bytes, 0, "\xff\xfe")) return utf16(bytes.subarray(2), true);
  return raw;
}

const LONGEST_STRING = 2_000;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "", f: "" };

function readLiteral(text: string, from: number): string {
  let out = "";
  let depth = 0;
  for (let at = from; at < text.length && out.length < LONGEST_STRING; at++) {
    const character = text.charAt(at);
    if (character === "\\") {
      const octal = /^[0-7]{1,3}/u.exec(text.slice(at + 1, at + 4))?.[0];
      if (octal !== undefined) {
        out += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
        at += octal.length;
      } else {
        const next = text.charAt(at + 1);
        out += ESCAPES[next] ?? next;
        at += 1;
      }
      continue;
    }
    if (character === ")" && depth === 0) return out;
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    out += character;
  }
  return out;
}

function readHexadecimal(text: string, from: number): string {
  const digits = (/^[0-9a-f\s]*/iu.exec(text.slice(from, from + 2 * LONGEST_STRING))?.[0] ?? "").replaceAll(/\s/gu, "");
  return (digits.match(/../gu) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join("");
}
