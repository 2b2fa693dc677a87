/** `segel office pages`: what the server says of its directory, verified as every client does it, put into keys and pages. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { proposalOf } from "../../client/ceremony/request.ts";
import { fetchFromOwnRoots } from "../../client/directory/directories.ts";
import { type Connection, connect } from "../../client/line/http.ts";
import { readFounded } from "../../client/office/founding.ts";
import { type Bytes, hex } from "../../crypto/bytes.ts";
import { rootsFingerprintOf } from "../../crypto/identity.ts";
import { isOfDemonstration } from "../../protocol/directory/demonstration.ts";
import {
  type Directory,
  type RootSet,
  type SignedDirectory,
  documentBytes,
  parseDirectory,
} from "../../protocol/directory/directory.ts";
import { acceptDirectory, firstUse } from "../../protocol/directory/trust.ts";
import type { Say } from "../../words/speech.ts";
import { type CommandCall, loadRoots } from "../commands/command.ts";
import { Failure, WrongUse } from "../speech/failures.ts";
import { bold, indented, json, print, visible } from "../speech/print.ts";
import { surroundings } from "../speech/surroundings.ts";
import { wordRows, wordsOfHash } from "../speech/word-rows.ts";
import { addressOf } from "./starting.ts";
import { type OfficeFolder, isThere } from "./office-folder.ts";
import { type Context, addressIn, buildOffice, runOffice } from "./running-office.ts";
import { findPort, isAnswering } from "./server-process.ts";
import { OFFICE } from "./words.ts";

/** As src/web/poster/page.ts names it */
const POSTER_FILE = "segel-poster.html";

/** An installation in a folder of its own, or one in containers, whose keys and pages lie in the checkout. Throws Failure. */
export async function putIntoPages(
  office: OfficeFolder | undefined,
  call: CommandCall,
  context: Context,
): Promise<void> {
  const { say } = call;
  const places = office ?? placesInCheckout(call);
  const rootsFile = path.join(places.keysFolder, "roots.json");
  const before = (await isThere(rootsFile)) ? await loadRoots(rootsFile, say) : undefined;
  const told = await withServer(office, call, context, async (connection) =>
    before === undefined
      ? fetchFounded(connection, places, say)
      : { ...(await fetchPublished(connection, before)), office: undefined, line: undefined },
  );
  const { directory, chain, line } = told;
  if (isOfDemonstration(directory))
    throw new Failure(say(OFFICE.isDemonstration, { folder: visible(places.keysFolder) }));
  const fingerprint = rootsFingerprintOf(directory.roots);
  const roots = { threshold: directory.roots.threshold, keys: directory.roots.keys.map(hex) };
  // The roots last: with them the folder is an office's, and the server believes it.
  if (told.office !== undefined) await writePublic(path.join(places.keysFolder, "office.json"), told.office);
  await writePublic(path.join(places.keysFolder, "directory.json"), chain);
  await writePublic(rootsFile, roots);
  await buildOffice(places, context);
  const poster = path.join(places.pagesFolder, POSTER_FILE);
  if (call.json)
    return print(
      json({
        version: directory.version,
        line: line === undefined ? null : wordsOfHash(line).join(" "),
        fingerprint: hex(fingerprint),
        words: wordsOfHash(fingerprint).join(" "),
        poster,
      }),
    );
  print(bold(say(OFFICE.pagesMade, { version: String(directory.version), folder: visible(places.pagesFolder) })));
  if (before !== undefined && hex(rootsFingerprintOf(before)) !== hex(fingerprint))
    print(bold(say(OFFICE.rootsChanged)));
  for (const [text, hash] of [[OFFICE.line, line] as const, [OFFICE.fingerprint, fingerprint] as const]) {
    if (hash === undefined) continue;
    print();
    print(say(text));
    print(indented(wordRows(hash)));
  }
  print();
  print(say(OFFICE.compare));
  print();
  print(say(OFFICE.poster, { file: visible(poster) }));
  print(say(OFFICE.restart));
}

type Places = Pick<OfficeFolder, "keysFolder" | "pagesFolder" | "env">;

/** As `npm run build` finds them. Throws WrongUse. */
function placesInCheckout({ value, say }: CommandCall): Places {
  const { env } = surroundings();
  const keysFolder = path.resolve(value("keys") ?? (env["KEYS_DIR"] || "keys"));
  const pagesFolder = path.resolve(value("pages") ?? (env["WEB_DIR"] || "dist/web"));
  const origins = env["ORIGIN"];
  if (!origins) throw new WrongUse(say(OFFICE.originUnset));
  return { keysFolder, pagesFolder, env: { KEYS_DIR: keysFolder, WEB_DIR: pagesFolder, ORIGIN: origins } };
}

/** The server that runs, or one that is started for it. */
async function withServer<Result>(
  office: OfficeFolder | undefined,
  call: CommandCall,
  context: Context,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  if (office === undefined) return work(call.connection);
  const { host, port } = addressIn(office);
  const address = addressOf(host, port);
  if (await isAnswering(address)) return work(connect(address));
  const loopback = { host: "127.0.0.1", port: (await findPort("127.0.0.1", 0)) ?? port, withPages: false };
  const running = await runOffice(office, loopback, context);
  try {
    return await work(connect(running.address));
  } finally {
    await running.stop();
  }
}

type Published = { readonly directory: Directory; readonly chain: readonly SignedDirectory[] };
type Told = Published & { readonly office: object | undefined; readonly line: Bytes | undefined };

/** The server does not care whether the stewards' statement has run out: pages are made of the directory. */
const LOOK = { depth: "thorough", statement: "lapsed-too" } as const;

/**
 * What was founded, under roots that it names itself: whether they are the right ones the lines of words tell, which people
 * compare. Throws Failure, ApiError, DirectoryError.
 */
async function fetchFounded(connection: Connection, { keysFolder, env }: Places, say: Say): Promise<Told> {
  const founded = await readFounded({ connection }, Date.now());
  if (founded === undefined) throw new Failure(say(OFFICE.notFounded, { origin: visible(env["ORIGIN"] ?? "") }));
  const { directory: signed, office } = founded;
  const bytes = documentBytes(signed);
  const directory = parseDirectory(bytes);
  const file = path.join(keysFolder, "office.json");
  if (!(await isThere(file))) return { directory, chain: [signed], office, line: proposalOf(bytes) };
  // What an administrator has prepared holds, as long as it is of the same office.
  const { names } = JSON.parse(await fs.readFile(file, "utf8")) as { names?: object };
  if (JSON.stringify(names) !== JSON.stringify(office.names))
    throw new Failure(
      say(OFFICE.officeDiffers, { file: visible(file), names: Object.values(office.names).join(", ") }),
    );
  return { directory, chain: [signed], office: undefined, line: proposalOf(bytes) };
}

/** What follows under the roots that are in the pages already. Throws ApiError, DirectoryError. */
async function fetchPublished(connection: Connection, roots: RootSet): Promise<Published> {
  const chain = await fetchFromOwnRoots(connection, roots);
  return { directory: acceptDirectory(firstUse(roots), chain, { ...LOOK, now: Date.now() }).directory, chain };
}

/** Beside and renamed: whoever reads meanwhile finds the old one or the new one. */
async function writePublic(file: string, content: object): Promise<void> {
  const unfinished = `${file}.unfinished`;
  await fs.writeFile(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o644 });
  await fs.rename(unfinished, file);
}
