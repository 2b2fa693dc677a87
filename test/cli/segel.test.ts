import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { Secret, TOTP } from "otpauth";
import t from "tap";
import { loadDirectories } from "../../src/client/directory/directories.ts";
import { readRequest } from "../../src/client/ceremony/request.ts";
import { makeMember } from "../../src/client/directory/organisation.ts";
import { encodeJoiner } from "../../src/client/office/joining.ts";
import { addCode, readFactors, removeFactor } from "../../src/client/account/factors.ts";
import { connect } from "../../src/client/line/http.ts";
import { signIn } from "../../src/client/member/entry/sign-in.ts";
import { prepareReport } from "../../src/client/reporter/report.ts";
import { sealedFileOf } from "../../src/client/reporter/sealed-file.ts";
import { WORD_LISTS } from "../../src/client/reporter/word-lists.ts";
import { fromHex } from "../../src/crypto/bytes.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { registerNumberOf } from "../../src/crypto/identity.ts";
import { readWords, wordsOf } from "../../src/crypto/secret/words.ts";
import { addDays, dayInUtc } from "../../src/protocol/encoding/day.ts";
import { EMPTY_ANSWERS, TEXT_FIELDS } from "../../src/protocol/rules/report-fields.ts";
import { firstUse } from "../../src/protocol/directory/trust.ts";
import { HELP, SENTENCES } from "../../src/cli/speech/words.ts";
import type { RootsFile } from "../../src/web/shared/delivery.ts";
import { API_FAILURES } from "../../src/words/failures.ts";
import { LANGUAGE_CODES } from "../../src/words/languages.ts";
import { dayIn, speak } from "../../src/words/speech.ts";
import { freePort } from "../support/machine/free-port.ts";
import {
  callSegel,
  credentials,
  makeData,
  makeFolder,
  registerNumberIn,
  root,
  run,
  start,
  wordsIn,
} from "./programs.ts";

t.setTimeout(600_000);

const data = await makeData(t);
const home = path.join(await makeFolder(t), "home");
const { address } = await start(t, data, await freePort());
const env = { SEGEL_DATA: data, SEGEL_HOME: home };

/** `segel` against this server, in English. */
function segel(words: string, input = "", more: NodeJS.ProcessEnv = {}) {
  return callSegel([...words.split(" "), "--origin", address], { env: { ...env, ...more }, input });
}

async function asMember(words: string, text = "", login = "pemeriksa-satu") {
  return segel(words, (await credentials(data, login)) + text);
}

async function fileWith(content: unknown): Promise<string> {
  const file = path.join(await makeFolder(t), "report.json");
  await fs.writeFile(file, JSON.stringify(content));
  return file;
}

const REPORT = { unitName: "Unit", title: "Judul", what: "Isi laporan", category: "suap", language: "id" } as const;
const { language: _language, ...report } = REPORT;

t.test("every command explains itself, in both languages, and exits 0", async (t) => {
  const id = await callSegel(["--help"], { env: { LANG: "C" } });
  t.equal(id.code, 0);
  t.match(id.out, "PERINTAH");
  const document = await fs.readFile(path.join(root, "docs/command-line.md"), "utf8");
  for (const language of LANGUAGE_CODES) {
    const all = await callSegel(["help", "--language", language]);
    const overview = all.out.split("\n").map((line) => line.trim().split(/[ |]/u));
    for (const name of Object.keys(HELP).filter((topic) => topic !== "demo")) {
      const asked = await callSegel([name, "--help", "--language", language]);
      const { code, out, err } = asked;
      t.equal(code, 0, name);
      t.match(out, language === "id" ? "Kode keluar" : "Exit codes");
      t.equal(err, "");
      t.same(await callSegel(["help", name, "--language", language]), asked);
      const usage = out.split("\n\n")[0] ?? "";
      const used = [...usage.matchAll(/^segel (\S+)(?: ([a-z][a-z-]*)\b)?/gmu)];
      t.ok(used.length > 0);
      const untold = used.filter(
        ([, command = "", act]) =>
          !overview.some(([first, ...acts]) => first === command && (act === undefined || acts.includes(act))),
      );
      t.same(
        untold.map(([line]) => line),
        [],
        "segel --help names them",
      );
      const names = [...usage.matchAll(/(?<=^segel \S+ )[a-z-]+|--[a-z-]+/gmu)].map(([named]) => named);
      t.same(
        names.filter((named) => !new RegExp(`\`[^\`|]*(?<![a-z-])${named}(?![a-z-])`, "u").test(document)),
        [],
        "and docs/command-line.md",
      );
    }
  }
});

