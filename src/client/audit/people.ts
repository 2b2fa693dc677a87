/** Who may act at a place of the log: the newest directory and statement before it, each checked as it comes. */
import { hex } from "../../crypto/bytes.ts";
import type { Entry } from "../../protocol/audit/entry.ts";
import {
  type Directory,
  DirectoryError,
  type RootSet,
  type SignedDirectory,
  isActive,
} from "../../protocol/directory/directory.ts";
import { type Looked, lookAt } from "../../protocol/directory/freshness.ts";
import type { SignedStatement } from "../../protocol/directory/statement.ts";
import { type Trust, firstUse, followed } from "../../protocol/directory/trust.ts";
import type { AuditFaultCode } from "./verdict.ts";

export type People = {
  readonly directory: Directory | undefined;
  /** Root sets by which directories so far are signed; the one to begin with is a claim, until a directory bears it out */
  readonly proved: readonly RootSet[];
  /** Throws DirectoryError. */
  list(signed: SignedDirectory): void;
  /** The next one; the first on a directory may be any. Throws DirectoryError. */
  state(signed: SignedStatement): void;
  /** The key by which the author of an entry signs here, or why there is none. From then on no statement is left out. */
  keyOf(entry: Pick<Entry, "memberId" | "directoryVersion">): Uint8Array | AuditFaultCode;
};

export function startWith(first: RootSet): People {
  let trust: Trust = firstUse(first);
  let directory: Directory | undefined;
  let statement: Looked | undefined;
  let hasActed = false;
  const proved: RootSet[] = [];
  return {
    get directory() {
      return directory;
    },
    proved,
    list(signed) {
      const next = followed(trust, signed, directory);
      if (next.directory.version === directory?.version) throw new DirectoryError("rollback");
      ({ trust, directory } = next);
      statement = undefined;
      hasActed = false;
      proved.push(directory.roots);
    },
    state(signed) {
      if (directory === undefined || directory.stewards === null) throw new DirectoryError("other-directory");
      const next = lookAt(directory, signed, statement, directory.stewards);
      // A server that was founded or restored with the newest directory has the newest statement alone. What those before it
      // took it takes too; so nobody is missed by it who has not acted yet.
      if (statement === undefined && hasActed && next.document.sequence !== 1)
        throw new DirectoryError("statement-gap");
      statement = next;
    },
    keyOf({ memberId, directoryVersion }) {
      if (directoryVersion !== directory?.version) return "other-directory";
      hasActed = true;
      const id = hex(memberId);
      const member = directory.members.get(id);
      if (!isActive(member)) return "unknown-member";
      return statement?.document.suspended.includes(id) === true ? "suspended-member" : member.signingKey;
    },
  };
}
