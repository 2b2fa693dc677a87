/** `segel read judge|agree|disagree|task|done`: what the desk does beside a report. */
import { readFile } from "node:fs/promises";
import type { OpenedCase } from "../../../client/casework/opened-case.ts";
import { type SheetContent, emptySheet } from "../../../client/casework/sheets.ts";
import type { MemberCase } from "../../../client/member/case/member-case.ts";
import type { Member } from "../../../client/member/entry/sign-in.ts";
import { hex } from "../../../crypto/bytes.ts";
import { randomBytes } from "../../../crypto/sodium.ts";
import { isDay } from "../../../protocol/encoding/day.ts";
import type { Directory } from "../../../protocol/directory/directory.ts";
import { MAX_RECORD_LINE_CODE_POINTS, codePoints } from "../../../protocol/limits.ts";
import { SHEET } from "../../../protocol/records/sheet.ts";
import { TASK_ID_BYTES } from "../../../protocol/rules/tasks.ts";
import { HIGHEST_TOTAL, SCORES } from "../../../protocol/rules/triage.ts";
import { z } from "../../../protocol/encoding/zod.ts";
import { sayCode } from "../../../words/codes.ts";
import { CATEGORY_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { PROTECTION_URGENCY_NAMES, RECOMMENDATION_NAMES, SCORE_NAMES } from "../../../words/judging.ts";
import { Failure, WrongUse, notJson, unreadable } from "../../speech/failures.ts";
import { alarm, bold, indented, oneLine, print, visible } from "../../speech/print.ts";
import { SENTENCES } from "../../speech/words.ts";
import type { CommandCall } from "../command.ts";
import { findId } from "../ids.ts";

export const JUDGING = {
  sheet: { type: "string" },
  until: { type: "string" },
  for: { type: "string" },
  task: { type: "string" },
} as const;

type Action = (file: MemberCase, member: Member) => Promise<void>;

/** Undefined for a verb that is none of these. What will be written is looked at before anybody signs in. */
export async function judgingFor(verb: string, call: CommandCall): Promise<Action | undefined> {
  switch (verb) {
    case "judge": {
      const given = await readSheet(call);
      return (file) => judge(file, given, call);
    }
    case "agree":
    case "disagree":
      return (file) => giveOpinion(file, verb === "agree", call);
    case "task":
      return addTask(call);
    case "done": {
      const typed = call.value("task");
      if (typed === undefined) throw new WrongUse(call.say(SENTENCES.taskMissing));
      return async (file) => {
        const ids = file.opened.casework.tasks.map(({ id }) => id);
        await file.record({ kind: "task-done", task: findId(ids, typed, call.say), done: true, text: "" });
      };
    }
    default:
      return undefined;
  }
}

async function readSheet({ value, say }: CommandCall): Promise<Readonly<Record<string, unknown>>> {
  const file = value("sheet");
  if (file === undefined) throw new WrongUse(say(SENTENCES.sheetMissing));
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw unreadable(file, say);
  }
  try {
    return z.parse(z.record(z.string(), z.unknown()), JSON.parse(text));
  } catch {
    throw notJson(file, say);
  }
}

/** What the file does not say stays as it stands. */
async function judge(file: MemberCase, given: Readonly<Record<string, unknown>>, { say }: CommandCall): Promise<void> {
  const { now } = file.opened.casework.sheets;
  const before: Readonly<Record<string, unknown>> = now?.content ?? emptySheet(file.opened.answers);
  const fields = ["scores", "elements", "category", "summary", "plan", "recommendation"] as const;
  const stray = Object.keys(given).filter((name) => !(fields as readonly string[]).includes(name));
  if (stray.length > 0) throw new WrongUse(say(SENTENCES.unknownFields, { fields: visible(stray.join(", ")) }));
  const joined = Object.fromEntries(
    fields.map((name) => {
      const [one, other] = [before[name], given[name] ?? before[name]];
      return [name, typeof one === "object" && typeof other === "object" ? { ...one, ...other } : other];
    }),
  ) as SheetContent;
  const sheet = { after: now?.sequence ?? 0, ...joined };
  const checked = z.safeParse(SHEET.written, sheet);
  if (!checked.success) {
    const wrong = [...new Set(checked.error.issues.map(({ path }) => path.map(String).join(".")))].join(", ");
    throw new WrongUse(say(SENTENCES.wrongFields, { fields: visible(wrong) }));
  }
  await file.record({ kind: "sheet", ...sheet });
}