t.test("wrong use exits 2 with a sentence and reaches nobody", async (t) => {
  const nowhere = ["--origin", `http://127.0.0.1:${await freePort()}`];
  const calls = [
    [],
    ["unheard-of"],
    ["send"],
    ["send", "a.json", "b.json"],
    ["send", "/nonexistent.json"],
    ["check", "twelve", "words", "here"],
    ["read"],
    ["read", "list", "ID"],
    ["read", "interests", "ID"],
    ["read", "open"],
    ["read", "open", "A", "B"],
    ["read", "shout", "ID"],
    ["read", "state", "ID"],
    ["read", "judge", "ID"],
    ["read", "judge", "ID", "--sheet", "/nonexistent.json"],
    ["read", "task", "ID", "--until", "tomorrow"],
    ["read", "done", "ID"],
    ["read", "enter"],
    ["read", "enter", "--source", "pigeon"],
    ["read", "enter", "--source", "letter", "--received", addDays(dayInUtc(Date.now()), 3)],
    ["read", "find"],
    ["read", "find", " "],
    ["read", "link", "ID"],
    ["read", "link", "ID", "--with", "ID", "--relation", "twins"],
    ["read", "state", "ID", "--to", "won"],
    ["read", "state", "ID", "--to", "closed", "--outcome", "fine"],
    ["directory"],
    ["directory", "burn"],
    ["statement"],
    ["statement", "show", "x"],
    ["statement", "confirm", "x", "--suspend", "y"],
    ["send", "a.json", "--unknown"],
    ["check", "--language", "fr"],
    ["check", "--origin", "ftp://x"],
    ["check", "--origin", "http://127.0.0.1/path"],
  ];
  for (const args of calls) {
    const { code, out, err } = await callSegel(
      args.includes("--origin") || args.length === 0 ? args : [...args, ...nowhere],
      { env },
    );
    t.equal(code, 2, args.join(" "));
    t.equal(out, "");
    t.ok(err.trim() !== "" && !/^ +at /mu.test(err), "no stack");
  }
  for (const mistyped of ["root neww", "recovery giv FILE", "office start", "statement shwo"]) {
    const { code, err } = await callSegel([...mistyped.split(" "), "--language", "en"], { env });
    t.match(
      { code, err },
      { code: 2, err: /^That was not understood/u },
      `${mistyped}: that something is wrong stands first`,
    );
  }
  const halved = await callSegel(["read", "answer", "--language", "en"], { env });
  t.match(
    halved.err,
    /^That was not understood.*\n\nsegel read answer ID .*\n\n.*--help\n$/u,
    "how this one is used alone",
  );
});

t.test("a build date that is none is wrong use, named before anything is asked or reached", async (t) => {
  const nowhere = ["--origin", `http://127.0.0.1:${await freePort()}`];
  for (const language of LANGUAGE_CODES) {
    for (const words of ["check", "read list", "directory show"]) {
      const { code, out, err } = await callSegel([...words.split(" "), ...nowhere, "--language", language], {
        env: { ...env, SOURCE_DATE_EPOCH: "yesterday\u001b" },
      });
      t.equal(code, 2, words);
      t.equal(out, "");
      t.equal(err, `${speak(language).say(SENTENCES.badBuildDate, { value: "yesterday␛" })}\n`, "nothing was asked");
      t.match(err, "SOURCE_DATE_EPOCH");
    }
  }
  t.equal((await segel("directory show", "", { SOURCE_DATE_EPOCH: "0" })).code, 0, "a date is taken");
});

t.test("as a process it ends with the exit code, and keeps result and complaint apart", async (t) => {
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  const calls: readonly [args: string[], code: number][] = [
    [["directory", "show", "--origin", address], 0],
    [["directory", "show", "--origin", nowhere], 1],
    [["directory", "burn"], 2],
  ];
  for (const [args, code] of calls) {
    const ended = await run("segel.ts", args, { env });
    t.equal(ended.code, code, ended.err);
    t.equal(ended.out !== "", code === 0, "a result on standard output");
    t.ok(code === 0 || ended.err !== "", "a sentence on standard error");
  }
});

t.test("a report goes out, is read, answered, noted and moved, and comes back with the twelve words", async (t) => {
  const sent = await segel(`send ${await fileWith(report)}`);
  t.equal(sent.code, 0, sent.err);
  const words = wordsIn(sent.out);
  const number = registerNumberIn(sent.out);
  t.equal(words.split(" ").length, 12);

  const list = await asMember("read list");
  t.equal(list.code, 0, list.err);
  const line = list.out.split("\n").find((one) => one.includes(number)) ?? "";
  for (const said of ["new", "Received", "Bribery", "Unit", "Judul"]) t.match(line, said);

  t.equal((await asMember(`read answer ${number}`, "Terima kasih.\nBaris dua\n")).code, 0);
  t.equal((await asMember(`read note ${number}`, "hanya untuk kita")).code, 0);
  t.equal((await asMember(`read state ${number} --to verifying`)).code, 0);

  const back = await segel("check", `${words}\n`);
  t.equal(back.code, 0, back.err);
  for (const said of [number, "State: Being verified", "Investigator One", "    Terima kasih.\n    Baris dua\n"])
    t.match(back.out, said);
  t.notMatch(back.out, "hanya untuk kita");
  // Four letters a word, upper case, numbered, over several spaces.
  const short = words
    .split(" ")
    .map((word, at) => `${at + 1}) ${word.slice(0, 4).toUpperCase()}`)
    .join("   ");
  const reply = await segel("check --reply", `${short}\nJawaban saya\n`);
  t.equal(reply.code, 0, reply.err);

  const handle = (JSON.parse((await asMember("read list --json")).out) as { cases: { handle: string }[] }).cases[0]
    ?.handle;
  const opened = await asMember(`read open ${handle} --json`, "", "pemeriksa-dua");
  const file = JSON.parse(opened.out) as {
    alarms: string[];
    conversation: { author: string; message: { text: string } }[];
    notes: unknown[];
  };
  t.same(file.alarms, []);
  t.same(
    file.conversation.map(({ message }) => message.text),
    ["Terima kasih.\nBaris dua", "", "Jawaban saya"],
  );
  t.equal(file.conversation.at(-1)?.author, "reporter");
  t.equal(file.notes.length, 1);
});

