/** Every act of a server that was taken over, played against a reporter's and a member's program: who notices what. */
import t, { type Test } from "tap";
import { loadDirectories } from "../../src/client/directory/directories.ts";
import { makeProof } from "../../src/client/line/proof-of-work.ts";
import { allCases, findNewCases } from "../../src/client/member/list/cases.ts";
import { listDiscards } from "../../src/client/member/list/discards.ts";
import { countMissing } from "../../src/client/member/list/known-heads.ts";
import { openMemberCase } from "../../src/client/member/case/member-case.ts";
import { readProposals } from "../../src/client/office/statements.ts";
import { type DeviceMemory, enrol, signIn } from "../../src/client/member/entry/sign-in.ts";
import { prepareReport, sendReport } from "../../src/client/reporter/report.ts";
import { CaseRemoved, openReporterCase } from "../../src/client/reporter/reporter-case.ts";
import { DAY_MS } from "../../src/protocol/encoding/day.ts";
import { documentBytes, parseDirectory } from "../../src/protocol/directory/directory.ts";
import { parseStatement, statementBytes, statementNameOf } from "../../src/protocol/directory/statement.ts";
import { type Trust, firstUse } from "../../src/protocol/directory/trust.ts";
import { ACTS, type Act, type Loot, type Noticed } from "../support/hostile/hostile-acts.ts";
import { HostileServer, type Login } from "../support/hostile/hostile-server.ts";
import { ANSWERS, enter, read, tellStory } from "../support/hostile/hostile-story.ts";
import { tell } from "../support/hostile/lies.ts";
import { foundOffice, workAndRob } from "../support/hostile/robbed-office.ts";

const NOW = Date.now();
const PASSPHRASE = "enam kata yang dibuat oleh mesin";
const { organisation, chain } = foundOffice(NOW);
const [ani, , suspended] = organisation.investigators;
const server = new HostileServer();
server.directories = [chain.older, chain.published];
await enrol(server.connect(), ani!, { name: "ani", passphrase: PASSPHRASE });
await enrol(server.connect(), suspended!, { name: "suspended", passphrase: PASSPHRASE });
const { vault } = structuredClone(server.logins.get("ani") as Login);
const { memberId, vault: theirVault } = server.logins.get("suspended") as Login;
const { talk, reader, loot } = await workAndRob({
  organisation,
  chain,
  connect: () => server.connect(),
  enter: (who) => enter({ server, organisation }, who),
});
server.directories = [chain.older, chain.newest];
const LOOT: Loot = {
  ...loot,
  earlierVault: vault.memory,
  earlierLogin: Buffer.from(
    JSON.stringify({ memberId, vault: theirVault, mustAddFactor: false, wrongCodes: 0, resetOn: null }),
  ),
};
const { version, hash } = parseDirectory(documentBytes(chain.newest));
const last = statementBytes(chain.newest.statements!.at(-1)!);
const statement = statementNameOf(last, parseStatement(last));
/** Accepted by both, on a device of a member */
const remembered: Trust = { roots: organisation.rootSet, version, hash, statement };
const device: DeviceMemory = { directoryVersion: version, directoryHash: hash, statement };
const clock = { now: NOW, builtAt: 0 };

const codeOf = (error: unknown): string =>
  error instanceof CaseRemoved ? "removed" : (error as { code: string }).code;
const codesOf = (all: readonly { readonly alarms: readonly string[] }[]) => all.flatMap(({ alarms }) => alarms);

async function seenByReporter(act: Act): Promise<readonly string[]> {
  const connection = server.connect();
  const directories = await loadDirectories(connection, firstUse(organisation.rootSet), { depth: "quick", ...clock });
  if (act.reporter !== undefined && "sending" in act.reporter) await makeProof(connection, "report");
  const found = await openReporterCase(connection, talk.token, directories);
  return found === undefined ? ["not-found"] : [...found.alarms, ...codesOf(found.entries)];
}

async function seenByMember({ as, member: noticed }: Act): Promise<readonly string[]> {
  const entrance = { roots: organisation.rootSet, device, passphrase: PASSPHRASE, ...clock };
  const lies = Object.keys(server.lies);
  const alarms: string[] = [];
  if (noticed !== undefined && "invalidProposals" in noticed) {
    const steward = await enter({ server, organisation }, organisation.lead);
    return [(await readProposals(steward)).invalid.toString()];
  }
  if (["login", "loginParameters"].some((operation) => lies.includes(operation))) {
    const name = as ?? "ani";
    alarms.push(
      ...(await signIn(server.connect(as === undefined ? ani!.entry.id : memberId), { ...entrance, name })).alarms,
    );
  }
  const directories = await loadDirectories(reader.connection, remembered, { depth: "thorough", ...clock });
  const member = { ...reader, directories };
  const onlyList = noticed !== undefined && "list" in noticed;
  if (onlyList || lies.includes("cases")) {
    // Who looks for new heads opens what is new: only where that is the lie.
    if (lies.includes("heads") && (await findNewCases(member)).altered.length > 0) alarms.push("alteredHeads");
    const listed = (await allCases(member)).map(({ handle }) => handle);
    if ((await countMissing(member, listed, [])) > 0) alarms.push("missingCases");
    if ((await listDiscards(member)).altered > 0) alarms.push("alteredDiscards");
  }
  if (onlyList) return alarms;
  const { opened } = await openMemberCase(member, talk.handle);
  return [...alarms, ...opened.alarms, ...codesOf([...opened.conversation, ...opened.notes])];
}

