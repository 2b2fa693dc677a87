/**
 * What page and vault worker say to each other. Keys stay on the worker's side: nothing here holds one, and what
 * crosses are words to be shown, ids and codes. How it crosses: src/web/shared/ask-worker.ts.
 */
import type { StatementName } from "../../../../protocol/directory/statement.ts";
import type { RemovalGround } from "../../../../protocol/rules/interests.ts";
import type { OpenedCase } from "../../../../client/casework/opened-case.ts";
import type { Entry } from "../../../../client/case/chain.ts";
import type { ApiErrorCode } from "../../../../client/line/http.ts";
import type { Finding, RefusalCode } from "../../../../client/refusal.ts";
import type { Discard } from "../../../../client/member/list/discards.ts";
import type { Entering } from "../../../../client/entering/entering.ts";
import type { Telling } from "../../../../client/member/case/member-case.ts";
import type { ListedWork } from "../../../../client/member/case/listed-work.ts";
import type { ListedCase } from "../../../../client/member/list/cases.ts";
import type { Declared, InterestsAlarm } from "../../../../client/member/list/interests.ts";
import type { FailingNotices as FailingIds, OwnNotices } from "../../../../client/member/list/notices.ts";
import type { Member, SignInAlarm, SignInStep } from "../../../../client/member/entry/sign-in.ts";
import type { KeptJoiner } from "../../../../client/office/joining.ts";
import type { CryptoErrorCode } from "../../../../crypto/errors.ts";
import type { SeenLog } from "../../../../crypto/secret/vault.ts";
import type { Interest, InterestMatch } from "../../../../protocol/documents/declared-interests.ts";
import type { Outcome, Role, State } from "../../../../protocol/rules/casework.ts";
import type { FilesContent, ReadMessage } from "../../../../protocol/content.ts";
import type { LinkRelation } from "../../../../protocol/records/link.ts";
import type { RecordContent } from "../../../../protocol/records.ts";
import type { Wishes } from "../../../../protocol/rules/notices.ts";
import type { DirectoryErrorCode } from "../../../../protocol/directory/directory.ts";
import type { CodeWords } from "../../../../words/languages.ts";
import type { AccountCalls, FactorAsked, PasskeyAnswer } from "./account.ts";
import type { EvaluationCalls } from "./evaluation.ts";
import type { ExportCalls } from "./export.ts";
import type { ChosenFile, FilePlace, FileView, SendingProgress, SendingStep } from "./files.ts";
import type { FindingCalls } from "./finding.ts";
import type { FoundingCalls } from "./founding.ts";
import type { KeptCalls } from "./kept.ts";
import type { LawCalls } from "./law.ts";
import type { LeavingCalls, PassedAs } from "./leaving.ts";
import type { TrailCalls } from "./trail.ts";
import type { PublishingCalls } from "./publishing.ts";
import type { RecoveredAs, RecoveryCalls } from "./recovery.ts";
import type { ReferralCalls } from "./referral.ts";
import type { OfficeCalls } from "./office.ts";
import type { RootsFile } from "../../../shared/delivery.ts";

/** A name in each language, as the directory gives it. */
export type Names = Readonly<Record<string, string>>;

export type { OwnNotices };
/** With the names of those whom the directory still has */
export type FailingNotices = Omit<FailingIds, "failing"> & {
  readonly failing: readonly (FailingIds["failing"][number] & { readonly names: Names | undefined })[];
};

/** What this device remembers of the directory, as it lies in its storage. */
export type RememberedDirectory = {
  readonly directoryVersion: number;
  readonly directoryHash: string;
  /** The newest on it that was accepted; undefined where there is none */
  readonly statement?: StatementName | undefined;
  /** The longest audit trail that was seen from here, and nothing speaks against */
  readonly log?: SeenLog | undefined;
  /** The newest version that each member has accepted here, by id: a colleague's vault may lawfully be behind mine */
  readonly members?: Readonly<Record<string, number>> | undefined;
};

export type SignInAsk = {
  readonly name: string;
  readonly passphrase: string;
  readonly roots: RootsFile;
  readonly builtAt: number;
  readonly device: RememberedDirectory | undefined;
  /** Who waits on this device for a directory that lists them */
  readonly joiners?: readonly KeptJoiner[];
};

