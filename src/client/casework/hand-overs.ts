/** To which other bodies and units a case was handed, as its team wrote it down: for the register that evaluators ask for. */
import type { Entry } from "../case/chain.ts";
import type { Casework } from "./casework.ts";

export type CaseHandOver = {
  /** A code of rules/referrals.ts or rules/complaints.ts; undefined where the state alone says that it was handed on */
  readonly to: string | undefined;
  readonly on: string;
  /** A receipt, or the receiver's own number, came back */
  readonly answered: boolean;
};

/** In the order of days. */
export function handOversOf(
  conversation: readonly Pick<Entry, "effective" | "message" | "storedOn">[],
  { referrals, complaint }: Pick<Casework, "referrals" | "complaint">,
): CaseHandOver[] {
  const packages = referrals.map(({ storedOn, content, receipt }) => ({
    to: content.to,
    on: content.on ?? storedOn,
    answered: receipt !== undefined,
  }));
  const { now } = complaint;
  const handed = now?.content.handedOn ?? undefined;
  const complaints =
    now === undefined || handed === undefined
      ? []
      : [{ to: handed.to, on: handed.on ?? now.on, answered: handed.reference.trim() !== "" }];
  const written = [...packages, ...complaints].toSorted((a, b) => (a.on < b.on ? -1 : 1));
  if (written.length > 0) return written;
  return conversation.flatMap(({ effective, message, storedOn }) =>
    effective && message?.kind === "status" && message.state === "referred"
      ? [{ to: undefined, on: storedOn, answered: false }]
      : [],
  );
}
