/** What is searched of a case: its texts, each with the place where it stands. */
import type { Direction } from "../../crypto/message.ts";
import type { Field } from "../../protocol/report-fields.ts";

export type Place =
  | { readonly of: "report"; readonly field: Field }
  /** `direction` internal: notes and sheets */
  | { readonly of: "message"; readonly direction: Direction; readonly sequence: number }
  | { readonly of: "file"; readonly direction: Direction; readonly sequence: number }
  | { readonly of: "register" };

export type CaseText = { readonly place: Place; readonly text: string };

export type CaseTexts = {
  readonly handle: string;
  /** Up to which messages of reporter, team and colleagues it goes: with more of them it is read anew */
  readonly read: readonly [number, number, number];
  readonly texts: readonly CaseText[];
};
