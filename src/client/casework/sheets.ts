/** Triage sheets: every version with its author, the newest that holds, and what others said of each. */
import { CATEGORIES } from "../../protocol/rules/casework.ts";
import type { RecordContent } from "../../protocol/records.ts";
import type { ReadAnswers } from "../../protocol/rules/report-fields.ts";
import { ELEMENTS, SCORES, totalOf } from "../../protocol/rules/triage.ts";
import { type Recorded, ofKind } from "./recorded.ts";

type Opinion = {
  readonly by: string;
  readonly on: string;
  readonly agrees: boolean;
  readonly text: string;
};

export type Sheet = {
  readonly sequence: number;
  readonly by: string;
  readonly on: string;
  readonly content: Recorded<"sheet">["record"];
  readonly total: number;
  /** It was made upon another version than the one before it: what that one says was not seen by its author. */
  readonly overlooks: boolean;
  /** Of other members, the newest of each */
  readonly opinions: readonly Opinion[];
  /** A second member has agreed, and none disagrees. */
  readonly agreed: boolean;
};

export type Sheets = {
  readonly now: Sheet | undefined;
  /** Older versions, newest first */
  readonly earlier: readonly Sheet[];
  /** What is said of no sheet, or by its own author, by sequence: without effect */
  readonly invalid: readonly number[];
};

export function foldSheets(records: readonly Recorded[]): Sheets {
  const sheets = ofKind(records, "sheet");
  const said = ofKind(records, "sheet-agreement");
  // Only of a sheet that its author could have read, and of none of one's own: two people look, or nobody has.
  const isValid = ({ record, author, sequence }: (typeof said)[number]): boolean =>
    record.sheet < sequence && sheets.some((one) => one.sequence === record.sheet && one.author !== author);
  const all = sheets.map(({ sequence, author, storedOn, record }, at): Sheet => {
    const opinions = new Map<string, Opinion>();
    for (const one of said.filter((any) => isValid(any) && any.record.sheet === sequence)) {
      const { agrees, text } = one.record;
      opinions.set(one.author, { by: one.author, on: one.storedOn, agrees, text });
    }
    return {
      sequence,
      by: author,
      on: storedOn,
      content: record,
      total: totalOf(record.scores),
      overlooks: record.after !== (sheets[at - 1]?.sequence ?? 0),
      opinions: [...opinions.values()],
      agreed: opinions.size > 0 && [...opinions.values()].every(({ agrees }) => agrees),
    };
  });
  return {
    now: all.at(-1),
    earlier: all.slice(0, -1).toReversed(),
    invalid: said.filter((one) => !isValid(one)).map(({ sequence }) => sequence),
  };
}

/** Whether a second member has yet to look at it. */
export function awaitsSecond({ total, agreed }: Pick<Sheet, "total" | "agreed">, fromTotal: number): boolean {
  return total >= fromTotal && !agreed;
}

/** What a sheet says, without the version that it was made upon. */
export type SheetContent = Omit<Extract<RecordContent, { kind: "sheet" }>, "kind" | "after">;

/** Elements that the report has filled in count as there, until somebody has read it; the reporter's category likewise. */
export function emptySheet({ category, what, who, where, when, how, amountIDR }: ReadAnswers): SheetContent {
  const told = { what, who, where, when, why: "", how, amount: amountIDR === null ? "" : "x" };
  return {
    scores: Object.fromEntries(SCORES.map((code) => [code, { score: null, reason: "" }])) as SheetContent["scores"],
    elements: Object.fromEntries(ELEMENTS.map((code) => [code, told[code].trim() !== ""])) as SheetContent["elements"],
    category: CATEGORIES.find((known) => known === category) ?? "lainnya",
    summary: "",
    plan: "",
    recommendation: { action: null, reason: "" },
  };
}
