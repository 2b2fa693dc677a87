/** Messages as people see them: who, what, and plainly what is wrong with it. */
import type { Entry } from "../../client/case/chain.ts";
import type { MessageContent } from "../../protocol/content.ts";
import type { Directory } from "../../protocol/directory.ts";
import { OUTCOME_NAMES, STATE_NAMES } from "../../words/glossary.ts";
import { sizeIn } from "../../words/speech.ts";
import { MESSAGE_ALARM_NAMES } from "../speech/names.ts";
import { alarm, bold, dim, indented, oneLine, print, visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/sentences.ts";
import { type Language, type Say, dayIn, nameIn } from "../speech/speech.ts";

export function printEntry(
  entry: Entry,
  directory: Directory,
  { say, language }: { say: Say; language: Language },
): void {
  const author =
    authorOf(entry, directory, language) ??
    say(entry.author === "reporter" ? SENTENCES.reporter : SENTENCES.nobodyKnown);
  print(`${bold(visible(author))} ${dim(`#${entry.sequence} · ${dayIn(entry.storedOn, language)}`)}`);
  if (entry.alarms.length > 0) {
    const list = entry.alarms.map((code) => say(MESSAGE_ALARM_NAMES[code])).join("; ");
    print(alarm(`  ! ${say(SENTENCES.messageAlarm, { list })}`));
  }
  const { message } = entry;
  if (message === undefined) print(`  ${say(SENTENCES.notShown)}`);
  else if (message.kind === "burn") print(`  ${say(SENTENCES.burnt)}`);
  else {
    if (message.kind === "withdraw") print(`  ${say(SENTENCES.withdrawn)}`);
    if (message.kind === "status") {
      const outcome = message.outcome === null ? "" : ` (${say(OUTCOME_NAMES[message.outcome])})`;
      print(`  ${say(SENTENCES.newState, { state: say(STATE_NAMES[message.state]) })}${outcome}`);
    }
    if (message.text !== "") print(indented(message.text));
    for (const { name, size } of message.kind === "files" ? message.files : [])
      print(indented(say(SENTENCES.fileLine, { name: oneLine(name, 100), size: sizeIn(size, language) })));
  }
  print();
}

/** Removed members stay listed, so that their messages keep a name. */
function authorOf({ author }: Entry, { members }: Directory, language: Language): string | undefined {
  const member = author === undefined ? undefined : members.get(author);
  return member === undefined ? undefined : nameIn(member.names, language);
}

/** Without the keys of files, which are nobody's business outside. */
function shown(message: MessageContent | undefined): object | null {
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
