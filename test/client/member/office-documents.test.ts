/** Documents in which the office decides for itself, on a server that shows what it likes. */
import t from "tap";
import { detailsOf } from "../../../src/client/audit/details.ts";
import { sha256Of } from "../../../src/client/line/sha256.ts";
import { openOfficeDocument } from "../../../src/client/member/document-trail.ts";
import {
  putOfficeDocument,
  readOfficeDocument,
  readSealedToAll,
  newestRead,
} from "../../../src/client/member/office-documents.ts";
import { leafHashOf } from "../../../src/crypto/log/merkle.ts";
import { THE_OFFICE, encodeEntry, encodeSignedEntry } from "../../../src/protocol/audit/entry.ts";
import { encodeLeaf, hourOf } from "../../../src/protocol/audit/leaf.ts";
import { changeLedger } from "../../../src/client/evaluation/ledger.ts";
import { type RuleOrder, readLaw, sayOfRule } from "../../../src/client/member/office-law.ts";
import { fromHex, utf8 } from "../../../src/crypto/bytes.ts";
import { ZERO_HASH } from "../../../src/crypto/envelope.ts";
import { inspectOfficeDocument, inspectSealedPayload } from "../../../src/crypto/office-document.ts";
import { deriveSealingKeyPair, deriveSigningKeyPair } from "../../../src/crypto/secret/keys.ts";
import { openOfficeDocument as openSigned, writeOfficeDocument } from "../../../src/crypto/secret/office-document.ts";
import { ruleOf } from "../../../src/protocol/law/law.ts";
import { officeRulesOf } from "../../../src/protocol/law/office-rules.ts";
import { EMPTY_LEDGER, type Ledger } from "../../../src/protocol/documents/ledger.ts";
import { encodeOfficeDocuments } from "../../../src/protocol/documents/office-documents.ts";
import type { OfficeDocumentContent } from "../../../src/protocol/documents/office-documents.ts";
import { makeMember, nextDocument } from "../../../src/client/directory/organisation.ts";
import { signRule } from "../../../src/web/investigator/law/sign-rule.ts";
import { type Ask, VaultError } from "../../../src/web/investigator/vault/vault-client.ts";
import { failureOf } from "../../../src/web/investigator/vault/parts/failures.ts";
import { readLawFor, sayOfRuleFor } from "../../../src/web/investigator/vault/parts/law.ts";
import { bytes } from "../../support/hostile/hostile-server.ts";
import { enter, first, tellStory } from "../../support/hostile/hostile-story.ts";
import { signedOf } from "../../support/organisation.ts";

const LEDGER: Ledger = {
  ...EMPTY_LEDGER,
  obstacles: [
    {
      id: "0011223344556677",
      on: "2026-11-02",
      what: "Jawaban pertama terlambat di dua kasus.",
      remedy: "Menunjuk pengganti saat cuti.",
      owner: "Sekretaris",
      due: "2026-12-01",
      done: null,
      result: "",
    },
  ],
};
const law = (note: string): OfficeDocumentContent<"law"> => ({
  rules: [{ id: "lke-request-by", on: "2026-11-29", value: "06-30", source: note }],
});

t.test(
  "what the office writes for itself is read by all who work on cases, and written on the newest alone",
  async (t) => {
    const story = await tellStory();
    const { lead, investigators } = story.organisation;
    const [leader, author] = [await enter(story, lead), await enter(story, first(investigators))];
    const none = await readOfficeDocument(author, "ledger");
    t.match(none, { version: 0, content: undefined, alarm: undefined });
    const one = await putOfficeDocument(author, none, LEDGER);
    t.match(await readOfficeDocument(leader, "ledger"), { version: 1, content: LEDGER, author: author.id });
    await t.rejects(putOfficeDocument(leader, none, EMPTY_LEDGER), { code: "changed" }, "two editors");
    t.match(await readOfficeDocument(leader, "ledger"), { version: 1, content: LEDGER }, "nothing is overwritten");
    await putOfficeDocument(leader, one, { ...LEDGER, evaluatedOn: "04-30" });
    t.match(await readOfficeDocument({ ...author }, "ledger"), { version: 2, content: { evaluatedOn: "04-30" } });
    const [stored = new Uint8Array()] = story.server.officeDocuments.get("ledger") ?? [];
    t.notOk(Buffer.from(stored).includes("Jawaban"), "sealed");
    const rules = await putOfficeDocument(leader, await readOfficeDocument(leader, "law"), law(""));
    t.match(await readOfficeDocument(author, "law"), { version: 1, content: law("") });
    await putOfficeDocument(author, rules, law("saya bukan penanggung jawab"));
    t.match(await readOfficeDocument(leader, "law"), { alarm: "altered" }, "no lead signed it");
  },
);

