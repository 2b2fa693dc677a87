/** What the page asks the vault about the directory: until when it holds, who is in it, and what roots are to sign. */
import type { Change } from "../../../../client/ceremony/changes.ts";
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import type { MemberEntry } from "../../../../client/directory/organisation.ts";
import type { KeptJoiner } from "../../../../client/office/joining.ts";
import type { Opening } from "../../../../client/office/opening.ts";
import type { Tidied } from "../../../../client/office/own-keys.ts";
import type { Gathered } from "../../../../client/office/requests.ts";
import type { Taken } from "../../../../client/office/statements.ts";
import type { Wish, WishFault } from "../../../../client/office/wishes.ts";
import type { Role } from "../../../../protocol/rules/casework.ts";
import type { Member } from "../../../../protocol/directory/directory.ts";
import type { RootsFile } from "../../../shared/delivery.ts";
import type { CodeWords } from "../../../../words/languages.ts";

type Names = Member["names"];

/** The directory as it holds, and statements that wait for signatures; ids of members and channels, times in ms since 1970. */
export type StatementView = {
  readonly version: number;
  readonly directoryExpires: number;
  /** Undefined where nobody states anything: a directory of the first format */
  readonly statedUntil: number | undefined;
  readonly isDue: boolean;
  readonly isLapsed: boolean;
  /** How many stewards must sign */
  readonly needed: number;
  readonly me: string;
  readonly members: readonly {
    readonly id: string;
    readonly names: Names;
    readonly roles: readonly Role[];
    readonly isSuspended: boolean;
    readonly isSteward: boolean;
  }[];
  readonly channels: readonly { readonly id: string; readonly names: Names; readonly isClosed: boolean }[];
  /** Proposals that the server gives and that are none */
  readonly invalid: number;
  readonly proposals: readonly {
    readonly name: string;
    readonly expires: number;
    /** Number of the directory that is published with it */
    readonly publishes: number | undefined;
    /** … and what it changes, as root holders have read it */
    readonly changes: readonly ToldChange[] | undefined;
    readonly takes: Taken;
    /** Who comes back and what opens again with it */
    readonly returns: Taken;
    readonly signers: readonly string[];
    readonly missing: number;
  }[];
};

/** A change of the directory; each key that becomes valid as twelve words. */
export type ToldChange = Pick<Change, "code" | "values"> & {
  readonly keys: readonly { readonly use: Change["keys"][number]["use"]; readonly words: readonly string[] }[];
};

/** A root key: its public half as hexadecimal, and its fingerprint as twelve words */
export type RootView = { readonly key: string; readonly words: readonly string[] };

/** Who is in the directory; times in ms since 1970. */
export type RosterView = {
  readonly version: number;
  readonly directoryExpires: number;
  readonly me: string;
  /** Whether this member asks the roots for changes */
  readonly asksRoots: boolean;
  /** Whether the days are told on which each signed in last */
  readonly seesDays: boolean;
  readonly members: readonly {
    readonly id: string;
    readonly names: Names;
    readonly roles: readonly Role[];
    readonly validUntil: number;
    /** From this day on another key is due; undefined for whoever opens nothing */
    readonly keyDueFrom: number | undefined;
    readonly isRemoved: boolean;
    readonly isSuspended: boolean;
    /** Of the key that reports are sealed to, or of the one that signs where there is no other */
    readonly words: readonly string[];
    readonly hex: string;
    /** For leads and administrators */
    readonly factors: { readonly count: number; readonly signedInOn: string | null } | undefined;
  }[];
  readonly roots: { readonly threshold: number; readonly keys: readonly RootView[] };
  /** How many stewards have to state that it holds; undefined where nobody states anything */
  readonly stewards: number | undefined;
  readonly channels: readonly {
    readonly id: string;
    readonly names: Names;
    readonly recipients: readonly string[];
    readonly custodians: readonly string[];
    readonly excludable: readonly string[];
    readonly isClosed: boolean;
    /** Name of a profile, and whether the recovery key opens its reports */
    readonly deadlines: string;
    readonly recovery: boolean;
    /** Places in a report, and in an identity: always filled */
    readonly slots: number;
    readonly identitySlots: number;
  }[];
  readonly hasRecoveryKey: boolean;
};