export type SignedIn = {
  readonly memberId: string;
  readonly names: Names;
  /** As the directory lists it, hexadecimal */
  readonly signingKey: string;
  /** A new key for opening reports is due */
  readonly isKeyDue: boolean;
  readonly roles: readonly Role[];
  /** Who may open cases of these channels, the member among them */
  readonly colleagues: readonly Colleague[];
  /** Those whose reports this member receives; `deadlines` names their profile. */
  readonly channels: readonly {
    readonly id: string;
    readonly names: Names;
    readonly deadlines: string;
    /** Ids of members whom a report may be kept from */
    readonly excludable: readonly string[];
  }[];
  readonly alarms: readonly SignInAlarm[];
  /** Of the second factor: whether one must be added first, what was tried in vain, whether it is to be reset */
  readonly told: Member["told"];
  readonly firstUseHere: boolean;
  /** Days until the own entry ends, where that is near */
  readonly endsInDays: number | undefined;
  readonly memory: RememberedDirectory;
  /** When the directory runs out, ms since 1970 */
  readonly directoryExpires: number;
  /** The office is not open yet, as the server says: what comes in rehearses */
  readonly isRehearsal: boolean;
  /** Whether this member is asked to state that it holds, and until when that was stated; undefined for who is no steward */
  readonly stating: { readonly isDue: boolean; readonly until: number } | undefined;
};

/** A member who works on cases; `channels` are ids of those whose reports are sealed to them. */
export type Colleague = {
  readonly id: string;
  readonly names: Names;
  readonly isLead: boolean;
  readonly channels: readonly string[];
};

/** How work on one of several cases has ended. */
export type ListedResult = {
  readonly handle: string;
  readonly row: CaseRow | undefined;
  readonly undo: ListedWork | undefined;
  readonly failure: Failure | undefined;
};

/** A case in the list, as a page may see it. */
export type CaseRow = Pick<
  ListedCase,
  | "handle"
  | "channelId"
  | "arrivedOn"
  | "state"
  | "stateOn"
  | "summary"
  | "altered"
  | "unread"
  | "newMessages"
  | "burnt"
  | "digest"
  | "stale"
> & {
  readonly registerNumber: string;
  /** Messages to the reporter, by the server's count */
  readonly answers: number;
  /** Two members want it to go, or one does: told when the whole list is there */
  readonly discard?: DiscardRow;
};

/** A case that is being discarded, or was. */
export type DiscardRow = Pick<
  Discard,
  "handle" | "registerNumber" | "channelId" | "standing" | "goesOn" | "removedOn" | "freedKiB"
> & {
  readonly proposed: { readonly on: string; readonly names: Names };
  readonly agreed: { readonly on: string; readonly names: Names } | undefined;
};

export type Discards = {
  /** Of cases that are being discarded, were taken back or are gone */
  readonly discards: readonly DiscardRow[];
  /** Handles of cases out of which a colleague took this member */
  readonly takenOut: readonly string[];
  /** Records that are not genuine */
  readonly altered: number;
  /** Cases that this member has opened and that are not listed any more, without a record that they were discarded */
  readonly missing: number;
};

/**
 * What one looks for in the heads, and what the page may know of it: not how many were sealed to others alone, but how
 * many nobody could open, once they are too many to be about anybody.
 */
export type FoundCases = { readonly opened: number; readonly altered: number; readonly forNobody: number | undefined };

export type MessageView =
  | Exclude<ReadMessage, FilesContent | { kind: "epoch" }>
  | { readonly kind: "epoch"; readonly unknown?: ReadMessage["unknown"] }
  | (Omit<Extract<ReadMessage, FilesContent>, "files"> & { readonly files: readonly FileView[] });

export type EntryView = Pick<Entry, "direction" | "sequence" | "storedOn" | "alarms" | "author" | "effective"> & {
  readonly message: MessageView | undefined;
};