t.test(
  "a case is taken, labelled and handed over, a colleague is told, and the list says whose it is and why",
  async (t) => {
    const urgent = { ...report, title: "Rekaman", what: "Saya diancam. Rekaman kamera akan dihapus besok." };
    const number = registerNumberIn((await segel(`send ${await fileWith(urgent)}`)).out);
    type Listed = { registerNumber: string; marks: string[]; labels: string[]; assignee: string | null };
    const listed = async (options: string) => {
      const { cases } = JSON.parse((await asMember(`read list --json${options}`)).out) as { cases: Listed[] };
      return cases.find(({ registerNumber }) => registerNumber === number);
    };
    t.same((await listed(" --unassigned --urgent"))?.marks, ["protection", "evidence"]);
    t.equal((await asMember(`read claim ${number}`)).code, 0);
    t.equal((await asMember(`read label ${number} --add perizinan --add mendesak`)).code, 0);
    t.equal((await asMember(`read label ${number} --remove mendesak`)).code, 0);
    t.same((await listed(" --mine --labelled perizinan"))?.labels, ["perizinan"]);
    t.equal(await listed(" --unassigned"), undefined);
    const taken = await asMember(`read claim ${number}`, "", "pemeriksa-dua");
    t.equal(taken.code, 1);
    t.match(taken.err, "already a colleague");
    t.match((await asMember("read interests")).out, /^Investigator One\n  Nothing declared\.\n$/u);
    const { register } = JSON.parse((await asMember("read interests --json", "", "penanggung-jawab")).out) as {
      register: { name: string; version: number }[];
    };
    t.ok(register.length > 2 && register.every(({ version }) => version === 0), "a lead sees who has declared nothing");
    const silent = await asMember(`read assign ${number} --member Two`);
    t.match(silent.err, "needs a reason");
    const handed = await asMember(`read assign ${number} --member Two --reason`, "Saya mengenal terlapor.");
    t.equal(handed.code, 0, handed.err);
    const stranger = await asMember(`read assign ${number} --member Nobody`, "", "penanggung-jawab");
    t.match(stranger.err, "Investigator One");
    t.match((await asMember("read list", "", "pemeriksa-dua")).out, /Protection, Evidence +Investigator Two/u);
    const shown = (await asMember(`read open ${number}`, "", "pemeriksa-dua")).out;
    for (const said of ["Assigned to Investigator Two", "Labels: perizinan", "Rekaman kamera akan dihapus besok"])
      t.match(shown, said);
    t.equal((await asMember(`read give-back ${number}`, "", "pemeriksa-dua")).code, 0);
    t.equal((await listed(""))?.assignee, null);
  },
);

t.test("a reader is taken out on the command line and let in again, and the case says so", async (t) => {
  const number = registerNumberIn((await segel(`send ${await fileWith(report)}`)).out);
  await asMember("read list");
  const out = await asMember(`read remove ${number} --member Two --interest family`, "A relative.\n");
  t.equal(out.code, 0, out.err);
  t.match(out.err, "removed from the directory too");
  t.not((await asMember(`read open ${number}`, "", "pemeriksa-dua")).code, 0);
  t.match((await asMember(`read remove ${number} --member Two --interest golf`, "A relative.\n")).err, "outside-work");
  const given = await asMember(`read grant ${number} --member Two`, "No relative after all.\n");
  t.equal(given.code, 0, given.err);
  const again = await asMember(`read open ${number}`, "", "pemeriksa-dua");
  t.equal(again.code, 0, again.err);
  for (const said of ["Investigator One took Investigator Two out. A relative.", "No relative after all."])
    t.match(again.out, said);
  t.match((await asMember("read list --json")).out, '"missing": 0');
});

t.test("a move that is not allowed, or lacks what it needs, is refused with 1 and its reason", async (t) => {
  const number = registerNumberIn((await segel(`send ${await fileWith(report)}`)).out);
  const refusals: readonly [words: string, said: string][] = [
    [`read state ${number} --to closed --outcome partly`, "cannot move"],
    [`read state ${number} --to archived`, "reason"],
    [`read answer ${number}`, "fill in message"],
    ["read open 2222-2222", "no case 2222-2222"],
  ];
  for (const [words, said] of refusals) {
    const { code, err } = await asMember(words);
    t.equal(code, 1, words);
    t.match(err, said);
  }
  const wrong = await segel("read list", "pemeriksa-satu\nsix words that are not right\n");
  t.equal(wrong.code, 1);
  t.match(wrong.err, "not right");
  const idle = await asMember("read list", "", "administrator");
  t.equal(idle.code, 1);
  t.match(idle.err, "role");
});

function isChecksumWrong(words: readonly string[]): boolean {
  const read = readWords(words.join(" "), WORD_LISTS);
  return "problem" in read && read.problem.code === "checksum";
}

