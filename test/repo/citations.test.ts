/** Documents and comments cite what a reader of this repository has: no file that is not here, no paper of elsewhere. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import t from "tap";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where tracked files lie; what is installed, built or made by running is not looked at. */
const FOLDERS = [".ci", "docker", "docs", "keys", "migrations", "src", "test"];

async function listFiles(): Promise<string[]> {
  const top = (await fs.readdir(root, { withFileTypes: true })).filter((entry) => entry.isFile());
  const below = FOLDERS.map(async (folder) =>
    (await fs.readdir(path.join(root, folder), { recursive: true })).map((name) => path.join(folder, name)),
  );
  return [...top.map(({ name }) => name), ...(await Promise.all(below)).flat()];
}

/**
 * Names of files as prose writes them. JSON, HTML and JavaScript are left out: an installation makes such files, and
 * libraries are called so (pdf.js).
 */
const FILE_NAME = /(?<![\w./@-])[\w./-]*\w\.(?:md|tsx?|cjs|css|sql|sh|yml)(?![\w/-])/gu;
const LINK = /\]\((?![a-z]+:|#)([^)#\s]+)/gu;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu;
/** Papers that were once at hand to those who wrote the code. */
const ELSEWHERE = /\b(?:the (?:first |original )?design\b(?! of)|design notes?|issue ["“])/giu;

/** What a person reads: all of a document, the comments of the code. */
function proseOf(file: string, text: string): string {
  if (file.endsWith(".md")) return text;
  return /\.(?:tsx?|c?js|css)$/u.test(file) ? (text.match(COMMENT) ?? []).join("\n") : "";
}

function isThere(files: readonly string[], from: string, name: string): boolean {
  const near = path.normalize(path.join(path.dirname(from), name));
  const bare = name.replace(/^(?:\.{1,2}\/)+/u, "");
  return files.some((file) => file === near || file === bare || file.endsWith(`/${bare}`));
}

/** Each citation that leads nowhere, as one line. */
function findDeadCitations(files: readonly string[], from: string, text: string): string[] {
  const prose = proseOf(from, text).replaceAll(/https?:\/\/\S+/gu, "");
  const links = from.endsWith(".md") ? [...prose.matchAll(LINK)].map(([, target = ""]) => target) : [];
  const isMissing = (target: string) => !files.includes(path.normalize(path.join(path.dirname(from), target)));
  const dead = [
    ...links.filter(isMissing),
    ...(prose.match(FILE_NAME) ?? []).filter((name) => !isThere(files, from, name)),
    ...(prose.match(ELSEWHERE) ?? []),
  ];
  return dead.map((what) => `${from} cites ${what}`);
}

t.test("documents and comments cite no file and no paper that is not in the repository", async (t) => {
  const files = await listFiles();
  const dead: string[] = [];
  let read = 0;
  for (const file of files.filter((name) => /\.(?:md|tsx?|c?js|css)$/u.test(name))) {
    dead.push(...findDeadCitations(files, file, await fs.readFile(path.join(root, file), "utf8")));
    read++;
  }
  t.ok(read > 300, "the look found something to look at");
  t.same(dead, []);
});

t.test("no document holds both sides of a merge, which no compiler sees", async (t) => {
  const both: string[] = [];
  for (const file of (await listFiles()).filter((name) => name.endsWith(".md")))
    if (/^(?:<{7}|>{7}) /mu.test(await fs.readFile(path.join(root, file), "utf8"))) both.push(file);
  t.same(both, []);
});

t.test("a citation that leads nowhere is found, in a document and in a comment", (t) => {
  const files = ["docs/protocol.md", "src/crypto/labels.ts", "README.md"];
  const find = (from: string, text: string) => findDeadCitations(files, from, text).length;
  t.equal(
    find("README.md", "[format](docs/protocol.md#lists), `labels.ts`, crypto/labels.ts, https://x.example/y.md"),
    0,
  );
  t.equal(find("README.md", "[gone](docs/gone.json)"), 1);
  t.equal(find("src/crypto/labels.ts", "//look.md, elsewhere/protocol.md"), 2);
  t.equal(find("src/crypto/labels.ts", 'const name = "gone.md"; // as pdf.js does\n'), 0);
  t.equal(find("docs/protocol.md", "The design says so, as do the design notes."), 2);
  t.end();
});