/** A request to the holders of the roots */
export type RequestView = {
  /** For file names and for a person's eye */
  readonly name: string;
  /** Twelve words, the same on every screen; undefined where the own keys do not stand in it */
  readonly line: readonly string[] | undefined;
  /** Everybody who is active in it */
  readonly people: readonly Names[];
  readonly changes: readonly ToldChange[];
};
export type GatheredView = RequestView & {
  readonly counts: Gathered["counts"];
  readonly isEnough: boolean;
  /** What stays taken under the new directory */
  readonly taken: Taken;
};
type Refused = { readonly refused: CeremonyCode };

/** An entry that a member has signed anew, or roles that are wished for them. */
export type WaitingView = {
  readonly memberId: string;
  readonly wished: readonly Role[] | undefined;
  /** Undefined where nothing was signed, or what was signed is no entry of theirs */
  readonly signed: { readonly entry: MemberEntry; readonly changes: readonly ToldChange[] } | undefined;
};

export type OfficeCalls = {
  readonly readOpening: { readonly ask: object; readonly answer: Opening };
  readonly openOffice: { readonly ask: object; readonly answer: Opening };
  /** Destroys old keys of the own vault that nothing needs; tells how many cases were looked at. */
  readonly destroyOldKeys: {
    readonly ask: object;
    readonly answer: Tidied;
    readonly progress: { readonly of: number; readonly done: number };
  };
  /** For leads and administrators. */
  readonly readWaiting: { readonly ask: object; readonly answer: { readonly waiting: readonly WaitingView[] } };
  readonly wishRoles: {
    readonly ask: { readonly memberId: string; readonly roles: readonly Role[] | null };
    readonly answer: object;
  };
  /** The public half of a root key, out of the file that the key page saved. */
  readonly readRoot: {
    readonly ask: { readonly file: Uint8Array };
    readonly answer: { readonly root: RootView } | Refused;
  };
  /** For stewards, also for one who cannot open the vault because nobody has stated that the directory holds. */
  readonly readStatement: { readonly ask: object; readonly answer: StatementView };
  readonly signStatement: {
    readonly ask: { readonly proposal: string } | Taken;
    readonly answer: { readonly isPublished: boolean };
  };
  /** Keys of somebody who comes, made before anybody has signed in; the six words are shown once. */
  readonly makeJoiner: {
    readonly ask: {
      readonly name: string;
      readonly fullName: string;
      readonly roles: readonly Role[];
      readonly list: CodeWords;
    };
    readonly answer: {
      readonly entry: MemberEntry;
      readonly words: readonly string[];
      readonly file: Uint8Array;
      readonly kept: KeptJoiner;
      /** Read aloud to the administrator */
      readonly fingerprint: readonly string[];
    };
  };
  /** The entry of somebody who comes, out of the file that was handed over. */
  readonly readJoiner: {
    readonly ask: { readonly file: Uint8Array };
    readonly answer: { readonly entry: MemberEntry; readonly fingerprint: readonly string[] } | Refused;
  };
  /** A steward who waits on this device confirms a list that the roots have signed, when nobody can sign in. */
  readonly confirmAgain: {
    readonly ask: {
      readonly file: Uint8Array;
      readonly passphrase: string;
      readonly joiners: readonly KeptJoiner[];
      readonly roots: RootsFile;
    };
    readonly answer:
      | {
          readonly file: Uint8Array;
          readonly line: readonly string[];
          readonly people: readonly Names[];
          readonly missing: number;
        }
      | { readonly refused: CeremonyCode | "wrong-words" };
  };
  readonly readRoster: { readonly ask: object; readonly answer: RosterView };
  /** Makes a request of what is wished; signs and sends nothing. */
  readonly askRoots: {
    readonly ask: { readonly wishes: readonly Wish[] };
    readonly answer:
      | (RequestView & { readonly file: Uint8Array })
      | { readonly faults: readonly WishFault[] }
      | Refused;
  };
  /** What came back from the holders of the roots: the request and their signatures, in any order. */
  readonly gather: {
    readonly ask: { readonly files: readonly Uint8Array[] };
    readonly answer: GatheredView | Refused;
  };
  /** Proposes the directory that they signed, with its first statement. */
  readonly proposeDirectory: {
    readonly ask: { readonly files: readonly Uint8Array[]; readonly givenBack: readonly string[] };
    readonly answer: { readonly isPublished: boolean } | Refused;
  };
};
