/** What is filled in before a case file is sealed for another body, and what is wrong with it. */
import { type Lock, readRecipient } from "../../../client/referral/age.ts";
import type { SealedPackage } from "../../../client/referral/package.ts";
import type { RecordContent } from "../../../protocol/records.ts";
import type { ReceivingBody } from "../../../protocol/rules/referrals.ts";
import type { ReceiverView } from "../vault/messages/referral.ts";

export type SealChoices = {
  readonly to: ReceivingBody | "";
  readonly letter: string;
  /** "" where the letter has no day yet */
  readonly on: string;
  readonly way: "key" | "words";
  /** As it was pasted, or stood in a file */
  readonly key: string;
  /** Its twelve words are those that the receiver reads out. */
  readonly isCompared: boolean;
  /** How that was done; or by which way the words are told */
  readonly checked: string;
  /** The key is kept in the office's book of receivers. */
  readonly keeps: boolean;
  /** … which cannot be read, and is begun anew with it */
  readonly isAnew: boolean;
  /** Of the book, from which the key then is, and how it was compared */
  readonly known: ReceiverView | undefined;
};

/** No key yet, so none that was compared */
const NO_KEY = { key: "", isCompared: false, checked: "", keeps: true, known: undefined } as const;

export const NOTHING_CHOSEN: SealChoices = { to: "", letter: "", on: "", way: "key", isAnew: false, ...NO_KEY };

/** A receiver out of the book; undefined: a new one, to whom nothing of the one before belongs. */
export function fromBook(known: ReceiverView | undefined): Partial<SealChoices> {
  if (known === undefined) return NO_KEY;
  const { to, recipient: key, checked } = known;
  return { to, key, checked, way: "key", isCompared: true, keeps: false, known };
}

/** A key that was typed, or read from a file: what was said of the one before is not said of it. */
export function withKey({ known, checked }: SealChoices, key: string): Partial<SealChoices> {
  return { key, isCompared: false, keeps: true, known: undefined, checked: known === undefined ? checked : "" };
}

/** The body is called otherwise: one from the book takes its key along, and a typed key is compared with the new one. */
export function renamed({ known }: SealChoices): Partial<SealChoices> {
  return known === undefined ? { isCompared: false } : NO_KEY;
}

/** Somebody has sent the half that must never leave the receiver: nothing is sealed to it any more. */
export function isSecret(key: string): boolean {
  return /AGE-SECRET-KEY-/iu.test(key);
}

export type SealFault = "to" | "letter" | "key" | "compared" | "checked";

export function sealFaults({ to, letter, way, key, isCompared, checked }: SealChoices): SealFault[] {
  const isMissing: Readonly<Record<SealFault, boolean>> = {
    to: to === "",
    letter: letter.trim() === "",
    key: way === "key" && (isSecret(key) || readRecipient(key) === undefined),
    compared: way === "key" && !isCompared,
    checked: checked.trim() === "",
  };
  return (Object.keys(isMissing) as SealFault[]).filter((fault) => isMissing[fault]);
}

/** What a package is sealed with. @param words drawn for this one, where no key is there */
export function lockOf({ way, key }: SealChoices, words: readonly string[]): Lock | undefined {
  if (way === "words") return { is: "words", words: words.join(" ") };
  const recipient = readRecipient(key);
  return recipient && { is: "key", recipient };
}

export type Addressed = { readonly name: string; readonly reason: string; readonly files: number };

export function packageRecord(
  { to, letter, on, way, checked }: SealChoices,
  { sha256, bytes }: SealedPackage,
  { name, reason, files }: Addressed,
  keyHash: string,
): RecordContent<"referral-package"> {
  return {
    kind: "referral-package",
    to: to === "" ? "other" : to,
    name: name.trim(),
    letter: letter.trim(),
    on: on === "" ? null : on,
    reason: reason.trim(),
    key: way === "key" ? keyHash : null,
    checked: checked.trim(),
    sha256,
    bytes,
    files,
  };
}
