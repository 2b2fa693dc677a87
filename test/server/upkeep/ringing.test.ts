import t, { type Test } from "tap";
import { PROFILES } from "../../../src/protocol/rules/deadline-profiles.ts";
import { FIRST_WISHES, type Wishes } from "../../../src/protocol/rules/notices.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { makeLog } from "../../../src/server/plugins/logging.ts";
import { makeDirectories } from "../../../src/server/services/common/directories.ts";
import { type Mailer, makeMailer } from "../../../src/server/services/cases/mailer.ts";
import type { Mailing } from "../../../src/server/services/cases/notices.ts";
import { countDaysIn } from "../../../src/server/services/common/today.ts";
import { connect } from "../../../src/server/store/database.ts";
import { type Ringing, makeRinging } from "../../../src/server/upkeep/ringing.ts";
import { UTC, timeZoneOf } from "../../../src/protocol/encoding/time-zone.ts";
import { makeMessage, putMessage } from "../../support/files.ts";
import { type TestMailServer, startMailServer } from "../../support/machine/mail-server.ts";
import { logIn, openHeads } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type Session,
  type TestServer,
  makeReport,
  send,
  sendJson,
  startServer,
  storeReport,
  submit,
} from "../../support/machine/server.ts";

/** A Monday of a year to come, in an office two hours before Greenwich's clock turns: 08:00 there is 01:00 UTC. */
const MONDAY = "2031-03-03";
const at = (hour: string, day = MONDAY) => Date.parse(`${day}T${hour}:00+07:00`);
countDaysIn(timeZoneOf({ timeZone: "WIB" }));
t.teardown(() => countDaysIn(UTC));

type Office = {
  readonly server: TestServer;
  readonly mail: TestMailServer;
  readonly mailing: Mailing;
  readonly log: string[];
};

async function openOffice(t: Test, options: { readonly needsTls?: boolean } = {}): Promise<Office> {
  const mail = await startMailServer(t, options);
  const mailing: Mailing = {
    mailer: makeMailer(mail.settings),
    hours: ["08:00", "13:00"],
    daysOff: { "2031": { source: "SKB", days: ["2031-03-04"] } },
    profiles: PROFILES,
  };
  return { server: await startServer(t, { mailing }), mail, mailing, log: [] };
}

/** One process that rings, on a connection of its own. */
function process(t: Test, { server, mailing, log }: Office, mailer: Mailer = mailing.mailer): Ringing {
  const { database, close } = connect(server.urls.appUrl, { onError: () => {} });
  t.teardown(() => close().catch(() => {}));
  const key = makeServerKey(server.serverKey);
  const directories = makeDirectories(database, key, server.organisation.rootSet);
  const lines = makeLog("debug", { write: (line: string) => void log.push(line) });
  return makeRinging({ database, key, directories, mailing: { ...mailing, mailer }, log: lines });
}

async function wish(server: TestServer, session: Session, wishes: Partial<Wishes> = {}): Promise<void> {
  const body = { ...FIRST_WISHES, address: `${session.member.entry.id.slice(0, 8)}@kantor.example`, ...wishes };
  await sendJson(server, "/api/notices", { method: "PUT", body, session });
}

const ring = async (ringing: Ringing, now: number) => {
  await ringing.look(now);
  await ringing.send(now);
};

/** Rings, and says of each of these members whether a mail went. */
async function toldOf(
  { mail }: Office,
  ringing: Ringing,
  now: number,
  members: readonly Session[],
): Promise<boolean[]> {
  mail.mails.length = 0;
  await ring(ringing, now);
  return members.map(({ member }) => mail.mails.some(({ to }) => to.startsWith(member.entry.id.slice(0, 8))));
}

