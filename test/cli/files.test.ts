import { createHash, randomBytes } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import t, { type Test } from "tap";
import { ascii } from "../evidence/make/bytes.ts";
import { makeJpeg, segment } from "../evidence/make/jpeg.ts";
import { freePort } from "../support/machine/free-port.ts";
import { callSegel, credentials, makeData, makeFolder, registerNumberIn, run, start, wordsIn } from "./programs.ts";

t.setTimeout(600_000);

const data = await makeData(t);
const home = path.join(await makeFolder(t), "home");
// Three files a case, so that a fourth shows what is said when files do not arrive.
const { address } = await start(t, data, await freePort(), { FILES_PER_CASE: "3" });
const env = { SEGEL_DATA: data, SEGEL_HOME: home };

function segel(args: readonly string[], input = "") {
  return callSegel([...args, "--origin", address], { env, input });
}

async function asMember(args: readonly string[], text = "") {
  return segel(args, (await credentials(data, "pemeriksa-satu")) + text);
}

const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

/** Files with random content, by their names, in a folder of their own. */
async function makeFiles(t: Test, sizes: Readonly<Record<string, number>>) {
  const folder = await makeFolder(t);
  const hashes: Record<string, string> = {};
  for (const [name, size] of Object.entries(sizes)) {
    const content = randomBytes(size);
    hashes[name] = sha256(content);
    await fs.writeFile(path.join(folder, name), content);
  }
  const attach = Object.keys(sizes).flatMap((name) => ["--attach-as-is", path.join(folder, name)]);
  return { folder, hashes, attach };
}

async function makeReport(t: Test, reports: unknown = { unitName: "Unit", title: "Judul", what: "Isi laporan" }) {
  const file = path.join(await makeFolder(t), "report.json");
  await fs.writeFile(file, JSON.stringify(reports));
  return file;
}

async function hashesIn(folder: string): Promise<Record<string, string>> {
  const names = await fs.readdir(folder);
  const all = names.map(async (name) => [name, sha256(await fs.readFile(path.join(folder, name)))] as const);
  return Object.fromEntries(await Promise.all(all));
}

t.test("files go with a report, are saved whole under their names, and come with an answer", async (t) => {
  const { hashes, attach } = await makeFiles(t, { "é bukti.pdf": 300_000, kosong: 0 });
  const sent = await segel(["send", await makeReport(t), ...attach]);
  t.equal(sent.code, 0, sent.err);
  t.match(sent.err, "All files have arrived (2)");
  const words = wordsIn(sent.out);
  const number = registerNumberIn(sent.out);

  const shown = await asMember(["read", "open", number]);
  t.match(shown.out, "File: é bukti.pdf (300 KB)");
  t.notMatch(shown.out, "not come");
  const folder = path.join(await makeFolder(t), "new");
  const saved = await asMember(["read", "open", number, "--save", folder]);
  t.equal(saved.code, 0, saved.err);
  t.same(await hashesIn(folder), hashes);
  for (const hash of Object.values(hashes)) t.match(saved.out, `SHA-256 ${hash}`);
  t.equal((await fs.stat(path.join(folder, "kosong"))).mode & 0o777, 0o600);

  await fs.writeFile(path.join(folder, "kosong"), "mine");
  const again = await asMember(["read", "open", number, "--save", folder, "--json"]);
  const { files, conversation } = JSON.parse(again.out) as { files: { savedAs: string }[]; conversation: unknown[] };
  t.same(
    files.map(({ savedAs }) => path.basename(savedAs)),
    ["é bukti (2).pdf", "kosong (2)"],
  );
  t.notMatch(JSON.stringify(conversation), /"key"/u, "a file's key is not printed");
  t.equal(await fs.readFile(path.join(folder, "kosong"), "utf8"), "mine", "nothing is written over");
  t.equal((await fs.readdir(folder)).length, 4, "and nothing else is left");

  const form = await makeFiles(t, { "formulir.odt": 10 });
  t.equal((await asMember(["read", "answer", number, ...form.attach], "Mohon diisi.")).code, 0);
  const inbox = await makeFolder(t);
  const back = await segel(["check", "--save", inbox], words);
  t.equal(back.code, 0, back.err);
  t.match(back.out, "Mohon diisi.");
  t.same(await hashesIn(inbox), form.hashes);

  const full = await segel(["check", ...form.attach], words);
  t.equal(full.code, 1);
  t.match(full.err, "as many files");
});

