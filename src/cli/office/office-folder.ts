/**
 * The folder of an office's installation on one machine: how it is made, and what it is known by. Calling a folder an office
 * makes it none: a demonstration's is refused here, and the server looks at keys and database once more.
 */
import { randomBytes } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { z } from "../../protocol/encoding/zod.ts";
import type { Say } from "../../words/speech.ts";
import { Failure } from "../speech/failures.ts";
import { visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";
import { isPort } from "./starting.ts";
import { OFFICE } from "./words.ts";

/** Of 32 bytes, as the server wants its own */
const SERVER_KEY_BYTES = 32;

const MARKER = "segel-office.json";
const markerSchema = z.strictObject({ format: z.literal("segel/1/office"), database: z.enum(["embedded", "given"]) });
type Marker = z.infer<typeof markerSchema>;

/** What lies in the folder; the database in `cluster`, as the launcher names it. */
const NAMES = { settings: "settings", serverKey: "server.key", keys: "keys", pages: "pages" } as const;
const OURS: readonly string[] = [MARKER, ...Object.values(NAMES)];

export type OfficeFolder = {
  readonly folder: string;
  readonly database: Marker["database"];
  readonly keysFolder: string;
  readonly pagesFolder: string;
  /** Of the settings file */
  readonly settings: Readonly<Record<string, string>>;
  /** All that the server is told; what the folder decides cannot be set otherwise */
  readonly env: NodeJS.ProcessEnv;
};

async function isDemonstration(folder: string): Promise<boolean> {
  return (await isThere(path.join(folder, "demo/organisation.json"))) || isThere(path.join(folder, "demo/keys"));
}

/** For whoever would make a demonstration in it. Throws Failure. */
export async function refuseOffice(folder: string, say: Say): Promise<void> {
  if (await isThere(path.join(folder, MARKER))) throw new Failure(say(OFFICE.isOffice, { folder: visible(folder) }));
}

/**
 * Makes a folder that holds no office yet, beside and then renamed: a command that is killed leaves nothing under its name.
 * `build` writes the pages for founding. Throws Failure.
 */
export async function makeOfficeFolder(
  folder: string,
  { settings, database }: { readonly settings: string; readonly database: Marker["database"] },
  build: (env: { readonly keysFolder: string; readonly pagesFolder: string }) => Promise<void>,
  say: Say,
): Promise<void> {
  const named = { folder: visible(folder) };
  if (await isDemonstration(folder)) throw new Failure(say(OFFICE.isDemonstration, named));
  await refuseOffice(folder, say);
  if ((await namesIn(folder)).length > 0) throw new Failure(say(OFFICE.notEmpty, named));
  const unfinished = `${folder}.unfinished`;
  const left = await namesIn(unfinished);
  if (!left.every((name) => OURS.includes(name.split(".next-")[0] ?? "")))
    throw new Failure(say(OFFICE.notEmpty, { folder: visible(unfinished) }));
  const at = (name: keyof typeof NAMES) => path.join(unfinished, NAMES[name]);
  try {
    await fs.rm(unfinished, { recursive: true, force: true });
    await fs.mkdir(unfinished, { recursive: true, mode: 0o700 });
    await fs.writeFile(at("serverKey"), randomBytes(SERVER_KEY_BYTES), { mode: 0o600 });
    await fs.writeFile(at("settings"), settings, { mode: 0o600 });
    await fs.mkdir(at("keys"), { mode: 0o755 });
    await build({ keysFolder: at("keys"), pagesFolder: at("pages") });
    const marker: Marker = { format: "segel/1/office", database };
    await fs.writeFile(path.join(unfinished, MARKER), `${JSON.stringify(marker)}\n`, { mode: 0o600 });
    await fs.rename(unfinished, folder);
  } catch (error) {
    await fs.rm(unfinished, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTEMPTY" || code === "EEXIST") throw new Failure(say(OFFICE.notEmpty, named));
    if (code !== undefined) throw new Failure(say(OFFICE.notMade, { ...named, why: code }));
    throw error;
  }
}

/** Opens what was made before. Throws Failure where it is none, or where others may read what it keeps. */
export async function openOfficeFolder(folder: string, say: Say): Promise<OfficeFolder> {
  if (await isDemonstration(folder)) throw new Failure(say(OFFICE.isDemonstration, { folder: visible(folder) }));
  const marker = await readMarker(path.join(folder, MARKER));
  if (marker === undefined) throw new Failure(say(OFFICE.isNoOffice, { folder: visible(folder) }));
  const at = (name: keyof typeof NAMES) => path.join(folder, NAMES[name]);
  const settings = await readSettings(at("settings"), say);
  return {
    folder,
    database: marker.database,
    keysFolder: at("keys"),
    pagesFolder: at("pages"),
    settings,
    env: { ...settings, ...fixed(folder) },
  };
}

/** What the folder decides. It is production whatever is edited. */
function fixed(folder: string) {
  return {
    NODE_ENV: "production",
    SEGEL_DATA: folder,
    SERVER_KEY_FILE: path.join(folder, NAMES.serverKey),
    KEYS_DIR: path.join(folder, NAMES.keys),
    WEB_DIR: path.join(folder, NAMES.pages),
  };
}

async function readMarker(file: string): Promise<Marker | undefined> {
  const text = await fs.readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return z.parse(markerSchema, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** NAME=value, a line each; `#` begins a line that is none. A password of the database may stand in it. */
async function readSettings(file: string, say: Say): Promise<Record<string, string>> {
  const text = await fs.readFile(file, "utf8").catch(() => {
    throw new Failure(say(SENTENCES.fileUnreadable, { file: visible(file) }));
  });
  const mode = (await fs.stat(file)).mode & 0o777;
  if ((mode & 0o077) !== 0)
    throw new Failure(say(OFFICE.openToOthers, { file: visible(file), mode: `0${mode.toString(8)}` }));
  const decided = Object.keys(fixed(path.dirname(file)));
  const entries = text.split("\n").flatMap((line, at) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const [, name, value] = /^([A-Z_]+)=(.*?)\s*$/u.exec(line) ?? [];
    if (name === undefined || value === undefined)
      throw new Failure(say(OFFICE.badSettings, { file: visible(file), line: at + 1 }));
    if (decided.includes(name)) throw new Failure(say(OFFICE.fixedSetting, { file: visible(file), name }));
    if (name === "PORT" && value !== "" && !isPort(value))
      throw new Failure(`${visible(file)}: ${say(OFFICE.badPort, { value: visible(value) })}`);
    return [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

async function namesIn(folder: string): Promise<string[]> {
  return fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    // A file in its place is in the way too.
    if (error.code === "ENOTDIR") return [folder];
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

export async function isThere(file: string): Promise<boolean> {
  return fs.stat(file).then(
    () => true,
    () => false,
  );
}
