/** Who reads a case, as far as the list knows without opening it; no key is needed to ask, so that pages may. */
import { isIn } from "../../../protocol/rules/casework.ts";

/** So many letters of an id tell the members of an office apart; a mistake costs a look at the case. */
const LETTERS = 6;

export function beginningOf(id: string): string {
  return id.slice(0, LETTERS);
}

type Listed = {
  readonly state: string;
  readonly digest: { readonly readers?: readonly string[] | undefined } | undefined;
};

/** Whether a case is open and, as it was opened last, this member has its keys. */
export function mayHold(id: string, { state, digest }: Listed): boolean {
  return !isIn("ended", state) && digest?.readers?.includes(beginningOf(id)) === true;
}