t.test("a version that is withheld, replaced or signed by somebody else is noticed, the next day too", async (t) => {
  const story = await tellStory();
  const { lead, investigators } = story.organisation;
  const [leader, reader] = [await enter(story, lead), await enter(story, first(investigators))];
  const one = await putOfficeDocument(leader, await readOfficeDocument(leader, "law"), law("1"));
  const two = await putOfficeDocument(leader, one, law("2"));
  t.match(await readOfficeDocument(reader, "law"), { version: 2, alarm: undefined });
  const genuine = [...story.server.officeDocuments.get("law")!];
  const show = (versions: readonly Uint8Array[], newest = versions.length) => {
    story.server.lies.officeDocuments = ({ query }) => {
      const from = Number(query.get("from") ?? newest);
      return bytes(encodeOfficeDocuments({ newest, documents: versions.slice(Math.max(0, from - 1)) }));
    };
  };
  const read = async () => {
    const [now, later] = [await readOfficeDocument(reader, "law"), await readOfficeDocument({ ...reader }, "law")];
    t.same(now.alarm, later.alarm);
    t.match(now.content, law("2"), "what was believed goes on being shown");
    await t.rejects(putOfficeDocument(reader, now, law("")), { code: "alarm" });
    return now.alarm;
  };
  show([genuine[0]!]);
  t.equal(await read(), "older", "withheld");
  show([]);
  t.equal(await read(), "older", "all of it");
  // The lead's key signs another second version, as a rolled back server would get one.
  story.server.officeDocuments.set("law", [genuine[0]!]);
  delete story.server.lies.officeDocuments;
  const other = await putOfficeDocument({ ...leader }, one, law("lain"));
  const [, replaced = new Uint8Array()] = story.server.officeDocuments.get("law")!;
  show([genuine[0]!, replaced]);
  t.equal(await read(), "altered", "replaced");
  story.server.officeDocuments.set("law", [genuine[0]!, replaced]);
  delete story.server.lies.officeDocuments;
  await putOfficeDocument({ ...leader }, other, law("3"));
  const third = story.server.officeDocuments.get("law")!.at(-1)!;
  show([...genuine, third]);
  t.equal(await read(), "altered", "a third version that rests on another second one");
  show([genuine[0]!, genuine[1]!.map((byte, at) => (at === genuine[1]!.length - 1 ? byte ^ 1 : byte))]);
  t.equal(await read(), "altered", "changed");
  show([...genuine], 9);
  t.equal(await read(), "altered", "more are named than shown");
  story.server.lies.officeDocuments = () =>
    bytes(encodeOfficeDocuments({ newest: 4_294_967_295, documents: [genuine[1]!] }));
  await t.rejects(readOfficeDocument(reader, "law"), { code: "unexpected" }, "versions without an end");
  show([...genuine], 9);
  const stranger = await enter(story, investigators[1]!);
  t.equal((await readOfficeDocument(stranger, "law")).alarm, "altered", "also for who remembers nothing");
  story.server.officeDocuments.set("law", [...genuine]);
  delete story.server.lies.officeDocuments;
  await putOfficeDocument({ ...leader, signing: stranger.signing }, two, law("palsu"));
  t.equal((await readOfficeDocument({ ...stranger }, "law")).alarm, "altered", "signed by another key");
  show([...genuine]);
  t.match(await readOfficeDocument({ ...reader }, "law"), { version: two.version, alarm: undefined });
});

