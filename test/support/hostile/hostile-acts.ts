/**
 * What a server that was taken over does, act by act, and who notices it by which code. It has no key of a root, steward
 * or member, and all bytes: those that it keeps, and those that it kept. The table is played against the programs
 * themselves (test/client/hostile-acts.test.ts) and in browsers and the command line (`npm run story -- hostile-server`).
 */
import type { MessageAlarm } from "../../../src/client/case/chain.ts";
import type { MemberCaseAlarm } from "../../../src/client/casework/opened-case.ts";
import type { SignInAlarm } from "../../../src/client/member/entry/sign-in.ts";
import type { ApiErrorCode } from "../../../src/client/line/http.ts";
import type { RefusalCode } from "../../../src/client/refusal.ts";
import type { ReporterCaseAlarm } from "../../../src/client/reporter/reporter-case.ts";
import { utf8 } from "../../../src/crypto/bytes.ts";
import type { CryptoErrorCode } from "../../../src/crypto/errors.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import type {
  DirectoryDocument,
  DirectoryErrorCode,
  SignedDirectory,
} from "../../../src/protocol/directory/directory.ts";
import { encodeDiscards } from "../../../src/protocol/discards.ts";
import {
  type Row,
  encodeCases,
  encodeCheckAnswer,
  encodeHeads,
  encodeRemovedAnswer,
  encodeReportEnvelope,
  parseCases,
  parseCheckAnswer,
  parseHeads,
  parseReportEnvelope,
} from "../../../src/protocol/frames.ts";
import type { SignedStatement } from "../../../src/protocol/directory/statement.ts";
import {
  type Chain,
  check,
  edit,
  fewer,
  instead,
  items,
  json,
  newest,
  rowsOf,
  withInvented,
  withStatement,
  withoutLast,
  withoutSlot,
} from "./changed-answers.ts";
import type { Lies } from "./lies.ts";

/** What the adversary has of an office, beside what the honest server would answer. */
export type Loot = {
  /** The directory before, with its statements, the newest of which holds still */
  readonly older: SignedDirectory;
  /** The newest, as stewards confirmed it first */
  readonly published: SignedDirectory;
  /** Another one of the newest's number, signed by roots who were shown an old one as the newest */
  readonly forked: SignedDirectory;
  /** An entry that it has made: signed by itself, by nobody else */
  readonly own: DirectoryDocument["members"][number];
  /** Signs as whoever it is, without being anybody */
  readonly signed: (document: string) => { readonly root: string; readonly signature: string };
  /** An answer of the office in another case */
  readonly foreignRow: Uint8Array;
  /** What it gave to the reporter, and to the member's vault, before the last that they saw */
  readonly earlierCheck: Uint8Array;
  readonly earlierVault: string;
  /** The honest answer to the name and words of somebody whom stewards have suspended since */
  readonly earlierLogin: Uint8Array;
};

/** What a program says, and where. */
export type Noticed =
  /** Before anything can be written or opened */
  | { readonly door: DirectoryErrorCode | RefusalCode | CryptoErrorCode | ApiErrorCode }
  /** Behind it, above everything */
  | { readonly inside: SignInAlarm }
  | { readonly sending: ApiErrorCode }
  /** By the server's word, and so it is said */
  | { readonly told: "removed" | "not-found" }
  /** The case is not shown */
  | { readonly opening: CryptoErrorCode }
  | { readonly list: "alteredHeads" | "missingCases" | "alteredDiscards" }
  /** Where stewards sign: so many are none */
  | { readonly invalidProposals: number }
  /** These stand in the case at the least, and one beside a message of it */
  | { readonly inCase: readonly (ReporterCaseAlarm | MemberCaseAlarm)[]; readonly beside?: MessageAlarm };

export type Act = {
  readonly lies: (loot: Loot) => Lies;
  /** A reporter's programs, which remember nothing beyond the case's own words */
  readonly reporter?: Noticed;
  /** A member's programs, which remember */
  readonly member?: Noticed;
  /** Whose device it is, where it is not any reader's */
  readonly as?: "suspended" | "steward";
  /** Why somebody cannot notice, and for how long */
  readonly bound?: string;
};

