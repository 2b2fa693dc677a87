/** A member's list of cases: new heads are tried, known ones are read from wraps and summaries. */
import { concat, fromHex, hex, sameBytes } from "../../../crypto/bytes.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import { type OpenedHead, openHead, openSummary } from "../../../crypto/secret/open.ts";
import { deriveAccessKeyPair } from "../../../crypto/secret/seal.ts";
import { deriveTeamSecret } from "../../../crypto/secret/team.ts";
import { type Wrap, openWrap, sealWrap, splitWrap } from "../../../crypto/secret/wrap.ts";
import { toBase64url } from "../../../protocol/encoding/base64url.ts";
import { parseSummary } from "../../../protocol/content.ts";
import type { ReadAnswers, Summary } from "../../../protocol/rules/report-fields.ts";
import {
  type CaseItem,
  type HeadsPage,
  handleBytes,
  handleText,
  parseCaseItem,
  parseCases,
  parseHeads,
  parseReportEnvelope,
} from "../../../protocol/frames.ts";
import { HEADS_BY_NAME } from "../../../protocol/limits.ts";
import { type Call, type Connection, callBytes } from "../../line/http.ts";
import { MOST_PAGES, allPages, nextHandle } from "../../line/paging.ts";
import { proveAccess } from "./access.ts";
import { type Digest, isFresh, readDigest, sealDigestOf } from "./digest.ts";
import { type HeadNames, NO_NAMES, fetchHeadNames } from "./head-names.ts";
import { type Known, keepOnly, keysFor, knownTo, nameOf, remember } from "./known-heads.ts";
import type { Member } from "../entry/sign-in.ts";
import { type CaughtUp, catchUp } from "./waiting.ts";

export type FoundHeads = {
  /** Handles of reports that open for this member for the first time */
  readonly opened: readonly string[];
  /** Genuine heads without a slot for this member: excluded, or sealed before joining. Nothing more is known of them. */
  readonly notForMe: number;
  /** Handles of heads that were changed, or tailored: an alarm */
  readonly altered: readonly string[];
};

/** As many requests at once as a browser keeps connections to one host over HTTP/1.1. */
export const WRAPS_AT_ONCE = 6;

/** Works on so many items at a time; the first failure stops all. */
export async function forEachAtOnce<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/**
 * Tries all heads that this member has not proved to have opened and has not tried before, proves those that open and
 * keeps a wrap of each. Reports are read in full only when somebody opens them.
 */
export async function findNewCases(
  member: Member,
  onProgress: (tried: number) => void | Promise<void> = () => {},
): Promise<FoundHeads> {
  const opened: string[] = [];
  const altered = new Set<string>();
  const known = await knownTo(member);
  /** Heads that opened, of cases whose keys have changed since the report */
  const behind = new Map<string, FirstWrap>();
  let given: CaughtUp["given"] = new Map();
  const keep = async (wraps: readonly FirstWrap[]): Promise<void> => {
    await forEachAtOnce(wraps, WRAPS_AT_ONCE, async ({ handle, caseId, wrap }) => {
      // What was seen of a case stays remembered although the case comes a second time.
      const isBack = given.has(handle) || known.opened.has(nameOf(handle));
      if (!isBack || !(await hasWrap(member, handle))) await storeWrap(member, handle, caseId, wrap);
    });
    for (const { handle } of wraps) {
      opened.push(handle);
      known.opened.add(nameOf(handle));
      known.isSaved = false;
    }
  };
  let tried = 0;
  let names = hasTried(known) ? await fetchHeadNames(member, known) : undefined;
  for await (const heads of names === undefined ? allHeads(member) : headsByName(member, known, names)) {
    const found: { handle: string; head: OpenedHead }[] = [];
    for (const { handle: bytes, head } of heads) {
      const handle = handleText(bytes);
      try {
        found.push({ handle, head: openHead(head, { kind: "report" }, keysFor(known, handle, member)) });
      } catch (error) {
        if (!(error instanceof CryptoError)) throw error;
        const isAltered = error.code !== "not-for-me";
        known[isAltered ? "altered" : "notForMe"].add(nameOf(handle));
        known.isSaved &&= isAltered;
        if (isAltered) altered.add(handle);
      }
      // Awaited: whoever has other work, such as opening a case meanwhile, can put it between two heads.
      await onProgress(++tried);
    }
    const proofs = found.map(({ handle, head: { head, contentKey } }) => {
      const keys = deriveAccessKeyPair(contentKey);
      return { handle, caseId: head.prefix.caseId, epoch: 0, keys };
    });
    const proved = await proveAccess(member, proofs);
    await keep(found.filter(({ handle }) => proved.has(handle)).map(firstWrapOf));
    for (const one of found) if (!proved.has(one.handle)) behind.set(one.handle, firstWrapOf(one));
    // Who closes the page in the middle does not begin anew.
    await remember(member, known);
  }
  const caughtUp = await catchUp(member);
  const { proved } = caughtUp;
  ({ given } = caughtUp);
  for (const [handle, first] of given) behind.set(handle, { handle, ...first });
  await keep([...behind.values()].filter(({ handle }) => proved.has(handle)));
  // Out of these somebody took this member: as good as not sealed to, until they are given back.
  for (const handle of behind.keys()) {
    if (proved.has(handle) || given.has(handle)) continue;
    known.notForMe.add(nameOf(handle));
    known.isSaved = false;
  }
  if (hasTried(known)) names ??= await fetchHeadNames(member, known);
  const { told, isAll, waiting } = names ?? NO_NAMES;
  if (isAll) keepOnly(known, told);
  await remember(member, known);
  for (const handle of told.map(handleText)) if (known.altered.has(nameOf(handle))) altered.add(handle);
  known.forNobody = waiting(known);
  return { opened, notForMe: known.notForMe.size, altered: [...altered] };
}

