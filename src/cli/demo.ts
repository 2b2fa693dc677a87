/** `npm run demo -- FILE [--origin URL]`: plays the whole story for every report of a file, one line each. */
import "./node-version.ts";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadDirectories } from "../client/directory/directories.ts";
import { connect } from "../client/line/http.ts";
import { findNewCases } from "../client/member/list/cases.ts";
import { signIn, signOut } from "../client/member/entry/sign-in.ts";
import type { FileSource } from "../client/files/upload.ts";
import { firstUse } from "../protocol/directory/trust.ts";
import { openFiles } from "./commands/attachments.ts";
import { type CommandCall, chooseLanguage, dataFolder, loadRoots, readArguments } from "./commands/command.ts";
import { findDemoLogin } from "./office/demonstration.ts";
import { EXIT, Failure, WrongUse, explain } from "./speech/failures.ts";
import { help, misuse } from "./speech/help.ts";
import { startInstallation } from "./office/installation.ts";
import { Interrupted } from "./office/starting.ts";
import { print, tell, visible } from "./speech/print.ts";
import { type ReportInFile, readReports } from "./commands/report-file.ts";
import { SENTENCES } from "./speech/words.ts";
import { findPort } from "./office/server-process.ts";
import { raised, untilToldToEnd } from "./office/signals.ts";
import { speak } from "../words/speech.ts";
import { type Attached, Difference, type Stage, type Times, play } from "./office/story.ts";

const args = process.argv.slice(2);
const language = chooseLanguage(args);
const speech = speak(language);
const { say } = speech;
let origin = "";

async function main(signal: AbortSignal): Promise<number> {
  const call = readArguments(args, { reader: "member", options: { attach: { type: "string" } } }, language);
  if (call === undefined) {
    print(help("demo", speech));
    return EXIT.done;
  }
  const [file, ...more] = call.words;
  if (file === undefined || more.length > 0) throw misuse("demo", call);
  const reports = await readReports(file, say);
  const attached = await attachedFrom(call.value("attach"));
  if (!args.some((arg) => arg.startsWith("--origin")))
    return withOwnServer(signal, (address, data) => playAll(reports, attached, call, address, data, signal));
  return playAll(reports, attached, call, call.connection.origin, dataFolder(), signal);
}

/** All ordinary files of a folder, by name, with what they are to be compared by. */
async function attachedFrom(folder: string | undefined): Promise<Attached[]> {
  if (folder === undefined) return [];
  const listed = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new WrongUse(say(SENTENCES.folderUnusable, { folder: visible(folder) }));
  });
  const names = listed.filter((one) => one.isFile()).map(({ name }) => path.join(folder, name));
  const sources = await openFiles(names.toSorted(), say);
  return Promise.all(sources.map(async (source) => ({ source, sha256: await sha256Of(source) })));
}

async function sha256Of({ size, read }: FileSource): Promise<string> {
  const digest = createHash("sha256");
  const step = 1_048_576;
  for (let at = 0; at < size; at += step) digest.update(await read(at, Math.min(step, size - at)));
  return digest.digest("hex");
}

/** A server of its own on a free port, its data in a temporary folder; both are gone afterwards, whatever happens. */
async function withOwnServer(
  signal: AbortSignal,
  work: (address: string, data: string) => Promise<number>,
): Promise<number> {
  const data = await mkdtemp(path.join(tmpdir(), "segel-demo-"));
  try {
    const host = "127.0.0.1";
    const port = (await findPort(host, 0)) ?? 0;
    // Nothing of the surroundings: not somebody's database, keys or production setting.
    const env = { PATH: process.env["PATH"], LANG: process.env["LANG"], TMPDIR: process.env["TMPDIR"] };
    const installation = await startInstallation(
      { data, host, port, env, withPages: false },
      say,
      (text, values) => tell(say(text, values)),
      signal,
    );
    try {
      return await work(installation.address, data);
    } finally {
      await installation.stop();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

async function playAll(
  reports: readonly ReportInFile[],
  attached: readonly Attached[],
  call: CommandCall,
  address: string,
  data: string,
  signal: AbortSignal,
): Promise<number> {
  origin = address;
  const named =
    call.value("roots") ?? (address === call.connection.origin ? undefined : path.join(data, "demo/keys/roots.json"));
  const roots = await loadRoots(named, say);
  const credentials = (await findDemoLogin(data)) ?? {
    name: await call.questions.line(say(SENTENCES.askName)),
    passphrase: await call.questions.secret(say(SENTENCES.askPassphrase)),
  };
  const clock = await call.clock();
  const member = await signIn(connect(address), { ...credentials, roots, device: undefined, ...clock });
  const connection = connect(address);
  const directories = await loadDirectories(connection, firstUse(roots), { depth: "quick", ...clock });
  const channel = [...directories.current.channels.values()].find(({ recipients }) => recipients.includes(member.id));
  if (channel === undefined) throw new Failure(say(SENTENCES.noChannel));
  // What was there before belongs to nobody's time.
  await findNewCases(member);
  const stage: Stage = { connection, directories, channelId: channel.id, member, attached };

  let whole = 0;
  for (const [index, report] of reports.entries()) {
    if (signal.aborted) throw new Interrupted();
    const number = String(index + 1).padStart(String(reports.length).length);
    const result = await Promise.race([playOne(report, stage), raised(signal)]);
    if (result === undefined) throw new Interrupted();
    if ("times" in result) whole++;
    print(
      "times" in result
        ? `${number}  whole   ${timesLine(result.times)}`
        : `${number}  failed  ${visible(result.reason)}`,
    );
  }
  await signOut(member).catch(() => {});
  print(`${reports.length} reports, ${whole} whole, ${reports.length - whole} failed`);
  return whole === reports.length ? EXIT.done : EXIT.failed;
}

type Played = { readonly times: Times } | { readonly reason: string };

async function playOne(report: ReportInFile, stage: Stage): Promise<Played> {
  if ("problem" in report) return { reason: report.problem };
  try {
    return { times: await play(report.answers, stage) };
  } catch (error) {
    if (error instanceof Difference) return { reason: say(SENTENCES.differs, { what: error.what }) };
    return {
      reason:
        explain(error, { ...speech, reader: "member", origin }) ??
        say(SENTENCES.unforeseen, { kind: error instanceof Error ? error.name : typeof error }),
    };
  }
}

function timesLine(times: Times): string {
  const total = times.reduce((sum, [, ms]) => sum + ms, 0);
  return [...times, ["total", total] as const].map(([step, ms]) => `${step} ${Math.round(ms)}`).join("  ") + " ms";
}

try {
  process.exitCode = await main(untilToldToEnd());
} catch (error) {
  if (error instanceof Interrupted) process.exitCode = 130;
  else {
    tell(
      explain(error, { ...speech, reader: "member", origin }) ??
        (error instanceof Error ? error.message : say(SENTENCES.unforeseen, { kind: typeof error })),
    );
    process.exitCode = error instanceof WrongUse ? EXIT.wrongUse : EXIT.failed;
  }
}
process.exit();
