/** Work on a case from the list, without looking at it: assigned, labelled, archived. Nothing counts as shown by it. */
import type { SealingKeyPair } from "../../../crypto/secret/keys.ts";
import { MAX_LABELS } from "../../../protocol/limits.ts";
import { ApiError } from "../../line/http.ts";
import { Refusal } from "../../refusal.ts";
import { type MemberCase, openMemberCase } from "./member-case.ts";
import type { Member } from "../entry/sign-in.ts";

export type ListedWork =
  /** `before`: whose the case was when it was decided, so that nobody takes a case from a colleague unseen */
  | { readonly is: "assign"; readonly to: string | null; readonly reason: string; readonly before: string | null }
  | { readonly is: "label"; readonly add: readonly string[]; readonly remove: readonly string[] }
  /** The reporter reads why. */
  | { readonly is: "archive"; readonly text: string };

/** Somebody who wrote first is read, and the work is judged anew: so often, then it is told. */
const ATTEMPTS = 3;

export type Worked = {
  /** The case as it stands now */
  readonly opened: MemberCase;
  /** What takes it back; undefined where nothing was changed, or where a reporter was told */
  readonly undo: ListedWork | undefined;
};

/** A case as the list has it. */
type Listed = { readonly handle: string; readonly caseId: Uint8Array | undefined };

/** @param recovering the recovery key, where it was put together */
export function openQuietly(
  member: Member,
  { handle, caseId }: Listed,
  recovering?: SealingKeyPair,
): Promise<MemberCase> {
  return openMemberCase(member, handle, { listed: caseId, quietly: true, recovering });
}

/** Throws Refusal, CryptoError, ApiError. */
export async function workOnListed(member: Member, listed: Listed, work: ListedWork): Promise<Worked> {
  const open = () => openQuietly(member, listed);
  for (let attempt = 1; ; attempt++) {
    const opened = await open();
    try {
      const undo = await WORK[work.is](opened, work as never, member.id);
      return { opened: undo === "nothing" ? opened : await open(), undo: undo === "nothing" ? undefined : undo };
    } catch (error) {
      const wasQuicker = error instanceof ApiError && error.code === "conflict";
      if (!wasQuicker || attempt === ATTEMPTS) throw error;
    }
  }
}

type Doing = {
  [Is in ListedWork["is"]]: (opened: MemberCase, work: Extract<ListedWork, { is: Is }>, me: string) => Promise<Undo>;
};
/** `nothing`: it stood so already */
type Undo = ListedWork | undefined | "nothing";

const WORK: Doing = {
  async assign({ opened, record }, { to, reason, before }, me) {
    const now = opened.casework.assignments.now?.to ?? null;
    if (now === to) return "nothing";
    if (now !== before) throw new Refusal(to === me && now !== null ? "taken" : "changed");
    await record({ kind: "assignment", to, reason });
    return { is: "assign", to: before, reason: "", before: to };
  },
  async label({ opened, record }, { add, remove }) {
    const before = opened.casework.labels;
    const labels = [
      ...before.filter((label) => !remove.includes(label)),
      ...add.filter((one) => !before.includes(one)),
    ];
    if (labels.length === before.length && labels.every((label) => before.includes(label))) return "nothing";
    if (labels.length > MAX_LABELS) throw new Refusal("too-many-labels");
    await record({ kind: "labels", labels });
    return {
      is: "label",
      add: before.filter((label) => !labels.includes(label)),
      remove: labels.filter((label) => !before.includes(label)),
    };
  },
  async archive({ moveTo }, { text }) {
    await moveTo("archived", { outcome: null, text });
    return undefined;
  },
};
