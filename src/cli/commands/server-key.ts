/**
 * `segel server-key FILE`: puts a new key in front of those that the server's key file holds. The server reads it when it is
 * started anew (docs/decisions/0103).
 */
import { randomBytes } from "node:crypto";
import * as fs from "node:fs/promises";
import { Failure } from "../speech/failures.ts";
import { misuse } from "../speech/help.ts";
import { json, print, visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";
import type { Command, CommandCall } from "./command.ts";

/** As the server takes them (server/admission/server-key.ts, which no command can import) */
const KEY_BYTES = 32;
const MOST_KEYS = 16;

export const serverKey: Command = { topic: "server-key", reader: "member", options: {}, run: changeKey };

async function changeKey(call: CommandCall): Promise<void> {
  const { words, say } = call;
  const [file, ...more] = words;
  if (file === undefined || more.length > 0) throw misuse("server-key", call);
  const named = { file: visible(file) };
  const keys = await fs.readFile(file).catch(() => {
    throw new Failure(say(SENTENCES.keyUnread, named));
  });
  const count = keys.length / KEY_BYTES;
  if (!Number.isInteger(count) || count < 1 || count > MOST_KEYS) throw new Failure(say(SENTENCES.keyOdd, named));
  const kept = keys.subarray(0, (MOST_KEYS - 1) * KEY_BYTES);
  try {
    await replace(file, Buffer.concat([randomBytes(KEY_BYTES), kept]));
  } catch {
    throw new Failure(say(SENTENCES.notWritten, named));
  }
  const earlier = kept.length / KEY_BYTES;
  if (call.json) return print(json({ file, earlier }));
  print(say(SENTENCES.keyChanged, { ...named, n: earlier }));
}

/** As a whole: a machine that stops in between has the old file or the new one. Whoever owned it owns it. */
async function replace(file: string, bytes: Uint8Array): Promise<void> {
  const { uid, gid } = await fs.stat(file);
  const draft = `${file}.${randomBytes(8).toString("hex")}`;
  try {
    const handle = await fs.open(draft, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      if (process.getuid?.() !== uid || process.getgid?.() !== gid) await handle.chown(uid, gid);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(draft, file);
  } catch (error) {
    await fs.rm(draft, { force: true });
    throw error;
  }
}