function hasTried({ notForMe, altered, triedBefore }: Known): boolean {
  return notForMe.size + altered.size + triedBefore.size > 0;
}

type Heads = HeadsPage["heads"];

/** Page by page: a member who has tried none yet. */
export async function* allHeads({ connection }: Member): AsyncGenerator<Heads> {
  const fetch = async (after: string | undefined) =>
    parseHeads(await callBytes(connection, "heads", { query: { after } }));
  for await (const { heads } of allPages(MOST_PAGES.heads, fetch, nextHandle)) yield heads;
}

/** Those that were not tried with all keys yet: the others do not even travel. */
async function* headsByName(member: Member, known: Known, { told }: HeadNames): AsyncGenerator<Heads> {
  const untried = told.filter((handle) => keysFor(known, handleText(handle), member).length > 0);
  for (let at = 0; at < untried.length; at += HEADS_BY_NAME) {
    const only = toBase64url(concat(...untried.slice(at, at + HEADS_BY_NAME)));
    yield parseHeads(await callBytes(member.connection, "heads", { query: { only } })).heads;
  }
}

async function hasWrap({ connection }: Member, handle: string): Promise<boolean> {
  return parseCaseItem(await callBytes(connection, "oneCase", { params: { handle } })).wrap.length > 0;
}

type FirstWrap = { readonly handle: string; readonly caseId: Uint8Array; readonly wrap: Wrap };

/** What is known after the head alone; the thread key follows with the body. */
function firstWrapOf({
  handle,
  head: { head, contentKey },
}: {
  readonly handle: string;
  readonly head: OpenedHead;
}): FirstWrap {
  const nothing = { sequence: 0, hash: head.headHash };
  const wrap = {
    contentKey,
    headHash: head.headHash,
    binding: head.binding,
    threadKey: undefined,
    epoch: 0,
    teamSecret: deriveTeamSecret(contentKey, head.prefix.caseId),
    seen: { reporter: nothing, team: nothing, internal: nothing },
  };
  return { handle, caseId: head.prefix.caseId, wrap };
}

/** Without a digest the list knows no more than the summary, and the case is opened when there is time. */
export async function storeWrap(
  member: Member,
  handle: string,
  caseId: Uint8Array,
  wrap: Wrap,
  digest?: Digest,
): Promise<void> {
  const sealed = sealWrap(wrap, member.vaultKey, fromHex(member.id), caseId);
  const body = digest === undefined ? sealed : concat(sealed, sealDigestOf(digest, member, caseId));
  await callBytes(member.connection, "putWrap", { params: { handle }, body });
}

