/** What the page asks the vault while an office is being founded: nobody has signed in, and there are no roots yet. */
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import type { MemberEntry } from "../../../../client/directory/organisation.ts";
import type { KeptJoiner } from "../../../../client/office/joining.ts";
import type { WishFault } from "../../../../client/office/wishes.ts";
import type { Role } from "../../../../protocol/rules/casework.ts";
import type { Member } from "../../../../protocol/directory/directory.ts";
import type { FoundingProposal } from "../../../../protocol/founding.ts";
import type { RequestView } from "./office.ts";

type Names = Member["names"];

/** By what the server knows whoever asks, base64url; and the request whose line was the same on all screens, as hexadecimal. */
export type FoundingPass = { readonly key: string; readonly agreed: string | undefined };

export type JoinerView = {
  readonly id: string;
  readonly names: Names;
  readonly roles: readonly Role[];
  readonly words: readonly string[];
};

/** The first directory as it is asked for. Its line is there only where the own entry stands in it. */
export type FirstRequestView = RequestView & {
  /** Names it, for what this device agrees to */
  readonly proposal: string;
  readonly file: Uint8Array;
  /** Twelve words, to be compared with the custodians' sheets */
  readonly recovery: readonly string[] | undefined;
};

export type FoundingView = {
  readonly caller: "founder" | "joiner";
  readonly proposal: FoundingProposal | undefined;
  readonly joiners: readonly JoinerView[];
  readonly request: FirstRequestView | undefined;
  /** Once the roots have signed: who of the stewards confirms, who has, and how many more are needed */
  readonly confirming:
    | { readonly stewards: readonly string[]; readonly signers: readonly string[]; readonly missing: number }
    | undefined;
};

/** Public files of the key page, as they lie on the stick. */
export type CeremonyFile = { readonly name: string; readonly bytes: Uint8Array };

export type CeremonyFilesView = {
  readonly roots: readonly (readonly string[])[];
  readonly recovery:
    | { readonly words: readonly string[]; readonly threshold: number; readonly total: number }
    | undefined;
  /** Names of files that are neither */
  readonly unread: readonly string[];
};

/** Ids; and how many roots sign. */
export type Chosen = {
  readonly recipients: readonly string[];
  readonly custodians: readonly string[];
  readonly excludable: readonly string[];
  readonly rootsNeeded: number;
};

type Refused = { readonly refused: CeremonyCode };

export type FoundingCalls = {
  readonly claimFounding: { readonly ask: FoundingPass & { readonly code: string }; readonly answer: object };
  readonly readFounding: {
    /** `own`: whoever has joined on this device */
    readonly ask: { readonly pass: FoundingPass | undefined; readonly own: MemberEntry | undefined };
    readonly answer:
      | { readonly founding: FoundingView }
      /** Twelve words of all roots together: what stands on the poster */
      | { readonly poster: readonly string[] }
      /** Nobody whom the server knows */
      | { readonly stranger: true }
      | Refused;
  };
  readonly proposeOffice: {
    readonly ask: FoundingPass & { readonly proposal: FoundingProposal; readonly joiningKey: string };
    readonly answer: object;
  };
  readonly joinFounding: { readonly ask: FoundingPass & { readonly entry: MemberEntry }; readonly answer: object };
  readonly dropJoiner: { readonly ask: FoundingPass & { readonly memberId: string }; readonly answer: object };
  readonly readCeremonyFiles: {
    readonly ask: { readonly files: readonly CeremonyFile[] };
    readonly answer: CeremonyFilesView;
  };
  readonly closeFounding: {
    /** `members`: ids of those whom the founder has seen in the list */
    readonly ask: FoundingPass &
      Chosen & { readonly members: readonly string[]; readonly files: readonly CeremonyFile[] };
    readonly answer: { readonly closed: true } | { readonly faults: readonly WishFault["code"][] } | Refused;
  };
  readonly reopenFounding: { readonly ask: FoundingPass; readonly answer: object };
  /** Looks at what came back; `hands` it in where it is enough. */
  readonly bringSigned: {
    readonly ask: FoundingPass & { readonly files: readonly Uint8Array[]; readonly hands: boolean };
    readonly answer: { readonly has: number; readonly needs: number } | Refused;
  };
  /** By six words that open the keys which this device keeps. Needs a pass that has agreed. */
  readonly confirmFounding: {
    readonly ask: FoundingPass & { readonly kept: KeptJoiner; readonly passphrase: string };
    readonly answer: { readonly is: "wrong-words" | "waits" | "founded" } | Refused;
  };
};
