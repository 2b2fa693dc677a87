/**
 * One case as figures count it: a few days and codes, made from what the member's list knows of it (member/list/digest.ts) and
 * the clear columns of the server. No title, no text, no handle: nothing of it leads back to a case.
 */
import { isIn } from "../../protocol/rules/casework.ts";
import {
  type Calendar,
  DEADLINE_RULES,
  type DeadlineKind,
  type Profiles,
  type Promised,
  isMissed,
  promisesOf,
  stepsOf,
  stillOwed,
} from "../../protocol/rules/deadlines.ts";
import type { CaseHandOver } from "../casework/hand-overs.ts";
import type { Digest } from "../member/list/digest.ts";
import { courseOfListed } from "../member/list/listed-course.ts";

/** `page`: the reporter sent it; else as the member who entered it wrote (rules/source-ways.ts) */
type FigureWay = "page" | (string & {});

export type Keeping = "kept" | "missed" | "running";

export type FigureCase = {
  /** Days as text, "2026-11-25": of the office, never a time */
  readonly receivedOn: string;
  /** A code of rules/casework.ts, or of a later version */
  readonly state: string;
  readonly stateOn: string;
  /** The channel's id */
  readonly channel: string;
  /** As the report names it; empty where it does not open */
  readonly unit: string;
  /** The handler's where a sheet has one, else the reporter's; undefined where it does not open */
  readonly category: string | undefined;
  /** Undefined where the case was not opened yet */
  readonly way: FigureWay | undefined;
  /** Of a case that has ended, as the reporter was told; undefined where none was, or it was not opened yet */
  readonly outcome: string | undefined;
  /** The class of what was found, as the team wrote it down */
  readonly result?: string | undefined;
  /** To which other bodies and units it was handed */
  readonly handOvers?: readonly CaseHandOver[];
  readonly answeredOn: string | undefined;
  readonly verifiedOn: string | undefined;
  /** The day on which it ended, if it has ended and was not opened again since */
  readonly endedOn: string | undefined;
  /** What was promised by law or practice and can be judged today */
  readonly promises: readonly { readonly kind: DeadlineKind; readonly is: Keeping }[];
  readonly asksProtection: boolean;
  /** The reporter has written since the report */
  readonly returned: boolean;
  /** Whether it was opened, so that all of this is known */
  readonly isOpened: boolean;
};

/** Promises whose keeping is the office's: what the reporter owes is none, nor is what a single status announced. */
function judged(promises: readonly Promised[], today: string): FigureCase["promises"] {
  return promises.flatMap((promise) => {
    const { kind, keptOn } = promise;
    if (kind === "news" || DEADLINE_RULES[kind].keptBy === undefined) return [];
    const is = isMissed(promise, today) ? "missed" : keptOn === undefined ? "running" : "kept";
    return [{ kind, is } as const];
  });
}

/** What figures need of a listed case: small enough to hand ten thousand to a worker. */
export type FigureSource = {
  readonly channelId: string;
  readonly arrivedOn: string;
  readonly state: string;
  readonly stateOn: string;
  readonly summary: { readonly unit: string; readonly category: string } | undefined;
  readonly burnt: boolean;
  /** Messages to the reporter, by the server's count */
  readonly answers: number;
  readonly newMessages: number;
  readonly stale: boolean;
  readonly digest: Pick<Digest, "course" | "sheet" | "read" | "figures" | "ends"> | undefined;
};

export type FigureCalendar = Calendar & {
  readonly profiles: Profiles;
  /** By a channel's id, the name of its profile */
  readonly profileOf: Readonly<Record<string, string>>;
};

export function figureCaseOf(source: FigureSource, calendar: FigureCalendar): FigureCase {
  const { channelId, arrivedOn, state, stateOn, summary, digest, newMessages } = source;
  const course = courseOfListed(source);
  const steps = stepsOf(calendar.profiles, course.profile ?? calendar.profileOf[channelId] ?? "");
  const promises = stillOwed(promisesOf(steps, course, calendar), source);
  const figures = digest?.figures ?? undefined;
  const [, , outcome, way, asksProtection] = figures ?? [];
  const [result, handed] = digest?.ends ?? [null, []];
  return {
    receivedOn: arrivedOn,
    state,
    stateOn,
    channel: channelId,
    unit: summary?.unit ?? "",
    category: known(digest?.sheet?.category) ?? summary?.category,
    way: figures === undefined ? undefined : (way ?? "page"),
    outcome: isIn("ended", state) ? (outcome ?? undefined) : undefined,
    result: result ?? undefined,
    handOvers: handed.map(([to, on, answered]) => ({ to: to ?? undefined, on, answered })),
    answeredOn: course.days.answer,
    verifiedOn: course.days.verified,
    // No clock makes a case end before it came: what ended in a period is never more than what there was.
    endedOn: isIn("ended", state) ? later(stateOn, arrivedOn) : undefined,
    promises: judged(promises, calendar.today),
    asksProtection: asksProtection === true,
    returned: newMessages > 0 || (digest?.read[0] ?? 0) > 0,
    isOpened: figures !== undefined,
  };
}

function known(code: string | undefined): string | undefined {
  return code === "" ? undefined : code;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/**
 * Whether the server's clear columns say something else than what this member opened and sealed: another day of arrival,
 * or another state although no message came since.
 */
export function disagrees({ arrivedOn, state, stale, digest }: FigureSource): boolean {
  const figures = digest?.figures ?? undefined;
  if (figures === undefined) return false;
  const [arrival, signed] = figures;
  return arrival !== arrivedOn || (!stale && signed !== "" && signed !== state);
}

export function hasEnded({ state }: Pick<FigureCase, "state">): boolean {
  return isIn("ended", state);
}
