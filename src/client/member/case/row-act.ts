/** What the act that wrote a row hashes to: made again from the row and its place, as the request was. */
import { type Bytes } from "../../../crypto/bytes.ts";
import { type Row, encodeMemberRow } from "../../../protocol/frames.ts";
import { type SignedRemoval, encodeOpenRow } from "../../../protocol/readers.ts";
import { detailsOf } from "../../audit/details.ts";
import { sha256 } from "../../line/sha256.ts";

export type Direction = "team" | "internal";

type PlaceOfRow = {
  readonly handle: string;
  readonly direction: Direction;
  /** That it claims */
  readonly files?: readonly Uint8Array[];
};

export async function detailsOfRow(
  { epoch, sequence, row }: Row,
  { handle, direction, files = [] }: PlaceOfRow,
): Promise<Bytes> {
  const bodyHash = await sha256(encodeMemberRow(row, files));
  return detailsOf("putMessage", { handle, direction, epoch, sequence }, bodyHash);
}

/** A grant, or the beginning of an epoch, with any of the signed removals of its case. */
export async function detailsOfOpenRow(
  { epoch, sequence, row, openPart }: Row & { readonly openPart: Uint8Array },
  handle: string,
  removals: readonly SignedRemoval[],
): Promise<Bytes[]> {
  const params = { handle, epoch, sequence };
  const granted = await sha256(encodeOpenRow({ row, openPart }));
  const begun = await Promise.all(removals.map((removal) => sha256(encodeOpenRow({ row, openPart }, removal))));
  return [detailsOf("putGrant", params, granted), ...begun.map((bodyHash) => detailsOf("putEpoch", params, bodyHash))];
}