t.test("attack 28: slips in the words are named by their place, with suggestions, and nothing is sent", async (t) => {
  // Of no case, and always the same: of twelve that are drawn, one stands in these sentences now and then by chance.
  const words = wordsOf(
    Uint8Array.from({ length: 16 }, (_, at) => at * 17),
    WORD_LISTS[1],
  );
  const nobody = ["check", "--origin", `http://127.0.0.1:${await freePort()}`];
  const typo = words.with(4, `${words[4]?.slice(0, 2)}q${words[4]?.slice(2)}`);
  // One order in sixteen passes the checksum by chance.
  const shuffled = words
    .map((_, by) => [...words.slice(by), ...words.slice(0, by)])
    .find((order) => isChecksumWrong(order));
  const slips: readonly [typed: string[], said: RegExp][] = [
    [words.slice(1), /twelve words; these are 11/u],
    [typo, /Word 5 .*Perhaps: /u],
    [words.with(0, "вода"), /Word 1 .*another script/u],
    [shuffled ?? [], /not together/u],
  ];
  for (const [typed, said] of slips) {
    // Nobody listens there: had it been sent, the sentence would be another.
    const { code, err } = await callSegel(nobody, { env, input: typed.join(" ") });
    t.equal(code, 1);
    t.match(err, said);
    // The fifth is what the slip in it may have meant.
    const repeated = words.filter((word, at) => at !== 4 && err.includes(word));
    t.same(repeated, [], "and the words are not repeated");
  }
});

t.test("limits and unknown fields are told per report before anything is sent", async (t) => {
  const before = await asMember("read list --json");
  const many = [report, { ...report, suspect: "x" }, { ...report, title: "x".repeat(121), unitName: "" }];
  const { code, out, err } = await segel(`send ${await fileWith(many)}`);
  t.equal(code, 1);
  t.equal(out, "");
  for (const said of [
    'Report 2: Unknown fields: "suspect"',
    "Report 3",
    "title (title), 121 characters; the limit is 120",
    "work unit",
    "Nothing was sent",
  ])
    t.match(err, said);
  t.equal((await asMember("read list --json")).out, before.out);
});

t.test("whatever a report can answer is read again", async (t) => {
  const filled = {
    category: "pembalasan-pelapor",
    ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, `Jawaban untuk ${field}`])),
    amountIDR: 1_234_567,
    language: "ar",
  };
  const sent = await segel(`send ${await fileWith(filled)}`);
  const number = registerNumberIn(sent.out);
  const { answers, sealedUnder } = JSON.parse((await asMember(`read open ${number} --json`)).out) as {
    answers: object;
    sealedUnder: { directoryVersion: number; directoryHash: string; keyFingerprint: string };
  };
  t.same(answers, filled);
  const shown = JSON.parse((await segel("directory show --json")).out) as { version: number };
  t.equal(sealedUnder.directoryVersion, shown.version);
  t.match([sealedUnder.directoryHash, sealedUnder.keyFingerprint].join(" "), /^[0-9a-f]{64} [0-9a-f]{64}$/u);
  const { out } = await asMember(`read open ${number}`);
  t.match(out, "Dates follow the office’s time zone, WIB.", "the demonstration's, as its office.json says");
  t.match(out, `directory version ${shown.version}, to your key ${sealedUnder.keyFingerprint.slice(0, 4)} `);
  for (const said of [
    ...Object.values(filled).filter((value) => `${value}`.includes(" ")),
    "Retaliation",
    "Rp1,234,567",
  ])
    t.match(out, said);
});

t.test("attack 88: two members discard an archived case on the command line, and one keeps it", async (t) => {
  const sent = await segel(`send ${await fileWith(report)}`);
  const number = registerNumberIn(sent.out);
  await asMember("read list");
  t.match((await asMember(`read discard ${number}`, "Acak.\n")).err, "Only an archived case");
  t.equal((await asMember(`read state ${number} --to archived`, "Not readable.\n")).code, 0);
  const proposed = await asMember(`read discard ${number}`, "Noise.\n");
  t.equal(proposed.code, 0, proposed.err);
  t.match(proposed.err, "Another member must agree");
  t.match((await asMember(`read discard ${number}`)).err, "Two different members");
  const agreed = await asMember(`read discard ${number}`, "", "penanggung-jawab");
  t.equal(agreed.code, 0, agreed.err);
  t.match(agreed.err, "This case will be removed on");
  t.match((await asMember("read list")).out, `${number}: will be removed on`);
  const { discards, missing } = JSON.parse((await asMember("read list --json")).out) as {
    discards: { registerNumber: string; standing: string }[];
    missing: number;
  };
  t.match([discards.find(({ registerNumber }) => registerNumber === number), missing], [{ standing: "agreed" }, 0]);
  t.equal((await asMember(`read keep ${number}`)).code, 0);
  t.notMatch((await asMember(`read open ${number}`)).out, "removed on");
});

