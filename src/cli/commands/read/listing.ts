/** `segel read list`: what this member's cases are, whose, and how urgent; and the one that an ID names. */
import { type ListedCase, allCases } from "../../../client/member/list/cases.ts";
import { type Discard, listDiscards } from "../../../client/member/list/discards.ts";
import { countForNobody, countMissing, ofOpened } from "../../../client/member/list/known-heads.ts";
import { listTakenOut } from "../../../client/member/list/waiting.ts";
import { marksOfListed, urgencyOfListed } from "../../../client/member/list/listed-marks.ts";
import { refreshCases } from "../../../client/member/case/refresh.ts";
import type { Member } from "../../../client/member/entry/sign-in.ts";
import { registerNumberOf } from "../../../crypto/identity.ts";
import { isIn, isStanding } from "../../../protocol/rules/casework.ts";
import { daysLeft } from "../../../protocol/rules/deadlines.ts";
import { LIMITS } from "../../../protocol/rules/suggestions.ts";
import type { Mark } from "../../../protocol/urgency/marks.ts";
import { sayCode } from "../../../words/codes.ts";
import { CATEGORY_NAMES, STATE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { MARK_NAMES } from "../../../words/marks.ts";
import { Failure } from "../../speech/failures.ts";
import { alarm, bold, dim, json, oneLine, print, table, tell, visible } from "../../speech/print.ts";
import { COLUMNS, SENTENCES } from "../../speech/words.ts";
import { memberNamed } from "./assigning.ts";
import type { CommandCall } from "../command.ts";
import { QUIET_MS } from "../entrance.ts";

/** Options that choose among the cases. */
export const LISTING = {
  mine: { type: "boolean" },
  unassigned: { type: "boolean" },
  assigned: { type: "string" },
  labelled: { type: "string" },
  urgent: { type: "boolean" },
} as const;

export async function findCase(member: Member, typed: string, { say }: CommandCall): Promise<ListedCase> {
  const plain = (number: string) => number.toUpperCase().replaceAll("-", "");
  const matches = (await allCases(member)).filter(
    ({ handle, caseId }) => handle === typed.toLowerCase() || plain(registerNumberOf(caseId)) === plain(typed),
  );
  const [found] = matches;
  if (found === undefined) throw new Failure(say(SENTENCES.noSuchCase, { id: visible(typed) }));
  if (matches.length > 1)
    throw new Failure(say(SENTENCES.severalCases, { list: matches.map(({ handle }) => handle).join(", ") }));
  return found;
}

export async function printList(member: Member, call: CommandCall): Promise<void> {
  const { json: asJson, say, day, dates } = call;
  const wanted = filterOf(member, call);
  await openStale(member, call);
  const every = await allCases(member);
  const marksOf = marking(call);
  const cases = every
    .filter((one) => wanted(one, marksOf(one)))
    .toSorted((a, b) => urgencyOf(b, marksOf(b)) - urgencyOf(a, marksOf(a)) || (a.arrivedOn < b.arrivedOn ? 1 : -1));
  const { discards: all, altered } = await listDiscards(member);
  const removed = all.flatMap(({ standing, handle }) => (standing === "removed" ? [handle] : []));
  const listed = every.map(({ handle }) => handle);
  const takenOut = (await listTakenOut(member)).map(({ handle }) => handle);
  const missing = await countMissing(member, listed, removed, takenOut);
  const discards = await ofOpened(member, all);
  if (missing > 0) tell(alarm(`! ${say(SENTENCES.missingCases, { count: missing })}`));
  if (altered > 0) tell(alarm(`! ${say(SENTENCES.alteredDiscards, { count: altered })}`));
  if (asJson) {
    const plain = cases.map((one) => describeListed(one, marksOf(one)));
    const unopened = (await countForNobody(member)) ?? null;
    return print(json({ cases: plain, discards: discards.map(describeDiscard), missing, unopened }));
  }
  if (cases.length === 0) return print(say(SENTENCES.noCases));
  const head = (
    ["register", "unread", "marks", "assignee", "state", "arrived", "category", "unit", "title"] as const
  ).map((name) => say(COLUMNS[name]));
  // The title last: of any script and width, it moves no other column.
  const factsOf = ({ summary, state, arrivedOn, altered, digest }: ListedCase) => [
    oneLine(sayCode(say, STATE_NAMES, state, UNKNOWN.code), 40),
    day(arrivedOn),
    summary === undefined ? "" : oneLine(sayCode(say, CATEGORY_NAMES, summary.category, UNKNOWN.code), 28),
    summary === undefined ? "" : oneLine(summary.unit, 28),
    summary === undefined
      ? say(altered ? SENTENCES.summaryAltered : SENTENCES.summaryMissing)
      : [oneLine(summary.title, 60), ...(digest?.labels ?? []).map((label) => `[${oneLine(label, 24)}]`)].join(" "),
  ];
  const rows = cases.map((one) => [
    registerNumberOf(one.caseId),
    one.unread ? say(SENTENCES.unreadMark) : "",
    marksOf(one)
      .map((mark) => say(MARK_NAMES[mark]))
      .join(", "),
    oneLine(assigneeText(one, member, call), 24),
    ...factsOf(one),
  ]);
  const [first = "", ...lines] = table([head, ...rows]).split("\n");
  print(bold(first));
  for (const line of lines) print(line);
  const worked = new Map(cases.map((one) => [one.handle, one]));
  for (const { handle, registerNumber, standing, agreed, goesOn } of discards) {
    const item = worked.get(handle);
    // Two had agreed, and it was worked on since: it stays.
    if (agreed !== undefined && item !== undefined && !isStanding(agreed.on, item)) continue;
    if (standing === "proposed") print(say(SENTENCES.listProposed, { number: registerNumber }));
    if (standing === "agreed" && goesOn !== undefined)
      print(say(SENTENCES.listAgreed, { number: registerNumber, day: day(goesOn) }));
  }
  print(dim(dates));
}

type Wanted = (one: ListedCase, marks: readonly Mark[]) => boolean;

/** Several options narrow further. What is urgent, mine or nobody's is so while the case is open. */
function filterOf(member: Member, call: CommandCall): Wanted {
  const label = call.value("labelled");
  const assigned = call.value("assigned");
  const person = assigned === undefined ? undefined : memberNamed(assigned, member, call).id;
  const checks: Wanted[] = [
    ...(call.isSet("mine") ? [isOf(member.id)] : []),
    ...(call.isSet("unassigned") ? [isOf(null)] : []),
    ...(person === undefined ? [] : [isOf(person)]),
    ...(label === undefined ? [] : [({ digest }: ListedCase) => digest?.labels.includes(label) === true]),
    ...(call.isSet("urgent") ? [(one: ListedCase, marks: readonly Mark[]) => urgencyOf(one, marks) > 0] : []),
  ];
  return (one, marks) => checks.every((check) => check(one, marks));
}

function isOf(person: string | null): Wanted {
  return ({ digest, state }) => (digest?.assignee ?? null) === person && !isIn("ended", state);
}

function urgencyOf({ state }: ListedCase, marks: readonly Mark[]): number {
  return urgencyOfListed(state, marks, false);
}

function marking({ today, office }: CommandCall): (one: ListedCase) => readonly Mark[] {
  return (one) => marksOfListed(one, LIMITS, (day) => daysLeft(day, today(), "working", office.daysOff));
}

/** What is new or has changed is opened first, so that the list can say what is in it; nothing counts as shown by it. */
async function openStale(member: Member, { say }: CommandCall): Promise<void> {
  const stale = (await allCases(member)).filter((one) => one.stale);
  let told = Date.now();
  let done = 0;
  const tellNow = (): void => {
    done++;
    if (Date.now() - told < QUIET_MS) return;
    told = Date.now();
    tell(say(SENTENCES.openingCases, { n: done, of: String(stale.length) }));
  };
  await refreshCases(member, stale, tellNow, new AbortController().signal);
}

function assigneeText({ digest }: ListedCase, member: Member, call: CommandCall): string {
  const assignee = digest?.assignee ?? null;
  if (assignee === null) return "";
  return call.name(member.directories.current.members.get(assignee)?.names);
}

/** Named one by one: what other programs read does not grow with what a digest comes to hold. */
function describeListed(listed: ListedCase, marks: readonly Mark[]): object {
  const { handle, channelId, arrivedOn, state, stateOn, counts, altered, unread, newMessages, burnt } = listed;
  const { caseId, summary, digest } = listed;
  return {
    registerNumber: registerNumberOf(caseId),
    handle,
    channelId,
    arrivedOn,
    state,
    stateOn,
    counts,
    altered,
    unread,
    newMessages,
    burnt,
    summary: summary ?? null,
    marks,
    amountIDR: digest?.amount ?? null,
    assignee: digest?.assignee ?? null,
    labels: digest?.labels ?? [],
    sheet: digest?.sheet ?? null,
    tasks: digest?.tasks ?? null,
    protection: digest?.protection ?? null,
  };
}

/** Without the hash of the note that says why. */
function describeDiscard(discard: Discard): object {
  const { handle, registerNumber, channelId, standing, proposed, agreed, keptOn, goesOn, removedOn, freedKiB } =
    discard;
  return { handle, registerNumber, channelId, standing, proposed, agreed, keptOn, goesOn, removedOn, freedKiB };
}
