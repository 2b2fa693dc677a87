/**
 * The audit trail as the server hands it out: its head, signed when somebody asks, and leaves with their proofs. The server
 * is believed nothing of it: whoever asks remembers the last head, and a log that does not begin with that is an alarm.
 */
import { createHash } from "node:crypto";
import { concat, list, sameBytes } from "../../../crypto/bytes.ts";
import { type Sha256, type Tree, growTree } from "../../../crypto/log/merkle.ts";
import { checkpointText, logOriginOf } from "../../../protocol/audit/checkpoint.ts";
import { encodeLeaf, hourOf, logKeyNameOf, serverPayload } from "../../../protocol/audit/leaf.ts";
import { type NoteSigner, encodeNote, encodeNoteKey, signText } from "../../../protocol/audit/signed-note.ts";
import { encodeAuditPage, encodeCaseAudit, pageProofOf } from "../../../protocol/audit/pages.ts";
import { AUDIT_PAGE, CASE_AUDIT_PAGE, STATEMENTS_PAGE } from "../../../protocol/limits.ts";
import type { SignedStatement } from "../../../protocol/directory/statement.ts";
import type { Origins } from "../../origins.ts";
import { ProblemError } from "../../problem.ts";
import type { ServerKey } from "../../admission/server-key.ts";
import {
  type FoundLeaf,
  appendIfNew,
  findLastHour,
  findLeafHashes,
  findLeaves,
  findLeavesOf,
} from "../../store/audit.ts";
import { hasProved } from "../../store/cases/cases.ts";
import type { Database } from "../../store/database.ts";
import { findStatements } from "../../store/office/directories.ts";
import type { Session } from "./sessions.ts";
import { today } from "./today.ts";

/** Read at once while the tree grows to what the database has: some 300 KB. */
const HASHES_AT_ONCE = 8_192;

const A_YEAR_HOURS = 24 * 366;

const sha256: Sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

type Head = {
  /** A signed note (C2SP), by the newest key and all that were replaced */
  readonly checkpoint: string;
  /** The log's verifier keys, the newest first */
  readonly keys: string[];
  /** That it begins with the log that was asked about; empty where it is no longer than that */
  readonly proof: Uint8Array;
};

export type Audit = {
  /** @param from how many leaves the caller knows */
  readonly head: (from: number) => Promise<Head>;
  /** A page of the first `size` leaves. Throws ProblemError `not-found` where there are not so many. */
  readonly page: (session: Session, page: { readonly number: number; readonly size: number }) => Promise<Uint8Array>;
  /** A page of the statements on a directory, which a leaf holds the hashes of. */
  readonly statementsOn: (version: number, from: number) => Promise<SignedStatement[]>;
  /** Of one case among the first `size`, behind a place. Throws ProblemError `not-found`. */
  readonly ofCase: (
    session: Session,
    handle: string,
    from: { readonly after: number | undefined; readonly size: number },
  ) => Promise<Uint8Array>;
  /**
   * Once at the start: which key signs heads from now on, and which pages are served. False where the last leaf is more than
   * a year old: a leaf keeps all later ones from going back, and a machine that has just begun may not know its day yet. Then
   * nothing is added; the next start looks again.
   */
  readonly begin: (manifestHash: Uint8Array | undefined) => Promise<boolean>;
};

export function makeAudit(database: Database, key: ServerKey, origins: Origins): Audit {
  const name = logOriginOf(origins.all[0] ?? "");
  const signers = [key, ...key.earlier].map((one): NoteSigner => ({ name, kind: "note", ...one.logKey }));
  const keys = signers.map((signer) => encodeNoteKey(sha256, signer));
  // Of what is only added to, what was read stays right, unless the database went back: to a copy, or a standby that lagged.
  let tree = growTree(sha256);
  let last: Uint8Array | undefined;
  let growing: Promise<void> = Promise.resolve();

  /** All leaves that there are now. One look at a time: leaves go into the tree in order. */
  async function grow(): Promise<Tree> {
    growing = growing.catch(() => {}).then(readOn);
    await growing;
    return tree;
  }

  async function readOn(): Promise<void> {
    for (;;) {
      const found = await findLeafHashes(database, Math.max(0, tree.size - 1), HASHES_AT_ONCE);
      if (last !== undefined && (found[0] === undefined || !sameBytes(found[0], last))) {
        tree = growTree(sha256);
        last = undefined;
        continue;
      }
      for (const hash of last === undefined ? found : found.slice(1)) tree.append(hash);
      last = found.at(-1);
      if (found.length < HASHES_AT_ONCE) return;
    }
  }

  /** Kept by whoever asks: another may take its place while leaves are read. */
  async function atLeast(size: number): Promise<Tree> {
    const whole = size > tree.size ? await grow() : tree;
    if (size > whole.size) throw new ProblemError("not-found");
    return whole;
  }

  return {
    async head(from) {
      const whole = await grow();
      const { size } = whole;
      const text = checkpointText({ origin: name, size, root: whole.root(size) });
      const checkpoint = encodeNote({ text, signatures: signers.map((signer) => signText(sha256, text, signer)) });
      return { checkpoint, keys, proof: concat(...(from < size ? whole.consistency(from, size) : [])) };
    },
    async page({ memberId }, { number, size }) {
      const whole = await atLeast(size);
      const from = number * AUDIT_PAGE;
      if (from >= size) throw new ProblemError("not-found");
      const atMost = Math.min(AUDIT_PAGE, size - from);
      const leaves = await findLeaves(database, { memberId, from, atMost });
      return encodeAuditPage(pageProofOf(whole, { number, size }), leaves.map(bytesOf));
    },
    statementsOn: (version, from) => findStatements(database, { version, from, atMost: STATEMENTS_PAGE }),
    async ofCase({ memberId }, handle, { after, size }) {
      if (!(await hasProved(database, memberId, handle))) throw new ProblemError("not-found");
      const whole = await atLeast(size);
      const from = after === undefined ? 0 : after + 1;
      const found = await findLeavesOf(database, handle, { memberId, from, atMost: CASE_AUDIT_PAGE + 1 });
      const older = found.filter(({ place }) => place < size);
      return encodeCaseAudit({
        isMore: older.length > CASE_AUDIT_PAGE,
        items: older
          .slice(0, CASE_AUDIT_PAGE)
          .map((leaf) => ({ place: leaf.place, leaf: bytesOf(leaf), proof: whole.inclusion(leaf.place, size) })),
      });
    },
    async begin(manifestHash) {
      const [newest] = signers;
      if (newest === undefined) return true;
      const hour = await findLastHour(database);
      if (hour !== undefined && hourOf(today()) - hour > A_YEAR_HOURS) return false;
      const named = serverPayload({ act: "log-key", object: logKeyNameOf(sha256, newest.publicKey) });
      await appendIfNew(database, "server", named, today(), list("segel/1/audit-server", "log-key"));
      if (manifestHash !== undefined) await appendIfNew(database, "pages", manifestHash, today());
      return true;
    },
  };
}

/** The leaf as it was hashed, or its hash alone. */
function bytesOf({ hour, kind, payload, hash }: FoundLeaf): Uint8Array {
  return payload === null ? hash : encodeLeaf(hour, kind, payload);
}
