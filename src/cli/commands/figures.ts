/** `segel figures verify FILE`: whether published figures that somebody has saved are genuine. No server is asked. */
import * as fs from "node:fs/promises";
import { type Genuine, goesOn } from "../../client/publishing/checking.ts";
import { type FiguresFile, checkFiguresFile, readFiguresFile } from "../../client/publishing/file.ts";
import { periodName } from "../../words/period-name.ts";
import { PUBLISHED, PUBLISHED_CHECK, PUBLISHED_FAULTS } from "../../words/published.ts";
import { Failure, unreadable } from "../speech/failures.ts";
import { misuse } from "../speech/help.ts";
import { alarm, json, print, visible } from "../speech/print.ts";
import type { Command, CommandCall } from "./command.ts";

export const figures: Command = {
  topic: "figures",
  reader: "reporter",
  options: { earlier: { type: "string" } },
  run: verify,
};

async function verify(call: CommandCall): Promise<void> {
  const { say, value } = call;
  const [act, file, ...more] = call.words;
  if (act !== "verify" || file === undefined || more.length > 0) throw misuse("figures", call);
  const saved = await read(file, call);
  const { genuine, fault } = await checkFiguresFile(saved, await call.roots());
  if (call.json)
    print(json({ genuine: genuine.map(({ snapshot, publishedOn }) => ({ publishedOn, snapshot })), fault }));
  else for (const one of genuine) printGenuine(one, call);
  if (fault !== undefined)
    throw new Failure(
      alarm(
        `! ${say(PUBLISHED_CHECK.fault, { number: String(fault.sequence), fault: say(PUBLISHED_FAULTS[fault.is]) })}`,
      ),
    );
  if (genuine.length === 0 && !call.json) print(say(PUBLISHED_CHECK.none));
  const earlier = value("earlier");
  if (earlier === undefined) return;
  if (!goesOn((await read(earlier, call)).published, saved.published))
    throw new Failure(alarm(`! ${say(PUBLISHED_CHECK.changed)}`));
  if (!call.json) print(say(PUBLISHED_CHECK.goesOn));
}

async function read(file: string, { say }: CommandCall): Promise<FiguresFile> {
  const bytes = await fs.readFile(file).catch(() => {
    throw unreadable(file, say);
  });
  try {
    return readFiguresFile(bytes);
  } catch {
    throw new Failure(say(PUBLISHED_CHECK.noFigures, { file: visible(file) }));
  }
}

function printGenuine({ snapshot, signers, publishedOn }: Genuine, { say, day, name, list }: CommandCall): void {
  const period = periodName(snapshot.period, { PUBLISHED }, { say });
  const names = list(signers.map((one) => visible(name(one.names))));
  print(say(PUBLISHED_CHECK.genuine, { period, day: day(publishedOn), names }));
}
