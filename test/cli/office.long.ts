/** An office on one machine, from nothing until its server has its roots: every program a process of its own. */
import { once } from "node:events";
import * as fs from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { wordsOfHash } from "../../src/cli/speech/word-rows.ts";
import { proposalOf } from "../../src/client/ceremony/request.ts";
import { connect } from "../../src/client/line/http.ts";
import { claimFounding, confirmFounding, makeFoundingKey } from "../../src/client/office/founding.ts";
import { nextDocument, rootsOf } from "../../src/client/directory/organisation.ts";
import { deriveSigningKeyPair, makeSeed } from "../../src/crypto/secret/keys.ts";
import { rootsFingerprintOf } from "../../src/crypto/identity.ts";
import { isSteward } from "../../src/protocol/rules/casework.ts";
import { OF_THREE, PROPOSAL, WORDS, closeList, gatherRoom, signAndHandIn } from "../support/founding.ts";
import { makeOrganisation, signedOf } from "../support/organisation.ts";
import { BUILT_AT, buildTestPages } from "../support/pages.ts";
import { createTestDatabase } from "../support/machine/postgres.ts";
import { makeFolder as makeKeys, run as serve } from "../support/machine/server-process.ts";
import { freePort } from "../support/machine/free-port.ts";
import { makeFolder, run, spawnProgram } from "./programs.ts";

// Half a dozen programs, on machines that may be busy.
t.setTimeout(600_000);

const ORIGIN = "https://lapor.example";
const port = await freePort();
const office = path.join(await makeFolder(t), "kantor");
/** As the pages for tests, so that what they have is found built. */
const env = { SOURCE_DATE_EPOCH: String(BUILT_AT / 1_000) };
const segel = (...words: string[]) => run("segel.ts", ["office", ...words], { env });
const pages = await buildTestPages();

/** `segel office start`, until the server answers: all that it has said, and its end. */
async function start(folder: string) {
  const child = spawnProgram("segel.ts", ["office", "start", folder], env);
  t.teardown(() => child.kill("SIGKILL"));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += String(chunk)));
  while (!said.includes("Ctrl-C") && child.exitCode === null) await sleep(20);
  return {
    said: () => said,
    end: async (signal: NodeJS.Signals) => {
      const ended = once(child, "exit");
      if (child.exitCode === null) child.kill(signal);
      return child.exitCode ?? ((await ended)[0] as number | null);
    },
  };
}

const codeIn = (said: string): string => /founding code: (\S+)/u.exec(said)?.[1] ?? "";

t.test("from nothing to an office: its code serves once, and pages come of what was signed", async (t) => {
  const address = `http://127.0.0.1:${port}`;
  const status = async (name: string) => (await fetch(address + name)).status;
  const made = await segel("new", office, "--origin", ORIGIN, "--port", String(port));
  t.match(made, { code: 0, out: /no office in it yet/u }, made.err);
  const first = await start(office);
  const lost = codeIn(first.said());
  t.match(lost, /^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}$/u, first.said());
  t.same(
    await Promise.all(["/", "/desk", "/api/health", "/tanda-terima", "/api/directory", "/api/login"].map(status)),
    [200, 200, 200, 404, 404, 404],
    "it serves what it takes to found an office, and nothing else",
  );
  t.match(await segel("start", office), { code: 1, err: /in use, perhaps by this very office/u });
  t.match(await segel("pages", office), { code: 1, err: /not founded yet/u });

  const renewed = await segel("code", office);
  t.equal(renewed.code, 0, renewed.err);
  const code = codeIn(renewed.out);
  const connection = connect(address);
  const stranger = { connection, key: makeFoundingKey() };
  await t.rejects(claimFounding(stranger, lost), { code: "wrong-code" }, "the first code is none any more");
  const room = await gatherRoom({ connection, code }, OF_THREE, { keep: OF_THREE.length });
  await t.rejects(claimFounding(stranger, code), { code: "code-served" }, "and the second has served");
  const { read } = await closeList(room);
  await signAndHandIn(room);
  const agreed = proposalOf(read.bytes);
  for (const { kept } of room.people.filter((one) => isSteward(one.entry.roles)))
    await confirmFounding({ ...room.founder, agreed }, { passphrase: WORDS, waiting: [kept!] }, Date.now());
  t.equal((await segel("code", office)).code, 1, "a founded office has no code");
  t.equal(await first.end("SIGINT"), 0);

  await fs.rm(path.join(office, "pages"), { recursive: true });
  await fs.cp(pages, path.join(office, "pages"), { recursive: true });
  const put = await segel("pages", office);
  t.equal(put.code, 0, put.err);
  const rows = (words: readonly string[]) =>
    ["A", "B", "C", "D"].map(
      (letter, at) => new RegExp(`^ +${letter} +${words.slice(3 * at, 3 * at + 3).join(" +")}$`, "mu"),
    );
  const fingerprint = wordsOfHash(rootsFingerprintOf(read.directory.roots));
  for (const row of [...rows(wordsOfHash(agreed)), ...rows(fingerprint)]) t.match(put.out, row);
  t.match(put.out, /Compare now/u);
  const { names } = JSON.parse(await fs.readFile(path.join(office, "keys/office.json"), "utf8")) as { names: object };
  t.same(names, PROPOSAL.office.names);

  const second = await start(office);
  t.same(await Promise.all(["/", "/tanda-terima", "/api/founding/founded"].map(status)), [200, 200, 404]);
  t.match(await (await fetch(`${address}/`)).text(), fingerprint.slice(0, 3).join("</dd><dd>"));
  const again = await segel("pages", office, "--json");
  t.match(JSON.parse(again.out), { version: 1, line: null, words: fingerprint.join(" ") });
  t.equal(await second.end("SIGTERM"), 0);
});

t.test("roots that were exchanged come into the pages by those before them, and strange ones do not", async (t) => {
  const now = Date.now();
  const organisation = makeOrganisation(now);
  const other = deriveSigningKeyPair(makeSeed());
  const content = { ...organisation.document, roots: rootsOf([other], 1) };
  const both = [...organisation.roots, other];
  const next = signedOf(organisation, nextDocument(content, organisation.signed, now), both);
  const served = await makeKeys(t, organisation);
  await fs.writeFile(path.join(served, "directory.json"), JSON.stringify([organisation.signed, next]));
  const { appUrl, ownerUrl } = await createTestDatabase(t);
  const [mine, strange] = [await makeKeys(t, organisation), await makeKeys(t, makeOrganisation(now))];
  const settings = {
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    KEYS_DIR: served,
    SEGEL_DATA: served,
    PORT: String(await freePort()),
  };
  const { code, errors } = await serve(settings, async (origin) => {
    const out = path.join(mine, "pages");
    await fs.cp(pages, out, { recursive: true });
    const put = (keys: string) =>
      run("segel.ts", ["office", "pages", "--keys", keys, "--pages", out, "--origin", origin], {
        env: { ...env, ORIGIN },
      });
    t.match(await put(strange), { code: 1, out: "" }, "the folder's roots decide");
    const { out: said, err } = await put(mine);
    t.match(said, /root keys have changed/u, err);
    const roots = JSON.parse(await fs.readFile(path.join(mine, "roots.json"), "utf8")) as object;
    t.same(roots, rootsOf([other], 1));
    t.match(await put(mine), { code: 0, out: /directory number 2/u }, "and go on from there");
  });
  t.equal(code, 0, errors);
});