t.test("who joins later reads it once a colleague has looked at it, and whoever left reads no newer one", async (t) => {
  const story = await tellStory();
  const { organisation, server } = story;
  const now = Date.parse(organisation.document.notBefore);
  const [author, , leaver] = organisation.investigators;
  const writer = await enter(story, author!);
  await putOfficeDocument(writer, await readOfficeDocument(writer, "ledger"), LEDGER);
  t.equal((await readSealedToAll(writer, "ledger")).version, 1, "nothing to seal anew");
  const joiner = makeMember({ id: "Baru", en: "New" }, ["investigator"], { now, fromVersion: 2 });
  const { document } = organisation;
  const members = document.members.map((entry) => (entry.id === leaver!.entry.id ? { ...entry, removedIn: 2 } : entry));
  const channels = document.channels.map((channel) => ({
    ...channel,
    recipients: channel.recipients.filter((id) => id !== leaver!.entry.id),
    excludable: channel.excludable.filter((id) => id !== leaver!.entry.id),
  }));
  const left = await enter(story, leaver!);
  const next = nextDocument({ ...document, members: [...members, joiner.entry], channels }, organisation.signed, now);
  server.directories = [organisation.signed, signedOf(organisation, next)];
  const newcomer = await enter(story, joiner);
  t.match(await readOfficeDocument(newcomer, "ledger"), { version: 1, content: undefined, alarm: "not-for-me" });
  t.match(await readSealedToAll(await enter(story, author!), "ledger"), { version: 2, content: LEDGER });
  t.match(await readOfficeDocument(newcomer, "ledger"), { version: 2, content: LEDGER, alarm: undefined });
  t.match(await readOfficeDocument({ ...left }, "ledger"), { version: 2, content: undefined, alarm: "not-for-me" });
});

t.test("whoever was removed signs no new version, under no directory", async (t) => {
  const story = await tellStory();
  const { organisation, server } = story;
  const { document } = organisation;
  const [author, , leaver] = organisation.investigators;
  const left = await enter(story, leaver!);
  const now = Date.parse(document.notBefore);
  const members = document.members.map((entry) => (entry.id === leaver!.entry.id ? { ...entry, removedIn: 2 } : entry));
  const channels = document.channels.map((channel) => ({
    ...channel,
    recipients: channel.recipients.filter((id) => id !== leaver!.entry.id),
    excludable: channel.excludable.filter((id) => id !== leaver!.entry.id),
  }));
  const next = nextDocument({ ...document, members, channels }, organisation.signed, now);
  server.directories = [organisation.signed, signedOf(organisation, next)];
  const [writer, reader] = [await enter(story, author!), await enter(story, organisation.lead)];
  const one = await putOfficeDocument(writer, await readOfficeDocument(writer, "ledger"), LEDGER);
  t.match(await readOfficeDocument(reader, "ledger"), { version: 1, alarm: undefined });
  // This server takes whatever is sent.
  for (const directories of [left.directories, writer.directories]) {
    server.officeDocuments.set("ledger", server.officeDocuments.get("ledger")!.slice(0, 1));
    await putOfficeDocument({ ...left, directories }, one, EMPTY_LEDGER);
    t.match(await readOfficeDocument(reader, "ledger"), { content: LEDGER, alarm: "altered" });
  }
});

t.test("a lead says one thing of one rule, upon what was looked at; the others stay as they were", async (t) => {
  const story = await tellStory();
  const leader = await enter(story, story.organisation.lead);
  const said = (id: string, value: number | null) => ({ id, on: "2026-11-29", value, source: "SK 12/2026" });
  t.equal((await sayOfRule(leader, { version: 0, id: "publish-k", said: said("publish-k", 8) })).version, 1);
  await sayOfRule(leader, { version: 1, id: "wbk-total", said: said("wbk-total", null) });
  const stale = { version: 1, id: "publish-k", said: said("publish-k", 4) };
  await t.rejects(sayOfRule(leader, stale), { code: "changed" }, "a colleague was quicker");
  // As the form does: nothing is saved, and it goes on upon what stands now.
  const calls = {
    readLaw: () => readLawFor(leader),
    sayOfRule: (order: RuleOrder) => sayOfRuleFor(leader, order),
  };
  const ask = (async (call: keyof typeof calls, asked: RuleOrder) => {
    try {
      return await calls[call](asked);
    } catch (error) {
      throw new VaultError(failureOf(error));
    }
  }) as Ask;
  const late = await signRule(ask, { ...stale, id: "wbbm-total" });
  t.match(late, { isSaved: false, view: { version: 2, rules: [{ id: "publish-k" }, { id: "wbk-total" }] } });
  const again = await signRule(ask, { version: late.view.version, id: "wbbm-total", said: null });
  t.match(again, { isSaved: true, view: { version: 3 } });
  const rules = officeRulesOf((await readLaw(leader)).content?.rules ?? []);
  t.match(ruleOf("publish-k", rules), { value: 8, isOwn: true, source: "SK 12/2026" });
  t.match(ruleOf("wbk-total", rules), { value: 75, isOwn: true, mark: "confirmed" });
  await sayOfRule(leader, { version: 3, id: "publish-k", said: null });
  const after = officeRulesOf((await readLaw(leader)).content?.rules ?? []);
  t.match([ruleOf("publish-k", after), ruleOf("wbk-total", after)], [{ value: 5, isOwn: false }, { isOwn: true }]);
});