t.test(
  "attack 59: whatever comes and whenever, a mail goes at the fixed hour, of one length and in the same words",
  async (t) => {
    const office = await openOffice(t);
    const { server, mail } = office;
    const ringing = process(t, office);
    const session = await logIn(server, server.organisation.lead);
    const colleague = await logIn(server, server.organisation.investigators[0]!);
    await wish(server, session);
    await wish(server, colleague, { whenNothing: true });

    for (const minute of ["07:58", "08:00"]) await ring(ringing, at(minute));
    t.equal(mail.mails.length, 1, "who wants a mail when there is nothing new has one, and silence tells nothing");
    await storeReport(server);
    for (const minute of ["08:01", "09:30", "10:00", "12:59"]) await ring(ringing, at(minute));
    t.equal(mail.mails.length, 1, "nothing goes when something comes");
    await ring(ringing, at("13:00"));
    t.equal(mail.mails.length, 3);
    for (let more = 0; more < 3; more++) await storeReport(server, { text: "lagi".repeat(50) });
    for (const minute of ["13:01", "13:09"]) await ring(ringing, at(minute));
    await ring(ringing, at("08:00", "2031-03-05"));
    t.equal(mail.mails.length, 5);

    const texts = mail.mails.map(({ text }) => text);
    t.equal(
      new Set(texts.map(({ length }) => length)).size,
      1,
      "one length, with nothing new, with one report, with three",
    );
    const varying = /^(?:To|Message-ID|Date): .*\r\n/gimu;
    const words = new Set(texts.map((text) => text.replaceAll(varying, "")));
    t.equal(words.size, 2, "one text with news and one without");
    for (const text of texts) {
      t.match(text, /^Subject: Segel\r$/mu);
      t.notMatch(text, /Saluran|Penanggung|\/api|https?:|X-Mailer|localhost|127\.0/u, "no name, no link, no machine");
    }
    const dates = texts.map((text) => /^Date: (.*)\r$/mu.exec(text)?.[1] ?? "");
    t.same(
      [...new Set(dates)],
      ["Mon, 03 Mar 2031 01:00:00 +0000", "Mon, 03 Mar 2031 06:00:00 +0000", "Wed, 05 Mar 2031 01:00:00 +0000"],
    );
  },
);

t.test("who is told of an answer is who has proved the case, and of a head everybody alike", async (t) => {
  const office = await openOffice(t);
  const { server } = office;
  const ringing = process(t, office);
  const { investigators, channels } = server.organisation;
  const [opener, other, outside] = await Promise.all(investigators.map((one) => logIn(server, one)));
  for (const one of [opener!, other!, outside!]) await wish(server, one);
  const toldAt = (hour: string, day = MONDAY) => toldOf(office, ringing, at(hour, day), [opener!, other!, outside!]);
  const report = await storeReport(server, { channel: channels[1] });
  t.same(await toldAt("08:00"), [true, true, false]);
  await openHeads(server, opener!);
  t.same(await toldAt("13:00"), [false, false, false], "that somebody has opened it is no news");
  t.equal((await putMessage(server, report.keys.auth, 1, makeMessage(report.keys.auth, []))).status, 200);
  t.same(await toldAt("08:00", "2031-03-05"), [true, false, false]);
  t.same(await toldAt("13:00", "2031-03-05"), [false, false, false], "once");
});

t.test(
  "attack 70: a deadline rings on the working day before it, and of a head alike whether or not a colleague has opened it",
  async (t) => {
    const office = await openOffice(t);
    const { server, mail } = office;
    const ringing = process(t, office);
    const { investigators, channels } = server.organisation;
    const [opener, other, outside] = await Promise.all(investigators.map((one) => logIn(server, one)));
    for (const one of [opener!, other!, outside!]) await wish(server, one);
    const sql = (text: string, ...values: unknown[]) => query(server.urls.ownerUrl, text, values);
    const toldAt = (day: string, hour = "08:00") => toldOf(office, ringing, at(hour, day), [opener!, other!, outside!]);
    // Seven working days without 4 March: 6, 7 and 10 March.
    const arrivals = ["2031-02-24", "2031-02-25", "2031-02-26"];
    const cases: string[] = [];
    for (const day of arrivals) {
      await storeReport(server, { channel: channels[1] });
      const [row] = await sql(
        "UPDATE cases SET arrived_on = $1::date, state_on = $1::date WHERE arrived_on < '2031-01-01' RETURNING handle",
        day,
      );
      cases.push(String(row?.["handle"]));
    }
    await openHeads(server, opener!);
    const answer = (handle: string | undefined) =>
      sql(
        `INSERT INTO messages (handle, direction, sequence, epoch, stored_on, row)
       SELECT handle, 'team', 1, 0, '2031-03-03', body FROM cases WHERE handle = $1::uuid`,
        handle,
      );
    await answer(cases[1]);
    t.same(await toldAt(MONDAY), [true, true, false], "three heads");
    t.same(await toldAt(MONDAY, "13:00"), [false, false, false]);
    t.same(await toldAt("2031-03-05"), [true, true, false], "tomorrow it is due");
    const [text = ""] = mail.mails.map((one) => one.text);
    t.same(await toldAt("2031-03-05", "13:00"), [false, false, false], "once");
    t.same(await toldAt("2031-03-06"), [false, true, false], "answered: only whoever cannot know it");
    await answer(cases[2]);
    await sql("UPDATE cases SET state = 'closed', state_on = '2031-03-06' WHERE handle = $1::uuid", cases[0]);
    await sql(
      "UPDATE cases SET state = 'awaiting_reporter', state_on = '2031-02-12' WHERE handle = $1::uuid",
      cases[1],
    );
    t.same(await toldAt("2031-03-07"), [false, true, false], "Monday is the working day after Friday");
    t.same(await toldAt("2031-03-12"), [false, false, false]);
    t.same(await toldAt("2031-03-13"), [true, false, false], "thirty days without an answer of the reporter");
    await storeReport(server, { channel: channels[1] });
    t.same(await toldAt("2031-03-14"), [true, true, false]);
    t.equal(new Set([text.length, ...mail.mails.map((one) => one.text.length)]).size, 1, "as for whatever else comes");
  },
);

