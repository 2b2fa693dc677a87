/**
 * `segel sealer FILE`: the page that seals without a network, from this build and with the readers of today. Whoever has
 * the same source, keys and directory gets the same bytes.
 */
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { loadDirectories } from "../../client/directory/directories.ts";
import { callJson } from "../../client/line/http.ts";
import { API } from "../../protocol/api.ts";
import { firstUse } from "../../protocol/directory/trust.ts";
import { holdsUntil } from "../../protocol/directory/validity.ts";
import { withReaders } from "../../protocol/sealer-file.ts";
import { Failure, WrongUse } from "../speech/failures.ts";
import { misuse } from "../speech/help.ts";
import { json, print, visible } from "../speech/print.ts";
import { surroundings } from "../speech/surroundings.ts";
import { SENTENCES } from "../speech/words.ts";
import type { Command, CommandCall } from "./command.ts";

export const sealer: Command = {
  topic: "sealer",
  reader: "member",
  options: { pages: { type: "string" } },
  run: makeSealer,
};

/** As src/web/build.ts names it. */
const PAGE = /^sealer\.[0-9a-f]{16}\.txt$/u;

async function makeSealer(call: CommandCall): Promise<void> {
  const { words, say, day, connection } = call;
  const [file, ...more] = words;
  if (file === undefined || more.length > 0) throw misuse("sealer", call);
  const page = await readPage(call);
  // Verified here as the page will do it: an office gives away nothing that closes as soon as it is opened.
  const trust = firstUse(await call.roots());
  const { current } = await loadDirectories(connection, trust, { depth: "quick", ...(await call.clock()) });
  const answer = JSON.stringify(await callJson(connection, "directory", API.directory.answer.json));
  const whole = withReaders(page, answer);
  try {
    await fs.writeFile(file, whole);
  } catch {
    throw new Failure(say(SENTENCES.notWritten, { file: visible(file) }));
  }
  const sha256 = createHash("sha256").update(whole).digest("hex");
  if (call.json) return print(json({ file, sha256, directoryVersion: current.version, until: holdsUntil(current) }));
  print(say(SENTENCES.sealerMade, { file: visible(file), until: day(holdsUntil(current)), sha256 }));
}

async function readPage({ value, say }: CommandCall): Promise<string> {
  const pages = value("pages") ?? (surroundings().env["WEB_DIR"] || "dist/web");
  const folder = path.join(pages, "a");
  const names = await fs.readdir(folder).catch((): string[] => []);
  const name = names.find((one) => PAGE.test(one));
  if (name === undefined) throw new WrongUse(say(SENTENCES.noSealer, { folder: visible(pages) }));
  return fs.readFile(path.join(folder, name), "utf8");
}