t.test("a report whose files do not arrive is stored, says so, and the files can follow", async (t) => {
  const { attach, hashes } = await makeFiles(t, { a: 1, b: 2, c: 3, d: 4 });
  const sent = await segel(["send", await makeReport(t), ...attach]);
  t.equal(sent.code, 1);
  t.equal(wordsIn(sent.out).split(" ").length, 12, "the words were printed before");
  t.match(sent.err, "Your report has arrived, but its files have not");
  t.match(sent.err, "segel -- check --attach");
  const words = wordsIn(sent.out);
  const number = registerNumberIn(sent.out);
  t.match(
    (await asMember(["read", "open", number])).out,
    "files that have not come: a (1 KB), b (1 KB), c (1 KB), d (1 KB)",
  );

  // What had arrived was taken back, else it would count until it is swept.
  const later = await segel(["check", "--reply", ...attach.slice(0, 4)], `${words}\nIni dua di antaranya.`);
  t.equal(later.code, 0, later.err);
  const folder = await makeFolder(t);
  const saved = await asMember(["read", "open", number, "--save", folder]);
  t.match(saved.out, "Ini dua di antaranya.");
  t.match(saved.out, "have not come: c (1 KB), d (1 KB)");
  t.same(await hashesIn(folder), { a: hashes["a"], b: hashes["b"] });
});

t.test("what cannot be attached is wrong use, told before anything is sent", async (t) => {
  const nowhere = ["--origin", `http://127.0.0.1:${await freePort()}`];
  const { attach, folder } = await makeFiles(t, { a: 1 });
  const report = await makeReport(t);
  const two = await makeReport(t, [
    { unitName: "Unit", what: "Satu" },
    { unitName: "Unit", what: "Dua" },
  ]);
  const calls = [
    ["send", report, "--attach", path.join(folder, "missing")],
    ["send", report, "--attach", folder],
    ["send", two, ...attach],
    ["check", "--attach", path.join(folder, "missing")],
    ["read", "answer", "K7QD-4M2P", "--attach", path.join(folder, "missing")],
  ];
  for (const args of calls) {
    const { code, err } = await callSegel([...args, ...nowhere], { env });
    t.equal(code, 2, args.join(" "));
    t.equal(err.trim().split("\n").length, 1, err);
  }
  const file = path.join(folder, "long");
  await fs.writeFile(file, "");
  await fs.truncate(file, 2 ** 30 + 1);
  const { code, err } = await callSegel(["send", report, "--attach", file, ...nowhere], { env });
  t.equal(code, 1);
  t.match(err, "larger than 1 GB");
});

t.test("--attach sends a picture without its hidden data under a name that says nothing", async (t) => {
  const folder = await makeFolder(t);
  const plain = makeJpeg({ before: [] });
  const picture = makeJpeg({ before: [segment(0xfe, ascii("NAMA PEMBUAT"))] });
  await fs.writeFile(path.join(folder, "IMG_20250206_Kantor.jpg"), picture);
  await fs.writeFile(path.join(folder, "surat lama.doc"), randomBytes(100));
  const attach = ["--attach", path.join(folder, "IMG_20250206_Kantor.jpg")];
  const uncleaned = ["--attach", path.join(folder, "surat lama.doc")];

  const refused = await segel(["send", await makeReport(t), ...attach, ...uncleaned]);
  t.equal(refused.code, 1);
  t.match(refused.err, "surat lama.doc: This type of file cannot be cleaned yet");
  t.match(refused.err, "--attach-as-is");
  t.equal(refused.out, "", "and nothing was sent");

  const sent = await segel(["send", await makeReport(t), ...attach]);
  t.equal(sent.code, 0, sent.err);
  t.match(sent.err, "IMG_20250206_Kantor.jpg → attachment-01.jpg: removed: comment");
  const saved = await makeFolder(t);
  await asMember(["read", "open", registerNumberIn(sent.out), "--save", saved]);
  t.same(await fs.readdir(saved), ["attachment-01.jpg"]);
  const arrived = await fs.readFile(path.join(saved, "attachment-01.jpg"));
  t.notOk(arrived.includes("NAMA PEMBUAT"));
  t.ok(arrived.equals(plain), "and is the picture as it was");
});

t.test("the demonstration sends every file of a folder with each report and compares them", async (t) => {
  const { folder } = await makeFiles(t, { satu: 70_000, "dua é.bin": 1_048_577 });
  await fs.mkdir(path.join(folder, "a folder"));
  const reports = await makeReport(t, [
    { unitName: "Unit", what: "Satu" },
    { unitName: "Unit", what: "Dua" },
  ]);
  const { code, out, err } = await run("demo.ts", [reports, "--attach", folder, "--origin", address], { env });
  t.equal(code, 0, out + err);
  t.match(out, "2 reports, 2 whole, 0 failed");
  t.match(out, /files \d+ .*fetch \d+/u);
  t.equal((await run("demo.ts", [reports, "--attach", path.join(folder, "nowhere")], { env })).code, 2);
});
