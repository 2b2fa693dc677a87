/** Members whose entry has ended, or has not begun: who is sealed to, who opens, who is told. */
import t from "tap";
import { instant } from "../../src/client/directory/organisation.ts";
import { prepareReport } from "../../src/client/reporter/report.ts";
import { Refusal } from "../../src/client/refusal.ts";
import { inspectHead, parseSubmission } from "../../src/crypto/envelope.ts";
import { openHead } from "../../src/crypto/secret/open.ts";
import { EMPTY_ANSWERS } from "../../src/protocol/rules/report-fields.ts";
import { documentBytes, parseDirectory } from "../../src/protocol/directory/directory.ts";
import { endsInDays, isOpen, isValidAt, mayBeLeftOut, wasValidUnder } from "../../src/protocol/directory/validity.ts";
import { tellOfEnds } from "../../src/server/upkeep/validity-alarm.ts";
import type { Logger } from "pino";
import { DAY, HostileServer } from "../support/hostile/hostile-server.ts";
import { type Organisation, makeOrganisation, signedOf } from "../support/organisation.ts";
import {
  type Story,
  ANSWERS,
  comeBack,
  craft,
  first,
  insider,
  read,
  report,
  sealingOf,
} from "../support/hostile/hostile-story.ts";

const now = Date.now();
const DAY_MS = 86_400_000;
type Span = { readonly from?: number; readonly until?: number };

/** The same organisation, with other days for some of its members. */
function withSpans(organisation: Organisation, spans: ReadonlyMap<string, Span>): Organisation {
  const members = organisation.document.members.map((entry) => {
    const { from = -400, until = 410 } = spans.get(entry.id) ?? {};
    return { ...entry, validFrom: instant(now + from * DAY_MS), validUntil: instant(now + until * DAY_MS) };
  });
  const document = { ...organisation.document, members };
  return { ...organisation, document, signed: signedOf(organisation, document, organisation.roots) };
}

const plain = makeOrganisation(now);
const [ended, coming, valid] = plain.investigators as [
  (typeof plain)["lead"],
  (typeof plain)["lead"],
  (typeof plain)["lead"],
];
const spans = new Map<string, Span>([
  [ended.entry.id, { until: -1 }],
  [coming.entry.id, { from: 3 }],
]);
const organisation = withSpans(plain, spans);
const directory = parseDirectory(documentBytes(organisation.signed));
const answers = { ...EMPTY_ANSWERS, unitName: "u", what: "w" };

async function tell(): Promise<Story> {
  const server = new HostileServer();
  server.directories = [organisation.signed];
  return { server, organisation, ...(await report(server, organisation)) };
}

t.test("an entry holds from two days before its beginning until its end, to the second", async (t) => {
  const member = directory.members.get(ended.entry.id)!;
  t.ok(isValidAt(member, member.validUntil));
  t.notOk(isValidAt(member, member.validUntil + 1));
  t.ok(isValidAt(member, member.validFrom - 2 * DAY_MS));
  t.notOk(isValidAt(member, member.validFrom - 2 * DAY_MS - 1));
  t.notOk(isValidAt({ ...member, removedIn: 1 }, member.validUntil), "who was removed is not valid at all");
  t.equal(endsInDays(member, member.validUntil - 1), 0);
  t.equal(endsInDays(member, member.validUntil - 34 * DAY_MS), 34);
  t.equal(endsInDays(member, member.validUntil - 35 * DAY_MS), undefined, "five weeks before, nobody is told yet");
  t.equal(endsInDays(member, member.validUntil + 1), undefined);
  t.end();
});

t.test("a report is sealed to those whose entries hold on that day, and to nobody else", async (t) => {
  const story = await tell();
  const { head } = parseSubmission(story.prepared.submission);
  for (const member of [ended, coming])
    t.throws(() => openHead(head, { kind: "report" }, [sealingOf(member)]), { code: "not-for-me" });
  for (const who of [valid, organisation.lead]) {
    const { file } = await read(story, who);
    t.same(file.opened.alarms, [], "nobody is accused");
    t.same([...file.opened.recipients].toSorted(), [valid.entry.id, organisation.lead.entry.id].toSorted());
    t.same(file.opened.excluded, [], "and nobody was excluded by the reporter");
  }
});

