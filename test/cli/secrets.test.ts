import * as fs from "node:fs/promises";
import { type IncomingMessage, createServer, request } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import t from "tap";
import { WORD_LISTS } from "../../src/client/reporter/word-lists.ts";
import { deriveTokenKeys } from "../../src/crypto/secret/token.ts";
import { readWords } from "../../src/crypto/secret/words.ts";
import { toBase64url } from "../../src/protocol/encoding/base64url.ts";
import { freePort } from "../support/machine/free-port.ts";
import { credentials, makeData, makeFolder, registerNumberIn, run, start, wordsIn } from "./programs.ts";

t.setTimeout(600_000);

/** Everything that crossed the line, and what every process of this machine had in arguments and environment meanwhile. */
const wire: Buffer[] = [];
const processes = new Set<string>();

const proxyPort = await freePort();
const serverPort = await freePort();
const proxy = createServer((incoming, outgoing) => {
  lookAtProcesses();
  wire.push(Buffer.from(`${incoming.method} ${incoming.url}\n${incoming.rawHeaders.join("\n")}\n`));
  const options = {
    port: serverPort,
    method: incoming.method ?? "GET",
    path: incoming.url ?? "/",
    headers: incoming.headers,
  };
  const onward = request({ host: "127.0.0.1", ...options }, (answer) => {
    wire.push(Buffer.from(`${answer.statusCode}\n${answer.rawHeaders.join("\n")}\n`));
    outgoing.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
    keep(answer);
    answer.pipe(outgoing);
  });
  keep(incoming);
  incoming.pipe(onward);
}).listen(proxyPort, "127.0.0.1");
t.teardown(() => proxy.close());

function keep(message: IncomingMessage): void {
  const chunks: Buffer[] = [];
  message.on("data", (chunk: Buffer) => chunks.push(chunk));
  // One piece, so that a secret cannot hide on a border.
  message.on("end", () => wire.push(Buffer.concat(chunks)));
}

function lookAtProcesses(): void {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/u.test(name))) {
    for (const name of ["cmdline", "environ"]) {
      try {
        processes.add(readFileSync(`/proc/${pid}/${name}`, "utf8"));
      } catch {
        // It has ended, or is somebody else's.
      }
    }
  }
}

async function filesUnder(folder: string, except: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await fs.readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !file.startsWith(except)) files.set(file, await fs.readFile(file));
  }
  return files;
}

/** A secret in the shapes in which it could slip out. */
function shapesOf(secret: Uint8Array): Buffer[] {
  const raw = Buffer.from(secret);
  const texts = [
    raw.toString("hex"),
    raw.toString("hex").toUpperCase(),
    raw.toString("base64").replace(/=+$/u, ""),
    toBase64url(secret),
  ];
  return [raw, ...texts.map((text) => Buffer.from(text))];
}

/**
 * Its first pairs of neighbours are enough to know a phrase by: one word alone may stand anywhere, and so may two that are
 * neighbours in their list, which the pages hold.
 */
function shapesOfPhrase(phrase: string): Buffer[] {
  const words = phrase.split(" ").slice(0, 4);
  const isInLists = (one: string, next: string) =>
    WORD_LISTS.some((list) => list.words.indexOf(one) + 1 === list.words.indexOf(next) && list.words.includes(one));
  return words
    .slice(1)
    .flatMap((word, at) => (isInLists(words[at]!, word) ? [] : [[words[at]!, word]]))
    .flatMap(([one, next]) =>
      [" ", "\n", ",", "-", "+", "%20", '","'].map((between) => Buffer.from(`${one}${between}${next}`)),
    );
}

t.test(
  "attack 26: token, words, passphrases and texts are in no request, log, argument, environment or file",
  async (t) => {
    const data = await makeData(t);
    const home = await makeFolder(t);
    const segel = await start(t, data, serverPort, { ORIGIN: `http://127.0.0.1:${proxyPort}`, LOG_LEVEL: "debug" });
    const env = { SEGEL_DATA: data, SEGEL_HOME: home };
    const call = async (words: string, input = "") => {
      const done = await run("segel.ts", [...words.split(" "), "--origin", `http://127.0.0.1:${proxyPort}`], {
        env,
        input,
      });
      t.equal(done.code, 0, words + done.err);
      return done.out;
    };
    const login = await credentials(data, "pemeriksa-satu");

    const canaries = [
      "canary-of-the-report",
      "canary-of-the-answer",
      "canary-of-the-note",
      "canary-of-the-reply",
      "canary-of-the-reason",
    ];
    const [ofReport, ofAnswer, ofNote, ofReply, ofReason] = canaries;
    const file = path.join(home, "report.json");
    await fs.writeFile(
      file,
      JSON.stringify({ unitName: `${ofReport} unit`, title: `${ofReport} title`, what: ofReport }),
    );
    const sent = await call(`send ${file}`);
    await fs.rm(file);
    const words = wordsIn(sent);
    const number = registerNumberIn(sent);
    await call("read list", login);
    await call(`read open ${number}`, login);
    await call(`read answer ${number}`, login + ofAnswer);
    await call(`read note ${number}`, login + ofNote);
    await call(`read state ${number} --to verifying`, login + ofReason);
    t.match(await call("check", words), ofAnswer);
    await call("check --reply", `${words}\n${ofReply}`);
    t.match(await call(`read open ${number}`, login), ofReply);

    const read = readWords(words, WORD_LISTS);
    if (!("token" in read)) throw new Error("the words that were printed do not read");
    const keys = deriveTokenKeys(read.token);
    const seeds = [keys.auth.secretKey.subarray(0, 32), keys.reply.secretKey, keys.thread, keys.self];
    const needles = [
      ...[read.token, ...seeds].flatMap(shapesOf),
      ...[words, login.split("\n")[1] ?? ""].flatMap(shapesOfPhrase),
      ...canaries.flatMap((canary) => [Buffer.from(canary), ...shapesOf(Buffer.from(canary))]),
    ];

    const logged = segel.said().slice(segel.said().indexOf("Ctrl-C"));
    t.ok(wire.length > 100, "the line was watched");
    t.ok(
      wire.some((piece) => piece.includes(Buffer.from(keys.auth.publicKey).toString("hex"))),
      "and a search in it finds what is there",
    );
    t.ok(
      [...processes].some((text) => text.includes("segel.ts")),
      "processes were looked at",
    );
    await segel.end("SIGTERM");
    const stored = new Map([...(await filesUnder(data, path.join(data, "demo"))), ...(await filesUnder(home, "none"))]);
    t.ok(stored.size > 100, "files were looked at");
    const places = new Map<string, Buffer>([
      ...wire.map((piece, at): [string, Buffer] => [`line, piece ${at}`, piece]),
      ...[...processes].map((text, at): [string, Buffer] => [`process ${at}`, Buffer.from(text)]),
      ["log", Buffer.from(logged)],
      ...stored,
    ]);
    for (const [place, content] of places) {
      for (const needle of needles) if (content.includes(needle)) t.fail(`a secret in ${place}`);
    }
  },
);
