/**
 * What storing something costs a stranger now, and whether it fits: the one table of rules for what nobody has asked for.
 * Members pay nothing and are never refused for want of a share. The server goes by what it sees in clear: bytes, whether
 * anybody has opened a case, whether the office has answered (docs/decisions/0050-what-strangers-store-has-a-price.md).
 */
import { FREE_TEXT_BYTES_AN_ANSWER, LAST_TEXT_BYTES, TEXT_BYTES_AN_ANSWER } from "../../protocol/limits.ts";
import { rowSizes } from "../../crypto/message.ts";
import { MOST_PROOF_DIGITS, type Purpose } from "../../protocol/proof-of-work.ts";
import { ProblemError } from "../problem.ts";
import type { Database } from "../store/database.ts";
import { type Standing, countTextBytes, countUnopened, findStanding } from "../store/office/standing.ts";
import { countCellBytes } from "../store/cases/file-cells.ts";
import type { Decoys } from "./decoys.ts";
import type { Load } from "./load.ts";
import { type StorageQuota, lookedUp, makeStorageQuota } from "./storage-quota.ts";

/** Some ninety thousand short reports; beside 20 GiB of files little enough for the disk of a small machine. */
export const DEFAULT_TEXT_BYTES = 4 * 1_073_741_824;

/** Shares of a room by what has become of the case: a report is always new. */
type Shares = Readonly<Record<Standing["is"], number>>;
type Rule = { readonly room: "texts" | "files"; readonly digits: number; readonly share: Shares };

const texts = (digits: number, share: number): Rule => ({
  room: "texts",
  digits,
  share: { new: share, opened: share, answered: 1 },
});

/**
 * `digits`: 16 tries for some 64 KiB of text, 256 for a mebibyte; a cell of a file, which has a room of its own, as little as
 * a short text. `share`: how full the room may be. What is long stops at a half, follow-ups at three quarters, new reports
 * at seven eighths, the shortest messages a sixteenth later; the last belongs to cases that the office has answered.
 * Opening is no answer: members' programs open by themselves whatever is sealed to them.
 */
const RULES: Readonly<Record<Purpose, Rule>> = {
  report: texts(1, 7 / 8),
  "long-report": texts(2, 1 / 2),
  message: texts(1, 3 / 4),
  "long-message": texts(2, 1 / 2),
  file: { room: "files", digits: 1, share: { new: 1 / 2, opened: 3 / 4, answered: 1 } },
};

/**
 * The shortest messages of all cases find room up to here: beside new reports, which stop before it, they are what
 * withdraws and tells the office of burning. Some sixty thousand of them with the default.
 */
const LAST_WORDS_SHARE = 15 / 16;

/** One digit more, sixteen times the work, from each of these on. */
const STEPS = {
  /** How full the room is: early, since the last step is as much as may be asked */
  filled: [1 / 8, 3 / 8],
  /** Heads that nobody has opened, for reports: one page and ten of what members' programs try; a holiday leaves fewer. */
  unopened: [200, 2_000],
} as const;

/** An attack of an hour is noticed within its first minutes; counting passes over all cases. */
const UNOPENED_LOOK_MS = 60_000;

export type Prices = {
  /** Digits of a proof of work for this, now. */
  readonly digitsFor: (purpose: Purpose) => Promise<number>;
  /** Throws ProblemError `no-room`. */
  readonly admitReport: (bytes: number, purpose: Purpose) => Promise<void>;
  /** Throws ProblemError `awaiting-answer`, `proof-of-work-needed`, `no-room`. */
  readonly admitMessage: (handle: string, bytes: number, payment: Payment) => Promise<void>;
  /** Throws ProblemError `awaiting-answer`, `proof-of-work-needed`, `storage-full`. */
  readonly admitCell: (handle: string, bytes: number, payment: Payment) => Promise<void>;
  /** For files of members: the whole room, without a price. */
  readonly files: StorageQuota;
  readonly addText: (bytes: number) => void;
};

