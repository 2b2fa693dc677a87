/**
 * What the team writes about a case beside notes: messages of direction `internal`, each with a kind and fields of its
 * own (docs/protocol.md, "Contents"). One row a kind; writing, reading and folding follow it.
 */
import type { Bytes } from "../crypto/bytes.ts";
import { isCodeOf } from "./rules/casework.ts";
import { encodeJson, readJson } from "./encoding/canonical-json.ts";
import { type ReadMessage, type WithUnknown, parseMessageContent } from "./content.ts";
import type { RecordName } from "./record-names.ts";
import { ASSIGNMENT } from "./records/assignment.ts";
import { COMPLAINT } from "./records/complaint.ts";
import { EXPORT } from "./records/export.ts";
import { GRANT } from "./records/grant.ts";
import { INTEREST } from "./records/interest.ts";
import { LABELS } from "./records/labels.ts";
import { LINK } from "./records/link.ts";
import { OVERRULING } from "./records/overruling.ts";
import { EXPOSURE, PROTECTION } from "./records/protection.ts";
import { SHEET, SHEET_AGREEMENT } from "./records/sheet.ts";
import { TASK, TASK_DONE } from "./records/task.ts";
import type { RecordKind } from "./records/record.ts";
import { SOURCE } from "./records/source.ts";
import { RECOVERY } from "./records/recovery.ts";
import { REFERRAL_PACKAGE, REFERRAL_RECEIPT } from "./records/referral.ts";
import { RESULT } from "./records/result.ts";
import { REMOVAL } from "./records/removal.ts";
import type * as z from "./encoding/zod.ts";

const RECORDS = {
  assignment: ASSIGNMENT,
  labels: LABELS,
  grant: GRANT,
  removal: REMOVAL,
  sheet: SHEET,
  "sheet-agreement": SHEET_AGREEMENT,
  overruling: OVERRULING,
  task: TASK,
  "task-done": TASK_DONE,
  protection: PROTECTION,
  exposure: EXPOSURE,
  complaint: COMPLAINT,
  source: SOURCE,
  link: LINK,
  interest: INTEREST,
  recovery: RECOVERY,
  export: EXPORT,
  "referral-package": REFERRAL_PACKAGE,
  "referral-receipt": REFERRAL_RECEIPT,
  result: RESULT,
} as const satisfies Readonly<Record<RecordName, RecordKind>>;

type Table = typeof RECORDS;

/** What this version writes. */
export type RecordContent<Of extends RecordName = RecordName> = {
  [Kind in Of]: { readonly kind: Kind } & z.input<Table[Kind]["written"]>;
}[Of];

/** What is read: codes and fields may be of a later version. */
export type ReadRecord<Of extends RecordName = RecordName> = WithUnknown &
  { [Kind in Of]: { readonly kind: Kind } & z.output<Table[Kind]["read"]> }[Of];

/** JSON of a record without its kind. Throws CryptoError `malformed` for what this version does not write. */
export function encodeRecord({ kind, ...fields }: RecordContent): Bytes {
  return encodeJson(RECORDS[kind].written, fields as never);
}

/** An internal message: a note or a record. Throws CryptoError `malformed`. */
export function parseInternalContent(kind: string, bytes: Uint8Array): ReadMessage | ReadRecord {
  if (!isCodeOf(RECORDS, kind)) return parseMessageContent("internal", kind, bytes);
  const { known, unknown } = readJson(RECORDS[kind].read as z.core.$ZodObject, bytes);
  return { kind, ...known, ...(unknown.length > 0 && { unknown }) } as ReadRecord;
}
