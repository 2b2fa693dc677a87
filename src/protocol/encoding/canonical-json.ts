/**
 * JSON as it is sealed and signed: UTF-8, one spelling of each value, fields in the order of their schema
 * (docs/protocol.md, "Contents").
 */
import { type Bytes, fromUtf8, sameBytes, utf8 } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import * as z from "./zod.ts";

/** JSON in the field order of the schema: zod rebuilds objects in that order. Throws `malformed` for a wrong value. */
export function encodeJson<Schema extends z.core.$ZodType>(schema: Schema, value: z.input<Schema>): Bytes {
  const result = z.safeParse(schema, value);
  if (!result.success) throw new CryptoError("malformed");
  return utf8(JSON.stringify(result.data));
}

/** Throws `malformed` unless the bytes are exactly what `encodeJson` makes: no second spelling, no unknown or double field. */
export function parseJson<Schema extends z.core.$ZodType>(schema: Schema, bytes: Uint8Array): z.output<Schema> {
  const data = checked(schema, parseCanonical(bytes));
  if (!sameBytes(utf8(JSON.stringify(data)), bytes)) throw new CryptoError("malformed");
  return data;
}

/** A field that this version does not know, as it stands: where it is, and its JSON. */
export type UnknownField = { readonly name: string; readonly value: string };

/** So many are told one by one: somebody could send a hundred thousand. */
const UNKNOWN_TOLD = 50;

/** As `parseJson`, and takes fields that the schema does not name, wherever they stand among those that it does. */
export function readJson<Schema extends z.core.$ZodType>(
  schema: Schema,
  bytes: Uint8Array,
): { known: z.output<Schema>; unknown: readonly UnknownField[] } {
  const value = parseCanonical(bytes);
  const known = checked(schema, value);
  const unknown = unknownIn(value, known, "");
  if (unknown.length <= UNKNOWN_TOLD) return { known, unknown };
  const rest = unknown.slice(UNKNOWN_TOLD).map((field) => `${field.name}: ${field.value}`);
  return { known, unknown: [...unknown.slice(0, UNKNOWN_TOLD), { name: "…", value: rest.join("\n") }] };
}

/** The one value of bytes that are JSON as ECMAScript writes it: no space, no second spelling, no double field. */
function parseCanonical(bytes: Uint8Array): unknown {
  let value: unknown;
  let written: string;
  try {
    value = JSON.parse(fromUtf8(bytes));
    written = JSON.stringify(value);
  } catch {
    // Not JSON, or nested more deeply than anything that anybody wrote.
    throw new CryptoError("malformed");
  }
  if (!sameBytes(utf8(written), bytes)) throw new CryptoError("malformed");
  return value;
}

function checked<Schema extends z.core.$ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = z.safeParse(schema, value);
  if (!result.success) throw new CryptoError("malformed");
  return result.data;
}

/** What `value` holds and `known` does not. Throws `malformed` where known fields are not in their order. */
function unknownIn(value: unknown, known: unknown, path: string): UnknownField[] {
  if (typeof known !== "object" || known === null) return [];
  if (Array.isArray(known))
    return known.flatMap((item, at) => unknownIn((value as unknown[])[at], item, `${path}[${at}]`));
  const fields = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(known);
  const all = Object.keys(fields);
  const inOrder = all.filter((name) => names.includes(name));
  if (names.some((name, at) => inOrder[at] !== name)) throw new CryptoError("malformed");
  const pathOf = (name: string) => (path === "" ? name : `${path}.${name}`);
  return [
    ...names.flatMap((name) => unknownIn(fields[name], (known as typeof fields)[name], pathOf(name))),
    ...all
      .filter((name) => !names.includes(name))
      .map((name) => ({ name: pathOf(name), value: JSON.stringify(fields[name]) })),
  ];
}

/** As it may stand in a page: in a script element only `</script` and `<!--` mean anything, and a letter may be its number. */
export function escapeForScript(json: string): string {
  return json.replaceAll("<", "\\u003c");
}
