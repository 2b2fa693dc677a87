/** Settings from the environment, checked once. Whatever is wrong is one line that names the setting. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fromHex } from "../crypto/bytes.ts";
import { hasDemonstrationRoot, isOfDemonstration } from "../protocol/directory/demonstration.ts";
import type { RootSet, SignedDirectory } from "../protocol/directory/directory.ts";
import { documentBytes, parseDirectory, signedDirectorySchema } from "../protocol/directory/directory.ts";
import { isDay } from "../protocol/encoding/day.ts";
import { profilesSchema, withOffices } from "../protocol/rules/deadline-profiles.ts";
import { type TimeZone, isTimeZone, timeZoneOf } from "../protocol/encoding/time-zone.ts";
import { z } from "../protocol/encoding/zod.ts";
import { DEFAULT_MAIL_HOURS, type MailConfig, readMailConfig } from "./mail-config.ts";
import type { LogLevel } from "./plugins/logging.ts";
import { DEFAULT_FILE_LIMITS, type FileLimits } from "./services/cases/files.ts";
import type { Promises } from "./services/cases/notices.ts";
import { whyUnread } from "./unread.ts";
import { DEFAULT_TEXT_BYTES } from "./admission/prices.ts";

export class ConfigError extends Error {}

export type Config = {
  readonly host: string;
  readonly port: number;
  readonly origins: readonly string[];
  readonly databaseUrl: string;
  /** For migrations; without it the schema must be up to date already */
  readonly databaseOwnerUrl: string | undefined;
  /** On how many a report is before it is acknowledged, by the operator's promise */
  readonly databaseDisks: 1 | 2;
  readonly serverKeyFile: string;
  readonly fileLimits: FileLimits;
  readonly textBytes: number;
  readonly logLevel: LogLevel;
  /** Where counts are told, to the operator's own programs; by default nowhere */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** Whether heads are added that open for nobody */
  readonly addsDecoys: boolean;
  /** Without a mail server nobody is told by mail */
  readonly mail: MailConfig | undefined;
  readonly keysFolder: string;
  /** What `npm run build` wrote; without it the server answers the API alone */
  readonly webFolder: string | undefined;
  readonly isProduction: boolean;
};

const MIB = 1_048_576;
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"] as const;
const text = z.string().check(z.minLength(1));

const portNumber = z
  .string()
  .check(z.regex(/^\d{1,5}$/u))
  .check(z.refine((digits) => Number(digits) <= 65_535));
const wholeNumber = z.string().check(z.regex(/^(0|[1-9]\d{0,8})$/u));

/** An unset variable and an empty one are the same: compose files make the one from the other. */
const settingsSchema = z.object({
  HOST: z._default(text, "127.0.0.1"),
  PORT: z._default(portNumber, "8080"),
  ORIGIN: z.optional(text),
  SEGEL_DATA: z._default(text, "data"),
  DATABASE_URL: z.optional(text),
  DATABASE_OWNER_URL: z.optional(text),
  DATABASE_DISKS: z._default(z.enum(["1", "2"]), "1"),
  SERVER_KEY_FILE: z.optional(text),
  FILES_PER_CASE: z.optional(wholeNumber),
  FILES_MIB_PER_CASE: z.optional(wholeNumber),
  FILES_MIB: z.optional(wholeNumber),
  TEXTS_MIB: z.optional(wholeNumber),
  LOG_LEVEL: z._default(z.enum(LOG_LEVELS), "info"),
  METRICS_HOST: z._default(text, "127.0.0.1"),
  METRICS_PORT: z.optional(portNumber),
  DECOYS: z._default(z.enum(["on", "off"]), "on"),
  SMTP_URL: z.optional(text),
  SMTP_FROM: z.optional(text),
  SMTP_TLS: z._default(z.enum(["required", "off"]), "required"),
  MAIL_HOURS: z._default(text, DEFAULT_MAIL_HOURS),
  KEYS_DIR: z._default(text, "keys"),
  WEB_DIR: z.optional(text),
  NODE_ENV: z.optional(text),
});

/** What each setting expects, for the line that says what is wrong. */
const EXPECTED: Readonly<Record<string, string>> = {
  PORT: "a port, 0 to 65535",
  METRICS_PORT: "a port, 0 to 65535",
  DATABASE_DISKS: "1, or 2 where PostgreSQL waits for a standby",
  FILES_PER_CASE: `a number, at most ${DEFAULT_FILE_LIMITS.case.files}`,
  FILES_MIB_PER_CASE: `MiB as a whole number, at most ${DEFAULT_FILE_LIMITS.case.bytes / MIB}`,
  FILES_MIB: "MiB as a whole number",
  TEXTS_MIB: "MiB as a whole number",
  DECOYS: "on or off",
  SMTP_TLS: "required or off",
  LOG_LEVEL: `one of ${LOG_LEVELS.join(", ")}`,
};

/** Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = z.safeParse(settingsSchema, given);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]);
    throw new ConfigError(`${name}: expected ${EXPECTED[name] ?? "a text"}`);
  }
  const settings = result.data;
  const isProduction = settings.NODE_ENV === "production";
  const port = Number(settings.PORT);
  if (settings.DATABASE_URL === undefined) {
    throw new ConfigError(
      "DATABASE_URL: missing; the server needs a PostgreSQL (npm start brings one along, but not with NODE_ENV=production)",
    );
  }
  return {
    host: settings.HOST,
    port,
    origins: readOrigins(settings.ORIGIN ?? defaultOrigin(settings.HOST, port), isProduction),
    databaseUrl: settings.DATABASE_URL,
    databaseOwnerUrl: settings.DATABASE_OWNER_URL,
    databaseDisks: settings.DATABASE_DISKS === "2" ? 2 : 1,
    serverKeyFile: settings.SERVER_KEY_FILE ?? path.join(settings.SEGEL_DATA, "server.key"),
    fileLimits: readFileLimits(settings),
    textBytes: settings.TEXTS_MIB === undefined ? DEFAULT_TEXT_BYTES : Number(settings.TEXTS_MIB) * MIB,
    logLevel: settings.LOG_LEVEL,
    metrics:
      settings.METRICS_PORT === undefined
        ? undefined
        : { host: settings.METRICS_HOST, port: Number(settings.METRICS_PORT) },
    addsDecoys: settings.DECOYS === "on",
    mail: readMailConfig(settings, (name, expected) => {
      throw new ConfigError(`${name}: expected ${expected}`);
    }),
    keysFolder: settings.KEYS_DIR,
    webFolder: settings.WEB_DIR,
    isProduction,
  };
}

/** A case may be allowed less than clients offer, and not more. */
function readFileLimits(settings: {
  readonly FILES_PER_CASE?: string | undefined;
  readonly FILES_MIB_PER_CASE?: string | undefined;
  readonly FILES_MIB?: string | undefined;
}): FileLimits {
  const { case: most, bytes } = DEFAULT_FILE_LIMITS;
  const mib = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : Number(text) * MIB);
  const quota = {
    files: Number(settings.FILES_PER_CASE ?? most.files),
    bytes: mib(settings.FILES_MIB_PER_CASE, most.bytes),
  };
  for (const [name, isTooMuch] of [
    ["FILES_PER_CASE", quota.files > most.files],
    ["FILES_MIB_PER_CASE", quota.bytes > most.bytes],
  ] as const) {
    if (isTooMuch) throw new ConfigError(`${name}: expected ${EXPECTED[name]}`);
  }
  return { case: quota, bytes: mib(settings.FILES_MIB, bytes) };
}

/** Where a browser on this machine finds a server that listens on `host`. */
function defaultOrigin(host: string, port: number): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return new URL(`http://${name}:${port}`).origin;
}

function readOrigins(list: string, isProduction: boolean): string[] {
  const origins = list.split(",").map((item) => item.trim().replace(/\/$/u, ""));
  for (const origin of origins) {
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    if (url?.origin !== origin || !["http:", "https:"].includes(url.protocol)) {
      throw new ConfigError(
        "ORIGIN: expected addresses as a browser says them, for example https://segel.example, with commas between",
      );
    }
    const isSafe = url.protocol === "https:" || url.hostname.endsWith(".onion");
    if (isProduction && !isSafe)
      throw new ConfigError("ORIGIN: with NODE_ENV=production every address is https or an .onion address");
  }
  return origins;
}

export type Keys = {
  readonly roots: RootSet & { readonly isDemonstration: boolean };
  readonly published: readonly SignedDirectory[];
};

/**
 * Whom the server believes. None where an office is yet to be founded: then the folder is there, and holds neither roots nor a
 * directory. Throws ConfigError.
 */
export async function readKeys(config: Pick<Config, "keysFolder" | "isProduction">): Promise<Keys | undefined> {
  const { keysFolder } = config;
  const [folder, roots, directory] = await Promise.all(
    ["", "roots.json", "directory.json"].map((name) => isThere(path.join(keysFolder, name))),
  );
  if (folder === true && roots !== true) {
    if (directory !== true) return undefined;
    throw new ConfigError(`KEYS_DIR: ${keysFolder} holds directory.json and no roots.json, which say whom to believe`);
  }
  return { roots: await readRoots(config), published: await readDirectoryFile(config) };
}