t.test("a deadline is put off on the command line, and a receipt signed that anybody can verify", async (t) => {
  const sent = await segel(`send ${await fileWith(report)}`);
  const [number, words] = [registerNumberIn(sent.out), wordsIn(sent.out)];
  t.match((await asMember(`read put-off ${number} --deadline soon`)).err, "first-answer, completeness");
  t.match((await asMember(`read put-off ${number} --deadline verification --due soon`)).err, "--due 2027-01-31");
  const putOff = await asMember(`read put-off ${number} --deadline verification --due 2099-01-31`, "Papers.\n");
  t.equal(putOff.code, 0, putOff.err);
  t.equal((await asMember(`read profile ${number} --profile uu25`, "A complaint.\n")).code, 0);
  const checked = await segel("check", `${words}\n`);
  for (const said of ["put off to 31 January 2099", "Deadlines follow: uu25", "UU 25/2009, Pasal 50 ayat (1)"])
    t.match(checked.out, said);
  t.equal((await asMember(`read receipt ${number}`)).code, 0);
  const [line = ""] = /segel-tt1\.[\w-]{160}/u.exec((await segel("check", `${words}\n`)).out) ?? [];
  const verified = await segel(`verify-receipt ${line}`);
  t.equal(verified.code, 0, verified.err);
  t.match(verified.out, `Genuine: this office received something on`);
  const forged = await segel(`verify-receipt ${line.slice(0, -4)}AAAA`);
  t.match([forged.code, forged.err], [1, "Not genuine"]);
});

t.test("two members judge a case on the command line, note a task and do it", async (t) => {
  const number = registerNumberIn((await segel(`send ${await fileWith(report)}`)).out);
  const scores = { severity: { score: 4, reason: "Rp1 miliar" }, reach: { score: 2, reason: "Satu unit" } };
  const sheet = await fileWith({ scores, category: "pemerasan", recommendation: { action: "ask", reason: "Kurang" } });
  t.equal((await asMember(`read judge ${number} --sheet ${sheet}`)).code, 0);
  const bare = await fileWith({ scores: { severity: { score: 3, reason: "" } } });
  const refused = await asMember(`read judge ${number} --sheet ${bare}`);
  t.equal(refused.code, 2);
  t.match(refused.err, "scores.severity");
  t.equal((await asMember(`read agree ${number}`, "", "pemeriksa-dua")).code, 0);
  const until = addDays(dayInUtc(Date.now()), 3);
  t.equal((await asMember(`read task ${number} --until ${until}`, "Amankan\nrekaman")).code, 0);
  type File = {
    sheet: { total: number; agreed: boolean; content: { category: string } };
    tasks: { id: string; what: string; until: string; done?: object }[];
  };
  const open = async () => JSON.parse((await asMember(`read open ${number} --json`)).out) as File;
  const [task] = (await open()).tasks;
  t.match(task, { what: "Amankan rekaman", until });
  t.equal((await asMember(`read done ${number} --task ${task?.id.slice(0, 6)}`)).code, 0);
  t.match(await open(), {
    sheet: { total: 6, agreed: true, content: { category: "pemerasan" } },
    tasks: [{ done: {} }],
  });
  const shown = await asMember(`read open ${number}`);
  for (const said of ["Assessment, 6 of 32", "Rp1 miliar", "Extortion", "[x]", "Amankan rekaman"])
    t.match(shown.out, said);
});

t.test(
  "a letter is entered on the command line, marked as one, and its words are printed for whoever asks",
  async (t) => {
    const receivedOn = addDays(dayInUtc(Date.now()), -5);
    const note = "Agenda 12";
    const letter = { ...report, title: "Surat tulisan tangan", note };
    const entered = await asMember(
      `read enter --source letter --received ${receivedOn} --code --json`,
      JSON.stringify(letter, null, 1),
    );
    t.equal(entered.code, 0, entered.err);
    const { registerNumber, words } = JSON.parse(entered.out) as { registerNumber: string; words: string[] };
    t.equal(words.length, 12);
    const opened = await asMember(`read open ${registerNumber} --json`, "", "pemeriksa-dua");
    t.match(JSON.parse(opened.out), {
      answers: { title: letter.title, what: report.what },
      source: { way: "letter", receivedOn, note, code: true },
      alarms: [],
    });
    t.match((await segel("check", words.join(" "))).out, registerNumber, "with the words one comes back to it");

    const call = await asMember("read enter --source call", "Loket 3\n\nPetugas meminta uang.\nDua kali.\n");
    t.equal(call.code, 0, call.err);
    t.notMatch(call.out, /\b1\. /u, "who did not ask gets no words");
    const heard = await asMember(`read open ${registerNumberIn(call.out)}`);
    for (const said of ["Loket 3", "Dua kali.", "entered by Investigator One", "nobody will read an answer"])
      t.match(heard.out, said);
  },
);

t.test("a member finds what cases say on the command line, and links two of them", async (t) => {
  const told = [
    { ...report, title: "Uang kopi", who: "Sdr. Kenariwan Rekasari", what: "Diminta Rp 15 juta." },
    { ...report, title: "Lewat loket", what: "Disuruh menyuap oleh Pak Kenariwan." },
  ];
  const numbers: string[] = [];
  for (const one of told) numbers.push(registerNumberIn((await segel(`send ${await fileWith(one)}`)).out));
  const [first = "", second = ""] = numbers;
  const found = await asMember("read find kenarivan 15.000.000");
  t.match(found.out, /^1 case found, of \d+ that were read/u);
  t.match(found.out, first);
  t.match(found.out, /Persons involved: Sdr\. Kenariwan Rekasari/u);
  t.match((await asMember("read find kenariwan penyuapan")).out, second);
  const asJson = JSON.parse((await asMember("read find kenariwan --json")).out) as { found: object[]; unread: number };
  t.same(new Set(asJson.found.map((one) => (one as { registerNumber: string }).registerNumber)), new Set(numbers));
  t.match((await asMember("read find tiadakatainiseperti")).out, /^0 cases found/u);
  const linked = await asMember(`read link ${first} --with ${second}`, "Nama yang sama.");
  t.equal(linked.code, 0, linked.err);
  for (const number of numbers) t.match(linked.err, `The link stands in ${number}.`);
  t.match(
    (await asMember(`read open ${second}`)).out,
    new RegExp(`Same matter as ${first}, .*:\\n +Nama yang sama\\.`, "u"),
  );
  t.equal((await asMember(`read link ${first} --with ${first}`, "Sama.")).code, 1);
});