/** What an act must bring about, as codes. */
function expected(noticed: Noticed | undefined): readonly string[] {
  if (noticed === undefined) return [];
  if ("inCase" in noticed) return [...noticed.inCase, ...(noticed.beside === undefined ? [] : [noticed.beside])];
  return Object.values(noticed).map(String);
}

async function sees(
  t: Test,
  who: string,
  noticed: Noticed | undefined,
  seen: Promise<readonly string[]>,
): Promise<void> {
  const codes = await seen.catch((error: unknown) => [codeOf(error)]);
  for (const code of expected(noticed)) t.ok(codes.includes(code), `${who}: ${code} among ${codes.join(", ")}`);
  if (noticed === undefined) t.same(codes, [], `${who}: nothing`);
}

t.test("an honest server is not suspected", async (t) => {
  tell(server, {});
  t.same(await seenByReporter({ lies: () => ({}) }), []);
  t.same(await seenByMember({ lies: () => ({}) }), []);
});

for (const [does, act] of Object.entries(ACTS)) {
  t.test(`a server that ${does} is noticed, or it is said why it cannot be`, async (t) => {
    const kept = server.cases.map((one) => new Map(one.wraps));
    const lies = act.lies(LOOT);
    tell(server, lies);
    await sees(t, "reporter", act.reporter, seenByReporter(act));
    tell(server, lies);
    await sees(t, "member", act.member, seenByMember(act));
    if (act.member === undefined) t.ok(act.reporter ?? act.bound, "somebody notices, or nobody can");
    for (const [at, one] of server.cases.entries()) for (const [id, wrap] of kept[at]!) one.wraps.set(id, wrap);
  });
}

t.test(
  "attack 5: a directory frozen for one member shows by what is sealed under the next, and lapses for everybody",
  async (t) => {
    const older = parseDirectory(documentBytes(chain.older));
    const trust: Trust = { roots: organisation.rootSet, version: older.version, hash: older.hash };
    tell(server, ACTS["gives the directory before, which stewards confirmed within 35 days"]!.lies(LOOT));
    const load = (now: number) => loadDirectories(reader.connection, trust, { depth: "thorough", builtAt: 0, now });
    const frozen = { ...reader, directories: await load(NOW) };
    await t.rejects(openMemberCase(frozen, talk.handle), { code: "altered" }, "sealed under one that is not shown");
    // Confirmed 12 days ago, and clocks may be wrong by two.
    await t.resolves(load(NOW + 24 * DAY_MS));
    await t.rejects(load(NOW + 26 * DAY_MS), { code: "statement-lapsed" });
  },
);

t.test("attack 54: whoever was suspended opens nothing sealed since, whatever heads the server gives", async (t) => {
  tell(server, {});
  const before = await enter({ server, organisation }, suspended!);
  const known = (await findNewCases(before)).opened.length;
  t.ok(known > 0, "what was sealed before opens: the server keeps its copies");
  const directories = await loadDirectories(server.connect(), remembered, { depth: "quick", ...clock });
  const wanted = { answers: ANSWERS, channelId: organisation.channels[0].id, excluded: [] };
  await sendReport(server.connect(), prepareReport(wanted, directories.current, directories.now));
  t.match(await findNewCases({ ...before }), { opened: [], notForMe: 1, altered: [] });
});

t.test(
  "attack 54: whoever was taken out of a case and is served all of it sees nothing new, and is told",
  async (t) => {
    const story = await tellStory();
    const [taken, stays] = [await read(story), await read(story, story.organisation.investigators[1])];
    await stays.file.remove([taken.member.id], "Berkepentingan.");
    await (await stays.open()).note("Catatan sesudahnya.");
    const { opened } = await taken.open();
    t.ok(opened.alarms.includes("readers"), opened.alarms.join(", "));
    t.same(
      opened.notes.flatMap(({ message }) => (message?.kind === "text" ? [message.text] : [])),
      [],
    );
    await t.rejects((await taken.open()).note("Masih di sini."), { code: "alarm" });
  },
);
