/** The shape of a vector file (README.md), and bytes as they stand in it. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export type Vector = {
  readonly name: string;
  /** What this vector shows, in one sentence. */
  readonly about: string;
  readonly operation: string;
  readonly input: { readonly [name: string]: Json };
  /** Exactly one of the two. */
  readonly output?: Json;
  readonly error?: string;
};

export type VectorFile = { readonly subject: string; readonly vectors: readonly Vector[] };

/** Shorter runs are clearer written out. */
const LEAST_RUN_BYTES = 64;

/** Hexadecimal; with a long run of one byte in it an array of hexadecimal and [byte, times]. */
export function bytes(value: Uint8Array): Json {
  const parts: Json[] = [];
  let plain = "";
  for (let at = 0; at < value.length;) {
    let end = at + 1;
    while (end < value.length && value[end] === value[at]) end++;
    const byte = value[at]!.toString(16).padStart(2, "0");
    if (end - at >= LEAST_RUN_BYTES) {
      if (plain !== "") parts.push(plain);
      plain = "";
      parts.push([byte, end - at]);
    } else plain += byte.repeat(end - at);
    at = end;
  }
  if (parts.length === 0) return plain;
  return plain === "" ? parts : [...parts, plain];
}

/** The bytes that `bytes` wrote. */
export function fromJson(json: Json | undefined): Uint8Array<ArrayBuffer> {
  if (typeof json === "string") return new Uint8Array(Buffer.from(json, "hex"));
  if (!Array.isArray(json)) throw new TypeError("no bytes");
  const parts = (json as readonly Json[]).map((part) => {
    if (typeof part === "string") return Buffer.from(part, "hex");
    const [byte, times] = part as readonly [string, number];
    return Buffer.alloc(times, Number.parseInt(byte, 16));
  });
  return new Uint8Array(Buffer.concat(parts));
}

/** A file's text: one vector a line, so that a difference names its vector. */
export function encodeFile({ subject, vectors }: VectorFile): string {
  const lines = vectors.map((vector) => `    ${JSON.stringify(vector)}`);
  return `{\n  "subject": ${JSON.stringify(subject)},\n  "vectors": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

type Result = { readonly output: Json } | { readonly error: string };

/** Collects the vectors of one subject and numbers them. */
export class Collection {
  readonly #vectors: Vector[] = [];
  readonly subject: string;
  constructor(subject: string) {
    this.subject = subject;
  }
  add(about: string, operation: string, input: Vector["input"], result: Result): void {
    const name = `${this.subject}-${String(this.#vectors.length + 1).padStart(2, "0")}`;
    this.#vectors.push({ name, about, operation, input, ...result });
  }
  file(): VectorFile {
    return { subject: this.subject, vectors: this.#vectors };
  }
}
