/** Roles and keys of somebody who is there, on the real server: signed on the own device, listed by the roots, and what old keys still open. */
import t, { type Test } from "tap";
import { connect } from "../../../src/client/line/http.ts";
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { type Member, signIn } from "../../../src/client/member/entry/sign-in.ts";
import { finishJoining, replaceKeys } from "../../../src/client/office/joining.ts";
import { giveAllBack } from "../../../src/client/office/leaving.ts";
import {
  destroyOldKeys,
  fetchWaiting,
  handOver,
  readOwnKeys,
  renewSealingKey,
  signRoles,
  wishRoles,
  withdrawEntry,
} from "../../../src/client/office/own-keys.ts";
import { requestNext } from "../../../src/client/office/requests.ts";
import type { Change } from "../../../src/client/ceremony/changes.ts";
import type { Wish } from "../../../src/client/office/wishes.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { fromHex, hex } from "../../../src/crypto/bytes.ts";
import { inspectOpenPart } from "../../../src/crypto/open-part.ts";
import { openEpoch } from "../../../src/crypto/secret/epoch.ts";
import { openHead } from "../../../src/crypto/secret/open.ts";
import { openVaultKeys } from "../../../src/crypto/secret/vault.ts";
import { DAY_MS } from "../../../src/protocol/encoding/day.ts";
import { DIRECTORY_DAYS } from "../../../src/protocol/limits.ts";
import { ANSWERS } from "../../support/hostile/hostile-story.ts";
import { PASSPHRASE, enrol, logIn, memberAt, nameOf, publish } from "../../support/members.ts";
import { signedOf } from "../../support/organisation.ts";
import { query } from "../../support/machine/postgres.ts";
import { type TestServer, startServer } from "../../support/machine/server.ts";

const OTHER_WORDS = "enam kata lain yang tidak menjaga apa pun";
const going = () => new AbortController().signal;

async function setting(t: Test) {
  const server = await startServer(t);
  const { organisation } = server;
  const enter = (who: NewMember, passphrase = PASSPHRASE): Promise<Member> =>
    signIn(connect(server.origin), {
      name: nameOf(who),
      passphrase,
      roots: organisation.rootSet,
      device: undefined,
      now: Date.now(),
      builtAt: 0,
    });
  const report = async (by: Member) => {
    const prepared = prepareReport(
      { answers: ANSWERS, channelId: organisation.channels[0].id, excluded: [] },
      by.directories.current,
    );
    await sendReport(connect(server.origin), prepared);
    return prepared;
  };
  const steward = await memberAt(server, organisation.lead);
  /** What waits goes to the roots, who sign it; and stewards publish it. */
  const list = async (wishes: readonly Wish[]) => {
    const made = await requestNext(steward, wishes);
    if ("faults" in made) throw new Error(JSON.stringify(made.faults));
    const session = await logIn(server, organisation.administrator);
    t.equal((await publish(server, session, signedOf(organisation, made.read.document))).status, 201);
    await steward.directories.refresh();
    return made.read;
  };
  const waiting = async (): Promise<Wish[]> =>
    (await fetchWaiting(steward)).flatMap(({ entry }): Wish[] => (entry ? [{ what: "entry", entry }] : []));
  return { server, organisation, enter, report, steward, list, waiting };
}

/** Dates are to the second, and a test may be quicker. */
const codesOf = (changes: readonly Pick<Change, "code">[]) =>
  changes.map(({ code }) => code).filter((code) => code !== "dates" && code !== "member-valid");

const found = async (member: Member) => {
  await findNewCases(member);
  return (await listCases(member)).cases;
};

async function seedsAt({ urls }: TestServer, member: Member): Promise<number> {
  const [row] = await query<{ keys: Uint8Array }>(
    urls.ownerUrl,
    `SELECT keys FROM logins WHERE member_id = '\\x${member.id}'`,
  );
  return openVaultKeys(new Uint8Array(row!.keys), member.vaultKey, fromHex(member.id)).sealingSeeds.length;
}

/** The same member on a later day. */
function on(member: Member, now: number): Member {
  return {
    ...member,
    directories: Object.create(member.directories, { now: { value: now } }) as Member["directories"],
  };
}

