/** Says in the log, once a day, that the directory runs out or has run out: then nobody can report or sign in. */
import type { Logger } from "pino";
import { DAY_MS } from "../../protocol/day.ts";
import { DirectoryError } from "../../protocol/directory.ts";
import { DIRECTORY_ALARM_DAYS } from "../../protocol/limits.ts";
import type { Directories } from "../services/directories.ts";
import { today } from "../services/today.ts";

const LOOK_MS = 3_600_000;

export function startDirectoryAlarm(directories: Pick<Directories, "current">, log: Logger): () => void {
  let saidOn = "";
  const look = async (): Promise<void> => {
    if (saidOn === today()) return;
    const days = await daysLeft(directories);
    if (days === undefined || days >= DIRECTORY_ALARM_DAYS) return;
    saidOn = today();
    if (days < 0) log.error("the directory has run out: nobody can report or sign in until a new one is published");
    else log.warn({ days }, "the directory runs out: have a new one signed and published");
  };
  // A database that is away, or a directory that is wrong, is said by whoever needs it.
  const looking = () => void look().catch(() => {});
  looking();
  const timer = setInterval(looking, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Whole days, negative when it is over; undefined when there is none. */
async function daysLeft(directories: Pick<Directories, "current">): Promise<number | undefined> {
  try {
    const { expires } = await directories.current();
    return Math.floor((expires - Date.now()) / DAY_MS);
  } catch (error) {
    if (error instanceof DirectoryError) return error.code === "expired" ? -1 : undefined;
    throw error;
  }
}