t.test("an array is sent report by report, each with its own words", async (t) => {
  const { code, out } = await segel(`send ${await fileWith([report, report])} --json`);
  t.equal(code, 0);
  const { reports } = JSON.parse(out) as { reports: { words: string[]; registerNumber: string }[] };
  t.equal(new Set(reports.map(({ words }) => words.join(" "))).size, 2);
});

t.test("a sealed file is handed in by anybody, twice without harm, and what is none is refused unsent", async (t) => {
  const roots = JSON.parse(await fs.readFile(path.join(data, "demo/keys/roots.json"), "utf8")) as RootsFile;
  const trust = firstUse({ threshold: roots.threshold, keys: roots.keys.map(fromHex) });
  const look = { depth: "quick", now: Date.now(), builtAt: 0 } as const;
  const { current } = await loadDirectories(connect(address), trust, look);
  const channelId = [...current.channels.keys()][0] ?? "";
  const prepared = prepareReport({ answers: { ...EMPTY_ANSWERS, ...REPORT }, channelId, excluded: [] }, current);
  const file = path.join(await makeFolder(t), "berkas.dat");
  const bytes = sealedFileOf(prepared);
  await fs.writeFile(file, bytes);
  for (const time of ["once", "again"]) {
    const { code, out, err } = await segel(`send --sealed ${file}`);
    t.equal(code, 0, err);
    t.match(out, "This sealed file is on the server", time);
  }
  const words = wordsOf(prepared.token, WORD_LISTS[1]!).join(" ");
  t.match((await segel("check", `${words}\n`)).out, registerNumberOf(prepared.caseId), "its words lead to it");
  bytes[bytes.length - 1]! ^= 1;
  await fs.writeFile(file, bytes);
  t.match((await segel(`send --sealed ${file}`)).err, "damaged or was changed");
  t.match((await segel(`send --sealed ${await fileWith(report)}`)).err, "no sealed file");
  t.equal((await segel(`send --sealed ${file} --channel ffff`)).code, 2);
});

t.test("the page that seals without a network comes out the same each time, with the readers of the day", async (t) => {
  const folder = await makeFolder(t);
  const pages = path.join(data, "web");
  const made = [path.join(folder, "one.html"), path.join(folder, "two.html")];
  for (const file of made) {
    const { code, out, err } = await segel(`sealer ${file} --pages ${pages}`);
    t.equal(code, 0, err);
    t.match(
      out,
      createHash("sha256")
        .update(await fs.readFile(file))
        .digest("hex"),
    );
  }
  const [one, two] = await Promise.all(made.map((file) => fs.readFile(file, "utf8")));
  t.equal(one, two);
  const block = /<script type="application\/json" id="readers">(.*?)<\/script>/u.exec(one!)?.[1] ?? "";
  t.same(JSON.parse(block), await (await fetch(`${address}/api/directory`)).json());
  t.equal((await segel(`sealer ${made[0]} --pages ${folder}`)).code, 2, "where nothing was built");
  t.equal((await segel(`sealer ${folder} --pages ${pages}`)).code, 1, "where nothing can be written");
});

t.test("who is excluded cannot open the report, and too few readers or an unknown name are refused", async (t) => {
  const { channels, members } = JSON.parse((await segel("directory show --json")).out) as {
    channels: { id: string }[];
    members: { id: string; names: { en: string } }[];
  };
  const idOf = (name: string) => members.find(({ names }) => names.en === name)?.id ?? "";
  const [one, two] = [idOf("Investigator One"), idOf("Investigator Two")];
  const file = await fileWith(report);
  const sent = await segel(`send ${file} --channel ${channels[1]?.id} --exclude ${two.slice(0, 16)}`);
  t.equal(sent.code, 0, sent.err);
  const number = registerNumberIn(sent.out);
  t.equal((await asMember(`read open ${number}`, "", "pemeriksa-dua")).code, 1);
  const opened = await asMember(`read open ${number}`);
  t.match(opened.out, "Excluded by the reporter: Investigator Two");

  const tooFew = await segel(`send ${file} --channel ${channels[1]?.id} --exclude ${one} --exclude ${two}`);
  t.equal(tooFew.code, 1);
  t.match(tooFew.err, "Fewer than two");
  t.equal((await segel(`send ${file} --exclude ffff`)).code, 2);
  t.equal((await segel(`send ${file} --channel ffff`)).code, 2);
});