t.test("an office of more than one team's size seals to everybody, and one beyond it to nobody", (t) => {
  const keys = Array.from({ length: 65 }, (_, at) => deriveSealingKeyPair(new Uint8Array(32).fill(at)));
  const readers = [...keys, ...keys, ...keys].slice(0, 150).map(({ publicKey }) => publicKey);
  const place = { kind: "ledger", version: 1, previous: ZERO_HASH, memberId: new Uint8Array(16) };
  const document = {
    ...place,
    directoryVersion: 1,
    directoryHash: ZERO_HASH,
    content: utf8("{}"),
    signing: deriveSigningKeyPair(new Uint8Array(32)),
  };
  const sealed = inspectOfficeDocument(writeOfficeDocument({ ...document, readers }));
  t.equal(inspectSealedPayload(sealed.payload).slots.length, 152);
  t.same(openSigned(sealed, [keys[64]!]), utf8("{}"));
  t.throws(() => writeOfficeDocument({ ...document, readers: Array.from({ length: 257 }, () => keys[0]!.publicKey) }), {
    code: "too-long",
  });
  t.end();
});

t.test(
  "attack 52: an office document put back with the memory of it is behind the trail, and that is said",
  async (t) => {
    const story = await tellStory();
    const { server } = story;
    const { log } = server;
    const member = await enter(story, story.organisation.lead);
    /** The act that the server appends with each version that it takes */
    const act = (kind: "law" | "ledger", bytes: Uint8Array) => {
      const entry = encodeEntry({
        actId: new Uint8Array(16),
        act: "decide-document",
        object: THE_OFFICE,
        details: detailsOf("putOfficeDocument", { kind }, sha256Of(bytes)),
        memberId: fromHex(member.id),
        directoryVersion: 1,
        seen: { size: 0, root: new Uint8Array(32) },
      });
      const leaf = encodeLeaf(hourOf("2026-11-29"), "act", encodeSignedEntry(entry, new Uint8Array(64)));
      log.shown.set(log.leaves.length, leaf);
      log.leaves.push(leafHashOf(sha256Of, leaf));
    };
    const versionsOf = (kind: "law" | "ledger") => server.officeDocuments.get(kind) ?? [];
    const one = await putOfficeDocument(member, await openOfficeDocument(member, "ledger"), LEDGER);
    act("ledger", versionsOf("ledger")[0]!);
    await putOfficeDocument(member, await readOfficeDocument(member, "law"), law(""));
    act("law", versionsOf("law")[0]!);
    t.match(
      await openOfficeDocument(member, "ledger"),
      { version: 1, alarm: undefined },
      "what came since is of the law",
    );
    const memory = server.knownHeads.get(member.id) ?? new Uint8Array();
    await putOfficeDocument(member, one, EMPTY_LEDGER);
    act("ledger", versionsOf("ledger")[1]!);
    t.match(await openOfficeDocument(member, "ledger"), { version: 2, alarm: undefined });
    server.officeDocuments.set("ledger", versionsOf("ledger").slice(0, 1));
    server.knownHeads.set(member.id, memory);
    const later = await enter(story, story.organisation.lead);
    t.match(await readOfficeDocument(later, "ledger"), { version: 1, alarm: undefined }, "by itself it looks whole");
    const behind = await openOfficeDocument(later, "ledger");
    t.match(behind, { version: 1, alarm: "unshown" });
    await t.rejects(putOfficeDocument(later, behind, LEDGER), { code: "alarm" });
    server.officeDocuments.set("ledger", []);
    const fresh = await enter(story, first(story.organisation.investigators));
    t.match(await openOfficeDocument(fresh, "ledger"), { version: 0, alarm: "unshown" }, "nor is none shown instead");
  },
);

