/** Changes wished at the desk, as they go to the root holders and come back. */
import t from "tap";
import { countSignatures, encodeSignature, signRequest } from "../../../src/client/ceremony/root.ts";
import {
  makeMember,
  memberValidUntil,
  signDirectory,
  stateFreshness,
} from "../../../src/client/directory/organisation.ts";
import {
  changesOf,
  gatherSignatures,
  makeRequest,
  requestNext,
  stillTaken,
} from "../../../src/client/office/requests.ts";
import type { Steward } from "../../../src/client/member/entry/sign-in.ts";
import type { Wish } from "../../../src/client/office/wishes.ts";
import { deriveSigningKeyPair, makeSeed } from "../../../src/crypto/secret/keys.ts";
import { hex, utf8 } from "../../../src/crypto/bytes.ts";
import { DAY_MS } from "../../../src/protocol/encoding/day.ts";
import { documentBytes, parseDirectory, type SignedDirectory } from "../../../src/protocol/directory/directory.ts";
import { withStatements } from "../../../src/protocol/directory/freshness.ts";
import { makeOrganisation } from "../../support/organisation.ts";

const NOW = Date.UTC(2026, 10, 29, 3);
const refused = (code: string) => ({ name: "CeremonyError", code });
const SEED = makeSeed();
const office = makeOrganisation(NOW - 30 * DAY_MS, [deriveSigningKeyPair(SEED)]);
const [first, second, third] = office.investigators.map(({ entry }) => entry.id) as [string, string, string];
const custodian = office.custodians[0]!.entry.id;
const [main, other] = office.channels;
const current = parseDirectory(documentBytes(office.signed));

function made(wishes: readonly Wish[], before: SignedDirectory = office.signed) {
  const request = makeRequest(before, wishes, NOW);
  if ("faults" in request) throw new Error(JSON.stringify(request.faults));
  return request;
}

t.test("who is removed stays listed, reads no channel any more, and root holders read it in sentences", (t) => {
  const { read } = made([{ what: "remove", member: third }]);
  t.equal(read.directory.members.get(third)?.removedIn, 2);
  for (const { recipients, excludable } of read.directory.channels.values())
    t.notOk(recipients.includes(third) || excludable.includes(third));
  t.same(
    read.changes.map(({ code }) => code),
    ["member-goes", "readers-go", "excludable-go", "dates"],
  );
  t.same(read.directory.channels.get(main.id)?.slots, main.slots, "its reports stay as long as they were");
  t.end();
});

t.test("a removal wins over whatever else is wished for the same person", (t) => {
  const people = { recipients: [...main.recipients], custodians: main.custodians, excludable: main.excludable };
  const { read } = made([
    { what: "remove", member: third },
    { what: "renew", member: third },
    { what: "people", channel: main.id, ...people },
  ]);
  t.notOk(read.directory.channels.get(main.id)?.recipients.includes(third));
  t.end();
});

t.test("what would leave a channel or the statements without people is refused by name", (t) => {
  t.same(makeRequest(office.signed, [{ what: "remove", member: first }], NOW), {
    faults: [{ code: "too-few-readers", about: other.id }],
  });
  t.same(makeRequest(office.signed, [{ what: "remove", member: office.lead.entry.id }], NOW), {
    faults: [{ code: "too-few-stewards" }],
  });
  const nobody = { what: "people", channel: other.id, recipients: [first, second], custodians: [], excludable: [] };
  t.same(makeRequest(office.signed, [nobody as Wish], NOW), {
    faults: [{ code: "too-few-custodians", about: other.id }],
  });
  t.end();
});

t.test("without a wish the directory is made anew with new dates, and a member's year begins again", (t) => {
  t.same(
    made([]).read.changes.map(({ code }) => code),
    ["dates"],
  );
  const { read } = made([{ what: "renew", member: first }]);
  t.same(
    read.changes.map(({ code }) => code),
    ["member-valid", "dates"],
  );
  t.equal(read.directory.members.get(first)?.validUntil, Date.parse(memberValidUntil(NOW)));
  t.end();
});

t.test(
  "a request rests on the newest directory, which a colleague may have published since this session looked",
  async (t) => {
    const { read } = made([{ what: "renew", member: first }]);
    const newer = signDirectory(read.document, [deriveSigningKeyPair(SEED)]);
    let signed = office.signed;
    const refresh = async () => void (signed = newer);
    const directories = {
      refresh,
      now: NOW,
      get signed() {
        return signed;
      },
    } as Steward["directories"];
    const request = await requestNext({ directories }, [{ what: "remove", member: third }]);
    t.equal("read" in request && request.read.directory.version, 3);
  },
);