/** A document under the signatures of another. */
function withDocument(change: (document: DirectoryDocument, loot: Loot) => object): Act["lies"] {
  return (loot) =>
    newest((signed) => ({ ...signed, document: JSON.stringify(change(JSON.parse(signed.document), loot)) }));
}

/** For whoever remembers nothing, what stewards have said within 35 days is the newest. */
const UP_TO_35_DAYS = "who remembers nothing and was not answered since can be shown what stewards said within 35 days";

const UNTIL_AN_ANSWER = "who remembers nothing and was not answered yet has no other to compare it with";
/** An answer names the directory under which it was signed, and the server does not have that one. */
const BY_WHAT_WAS_SIGNED = { inCase: ["conversation"], beside: "directory" } as const;

const UNSIGNED = { reporter: { door: "too-few-signatures" }, member: { door: "too-few-signatures" } } as const;
const UNSTATED = { reporter: { door: "too-few-stewards" }, member: { door: "too-few-stewards" } } as const;

export const ACTS: Readonly<Record<string, Act>> = {
  "exchanges the key to which reports are sealed": {
    lies: withDocument(({ members: [one, ...others], ...rest }, { own }) => ({
      ...rest,
      members: [{ ...one, sealingKey: own.sealingKey }, ...others],
    })),
    ...UNSIGNED,
  },
  "exchanges the key with which a member signs": {
    lies: withDocument(({ members: [one, ...others], ...rest }, { own }) => ({
      ...rest,
      members: [{ ...one, signingKey: own.signingKey }, ...others],
    })),
    ...UNSIGNED,
  },
  "exchanges the recovery key": {
    lies: withDocument(({ recovery, ...rest }, { own }) => ({
      ...rest,
      recovery: { ...recovery, publicKey: own.sealingKey },
    })),
    ...UNSIGNED,
  },
  "drops a member": {
    lies: withDocument(({ members, ...rest }) => ({ ...rest, members: members.slice(1) })),
    ...UNSIGNED,
  },
  "adds a member": {
    lies: withDocument(({ members, channels: [channel, ...others], ...rest }, { own }) => ({
      ...rest,
      members: [...members, own],
      channels: [{ ...channel, recipients: [...(channel?.recipients ?? []), own.id] }, ...others],
    })),
    ...UNSIGNED,
  },
  "brings roots of its own": {
    lies: (loot) =>
      newest((signed) => {
        const document = JSON.parse(signed.document) as DirectoryDocument;
        const { root } = loot.signed("");
        const text = JSON.stringify({ ...document, roots: { threshold: 1, keys: [root] } });
        return { ...signed, document: text, signatures: [loot.signed(text)] };
      }),
    ...UNSIGNED,
  },
  "gives roots and office beside the directory": {
    lies: ({ signed }) => ({
      directory: json<Chain>((answer) => ({ ...answer, roots: { threshold: 1, keys: [signed("").root] }, office: {} })),
    }),
    bound: "nothing is read that the roots have not signed, so it changes nothing",
  },
  "gives the directory before, which stewards confirmed within 35 days": {
    lies: ({ older }) => instead(older),
    reporter: BY_WHAT_WAS_SIGNED,
    member: { door: "rollback" },
    bound: UP_TO_35_DAYS,
  },
  "freezes the directory and what was said of it": {
    lies: ({ older }) => instead({ ...older, statements: older.statements?.slice(0, 1) }),
    reporter: { door: "statement-lapsed" },
    member: { door: "rollback" },
  },
  "gives another directory of the same number, which roots have signed": {
    lies: ({ forked }) => instead(forked),
    reporter: BY_WHAT_WAS_SIGNED,
    member: { door: "two-views" },
    bound: UNTIL_AN_ANSWER,
  },
  "gives the statement before": {
    lies: ({ published }) => instead(published),
    member: { door: "statement-rollback" },
    bound: UP_TO_35_DAYS,
  },
  "gives no statement": {
    lies: () => newest((signed) => ({ ...signed, statements: [] })),
    reporter: { door: "no-statement" },
    member: { door: "statement-rollback" },
  },
  "gives the statement on another directory": {
    lies: ({ older }) => newest((signed) => ({ ...signed, statements: older.statements?.slice(-1) })),
    reporter: { door: "other-directory" },
    member: { door: "other-directory" },
  },
  "lifts a suspension": { lies: () => withStatement((one) => ({ ...one, suspended: [] })), ...UNSTATED },
  "closes a channel": {
    lies: ({ older }) => {
      const { channels } = JSON.parse(older.document) as DirectoryDocument;
      return withStatement((one) => ({ ...one, closed: channels.map(({ id }) => id).toSorted() }));
    },
    ...UNSTATED,
  },
  "invents a statement and signs it in a steward's name": {
    lies: ({ signed }) =>
      newest((one) => {
        const last = one.statements?.at(-1);
        if (last === undefined) return one;
        const document = JSON.stringify({ ...JSON.parse(last.document), expires: "2100-01-01T00:00:00Z" });
        const signatures = last.signatures.map(({ member }) => ({ member, signature: signed(document).signature }));
        return { ...one, statements: [...(one.statements ?? []), { document, signatures } satisfies SignedStatement] };
      }),
    ...UNSTATED,
  },
  "invents proposals for stewards to sign": {
    lies: ({ signed, own, older, forked }) => ({
      proposals: () => {
        const [statement] = forked.statements ?? [];
        const document = statement?.document ?? "";
        const byNobody = { document, signatures: [{ member: own.id, signature: signed(document).signature }] };
        const { statements: _, ...before } = older;
        const bySelf = { ...before, signatures: [signed(before.document)] };
        const proposals = [
          { statement: byNobody, directory: null },
          { statement, directory: bySelf },
        ];
        return { status: 200, bytes: utf8(JSON.stringify({ proposals })) };
      },
    }),
    as: "steward",
    member: { invalidProposals: 2 },
  },
  "says that the office only rehearses": {
    lies: () => ({ directory: json<Chain>((answer) => ({ ...answer, isRehearsal: true })) }),
    bound: "whether an office is open the server alone says; whoever believes it waits, and nothing is sent elsewhere",
  },
  "asks for endless work before a report": {
    lies: () => ({
      proofOfWork: json<{ parameters: object }>((one) => ({
        ...one,
        parameters: { ...one.parameters, cost: 4_000_000_000 },
      })),
    }),
    reporter: { sending: "asks-too-much" },
  },
  "asks for a weaker protection of the passphrase": {
    lies: () => ({ loginParameters: json((answer) => ({ ...answer, memoryKiB: 8 })) }),
    member: { door: "bad-parameters" },
  },
  "lets in a member whom stewards have suspended": {
    lies: ({ earlierLogin }) => ({ login: () => ({ status: 201, bytes: earlierLogin }) }),
    as: "suspended",
    member: { door: "suspended" },
  },
  "gives back an older vault": {
    lies: ({ earlierVault }) => ({
      login: json<{ vault: object }>((answer) => ({ ...answer, vault: { ...answer.vault, memory: earlierVault } })),
    }),
    member: { inside: "vault-rolled-back" },
  },
  "holds back the newest answer": {
    lies: () => ({
      checkCase: check((answer) => ({ ...answer, rows: withoutLast(answer.rows) })),
      messages: rowsOf("team", withoutLast),
    }),
    reporter: { inCase: ["withheld"] },
    member: { inCase: ["withheld", "less-than-before"] },
  },
  "holds back an answer that was read, and its number": {
    lies: () => ({
      checkCase: check((answer) => ({ ...answer, rows: [], teamCount: 0 })),
      messages: rowsOf("team", () => []),
      ...items((item) => ({ ...item, counts: { ...item.counts, team: 0 } })),
    }),
    reporter: { inCase: ["answer-missing"] },
    member: { inCase: ["less-than-before"] },
  },
  "holds back the newest answer, and its number": {
    lies: () => ({
      checkCase: check(({ teamCount, rows, ...answer }) => ({
        ...answer,
        teamCount: teamCount - 1,
        rows: withoutLast(rows),
      })),
      messages: rowsOf("team", withoutLast),
      ...items((item) => ({ ...item, counts: fewer(item.counts, { team: -1 }) })),
    }),
    member: { inCase: ["less-than-before"] },
    bound: "a reporter misses what was never shown when a later answer rests on it, not before",
  },
  "gives back what it had of the reporter's messages before the last": {
    lies: ({ earlierCheck }) => ({
      checkCase: check((answer) => {
        const { own, reporterCount, ownDays } = parseCheckAnswer(earlierCheck) ?? answer;
        return { ...answer, own, reporterCount, ownDays };
      }),
      messages: rowsOf("reporter", withoutLast),
    }),
    reporter: { inCase: ["own-message-missing"] },
    member: { inCase: ["withheld", "less-than-before", "hidden"] },
  },
  "shows a message of another case": {
    lies: ({ foreignRow }) => {
      const exchange = (rows: readonly Row[]) =>
        rows.map((row, at) => (at === rows.length - 1 ? { ...row, row: foreignRow } : row));
      return {
        checkCase: check((answer) => ({ ...answer, rows: exchange(answer.rows) })),
        messages: rowsOf("team", exchange),
      };
    },
    reporter: { inCase: ["conversation"], beside: "forged" },
    member: { inCase: ["conversation", "less-than-before"], beside: "forged" },
  },
  "invents a change of state": {
    lies: () => ({
      checkCase: check((answer) => ({ ...answer, teamCount: answer.teamCount + 1, rows: withInvented(answer.rows) })),
      messages: rowsOf("team", withInvented),
      ...items((item) => ({ ...item, state: "closed", counts: fewer(item.counts, { team: 1 }) })),
    }),
    reporter: { inCase: ["conversation"], beside: "forged" },
    member: { inCase: ["conversation", "state-differs"], beside: "forged" },
  },
  "invents that the reporter has burnt the inbox": {
    lies: () => ({
      checkCase: check((answer) => ({ ...answer, reporterCount: answer.reporterCount + 1 })),
      messages: rowsOf("reporter", withInvented),
      ...items((item) => ({ ...item, counts: fewer(item.counts, { reporter: 1 }) })),
    }),
    reporter: { inCase: ["own-box"] },
    member: { inCase: ["conversation"], beside: "forged" },
  },
  "exchanges the reporter's receipt": {
    lies: () => ({ checkCase: check((answer) => ({ ...answer, receipt: randomBytes(answer.receipt.length) })) }),
    reporter: { inCase: ["receipt"] },
  },
  "says that the office has removed the case": {
    lies: () => ({
      checkCase: edit(() => encodeRemovedAnswer("2026-11-01")),
      cases: edit((bytes) => encodeCases({ ...parseCases(bytes), cases: [] })),
    }),
    reporter: { told: "removed" },
    member: { list: "missingCases" },
    bound: "that a case is gone a reporter has by the server's word alone, and is told so",
  },
  "says that it does not know the words": {
    lies: () => ({ checkCase: edit(() => encodeCheckAnswer(undefined)) }),
    reporter: { told: "not-found" },
    bound: "a server can always deny; the page says that the words may be wrong, never that nothing was there",
  },
  "invents that members agreed to remove cases": {
    lies: () => ({
      discards: edit(() => {
        const step = { statement: randomBytes(64), signature: randomBytes(64), storedOn: "2026-11-01" };
        const record = { removedOn: undefined, freedKiB: 0, steps: [step] };
        return encodeDiscards({ next: undefined, records: [record] });
      }),
    }),
    member: { list: "alteredDiscards" },
  },
  "gives one reader a tailored copy of a report": {
    lies: () => ({
      heads: edit((bytes) => {
        const page = parseHeads(bytes);
        return encodeHeads({
          ...page,
          heads: page.heads.map(({ handle, head }) => ({ handle, head: withoutSlot(head) })),
        });
      }),
    }),
    member: { list: "alteredHeads" },
  },
  "gives the report of another case": {
    lies: () => ({
      envelope: edit((bytes) => {
        const { head, body } = parseReportEnvelope(bytes);
        return encodeReportEnvelope(head, randomBytes(body.length));
      }),
    }),
    member: { opening: "altered" },
  },
  "says that a case came on another day": {
    lies: () => items((item) => ({ ...item, arrivedOn: "2026-01-01" })),
    bound: "on which day a report came the server alone knows; deadlines of the first days rest on it",
  },
  "forgets what a member has noted of a case": {
    lies: () => items((item) => ({ ...item, wrap: new Uint8Array() })),
    member: { inCase: ["wrap"] },
  },
  "exchanges what a member has noted of a case": {
    lies: () =>
      items((item) => ({ ...item, wrap: item.wrap.length === 0 ? item.wrap : randomBytes(item.wrap.length) })),
    member: { inCase: ["wrap"] },
  },
};
