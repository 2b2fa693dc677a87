/** What the page asks the vault about colleagues who have left, or are back with new keys. */
import type { Passed } from "../../../../client/office/leaving.ts";
import type { Role } from "../../../../protocol/rules/casework.ts";

/** Suspended by stewards, or removed in a version of the directory */
export type LeaverView = {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly roles: readonly Role[];
  readonly removedIn: number | undefined;
};

export type LeaversView = {
  readonly version: number;
  readonly leavers: readonly LeaverView[];
  /** By id of who came: the same person's former id, as the roots have said */
  readonly formerly: Readonly<Record<string, string>>;
};

export type PassAsk = { readonly who: string; readonly reason: string } & (
  | { readonly is: "leave" }
  | { readonly is: "give"; readonly formerly: string; readonly cut: boolean; readonly ended: boolean }
  /** Nothing is changed: only what they could know is looked up */
  | { readonly is: "look" }
);

/** One case, as it ended: codes alone, and its row of the list as it stands now. */
export type PassedAs<CaseRow, Failure> = Omit<Passed, "error" | "opened"> & {
  readonly failure: Failure | undefined;
  readonly row: CaseRow | undefined;
};

export type LeavingCalls<CaseRow, Failure> = {
  /** By the newest directory, asked for anew */
  readonly readLeavers: { readonly ask: object; readonly answer: LeaversView };
  /** Over all cases that this member can open; stopped, it ends behind the case that it is at. */
  readonly passOver: {
    readonly ask: PassAsk;
    readonly answer: object;
    readonly progress: { readonly of: number; readonly passed: PassedAs<CaseRow, Failure> | undefined };
  };
};