t.test("whose entry ended since a report was sealed is named among those who are not active any more", async (t) => {
  const before = withSpans(plain, new Map());
  const server = new HostileServer();
  server.directories = [before.signed];
  const story = { server, organisation: before, ...(await report(server, before)) };
  const { members } = parseDirectory(documentBytes(organisation.signed));
  const { member, open } = await read(story, valid);
  const { directories } = member;
  Object.defineProperty(member, "directories", { value: { ...directories, current: { ...directory, members } } });
  t.same((await open()).opened.removedRecipients.toSorted(), [ended.entry.id, coming.entry.id].toSorted());
});

t.test("a channel of which one recipient is valid takes no report, whoever is excluded", async (t) => {
  const channelId = organisation.channels[1].id;
  t.notOk(isOpen(directory, { ...organisation.channels[1], isClosed: false }, now));
  t.throws(() => prepareReport({ answers, channelId, excluded: [] }, directory, now), new Refusal("channel-closed"));
  const { id } = organisation.channels[0];
  t.throws(
    () => prepareReport({ answers, channelId: id, excluded: [valid.entry.id] }, directory, now),
    new Refusal("too-few-recipients"),
    "one of two was excluded",
  );
});

t.test("a report that leaves out somebody whose entry holds throughout is altered", async (t) => {
  const story = await tell();
  const channel = { ...directory.channels.get(organisation.channels[0].id)! };
  const bent = new Map(directory.channels).set(channel.id, {
    ...channel,
    recipients: channel.recipients.filter((id) => id !== organisation.lead.entry.id),
  });
  const open = { ...directory, channels: bent, members: new Map(directory.members) };
  open.members.set(coming.entry.id, { ...directory.members.get(coming.entry.id)!, validFrom: now - DAY_MS });
  const { submission } = prepareReport({ answers: ANSWERS, channelId: channel.id, excluded: [] }, open, now);
  const { head, body } = parseSubmission(submission);
  const { prefix, summary } = inspectHead(head, { kind: "report" });
  Object.assign(story.stored, { head, body, summary, caseId: prefix.caseId });
  await t.rejects(read(story, valid), { code: "altered" });
  const lead = directory.members.get(organisation.lead.entry.id)!;
  t.notOk(mayBeLeftOut(directory, lead));
  t.ok(mayBeLeftOut(directory, { ...lead, validUntil: directory.expires }), "it may end before the last day of use");
  t.ok(mayBeLeftOut(directory, { ...lead, validFrom: directory.notBefore + 1_000 }));
  t.notOk(mayBeLeftOut(directory, undefined));
  t.end();
});

t.test("who signs under a directory that came after the end of the own entry is unfit", async (t) => {
  const story = await tell();
  const knows = insider(story, valid);
  const long = withSpans(plain, new Map([...spans, [ended.entry.id, { until: -3 }]]));
  story.server.directories = [long.signed];
  const other = { ...story, organisation: long };
  const hash = parseDirectory(documentBytes(long.signed));
  const { row } = craft(other, knows, { author: ended, sequence: 1 });
  story.stored.rows.team.push({ epoch: 0, sequence: 1, storedOn: DAY, row });
  t.same((await comeBack(other)).entries[0]?.alarms, ["unfit-signer"]);
  t.notOk(wasValidUnder(hash, hash.members.get(ended.entry.id)!));
  t.ok(wasValidUnder(directory, directory.members.get(ended.entry.id)!), "within two days of its beginning it may be");
  t.ok(first(story.organisation.investigators));
});

t.test("the operator's log says how many entries end, and how soon, and names nobody", async (t) => {
  const lines: unknown[][] = [];
  const note = (...line: unknown[]) => lines.push(line);
  const log = { warn: note, error: note } as unknown as Logger;
  tellOfEnds(log, parseDirectory(documentBytes(withSpans(plain, new Map()).signed)), now);
  t.same(lines, [], "while nothing ends, nothing is said");
  const soon = new Map<string, Span>([...spans, [valid.entry.id, { until: 4.5 }]]);
  tellOfEnds(log, parseDirectory(documentBytes(withSpans(plain, soon).signed)), now);
  t.same(
    lines.map(([values]) => values),
    [{ members: 1 }, { members: 1, days: 4 }, { channels: 1 }],
  );
  const text = JSON.stringify(lines);
  for (const { entry } of organisation.members) t.notOk(text.includes(entry.id) || text.includes(entry.names["en"]!));
});
