/** What each program says of a server that lies to it, by what it noticed: all of these sentences stand on the screen. */
import { ClockDoubt } from "../../../src/client/directory/clock.ts";
import { ApiError, type ApiErrorCode } from "../../../src/client/line/http.ts";
import { OWN_FAILURES, SENTENCES } from "../../../src/cli/speech/words.ts";
import { DirectoryError, type DirectoryErrorCode } from "../../../src/protocol/directory/directory.ts";
import { LIST } from "../../../src/web/investigator/list/words.ts";
import { OFFICE } from "../../../src/web/investigator/office/words.ts";
import { problemOf } from "../../../src/web/reporter/sealing/problems.ts";
import { CASE_WORDS, SCREENS } from "../../../src/web/reporter/words.ts";
import { MEMBER_CASE_ALARMS, MESSAGE_ALARMS, REPORTER_CASE_ALARMS, SIGN_IN_ALARMS } from "../../../src/words/alarms.ts";
import { API_FAILURES, CRYPTO_FAILURES, DIRECTORY_FAILURES, REFUSALS } from "../../../src/words/failures.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { type Reader, type Told, adviceFor } from "../../../src/words/told.ts";
import type { Noticed } from "../../support/hostile/hostile-acts.ts";

export type Sentences = (noticed: Noticed) => readonly string[];

/** All three cases vanish; of reports and records one is spoilt. */
const countIn = (list: string): number => (list === "missingCases" ? 3 : 1);

const FAILURES: Readonly<Record<string, Told>> = {
  ...API_FAILURES,
  ...CRYPTO_FAILURES,
  ...REFUSALS,
  ...DIRECTORY_FAILURES,
};
const CASE_ALARMS: Readonly<Record<Reader, Readonly<Record<string, Told>>>> = {
  member: MEMBER_CASE_ALARMS,
  reporter: REPORTER_CASE_ALARMS,
};

/** A sentence with facts in it is found by its longest part without any. */
export function fixedPart(text: string): string {
  const [longest = ""] = text.split(/\{\w+\}|\d+/u).toSorted((a, b) => b.length - a.length);
  return longest.replace(/\s+/gu, " ").trim();
}

/** What was found, then what to do. */
function parts(told: Told | undefined, reader: Reader, language: Language): string[] {
  const { say } = speak(language);
  return told === undefined ? [] : [say(told.happened), adviceFor(reader, told, say)].filter((text) => text !== "");
}

function inCase({ inCase: codes, beside }: Extract<Noticed, { inCase: unknown }>, reader: Reader, language: Language) {
  const { say } = speak(language);
  return [
    ...codes.flatMap((code) => parts(CASE_ALARMS[reader][code], reader, language)),
    ...(beside === undefined ? [] : [say(MESSAGE_ALARMS[beside].happened)]),
  ];
}

export function sentencesOnPage(language: Language): Sentences {
  const { say } = speak(language);
  const { problems, check } = SCREENS[language];
  const { ALARMS, CASE } = CASE_WORDS[language];
  return (noticed) => {
    if ("inCase" in noticed)
      return [...inCase(noticed, "reporter", language), say(ALARMS.whatToDo), say(CASE.notWritable)];
    if ("told" in noticed) return [say(noticed.told === "removed" ? check.removedText : check.notFoundText)];
    if (!("door" in noticed || "sending" in noticed)) throw new Error("a reporter has no list, and no entrance");
    const { kind } = problemOf(errorOf("door" in noticed ? noticed.door : noticed.sending));
    return [say(problems[kind as keyof typeof problems])];
  };
}

function errorOf(code: string): Error {
  if (code === "statement-lapsed") return new ClockDoubt(code, 0, { notBefore: 0, expires: 0 });
  return code in API_FAILURES ? new ApiError(code as ApiErrorCode) : new DirectoryError(code as DirectoryErrorCode);
}

export function sentencesAtDesk(language: Language): Sentences {
  const { say } = speak(language);
  return (noticed) => {
    if ("inCase" in noticed) return inCase(noticed, "member", language);
    if ("list" in noticed)
      return [say(LIST[noticed.list], { n: countIn(noticed.list) }), say(LIST[`${noticed.list}Advice`])];
    if ("inside" in noticed) return parts(SIGN_IN_ALARMS[noticed.inside], "member", language);
    if ("door" in noticed) return parts(FAILURES[noticed.door], "member", language);
    if ("opening" in noticed) return parts(FAILURES[noticed.opening], "member", language);
    if ("invalidProposals" in noticed)
      return [say(OFFICE.invalid, { n: noticed.invalidProposals }), say(OFFICE.invalidText)];
    throw new Error("a member sends no report");
  };
}

export function sentencesOfCommand(reader: Reader, language: Language): Sentences {
  const { say } = speak(language);
  const own: Readonly<Record<string, Partial<Told>>> = OWN_FAILURES.api;
  return (noticed) => {
    if ("inCase" in noticed)
      return [...inCase(noticed, reader, language), ...(reader === "reporter" ? [say(SENTENCES.alarmAdvice)] : [])];
    if ("list" in noticed) return [say(SENTENCES[noticed.list], { count: countIn(noticed.list) })];
    if ("told" in noticed) return [say(SENTENCES[noticed.told === "removed" ? "caseRemoved" : "caseNotFound"])];
    if ("inside" in noticed) return parts(SIGN_IN_ALARMS[noticed.inside], reader, language);
    if ("invalidProposals" in noticed) return [say(SENTENCES.invalidProposals, { n: noticed.invalidProposals })];
    const code = "door" in noticed ? noticed.door : "opening" in noticed ? noticed.opening : noticed.sending;
    const told = FAILURES[code];
    return parts(told && { ...told, ...own[code] }, reader, language);
  };
}
