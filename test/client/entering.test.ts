/** A letter that a member enters, against the real server: read by colleagues, marked, and come back to only with its words. */
import t from "tap";
import { loadDirectories } from "../../src/client/directory/directories.ts";
import { connect } from "../../src/client/line/http.ts";
import { findNewCases, listCases } from "../../src/client/member/list/cases.ts";
import { type Entering, makeEntering } from "../../src/client/entering/entering.ts";
import { openMemberCase } from "../../src/client/member/case/member-case.ts";
import { enrol, signIn } from "../../src/client/member/entry/sign-in.ts";
import { openReporterCase } from "../../src/client/reporter/reporter-case.ts";
import { Refusal } from "../../src/client/refusal.ts";
import { addDays, dayInUtc } from "../../src/protocol/encoding/day.ts";
import { firstUse } from "../../src/protocol/directory/trust.ts";
import { ANSWERS, first } from "../support/hostile/hostile-story.ts";
import { type TestServer, startServer } from "../support/machine/server.ts";

async function memberOf({ origin, organisation }: TestServer, index: number) {
  const name = `pemeriksa-${index}`;
  const passphrase = "enam kata yang dibuat oleh mesin";
  await enrol(connect(origin), first(organisation.investigators.slice(index)), { name, passphrase });
  const clock = { builtAt: 0, now: Date.now() };
  return signIn(connect(origin), { name, passphrase, roots: organisation.rootSet, device: undefined, ...clock });
}

const SCAN = new TextEncoder().encode("%PDF-1.7 pindaian surat");
const FILE = {
  name: "surat.pdf",
  type: "application/pdf",
  size: SCAN.length,
  read: (from: number, to: number) => Promise.resolve(SCAN.slice(from, to)),
};

t.test("a letter is sealed to its readers, marked with how it came, and nobody has to carry a code", async (t) => {
  const server = await startServer(t);
  const [mine, colleague, excluded] = [await memberOf(server, 0), await memberOf(server, 1), await memberOf(server, 2)];
  const receivedOn = addDays(dayInUtc(Date.now()), -5);
  const entering: Entering = {
    answers: ANSWERS,
    channelId: server.organisation.channels[0].id,
    excluded: [excluded.id],
    source: { way: "letter", receivedOn, note: "Agenda 12", code: true },
  };
  let cut = true;
  const bad = connect(server.origin, async (url, init) => {
    const response = await fetch(url, init);
    if (!cut || init.method !== "POST") return response;
    cut = false;
    throw new TypeError("the line is dead");
  });
  const job = makeEntering(mine, bad, entering, [FILE]);
  await t.rejects(job.run(), { code: "unreachable" }, "it had arrived, and the answer had not");
  const { handle, token } = await job.run();
  t.equal((await listCases(mine)).cases.length, 1, "once");

  await findNewCases(colleague);
  const { opened } = await openMemberCase(colleague, handle);
  t.same(opened.answers, ANSWERS);
  t.same(opened.alarms, []);
  t.match(opened.casework.source, {
    author: mine.id,
    record: { way: "letter", receivedOn, note: "Agenda 12" },
  });
  t.match(opened.conversation.at(-1)?.message, { kind: "files", files: [{ name: "surat.pdf", size: SCAN.length }] });
  t.same(opened.missingFiles, []);
  t.same((await findNewCases(excluded)).opened, [], "who was excluded does not read it");

  const directories = await loadDirectories(connect(server.origin), firstUse(server.organisation.rootSet), {
    depth: "quick",
    builtAt: 0,
    now: Date.now(),
  });
  const found = await openReporterCase(connect(server.origin), token, directories);
  t.same([found?.alarms, found?.state], [[], "received"], "with the words one comes back to it as to any other");

  const alone = { ...entering, excluded: [mine.id] };
  await t.rejects(makeEntering(mine, bad, alone, []).run(), new Refusal("not-excludable"), "who enters it reads it");
});