export type ListedCase = {
  readonly handle: string;
  readonly caseId: Uint8Array;
  readonly channelId: string;
  /** Day of arrival, "2026-11-25" */
  readonly arrivedOn: string;
  /** As the server says; opening the case shows the signed one */
  readonly state: string;
  readonly stateOn: string;
  readonly counts: CaseItem["counts"];
  /** Undefined when wrap or summary do not open: an alarm, `altered` says which way */
  readonly summary: Summary<ReadAnswers> | undefined;
  readonly altered: boolean;
  /** The report was never opened in full, or the reporter has written since. */
  readonly unread: boolean;
  /** How many messages the reporter has written since the case was opened; 0 for a report that never was */
  readonly newMessages: number;
  /** What opening the case has shown; undefined before that */
  readonly digest: Digest | undefined;
  /** There is more than the digest tells of: the case is to be opened when there is time. */
  readonly stale: boolean;
  /** The reporter cannot come back, as opening the case has shown, and has not written since */
  readonly burnt: boolean;
};

/** One page of the list, read from wraps and summaries alone. `next` is undefined on the last page. */
export async function listCases(
  member: Member,
  after?: string,
): Promise<{ readonly cases: readonly ListedCase[]; readonly next: string | undefined }> {
  const { burnt, unnoted } = await knownTo(member);
  const page = parseCases(await callBytes(member.connection, "cases", { query: { after } }));
  for (const { handle, wrap } of page.cases) unnoted[wrap.length === 0 ? "add" : "delete"](nameOf(hex(handle)));
  return {
    cases: page.cases.map((item) => {
      const listed = readItem(member, item);
      return { ...listed, burnt: listed.newMessages === 0 && burnt.has(nameOf(listed.handle)) };
    }),
    next: nextHandle(page),
  };
}

/** Everything that this member has opened. */
export async function allCases(member: Member): Promise<ListedCase[]> {
  const all: ListedCase[] = [];
  const fetch = (after: string | undefined) => listCases(member, after);
  for await (const { cases } of allPages(MOST_PAGES.cases, fetch, ({ next }) => next)) all.push(...cases);
  return all;
}

export function readItem({ vaultKey, id }: Pick<Member, "vaultKey" | "id">, item: CaseItem): Omit<ListedCase, "burnt"> {
  const { caseId, arrivedOn, state, stateOn, counts } = item;
  const common = {
    handle: handleText(item.handle),
    caseId,
    channelId: hex(item.channelId),
    arrivedOn,
    state,
    stateOn,
    counts,
  };
  try {
    const record = splitWrap(item.wrap);
    const wrap = openWrap(record.wrap, vaultKey, fromHex(id), caseId);
    const summary = parseSummary(openSummary(wrap.contentKey, wrap.binding, item.summary));
    const digest = readDigest(record.digest, { vaultKey, id }, caseId);
    const shown = shownUpTo(wrap, digest);
    const newMessages = shown < 0 ? 0 : Math.max(0, counts.reporter - shown);
    const stale = digest === undefined || !isFresh(digest, counts);
    return { ...common, summary, altered: false, unread: shown < 0 || newMessages > 0, newMessages, digest, stale };
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    // No wrap yet: it was proved, and the wrap did not arrive. Opening the case mends that.
    const altered = item.wrap.length > 0;
    return { ...common, summary: undefined, altered, unread: true, newMessages: 0, digest: undefined, stale: !altered };
  }
}

/** Newest message of the reporter that this member was shown; -1 where not even the report was. */
export function shownUpTo({ threadKey, seen }: Wrap, digest: Digest | undefined): number {
  return digest?.shown ?? (threadKey === undefined ? -1 : seen.reporter.sequence);
}

/** Everything that a case's server row holds, checked to be the one that was asked for (attack 62). */
export async function fetchCase(
  connection: Connection,
  handle: string,
): Promise<{ item: CaseItem; head: Uint8Array; body: Uint8Array }> {
  const call: Call = { params: { handle } };
  const item = parseCaseItem(await callBytes(connection, "oneCase", call));
  const envelope = parseReportEnvelope(await callBytes(connection, "envelope", call));
  if (!sameBytes(item.handle, handleBytes(handle))) throw new CryptoError("altered");
  return { item, ...envelope };
}
