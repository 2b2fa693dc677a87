/**
 * What this device remembers for a member: the newest directory accepted from each organisation, so that a server
 * cannot go back behind it, not even together with the vault that it keeps (attack 83). Reporters leave nothing here.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import type { DeviceMemory } from "../../client/member/entry/sign-in.ts";
import { fromHex, hex } from "../../crypto/bytes.ts";
import type { RootSet } from "../../protocol/directory/directory.ts";
import { z } from "../../protocol/encoding/zod.ts";
import { Failure } from "../speech/failures.ts";
import { visible } from "../speech/print.ts";
import { surroundings } from "../speech/surroundings.ts";
import { SENTENCES } from "../speech/words.ts";
import type { Say } from "../../words/speech.ts";

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/u));
const memorySchema = z.record(
  z.string(),
  z.strictObject({
    directoryVersion: z.int(),
    directoryHash: hash,
    /** The newest on that directory; none where nobody states anything */
    statement: z.optional(z.strictObject({ sequence: z.int(), hash })),
    /** The longest audit trail that was seen from here */
    log: z.optional(z.strictObject({ size: z.int(), root: hash, key: hash })),
    /** By login name: the newest that each has accepted here. A colleague's vault may lawfully be behind mine. */
    members: z.record(z.string(), z.int()),
  }),
);
type Memory = z.infer<typeof memorySchema>;

/** Other roots at the same address are another organisation: a demonstration that was made anew, for one. */
function keyOf(origin: string, roots: RootSet): string {
  return `${origin} ${roots.keys.map(hex).toSorted().join(",")}`;
}

function memoryFile(): string {
  const home = surroundings().env["SEGEL_HOME"] ?? path.join(homedir(), ".local/state/segel");
  return path.join(home, "memory.json");
}

/** One organisation, seen by one member from this device. */
export type Viewpoint = { readonly origin: string; readonly roots: RootSet; readonly name: string };

/** Throws Failure for a file that cannot be understood: forgetting in silence is what an attacker would want. */
export async function recallDirectory({ origin, roots, name }: Viewpoint, say: Say): Promise<DeviceMemory> {
  const entry = (await load(say))[keyOf(origin, roots)];
  if (entry === undefined) return undefined;
  const { directoryVersion, directoryHash, statement, log, members } = entry;
  return {
    directoryVersion,
    statement,
    log,
    directoryHash: fromHex(directoryHash),
    acceptedBy: () => new Map(Object.entries(members)).get(name) ?? 0,
  };
}

export async function rememberDirectory(
  { origin, roots, name }: Viewpoint,
  memory: NonNullable<DeviceMemory>,
  say: Say,
): Promise<void> {
  const all = await load(say);
  const key = keyOf(origin, roots);
  const { directoryVersion, directoryHash, statement, log } = memory;
  const members = { ...all[key]?.members, [name]: directoryVersion };
  // What was accepted was compared with what stands here, so it is the same or newer.
  all[key] = {
    directoryVersion,
    directoryHash: hex(directoryHash),
    ...(statement && { statement }),
    ...(log && { log }),
    members,
  };
  const file = memoryFile();
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  // Renamed when complete: an interrupted write must not make the device forget.
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, file);
}

async function load(say: Say): Promise<Memory> {
  const file = memoryFile();
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new Failure(say(SENTENCES.memoryUnreadable, { file: visible(file) }));
  }
  try {
    return z.parse(memorySchema, JSON.parse(text));
  } catch {
    throw new Failure(say(SENTENCES.memoryUnreadable, { file: visible(file) }));
  }
}