async function giveOpinion(file: MemberCase, agrees: boolean, { say, questions }: CommandCall): Promise<void> {
  const { now } = file.opened.casework.sheets;
  if (now === undefined) throw new Failure(say(SENTENCES.noSheet));
  const text = agrees ? "" : await questions.text(say(SENTENCES.askDisagree));
  if (!agrees && text.trim() === "")
    throw new Failure(say(SENTENCES.fieldMissing, { field: say(SENTENCES.messageText) }));
  await file.record({ kind: "sheet-agreement", sheet: now.sequence, agrees, text });
}

function addTask({ value, say, questions }: CommandCall): Action {
  const until = value("until") ?? null;
  if (until !== null && !isDay(until)) throw new WrongUse(say(SENTENCES.badDay, { value: visible(until) }));
  const typed = value("for");
  return async (file, member) => {
    const { members } = member.directories.current;
    const readers = file.opened.casework.readers.now;
    const named = readers.filter((id) => Object.values(members.get(id)?.names ?? {}).some((name) => name === typed));
    const who = typed === undefined ? null : (named.length === 1 && named[0]) || findId(readers, typed, say);
    const what = (await questions.text(say(SENTENCES.askTask))).replace(/\s+/gu, " ").trim();
    const actual = codePoints(what);
    const field = say(SENTENCES.messageText);
    if (what === "") throw new Failure(say(SENTENCES.fieldMissing, { field }));
    if (actual > MAX_RECORD_LINE_CODE_POINTS)
      throw new Failure(say(SENTENCES.fieldTooLong, { field, actual, limit: MAX_RECORD_LINE_CODE_POINTS }));
    const task = hex(randomBytes(TASK_ID_BYTES));
    await file.record({ kind: "task", task, after: 0, what, who, until, from: "hand", of: "" });
  };
}

/** The newest sheet, tasks and protection, before the conversation. */
export function printJudging({ casework }: OpenedCase, { members }: Directory, call: CommandCall): void {
  const { say, day } = call;
  const nameOf = (id: string | undefined) =>
    id === undefined ? say(SENTENCES.anybody) : visible(call.name(members.get(id)?.names));
  const { now } = casework.sheets;
  if (now !== undefined) {
    const { content } = now;
    print(bold(say(SENTENCES.sheetTotal, { total: String(now.total), most: String(HIGHEST_TOTAL) })));
    for (const code of SCORES) {
      const { score, reason } = content.scores[code];
      if (score !== null) print(`  ${say(SCORE_NAMES[code])}: ${score}. ${oneLine(reason, 200)}`);
    }
    print(`  ${visible(sayCode(say, CATEGORY_NAMES, content.category, UNKNOWN.code))}`);
    const { action } = content.recommendation;
    if (action !== null) print(`  ${visible(sayCode(say, RECOMMENDATION_NAMES, action, UNKNOWN.code))}`);
    if (content.summary !== "") print(indented(content.summary));
    print(`  ${say(SENTENCES.signedBy, { name: nameOf(now.by), day: day(now.on) })}`);
    for (const { by, on, agrees, text } of now.opinions)
      print(
        `  ${say(agrees ? SENTENCES.agrees : SENTENCES.disagrees, { name: nameOf(by), day: day(on) })} ${oneLine(text, 200)}`,
      );
  }
  const protection = casework.protection.now?.content;
  if (protection !== undefined && protection.closed === null) {
    const urgency = visible(sayCode(say, PROTECTION_URGENCY_NAMES, protection.urgency, UNKNOWN.code));
    print(alarm(`! ${say(SENTENCES.protectionOpen, { urgency })}`));
  }
  if (casework.tasks.length > 0) print(bold(say(SENTENCES.tasks)));
  for (const { id, what, who, until, done } of casework.tasks) {
    const when = until === undefined ? "" : ` · ${day(until)}`;
    print(`  ${done === undefined ? "[ ]" : "[x]"} ${id.slice(0, 8)} ${oneLine(what, 200)} · ${nameOf(who)}${when}`);
  }
}

/** The same for programs. */
export function describeJudging({ casework }: OpenedCase): object {
  const { sheets, tasks, protection, complaint, result } = casework;
  return {
    sheet: sheets.now ?? null,
    earlierSheets: sheets.earlier,
    tasks,
    protection: protection.now ?? null,
    complaint: complaint.now ?? null,
    result: result.now ?? null,
  };
}
