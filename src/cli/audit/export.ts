/** `segel audit export FILE`, `checkpoint FILE` and `accept`: the audit trail as a member is shown it, for others and for the own device. */
import * as fs from "node:fs/promises";
import { type LogAlarm, type LookedLog, lookAtLog } from "../../client/audit/head.ts";
import { exportTrail } from "../../client/member/export-trail.ts";
import type { Member } from "../../client/member/entry/sign-in.ts";
import { acceptTrail, lookAtTrail } from "../../client/member/trail.ts";
import { SIGN_IN_ALARMS } from "../../words/alarms.ts";
import { AUDIT } from "../../words/audit.ts";
import type { CommandCall } from "../commands/command.ts";
import { withMember } from "../commands/entrance.ts";
import { Failure, alarmText } from "../speech/failures.ts";
import { json, print, visible } from "../speech/print.ts";
import { makeProgressLine } from "../speech/progress-line.ts";

/** Names of cases stand in it: whom it belongs to decides who reads it. */
const MODE = 0o600;

/** Writes the whole trail, and gives back what it is the trail of. Exit 1 where it does not continue what was seen before. */
export function saveTrail(file: string, call: CommandCall, check: () => Promise<void>): Promise<void> {
  return withMember(call, async (member) => {
    const { looked, alarm } = await look(member, call);
    const line = makeProgressLine();
    await writeNew(file, call, async (handle) => {
      let leaves = 0;
      for await (const piece of exportTrail(member.connection, looked)) {
        await handle.appendFile(piece);
        line.show(call.say(AUDIT.fetching, { percent: Math.floor((100 * leaves++) / (looked.head.size + 2)) }));
      }
    });
    line.clear();
    await check();
    if (alarm !== undefined) throw new Failure(alarmText(SIGN_IN_ALARMS[alarm], call));
  });
}

/** The head alone: what an outsider keeps, and compares with later. */
export function saveCheckpoint(file: string, call: CommandCall): Promise<void> {
  return withMember(call, async (member) => {
    const { looked, alarm } = await look(member, call);
    await writeNew(file, call, (handle) => handle.appendFile(looked.checkpoint));
    const { size } = looked.head;
    if (call.json) print(json({ file, size, checkpoint: looked.checkpoint }));
    else print(call.say(AUDIT.checkpointSaved, { file: visible(file), n: size }));
    if (alarm !== undefined) throw new Failure(alarmText(SIGN_IN_ALARMS[alarm], call));
  });
}

/** The trail as it is now in the place of the one that was seen: whoever is at the command line has been told why. */
export function accept(call: CommandCall): Promise<void> {
  return withMember(call, async (member) => {
    const looked = await acceptTrail(member);
    if ("alarm" in looked) throw new Failure(alarmText(SIGN_IN_ALARMS[looked.alarm], call));
    const { size } = looked.head;
    print(call.json ? json({ size }) : call.say(AUDIT.accepted, { n: size }));
  });
}

/** A trail that does not continue what was seen is saved too: it is the evidence. */
async function look(member: Member, call: CommandCall): Promise<{ looked: LookedLog; alarm: LogAlarm | undefined }> {
  const looked = await lookAtTrail(member);
  if ("head" in looked) return { looked, alarm: undefined };
  const shown = await lookAtLog(member.connection, []);
  if (!("head" in shown)) throw new Failure(alarmText(SIGN_IN_ALARMS[shown.alarm], call));
  return { looked: shown, alarm: looked.alarm };
}

/** Never in the place of another: what was kept is what later ones are compared with. */
async function writeNew(
  file: string,
  { say }: CommandCall,
  write: (handle: fs.FileHandle) => Promise<void>,
): Promise<void> {
  const handle = await fs.open(file, "wx", MODE).catch(() => {
    throw new Failure(say(AUDIT.notWritten, { file: visible(file) }));
  });
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
