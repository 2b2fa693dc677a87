/**
 * Rings by mail: at the hours of the office, or a member's own, where something has come since the last look; and at the
 * next full quarter of an hour where it must not wait (docs/decisions/0076). Processes share the work without knowing of
 * each other: who writes down a look first has made it, who holds its lock sends a mail.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { hex } from "../../crypto/bytes.ts";
import { DAY_MS } from "../../protocol/encoding/day.ts";
import { isDayOff } from "../../protocol/rules/deadlines.ts";
import { type Directory, isActive } from "../../protocol/directory/directory.ts";
import type { Wishes } from "../../protocol/rules/notices.ts";
import type { ServerKey } from "../admission/server-key.ts";
import type { Directories } from "../services/common/directories.ts";
import { type Mailing, channelsFor, readWishes } from "../services/cases/notices.ts";
import { hourAt, quarterAt } from "../services/common/today.ts";
import { findProved } from "../store/changes.ts";
import type { Database } from "../store/database.ts";
import { hasComeNear } from "./near-deadlines.ts";
import {
  type NoticeRow,
  type Waiting,
  findKnown,
  findNotices,
  recordLook,
  sendWaiting,
  takeUrgent,
} from "../store/cases/notices.ts";

const MINUTE_MS = 60_000;
/** Past the full minute, so that a clock that is a little slow has reached it too. */
const AFTER_MS = 200;
/** An hour that was missed by more, because no process ran, is over: the next one tells of it too. */
const LATE_MINUTES = 10;
const OLDEST_DAYS = 4;
/** Whoever can send rows can say that they must not wait; beyond so many a day they do. */
const MOST_URGENT_A_DAY = 8;
/** Tried again after so many minutes, the last pause for as long as it takes. */
const RETRY_MINUTES = [1, 2, 5, 15, 30, 60] as const;

export type RingingDeps = {
  readonly database: Database;
  readonly key: Pick<ServerKey, "mailName">;
  readonly directories: Pick<Directories, "current">;
  readonly mailing: Mailing;
  readonly log: Logger;
};

export type Ringing = {
  /** Looks for whom an hour has come; at a full quarter also for what must not wait. */
  readonly look: (now: number) => Promise<void>;
  /** Sends what waits. */
  readonly send: (now: number) => Promise<void>;
};

export function makeRinging({ database, key, directories, mailing, log }: RingingDeps): Ringing {
  /** Until when a member's mail is not tried again, and how often it was in vain here */
  const later = new Map<string, { readonly until: number; readonly attempts: number }>();
  let quarter = Number.NaN;

  async function look(now: number): Promise<void> {
    const { day, hour } = hourAt(now);
    const directory = await directories.current();
    for (const row of await findNotices(database)) {
      const wishes = wishesOf(directory, row);
      if (wishes === null || !isWanted(wishes, day, mailing)) continue;
      const at = dueHour(wishes.hours.length > 0 ? wishes.hours : mailing.hours, hour);
      if (at === undefined || `${day}T${at}` <= row.lookedAt) continue;
      const known = await findKnown(database, row.memberId, channelsFor(directory, row.memberId));
      const span = { lookedOn: row.lookedAt.slice(0, 10), today: day };
      const hasNews = known !== row.known || (await hasComeNear(database, row.memberId, directory, mailing, span));
      const says = hasNews ? "news" : wishes.whenNothing ? "nothing" : undefined;
      await recordLook(database, { row, at: `${day}T${at}`, known, says, urgentOn: undefined });
    }
    const before = quarter;
    quarter = quarterAt(now);
    // What came since the process began waits for a full quarter too.
    if (!Number.isNaN(before) && quarter > before) await lookForUrgent(directory, now);
  }

  async function lookForUrgent(directory: Directory, now: number): Promise<void> {
    const { day, hour } = hourAt(quarterAt(now));
    await takeUrgent(database, async (transaction, { channels, handles }) => {
      const proved = await findProved(transaction, handles);
      const told = new Set(proved.map(({ member_id: id }) => hex(id)));
      for (const id of channels)
        for (const recipient of directory.channels.get(hex(id))?.recipients ?? []) told.add(recipient);
      for (const row of await findNotices(transaction)) {
        const wishes = wishesOf(directory, row);
        const isDue = told.has(hex(row.memberId)) && wishes?.urgent === true && !isAway(wishes, day);
        if (!isDue || (row.urgentOn === day && row.urgentMails >= MOST_URGENT_A_DAY)) continue;
        const known = await findKnown(transaction, row.memberId, channelsFor(directory, row.memberId));
        await recordLook(transaction, { row, at: `${day}T${hour}`, known, says: "news", urgentOn: day });
      }
    });
  }

  async function send(now: number): Promise<void> {
    const waitingLonger = () => [...later].filter(([, { until }]) => until > now).map(([id]) => Buffer.from(id, "hex"));
    while (await sendWaiting(database, waitingLonger(), (waiting) => sendOne(waiting, now)));
  }

  async function sendOne(waiting: Waiting, now: number): ReturnType<Parameters<typeof sendWaiting>[2]> {
    const { memberId, address, waitingFor, says } = waiting;
    const name = hex(memberId);
    // Tried again it is the same mail: taken by a mail server whose answer was lost, it is known there.
    const mail = { says, at: dateOf(waitingFor, now), name: key.mailName(memberId, `${waitingFor} ${says}`) };
    const failure = await mailing.mailer.send(address, mail);
    if (failure === undefined) {
      later.delete(name);
      return undefined;
    }
    const attempts = (later.get(name)?.attempts ?? 0) + 1;
    const pause = RETRY_MINUTES[attempts - 1] ?? RETRY_MINUTES.at(-1) ?? 0;
    later.set(name, { until: now + pause * MINUTE_MS - AFTER_MS, attempts });
    if (attempts === 1) log.warn({ failure }, "a mail could not be sent; it is tried again");
    return { failure, day: hourAt(now).day };
  }

  return { look, send };
}