/** What a request needs, and what it brought */
type Payment = { readonly purpose: Purpose; readonly paid: Purpose | undefined };

export type PricesDeps = {
  /** They are nobody's, and strangers pay neither for them nor with them. */
  readonly decoys: Pick<Decoys, "tally">;
  readonly database: Database;
  readonly load: Pick<Load, "isHigh">;
  readonly roomBytes: Readonly<Record<Rule["room"], number>>;
  /** Hears that cases that are new find no room, and that nobody does */
  readonly onFull: (room: Rule["room"], to: "new" | "all") => void;
};

export function makePrices({ database, decoys, load, roomBytes, onFull }: PricesDeps): Prices {
  const unopened = lookedUp(async () => {
    const { count } = await decoys.tally();
    return (await countUnopened(database, count + STEPS.unopened[1])) - count;
  }, UNOPENED_LOOK_MS);
  const makeRoom = (room: Rule["room"], count: () => Promise<number>, { share }: Rule) =>
    makeStorageQuota(count, roomBytes[room], [
      { share: share.new, onFull: () => onFull(room, "new") },
      { share: 1, onFull: () => onFull(room, "all") },
    ]);
  const rooms = {
    texts: makeRoom("texts", async () => (await countTextBytes(database)) - (await decoys.tally()).bytes, RULES.report),
    files: makeRoom("files", () => countCellBytes(database), RULES.file),
  };
  const fits = (purpose: Purpose, bytes: number, is: Standing["is"], atLeast = 0) =>
    rooms[RULES[purpose].room].fits(bytes, Math.max(atLeast, RULES[purpose].share[is]));

  return {
    async digitsFor(purpose) {
      const { room, digits } = RULES[purpose];
      const isReport = purpose === "report" || purpose === "long-report";
      const wanted =
        digits +
        (load.isHigh() ? 1 : 0) +
        stepsTo(await rooms[room].filled(), STEPS.filled) +
        (isReport ? stepsTo(await unopened.now(), STEPS.unopened) : 0);
      return Math.min(wanted, MOST_PROOF_DIGITS);
    },
    async admitReport(bytes, purpose) {
      if (!(await fits(purpose, bytes, "new"))) throw new ProblemError("no-room");
    },
    async admitMessage(handle, bytes, { purpose, paid }) {
      const { is, answers, written } = await findStanding(database, handle);
      const last = bytes <= SHORTEST_ROW_BYTES ? { bytes: LAST_TEXT_BYTES, share: LAST_WORDS_SHARE } : NO_MORE;
      const allowed = (answers + 1) * TEXT_BYTES_AN_ANSWER + last.bytes;
      if (written + bytes > allowed) throw new ProblemError("awaiting-answer");
      const isRoomy = stepsTo(await rooms.texts.filled(), STEPS.filled) === 0;
      const free = isRoomy || is === "answered" ? (answers + 1) * FREE_TEXT_BYTES_AN_ANSWER : 0;
      if (written + bytes > free && paid !== purpose) throw new ProblemError("proof-of-work-needed");
      if (!(await fits(purpose, bytes, is, last.share)))
        throw new ProblemError(is === "answered" ? "no-room" : "awaiting-answer");
    },
    async admitCell(handle, bytes, { purpose, paid }) {
      const { is } = await findStanding(database, handle);
      if (!(await fits(purpose, bytes, is)))
        throw new ProblemError((await rooms.files.fits(bytes)) ? "awaiting-answer" : "storage-full");
      if (is !== "answered" && paid !== purpose) throw new ProblemError("proof-of-work-needed");
    },
    files: rooms.files,
    addText: rooms.texts.add,
  };
}

const NO_MORE = { bytes: 0, share: 0 };
const SHORTEST_ROW_BYTES = Math.min(...rowSizes("reporter"));

/** How many of these the value has come to: a digit of a proof of work each. */
export function stepsTo(value: number, steps: readonly number[]): number {
  return steps.filter((step) => value >= step).length;
}
