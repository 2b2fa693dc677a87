/**
 * What a member declares of own interests, and which of it a report touches (docs/protocol.md, "Declared interests").
 */
import { ID_BYTES } from "../../crypto/id-size.ts";
import { hexOf } from "../encoding/byte-schemas.ts";
import { isDay } from "../encoding/day.ts";
import { type Word, PART_END, SENTENCE_END, wordsOf } from "../encoding/fold.ts";
import { INTEREST_ID_BYTES, INTEREST_KINDS, INTEREST_NATURES } from "../rules/interests.ts";
import { recordDay, recordLine, recordText } from "../records/texts.ts";
import type { ReadAnswers } from "../rules/report-fields.ts";
import * as z from "../encoding/zod.ts";

const writtenSchema = z
  .strictObject({
    id: hexOf(INTEREST_ID_BYTES),
    kind: z.enum(INTEREST_KINDS),
    nature: z.enum(INTEREST_NATURES),
    unit: recordLine,
    person: recordLine,
    note: recordText,
    since: recordDay,
    /** The day on which it was declared, by the clock of who did */
    declared: z.string().check(z.refine(isDay)),
    ended: recordDay,
  })
  .check(z.refine(({ unit, person }) => unit.trim() !== "" || person.trim() !== ""));
const readSchema = z.object({
  id: hexOf(INTEREST_ID_BYTES),
  kind: z.string(),
  nature: z.string(),
  unit: z.string(),
  person: z.string(),
  note: z.string(),
  since: z.nullable(z.string()),
  declared: z.string(),
  ended: z.nullable(z.string()),
});

/** Nothing of it is taken away: what is over has an end. `sealedTo`: ids of the leads who can read it. */
export const DECLARED = {
  written: z.strictObject({
    interests: z.readonly(z.array(writtenSchema)),
    sealedTo: z.readonly(z.array(hexOf(ID_BYTES))),
  }),
  read: z.object({ interests: z.readonly(z.array(readSchema)), sealedTo: z.readonly(z.array(z.string())) }),
};

/** As this version writes it */
export type Interest = z.infer<typeof writtenSchema>;
/** As it is read: codes may be of a later version. */
export type ReadInterest = z.infer<typeof readSchema>;

/** What this version writes of what it read; undefined where it is of a later one, and would be lost. */
export function writableInterest(interest: ReadInterest): Interest | undefined {
  const result = z.safeParse(writtenSchema, interest);
  return result.success ? result.data : undefined;
}

/** An interest that the report names, by its unit or its person. */
export type InterestMatch = { readonly interest: ReadInterest; readonly by: readonly ("unit" | "person")[] };

/** Ended interests count as well, each with its end: whether one still binds, a person decides. */
export function matchInterests(interests: readonly ReadInterest[], answers: ReadAnswers): InterestMatch[] {
  const texts = Object.values(answers).filter((answer) => typeof answer === "string");
  const words = texts.map((text) => foldedOf(wordsOf(text)));
  return interests.flatMap((interest) => {
    const by = (["unit", "person"] as const).filter((part) => {
      const wanted = foldedOf(wordsOf(interest[part]));
      return wanted.length > 0 && words.some((text) => holds(text, wanted));
    });
    return by.length === 0 ? [] : [{ interest, by }];
  });
}

/** Dots of titles and commas of addresses separate nothing here. */
function foldedOf(words: readonly Word[]): string[] {
  return words.map(({ folded }) => folded).filter((folded) => folded !== SENTENCE_END && folded !== PART_END);
}

function holds(text: readonly string[], wanted: readonly string[]): boolean {
  return text.some((_, at) => wanted.every((word, offset) => text[at + offset] === word));
}
