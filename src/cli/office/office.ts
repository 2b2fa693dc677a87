/** `segel office`: an office on one machine. Made, started, its founding code renewed, its roots put into the pages. */
import path from "node:path";
import type { Command, CommandCall } from "../commands/command.ts";
import { Failure, WrongUse } from "../speech/failures.ts";
import { misuse } from "../speech/help.ts";
import { bold, dim, json, print, tell, visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";
import { renewCode } from "./founding-code.ts";
import { Interrupted, addressOf, isPort, untilStopped } from "./starting.ts";
import { type OfficeFolder, makeOfficeFolder, openOfficeFolder } from "./office-folder.ts";
import { unknownIn } from "./setting-names.ts";
import { putIntoPages } from "./office-pages.ts";
import { type Context, addressIn, buildOffice, runOffice } from "./running-office.ts";
import { untilToldToEnd } from "./signals.ts";
import { OFFICE } from "./words.ts";

export const office: Command = {
  topic: "office",
  reader: "member",
  options: {
    onion: { type: "string" },
    port: { type: "string" },
    database: { type: "string" },
    keys: { type: "string" },
    pages: { type: "string" },
  },
  run: officeWork,
};

const VERBS: Readonly<Record<string, (call: CommandCall, folder: string) => Promise<void>>> = {
  new: make,
  start,
  code: async (call, folder) => renewCode(await openOfficeFolder(folder, call.say), call),
  pages: async (call, folder) => putIntoPages(await openOfficeFolder(folder, call.say), call, contextOf(call)),
};

/** From now on it ends in order, however it is told to. */
function contextOf({ say }: CommandCall): Context {
  return { say, progress: (text, values) => tell(dim(say(text, values))), signal: untilToldToEnd() };
}

async function officeWork(call: CommandCall): Promise<void> {
  const [verb = "", folder, ...more] = call.words;
  const work = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (more.length > 0 || work === undefined) throw misuse("office", call);
  try {
    if (folder !== undefined) await work(call, path.resolve(folder));
    // In containers, where keys and pages lie in the checkout.
    else if (verb === "pages") await putIntoPages(undefined, call, contextOf(call));
    else throw misuse("office", call);
  } catch (error) {
    // Being told to end and ending is what was asked.
    if (!(error instanceof Interrupted)) throw error;
  }
}

async function make(call: CommandCall, folder: string): Promise<void> {
  const { say } = call;
  const settings = settingsOf(call, path.join(folder, "settings"));
  const build = async ({ keysFolder, pagesFolder }: Pick<OfficeFolder, "keysFolder" | "pagesFolder">) =>
    buildOffice({ env: { KEYS_DIR: keysFolder, WEB_DIR: pagesFolder, ORIGIN: settings.ORIGIN } }, contextOf(call));
  const database = settings.DATABASE_URL === undefined ? "embedded" : "given";
  await makeOfficeFolder(folder, { settings: written(settings), database }, build, say);
  const named = visible(call.words[1] ?? folder);
  const address = addressOf(settings.HOST, settings.PORT);
  const origins = settings.ORIGIN.replaceAll(",", "  ");
  if (call.json) return print(json({ folder, database, address, origins: settings.ORIGIN.split(",") }));
  print(bold(say(OFFICE.made, { folder: named })));
  print();
  const steps = [
    ...(database === "given" ? [say(OFFICE.nextDatabase, { file: `${named}/settings` })] : []),
    `${say(OFFICE.nextStart)} npm run -s segel -- office start ${named}`,
    say(OFFICE.nextProxy, { address }),
    say(OFFICE.nextFound, { origins }),
  ];
  for (const [at, step] of steps.entries()) print(`${at + 1}. ${step}`);
}

type Settings = {
  readonly ORIGIN: string;
  readonly HOST: string;
  readonly PORT: string;
  readonly LOG_LEVEL: string;
  readonly DATABASE_URL: string | undefined;
};

/** As they were given. Throws WrongUse; the server looks at them once more. */
function settingsOf({ value, say }: CommandCall, file: string): Settings {
  const [origin, onion, database, port = "8080"] = ["origin", "onion", "database", "port"].map(value);
  const origins = [origin, onion].filter((one) => one !== undefined);
  if (origins.length === 0) throw new WrongUse(say(OFFICE.originMissing));
  for (const [one, isRight] of [
    [origin, (url: URL) => url.protocol === "https:"],
    [onion, (url: URL) => url.protocol === "http:" && url.hostname.endsWith(".onion")],
  ] as const) {
    const url = one === undefined ? undefined : URL.parse(one);
    if (url === null || (url !== undefined && (url.origin !== one?.replace(/\/$/u, "") || !isRight(url))))
      throw new WrongUse(say(OFFICE.badOrigin, { value: visible(one ?? "") }));
  }
  if (!isPort(port)) throw new WrongUse(say(OFFICE.badPort, { value: visible(port) }));
  return {
    ORIGIN: origins.map((one) => one.replace(/\/$/u, "")).join(","),
    HOST: "127.0.0.1",
    PORT: port,
    LOG_LEVEL: "warn",
    DATABASE_URL: database === undefined ? undefined : checkedDatabase(database, file, say),
  };
}

function checkedDatabase(database: string, file: string, say: CommandCall["say"]): string {
  const url = URL.parse(database);
  if (url === null || !["postgresql:", "postgres:"].includes(url.protocol)) throw new WrongUse(say(OFFICE.badDatabase));
  // Every process list shows it, and the shell keeps it.
  if (url.password !== "") throw new WrongUse(say(OFFICE.passwordInArgument, { file: visible(file) }));
  return database;
}

/** As `readSettings` reads them again. */
function written({ DATABASE_URL, ...settings }: Settings): string {
  return [
    "# What each line does: docs/settings.md. After a change the server is started again.",
    ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
    ...(DATABASE_URL === undefined
      ? []
      : [
          "# The role that the server runs as, which owns no table",
          `DATABASE_URL=${DATABASE_URL}`,
          "# The role that owns the tables, for migrations at the start; or apply them yourself",
          "#DATABASE_OWNER_URL=",
        ]),
    "",
  ].join("\n");
}

/** In the foreground until it is told to end, as systemd wants it. */
async function start(call: CommandCall, folder: string): Promise<void> {
  const { say } = call;
  const opened = await openOfficeFolder(folder, say);
  for (const name of unknownIn(opened.settings))
    tell(say(OFFICE.unknownSetting, { file: visible(path.join(folder, "settings")), name }));
  const context = contextOf(call);
  const running = await runOffice(opened, addressIn(opened), context);
  tell(say(OFFICE.running, { address: running.address }));
  const hasCrashed = await untilStopped(running, context.signal, context.progress);
  if (hasCrashed) throw new Failure(say(SENTENCES.serverGone));
}
