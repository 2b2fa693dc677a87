/** Messages as people see them: who, what, and plainly what is wrong with it. */
import type { Entry } from "../../client/case/chain.ts";
import type { UnknownField } from "../../protocol/encoding/canonical-json.ts";
import type { ReadMessage } from "../../protocol/content.ts";
import type { Directory } from "../../protocol/directory/directory.ts";
import { sayCode } from "../../words/codes.ts";
import { DEADLINE_NAMES, OUTCOME_NAMES, STATE_NAMES, UNKNOWN } from "../../words/glossary.ts";
import { PROTECTION_URGENCY_NAMES } from "../../words/judging.ts";
import { MESSAGE_ALARMS } from "../../words/alarms.ts";
import { toldOfMessage } from "../../words/told.ts";
import { type Listener, alarmText } from "../speech/failures.ts";
import { alarm, bold, dim, indented, oneLine, print, visible } from "../speech/print.ts";
import { DEADLINES, RECEIPTS, SENTENCES } from "../speech/words.ts";

export function printEntry(entry: Entry, directory: Directory, listener: Listener): void {
  const { say, day, size: sizeOf } = listener;
  const author =
    authorOf(entry, directory, listener) ??
    say(entry.author === "reporter" ? SENTENCES.reporter : SENTENCES.nobodyKnown);
  print(`${bold(visible(author))} ${dim(`#${entry.sequence} · ${day(entry.storedOn)}`)}`);
  const { message } = entry;
  for (const code of entry.alarms) print(alarmText(toldOfMessage(MESSAGE_ALARMS, code, message), listener, "  "));
  if (message?.kind === "burn") print(`  ${say(SENTENCES.burnt)}`);
  else if (message?.kind === "receipt-request") print(`  ${say(RECEIPTS.asked)}`);
  else if (message !== undefined) {
    if (message.kind === "receipt") print(`  ${say(RECEIPTS.issued)}`);
    if (message.kind === "protection-request") {
      const urgency = visible(sayCode(say, PROTECTION_URGENCY_NAMES, message.urgency, UNKNOWN.code));
      print(alarm(`  ${say(SENTENCES.protectionAsked, { urgency })}`));
    }
    if (message.kind === "withdraw") print(`  ${say(SENTENCES.withdrawn)}`);
    if (message.kind === "status") {
      const named = (names: Parameters<typeof sayCode>[1], code: string) =>
        visible(sayCode(say, names, code, UNKNOWN.code));
      const outcome = message.outcome === null ? "" : ` (${named(OUTCOME_NAMES, message.outcome)})`;
      print(`  ${say(SENTENCES.newState, { state: named(STATE_NAMES, message.state) })}${outcome}`);
    }
    if (message.kind === "status" && message.nextBy !== undefined)
      print(`  ${say(DEADLINES.nextBy, { day: visible(day(message.nextBy)) })}`);
    if (message.kind === "promise") {
      const deadline = visible(sayCode(say, DEADLINE_NAMES, message.deadline, UNKNOWN.code));
      print(`  ${say(DEADLINES.promise, { deadline, day: visible(day(message.due)) })}`);
    }
    if (message.kind === "profile") print(`  ${say(DEADLINES.profile, { name: visible(message.profile) })}`);
    if (message.kind === "unknown") print(`  ${visible(sayCode(say, {}, message.named, UNKNOWN.kind))}`);
    if (message.kind === "epoch") print(`  ${say(SENTENCES.newKeys)}`);
    else if (message.text !== "") print(indented(message.text));
    for (const { name, size } of message.kind === "files" ? message.files : [])
      print(indented(say(SENTENCES.fileLine, { name: oneLine(name, 100), size: sizeOf(size) })));
  }
  printUnknown(message?.unknown, listener, "  ");
  print();
}

/** What this version does not know, as it stands. */
export function printUnknown(fields: readonly UnknownField[] = [], { say }: Listener, indent = ""): void {
  if (fields.length === 0) return;
  print(`${indent}${bold(say(UNKNOWN.fields))}:`);
  for (const { name, value } of fields) print(indented(`${oneLine(name, 100)}: ${value}`));
}

/** Removed members stay listed, so that their messages keep a name. */
function authorOf({ author }: Entry, { members }: Directory, { name }: Listener): string | undefined {
  const member = author === undefined ? undefined : members.get(author);
  return member === undefined ? undefined : name(member.names);
}

/** Without keys, of files and of an epoch, which are nobody's business outside. */
function shown(message: ReadMessage | undefined): object | null {
  if (message?.kind === "epoch") return { kind: message.kind };
  if (message?.kind !== "files") return message ?? null;
  return { ...message, files: message.files.map(({ id, name, type, size }) => ({ id, name, type, size })) };
}

/** The same for programs. */
export function describeEntry({
  direction,
  epoch,
  sequence,
  storedOn,
  author,
  alarms,
  effective,
  message,
}: Entry): object {
  return { direction, epoch, sequence, storedOn, author: author ?? null, alarms, effective, message: shown(message) };
}
