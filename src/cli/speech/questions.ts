/**
 * What a person types: on a terminal by prompt, secrets without echo; else from standard input, in the order of the
 * questions, one a line, and what is left is the text. Never from arguments: those stand in every process list.
 */
import { createInterface } from "node:readline/promises";
import { ReadStream } from "node:tty";
import { WrongUse } from "./failures.ts";
import { tell } from "./print.ts";
import type { Say } from "../../words/speech.ts";
import { SENTENCES } from "./words.ts";
import { surroundings } from "./surroundings.ts";

export type Questions = {
  /** True on a terminal: then a slip can be asked again. */
  readonly interactive: boolean;
  readonly line: (question: string) => Promise<string>;
  readonly secret: (question: string) => Promise<string>;
  /** All that follows; one line break at the end belongs to the typing, not to the text. */
  readonly text: (question: string) => Promise<string>;
};

export function askPerson(say: Say): Questions {
  const { stdin } = surroundings();
  return stdin instanceof ReadStream ? onTerminal(stdin) : fromPipe(stdin, say);
}

function fromPipe(input: NodeJS.ReadableStream, say: Say): Questions {
  const chunks = input[Symbol.asyncIterator]();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let pending = "";
  let ended = false;
  async function more(): Promise<void> {
    const { value, done } = await chunks.next();
    ended = done === true;
    try {
      pending += decoder.decode(value as Uint8Array | undefined, { stream: !ended });
    } catch {
      throw new WrongUse(say(SENTENCES.inputNotUtf8));
    }
  }
  async function line(question: string): Promise<string> {
    while (!ended && !pending.includes("\n")) await more();
    if (pending === "") throw new WrongUse(say(SENTENCES.inputEnded, { question }));
    const [first = ""] = pending.split("\n", 1);
    pending = pending.slice(first.length + 1);
    return first.replace(/\r$/u, "");
  }
  return {
    interactive: false,
    line,
    secret: line,
    async text() {
      while (!ended) await more();
      const text = pending.replace(/\r?\n$/u, "");
      pending = "";
      return text;
    },
  };
}

function onTerminal(input: ReadStream): Questions {
  return {
    interactive: true,
    line: (question) => readLine(input, `${question}: `),
    secret: (question) => readHidden(input, `${question}: `),
    async text(question) {
      tell(question);
      const lines: string[] = [];
      const reader = createInterface({ input, output: process.stderr });
      reader.on("SIGINT", interrupt);
      for await (const typed of reader) lines.push(typed);
      return lines.join("\n");
    },
  };
}

async function readLine(input: ReadStream, question: string): Promise<string> {
  // No history: what was typed stays nowhere.
  const reader = createInterface({ input, output: process.stderr, historySize: 0 });
  reader.on("SIGINT", interrupt);
  try {
    return await reader.question(question);
  } finally {
    reader.close();
  }
}

const CTRL_C = "\x03";
const CTRL_D = "\x04";
const ERASE = new Set(["\x7f", "\b"]);

/** Nothing of a secret is echoed, not even its length. */
function readHidden(input: ReadStream, question: string): Promise<string> {
  const { stderr } = surroundings();
  // Before the question stands there: whoever is quick, or pastes, would see it echoed.
  input.setRawMode(true);
  stderr.write(question);
  input.setEncoding("utf8");
  return new Promise((resolve) => {
    let typed: string[] = [];
    const take = (chunk: string) => {
      for (const key of chunk) {
        if (key === CTRL_C) return interrupt();
        if (key === "\r" || key === "\n" || key === CTRL_D) return finish();
        typed = ERASE.has(key) ? typed.slice(0, -1) : [...typed, key];
      }
    };
    const finish = () => {
      input.off("data", take);
      input.pause();
      input.setRawMode(false);
      stderr.write("\n");
      resolve(typed.join(""));
    };
    input.on("data", take);
    input.resume();
  });
}

/** 128 + SIGINT, as a shell expects. */
function interrupt(): never {
  if (process.stdin.isTTY) process.stdin.setRawMode(false);
  tell();
  process.exit(130);
}
