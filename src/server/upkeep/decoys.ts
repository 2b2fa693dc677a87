/**
 * Adds decoy heads: at random, independent of single reports, at least as many as reports that somebody has opened, and
 * of the same sizes. So a head that does not open for a member proves nothing (docs/decisions/0077).
 */
import { randomInt, randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { fromHex } from "../../crypto/bytes.ts";
import { makeDecoy } from "../../crypto/decoy.ts";
import { AEAD_OVERHEAD_BYTES, randomBytes } from "../../crypto/sodium.ts";
import { DAY_MS } from "../../protocol/encoding/day.ts";
import type { Channel, Directory } from "../../protocol/directory/directory.ts";
import type { Decoys } from "../admission/decoys.ts";
import type { Load } from "../admission/load.ts";
import { fullHourAfter, nowSeconds } from "../admission/nonces.ts";
import type { Presence } from "../admission/presence.ts";
import type { ServerKey } from "../admission/server-key.ts";
import type { Changes } from "../services/common/changes.ts";
import type { Directories } from "../services/common/directories.ts";
import type { Notices } from "../services/cases/notices.ts";
import { daysAgo, hourAt, today } from "../services/common/today.ts";
import type { Database } from "../store/database.ts";
import { type Opened, countOpened, findSomeBodyBytes } from "../store/cases/decoys.ts";
import { insertReport } from "../store/cases/reports.ts";

/** The mean pause between two looks; each is drawn. */
const PAUSE_MS = 600_000;
/** Over so many days the office's reports are averaged: longer than any one of them stands out. */
const MEAN_DAYS = 28;
/** More than reports, so that their number stays ahead by itself and nothing has to follow a single report. */
const A_REPORT = 1.25;
/** Where reports are rarer than one a week, decoys are not. */
const LEAST_A_DAY = 1 / 7;
/** At the beginning so many, drawn: the first reports of an office have them to go under in. */
const FIRST = { least: 8, most: 24 } as const;
/** What is behind, because an office has begun to get many reports, is caught up with this chance at each look. */
const CATCH_UP = 1 / 8;
/**
 * Of so many decoys one is said to be urgent when it comes, as a report is in which somebody asks for protection. Our choice,
 * for want of figures that would have to be kept: about as many of the sample reports ask.
 */
const ONE_URGENT_OF = 6;
/** At one look, so that a day of ten thousand reports does not make a minute of decoys. */
const MOST_AT_ONCE = 64;
/** Bodies from which a size is drawn; before there are any, most are of the smallest class. */
const SAMPLE = 32;
const SMALLEST_BODY_BYTES = 16_384;

/**
 * How much comes in each hour of a day, against the mean: few people write at night. Our choice, for want of figures that
 * would have to be kept: a server that knew the hours of its reports would tell them to whoever seizes it.
 */
const HOURS = [
  0.4, 0.25, 0.15, 0.15, 0.2, 0.4, 0.7, 1, 1.2, 1.4, 1.4, 1.3, 1.2, 1.3, 1.4, 1.4, 1.3, 1.2, 1.2, 1.4, 1.5, 1.4, 1.1,
  0.65,
] as const;

export type DecoyMakingDeps = {
  readonly database: Database;
  readonly key: ServerKey;
  readonly directories: Pick<Directories, "current">;
  readonly decoys: Decoys;
  readonly changes: Pick<Changes, "ofChannel">;
  /** Rings for some of them before the hours of the office, where it mails */
  readonly notices: Pick<Notices, "ring">;
  readonly load: Pick<Load, "isHigh">;
  readonly presence: Pick<Presence, "share">;
  /** What all decoys together may take: as much as reports and messages */
  readonly textBytes: number;
  readonly log: Logger;
};

/** One look. @param elapsedMs since the one before, by which chances go */
export async function addDecoys(deps: DecoyMakingDeps, elapsedMs: number, now = Date.now()): Promise<number> {
  const { database, directories, decoys, load, presence, textBytes } = deps;
  const share = presence.share();
  // Whatever waits for it goes first; what is behind is caught up when it is quiet.
  if (share === 0 || load.isHigh()) return 0;
  const [directory, tally] = [await directories.current(), await decoys.tally()];
  const opened = await countOpened(database, daysAgo(MEAN_DAYS));
  let made = 0;
  for (const channel of directory.channels.values()) {
    const there = tally.ofChannels([fromHex(channel.id)], daysAgo(-2));
    const wanted = howMany(opened, channel, { there, share, elapsedMs, hour: Number(hourAt(now).hour.slice(0, 2)) });
    for (let more = 0; more < wanted && !load.isHigh() && tally.bytes < textBytes; more++, made++)
      await addOne(deps, directory, channel);
  }
  return made;
}

type Now = { readonly there: number; readonly share: number; readonly elapsedMs: number; readonly hour: number };

function howMany(opened: readonly Opened[], { id }: Channel, { there, share, elapsedMs, hour }: Now): number {
  const { all, recent } = opened.find((one) => Buffer.from(one.channel_id).toString("hex") === id) ?? {
    all: 0,
    recent: 0,
  };
  if (there === 0) return share === 1 || chance() < share ? randomInt(FIRST.least, FIRST.most + 1) : 0;
  const mean = (Math.max(LEAST_A_DAY, (A_REPORT * recent) / MEAN_DAYS) * elapsedMs * (HOURS[hour] ?? 1)) / DAY_MS;
  const behind = Array.from({ length: Math.min(MOST_AT_ONCE, Math.max(0, all - there)) });
  return Math.min(MOST_AT_ONCE, poisson(mean * share) + behind.filter(() => chance() < CATCH_UP * share).length);
}

function chance(): number {
  return randomInt(1 << 24) / (1 << 24);
}

/** Knuth's way, good for small means; for large ones the most at once cuts it anyway. */
function poisson(mean: number): number {
  let [count, product] = [0, chance()];
  for (const end = Math.exp(-Math.min(mean, MOST_AT_ONCE)); product > end; product *= chance()) count++;
  return count;
}

/** By the very statement that stores a report: a row of each table, with the same columns and of the same lengths. */
async function addOne(deps: DecoyMakingDeps, directory: Directory, channel: Channel): Promise<void> {
  const { database, key, decoys, changes, notices } = deps;
  const sizes = await findSomeBodyBytes(database, randomUUID(), SAMPLE);
  const drawn = sizes[randomInt(Math.max(1, sizes.length))];
  const { caseId, accessKey, ...parts } = makeDecoy({
    channelId: fromHex(channel.id),
    directoryVersion: directory.version,
    directoryHash: directory.hash,
    slotCount: channel.slots,
    identitySlotCount: channel.identitySlots,
    bodyClass: drawn === undefined ? SMALLEST_BODY_BYTES : drawn - AEAD_OVERHEAD_BYTES,
  });
  const handle = key.makeDecoyHandle();
  const day = today();
  await insertReport(database, {
    ...parts,
    handle,
    caseId,
    accessKey,
    channelId: fromHex(channel.id),
    day,
    directory: { version: directory.version, hash: directory.hash },
    isCarried: false,
    challenge: { nonceHash: randomBytes(32), expires: fullHourAfter(nowSeconds() + randomInt(1_200)) },
  });
  const { head, body, identityHead, identityBody } = parts;
  const bytes = head.length + body.length + identityHead.length + identityBody.length;
  decoys.add({ handle, channel_id: fromHex(channel.id), arrived_on: day, bytes });
  changes.ofChannel(fromHex(channel.id));
  if (randomInt(ONE_URGENT_OF) === 0) await notices.ring(handle, true);
}

export function startDecoys(deps: DecoyMakingDeps): () => void {
  let timer: NodeJS.Timeout | undefined;
  let since = performance.now();
  const look = async (): Promise<void> => {
    const elapsedMs = performance.now() - since;
    since = performance.now();
    await addDecoys(deps, elapsedMs);
  };
  const later = () => {
    timer = setTimeout(
      () =>
        void look().then(later, (error: unknown) => {
          deps.log.error({ err: error }, "adding decoy heads failed");
          later();
        }),
      // Drawn without memory: the moment of one look tells nothing of the next.
      -Math.log(1 - chance()) * PAUSE_MS,
    );
    timer.unref();
  };
  later();
  return () => clearTimeout(timer);
}