/** Null for who does not work here any more, or wishes what this version does not know. */
function wishesOf(directory: Directory, row: NoticeRow): Wishes | null {
  return isActive(directory.members.get(hex(row.memberId))) ? readWishes(row) : null;
}

function isAway({ absences }: Wishes, day: string): boolean {
  return absences.some(({ from, to }) => from <= day && day <= to);
}

function isWanted(wishes: Wishes, day: string, { daysOff }: Mailing): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return !isAway(wishes, day) && wishes.weekdays.includes(weekday) && (wishes.onDaysOff || !isDayOff(day, daysOff));
}

/** The newest of these hours that has come, unless it was missed. */
function dueHour(hours: readonly string[], now: string): string | undefined {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const at = hours.filter((hour) => hour <= now).at(-1);
  return at !== undefined && minutes(now) - minutes(at) < LATE_MINUTES ? at : undefined;
}

/** The newest full quarter at which the office's clock had not gone past this hour: what the mail says it was sent at. */
function dateOf(at: string, now: number): Date {
  let ms = quarterAt(now);
  // Of a mail that has waited for longer nobody needs to know since when.
  for (const end = ms - OLDEST_DAYS * DAY_MS; ms > end; ms = quarterAt(ms - 1)) {
    const { day, hour } = hourAt(ms);
    if (`${day}T${hour}` <= at) return new Date(ms);
  }
  return new Date(quarterAt(now));
}

/**
 * Every full minute: looks are due at quarters, mails that failed in between. Looking waits for no mail server: one that
 * hangs takes 20 s for each mail, and an hour that is looked for too late is lost.
 */
export function startRinging(deps: RingingDeps): () => void {
  const { look, send } = makeRinging(deps);
  const ending = new AbortController();
  const failed = (error: unknown) => deps.log.error({ err: error }, "looking for what to tell by mail failed");
  let sending: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await sleep(MINUTE_MS - (Date.now() % MINUTE_MS) + AFTER_MS, undefined, { signal: ending.signal, ref: false });
      try {
        await look(Date.now());
      } catch (error) {
        failed(error);
      }
      // One that is under way takes what this look has added too.
      sending ??= send(Date.now())
        .catch(failed)
        .finally(() => (sending = undefined));
    }
  };
  run().catch(() => {});
  return () => ending.abort();
}