t.test("what others wrote cannot steer the terminal", async (t) => {
  const hostile = "\u001b[2J\u001b]0;x\u0007 \u009b31m \u202egnorw \u0000";
  const sent = await segel(`send ${await fileWith({ ...report, what: hostile, who: hostile })}`);
  const number = registerNumberIn(sent.out);
  for (const words of [`read open ${number}`, `read open ${number} --json`, "read list", "read list --json"]) {
    const { code, out } = await asMember(words);
    t.equal(code, 0);
    t.notMatch(out, /(?!\n)[\p{Cc}\u202e]/u, words);
  }
  const { answers } = JSON.parse((await asMember(`read open ${number} --json`)).out) as { answers: { what: string } };
  t.equal(answers.what, hostile, "and for programs nothing is lost");
});

t.test("nor can the name of a file that came from elsewhere", async (t) => {
  const folder = await makeFolder(t);
  const named = (name: string) => path.join(folder, `\u001b[2J\u202e${name}`);
  await fs.writeFile(named("text"), "no JSON");
  await fs.writeFile(named("none"), "[]");
  for (const name of ["text", "none", "nowhere"]) {
    const { code, err } = await segel(`send ${named(name)}`);
    t.equal(code, 2);
    t.match(err, `␛[2J<U+202E>${name}`);
    t.notMatch(err, /(?!\n)[\p{Cc}\u202e]/u);
  }
  for (const name of ["text", "nowhere"]) {
    const { code, err } = await asMember(`read judge K7QD-4M2P --sheet ${named(name)}`);
    t.equal(code, 2);
    t.notMatch(err, /(?!\n)[\p{Cc}\u202e]/u);
  }
});

t.test("whoever has codes is asked for one, until it is right", async (t) => {
  const roots = JSON.parse(await fs.readFile(path.join(data, "demo/keys/roots.json"), "utf8")) as RootsFile;
  const [name = "", passphrase = ""] = (await credentials(data, "pemeriksa-tiga")).split("\n");
  const member = await signIn(connect(address), {
    name,
    passphrase,
    roots: { threshold: roots.threshold, keys: roots.keys.map(fromHex) },
    device: undefined,
    builtAt: 0,
    now: Date.now(),
  });
  const secret = randomBytes(20);
  const totp = new TOTP({ secret: new Secret({ buffer: secret.buffer }) });
  // The server's clock goes on meanwhile: of one moment, both codes are right for the thirty seconds that follow it.
  const begun = Date.now();
  const codeAt = (steps: number) => totp.generate({ timestamp: begun + steps * 30_000 });
  await addCode(member, secret, codeAt(0));
  const { code, err } = await asMember("read list", `${codeAt(30)}\n${codeAt(1)}\n`, "pemeriksa-tiga");
  t.equal(code, 0, err);
  t.match(err, API_FAILURES["wrong-factor"].happened.en);
  t.match(err, "1 wrong code was tried");
  const [factor] = (await readFactors(member)).factors;
  await removeFactor(member, factor?.id ?? "");
  t.equal((await asMember("read list", "", "pemeriksa-tiga")).code, 0, "and without codes by the passphrase alone");
});

t.test(
  "an office whose list has run out begins again with those who come, by a request that roots can sign",
  async (t) => {
    const folder = await makeFolder(t);
    const later = Date.now() + 800 * 86_400_000;
    const come = (["lead", "lead", "custodian"] as const).map((role, at) => {
      const { entry } = makeMember({ id: `Orang ${at}` }, [role], { now: later, fromVersion: 0 });
      return { id: entry.id, file: path.join(folder, `${at}.json`), bytes: encodeJoiner(entry) };
    });
    for (const { file, bytes } of come) await fs.writeFile(file, bytes);
    const dated = { SOURCE_DATE_EPOCH: String(Math.ceil(later / 1_000)) };
    t.match((await segel("directory show", "", dated)).err, /has expired/u);
    const out = path.join(folder, "request.json");
    const files = come.map(({ file }) => file).join(" ");
    t.match(await segel(`recovery again ${files} --out ${out}`, "", dated), { code: 0, out: /Orang 0.*Orang 2/su });
    const { directory } = readRequest(await fs.readFile(out));
    t.ok(directory.notBefore > Date.now() && directory.expires > later, "by today's clock");
    t.same(
      [...directory.members.values()].filter(({ removedIn }) => removedIn === null).map(({ id }) => id),
      come.map(({ id }) => id),
    );
  },
);

t.test("the directory is shown, verified, and refused under other roots", async (t) => {
  const shown = await segel("directory show");
  t.equal(shown.code, 0);
  for (const said of ["Sample Inspectorate", "Investigator Three", "Can be excluded"]) t.match(shown.out, said);
  const verified = await segel("directory verify");
  t.equal(verified.code, 0, verified.err);
  t.match(
    verified.out,
    /\n {4}A( +[a-z]+){3}\n {4}B( +[a-z]+){3}\n {4}C( +[a-z]+){3}\n {4}D( +[a-z]+){3}\n\s*\n {4}([0-9a-f]{4} ){7}[0-9a-f]{4}\n {4}([0-9a-f]{4} ){7}[0-9a-f]{4}\n/u,
  );
  // A commit that is later than the clock, and than the directory: the clock counts as the commit's, and says its own day.
  const later = Date.now() + 60 * 86_400_000;
  const early = await segel("directory show", "", { SOURCE_DATE_EPOCH: String(Math.ceil(later / 1_000)) });
  t.equal(early.code, 1);
  t.match(early.err, /nobody has confirmed lately.* This device’s clock: /u);
  t.notMatch(early.err, dayIn(new Date(later).toISOString().slice(0, 10), "en"));
  const roots = path.join(await makeFolder(t), "roots.json");
  await fs.writeFile(roots, JSON.stringify({ threshold: 1, keys: ["ab".repeat(32)] }));
  for (const words of ["directory verify", "directory show", `send ${await fileWith(report)}`]) {
    const { code, err } = await segel(`${words} --roots ${roots}`);
    t.equal(code, 1, words);
    t.match(err, "not signed by the roots");
  }
});

