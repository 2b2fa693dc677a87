/** Reads cases for the search of this device: quietly, a few at a time, and nothing is written by it. */
import { CryptoError } from "../../../crypto/errors.ts";
import { registerNumberOf } from "../../../crypto/identity.ts";
import type { CaseItem } from "../../../protocol/frames.ts";
import { type CaseTexts, type Read, textsOf } from "../../finding/case-texts.ts";
import type { Library } from "../../finding/library.ts";
import { type ListedCase, forEachAtOnce } from "../list/cases.ts";
import type { MemberCase } from "./member-case.ts";
import { readCase } from "./read-case.ts";
import type { Member } from "../entry/sign-in.ts";

export type Wanted = Pick<ListedCase, "handle" | "caseId" | "counts">;

/** Half of the connections that a browser keeps to one host: the others are the member's own. */
const READ_AT_ONCE = 3;

/** Throws ApiError; what was read before is in the library all the same. */
export async function fillLibrary(
  member: Member,
  library: Pick<Library, "put">,
  wanted: readonly Wanted[],
  {
    signal,
    onRead,
  }: { readonly signal?: AbortSignal; readonly onRead: (one: Wanted, isIn: boolean) => Promise<void> | void },
): Promise<void> {
  await forEachAtOnce(wanted, READ_AT_ONCE, async (one) => {
    if (signal?.aborted === true) return;
    const texts = await readTexts(member, one);
    if (texts !== undefined) library.put(texts);
    await onRead(one, texts !== undefined);
  });
}

/** Undefined for a case that does not open: whoever opens it is told why. */
async function readTexts(member: Member, { handle, caseId }: Wanted): Promise<CaseTexts | undefined> {
  try {
    const { item, opened } = await readCase(member, handle, { listed: caseId, pages: Infinity });
    return textsOf(opened, { handle, registerNumber: registerNumberOf(caseId), read: readOf(item) });
  } catch (error) {
    if (error instanceof CryptoError) return undefined;
    throw error;
  }
}

/** Of a case that was opened; undefined where earlier messages were not asked for. */
export function textsOfOpened({ handle, registerNumber, item, opened }: MemberCase): CaseTexts | undefined {
  return opened.earlier > 0 ? undefined : textsOf(opened, { handle, registerNumber, read: readOf(item) });
}

export function readOf({ counts }: Pick<CaseItem, "counts">): Read {
  return [counts.reporter, counts.team, counts.internal];
}
