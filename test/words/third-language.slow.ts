import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import t from "tap";
import type * as screenChecks from "../web/support/screen-checks.ts";
import { BARE_ENV } from "../support/machine/bare-env.ts";
import { THIRD, copyWithEntry, joinThird, writeThird } from "./third-language.ts";

/** The compiler itself: its launcher is a Node program, which tap loads more into than it bears. */
const { default: findCompiler } = (await import(
  new URL("../../node_modules/typescript/lib/getExePath.js", import.meta.url).href
)) as { readonly default: () => string };

t.setTimeout(900_000);

const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-third-language-"));
t.teardown(() => fs.rm(folder, { recursive: true, force: true }));

/** Files with errors, as the compiler names them. */
async function complaints(): Promise<string[]> {
  const { stdout } = await promisify(execFile)(findCompiler(), ["-b", "--pretty", "false", "src/cli", "src/web"], {
    cwd: folder,
    env: BARE_ENV,
    maxBuffer: 2 ** 26,
  }).catch((error: { stdout: string }) => error);
  const files = [...stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gmu)].map(([, file = ""]) => file);
  return [...new Set(files)].toSorted();
}

t.test("the compiler names every table that lacks a language, and nothing else is wanted", async (t) => {
  await copyWithEntry(folder);
  await writeThird(folder);
  const joined: string[] = [];
  // Project by project: what rests on one with errors is not looked at yet.
  for (let named = await complaints(); named.length > 0; named = await complaints()) {
    for (const file of named) {
      const isJoined = !joined.includes(file) && (await joinThird(path.join(folder, file)));
      t.ok(isJoined, `${file} joins all languages, and is named for lacking one`);
      if (!isJoined) return;
    }
    joined.push(...named);
  }
  t.ok(joined.length > 10, "with a file beside each English one and a name in these, all of it compiles");
});

t.test("the command line speaks it", async (t) => {
  const segel = [path.join(folder, "src/cli/segel.ts"), "send", "--help", "--language", THIRD];
  const { stdout } = await promisify(execFile)(process.execPath, segel, { cwd: folder, env: BARE_ENV });
  t.match(stdout, /[\u0600-\u06ff]{3}/u);
});

t.test("every screen holds a language that is long and written from right to left", async (t) => {
  const checks = path.join(folder, "test/web/support/screen-checks.ts");
  const { checkScreens } = (await import(checks)) as typeof screenChecks;
  await checkScreens(t, THIRD as never);
});
