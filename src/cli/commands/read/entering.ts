/** `segel read enter`: a report that came by letter, call, visit or message, entered as at the desk. */
import type { OpenedCase } from "../../../client/casework/opened-case.ts";
import { findingsIn } from "../../../client/case/answers.ts";
import { type Entered, type Entering, makeEntering } from "../../../client/entering/entering.ts";
import { connect } from "../../../client/line/http.ts";
import { makeRetry } from "../../../client/line/retry.ts";
import * as SCHEDULES from "../../../client/line/schedules.ts";
import type { Member } from "../../../client/member/entry/sign-in.ts";
import { wordListOf } from "../../../client/reporter/word-lists.ts";
import { wordsOf } from "../../../crypto/secret/words.ts";
import { isDay } from "../../../protocol/encoding/day.ts";
import { MAX_RECORD_TEXT_CODE_POINTS, codePoints } from "../../../protocol/limits.ts";
import type { Answers } from "../../../protocol/rules/report-fields.ts";
import { SOURCE_WAYS } from "../../../protocol/rules/source-ways.ts";
import { isOpen } from "../../../protocol/directory/validity.ts";
import { sayCode } from "../../../words/codes.ts";
import { SOURCE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { factsOf } from "../../../words/languages.ts";
import { Failure, WrongUse, explainFinding, notJson } from "../../speech/failures.ts";
import { json, oneLine, print, visible } from "../../speech/print.ts";
import { ENTERING, SENTENCES } from "../../speech/words.ts";
import { openAttachments } from "../attachments.ts";
import type { CommandCall } from "../command.ts";
import { findId } from "../ids.ts";
import { readReport } from "../report-file.ts";
import { printWords } from "../send.ts";

export const ENTERING_OPTIONS = {
  source: { type: "string" },
  received: { type: "string" },
  channel: { type: "string" },
  exclude: { type: "string", multiple: true },
  code: { type: "boolean" },
} as const;

/** How it came is looked at before anybody signs in; the report itself is typed, and never an argument. */
export async function enteringFor(call: CommandCall): Promise<(member: Member) => Promise<void>> {
  const { say, value, today } = call;
  const way = SOURCE_WAYS.find((one) => one === value("source"));
  if (way === undefined) {
    const values = { option: "--source", value: visible(value("source") ?? ""), list: SOURCE_WAYS.join(", ") };
    throw new WrongUse(say(SENTENCES.badCode, values));
  }
  const receivedOn = value("received") ?? today();
  if (!isDay(receivedOn)) throw new WrongUse(say(SENTENCES.badDay, { value: visible(receivedOn) }));
  if (receivedOn > today()) throw new WrongUse(say(ENTERING.future, { value: receivedOn }));
  const files = await openAttachments(call);
  const code = call.isSet("code");
  return async (member) => {
    const channelId = channelOf(member, call);
    const { excludable } = member.directories.current.channels.get(channelId) ?? { excludable: [] };
    const excluded = call.values("exclude").map((typed) => findId(excludable, typed, say));
    const { answers, note } = await typedReport(call);
    const entering: Entering = { answers, channelId, excluded, source: { way, receivedOn, note, code } };
    // To the server the report is anybody's: it is not told which member's session it came from.
    const { run } = makeEntering(member, connect(call.connection.origin), entering, files);
    tellEntered(await makeRetry(SCHEDULES.message).run(() => run()), code, call);
  };
}

/** Who enters a report reads it: so it goes into a channel of the member's own, the first one where none is named. */
function channelOf({ id, directories: { current, now } }: Member, { value, say }: CommandCall): string {
  const own = [...current.channels.values()].filter(({ recipients }) => recipients.includes(id));
  const named = value("channel");
  const ids = own.map((channel) => channel.id);
  const chosen =
    named === undefined ? (own.find((one) => isOpen(current, one, now))?.id ?? ids[0]) : findId(ids, named, say);
  if (chosen === undefined) throw new Failure(say(SENTENCES.noChannel));
  return chosen;
}

/**
 * A report as `segel send` takes it, with `note` beside its fields for the agenda number or where the paper lies; or unit
 * and title, a line each, and then the text.
 */
async function typedReport({
  questions,
  say,
}: CommandCall): Promise<{ readonly answers: Answers; readonly note: string }> {
  const unitName = await questions.line(say(ENTERING.askUnit));
  const isJson = unitName.trimStart().startsWith("{");
  const title = isJson ? "" : await questions.line(say(ENTERING.askTitle));
  const text = await questions.text(say(ENTERING.askText));
  const { note = "", ...fields } = isJson ? parsed(`${unitName}\n${text}`) : { unitName, title, what: text };
  if (typeof note !== "string" || codePoints(note) > MAX_RECORD_TEXT_CODE_POINTS)
    throw new WrongUse(say(SENTENCES.wrongFields, { fields: '"note"' }));
  const report = readReport(fields, say);
  if ("problem" in report) throw new WrongUse(report.problem);
  const [finding] = findingsIn(report.answers);
  if (finding !== undefined) throw new Failure(explainFinding(finding, say));
  return { answers: report.answers, note };

  function parsed(typed: string): Readonly<Record<string, unknown>> {
    try {
      return JSON.parse(typed) as Readonly<Record<string, unknown>>;
    } catch {
      throw notJson("-", say);
    }
  }
}

/** The words are shown to whoever asks for them for the person who wants to come back, and are nowhere else. */
function tellEntered({ handle, registerNumber, token }: Entered, isAsked: boolean, call: CommandCall): void {
  const words = isAsked ? wordsOf(token, wordListOf(factsOf(call.language).codeWords)) : undefined;
  token.fill(0);
  if (call.json) return print(json({ registerNumber, handle, ...(words && { words }) }));
  print(call.say(ENTERING.entered, { number: registerNumber }));
  if (words !== undefined) printWords(words, call);
}

/** That a member entered the case, and how it had come. */
export function sourceLines({ casework: { source } }: OpenedCase, member: Member, call: CommandCall): string[] {
  if (source === undefined) return [];
  const { way, receivedOn, note, code } = source.record;
  const by = {
    way: visible(sayCode(call.say, SOURCE_NAMES, way, UNKNOWN.code)),
    day: visible(call.day(receivedOn)),
    name: visible(call.name(member.directories.current.members.get(source.author)?.names) || source.author),
  };
  const lines = [call.say(ENTERING.by, by), ...(note === "" ? [] : [`  ${oneLine(note, 200)}`])];
  return [...lines, `  ${call.say(code ? ENTERING.withCode : ENTERING.withoutCode)}`];
}

/** The same for programs. */
export function describeSource({ casework: { source } }: OpenedCase): object | null {
  if (source === undefined) return null;
  const { way, receivedOn, note, code } = source.record;
  return { by: source.author, way, receivedOn, note, code };
}
