/** Limits of a report, checked on what was typed and before anything is sealed. */
import { utf8 } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import {
  type AnnouncedFile,
  type MessageContent,
  encodeMessageContent,
  encodeSummary,
  summaryOf,
} from "../../protocol/content.ts";
import { MAX_MESSAGE_CODE_POINTS, codePoints } from "../../protocol/limits.ts";
import type { Answers } from "../../protocol/rules/report-fields.ts";
import { MESSAGE_CLASSES, SUMMARY_CLASSES, pad } from "../../crypto/padding.ts";
import { type Finding, Refusal } from "../refusal.ts";
import { findingsInFields } from "./findings.ts";

/** What stands in the way of sending; empty when nothing does. */
export function findingsIn(answers: Answers): Finding[] {
  const findings = findingsInFields(answers);
  return findings.length > 0 || summaryFits(answers) ? findings : [{ field: "title", code: "too-long" }];
}

/** 120 code points of title and of unit always fit, half surrogates excepted: they take six bytes each. */
function summaryFits(answers: Answers): boolean {
  try {
    pad(encodeSummary(summaryOf(answers)), SUMMARY_CLASSES);
    return true;
  } catch (error) {
    if (error instanceof CryptoError) return false;
    throw error;
  }
}

/**
 * The largest message class, less 4 KiB for what is sealed beside the content: team key (1,216 bytes), signed fields,
 * signature. 60,000 code points of four bytes fit; of control characters, six bytes each in JSON, not so many.
 */
const MAX_MESSAGE_BYTES = Math.max(...MESSAGE_CLASSES) - 4_096;

/** What an entry of a file takes beside name and type: size, ids, key and hash with their names, as JSON. */
const FILE_ENTRY_BYTES = 280;

/** What stands in the way of a message. Files may come without a word, and words without a file. */
export function findingsInMessage(text: string, files: readonly AnnouncedFile[] = []): Finding[] {
  if (text.trim() === "" && files.length === 0) return [{ field: "message", code: "missing" }];
  const actual = codePoints(text);
  if (actual > MAX_MESSAGE_CODE_POINTS)
    return [{ field: "message", code: "too-long", limit: MAX_MESSAGE_CODE_POINTS, actual }];
  const described = files.map(({ name, type }) => utf8(JSON.stringify([name, type])).length + FILE_ENTRY_BYTES);
  const bytes = described.reduce((sum, one) => sum + one, encodeMessageContent({ kind: "text", text }).length);
  return bytes > MAX_MESSAGE_BYTES
    ? [{ field: "message", code: "too-many-bytes", limit: MAX_MESSAGE_BYTES, actual: bytes }]
    : [];
}

/** A withdrawal and a new state need no reason, whatever else is said needs words. Throws Refusal `findings`. */
export function checkText(content: MessageContent): void {
  const isReasonless = (content.kind === "withdraw" || content.kind === "status") && content.text === "";
  if (!("text" in content) || isReasonless) return;
  const findings = findingsInMessage(content.text, content.kind === "files" ? content.files : []);
  if (findings.length > 0) throw new Refusal("findings", findings);
}