export type CaseView = OpenedCase<EntryView> & {
  readonly row: CaseRow;
  /** How many messages the server counts in conversation and notes */
  readonly counted: { readonly conversation: number; readonly notes: number };
  /** Newest message of the team that the reporter's client has acknowledged; 0 for none */
  readonly seenByReporter: number;
  /** Own declared interests that the report names and that nothing was written about yet; the page asks first. */
  readonly interests: { readonly matches: readonly InterestMatch[]; readonly alarm: InterestsAlarm | undefined };
  /** Names of everybody whom this case mentions, by id */
  readonly names: Readonly<Record<string, Names>>;
};

export type Move = {
  readonly to: State;
  readonly outcome: Outcome | null;
  readonly text: string;
  /** By when the next word is promised */
  readonly nextBy: string | undefined;
};

/** By members' ids */
export type ReadersAsk = { readonly reason: string } & (
  | { readonly grant: string }
  | { readonly remove: readonly string[]; readonly interest: RemovalGround | null }
);

/** What the member has declared; and what each did whom the member leads, none for who leads nobody. */
export type InterestsView = {
  readonly own: Declared;
  readonly register: readonly (Declared & { readonly names: Names })[] | undefined;
};

/** How far signing in is; or that a second factor is asked for, which `giveFactor` brings. */
export type SignInProgress =
  | { readonly step: SignInStep; readonly done: number | undefined }
  | { readonly asked: FactorAsked };
export type PassedView = PassedAs<CaseRow, Failure>;
export type RecoveredView = RecoveredAs<Failure>;

type CallsElsewhere = AccountCalls &
  EvaluationCalls &
  ExportCalls &
  KeptCalls &
  FindingCalls &
  FoundingCalls &
  PublishingCalls &
  OfficeCalls &
  LawCalls &
  ReferralCalls &
  LeavingCalls<CaseRow, Failure> &
  TrailCalls &
  RecoveryCalls<Failure>;