t.test(
  "people of a channel keep their order however they are ticked, and whoever is not there is not excludable",
  (t) => {
    const { read } = made([
      {
        what: "people",
        channel: other.id,
        recipients: [third, second, first],
        custodians: [custodian],
        excludable: [third, office.lead.entry.id],
      },
    ]);
    const channel = read.directory.channels.get(other.id);
    t.same(channel?.recipients, [...other.recipients, third]);
    t.same(channel?.excludable, [third]);
    t.end();
  },
);

t.test("whoever comes brings an entry signed by itself; a foreign key or role in it is refused", (t) => {
  const { entry } = makeMember({ id: "Pemeriksa 4" }, ["investigator"], { now: NOW, fromVersion: 2 });
  t.match(made([{ what: "add", entry }]).read.changes[0], { code: "member-comes" });
  const raised = { ...entry, roles: ["investigator", "lead"] as const };
  const swapped = { ...entry, sealingKey: office.investigators[0]!.entry.sealingKey };
  t.throws(() => made([{ what: "add", entry: { ...raised, roles: [...raised.roles] } }]), { code: "bad-member" });
  t.throws(() => made([{ what: "add", entry: swapped }]), { code: "equal-keys" });
  t.throws(() => made([{ what: "add", entry: office.lead.entry }]), "who is there comes no second time");
  t.end();
});

t.test(
  "who lost all keys comes as somebody new, takes the former place in each channel, and the roots read it",
  (t) => {
    const { entry } = makeMember({ id: "Pemeriksa 2 (kunci baru)" }, ["investigator"], { now: NOW, fromVersion: 2 });
    const { read } = made([{ what: "add", entry, replaces: second }]);
    t.same(
      read.changes.map(({ code }) => code).filter((code) => code.startsWith("member")),
      ["member-goes", "member-comes", "member-replaces"],
    );
    t.equal(read.directory.members.get(entry.id)?.replaces, second);
    for (const { recipients, excludable } of read.directory.channels.values()) {
      t.notOk(recipients.includes(second) || excludable.includes(second));
      t.ok(recipients.includes(entry.id));
    }
    const twice = { ...entry, replaces: first };
    t.throws(() => made([{ what: "add", entry: twice }]), { code: "bad-member" }, "nobody is there twice");
    const nobody = { ...entry, replaces: "00".repeat(16) };
    t.throws(() => made([{ what: "add", entry: nobody }]), { code: "bad-member" }, "nor in the place of nobody");
    t.end();
  },
);

t.test(
  "root set and number of stewards change by a wish, and what nobody could sign any more is refused by name",
  (t) => {
    const [old] = parseDirectory(documentBytes(office.signed)).roots.keys;
    const coming = deriveSigningKeyPair(makeSeed()).publicKey;
    const wish = (come: readonly Uint8Array[], go: readonly Uint8Array[], threshold: number): Wish => ({
      what: "roots",
      come: come.map(hex),
      go: go.map(hex),
      threshold,
    });
    const { read } = made([wish([coming], [], 2)]);
    t.same(
      read.changes.map(({ code }) => code),
      ["root-comes", "roots-needed", "dates"],
    );
    t.same(countSignatures(read, [signRequest(read, SEED)]), [
      { set: "old", has: 1, needs: 1 },
      { set: "new", has: 1, needs: 2 },
    ]);
    for (const [go, threshold] of [
      [[old!], 1],
      [[], 2],
      [[], 0],
    ] as const)
      t.same(makeRequest(office.signed, [wish([], go, threshold)], NOW), { faults: [{ code: "roots-needed" }] });
    t.same(makeRequest(office.signed, [{ what: "stewards", needed: 1 }], NOW), {
      faults: [{ code: "stewards-needed" }],
    });
    t.same(makeRequest(office.signed, [{ what: "stewards", needed: 3 }], NOW), {
      faults: [{ code: "too-few-stewards" }],
    });
    t.end();
  },
);

