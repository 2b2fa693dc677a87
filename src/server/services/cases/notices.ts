/** What members wish to be told by mail, and looks at whether there is something to tell. */
import { randomUUID } from "node:crypto";
import { fromHex, hex } from "../../../crypto/bytes.ts";
import { DAY_MS } from "../../../protocol/encoding/day.ts";
import type { DaysOff, Profiles } from "../../../protocol/rules/deadlines.ts";
import type { Directory } from "../../../protocol/directory/directory.ts";
import { wishesSchema } from "../../../protocol/rules/notices-schema.ts";
import type { MailFailure, Wishes } from "../../../protocol/rules/notices.ts";
import * as z from "../../../protocol/encoding/zod.ts";
import { ProblemError } from "../../problem.ts";
import type { Database } from "../../store/database.ts";
import {
  deleteNotice,
  findFailing,
  findKnown,
  findNotice,
  insertUrgent,
  upsertNotice,
} from "../../store/cases/notices.ts";
import { channelsOf } from "./casework.ts";
import type { Mailer } from "./mailer.ts";
import type { Session } from "../common/sessions.ts";
import { hourAt, officeZone, quarterAt } from "../common/today.ts";

/** Whose days are counted, and what is promised by when: of `office.json`, as the pages have it. */
export type Promises = { readonly daysOff: DaysOff; readonly profiles: Profiles };

/** How an office mails; an office without a mail server does not. */
export type Mailing = Promises & {
  readonly mailer: Mailer;
  /** "08:00", ascending */
  readonly hours: readonly string[];
};

export type Notices = {
  readonly read: (session: Session) => Promise<NoticesAnswer>;
  /** Throws ProblemError `mail-off`. */
  readonly put: (session: Session, wishes: Wishes) => Promise<void>;
  readonly drop: (session: Session) => Promise<void>;
  /** Throws ProblemError `mail-off`, `mail-failed`, `too-often`. */
  readonly test: (session: Session) => Promise<void>;
  readonly failing: () => Promise<FailingAnswer>;
  /** A row that must not wait. To be called before it is acknowledged, and not where it is told a second time. */
  readonly ring: (handle: string, isReport: boolean) => Promise<void>;
};

/** As JSON has it: its lists are nobody else's */
type SentWishes = z.infer<typeof wishesSchema>;
type NoticesAnswer = {
  readonly isOffered: boolean;
  readonly hours: string[];
  readonly zone: string;
  readonly wishes: SentWishes | null;
  readonly failure: { readonly code: MailFailure; readonly on: string } | null;
};
type FailingAnswer = {
  readonly isOffered: boolean;
  readonly failing: {
    readonly memberId: string;
    readonly code: MailFailure;
    readonly on: string;
    readonly attempts: number;
  }[];
};

/** Enough to set it right, too few to annoy somebody whose address one names. */
const MOST_TESTS_A_DAY = 5;

export function makeNotices(database: Database, mailing: Mailing | undefined): Notices {
  const tests = new Map<string, number[]>();

  const admitTest = (member: string): void => {
    const since = performance.now() - DAY_MS;
    const recent = (tests.get(member) ?? []).filter((at) => at > since);
    if (recent.length >= MOST_TESTS_A_DAY) throw new ProblemError("too-often");
    tests.set(member, [...recent, performance.now()]);
  };

  return {
    async read({ memberId }) {
      const row = await findNotice(database, memberId);
      const { failure = null, failedOn = null } = row ?? {};
      return {
        isOffered: mailing !== undefined,
        hours: [...(mailing?.hours ?? [])],
        zone: officeZone().id,
        wishes: row === undefined ? null : readWishes(row),
        failure: failure === null || failedOn === null ? null : { code: failure, on: failedOn },
      };
    },
    async put(session, wishes) {
      if (mailing === undefined) throw new ProblemError("mail-off");
      const { memberId } = session;
      const { address, ...rest } = wishes;
      const known = await findKnown(database, memberId, channelsOf(session));
      const { day, hour } = hourAt(quarterAt(Date.now()));
      const row = { memberId, address, wishes: JSON.stringify(rest), known, lookedAt: `${day}T${hour}` };
      await upsertNotice(database, row);
    },
    drop: ({ memberId }) => deleteNotice(database, memberId),
    async test({ memberId }) {
      const row = await findNotice(database, memberId);
      if (mailing === undefined || row === undefined) throw new ProblemError("mail-off");
      admitTest(hex(memberId));
      const test = { says: "test", at: new Date(), name: randomUUID() } as const;
      if ((await mailing.mailer.send(row.address, test)) !== undefined) throw new ProblemError("mail-failed");
    },
    async failing() {
      const failing = await findFailing(database);
      return {
        isOffered: mailing !== undefined,
        failing: failing.map(({ memberId, failure, failedOn, attempts }) => ({
          memberId: hex(memberId),
          code: failure,
          on: failedOn,
          attempts,
        })),
      };
    },
    async ring(handle, isReport) {
      if (mailing !== undefined) await insertUrgent(database, handle, isReport);
    },
  };
}

/** As they lie in the database; what another version wrote and this one does not know asks for nothing. */
export function readWishes({
  address,
  wishes,
}: {
  readonly address: string;
  readonly wishes: string;
}): SentWishes | null {
  const { data } = z.safeParse(wishesSchema, { address, ...(JSON.parse(wishes) as object) });
  return data ?? null;
}

/** Channels that send a member their reports, without a session. */
export function channelsFor(directory: Directory, memberId: Uint8Array): Uint8Array[] {
  const id = hex(memberId);
  return [...directory.channels.values()]
    .filter(({ recipients }) => recipients.includes(id))
    .map(({ id: one }) => fromHex(one));
}
