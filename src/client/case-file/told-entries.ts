/** What a case file says itself of the audit trail: which of its rows was written down as which entry. */
import { fromUtf8 } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import * as z from "../../protocol/encoding/zod.ts";
import type { CaseFile } from "./format.ts";

/** Where in the file it stands, and its number there; `made` is the file itself */
export type RowOfAct = {
  readonly in: "made" | "conversation" | "notes" | "records" | "readers";
  readonly number: number;
};

export type ToldEntry = {
  readonly row: RowOfAct;
  readonly entry: number;
  /** Details hash, hexadecimal */
  readonly hash: string;
  /** Id of the member who wrote it */
  readonly by: string;
};

const trail = z.object({ entry: z.int().check(z.gte(1)), row: z.string() });
const rows = z.array(z.object({ number: z.number(), by: z.nullable(z.string()), trail: z.optional(trail) }));

/** No more of it than this is believed here. */
const told = z.object({
  made: z.object({ by: z.string(), trail: z.nullable(trail) }),
  conversation: rows,
  notes: rows,
  records: rows,
  readers: z.nullable(z.object({ changes: rows })),
} satisfies { [Name in keyof CaseFile]?: unknown });

/** Of `case.json`. Throws CryptoError `malformed`. */
export function toldEntriesOf(bytes: Uint8Array): ToldEntry[] {
  const { success, data } = z.safeParse(told, jsonOf(bytes));
  if (!success) throw new CryptoError("malformed");
  const { made, conversation, notes, records, readers } = data;
  const all = { conversation, notes, records, readers: readers?.changes ?? [] };
  return [
    ...(made.trail === null ? [] : [entryOf({ in: "made", number: 0 }, made.by, made.trail)]),
    ...(Object.keys(all) as (keyof typeof all)[]).flatMap((place) =>
      all[place].flatMap(({ number, by, trail: one }) =>
        one === undefined ? [] : [entryOf({ in: place, number }, by ?? "", one)],
      ),
    ),
  ];
}

function entryOf(row: RowOfAct, by: string, { entry, row: hash }: z.infer<typeof trail>): ToldEntry {
  return { row, entry, hash, by };
}

/** Throws CryptoError `malformed`. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    throw new CryptoError("malformed");
  }
}
