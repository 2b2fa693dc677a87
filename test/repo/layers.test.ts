import { spawnSync } from "node:child_process";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import t, { type Test } from "tap";
import { findForbiddenImports, listLayers } from "./layers.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A small tree beside the repository: the named files with their text, or a link where the text is a path. */
async function plant(t: Test, files: Readonly<Record<string, string>>): Promise<string> {
  const tree = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  t.teardown(() => fs.rm(tree, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await fs.mkdir(path.dirname(path.join(tree, name)), { recursive: true });
    if (text.startsWith("->")) await fs.symlink(text.slice(2), path.join(tree, name));
    else await fs.writeFile(path.join(tree, name), text);
  }
  return tree;
}

/** The compiler's projects as they are, for a tree that holds files of its own. */
async function readProjects(): Promise<Record<string, string>> {
  const names = ["tsconfig.json", ...(await listLayers(root)).map(({ folder }) => `${folder}/tsconfig.json`)];
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await fs.readFile(path.join(root, name), "utf8")] as const)),
  );
}

t.test("no file imports what its layer may not", async (t) => {
  t.same(await findForbiddenImports(root), []);
});

/** What the compiler is told is not believed in these: they are written down a second time, on purpose. */
t.test("who can compile a secret key, or what holds one, is written here", async (t) => {
  const layers = await listLayers(root);
  const importersOf = (layer: string) =>
    layers.filter(({ mayImport }) => mayImport.includes(layer)).map(({ folder }) => folder);
  const pages = ["src/web/reporter", "src/web/investigator", "src/web/keys"];
  t.strictSame(importersOf("src/crypto/secret"), ["src/client", "src/cli", ...pages, "test"]);
  // Of `client` the words have types alone: what becomes of them in bundles is looked at below.
  t.strictSame(importersOf("src/client"), ["src/words", "src/cli", ...pages, "test"]);
  for (const page of pages) t.strictSame(importersOf(page), ["src/web", "test"], `${page} is nobody's but the build's`);
});

t.test("a forbidden import is found, however it is written", async (t) => {
  const projects = await readProjects();
  const secret = { "src/crypto/secret/open.ts": 'import "../labels.ts";', "src/crypto/labels.ts": "" };
  const cases: readonly [title: string, files: Record<string, string>, complaint: RegExp][] = [
    [
      "value",
      { "src/server/app.ts": 'import { open } from "../crypto/secret/open.ts";' },
      /may not import src.crypto.secret/,
    ],
    ["type", { "src/server/app.ts": 'import type { Key } from "../crypto/secret/open.ts";' }, /may not import/],
    ["re-export", { "src/crypto/envelope.ts": 'export { open } from "./secret/open.ts";' }, /may not import/],
    ["on request", { "src/server/routes/a.ts": 'await import("../../crypto/secret/open.ts");' }, /may not import/],
    ["computed", { "src/server/app.ts": 'await import("../crypto/" + "secret/open.ts");' }, /computes an import/],
    [
      "link",
      { "src/server/x.ts": "->../crypto/secret/open.ts", "src/server/a.ts": 'import "./x.ts";' },
      /may not import/,
    ],
    ["required", { "src/server/a.ts": 'import { createRequire } from "node:module";' }, /requires a module/],
    ["JavaScript", { "src/server/a.js": 'import "../crypto/secret/open.ts";' }, /may not import/],
    ["unchecked", { "src/server/a.ts": "// @ts-nocheck" }, /switches the compiler off/],
    [
      "upwards",
      { "src/server/store/a.ts": 'import "../routes/b.ts";', "src/server/routes/b.ts": "" },
      /may not import/,
    ],
    ["Node", { "src/client/a.ts": 'import "node:fs";' }, /does without Node/],
    ["migration", { "migrations/0001_x.ts": 'import "../src/crypto/labels.ts";' }, /may not import/],
    ["new folder", { "src/shared/a.ts": 'import "node:fs";' }, /belongs to no layer/],
  ];
  for (const [title, files, complaint] of cases) {
    const complaints = await findForbiddenImports(await plant(t, { ...projects, ...secret, ...files }));
    t.match(complaints.join("\n"), complaint, title);
  }
});