t.test("what cannot be read goes on from the newest version that can, once somebody says so", async (t) => {
  const story = await tellStory();
  const leader = await enter(story, story.organisation.lead);
  const { current } = leader.directories;
  /** A version that a later program wrote */
  const later = (kind: "law" | "ledger", { hash: previous }: { hash: Uint8Array }, content: object) => {
    const document = writeOfficeDocument({
      kind,
      version: 2,
      previous,
      memberId: fromHex(leader.id),
      directoryVersion: current.version,
      directoryHash: current.hash,
      content: utf8(JSON.stringify(content)),
      signing: leader.signing,
      readers: kind === "law" ? undefined : [leader.sealing[0]!.publicKey],
    });
    story.server.officeDocuments.get(kind)!.push(document);
  };
  const one = await putOfficeDocument(leader, await readOfficeDocument(leader, "ledger"), LEDGER);
  later("ledger", one, { content: { ...LEDGER, later: [] }, sealedTo: [] });
  const found = await readOfficeDocument({ ...leader }, "ledger");
  t.match(found, { version: 2, alarm: "unreadable" });
  t.same(await newestRead(leader, found), { version: 1, content: LEDGER });
  const second = { ...LEDGER.obstacles[0]!, id: "ff11223344556677" };
  const added = { list: "obstacles", before: undefined, after: second } as const;
  await t.rejects(changeLedger(leader, added), { code: "alarm" });
  const anew = await changeLedger(leader, added, true);
  t.match(anew, { version: 3, content: { obstacles: [LEDGER.obstacles[0], second] } });

  const rules = law("").rules;
  later("law", await putOfficeDocument(leader, await readOfficeDocument(leader, "law"), { rules }), {
    rules,
    later: 1,
  });
  const reader = await enter(story, story.organisation.lead);
  t.match(await readLawFor(reader), { version: 2, rules, alarm: "unreadable", read: 1 }, "screens go by what was read");
  const order = { version: 2, id: "wbk-total", said: { ...rules[0]!, id: "wbk-total" } };
  await t.rejects(sayOfRule(reader, order), { code: "alarm" });
  const said = await sayOfRule(reader, { ...order, isAnew: true });
  t.same(said.content?.rules, [...rules.filter(({ id }) => id !== "wbk-total"), order.said], "no other rule is lost");
});

t.test("what this version cannot read is written over on purpose alone", async (t) => {
  const story = await tellStory();
  const leader = await enter(story, story.organisation.lead);
  const { current } = leader.directories;
  const newer = (kind: "law" | "ledger", content: object, readers: readonly Uint8Array[] | undefined) => {
    const place = { kind, version: 1, previous: ZERO_HASH, memberId: fromHex(leader.id) };
    const directory = { directoryVersion: current.version, directoryHash: current.hash };
    const bytes = utf8(JSON.stringify(content));
    const document = { ...place, ...directory, content: bytes, signing: leader.signing, readers };
    story.server.officeDocuments.set(kind, [writeOfficeDocument(document)]);
  };
  newer("law", { ...law(""), later: 1 }, undefined);
  newer("ledger", { content: { ...LEDGER, later: [] }, sealedTo: [] }, [leader.sealing[0]!.publicKey]);
  for (const kind of ["law", "ledger"] as const)
    t.match(await readOfficeDocument(leader, kind), { version: 1, content: undefined, alarm: "unreadable" });
  const rule = { version: 1, id: "wbk-total", said: null };
  await t.rejects(sayOfRule(leader, rule), { code: "alarm" });
  const [obstacle] = LEDGER.obstacles;
  const entry = { list: "obstacles", before: undefined, after: obstacle } as const;
  await t.rejects(changeLedger(leader, entry), { code: "alarm" });
  t.same(
    [...story.server.officeDocuments.values()].map(({ length }) => length),
    [1, 1],
    "nothing is lost",
  );
  t.match(await sayOfRule(leader, { ...rule, isAnew: true }), { version: 2, content: { rules: [] } });
  t.match(await changeLedger(leader, entry, true), { version: 2, content: LEDGER });
  t.match(await readOfficeDocument(leader, "ledger"), { version: 2, content: LEDGER, alarm: undefined });
});

t.test("whoever has other keys since reads it again once a colleague has looked at it", async (t) => {
  const story = await tellStory();
  const { organisation, server } = story;
  const [author, other] = organisation.investigators;
  const writer = await enter(story, author!);
  await putOfficeDocument(writer, await readOfficeDocument(writer, "ledger"), LEDGER);
  const { document } = organisation;
  const now = Date.parse(document.notBefore);
  const { id, names } = other!.entry;
  const renewed = makeMember(names, ["investigator"], { now, fromVersion: 2, id });
  const members = document.members.map((entry) => (entry.id === id ? renewed.entry : entry));
  const next = nextDocument({ ...document, members }, organisation.signed, now);
  server.directories = [organisation.signed, signedOf(organisation, next)];
  const back = await enter(story, renewed);
  t.equal((await readOfficeDocument(back, "ledger")).alarm, "not-for-me");
  t.equal((await readSealedToAll(await enter(story, author!), "ledger")).version, 2);
  t.match(await readOfficeDocument(back, "ledger"), { version: 2, content: LEDGER, alarm: undefined });
});