t.test(
  "attack 83: the device remembers the directory for members, and a lower one or another is an alarm",
  async (t) => {
    const mine = path.join(await makeFolder(t), "state");
    const first = await segel("read list", await credentials(data, "penanggung-jawab"), { SEGEL_HOME: mine });
    t.match(first.err, "First use here");
    const file = path.join(mine, "memory.json");
    t.equal((await fs.stat(file)).mode & 0o777, 0o600);
    const again = await segel("read list", await credentials(data, "penanggung-jawab"), { SEGEL_HOME: mine });
    t.notMatch(again.err, "First use");
    const colleague = await segel("read list", await credentials(data, "pemeriksa-dua"), { SEGEL_HOME: mine });
    t.notMatch(colleague.err, /!|Alarm/u, "a colleague's younger vault is no alarm");

    const remembered = await fs.readFile(file, "utf8");
    const tampered: readonly [text: string, said: string][] = [
      [remembered.replace(/"directoryVersion": \d+/u, '"directoryVersion": 900'), "older directory"],
      [remembered.replace(/"directoryHash": "..../u, '"directoryHash": "0000'), "same number"],
      ["{", "memory"],
    ];
    for (const [text, said] of tampered) {
      await fs.writeFile(file, text);
      const { code, err } = await segel("read list", await credentials(data, "pemeriksa-dua"), { SEGEL_HOME: mine });
      t.equal(code, 1);
      t.match(err, said);
    }
  },
);

t.test("two stewards confirm the directory and suspend a member, who does not come in again", async (t) => {
  const as = async (login: string, words: string) => asMember(words, "", login);
  const gone = "Kustodian Tiga";
  const [lead, admin] = ["penanggung-jawab", "administrator"] as const;
  t.equal((await as("pemeriksa-satu", "statement confirm")).code, 1, "an investigator states nothing");
  const arguments_ = ["statement", "confirm", "--suspend", gone, "--origin", address];
  const proposed = await callSegel(arguments_, { env, input: await credentials(data, lead) });
  t.match(proposed.out, "Somebody else has to sign too");
  const shown = await as(admin, "statement show");
  t.match(shown.out, "suspends: Custodian Three");
  const [, name = ""] = /^([0-9a-f]{8})  confirms/mu.exec(shown.out) ?? [];
  t.equal((await as(admin, "statement confirm 00000000")).code, 1, "no such proposal");
  t.match((await as(admin, `statement confirm ${name}`)).out, "is confirmed");
  const { code, err } = await as("kustodian-tiga", "read list");
  t.equal(code, 1);
  t.match(err, "not valid today");
});

t.test("a reporter leaves nothing on the device", async (t) => {
  const mine = await makeFolder(t);
  const temporary = await makeFolder(t);
  const surroundings = { SEGEL_HOME: mine, HOME: mine, TMPDIR: temporary };
  const asProcess = (args: string[], input = "") =>
    run("segel.ts", [...args, "--origin", address], { env: { ...env, ...surroundings }, input });
  const sent = await asProcess(["send", await fileWith(report)]);
  t.equal((await asProcess(["check", "--reply"], `${wordsIn(sent.out)}\nlagi`)).code, 0);
  t.same([...(await fs.readdir(mine)), ...(await fs.readdir(temporary))], []);
});

t.test("the audit trail is exported, holds without a server, and begins with what was kept of it", async (t) => {
  const folder = await makeFolder(t);
  const [kept, trail] = [path.join(folder, "checkpoint.txt"), path.join(folder, "trail.txt")];
  const saved = await asMember(`audit checkpoint ${kept}`);
  t.equal(saved.code, 0, saved.err);
  const number = registerNumberIn((await segel(`send ${await fileWith(report)}`)).out);
  t.equal((await asMember(`read note ${number}`, "Diperiksa")).code, 0);
  const exported = await asMember(`audit export ${trail}`);
  t.equal(exported.code, 0, exported.err);
  t.match(exported.out, "This audit trail holds");
  const verified = await segel(`audit verify ${trail} --checkpoint ${kept} --json`, "", { SEGEL_DATA: folder });
  t.equal(verified.code, 0, verified.err);
  type Told = { holds: boolean; size: number; since: number; counts: { act: number; directory: number } };
  const told = JSON.parse(verified.out) as Told;
  t.ok(told.holds && told.since > 2 && told.size >= told.since + 2, verified.out);
  t.match(told.counts, { directory: 1 });
  t.match(await asMember(`audit export ${trail}`), { code: 1, err: /is there already/u });
  const lines = (await fs.readFile(trail, "utf8")).split("\n");
  await fs.writeFile(trail, lines.toSpliced(6, 1).join("\n"));
  t.match(await segel(`audit verify ${trail}`), { code: 1, err: /does not hold/u });
});
