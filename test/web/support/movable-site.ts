/**
 * A service that goes on for weeks within a minute: server and pages are moved on together, the database stays. It mails
 * at the hours of its office, by the clock that is moved, as a process of its own would by the machine's.
 */
import path from "node:path";
import type { Test } from "tap";
import { connect } from "../../../src/client/line/http.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { enrol } from "../../../src/client/member/entry/sign-in.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { DAY_MS, addDays, dayInUtc } from "../../../src/protocol/encoding/day.ts";
import { PROFILES } from "../../../src/protocol/rules/deadline-profiles.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { makeLog } from "../../../src/server/plugins/logging.ts";
import { makeDirectories } from "../../../src/server/services/common/directories.ts";
import { makeMailer } from "../../../src/server/services/cases/mailer.ts";
import type { Mailing } from "../../../src/server/services/cases/notices.ts";
import { connect as connectDatabase } from "../../../src/server/store/database.ts";
import { type Ringing, makeRinging } from "../../../src/server/upkeep/ringing.ts";
import { buildWeb } from "../../../src/web/build.ts";
import { type TestMailServer, startMailServer } from "../../support/machine/mail-server.ts";
import { BUILT_AT } from "../../support/pages.ts";
import { clockPrelude, moveClock } from "./moved-clock.ts";
import { type Ground, type Login, layGround, serve } from "./site.ts";

export type MovableSite = Pick<Ground, "origin" | "organisation" | "urls"> & {
  /** Three investigators and the lead */
  readonly logins: readonly Login[];
  readonly log: () => string;
  /** Everything that was mailed */
  readonly mails: TestMailServer["mails"];
  /** So many days later, and then early on a working day: who was signed in signs in again. */
  readonly moveOn: (days: number) => Promise<void>;
  /** To a later full quarter of an hour of that day, for the server alone: whatever is due is mailed. */
  readonly moveTo: (hour: string) => Promise<void>;
};

/** Before anything is mailed */
const EARLY = "07:30";
const MAIL_HOURS = ["08:00", "13:00"];

export async function startMovableSite(t: Pick<Test, "teardown">): Promise<MovableSite> {
  const mail = await startMailServer(t);
  const mailing = { mailer: makeMailer(mail.settings), hours: MAIL_HOURS, daysOff: {}, profiles: PROFILES };
  const ground = await layGround(t);
  const { origin, organisation, urls } = ground;
  const lines: string[] = [];
  const serverKey = randomBytes(32);
  const start = (webDir: string) => serve(ground, { serverKey, webDir, lines, mailing });
  let aheadMs = 0;
  const setClock = (to: number) => {
    if (to < Date.now()) throw new Error("the clock goes forward alone");
    aheadMs += to - Date.now();
    moveClock(aheadMs);
  };
  let stop = await start(ground.webDir);
  t.teardown(async () => {
    moveClock(0);
    await stop();
  });
  const ringing = ringingOn(t, ground, { serverKey, lines, mailing });
  const ring = async () => {
    await ringing.look(Date.now());
    await ringing.send(Date.now());
  };
  const logins: Login[] = [];
  for (const [at, member] of [...organisation.investigators, organisation.lead].entries())
    logins.push(await enrolled(origin, member, `anggota-${at + 1}`));
  return {
    origin,
    organisation,
    urls,
    logins,
    log: () => lines.join(""),
    mails: mail.mails,
    async moveOn(days) {
      await stop();
      setClock(earlyOnWorkingDay(Date.now() + days * DAY_MS));
      const webDir = `${ground.webDir}-moved`;
      const keysDir = path.join(path.dirname(ground.webDir), "test-keys");
      await buildWeb({ keysDir, outDir: webDir, builtAt: BUILT_AT, prelude: clockPrelude(aheadMs) });
      stop = await start(webDir);
      await ring();
    },
    async moveTo(hour) {
      setClock(hourOn(dayInUtc(Date.now()), hour));
      await ring();
    },
  };
}

const hourOn = (day: string, hour: string): number => Date.parse(`${day}T${hour}:00Z`);

/** Of the first working day from then on: three days later at most, and a directory is valid for 35. */
function earlyOnWorkingDay(from: number): number {
  for (let day = dayInUtc(from); ; day = addDays(day, 1)) {
    const at = hourOn(day, EARLY);
    if (at >= from && !isWeekend(at)) return at;
  }
}

const isWeekend = (at: number): boolean => [0, 6].includes(new Date(at).getUTCDay());

/** As the server's process does it each minute (server/main.ts), but when it is told to. */
function ringingOn(
  t: Pick<Test, "teardown">,
  { urls, organisation }: Ground,
  {
    serverKey,
    lines,
    mailing,
  }: { readonly serverKey: Uint8Array; readonly lines: string[]; readonly mailing: Mailing },
): Ringing {
  const { database, close } = connectDatabase(urls.appUrl, { onError: () => {} });
  t.teardown(close);
  const key = makeServerKey(serverKey);
  return makeRinging({
    database,
    key,
    directories: makeDirectories(database, key, organisation.rootSet),
    mailing,
    log: makeLog("debug", { write: (line: string) => void lines.push(line) }),
  });
}

async function enrolled(origin: string, member: NewMember, name: string): Promise<Login> {
  const passphrase = `enam kata yang tidak menjaga apa pun ${name}`;
  await enrol(connect(origin), member, { name, passphrase });
  return { name, passphrase, member };
}
