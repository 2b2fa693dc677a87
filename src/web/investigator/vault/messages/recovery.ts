/** What the page asks the vault about the recovery key: rehearsed when, put together by whom, replaced by what. */
import type { Received } from "../../../../client/ceremony/recovery-call.ts";
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import type { RecoveryStanding } from "../../../../client/office/recovery-records.ts";
import type { NotGiven, Recovered } from "../../../../client/office/recovering.ts";
import type { ListedRecovery } from "../../../../protocol/directory/directory.ts";
import type { RecoveryUse } from "../../../../protocol/directory/recovery-record.ts";

type Names = Readonly<Record<string, string>>;
type Refused = { readonly refused: CeremonyCode };

/** Of one recovery key: what a person compares with a sheet */
export type RecoveryKeyView = {
  readonly words: readonly string[];
  readonly threshold: number;
  readonly total: number;
  /** Whether it can prove a rehearsal, and who opened a case */
  readonly attests: boolean;
};

export type RecoveryView = {
  /** Undefined where the office has none */
  readonly key: RecoveryKeyView | undefined;
  readonly due: RecoveryStanding["due"];
  readonly rehearsedOn: string | undefined;
  readonly openedOn: string | undefined;
  readonly records: readonly { readonly use: RecoveryUse; readonly day: string; readonly names: Names }[];
  /** Whether this member asks the roots for changes */
  readonly asksRoots: boolean;
  /** Whether this member could be the one who recovers: somebody who reads reports */
  readonly mayRecover: boolean;
};

/** What is handed to everybody who holds a sheet, and its one line */
export type CallView = {
  readonly file: Uint8Array;
  readonly line: readonly string[];
  readonly key: RecoveryKeyView;
};

/** The file that the splitting of an earlier recovery key left; undefined for the one of the newest directory */
type OfKey = { readonly earlier: Uint8Array | undefined };

/** One case, as it ended: codes, and people by name */
export type RecoveredAs<Failure> = Pick<Recovered, "handle" | "registerNumber" | "did"> & {
  readonly given: readonly Names[];
  readonly notGiven: readonly (Pick<NotGiven, "why"> & {
    readonly names: Names;
    readonly failure: Failure | undefined;
  })[];
  readonly keptOut: readonly Names[];
  readonly failure: Failure | undefined;
};

export type RecoveryCalls<Failure> = {
  /** `today`: the office's day, as the page counts it */
  readonly readRecovery: { readonly ask: { readonly today: string }; readonly answer: RecoveryView };
  readonly askRehearsal: { readonly ask: { readonly today: string }; readonly answer: { readonly file: Uint8Array } };
  readonly bringAnswer: {
    readonly ask: { readonly file: Uint8Array };
    readonly answer: { readonly on: string } | Refused;
  };
  readonly callForParts: { readonly ask: OfKey; readonly answer: CallView | Refused };
  readonly readParts: {
    readonly ask: OfKey & { readonly files: readonly Uint8Array[] };
    readonly answer: { readonly received: Received } | Refused;
  };
  /** The whole pass; stopped, it ends behind the case that it is at, and what was put together is gone either way. */
  readonly recoverCases: {
    readonly ask: OfKey & {
      readonly files: readonly Uint8Array[];
      readonly reason: string;
      readonly today: string;
    };
    readonly answer: Partial<Refused>;
    readonly progress:
      | { readonly heads: number }
      | { readonly of: number; readonly unopened: number }
      | { readonly recovered: RecoveredAs<Failure> };
  };
  /** What a new splitting left, to be asked of the roots */
  readonly readNewRecovery: {
    readonly ask: { readonly file: Uint8Array };
    readonly answer: { readonly recovery: ListedRecovery; readonly key: RecoveryKeyView } | Refused;
  };
};