t.test(
  "a sealing key is renewed with overlap: the old one opens what was sealed to it, until nothing needs it, and is gone then",
  async (t) => {
    const { server, organisation, enter, report, list, waiting } = await setting(t);
    const who = organisation.investigators[0]!;
    await enrol(server, who);
    const before = await enter(who);
    await report(before);
    const old = before.sealing[0]!;

    await renewSealingKey(before);
    await query(server.urls.ownerUrl, `UPDATE entries SET entry = jsonb_set(entry, '{roles}', '["lead"]')`);
    t.match(await readOwnKeys(before), { waiting: undefined, replacing: true });
    await t.rejects(renewSealingKey(before), { code: "changed" }, "roles that the server made up are not signed again");
    await withdrawEntry(before);
    const entry = await renewSealingKey(before);
    t.equal(await seedsAt(server, before), 2, "asked twice, one key is made");
    t.same((await readOwnKeys(before)).waiting, entry);
    t.equal(hex((await enter(who)).sealing[0]!.publicKey), hex(old.publicKey), "until it is listed the old one counts");

    const { changes } = await list(await waiting());
    t.same(codesOf(changes), ["member-sealing-key"]);
    await t.rejects(findNewCases(before), { code: "not-signed-in" }, "whose entry changed signs in anew");
    const after = await enter(who);
    t.equal(after.sealing.length, 2);
    t.equal(hex(after.sealing[1]!.publicKey), hex(old.publicKey));
    t.match(await readOwnKeys(after), { waiting: undefined, old: 1 });
    await report(after);
    const cases = await found(after);
    t.equal(cases.length, 2, "of before, and of now");
    for (const { handle } of cases) t.same((await openMemberCase(after, handle)).opened.alarms, []);

    const tidied = await destroyOldKeys(after, () => {}, going());
    t.match(tidied, { destroyed: 0, kept: [{ why: "may-come" }] }, "a report that is carried may still come");
    const later = on(after, Date.now() + (DIRECTORY_DAYS + 36) * DAY_MS);
    t.same(await destroyOldKeys(later, () => {}, going()), {
      destroyed: 0,
      kept: [{ why: "open-cases", cases: 1 }],
    });
    t.equal(await seedsAt(server, after), 2);
    const opened = await Promise.all(cases.map(({ handle }) => openMemberCase(after, handle)));
    const needs = opened.find(({ opened: { sealedUnder } }) => sealedUnder.directoryVersion === 1)!;
    await needs.moveTo("archived", { outcome: null, text: "Bukan wewenang kami.", nextBy: undefined });
    await query(server.urls.ownerUrl, `DELETE FROM wraps WHERE handle = '${needs.handle}'`);
    t.match(
      await destroyOldKeys(later, () => {}, going()),
      { destroyed: 0, kept: [{ why: "open-cases", cases: 1 }] },
      "it has ended, and there is no own record of it",
    );
    await openMemberCase(after, needs.handle);
    t.same(await destroyOldKeys(later, () => {}, going()), { destroyed: 1, kept: [] });
    t.equal(await seedsAt(server, after), 1, "it is in no vault any more");
    t.same(old.secretKey.length, 32);

    const anew = await enter(who);
    const heads = await query<{ head: Uint8Array }>(server.urls.ownerUrl, "SELECT head FROM cases");
    const opens = heads.filter(({ head }) => {
      try {
        return openHead(new Uint8Array(head), { kind: "report" }, anew.sealing);
      } catch {
        return false;
      }
    });
    t.equal(opens.length, 1, "what was sealed to it opens with no key of the vault");
    const archived = await openMemberCase(anew, needs.handle);
    t.same([archived.opened.state, archived.opened.alarms], ["archived", []], "the own record of it does");
    t.equal(archived.opened.sealedUnder.keyFingerprint, undefined);
  },
);

t.test(
  "a key stays that opens what a colleague began in a case before it ended, until the own record has it",
  async (t) => {
    const { organisation, server, enter, report, list, waiting } = await setting(t);
    const [who, other, third] = organisation.investigators;
    await enrol(server, who!);
    const before = await enter(who!);
    await report(before);
    const handle = (await found(before))[0]!.handle;
    await openMemberCase(before, handle);
    const colleague = await memberAt(server, other!);
    await found(colleague);
    await (await openMemberCase(colleague, handle)).remove([third!.entry.id], "Pindah tugas.");
    const ended = { outcome: null, text: "Bukan wewenang kami.", nextBy: undefined } as const;
    await (await openMemberCase(colleague, handle)).moveTo("archived", ended);

    await renewSealingKey(before);
    await list(await waiting());
    const after = await enter(who!);
    const later = on(after, Date.now() + (DIRECTORY_DAYS + 36) * DAY_MS);
    t.match(await destroyOldKeys(later, () => {}, going()), { destroyed: 0, kept: [{ why: "open-cases", cases: 1 }] });
    await openMemberCase(after, handle);
    t.same(await destroyOldKeys(later, () => {}, going()), { destroyed: 1, kept: [] });
    const { opened } = await openMemberCase(await enter(who!), handle);
    t.same([opened.state, opened.alarms], ["archived", []]);
  },
);

t.test("of two old keys that would each open a case, one stays until it has ended", async (t) => {
  const { organisation, server, enter, report, list, waiting } = await setting(t);
  const [who, other] = organisation.investigators;
  await enrol(server, who!);
  const first = await enter(who!);
  await report(first);
  await renewSealingKey(first);
  await list(await waiting());
  const colleague = await memberAt(server, other!);
  const [{ handle } = { handle: "" }] = await found(colleague);
  await (await openMemberCase(colleague, handle)).grant(who!.entry.id, "Kunci baru.");
  const second = await enter(who!);
  await renewSealingKey(second);
  await list(await waiting());
  const third = await enter(who!);
  await found(third);
  t.equal(third.sealing.length, 3);
  const later = on(third, Date.now() + (DIRECTORY_DAYS + 36) * DAY_MS);
  t.same(await destroyOldKeys(later, () => {}, going()), { destroyed: 1, kept: [{ why: "open-cases", cases: 1 }] });
  await query(server.urls.ownerUrl, "DELETE FROM wraps");
  t.ok(await openMemberCase(await enter(who!), handle), "without the own record too");
});

