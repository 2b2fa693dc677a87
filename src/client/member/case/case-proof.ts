/** Acts about a case out of the audit trail, with the proofs that they stand there, for who gets its case file. */
import { type Bytes, hex } from "../../../crypto/bytes.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import { parseLeaf } from "../../../protocol/audit/leaf.ts";
import type { CaseAudit } from "../../../protocol/audit/pages.ts";
import { parseRows } from "../../../protocol/frames.ts";
import type { ReporterPart } from "../../../protocol/records/export.ts";
import type { CaseTrailPlaces } from "../../case-file/case-file.ts";
import { encodeCaseProof } from "../../case-file/case-proof.ts";
import { callBytes } from "../../line/http.ts";
import type { Member } from "../entry/sign-in.ts";
import { fetchCaseActs, lookAtTrail } from "../trail.ts";
import { placesByDetails, writtenRows } from "./case-trail.ts";
import type { MemberCase } from "./member-case.ts";
import { detailsOfRow } from "./row-act.ts";

type Proved = {
  readonly part: ReporterPart;
  /** Details hash of the act that wrote the record of this file */
  readonly record: string;
};

export type ProvedCase = { readonly proof: Bytes; readonly trail: CaseTrailPlaces };

/**
 * Undefined where the trail does not hold: that is an alarm of its own, and keeps nobody from making the file. Of a file
 * without the reporter's part the act alone that wrote its record: whoever looks all day tells between which acts it came, and
 * acts beside the records that go tell whose the others are and of which day, of protection and of whom the reporter kept out.
 * Throws ApiError where the line failed.
 */
export async function proveCase(
  member: Member,
  file: MemberCase,
  { part, record }: Proved,
): Promise<ProvedCase | undefined> {
  const looked = await lookAtTrail(member);
  if ("alarm" in looked) return undefined;
  const { head, checkpoint, keys } = looked;
  const [key = ""] = keys;
  try {
    const acts = await fetchCaseActs(member, head, file.handle);
    const items = part === "included" ? acts : acts.filter(({ leaf }) => detailsIn(leaf) === record);
    const places = part === "included" ? placesByDetails(await writtenRows(member, file)) : new Map();
    const trail = trailOf(items, record, places);
    return trail && { proof: encodeCaseProof({ key, checkpoint, items }), trail };
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

/** Undefined where nothing of the trail tells of the record: then the server keeps it back. */
function trailOf(
  items: CaseAudit["items"],
  record: string,
  places: ReturnType<typeof placesByDetails>,
): CaseTrailPlaces | undefined {
  const entries = items.flatMap(({ place, leaf }) => {
    const row = detailsIn(leaf);
    return row === undefined ? [] : [{ entry: place + 1, row }];
  });
  const made = entries.find(({ row }) => row === record);
  const rows = entries.flatMap((one) => {
    const place = places.get(one.row);
    return place === undefined ? [] : [[`${place.direction} ${place.sequence}`, one] as const];
  });
  return made && { made, rows: new Map(rows) };
}

/** Details hash of the act that wrote an internal row. Throws CryptoError, and ApiError. */
export async function detailsOf({ connection }: Member, handle: string, number: number): Promise<string> {
  const bytes = await callBytes(connection, "messages", {
    params: { handle, direction: "internal" },
    query: { after: number - 1 },
  });
  const row = parseRows(bytes).find(({ sequence }) => sequence === number);
  if (row === undefined) throw new CryptoError("altered");
  return hex(await detailsOfRow(row, { handle, direction: "internal" }));
}

function detailsIn(leaf: Uint8Array): string | undefined {
  const read = parseLeaf(leaf);
  return read.kind === "act" ? hex(read.entry.details) : undefined;
}