t.test("a member's own hours, days and leaves hold, and the office's days off", async (t) => {
  const office = await openOffice(t);
  const { server, mail } = office;
  const ringing = process(t, office);
  const session = await logIn(server, server.organisation.lead);
  const goesAt = async (hour: string, day: string, wishes: Partial<Wishes>) => {
    await query(server.urls.ownerUrl, "DELETE FROM notices");
    await wish(server, session, wishes);
    await storeReport(server);
    mail.mails.length = 0;
    await ring(ringing, at(hour, day));
    return mail.mails.length === 1;
  };
  t.equal(await goesAt("08:00", "2031-03-04", {}), false, "a day off");
  t.equal(await goesAt("08:00", "2031-03-04", { onDaysOff: true }), true);
  t.equal(await goesAt("08:00", "2031-03-08", {}), false, "a Saturday");
  t.equal(await goesAt("08:00", "2031-03-08", { weekdays: [6] }), true);
  t.equal(await goesAt("16:45", MONDAY, { hours: ["16:45"] }), true, "an hour of one's own");
  t.equal(await goesAt("08:00", MONDAY, { hours: ["16:45"] }), false);
  t.equal(await goesAt("08:00", MONDAY, { absences: [{ from: "2031-03-01", to: MONDAY }] }), false, "a leave");
  t.equal(await goesAt("08:11", MONDAY, {}), false, "an hour that was missed waits for the next");
  t.equal((await send(server, "/api/notices", { method: "DELETE", session })).status, 200);
  t.equal((await query(server.urls.ownerUrl, "SELECT FROM notices")).length, 0, "off is forgotten");
});

t.test("what must not wait rings at the next full quarter, for those who may know, and not without end", async (t) => {
  const office = await openOffice(t);
  const { server, mail } = office;
  const ringing = process(t, office);
  const { investigators, channels } = server.organisation;
  const [opener, outside] = [await logIn(server, investigators[0]!), await logIn(server, investigators[2]!)];
  await wish(server, opener);
  await wish(server, outside, { absences: [{ from: "2031-03-09", to: "2031-03-09" }] });
  const report = makeReport(server, { channel: channels[1] });
  await ring(ringing, at("21:01"));
  t.equal((await submit(server, report, { path: "/api/reports?urgent=1" })).status, 201);
  await ring(ringing, at("21:14"));
  t.equal(mail.mails.length, 0);
  for (let more = 0; more < 20; more++)
    await submit(server, makeReport(server, { channel: channels[1] }), { path: "/api/reports?urgent=1" });
  await ring(ringing, at("21:15"));
  t.equal(mail.mails.length, 1, "the recipients of its channel, at night too, and once however many said so");
  t.match(mail.mails[0]?.text, /^Date: Mon, 03 Mar 2031 14:15:00 \+0000\r$/mu);
  t.equal(
    (await query(server.urls.ownerUrl, "SELECT FROM urgent")).length,
    0,
    "and nothing says any more that it was urgent",
  );
  await ring(ringing, at("21:30"));
  await ring(ringing, at("08:00", "2031-03-05"));
  t.equal(mail.mails.length, 1, "what it told of is told");

  await openHeads(server, opener);
  const { auth } = report.keys;
  const write = (sequence: number) => putMessage(server, auth, sequence, makeMessage(auth, []), 0, "?urgent=1");
  for (let sequence = 1; sequence <= 12; sequence++) {
    t.equal((await write(sequence)).status, 200);
    await ring(ringing, at("10:00", "2031-03-08") + sequence * 900_000);
  }
  t.equal(mail.mails.length, 1 + 8, "eight a day at the most");
});

