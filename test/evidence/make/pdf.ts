import { deflateSync } from "node:zlib";
import { concat } from "../../../src/crypto/bytes.ts";
import { ascii } from "./bytes.ts";

export type PdfOptions = {
  /** The text of the information dictionary */
  readonly info?: string;
  /** Further objects, as text */
  readonly objects?: readonly string[];
  /** Objects inside of a compressed stream */
  readonly packed?: string;
  readonly trailer?: string;
  readonly after?: string;
};

export function makePdf({ info = "", objects = [], packed, trailer = "", after = "" }: PdfOptions = {}): Uint8Array {
  const parts: Uint8Array[] = [ascii("%PDF-1.7\n")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (...bytes: readonly Uint8Array[]): void => {
    for (const part of bytes) {
      parts.push(part);
      length += part.length;
    }
  };
  const object = (...bytes: readonly Uint8Array[]): void => {
    offsets.push(length);
    add(ascii(`${offsets.length} 0 obj\n`), ...bytes, ascii("\nendobj\n"));
  };
  object(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
  object(ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
  object(ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"));
  object(ascii(`<< ${info} >>`));
  for (const text of objects) object(ascii(text));
  if (packed !== undefined) {
    const stream = new Uint8Array(deflateSync(ascii(packed)));
    object(
      ascii(`<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${stream.length} >>\nstream\n`),
      stream,
      ascii("\nendstream"),
    );
  }
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const start = length;
  add(
    ascii(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}`),
    ascii(
      `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n${after}`,
    ),
  );
  return concat(...parts);
}
