/** `npm start`: everything on this machine until Ctrl-C; with NODE_ENV=production the server alone. */
import "./node-version.ts";
import path from "node:path";
import { DEFAULT_ORIGIN, dataFolder, machineLanguage } from "./commands/command.ts";
import type { Demonstration } from "./office/demonstration.ts";
import { EXIT, WrongUse, explain } from "./speech/failures.ts";
import { type Installation, startInstallation } from "./office/installation.ts";
import { Interrupted, type Progress, addressOf, isPort, untilStopped } from "./office/starting.ts";
import { bold, dim, print, table, tell, visible } from "./speech/print.ts";
import { SENTENCES } from "./speech/words.ts";
import { startServer } from "./office/server-process.ts";
import { raised, untilToldToEnd } from "./office/signals.ts";
import { speak } from "../words/speech.ts";

const { env } = process;
const speech = speak(machineLanguage());
const { say } = speech;
const host = env["HOST"] || "127.0.0.1";
const port = env["PORT"] || "8080";

async function main(signal: AbortSignal): Promise<number> {
  // In production nothing is made, brought along or assumed: the server says what is missing.
  if (env["NODE_ENV"] === "production") return serveOnly(signal);
  const began = performance.now();
  const settings = {
    data: dataFolder(),
    host,
    port: readPort(port),
    env,
    withPages: true,
  };
  const progress: Progress = (text, values) => tell(dim(say(text, values)));
  const installation = await startInstallation(settings, say, progress, signal);
  printWelcome(installation, (performance.now() - began) / 1_000);
  const hasCrashed = await untilStopped(installation, signal, progress);
  // Being told to end and ending is what was asked: 0, also for Ctrl-C, so that npm prints no error.
  return hasCrashed ? EXIT.failed : EXIT.done;
}

async function serveOnly(signal: AbortSignal): Promise<number> {
  const server = startServer(env);
  void raised(signal).then(server.stop);
  const code = await server.ended;
  return signal.aborted ? EXIT.done : code;
}

function readPort(text: string): number {
  if (!isPort(text)) throw new WrongUse(say(SENTENCES.badPort, { value: visible(text) }));
  return Number(text);
}

function printWelcome({ address, demonstration }: Installation, seconds: number): void {
  const origins = [...(env["ORIGIN"]?.split(",") ?? []), address].join("  ");
  print();
  print(
    bold(
      say(SENTENCES.ready, {
        origin: origins,
        seconds: Math.round(seconds * 10) / 10,
      }),
    ),
  );
  print(`  ${address}/      ${say(SENTENCES.reporterPage)}`);
  print(`  ${address}/desk  ${say(SENTENCES.deskPage)}`);
  print();
  if (demonstration !== undefined) printDemonstration(demonstration, address);
  print();
  print(say(SENTENCES.howToEnd));
}

function printDemonstration({ folder, keysFolder, members }: Demonstration, address: string): void {
  const relative = (file: string) => path.relative(".", file);
  print(say(SENTENCES.demoOnly, { folder: relative(folder) }));
  print();
  const head = [say(SENTENCES.columnLogin), say(SENTENCES.columnRole), say(SENTENCES.columnPassphrase)];
  const rows = members.map(({ login, passphrase, member: { entry } }) => {
    return [login, speech.name(entry.names), passphrase];
  });
  const [first = "", ...lines] = table([head, ...rows]).split("\n");
  print(`  ${dim(first)}`);
  for (const line of lines) print(`  ${line}`);
  print();
  print(say(SENTENCES.firstSteps));
  // Said only where the commands would not find it by themselves.
  const where = address === DEFAULT_ORIGIN ? "" : ` --origin ${address}`;
  const roots = relative(folder) === "data/demo" ? "" : ` --roots ${relative(path.join(keysFolder, "roots.json"))}`;
  const steps = [
    [`npm run -s segel -- send ${relative(path.join(folder, "report.json"))}${where}${roots}`, say(SENTENCES.stepSend)],
    [
      `npm run -s segel -- read list${where}${roots} < ${relative(path.join(folder, members[0]?.login ?? ""))}`,
      say(SENTENCES.stepList),
    ],
    [`npm run -s segel -- check${where}${roots}`, say(SENTENCES.stepCheck)],
    [`npm run -s demo -- test/fixtures/sample-reports.json`, say(SENTENCES.stepDemo)],
  ];
  for (const [command = "", purpose = ""] of steps) {
    print(`  ${dim(`# ${purpose}`)}`);
    print(`  ${command}`);
  }
}

try {
  process.exitCode = await main(untilToldToEnd());
} catch (error) {
  if (error instanceof Interrupted) process.exitCode = EXIT.done;
  else {
    // The database's own reasons are sentences as well.
    tell(
      explain(error, { ...speech, reader: "member", origin: addressOf(host, port) }) ??
        (error instanceof Error ? error.message : say(SENTENCES.unforeseen, { kind: typeof error })),
    );
    process.exitCode = error instanceof WrongUse ? EXIT.wrongUse : EXIT.failed;
  }
}
process.exit();
