/** What the office says of rules of law: its signed document, read and changed a rule at a time. */
import type { OfficeDocumentContent } from "../../protocol/documents/office-documents.ts";
import { Refusal } from "../refusal.ts";
import {
  type OfficeDocument,
  newestRead,
  putOfficeDocument,
  readOfficeDocument,
  writtenOver,
} from "./office-documents.ts";
import type { Member } from "./entry/sign-in.ts";

export type LawDocument = OfficeDocument<"law">;
export type SaidOfRule = OfficeDocumentContent<"law">["rules"][number];

export type RuleOrder = {
  /** Which was looked at */
  readonly version: number;
  readonly id: string;
  readonly said: SaidOfRule | null;
  readonly isAnew?: boolean;
};

export function readLaw(member: Member): Promise<LawDocument> {
  return readOfficeDocument(member, "law");
}

/**
 * One rule read again, perhaps with another value; null takes back what the office had said of it. Throws Refusal `changed`
 * where the document is no more the one that was looked at: a colleague may have said otherwise of the same rule;
 * `alarm`. `isAnew`: on purpose from the newest version that is read, where the one that is there is not.
 */
export async function sayOfRule(
  member: Member,
  { version, id, said, isAnew = false }: RuleOrder,
): Promise<LawDocument> {
  const found = await readLaw(member);
  if (found.version !== version) throw new Refusal("changed");
  const content = (await newestRead(member, found))?.content;
  const others = (content?.rules ?? []).filter((one) => one.id !== id);
  const rules = said === null ? others : [...others, said];
  return putOfficeDocument(member, writtenOver(found, isAnew), { rules });
}
