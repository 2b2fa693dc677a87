/** `segel root` and `segel recovery`, as a person uses them: what is secret goes over the terminal's side alone. */
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { PassThrough } from "node:stream";
import { text as textOf } from "node:stream/consumers";
import t, { type Test } from "tap";
import { run } from "../../src/cli/segel.ts";
import { within } from "../../src/cli/speech/surroundings.ts";
import { listedRecovery, readRecovery } from "../../src/client/ceremony/recovery.ts";
import { encodeCall, makeCall, openParts } from "../../src/client/ceremony/recovery-call.ts";
import { encodeChallenge, makeChallenge, readAnswer } from "../../src/client/ceremony/rehearsal.ts";
import { encodeRequest } from "../../src/client/ceremony/request.ts";
import { readRoot } from "../../src/client/ceremony/root.ts";
import { nextDocument } from "../../src/client/directory/organisation.ts";
import { WORD_LISTS } from "../../src/client/reporter/word-lists.ts";
import { deriveSealingKeyPair, deriveSigningKeyPair, makeSeed } from "../../src/crypto/secret/keys.ts";
import { readKeyWords } from "../../src/crypto/secret/words.ts";
import { toBase64url } from "../../src/protocol/encoding/base64url.ts";
import type { SignedDirectory } from "../../src/protocol/directory/directory.ts";
import { acceptDirectory, firstUse } from "../../src/protocol/directory/trust.ts";
import { makeOrganisation } from "../support/organisation.ts";
import { type Finished, callSegel, makeFolder } from "./programs.ts";

const NOW = Date.UTC(2026, 10, 29, 3);

type Paper = { words: string[]; readonly sheets: string[][] };

/** Somebody who writes down what is shown, and answers from the paper. */
async function converse(args: readonly string[]): Promise<Finished & { readonly paper: Paper }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const paper: Paper = { words: [], sheets: [] };
  let err = "";
  let unread = "";
  const answer = (line: string) => {
    const numbered = [...line.matchAll(/(\d+)\. (\w+)/gu)].map(([, , word = ""]) => word);
    if (line.startsWith("Sheet of custodian")) paper.sheets.push([]);
    if (line.startsWith("24 words")) paper.words = [];
    if (/^ {4}[A-E] {2}\w+(?: +\w+){6}$/u.test(line)) paper.sheets.at(-1)?.push(line.trim().slice(1).trim());
    if (/^ {4} ?\d+\. /u.test(line)) paper.words.push(...numbered);
    if (line === "Press Enter once it is written") stdin.write("\n");
    const word = /^Word (\d+)$/u.exec(line)?.[1];
    if (word !== undefined) stdin.write(`${paper.words[Number(word) - 1]}\n`);
    const [, letter = "", place] = /^Line (.), word (\d)$/u.exec(line) ?? [];
    if (place !== undefined)
      stdin.write(`${paper.sheets.at(-1)?.["ABCDE".indexOf(letter)]?.split(/ +/u)[Number(place) - 1]}\n`);
  };
  stderr.on("data", (chunk) => {
    err += chunk;
    unread += chunk;
    const lines = unread.split("\n");
    unread = lines.pop() ?? "";
    lines.forEach(answer);
  });
  const code = await within({ env: { LANG: "en_GB.UTF-8" }, stdin, stdout, stderr }, () => run(args));
  return { code, out: await textOf(stdout.end()), err, paper };
}

const wing = (seed: Uint8Array) => {
  const keys = deriveSealingKeyPair(seed);
  return { keys, text: toBase64url(keys.publicKey) };
};

const silentOf = (paper: Paper) => [...paper.words, ...paper.sheets.flat().flatMap((line) => line.split(/ +/u))];

/** Of the two lists there is hardly a sentence without one of their words: two in a row are none by chance. */
function tells(text: string, paper: Paper): boolean {
  const words = silentOf(paper);
  return words.some((word, at) => at > 0 && text.includes(`${words[at - 1]} ${word}`));
}

async function makeRoot(t: Test, folder: string): Promise<{ paper: Paper; file: string }> {
  const file = path.join(folder, "root.json");
  const made = await converse(["root", "new", "--out", file]);
  t.equal(made.code, 0, made.err);
  t.equal(made.paper.words.length, 24);
  t.notOk(tells(made.out, made.paper), "nothing secret in what can be piped into a file");
  return { paper: made.paper, file };
}

