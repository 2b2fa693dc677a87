/**
 * Takes defences out, one at a time, in a copy of the repository, and looks whether the test of their attack turns red.
 * The list is breaks.json; a text that is no longer found is an error, so that the list grows old with noise.
 */
import { spawn } from "node:child_process";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { styleText } from "node:util";
import { z } from "../src/protocol/encoding/zod.ts";

const ROOT = path.dirname(import.meta.dirname);
/** Made by programs, or linked. */
const NOT_COPIED = new Set(["node_modules", ".git", ".tap", "dist", "data"]);
const LINKED = ["node_modules", ".git"];
/** What tap gives a file (package.json). Some breaks make a test wait for what never comes, or keep its timers from running. */
const TIMEOUT_SECONDS = 120;

const breaksSchema = z.array(
  z.strictObject({
    /** Of attacks.json, or a claim of SECURITY.md: `S117` */
    row: z.string(),
    /** How the promise begins that the defence keeps: the title of a test of that row, after `attack N: ` */
    promise: z.string(),
    file: z.string(),
    search: z.string(),
    replace: z.string(),
    /** Why the test stays green, where it does: another defence stands behind this one */
    stays: z.optional(z.string()),
  }),
);

export type Break = z.output<typeof breaksSchema>[number];
export type Found = {
  readonly row: string;
  readonly file: string;
  /** The title, or what stands in it after `attack N: ` */
  readonly promise: string;
  readonly title: string;
};

export async function readBreaks(): Promise<Break[]> {
  return z.parse(breaksSchema, JSON.parse(await fs.readFile(path.join(ROOT, "test/breaks.json"), "utf8")));
}

/** The text without its defence, wherever it stands in it; undefined where it is not found. */
async function withoutDefence({ file, search, replace }: Break): Promise<string | undefined> {
  const parts = (await fs.readFile(path.join(ROOT, file), "utf8").catch(() => "")).split(search);
  return parts.length > 1 ? parts.join(replace) : undefined;
}

/** Those of which the defence, or the test, has moved away. */
export async function findStale(breaks: readonly Break[], found: readonly Found[]): Promise<Break[]> {
  const texts = await Promise.all(breaks.map(withoutDefence));
  return breaks.filter((each, index) => texts[index] === undefined || testOf(each, found) === undefined);
}

function testOf({ row, promise }: Break, found: readonly Found[]): Found | undefined {
  return found.find((one) => one.row === row && one.promise.startsWith(promise));
}

/** @returns whether each defence that was taken out was missed, but for those that are known to stay green */
export async function breakDefences(breaks: readonly Break[], found: readonly Found[]): Promise<boolean> {
  const copy = await fs.mkdtemp(path.join(tmpdir(), "segel-breaks-"));
  try {
    await fs.cp(ROOT, copy, { recursive: true, filter: (from) => !NOT_COPIED.has(path.relative(ROOT, from)) });
    for (const name of LINKED) await fs.symlink(path.join(ROOT, name), path.join(copy, name));
    let asExpected = true;
    for (const each of breaks) {
      const [text, test] = [await withoutDefence(each), testOf(each, found)];
      const seen = text === undefined || test === undefined ? "stale" : await tryBreak(copy, each, text, test);
      const isRight = seen === (each.stays === undefined ? "red" : "green");
      asExpected &&= isRight;
      const line = `${each.row} → ${seen}: ${each.promise} (${each.file})`;
      console.log(isRight ? line : styleText("red", line));
    }
    return asExpected;
  } finally {
    await fs.rm(copy, { recursive: true });
  }
}

/** `broken`: the file failed, and not in the test that was meant. */
async function tryBreak(copy: string, { file }: Break, text: string, test: Found): Promise<"red" | "green" | "broken"> {
  const place = path.join(copy, file);
  await fs.writeFile(place, text);
  try {
    const known = test.title.split("…")[0] ?? "";
    // Alone, or with its whole file where it stands within another test.
    const alone = await runTest(copy, test.file, known);
    const seen = wasSeen(alone, known);
    return seen === "broken" ? wasSeen(await runTest(copy, test.file), known) : seen;
  } finally {
    await fs.copyFile(path.join(ROOT, file), place);
  }
}

type Run = { readonly status: number | null; readonly output: string };

function wasSeen({ status, output }: Run, known: string): "red" | "green" | "broken" {
  // Killed: it would never have ended.
  if (status === null) return "red";
  const results = output
    .split("\n")
    .filter((line) => /^ *(?:not )?ok \d+ - /u.test(line) && line.includes(` - ${escapeTap(known)}`));
  const run = results.filter((line) => !line.includes(" # SKIP"));
  if (run.some((line) => line.trimStart().startsWith("not ok"))) return "red";
  return status === 0 && run.length > 0 ? "green" : "broken";
}

/** Its output goes through a pipe of our own: what a killed test leaves running must not keep us waiting. */
async function runTest(copy: string, file: string, title?: string): Promise<Run> {
  const pattern = title && `/^${title.replaceAll(/[/\\^$*+?.()|[\]{}]/gu, "\\$&")}/`;
  const env = {
    ...process.env,
    ...(pattern !== undefined && { TAP_GREP: pattern }),
    TAP_TIMEOUT: String(TIMEOUT_SECONDS),
  };
  const child = spawn(process.execPath, [file], { cwd: copy, env, stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => (output += piece));
  const timer = setTimeout(() => child.kill("SIGKILL"), 1_000 * (TIMEOUT_SECONDS + 5));
  const status = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  clearTimeout(timer);
  child.stdout.destroy();
  return { status, output };
}

/** As tap writes a title. */
function escapeTap(title: string): string {
  return title.replaceAll("#", "\\#");
}