t.test("two processes send one mail, and one that dies in between loses none", async (t) => {
  const office = await openOffice(t);
  const { server, mail } = office;
  const both = [process(t, office), process(t, office)];
  const members = [...server.organisation.investigators, server.organisation.lead];
  for (const member of members) await wish(server, await logIn(server, member));
  await storeReport(server);
  await Promise.all(both.map((ringing) => ringing.look(at("08:00"))));
  await Promise.all(both.map((ringing) => ringing.send(at("08:00"))));
  t.equal(mail.mails.length, members.length);

  await query(server.urls.ownerUrl, "DELETE FROM notices WHERE member_id <> decode($1, 'hex')", [members[0]!.entry.id]);
  await storeReport(server);
  let [begun, die] = [() => {}, () => {}];
  const death = new Promise<void>((resolve) => (die = resolve));
  const sending = new Promise<void>((resolve) => (begun = resolve));
  const dying = process(t, office, {
    send: async () => {
      begun();
      await death;
      return undefined;
    },
  });
  await dying.look(at("13:00"));
  const died = dying.send(at("13:00")).catch(() => "died");
  await sending;
  mail.mails.length = 0;
  await both[0]!.send(at("13:01"));
  t.equal(mail.mails.length, 0, "what somebody has in hand nobody else sends");
  await storeReport(server);
  await both[0]!.look(at("08:00", "2031-03-05"));
  const [waits] = await query(server.urls.ownerUrl, "SELECT waiting_for FROM notices");
  t.equal(waits?.["waiting_for"], "2031-03-05T08:00", "no look waits for a mail server that hangs");
  // As PostgreSQL sees it when a process is killed: its connection is gone.
  const gone = "state = 'idle in transaction' AND datname = current_database()";
  await query(server.urls.appUrl, `SELECT pg_terminate_backend(pid, 10_000) FROM pg_stat_activity WHERE ${gone}`);
  await both[0]!.send(at("13:02"));
  t.equal(mail.mails.length, 1, "what it left is sent");
  die();
  t.equal(await died, "died", "and what it did is not written down");
});

t.test("a mail server that refuses, closes or is away has the mail wait, and the administrator told", async (t) => {
  const office = await openOffice(t);
  const { server, mail, log } = office;
  const ringing = process(t, office);
  const session = await logIn(server, server.organisation.lead);
  const administrator = await logIn(server, server.organisation.administrator);
  await wish(server, session);
  await storeReport(server);
  mail.behaves = "refuses";
  await ring(ringing, at("08:00"));
  type Failing = { failing: { memberId: string; code: string; on: string; attempts: number }[] };
  const failing = async () =>
    (await sendJson<Failing>(server, "/api/notices/failing", { session: administrator })).failing;
  t.same(await failing(), [{ memberId: session.member.entry.id, code: "refused", on: MONDAY, attempts: 1 }]);
  const own = await sendJson<{ failure: unknown }>(server, "/api/notices", { session });
  t.same(own.failure, { code: "refused", on: MONDAY }, "and the member");
  await ringing.send(at("08:00") + 30_000);
  t.equal((await failing())[0]?.attempts, 1, "not at once again");
  mail.behaves = "closes";
  await ringing.send(at("08:01"));
  t.equal((await failing())[0]?.attempts, 2);
  const names: string[] = [];
  const lost: Mailer = { send: async (_to, { name }) => (names.push(name), "unreachable") };
  await process(t, office, lost).send(at("08:02"));
  mail.behaves = "well";
  await ringing.send(at("08:03"));
  t.equal(mail.mails.length, 1);
  t.match(
    mail.mails[0]?.text,
    `<${names[0]}@`,
    "tried again it has the same name: one that arrived twice is known by it",
  );
  t.match(mail.mails[0]?.text, /^Date: Mon, 03 Mar 2031 01:00:00/mu, "dated as if it had gone at its hour");
  t.same(await failing(), []);
  await mail.stop();
  await storeReport(server);
  await ring(ringing, at("13:00"));
  t.equal((await failing())[0]?.code, "unreachable");
  t.notMatch(
    log.join("") + server.log(),
    /kantor\.example|rahasia|no such box/u,
    "of addresses and answers nothing is logged",
  );
});

t.test("without TLS nothing is sent unless a setting says so", async (t) => {
  const office = await openOffice(t, { needsTls: true });
  const { server, mail } = office;
  const session = await logIn(server, server.organisation.lead);
  await wish(server, session);
  await storeReport(server);
  await ring(process(t, office), at("08:00"));
  t.equal(mail.mails.length, 0);
  const own = await sendJson<{ failure: { code: string } }>(server, "/api/notices", { session });
  t.equal(own.failure.code, "no-tls");
});

t.test("a test mail says whether it went, and not without end", async (t) => {
  const office = await openOffice(t);
  const { server, mail } = office;
  const session = await logIn(server, server.organisation.lead);
  const ask = async () => (await send(server, "/api/notices/test", { method: "POST", session })).problem;
  t.equal(await ask(), "mail-off", "no address");
  await wish(server, session);
  t.equal(await ask(), "");
  t.equal(mail.mails.length, 1);
  mail.behaves = "refuses";
  t.equal(await ask(), "mail-failed");
  for (let more = 0; more < 3; more++) await ask();
  t.equal(await ask(), "too-often");
  for (const address of ["a@b\r\nBcc: c@d", "siapa", "a b@c", `${"a".repeat(250)}@b.example`, "a@b,c@d"])
    t.equal(
      (await send(server, "/api/notices", { method: "PUT", body: { ...FIRST_WISHES, address }, session })).status,
      400,
      address,
    );
});