/** Everything that the page may ask for: what it says, and what it gets. */
export type VaultCalls = CallsElsewhere & {
  readonly signIn: { readonly ask: SignInAsk; readonly answer: SignedIn; readonly progress: SignInProgress };
  /** The same by a passkey that opens the vault on this device. */
  readonly signInByPasskey: {
    readonly ask: Pick<SignInAsk, "roots" | "builtAt" | "device"> & { readonly answer: PasskeyAnswer };
    readonly answer: SignedIn;
    readonly progress: SignInProgress;
  };
  /** One page of known cases; `next` is undefined on the last. */
  readonly listCases: {
    readonly ask: { readonly after: string | undefined };
    readonly answer: { readonly rows: readonly CaseRow[]; readonly next: string | undefined };
  };
  /** Tries the heads that were not opened yet; tells how many it has tried. */
  readonly findNewCases: { readonly ask: object; readonly answer: FoundCases; readonly progress: number };
  /** Asked when the list has arrived: it is compared with what was shown before. */
  readonly listDiscards: {
    readonly ask: object;
    readonly answer: Discards;
  };
  /** With the newest pages of what the reporter wrote */
  readonly openCase: { readonly ask: { readonly handle: string; readonly pages: number }; readonly answer: CaseView };
  /** Pieces go through the port; the answer comes after the last of them, when the whole was found genuine. */
  readonly openFile: {
    readonly ask: { readonly handle: string; readonly place: FilePlace; readonly port: MessagePort };
    readonly answer: { readonly sha256: string };
  };
  /** Forgets what has arrived of a file that was chosen and shall not go. */
  readonly dropFile: { readonly ask: { readonly handle: string; readonly number: number }; readonly answer: object };
  /** These write into the case that was opened last, and refuse when it is another. */
  readonly sendFiles: {
    readonly ask: {
      readonly handle: string;
      readonly text: string;
      readonly files: readonly ChosenFile[];
    };
    readonly answer: object;
    readonly progress: SendingStep;
  };
  readonly sendAnswer: { readonly ask: { readonly handle: string; readonly text: string }; readonly answer: object };
  /** Opens cases quietly, one after the other, and tells each as the list shows it then. */
  readonly refreshCases: {
    readonly ask: { readonly handles: readonly string[] };
    readonly answer: object;
    readonly progress: CaseRow;
  };
  /** Between the open case and another one of the list; answers where it stands now, by register number. */
  readonly linkCases: {
    readonly ask: {
      readonly handle: string;
      readonly other: string;
      readonly relation: LinkRelation;
      readonly reason: string;
    };
    readonly answer: { readonly written: readonly string[] };
  };
  /** Works on cases without looking at them, one after the other; what fails for one stops none of the others. */
  readonly workOnListed: {
    readonly ask: { readonly works: readonly { readonly handle: string; readonly work: ListedWork }[] };
    readonly answer: object;
    readonly progress: ListedResult;
  };
  readonly writeRecord: {
    readonly ask: { readonly handle: string; readonly record: RecordContent };
    readonly answer: object;
  };
  /** How the member is told by mail; nothing of it is sealed, the vault only has the line. */
  readonly readNotices: { readonly ask: object; readonly answer: OwnNotices };
  readonly saveNotices: { readonly ask: { readonly wishes: Wishes }; readonly answer: object };
  readonly dropNotices: { readonly ask: object; readonly answer: object };
  readonly testNotices: { readonly ask: object; readonly answer: object };
  readonly readInterests: { readonly ask: object; readonly answer: InterestsView };
  readonly declareInterests: {
    readonly ask: { readonly interests: readonly Interest[] };
    readonly answer: InterestsView["own"];
  };
  /** For administrators */
  readonly failingNotices: { readonly ask: object; readonly answer: FailingNotices };
  readonly saveNote: { readonly ask: { readonly handle: string; readonly text: string }; readonly answer: object };
  /** Lets a colleague into the open case, or takes readers out of it. */
  readonly changeReaders: {
    readonly ask: { readonly handle: string } & ReadersAsk;
    readonly answer: object;
  };
  readonly takeDiscardStep: {
    readonly ask: { readonly handle: string } & (
      | { readonly step: "propose"; readonly reason: string }
      | { readonly step: "agree" | "keep" }
    );
    readonly answer: object;
  };
  /** Seals what was typed under this member's vault key, and gives it back to the same member later. */
  readonly sealDrafts: { readonly ask: { readonly drafts: string }; readonly answer: { readonly sealed: Uint8Array } };
  readonly openDrafts: { readonly ask: { readonly sealed: Uint8Array }; readonly answer: { readonly drafts: string } };
  /** Tells when the server is silent, and undefined when it is no more; never answers. */
  readonly watchLine: { readonly ask: object; readonly answer: object; readonly progress: LineSilence | undefined };
  /** Ends what waits for a silent server. */
  readonly giveUp: { readonly ask: object; readonly answer: object };
  readonly tellReporter: {
    readonly ask: { readonly handle: string; readonly content: Telling };
    readonly answer: object;
  };
  /** A report that came otherwise. The same again goes on where it was; the words are told once, and only if wanted. */
  readonly enterReport: {
    readonly ask: {
      readonly entering: Entering;
      readonly files: readonly ChosenFile[];
      readonly words: CodeWords | undefined;
    };
    readonly answer: {
      readonly handle: string;
      readonly registerNumber: string;
      readonly words: readonly string[] | undefined;
    };
    readonly progress: SendingProgress;
  };
  /** A sealed file that somebody brought; again it makes no second case. */
  readonly handIn: { readonly ask: { readonly file: File }; readonly answer: object };
  readonly issueReceipt: { readonly ask: { readonly handle: string }; readonly answer: object };
  readonly moveCase: { readonly ask: { readonly handle: string; readonly move: Move }; readonly answer: object };
};
export type VaultCall = keyof VaultCalls;

/** Since when the server says nothing, and until when that is waited for; ms since 1970. */
export type LineSilence = { readonly since: number; readonly until: number };

/** Why something was not done. Codes only: the page has the words. */
export type Failure =
  | { readonly kind: "api"; readonly code: ApiErrorCode }
  | {
      readonly kind: "directory";
      readonly code: DirectoryErrorCode;
      readonly dates?: { readonly clock: number; readonly notBefore: number; readonly expires: number };
      /** Who signs in can state that the directory holds. */
      readonly isSteward?: true;
    }
  | { readonly kind: "crypto"; readonly code: CryptoErrorCode }
  | { readonly kind: "refusal"; readonly code: RefusalCode; readonly findings: readonly Finding[] }
  | { readonly kind: "unforeseen" };
