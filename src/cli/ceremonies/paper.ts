/** What goes from the screen to paper and back: shown once where no scrollback keeps it, asked back, and typed again unseen. */
import { randomInt } from "node:crypto";
import { WORD_LISTS } from "../../client/reporter/word-lists.ts";
import type { Bytes } from "../../crypto/bytes.ts";
import { KEY_WORDS, splitWords } from "../../crypto/secret/split-words.ts";
import { findWord, readKeyWords } from "../../crypto/secret/words.ts";
import { typedProblemText } from "../../words/typing.ts";
import type { CommandCall } from "../commands/command.ts";
import { Failure } from "../speech/failures.ts";
import { indented, tell } from "../speech/print.ts";
import { surroundings } from "../speech/surroundings.ts";
import { CEREMONY } from "./words.ts";

/** The terminal's other screen, which is gone when one leaves it (xterm, private modes). */
const OTHER_SCREEN = { enter: "\x1b[?1049h\x1b[H", leave: "\x1b[?1049l" };

/** A word of a paper, and what its place is called. */
export type AskedWord = { readonly label: string; readonly word: string };

/** Shows a secret beside the result, never in it, until somebody says that it is written; then asks for two of its words. */
export async function ontoPaper(
  title: string,
  rows: readonly string[],
  words: readonly AskedWord[],
  { say, questions }: CommandCall,
): Promise<void> {
  const { stderr } = surroundings();
  const isTerminal = questions.interactive && "isTTY" in stderr && stderr.isTTY === true;
  if (isTerminal) stderr.write(OTHER_SCREEN.enter);
  try {
    tell(title);
    tell();
    tell(indented(rows.join("\n")));
    tell();
    await ask(say(CEREMONY.written), "line", questions);
  } finally {
    if (isTerminal) stderr.write(OTHER_SCREEN.leave);
  }
  for (const { label, word } of drawTwo(words)) {
    for (;;) {
      const [typed = ""] = splitWords(await ask(label, "secret", questions));
      if (findWord(typed, WORD_LISTS)?.word === word) break;
      if (!questions.interactive) throw new Failure(say(CEREMONY.wrongWord));
      tell(say(CEREMONY.wrongWord));
    }
  }
}

/** Who answers through a pipe has to be told which word is asked for. */
function ask(question: string, how: "line" | "secret", questions: CommandCall["questions"]): Promise<string> {
  if (!questions.interactive) tell(question);
  return questions[how](question);
}

function drawTwo<Item>(items: readonly Item[]): Item[] {
  const first = randomInt(items.length);
  const second = (first + 1 + randomInt(items.length - 1)) % items.length;
  return items.filter((_, at) => at === first || at === second);
}

/** The 24 words of a root key or a lock, typed without echo. */
export async function askKeyWords(question: string, call: CommandCall): Promise<Bytes> {
  for (;;) {
    const read = readKeyWords(await call.questions.secret(question), WORD_LISTS);
    if ("secret" in read) return read.secret;
    retry(typedProblemText(read.problem, KEY_WORDS, call), call);
  }
}

/** On a terminal it is asked again; else the first slip ends the command. */
export function retry(problem: string, { questions }: Pick<CommandCall, "questions">): void {
  if (!questions.interactive) throw new Failure(problem);
  tell(problem);
}

/** 24 words as they are written down, four a row with their numbers. */
export function numbered(words: readonly string[]): string[] {
  const cells = words.map((word, at) => `${String(at + 1).padStart(2)}. ${word.padEnd(10)}`);
  return Array.from({ length: Math.ceil(cells.length / 4) }, (_, row) =>
    cells
      .slice(4 * row, 4 * row + 4)
      .join("  ")
      .trimEnd(),
  );
}