t.test(
  "a root key, a request and the recovery key on the command line: words stay off output, files and arguments",
  async (t) => {
    const folder = await makeFolder(t);
    const { paper, file } = await makeRoot(t, folder);
    const words = paper.words.join(" ");
    const read = readKeyWords(words, WORD_LISTS);
    if ("problem" in read) throw new Error(read.problem.code);
    const root = deriveSigningKeyPair(read.secret);
    t.same(readRoot(await readFile(file)), root.publicKey);
    for (const [out, why] of [
      [file, /is there already and is not replaced/u],
      [path.join(folder, "nowhere", "root.json"), /cannot be written/u],
    ] as const)
      for (const verb of [
        ["root", "new"],
        ["recovery", "split"],
      ]) {
        const refused = await converse([...verb, "--out", out]);
        t.match(refused, { code: 1, err: why });
        t.same(refused.paper, { words: [], sheets: [] }, "nobody writes down a key that is lost then");
      }

    const recoveryFile = path.join(folder, "recovery.json");
    const split = await converse(["recovery", "split", "--needed", "2", "--of", "3", "--out", recoveryFile, "--json"]);
    t.equal(split.code, 0, split.err);
    t.match(JSON.parse(split.out), { threshold: 2, total: 3, fingerprint: /^[0-9a-f]{64}$/u });
    t.equal(split.paper.sheets.length, 3);
    t.notOk(tells(split.out, split.paper));
    const typed = (...sheets: readonly (readonly string[])[]) => `${sheets.flat().join("\n")}\n`;
    const [one, , three] = split.paper.sheets as [string[], string[], string[]];
    const lock = split.paper.words.join(" ");
    const check = (input: string) => callSegel(["recovery", "check", recoveryFile], { input });
    const yes = await check(typed(three, one, [lock]));
    t.match(yes, { code: 0, out: "YES. With these sheets and the lock, recovery would succeed.\n" });
    t.match(await check(typed(one, one)), { code: 1, out: "", err: /typed already/u });
    // Three of them: one in 2,048 checks by chance.
    t.match(await check(typed(one.toSpliced(2, 3, ...three.slice(2)))), {
      code: 1,
      out: "",
      err: /slip in this line, or it is from another sheet/u,
    });
    t.match(await check(typed(one, three, [words])), { code: 1, out: "", err: /this lock is not the lock/u });

    const { document, signed, rootSet } = makeOrganisation(NOW, [root]);
    const recovery = listedRecovery(readRecovery(await readFile(recoveryFile)));
    // What the desk asks, and what goes to the one who recovers.
    const [challenge, answer, call, part] = ["challenge", "answer", "call", "part"].map((name) =>
      path.join(folder, `${name}.json`),
    ) as [string, string, string, string];
    await writeFile(challenge, encodeChallenge(makeChallenge(recovery, "2026-11-29")));
    const rehearse = ["recovery", "check", challenge, "--out", answer];
    t.match(await callSegel(rehearse, { input: typed(three, one, [lock]) }), { code: 0, err: /29 November 2026/u });
    t.match(readAnswer(await readFile(answer)), { use: "rehearsed", day: "2026-11-29" });
    const reader = wing(makeSeed());
    const asked = makeCall(recovery, { id: "0".repeat(32), names: { en: "Rina" }, sealingKey: reader.text });
    await writeFile(call, encodeCall(asked));
    const given = await callSegel(["recovery", "give", call, "--out", part], { input: `\n${typed(three)}` });
    t.match(given, { code: 0, err: /one person alone, who recovers: Rina/u });
    t.same(openParts([await readFile(part)], asked, [reader.keys]).shares[0]?.number, 3);
    const request = path.join(folder, "request.json");
    await writeFile(request, encodeRequest({ ...nextDocument(document, signed, NOW + 60_000), recovery }, signed));
    const shown = await callSegel(["root", "show", request]);
    t.match(shown, { code: 0, out: /The recovery key is replaced.+2 of 3 custodians/su });
    const told = JSON.parse((await callSegel(["root", "show", request, "--json"])).out) as { line: string };
    t.equal(told.line.split(" ").length, 12);
    const signature = path.join(folder, "signature.json");
    const sign = (input: string, out = signature) => callSegel(["root", "sign", request, "--out", out], { input });
    t.match(await sign(`${lock}\n`, path.join(folder, "none.json")), { code: 1, err: /no root key of this request/u });
    t.match(await sign(`${words.split(" ").slice(0, 12).join(" ")}\n`), { code: 1, err: /perhaps a report code/u });
    t.match(await sign(`${words}\n`), { code: 0, err: /What changes, and nothing else does/u });
    const list = path.join(folder, "directory.json");
    const joined = await callSegel(["root", "join", request, signature, "--out", list]);
    t.match(joined, { code: 0, err: /1 of 1 signatures are there/u });
    const newest = JSON.parse(await readFile(list, "utf8")) as SignedDirectory;
    const accepted = acceptDirectory(firstUse(rootSet), [signed, newest], {
      depth: "thorough",
      now: NOW + 120_000,
      statement: "none-yet",
    });
    t.equal(accepted.directory.version, 2);

    t.same((await readdir(folder)).toSorted(), [
      "answer.json",
      "call.json",
      "challenge.json",
      "directory.json",
      "part.json",
      "recovery.json",
      "request.json",
      "root.json",
      "signature.json",
    ]);
    for (const name of await readdir(folder)) {
      const content = await readFile(path.join(folder, name), "utf8");
      for (const one of [paper, split.paper]) t.notOk(tells(content, one), `${name} holds none of it`);
    }
  },
);

t.test("wrong use of root and recovery exits 2 with a sentence, before anything secret is there", async (t) => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [["root"], /segel root new/u],
    [["root", "new"], /--out FILE/u],
    [["root", "sign", "/nonexistent", "--out", "x"], /cannot be read/u],
    [["recovery", "split", "--needed", "1", "--out", "x"], /At least two sheets/u],
    [["recovery", "split", "--needed", "4", "--of", "3", "--out", "x"], /At least two sheets/u],
    [["recovery", "check"], /segel recovery check FILE/u],
  ];
  for (const [args, sentence] of cases)
    t.match(await callSegel(args), { code: 2, out: "", err: sentence }, args.join(" "));
  t.match(await callSegel(["recovery", "--help"]), { code: 0, out: /says yes or no and nothing else/u });
});