t.test(
  "another role is wished by a colleague, signed by the member alone, and counts once the roots have signed",
  async (t) => {
    const { organisation, server, enter, steward, list, waiting } = await setting(t);
    const who = organisation.investigators[2]!;
    await enrol(server, who);
    const member = await enter(who);
    await wishRoles(steward, member.id, ["investigator", "lead"]);
    t.same(await waiting(), [], "what is wished is no entry");
    t.same((await readOwnKeys(member)).wished, ["investigator", "lead"]);
    const colleague = await memberAt(server, organisation.investigators[1]!);
    t.same(await fetchWaiting(colleague), [], "others are told of neither");
    await t.rejects(wishRoles(colleague, member.id, ["lead"]), { code: "forbidden" });

    await withdrawEntry(member);
    t.equal((await readOwnKeys(member)).wished, undefined, "it may be declined");
    await signRoles(member, ["custodian"]);
    const { changes, directory } = await list(await waiting());
    t.same(codesOf(changes), ["member-roles", "readers-go", "excludable-go"]);
    t.notOk(directory.channels.get(organisation.channels[0].id)!.recipients.includes(member.id));
    const after = await enter(who);
    t.same(after.directories.current.members.get(member.id)?.roles, ["custodian"]);

    // An administrator has no key that reports are sealed to: one is made with the role.
    const { administrator: third } = organisation;
    await enrol(server, third);
    const opensNothing = await enter(third);
    t.equal(opensNothing.sealing.length, 0);
    await signRoles(opensNothing, ["administrator", "investigator"]);
    const later = on(await enter(third), Date.now() + (DIRECTORY_DAYS + 36) * DAY_MS);
    t.equal(
      (await destroyOldKeys(later, () => {}, going())).destroyed,
      0,
      "what waits for the roots is no old key, although no directory lists it",
    );
    await list(await waiting());
    t.equal((await enter(third)).sealing.length, 1);
  },
);

t.test(
  "all keys replaced: the old ones go on until then, open nothing that is written after, and what they signed stands",
  async (t) => {
    const { organisation, server, enter, report, list, waiting } = await setting(t);
    const [who, other] = [organisation.investigators[0]!, organisation.investigators[1]!];
    await enrol(server, who);
    const before = await enter(who);
    await report(before);
    for (const { handle } of await found(before))
      await (await openMemberCase(before, handle)).note("Dengan kunci lama.");

    const { kept, entry } = await replaceKeys(before, OTHER_WORDS);
    await handOver(before, entry);
    const finish = (words: string) =>
      finishJoining(connect(server.origin), { name: nameOf(who), passphrase: words }, [kept], {
        roots: organisation.rootSet,
        now: Date.now(),
        builtAt: 0,
      });
    await t.rejects(finish(OTHER_WORDS), { code: "not-listed-yet" });
    t.ok(await enter(who));
    const { changes } = await list(await waiting());
    t.same(codesOf(changes), ["member-signing-key", "member-sealing-key"]);
    await t.rejects(enter(who), { code: "keys-differ" }, "the old words open a vault that is nobody's");
    t.ok(await finish(OTHER_WORDS));
    await t.rejects(enter(who), { code: "wrong-login" });
    const after = await enter(who, OTHER_WORDS);
    t.same(after.alarms, []);
    await report(after);
    const cases = await found(after);
    t.equal(cases.length, 2, "the old key came along");
    for (const { handle } of cases) await openMemberCase(after, handle);

    const colleague = await memberAt(server, other);
    const listed = await found(colleague);
    for (const { handle } of listed) {
      const { opened } = await openMemberCase(colleague, handle);
      t.same(opened.alarms, [], "what the old key signed is judged by the directory of its day");
    }
    const asked = { who: who.entry.id, reason: "Perangkat dicuri.", cut: true };
    const did: string[] = [];
    for await (const passed of giveAllBack(colleague, listed, asked, going())) did.push(passed.did);
    t.same(did.toSorted(), ["already", "done"], "the case that was sealed to the old key gets new ones");
    for (const { handle } of listed) await (await openMemberCase(colleague, handle)).note("Sesudah.");

    const parts = await query<{ open_part: Uint8Array }>(
      server.urls.ownerUrl,
      "SELECT open_part FROM messages WHERE open_part IS NOT NULL",
    );
    const epochs = parts
      .map((row) => inspectOpenPart(new Uint8Array(row.open_part)))
      .filter(({ kind }) => kind === "epoch");
    t.equal(epochs.length, 1);
    for (const part of epochs)
      if (part.kind === "epoch") t.throws(() => openEpoch(part, before.sealing), { code: "not-for-me" });
    for (const { handle } of await found(after)) {
      const { opened } = await openMemberCase(after, handle);
      t.same([opened.alarms, opened.writable.notes], [[], true], "its owner reads on under the new ones");
    }
  },
);