t.test("a look that finds nothing to look at fails", async (t) => {
  await t.rejects(findForbiddenImports(await plant(t, {})), { message: /Not one import/ });
});

/** Every file of ours that a program is made of. */
async function listBundled(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    outdir: "dist/unwritten",
    platform: "node",
    format: "esm",
    packages: "external",
    external: ["#*"],
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  return Object.keys(metafile.inputs);
}

t.test("the server's bundle holds no file that holds a secret", async (t) => {
  const inputs = await listBundled("./src/server/main.ts");
  t.ok(inputs.includes("src/server/main.ts") && inputs.includes("src/crypto/sodium.ts"), "the bundle was looked at");
  t.same(
    inputs.filter((file) => /^src\/(?:crypto\/secret|client|cli|release|web)\//.test(file)),
    [],
  );
});

t.test(
  "what shows a stranger's file holds no key and asks nobody; the desk's page holds no key; no page another's",
  async (t) => {
    const rows: readonly (readonly [entry: string, never: RegExp])[] = [
      ["src/web/preview/plain.ts", /^src\/(?:crypto\/secret|client|web\/(?:reporter|investigator))\//],
      ["src/web/preview/pdf.ts", /^src\/(?:crypto\/secret|client|web\/(?:reporter|investigator))\//],
      ["src/web/investigator/main.tsx", /^src\/(?:crypto\/secret|web\/reporter)\//],
      ["src/web/investigator/vault/worker.ts", /^src\/web\/reporter\//],
      ["src/web/reporter/sealing/part.ts", /^src\/web\/investigator\//],
    ];
    for (const [entry, never] of rows) {
      const inputs = await listBundled(entry);
      t.ok(inputs.includes(entry), `${entry} was looked at`);
      t.same(
        inputs.filter((file) => never.test(file)),
        [],
        entry,
      );
    }
  },
);

t.test("the desk's page and the parts that it fetches carry no libsodium: it is the vault's", async (t) => {
  const desk = "src/web/investigator";
  const names = await fs.readdir(path.join(root, desk), { recursive: true });
  const parts = names.filter((name) => /(?:^|\/)part\.tsx?$/u.test(name)).map((name) => `${desk}/${name}`);
  t.ok(parts.includes(`${desk}/office/roster/part.tsx`), "there are parts");
  for (const entry of [`${desk}/main.tsx`, ...parts]) {
    const inputs = await listBundled(entry);
    t.ok(inputs.includes(entry), `${entry} was looked at`);
    t.notOk(inputs.includes("src/crypto/sodium.ts"), entry);
  }
});

t.test("a decryption does not compile in the server", async (t) => {
  const tree = await plant(t, { node_modules: `->${path.join(root, "node_modules")}` });
  for (const name of ["src", "migrations", "package.json", "tsconfig.base.json"]) {
    await fs.cp(path.join(root, name), path.join(tree, name), { recursive: true });
  }
  // tap puts a loader of its own into every process that a test starts, and the compiler does not run under it.
  const command = ["-u", "NODE_OPTIONS", "node_modules/.bin/tsc", "-b", "src/server"];
  const compile = () => {
    const { status, stdout, stderr } = spawnSync("env", command, { cwd: tree, encoding: "utf8" });
    return { status, said: stdout + stderr };
  };
  t.same(compile(), { status: 0, said: "" }, "the server as it is compiles");
  await fs.writeFile(path.join(tree, "src/server/leak.ts"), 'export * from "../crypto/secret/open.ts";\n');
  t.match(compile().said, /src.server.leak\.ts.*TS6307/, "TS6307: a file of another project");
});
