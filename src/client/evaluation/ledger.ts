/** The ledger changed entry by entry: colleagues who work on different entries never stand in each other's way. */
import {
  EMPTY_LEDGER,
  type Evaluation,
  type Evidence,
  type HandOver,
  type Ledger,
  type Obstacle,
} from "../../protocol/documents/ledger.ts";
import {
  type OfficeDocument,
  newestRead,
  putOfficeDocument,
  readSealedToAll,
  writtenOver,
} from "../member/office-documents.ts";
import type { Member } from "../member/entry/sign-in.ts";
import { Refusal } from "../refusal.ts";

export type LedgerLists = {
  readonly obstacles: Obstacle;
  readonly evaluations: Evaluation;
  readonly evidence: Evidence;
  readonly handOvers: HandOver;
};
export type LedgerList = keyof LedgerLists;

/** `before`: the entry as it was when somebody began to write, undefined for a new one; `after` undefined takes it out. */
export type EntryChange<List extends LedgerList = LedgerList> = {
  readonly list: List;
  readonly before: LedgerLists[List] | undefined;
  readonly after: LedgerLists[List] | undefined;
};
export type LedgerChange = EntryChange | { readonly list: "evaluatedOn"; readonly after: Ledger["evaluatedOn"] };

/** Somebody else may write in between; so many times the change is put upon what is newest then. */
const TRIES = 4;

/**
 * Throws Refusal `changed` where a colleague has changed this very entry, `alarm`; CryptoError `too-long`; ApiError.
 *
 * @param isAnew on purpose from the newest version that is read, where the one that is there is not
 */
export async function changeLedger(
  member: Member,
  change: LedgerChange,
  isAnew = false,
): Promise<OfficeDocument<"ledger">> {
  for (let tries = 1; ; tries++) {
    const found = await readSealedToAll(member, "ledger");
    const read = await newestRead(member, found);
    const ledger = changed(read?.content ?? EMPTY_LEDGER, change);
    if (ledger === undefined) throw new Refusal("changed");
    try {
      return await putOfficeDocument(member, writtenOver(found, isAnew), ledger);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "changed" || tries === TRIES) throw error;
    }
  }
}

/** Undefined where the entry is not any more what the change rests on. */
export function changed(ledger: Ledger, change: LedgerChange): Ledger | undefined {
  if (change.list === "evaluatedOn") return { ...ledger, evaluatedOn: change.after };
  const { list, before, after } = change;
  const entries: readonly { readonly id: string }[] = ledger[list];
  const id = (after ?? before)?.id;
  const stands = entries.find((one) => one.id === id);
  // The same again, after an answer that was lost.
  if (JSON.stringify(stands) === JSON.stringify(after)) return ledger;
  if (JSON.stringify(stands) !== JSON.stringify(before)) return undefined;
  const others = entries.filter((one) => one.id !== id);
  const next =
    after === undefined
      ? others
      : stands === undefined
        ? [...others, after]
        : entries.map((one) => (one.id === id ? after : one));
  return { ...ledger, [list]: next };
}
