import { once } from "node:events";
import * as fs from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { makeOfficeFolder } from "../../src/cli/office/office-folder.ts";
import { openDemonstration } from "../../src/cli/office/demonstration.ts";
import { speak } from "../../src/words/speech.ts";
import { freePort } from "../support/machine/free-port.ts";
import { callSegel, makeFolder, run, spawnProgram } from "./programs.ts";

const ORIGIN = "https://lapor.example";
const home = await makeFolder(t);
const port = await freePort();
const office = path.join(home, "kantor");
const { say } = speak("en");
const segel = (...words: string[]) => callSegel(["office", ...words]);
const settings = `ORIGIN=${ORIGIN}\nHOST=127.0.0.1\nPORT=${port}\nLOG_LEVEL=warn\n`;

t.test(
  "a new office is refused where a demonstration, an office or anything else lies, and changes nothing",
  async (t) => {
    const demonstration = path.join(home, "peragaan");
    await openDemonstration(demonstration, Date.now());
    const taken = path.join(home, "isi");
    await fs.mkdir(taken);
    await fs.writeFile(path.join(taken, "surat.txt"), "");
    const asked = ["--origin", ORIGIN];
    for (const [words, said] of [
      [["new", demonstration, ...asked], /is a demonstration.*No office can come of it/u],
      [["start", demonstration], /is a demonstration/u],
      [["pages", demonstration], /is a demonstration/u],
      [["new", taken, ...asked], /is not empty/u],
      [["new", path.join(taken, "surat.txt"), ...asked], /is not empty/u],
      [["start", taken], /is no installation of an office/u],
      [["code", path.join(home, "nowhere")], /is no installation of an office/u],
    ] as const) {
      const { code, out, err } = await segel(...words);
      t.match({ code, out, err }, { code: 1, out: "", err: said }, words.join(" "));
    }
    t.same(await fs.readdir(taken), ["surat.txt"]);
    // A demonstration that is called an office by whoever edits files is one all the same.
    await fs.writeFile(
      path.join(demonstration, "segel-office.json"),
      '{"format":"segel/1/office","database":"embedded"}',
    );
    t.match(await segel("start", demonstration), { code: 1, err: /is a demonstration/u });
    const wrong = [
      [["new", office], /--origin https/u],
      [["new", office, "--origin", "http://lapor.example"], /https/u],
      [["new", office, "--onion", "https://abc.example"], /onion/u],
      [["new", office, ...asked, "--port", "0"], /port/u],
      [["new", office, ...asked, "--database", "postgresql://a:geheim@host/segel"], /password/u],
      [["new"], /segel office new/u],
      [["found", office], /segel office new/u],
    ] as const;
    for (const [words, said] of wrong) {
      const { code, out, err } = await segel(...words);
      t.match({ code, out, err }, { code: 2, out: "", err: said }, words.join(" "));
      t.notMatch(err, "geheim");
    }
    t.same((await fs.readdir(home)).toSorted(), ["isi", "peragaan"]);
  },
);

t.test("a new office that is killed half way leaves nothing that counts, and the next one is whole", async (t) => {
  const child = spawnProgram("segel.ts", ["office", "new", office, "--origin", ORIGIN]);
  const names = () => fs.readdir(`${office}.unfinished`).catch((): string[] => []);
  while (!(await names()).includes("settings") && child.exitCode === null) await sleep(5);
  child.kill("SIGKILL");
  await once(child, "exit");
  t.match(await segel("start", office), { code: 1, err: /is no installation of an office/u });
  await makeOfficeFolder(office, { settings, database: "embedded" }, async () => {}, say);
  t.same((await fs.readdir(home)).toSorted(), ["isi", "kantor", "peragaan"]);
  for (const [name, mode] of [
    ["", 0o700],
    ["settings", 0o600],
    ["server.key", 0o600],
    ["segel-office.json", 0o600],
  ] as const)
    t.equal((await fs.stat(path.join(office, name))).mode & 0o777, mode, name);
  t.equal((await fs.stat(path.join(office, "server.key"))).size, 32);
});

t.test("an office is no demonstration, and what it keeps is its own alone", async (t) => {
  const started = await run("start.ts", [], { env: { SEGEL_DATA: office, PORT: String(port) } });
  t.match(started, { code: 1, err: /is the installation of an office/u });
  t.notOk((await fs.readdir(office)).includes("demo"));
  const file = path.join(office, "settings");
  await fs.chmod(file, 0o640);
  t.match(await segel("start", office), { code: 1, err: /may be read by others \(mode 0640\)/u });
  await fs.chmod(file, 0o600);
  for (const [line, said] of [
    ["NODE_ENV=", /decides NODE_ENV/u],
    ["KEYS_DIR=/elsewhere", /decides KEYS_DIR/u],
    ["PORT=99999", /settings: 99999 is no port number/u],
    ["port 80", /line 5: expected NAME=value/u],
  ] as const) {
    await fs.writeFile(file, `${settings}${line}\n`);
    t.match(await segel("start", office), { code: 1, err: said }, line);
  }
  // An address that no machine has: it ends before anything is started.
  await fs.writeFile(file, `${settings}SMPT_URL=\nHOST=192.0.2.1\n`);
  t.match(await segel("start", office), {
    code: 1,
    err: /SMPT_URL is no setting of Segel.*\nNothing can listen on 192\.0\.2\.1, port/u,
  });
  await fs.writeFile(file, settings);
});