t.test("files come back in any order and twice, and foreign ones are told apart", (t) => {
  const one = made([{ what: "remove", member: third }]);
  const signature = encodeSignature(signRequest(one.read, SEED));
  t.equal(gatherSignatures(current, [one.file]).signed, undefined);
  const { signed, counts } = gatherSignatures(current, [signature, one.file, signature, one.file]);
  t.same(counts, [{ set: "all", has: 1, needs: 1 }]);
  t.same(documentBytes(signed!), one.read.bytes);
  t.same(changesOf(office.signed, signed!), one.read.changes, "colleagues read what root holders have read");

  const two = made([{ what: "renew", member: first }]);
  t.throws(() => gatherSignatures(current, [signature]), refused("malformed"), "no request");
  t.throws(() => gatherSignatures(current, [two.file, signature]), refused("other-request"));
  t.throws(() => gatherSignatures(current, [one.file, two.file]), refused("other-request"));
  t.throws(() => gatherSignatures(current, [one.file, utf8("{}")]), refused("malformed"));
  const stolen = new TextDecoder().decode(encodeSignature(signRequest(two.read, SEED)));
  const name = (bytes: Uint8Array) => (JSON.parse(new TextDecoder().decode(bytes)) as { directory: string }).directory;
  const forged = utf8(stolen.replace(name(utf8(stolen)), name(signature)));
  t.throws(() => gatherSignatures(current, [one.file, forged]), refused("bad-signature"));
  t.throws(
    () => gatherSignatures(parseDirectory(documentBytes(signed!)), [one.file, signature]),
    refused("does-not-follow"),
    "another directory was published since",
  );
  t.end();
});

t.test("who is suspended stays so under a new directory, unless that is said; who was removed need not be", (t) => {
  const steward = [office.lead, office.administrator];
  const stated = stateFreshness(office.signed, steward, NOW, { suspended: [second, third], closed: [other.id] });
  const now = withStatements(current, stated.statements!, undefined);
  const next = parseDirectory(
    documentBytes(signDirectory(made([{ what: "remove", member: third }]).read.document, office.roots)),
  );
  t.same(stillTaken(now, next), { suspended: [second], closed: [other.id] });
  t.same(stillTaken(now, next, [second]), { suspended: [], closed: [other.id] });
  t.end();
});

t.test(
  "a channel is called otherwise, promises other deadlines, and is one more: root holders read each of it",
  (t) => {
    const names = { id: "Saluran kedua", en: "Second channel" };
    const id = "ab".repeat(16);
    const people = { recipients: [first, third], custodians: [custodian], excludable: [third] };
    const { read } = made([
      { what: "people", channel: id, ...people },
      {
        what: "new-channel",
        channel: id,
        names: { id: "Saluran ketiga", en: "Third" },
        deadlines: "eu",
        recovery: true,
      },
      { what: "channel", channel: other.id, names, deadlines: "pp43", recovery: false },
    ]);
    t.same(
      read.changes.map(({ code }) => code),
      [
        "channel-names",
        "recovery-does-not-read",
        "deadlines",
        "channel-comes",
        "readers-come",
        "custodians-come",
        "recovery-reads",
        "slots",
        "identity-slots",
        "excludable-come",
        "deadlines",
        "dates",
      ],
    );
    t.match(read.directory.channels.get(id), {
      ...people,
      deadlines: "eu",
      recovery: true,
      slots: 8,
      identitySlots: 4,
    });
    t.same(read.directory.channels.get(other.id)?.names, names);
    t.equal(read.directory.channels.get(other.id)?.slots, other.slots, "its reports stay as long as they were");
    t.end();
  },
);

t.test(
  "a channel that nobody can tell apart, that nobody reads, or whose recovery key is none, is refused by name",
  (t) => {
    const id = "cd".repeat(16);
    const empty = { what: "new-channel", channel: id, deadlines: "zi", recovery: false } as const;
    const faults = (wish: Wish, before = office.signed) => {
      const request = makeRequest(before, [wish], NOW);
      return "faults" in request ? request.faults.map(({ code }) => code) : [];
    };
    t.same(faults({ ...empty, names: { id: " saluran UTAMA", en: "New" } }), [
      "too-few-readers",
      "too-few-custodians",
      "same-name",
    ]);
    t.same(faults({ ...empty, names: {} }), ["too-few-readers", "too-few-custodians", "unnamed"]);
    const channels = office.document.channels.map((channel) => ({ ...channel, recovery: false }));
    const without = signDirectory({ ...office.document, recovery: null, channels }, office.roots);
    const { names, deadlines } = other;
    t.same(faults({ what: "channel", channel: other.id, names, deadlines, recovery: true }, without), [
      "no-recovery-key",
    ]);
    t.end();
  },
);
