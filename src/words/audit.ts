/** What checking the audit trail comes to, said in sentences: for the command line and the desk. */
import type { AuditFault, AuditFaultCode } from "../client/audit/verdict.ts";
import type { LeafKind } from "../protocol/audit/leaf.ts";
import * as en from "./audit/en.ts";
import * as id from "./audit/id.ts";
import type { Speech } from "./speech.ts";
import { type TextsFor, together } from "./text.ts";

const TABLES = together({ id, en });
export const { AUDIT } = TABLES;
const FAULTS: TextsFor<AuditFaultCode> = TABLES.FAULTS;
const LEAF_KIND_NAMES: TextsFor<LeafKind> = TABLES.KINDS;

/** Codes that are about the file, or about what it is compared with: they name no entry. */
export const AUDIT_FAULT_CODES = Object.keys(FAULTS) as AuditFaultCode[];

/** What does not hold, and which entry: "Entry 17 (act): the signature is not its author's." */
export function faultSentence({ code, first, last, kind, by }: AuditFault, { say, name }: Speech): string {
  const told = by && say(AUDIT.by, { name: name(by.names), entry: by.entry, n: by.acts });
  const what = [say(FAULTS[code], { first, last }), told].filter((part) => part !== undefined).join(" ");
  if (first === 0) return what;
  if (first !== last) return `${say(AUDIT.between, { first, last })} ${what}`;
  const of = kind === undefined ? "" : ` (${say(LEAF_KIND_NAMES[kind])})`;
  return `${say(AUDIT.entry, { sequence: first, kind: of })} ${what}`;
}
