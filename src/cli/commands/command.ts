/** What every command of `segel` shares: its options, its connection, whom it trusts. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { Clock } from "../../client/directory/clock.ts";
import { type Connection, connect } from "../../client/line/http.ts";
import { fromHex } from "../../crypto/bytes.ts";
import type { RootSet } from "../../protocol/directory/directory.ts";
import { z } from "../../protocol/encoding/zod.ts";
import type { Reader } from "../../words/told.ts";
import { Failure, type Listener, WrongUse } from "../speech/failures.ts";
import { type Questions, askPerson } from "../speech/questions.ts";
import { surroundings } from "../speech/surroundings.ts";
import { tell, visible } from "../speech/print.ts";
import { type HELP, SENTENCES } from "../speech/words.ts";
import { LANGUAGE_CODES, type Language, factsOf, preferredLanguage } from "../../words/languages.ts";
import { type Say, speak } from "../../words/speech.ts";
import { msOfEpoch, readBuiltAt } from "../../release/built-at.ts";
import { type OfficeFile, readOfficeFile } from "./office-file.ts";

export type Command = {
  /** Its text of help */
  readonly topic: keyof typeof HELP;
  /** Whose work it is: decides what to do about a failure */
  readonly reader: Reader;
  readonly options: ParseArgsOptionsConfig;
  readonly run: (call: CommandCall) => Promise<void>;
};

export type CommandCall = Listener & {
  readonly words: readonly string[];
  readonly json: boolean;
  readonly connection: Connection;
  readonly questions: Questions;
  /** Value of an option of this command that takes one. */
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[];
  readonly isSet: (name: string) => boolean;
  /** Whose days they are: said once, below the first */
  readonly dates: string;
  readonly office: OfficeFile;
  readonly roots: () => Promise<RootSet>;
  readonly clock: () => Promise<Clock>;
};

export const DEFAULT_ORIGIN = "http://127.0.0.1:8080";

const COMMON = {
  origin: { type: "string" },
  roots: { type: "string" },
  language: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsOptionsConfig;

/** The language of this call, found before anything else so that even a slip is answered in it. */
export function chooseLanguage(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === "--language" || arg.startsWith("--language="));
  const given = args[at]?.split("=")[1] ?? args[at + 1];
  const known = at === -1 ? undefined : LANGUAGE_CODES.find((language) => language === given);
  return known ?? machineLanguage();
}

/** As POSIX orders them: the first that is set decides. */
export function machineLanguage(env: NodeJS.ProcessEnv = surroundings().env): Language {
  return preferredLanguage([env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || ""]);
}

/** Arguments → call, or undefined when only help was asked for. Throws WrongUse. */
export function readArguments(
  args: readonly string[],
  command: Pick<Command, "options" | "reader">,
  language: Language,
): CommandCall | undefined {
  const { say } = speak(language);
  const { values, positionals } = parse(args, { ...COMMON, ...command.options }, say);
  if (values["help"] === true) return undefined;
  const given = (name: string) => [values[name] ?? []].flat().map(String);
  const chosen = given("language")[0];
  if (chosen !== undefined && chosen !== language) {
    const list = new Intl.ListFormat(factsOf(language).locale, { type: "disjunction" }).format(LANGUAGE_CODES);
    throw new WrongUse(say(SENTENCES.badLanguage, { value: chosen, list }));
  }
  checkBuildDate(say);
  const connection = connect(checkedOrigin(given("origin")[0] ?? DEFAULT_ORIGIN, say));
  connection.onSilence = (silence) => {
    if (silence !== undefined)
      tell(say(SENTENCES.silent, { n: Math.round(Math.max(0, silence.until - Date.now()) / 1_000) }));
  };
  const office = readOfficeFile(rootsFiles(given("roots")[0]));
  const { place } = office;
  const speech = speak(language, place);
  return {
    ...speech,
    dates: place === undefined ? say(SENTENCES.zoneUntold) : say(SENTENCES.zone, { zone: visible(speech.zone) }),
    office,
    reader: command.reader,
    origin: connection.origin,
    words: positionals,
    json: values["json"] === true,
    connection,
    questions: askPerson(say),
    value: (name) => given(name)[0],
    values: given,
    isSet: (name) => values[name] === true,
    roots: () => loadRoots(given("roots")[0], say),
    clock: async () => ({ now: Date.now(), builtAt: await readBuiltAt(surroundings().env) }),
  };
}

function parse(args: readonly string[], options: ParseArgsOptionsConfig, say: Say) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's sentence names the option; it ends before its advice on dashes.
    const detail = error instanceof Error ? (error.message.split(". ")[0] ?? "") : "";
    throw new WrongUse(say(SENTENCES.badOption, { detail }));
  }
}

/** It is read when the directory comes, by when secrets may have been typed: so it is looked at before. */
function checkBuildDate(say: Say): void {
  const told = surroundings().env["SOURCE_DATE_EPOCH"];
  if (told && msOfEpoch(told) === undefined) throw new WrongUse(say(SENTENCES.badBuildDate, { value: visible(told) }));
}

function checkedOrigin(origin: string, say: Say): string {
  const url = URL.parse(origin);
  const plain = url !== null && ["http:", "https:"].includes(url.protocol) && url.pathname === "/" && url.search === "";
  if (!plain || url.username !== "") throw new WrongUse(say(SENTENCES.badOrigin, { value: origin }));
  return url.origin;
}

const rootsSchema = z.object({
  threshold: z.int().check(z.gte(1)),
  keys: z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/u))).check(z.minLength(1)),
});

function rootsFiles(named: string | undefined): string[] {
  if (named !== undefined) return [named];
  return [
    path.join(surroundings().env["KEYS_DIR"] || "keys", "roots.json"),
    path.join(dataFolder(), "demo/keys/roots.json"),
  ];
}

/** The roots that this person trusts: the file named, those of the organisation, else those of the demonstration. */
export async function loadRoots(named: string | undefined, say: Say): Promise<RootSet> {
  const candidates = rootsFiles(named);
  for (const file of candidates) {
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) continue;
    try {
      const { threshold, keys } = z.parse(rootsSchema, JSON.parse(text));
      return { threshold, keys: keys.map(fromHex) };
    } catch {
      throw new Failure(say(SENTENCES.rootsUnreadable, { file: visible(file) }));
    }
  }
  throw new Failure(say(SENTENCES.noRoots, { files: visible(candidates.join(", ")) }));
}

export function dataFolder(): string {
  return path.resolve(surroundings().env["SEGEL_DATA"] || "data");
}
