/** What page and vault say to each other about the evaluation: the ledger, who handles reports, what is signed of it. */
import type { SignOrder, SignedEntry } from "../../../../client/case-file/signing.ts";
import type { LedgerChange } from "../../../../client/evaluation/ledger.ts";
import type { OfficeDocumentAlarm } from "../../../../client/member/office-documents.ts";
import type { Ledger } from "../../../../protocol/documents/ledger.ts";
import type { Role } from "../../../../protocol/rules/casework.ts";

type Names = Readonly<Record<string, string>>;

export type LedgerView = {
  /** 0 before the first */
  readonly version: number;
  readonly ledger: Ledger;
  readonly author: Names | undefined;
  readonly alarm: OfficeDocumentAlarm | undefined;
  /** Whose entries are shown: of an unreadable one the newest version before it that is read, undefined where there is none */
  readonly read: number | undefined;
};

type HandlerView = {
  readonly names: Names;
  readonly roles: readonly Role[];
  /** Names of the channels whose reports are sealed to them */
  readonly channels: readonly Names[];
  /** ms since 1970: from when the entry in the directory is valid */
  readonly since: number;
};

type ChannelView = {
  readonly names: Names;
  readonly recipients: number;
  readonly hasRecovery: boolean;
  readonly deadlines: string;
};

/** Of a declared interest what a register for others says: neither unit nor person. */
export type InterestLine = {
  readonly names: Names;
  readonly kind: string;
  readonly nature: string;
  readonly declared: string;
  readonly ended: string | null;
};

/** The head of the audit trail, which continues what this member has seen of it. */
export type TrailView = {
  readonly size: number;
  /** Hexadecimal */
  readonly root: string;
  /** The signed note, and the key that it is checked with, as others read them */
  readonly note: string;
  readonly key: string;
};

export type EvaluationView = LedgerView & {
  readonly handlers: readonly HandlerView[];
  readonly channels: readonly ChannelView[];
  readonly directoryVersion: number;
  /** Undefined where the log shows none that fits */
  readonly trail: TrailView | undefined;
  /** Undefined for who leads nobody */
  readonly interests: readonly InterestLine[] | undefined;
};

export type EvaluationCalls = {
  readonly readEvaluation: { readonly ask: object; readonly answer: EvaluationView };
  readonly changeLedger: {
    /** `isAnew`: on purpose over one that cannot be read */
    readonly ask: LedgerChange & { readonly isAnew?: boolean };
    readonly answer: LedgerView;
  };
  readonly signFolder: {
    readonly ask: Pick<SignOrder, "on" | "entries">;
    /** What goes behind the other entries of the ZIP */
    readonly answer: { readonly entries: readonly SignedEntry[] };
  };
};
