/** What the page asks the vault about coming in, and about the own account. Secrets of codes and new words are shown once. */
import type { FactorAsked, FactorGiven } from "../../../../client/member/entry/sign-in.ts";
import type { MemberFactors, NewPasskey, OwnFactors } from "../../../../client/account/factors.ts";
import type { PasskeyAnswer, PasskeyAsked } from "../../../../client/account/passkey-sign-in.ts";
import type { OwnSession } from "../../../../client/account/sessions.ts";
import type { KeptJoiner } from "../../../../client/office/joining.ts";
import type { OwnKeys } from "../../../../client/office/own-keys.ts";
import type { Role } from "../../../../protocol/rules/casework.ts";
import type { CodeWords } from "../../../../words/languages.ts";

export type { FactorAsked, FactorGiven, OwnFactors, OwnSession, PasskeyAnswer };

/** By a name in each language, as the directory gives it */
export type MemberRow = Omit<MemberFactors, "reset"> & {
  readonly names: Readonly<Record<string, string>>;
  readonly reset: MemberFactors["reset"];
  /** Whether the member who asks has asked already */
  readonly isAsked: boolean;
};

/** The own entry and keys; times in ms since 1970. */
export type OwnKeysView = Omit<OwnKeys, "waiting"> & {
  /** What was signed and waits for the roots, with the twelve words of each key that is new */
  readonly waiting: { readonly roles: readonly Role[]; readonly keys: readonly ToldKey[] } | undefined;
};

/** A key of the own, in the words that are read aloud to whoever makes the request */
export type ToldKey = { readonly use: "signing" | "sealing"; readonly words: readonly string[] };

type Nothing = { readonly ask: object; readonly answer: object };

export type AccountCalls = {
  /** The second step of a sign-in that waits. */
  readonly giveFactor: { readonly ask: FactorGiven; readonly answer: object };
  readonly preparePasskey: { readonly ask: object; readonly answer: PasskeyAsked };
  readonly readFactors: { readonly ask: object; readonly answer: OwnFactors };
  /** Makes a secret for codes, which stays in the vault until a first code has proved it. */
  readonly newCodeSecret: {
    readonly ask: { readonly service: string };
    readonly answer: { readonly uri: string; readonly text: string };
  };
  readonly addCode: { readonly ask: { readonly code: string }; readonly answer: object };
  readonly prepareNewPasskey: {
    readonly ask: object;
    readonly answer: PasskeyAsked & {
      readonly excluded: readonly string[];
      readonly userId: Uint8Array;
      readonly userName: string;
    };
  };
  /** Whether it opens the vault from now on. */
  readonly addPasskey: { readonly ask: NewPasskey; readonly answer: { readonly opensVault: boolean } };
  readonly removeFactor: { readonly ask: { readonly id: string }; readonly answer: object };
  readonly stopFactorReset: Nothing;
  readonly readSessions: { readonly ask: object; readonly answer: { readonly sessions: readonly OwnSession[] } };
  readonly endSession: { readonly ask: { readonly id: string }; readonly answer: object };
  readonly endOtherSessions: Nothing;
  /** Six words that the program has made; they count when `changeWords` is asked. */
  readonly makeWords: {
    readonly ask: { readonly list: CodeWords };
    readonly answer: { readonly words: readonly string[] };
  };
  /** Ends all sessions of the member, this one too. */
  readonly changeWords: { readonly ask: { readonly current: string }; readonly answer: object };
  readonly readOwnKeys: { readonly ask: object; readonly answer: OwnKeysView };
  /** Signs the roles that a colleague wishes. */
  readonly signRoles: { readonly ask: { readonly roles: readonly Role[] }; readonly answer: object };
  /** Another key that reports are sealed to, in the vault before anybody hears of it. */
  readonly renewKey: Nothing;
  /** Takes back what was signed, or declines what was wished. */
  readonly withdrawEntry: Nothing;
  /** What was signed as a file, for an office whose server it does not trust with it. */
  readonly entryFile: { readonly ask: object; readonly answer: { readonly file: Uint8Array | undefined } };
  /** All keys anew, under the words of `makeWords`; handed over by `handOverKeys`, once this device keeps them. */
  readonly replaceKeys: {
    readonly ask: object;
    readonly answer: { readonly kept: KeptJoiner; readonly keys: readonly ToldKey[] };
  };
  readonly handOverKeys: Nothing;
  readonly readMembers: { readonly ask: object; readonly answer: { readonly members: readonly MemberRow[] } };
  readonly askFactorReset: {
    readonly ask: { readonly memberId: string; readonly day: string };
    readonly answer: { readonly goesOn: string | null };
  };
};
