/**
 * Says in the log, once a day, that the directory runs out or has run out, when nobody can report or sign in any more;
 * and which entries in it end.
 */
import type { Logger } from "pino";
import { DAY_MS } from "../../protocol/encoding/day.ts";
import { type Directory, DirectoryError } from "../../protocol/directory/directory.ts";
import { DIRECTORY_ALARM_DAYS } from "../../protocol/limits.ts";
import type { Directories } from "../services/common/directories.ts";
import { today } from "../services/common/today.ts";
import { tellOfEnds } from "./validity-alarm.ts";

const LOOK_MS = 3_600_000;

export function startDirectoryAlarm(directories: Pick<Directories, "current">, log: Logger): () => void {
  let [alarmedOn, toldOn] = ["", ""];
  const look = async (): Promise<void> => {
    const directory = await currentOf(directories);
    if (directory === undefined) return;
    if (alarmedOn !== today() && tellOfRunningOut(log, directory)) alarmedOn = today();
    if (directory === "expired" || toldOn === today()) return;
    toldOn = today();
    tellOfEnds(log, directory, Date.now());
  };
  // A database that is away, or a directory that is wrong, is said by whoever needs it.
  const looking = () => void look().catch(() => {});
  looking();
  const timer = setInterval(looking, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** @returns whether there was something to tell */
function tellOfRunningOut(log: Logger, directory: Directory | "expired"): boolean {
  if (directory === "expired") {
    log.error("the directory has run out: nobody can report or sign in until a new one is published");
    return true;
  }
  const isStated = tellOfStatement(log, directory);
  const days = daysUntil(directory.expires);
  if (days >= DIRECTORY_ALARM_DAYS) return isStated;
  log.warn({ days }, "the directory runs out: have a new one signed and published");
  return true;
}

/** @returns whether there was something to tell */
function tellOfStatement(log: Logger, { freshness }: Directory): boolean {
  if (freshness === null) return false;
  const days = daysUntil(freshness.expires);
  if (days >= DIRECTORY_ALARM_DAYS) return false;
  if (days < 0) log.error("the statement on the directory has lapsed: nobody can report until two stewards confirm it");
  else log.warn({ days }, "the statement on the directory lapses: have two stewards confirm it");
  return true;
}

/** Whole days, negative when it is over. */
function daysUntil(moment: number): number {
  return Math.floor((moment - Date.now()) / DAY_MS);
}

/** Undefined when there is none. */
async function currentOf(directories: Pick<Directories, "current">): Promise<Directory | "expired" | undefined> {
  try {
    return await directories.current();
  } catch (error) {
    if (error instanceof DirectoryError) return error.code === "expired" ? "expired" : undefined;
    throw error;
  }
}