const rootsSchema = z.strictObject({
  threshold: z.int().check(z.gte(1), z.lte(255)),
  keys: z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/u))).check(z.minLength(1), z.maxLength(32)),
  demonstration: z.optional(z.boolean()),
});

/** `roots.json`. Throws ConfigError, also for the demonstration's keys in production. */
export async function readRoots({
  keysFolder,
  isProduction,
}: Pick<Config, "keysFolder" | "isProduction">): Promise<RootSet & { readonly isDemonstration: boolean }> {
  const file = path.join(keysFolder, "roots.json");
  const result = z.safeParse(rootsSchema, await readJson(file));
  if (!result.success || result.data.threshold > new Set(result.data.keys).size) {
    throw new ConfigError(`KEYS_DIR: ${file} is not a root set (threshold and public keys as hexadecimal)`);
  }
  const { threshold, keys, demonstration } = result.data;
  const roots = { threshold, keys: keys.map(fromHex) };
  const isDemonstration = demonstration === true || hasDemonstrationRoot(roots);
  if (isProduction && isDemonstration) {
    throw new ConfigError(
      `KEYS_DIR: ${file} holds the demonstration's keys, which are no secret; NODE_ENV=production needs your own`,
    );
  }
  return { ...roots, isDemonstration };
}

/** `directory.json`, one signed directory or an array of them; none when there is no such file. Throws ConfigError. */
export async function readDirectoryFile({
  keysFolder,
  isProduction,
}: Pick<Config, "keysFolder" | "isProduction">): Promise<SignedDirectory[]> {
  const file = path.join(keysFolder, "directory.json");
  const value = await readJson(file, undefined);
  if (value === undefined) return [];
  const result = z.safeParse(z.array(signedDirectorySchema), Array.isArray(value) ? value : [value]);
  if (!result.success) throw new ConfigError(`KEYS_DIR: ${file} is not a signed directory`);
  if (isProduction && result.data.some((signed) => isOfDemonstration(parseDirectory(documentBytes(signed)))))
    throw new ConfigError(
      `KEYS_DIR: ${file} is the demonstration's, or was made out of one, whose keys are no secret; NODE_ENV=production needs an office of its own`,
    );
  return result.data;
}

const placeSchema = z.object({ timeZone: z.optional(z.string().check(z.refine(isTimeZone))) });
const promisesSchema = z.object({
  daysOff: z.optional(
    z.record(z.string(), z.object({ source: z.string(), days: z.array(z.string().check(z.refine(isDay))) })),
  ),
  deadlines: z.optional(profilesSchema),
});

/** Of `office.json` its zone; UTC when there is no such file or none in it. Throws ConfigError. */
export async function readTimeZone({ keysFolder }: Pick<Config, "keysFolder">): Promise<TimeZone> {
  const file = path.join(keysFolder, "office.json");
  const result = z.safeParse(placeSchema, (await readJson(file, undefined)) ?? {});
  if (!result.success)
    throw new ConfigError(`KEYS_DIR: ${file} names no time zone (WIB, WITA, WIT or one of the IANA)`);
  return timeZoneOf(result.data);
}

/** Of `office.json` the days on which the office does not work, beside weekends, and its deadlines. Throws ConfigError. */
export async function readPromises({ keysFolder }: Pick<Config, "keysFolder">): Promise<Promises> {
  const file = path.join(keysFolder, "office.json");
  const result = z.safeParse(promisesSchema, (await readJson(file, undefined)) ?? {});
  if (!result.success) throw new ConfigError(`KEYS_DIR: ${file} names days off or deadlines that are none`);
  const { daysOff = {}, deadlines } = result.data;
  return { daysOff, profiles: withOffices(deadlines) };
}

async function isThere(file: string): Promise<boolean> {
  return fs.stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT" && error.code !== "ENOTDIR",
  );
}

async function readJson(file: string, ...whenMissing: readonly undefined[]): Promise<unknown> {
  let content: string;
  try {
    content = await fs.readFile(file, "utf8");
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (isMissing && whenMissing.length > 0) return whenMissing[0];
    throw new ConfigError(`KEYS_DIR: ${file} ${whyUnread(error)}`);
  }
  try {
    return JSON.parse(content);
  } catch {
    throw new ConfigError(`KEYS_DIR: ${file} is not JSON`);
  }
}
