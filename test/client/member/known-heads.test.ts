/** Heads for strangers, and cases that vanish: what a member's client remembers from one session to the next. */
import t from "tap";
import fc from "fast-check";
import { countForNobody, countMissing, ofOpened } from "../../../src/client/member/list/known-heads.ts";
import { sha256 } from "../../../src/client/line/sha256.ts";
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { fromHex, hex } from "../../../src/crypto/bytes.ts";
import { deriveSealingKeyPair, makeSeed } from "../../../src/crypto/secret/keys.ts";
import { makeVaultKey, openKnownHeads, sealKnownHeads } from "../../../src/crypto/secret/vault.ts";
import { fromBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { handleText, encodeHeadNames, encodeNewHeadNames, parseHandles } from "../../../src/protocol/frames.ts";
import { type HostileServer, bytes } from "../../support/hostile/hostile-server.ts";
import { enter, first, report, tellStory, type Story } from "../../support/hostile/hostile-story.ts";

/** Reports from which the first investigator is excluded: genuine heads without a slot for that member. */
async function strangers(story: Story, count: number): Promise<void> {
  const excluded = ({ investigators }: Story["organisation"]) => [first(investigators)];
  for (let at = 0; at < count; at++) await report(story.server, story.organisation, { excluded });
}

/** The same member, signed in anew: all that is left is what the server keeps. */
const again = (member: Member): Member => ({ ...member });

/** How many heads were handed out since the last call. */
function counter(server: HostileServer): () => number {
  let before = 0;
  return () => {
    const asked = server.requestsOf("heads").map(({ query }) => query.get("only"));
    const named = asked
      .slice(before)
      .map((only) => (only === null ? Infinity : parseHandles(fromBase64url(only)).length));
    before = asked.length;
    return named.reduce((sum, one) => sum + one, 0);
  };
}

t.test(
  "attack 90: a head that does not open is tried once, and not fetched again, in this session or the next",
  async (t) => {
    const story = await tellStory();
    await strangers(story, 3);
    const member = await enter(story, first(story.organisation.investigators));
    const fetched = counter(story.server);
    let tried = 0;
    const look = async (as: Member) => {
      tried = 0;
      return findNewCases(as, () => void tried++);
    };
    t.match(await look(member), { opened: [handleText(story.stored.handle)], notForMe: 3, altered: [] });
    t.equal(tried, 4);
    fetched();
    for (const as of [member, again(member), again(member)]) {
      t.match(await look(as), { opened: [], notForMe: 3 });
      t.same([tried, fetched()], [0, 0]);
    }
    await strangers(story, 1);
    const { stored } = await report(story.server, story.organisation);
    t.match(await look(again(member)), { opened: [handleText(stored.handle)], notForMe: 4 });
    t.same([tried, fetched()], [2, 2], "what is new is tried alone");
  },
);

t.test(
  "attack 90: how many opened for nobody is told once they are many; fewer could be about who reads it",
  async (t) => {
    const story = await tellStory();
    const member = await enter(story, first(story.organisation.investigators));
    for (const [count, told] of [
      [9, undefined],
      [1, 10],
      [2, 12],
    ] as const) {
      await strangers(story, count);
      await findNewCases(member);
      t.equal(await countForNobody(member), told);
    }
    const [one] = story.server.cases.slice(-1);
    // Of another digest it is as if some were not known: then all are asked for.
    const tellNew = (waiting: number, digest: Uint8Array) =>
      bytes(encodeNewHeadNames({ next: undefined, digest, waiting, names: [] }));
    story.server.lies.newHeadNames = () => tellNew(12, new Uint8Array(32));
    story.server.lies.headNames = () => {
      const handles = story.server.cases.map(({ handle }) => handle);
      const isOne = (handle: Uint8Array) => hex(handle) === hex(one!.handle);
      return bytes(
        encodeHeadNames({
          next: undefined,
          openedByOthers: handles.filter(isOne),
          openedByNobody: handles.filter((handle) => !isOne(handle)),
        }),
      );
    };
    await findNewCases(member);
    t.equal(await countForNobody(member), 11, "what a colleague has opened is no noise");
    const names = story.server.cases.slice(1).map(({ handle }) => hex(handle).slice(0, 16));
    const digest = await sha256(fromHex(names.toSorted().join("")));
    const asked = () => story.server.requestsOf("headNames").length;
    const before = asked();
    for (const [waiting, told] of [
      [10, 10],
      [9, undefined],
      [99, 12],
    ] as const) {
      story.server.lies.newHeadNames = () => tellNew(waiting, digest);
      await findNewCases(member);
      t.equal(await countForNobody(member), told, "by the number alone where nothing else is asked for");
    }
    t.equal(asked(), before);
  },
);

t.test("attack 90: with a new key each head is tried once more, with that key alone", async (t) => {
  const story = await tellStory();
  await strangers(story, 2);
  const member = await enter(story, first(story.organisation.investigators));
  await findNewCases(member);
  const newer = { ...member, sealing: [deriveSealingKeyPair(makeSeed()), ...member.sealing] };
  let tried = 0;
  t.match(await findNewCases(newer, () => void tried++), { opened: [], notForMe: 2 });
  t.equal(tried, 2);
  tried = 0;
  await findNewCases({ ...newer }, () => void tried++);
  t.equal(tried, 0);
  const other = { ...member, sealing: [deriveSealingKeyPair(makeSeed())] };
  await findNewCases(other, () => void tried++);
  t.equal(tried, 2, "a key that the memory does not know tells nothing of others");
});

t.test("attack 90: a memory that is damaged, exchanged or withheld costs a look, and no report", async (t) => {
  const story = await tellStory();
  await strangers(story, 2);
  const { knownHeads } = story.server;
  const member = await enter(story, first(story.organisation.investigators));
  await findNewCases(member);
  const genuine = first([...knownHeads.values()]);
  const { stored } = await report(story.server, story.organisation);
  const name = hex(stored.handle).slice(0, 16);
  const forged = sealKnownHeads(
    { key: new Uint8Array(32), notForMe: new Set([name]), opened: new Set(), burnt: new Set(), declared: new Map() },
    makeVaultKey(),
    fromHex(member.id),
  );
  for (const damaged of [forged, genuine.map((byte) => byte ^ 1), genuine.subarray(1), new Uint8Array(7)]) {
    knownHeads.set(member.id, damaged);
    stored.wraps.clear();
    t.match(await findNewCases(again(member)), { opened: [handleText(stored.handle)], notForMe: 2 });
  }
});

t.test("an altered head stays an alarm, and is tried again when the member comes in anew", async (t) => {
  const story = await tellStory();
  const member = await enter(story, first(story.organisation.investigators));
  const { head, handle } = story.stored;
  story.stored.head = head.map((byte, at) => (at === 300 ? byte ^ 1 : byte));
  for (const _ of [1, 2]) t.match(await findNewCases(member), { opened: [], altered: [handleText(handle)] });
  story.stored.head = head;
  t.match(await findNewCases(again(member)), { opened: [handleText(handle)], altered: [] });
});

t.test(
  "attack 88: a case that was opened and is shown no more, without a record of two, is missed; also in a later session",
  async (t) => {
    const story = await tellStory();
    await report(story.server, story.organisation);
    const member = await enter(story, first(story.organisation.investigators));
    await findNewCases(member);
    const listed = async (as: Member) => (await listCases(as)).cases.map(({ handle }) => handle);
    t.equal(await countMissing(member, await listed(member), []), 0);
    const [gone] = story.server.cases.splice(0, 1);
    for (const as of [member, again(member), again(member)])
      t.equal(await countMissing(as, await listed(as), []), 1, "and it stays missed");
    t.equal(
      await countMissing(again(member), await listed(member), [handleText(gone!.handle)]),
      0,
      "two have discarded it",
    );
    t.equal(await countMissing(again(member), await listed(member), []), 0);
  },
);

t.test(
  "attack 88: what is discarded is told to whoever had opened it, also when it is gone; never to whom its reporter excluded",
  async (t) => {
    const story = await tellStory();
    const handle = handleText(story.stored.handle);
    const member = await enter(story, first(story.organisation.investigators));
    await strangers(story, 1);
    await findNewCases(member);
    const [, kept] = story.server.cases;
    const records = [{ handle }, { handle: handleText(kept!.handle) }];
    const told = async (as: Member) => (await ofOpened(as, records)).map((one) => one.handle);
    const listed = (await listCases(member)).cases.map((one) => one.handle);
    await countMissing(member, listed, []);
    t.same(await told(member), [handle], "proposed");
    for (const as of [member, again(member), again(member)]) {
      t.equal(
        await countMissing(
          as,
          [],
          records.map((one) => one.handle),
        ),
        0,
      );
      t.same(await told(as), [handle], "removed");
    }
  },
);

t.test("the record has one spelling, and opens for its member alone", (t) => {
  const [vaultKey, key] = [makeVaultKey(), new Uint8Array(32).fill(7)];
  const [id, other] = [new Uint8Array(16), new Uint8Array(16).fill(1)];
  const names = fc.uniqueArray(
    fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => hex(bytes)),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(names, names, (notForMe, opened) => {
      const sealed = sealKnownHeads(
        {
          key,
          notForMe: new Set(notForMe),
          opened: new Set(opened),
          burnt: new Set(opened),
          declared: new Map(opened.map((name, at) => [name, at])),
        },
        vaultKey,
        id,
      );
      const read = openKnownHeads(sealed, vaultKey, id);
      t.same([...read.notForMe].toSorted(), notForMe.toSorted());
      t.same([...read.opened].toSorted(), opened.toSorted());
      t.throws(() => openKnownHeads(sealed, vaultKey, other), { code: "altered" });
    }),
    { numRuns: 20 },
  );
  t.end();
});
