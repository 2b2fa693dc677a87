/** What says of each entry of a ZIP that left the office which bytes it has, and is signed by who made it (docs/protocol.md, "Case file"). */
import { type Bytes, list } from "../../crypto/bytes.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import { HASH_BYTES } from "../../crypto/sodium.ts";
import { hexOf } from "../encoding/byte-schemas.ts";
import { encodeJson, parseJson } from "../encoding/canonical-json.ts";
import { isDay } from "../encoding/day.ts";
import * as z from "../encoding/zod.ts";

/** Beside the entries of the manifest, and not in it */
export const MANIFEST_NAME = "manifest.json";
export const SIGNATURE_NAME = "manifest.sig";
/** The signed directory that lists who signed, as the service gives it */
export const DIRECTORY_NAME = "directory.json";
export const OUTSIDE_MANIFEST: readonly string[] = [MANIFEST_NAME, SIGNATURE_NAME, DIRECTORY_NAME];

/** Files of a case and what is written about them; papers and photographs of a quarter, some under two items */
const MOST_ENTRIES = 400;
/** One folder at most */
const ENTRY_NAME = /^(?:[a-z0-9][a-z0-9-]{0,31}\/)?[a-z0-9][a-z0-9-]{0,63}(?:\.[a-z0-9]{1,8})?$/u;
/** What Windows reads as a device, with any ending and in any folder ("Naming Files, Paths, and Namespaces", read 2026-11) */
const DEVICE = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)/u;

export function isEntryName(name: string): boolean {
  return ENTRY_NAME.test(name) && !DEVICE.test(name) && !OUTSIDE_MANIFEST.includes(name);
}

const manifestSchema = z.strictObject({
  format: z.literal("segel/1/export"),
  /** What the ZIP is: the format of its main entry */
  of: z.string().check(z.regex(/^segel\/\d{1,3}\/[a-z-]{1,32}$/u)),
  /** The office's day by the clock of who made it */
  on: z.string().check(z.refine(isDay)),
  member: hexOf(ID_BYTES),
  directoryVersion: z.int().check(z.gte(1), z.lte(0xffff_ffff)),
  directoryHash: hexOf(HASH_BYTES),
  /** SHA-256 of the request that wrote it down in the case, as the audit trail names it; null where it is of no case */
  record: z.nullable(hexOf(HASH_BYTES)),
  /** In the order of the ZIP */
  entries: z
    .array(
      z.strictObject({
        name: z.string().check(z.refine(isEntryName)),
        size: z.int().check(z.gte(0)),
        sha256: hexOf(HASH_BYTES),
      }),
    )
    .check(
      z.minLength(1),
      z.maxLength(MOST_ENTRIES),
      z.refine((entries) => new Set(entries.map(({ name }) => name)).size === entries.length),
    ),
});

export type ExportManifest = z.infer<typeof manifestSchema>;

export function encodeManifest(manifest: ExportManifest): Bytes {
  return encodeJson(manifestSchema, manifest);
}

/** Throws CryptoError `malformed`. */
export function parseManifest(bytes: Uint8Array): ExportManifest {
  return parseJson(manifestSchema, bytes);
}

/** What the member signs: list("export", manifest bytes). */
export function manifestInput(manifest: Uint8Array): Bytes {
  return list("segel/1/export", manifest);
}
