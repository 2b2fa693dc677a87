import t, { type Test } from "tap";
import { concat, fromUtf8, sameBytes, utf8 } from "../../src/crypto/bytes.ts";
import { SLOT_BYTES, checkBody, encodeSubmission, inspectHead, parseSubmission } from "../../src/crypto/envelope.ts";
import type { CryptoErrorCode } from "../../src/crypto/errors.ts";
import { BODY_CLASSES, SUMMARY_CLASSES, pad } from "../../src/crypto/padding.ts";
import type { SealingKeyPair } from "../../src/crypto/secret/keys.ts";
import { openBody, openHead, openIdentity, openSummary } from "../../src/crypto/secret/open.ts";
import { deriveTokenKeys, makeToken } from "../../src/crypto/secret/token.ts";
import { deriveAccessKeyPair } from "../../src/crypto/secret/seal.ts";
import { openSlot, sealSlot } from "../../src/crypto/secret/slot.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import {
  CHANNEL_ID,
  closeEnvelope,
  craftEnvelope,
  flipBit,
  makeCraft,
  makeReader,
  rounds,
  sealSample,
} from "./sample.ts";

const REPORT = { kind: "report" } as const;

function refuses(t: Test, code: CryptoErrorCode, open: () => unknown, about: string): void {
  t.throws(open, { name: "CryptoError", code }, about);
}

/** Where the slots of a head lie. */
function slotPlaces(head: Uint8Array): { start: number; count: number } {
  const { prefixBytes, slots } = inspectHead(head, REPORT);
  return { start: 4 + prefixBytes.length, count: slots.length };
}

/** The head with its slots put in place by hand, and nothing else changed. */
function withSlots(head: Uint8Array, bend: (slots: Uint8Array[]) => Uint8Array[]): Uint8Array {
  const { start, count } = slotPlaces(head);
  const slots = Array.from({ length: count }, (_, at) =>
    head.slice(start + at * SLOT_BYTES, start + (at + 1) * SLOT_BYTES),
  );
  return concat(head.subarray(0, start), ...bend(slots), head.subarray(start + count * SLOT_BYTES));
}

/** Index of the slot that `reader` opens. */
function slotOf(slots: readonly Uint8Array[], prefix: Uint8Array, reader: SealingKeyPair): number {
  return slots.findIndex((slot) => {
    try {
      return openSlot(prefix, reader, slot).length > 0;
    } catch {
      return false;
    }
  });
}

t.test("every reader opens what was sealed, and nobody else does", (t) => {
  const sealed = sealSample();
  for (const reader of sealed.readers) {
    const opened = openHead(sealed.head, { ...REPORT, caseId: sealed.token.caseId, channelId: CHANNEL_ID }, [reader]);
    t.equal(fromUtf8(openBody(opened, sealed.body)), "body");
    t.equal(fromUtf8(openSummary(opened.contentKey, opened.head.binding, opened.head.summary)), "summary");
    t.ok(sameBytes(opened.head.headHash, sealed.headHash));
  }
  refuses(t, "not-for-me", () => openHead(sealed.head, REPORT, [makeReader(), sealed.custodians[0]!]), "a stranger");
  refuses(t, "not-for-me", () => openHead(sealed.head, REPORT, []), "nobody");
  t.end();
});

t.test("an older key of the vault opens too", (t) => {
  const sealed = sealSample();
  const { readerKey } = openHead(sealed.head, REPORT, [makeReader(), sealed.readers[1]!]);
  t.strictSame(readerKey, sealed.readers[1]!.publicKey, "and is named");
  t.end();
});

t.test("attack 72: an identity opens for no custodian alone and no recipient alone, and none is exchanged", (t) => {
  const sealed = sealSample();
  const report = openHead(sealed.head, REPORT, [sealed.readers[0]!]);
  const expected = { kind: "identity", caseId: sealed.token.caseId, parent: report.head.headHash } as const;
  const identity = openHead(sealed.identityHead, expected, [sealed.custodians[0]!]);
  t.equal(fromUtf8(openIdentity(identity, report.contentKey, sealed.identityBody)), "identity");
  refuses(t, "altered", () => openIdentity(identity, randomBytes(32), sealed.identityBody), "custodian alone");
  refuses(t, "not-for-me", () => openHead(sealed.identityHead, expected, sealed.readers), "recipients alone");
  refuses(t, "altered", () => openHead(sealed.identityHead, { ...expected, parent: randomBytes(32) }, []), "parent");
  // The server has an empty one of the same size at hand: of another report, to the same custodians.
  const { custodians } = sealed.report;
  const empty = sealSample({ identity: new Uint8Array(), custodians, token: sealed.token });
  refuses(t, "altered", () => openHead(empty.identityHead, expected, sealed.custodians), "a dummy for a name");
  refuses(t, "altered", () => openIdentity(identity, report.contentKey, empty.identityBody), "its body alone");
  t.end();
});

t.test("reports with and without an identity, with few and many readers, look alike", (t) => {
  const one = sealSample({ identity: new Uint8Array() });
  const other = sealSample({ readers: [makeReader().publicKey], custodians: [] });
  const sizes = ({ head, body, identityHead, identityBody, receipt }: typeof one) =>
    [head, body, identityHead, identityBody, receipt].map(({ length }) => length);
  t.same(sizes(one), sizes(other));
  t.end();
});

t.test("nothing is sealed to nobody, to more readers than slots or with a text that does not fit", (t) => {
  refuses(t, "bad-key", () => sealSample({ readers: [] }), "nobody");
  refuses(t, "bad-key", () => sealSample({ readers: [new Uint8Array(1216)] }), "a key of zeros");
  const { publicKey } = makeReader();
  refuses(t, "too-long", () => sealSample({ readers: Array.from({ length: 9 }, () => publicKey) }), "nine in eight");
  refuses(t, "too-long", () => sealSample({ body: new Uint8Array(1_048_576) }), "body");
  refuses(t, "too-long", () => sealSample({ summary: new Uint8Array(1_024) }), "summary");
  refuses(t, "too-long", () => sealSample({ identity: new Uint8Array(4_096) }), "identity");
  t.end();
});

t.test("attack 2: a slot added or exchanged after sealing is refused without any key", (t) => {
  const { head } = sealSample();
  const { prefixBytes } = inspectHead(head, REPORT);
  const mine = makeReader();
  const slot = sealSlot(prefixBytes, mine.publicKey, randomBytes(32));
  refuses(
    t,
    "altered",
    () =>
      inspectHead(
        withSlots(head, (slots) => slots.with(3, slot)),
        REPORT,
      ),
    "exchanged",
  );
  refuses(
    t,
    "malformed",
    () =>
      inspectHead(
        withSlots(head, (slots) => [...slots, slot]),
        REPORT,
      ),
    "added",
  );
  t.end();
});

t.test("attack 9: slots left out, doubled or moved are refused, and nobody sees it as merely not for him", (t) => {
  const sealed = sealSample();
  const bends: readonly [string, (slots: Uint8Array[]) => Uint8Array[], CryptoErrorCode][] = [
    ["left out", (slots) => slots.slice(1), "malformed"],
    ["doubled", (slots) => slots.with(0, slots[1]!), "altered"],
    ["reversed", (slots) => slots.toReversed(), "altered"],
    ["all mine gone", (slots) => slots.map((slot) => flipBit(slot, 1_150)), "altered"],
  ];
  for (const [title, bend, code] of bends) {
    const bent = withSlots(sealed.head, bend);
    for (const reader of sealed.readers) refuses(t, code, () => openHead(bent, REPORT, [reader]), title);
  }
  t.end();
});

t.test("attack 10: a slot taken from another envelope does not open", (t) => {
  const reader = makeReader();
  const first = craftEnvelope(makeCraft([reader]));
  const { slots } = inspectHead(first.head, REPORT);
  // Every slot of the first envelope stands, signed by its malicious author, in a second one with the same key inside.
  const second = craftEnvelope(makeCraft([], { bend: () => [...slots] }));
  refuses(t, "not-for-me", () => openHead(second.head, REPORT, [reader]), "transplanted");
  t.ok(openHead(first.head, REPORT, [reader]));
  t.end();
});

t.test("attack 11: bodies, summaries and envelopes of another case, purpose or version do not fit", (t) => {
  const reader = makeReader();
  const readers = [reader.publicKey];
  const one = sealSample({ readers });
  const other = sealSample({ readers });
  const opened = openHead(one.head, REPORT, [reader]);
  refuses(t, "altered", () => openBody(opened, other.body), "body of another case");
  refuses(t, "altered", () => checkBody(opened.head, other.body), "the server sees it too");
  const foreign = openHead(other.head, REPORT, [reader]);
  refuses(t, "altered", () => openSummary(opened.contentKey, opened.head.binding, foreign.head.summary), "summary");
  // Under one and the same content key, so that the binding alone keeps them apart.
  const craft = makeCraft([reader]);
  const [mine, twin] = [craftEnvelope(craft), craftEnvelope(craft)];
  const [own, its] = [openHead(mine.head, REPORT, [reader]), openHead(twin.head, REPORT, [reader])];
  t.same(own.contentKey, its.contentKey);
  t.equal(fromUtf8(openSummary(own.contentKey, own.head.binding, own.head.summary)), "summary");
  refuses(t, "altered", () => openSummary(own.contentKey, own.head.binding, its.head.summary), "a twin's summary");
  const swapped = { ...own, head: { ...own.head, bodyHash: its.head.bodyHash } };
  refuses(t, "altered", () => openBody(swapped, twin.body), "a twin's body, and a head that names it");
  refuses(t, "malformed", () => openBody(opened, one.identityBody), "an identity's body");
  refuses(t, "altered", () => openHead(one.identityHead, REPORT, one.custodians), "an identity as a report");
  refuses(t, "altered", () => inspectHead(one.head, { kind: "identity" }), "a report as an identity");
  refuses(t, "altered", () => inspectHead(one.identityHead, { kind: "identity", parent: other.headHash }), "parent");
  const versionTwo = craftEnvelope(makeCraft([reader]));
  // Prefix length, length and text of the label, length and three bytes of the version.
  versionTwo.head[4 + 4 + "segel/1/envelope".length + 4 + 3] = 2;
  refuses(t, "malformed", () => inspectHead(versionTwo.head, REPORT), "another version");
  t.end();
});

t.test(
  "attack 12: a header that holds two content keys is refused by the one to which its MAC does not commit",
  (t) => {
    const [one, other] = [makeReader(), makeReader()];
    const secondKey = randomBytes(32);
    const crafted = craftEnvelope(
      makeCraft([one], {
        // All else speaks for the second key.
        prefix: { accessKey: deriveAccessKeyPair(secondKey).publicKey },
        bend: (slots, prefix) =>
          slots.with((slotOf(slots, prefix, one) + 1) % 8, sealSlot(prefix, other.publicKey, secondKey)),
      }),
    );
    refuses(t, "altered", () => openHead(crafted.head, REPORT, [other]), "the MAC is the first key's");
    refuses(t, "altered", () => openHead(crafted.head, REPORT, [one]), "the access key is the second's");
    t.end();
  },
);

t.test("attack 13: a reader whose slot holds another key sees damage, the others read on", (t) => {
  const [one, other] = [makeReader(), makeReader()];
  const crafted = craftEnvelope(
    makeCraft([one], {
      // Eight slots: the reader's own stays, a dummy gives way.
      bend: (slots, prefix) => {
        const free = (slotOf(slots, prefix, one) + 1) % slots.length;
        return slots.with(free, sealSlot(prefix, other.publicKey, randomBytes(32)));
      },
    }),
  );
  t.equal(fromUtf8(openBody(openHead(crafted.head, REPORT, [one]), crafted.body)), "body");
  refuses(t, "altered", () => openHead(crafted.head, REPORT, [other]), "damaged, not merely not for him");
  t.end();
});

t.test("attack 62: a genuine envelope of another case or channel is refused by who asked for this one", (t) => {
  const [asked, given] = [sealSample(), sealSample()];
  const wrong = { ...REPORT, caseId: asked.token.caseId };
  refuses(t, "altered", () => openHead(given.head, wrong, [given.readers[0]!]), "case");
  refuses(
    t,
    "altered",
    () => openHead(given.head, { ...REPORT, channelId: randomBytes(16) }, [given.readers[0]!]),
    "channel",
  );
  t.end();
});

t.test("attack 64: a recipient who reseals body and summary under the true key is found out by the others", (t) => {
  const sealed = sealSample();
  const [malicious, victim] = sealed.readers;
  const { head, contentKey } = openHead(sealed.head, REPORT, [malicious!]);
  const forgeries = [deriveTokenKeys(makeToken()).auth, { ...sealed.token.auth, secretKey: randomBytes(64) }];
  for (const auth of forgeries) {
    const forged = closeEnvelope(
      { contentKey, auth },
      head.prefixBytes,
      head.slots,
      pad(utf8("other summary"), SUMMARY_CLASSES),
      pad(utf8("other body"), BODY_CLASSES),
    );
    refuses(t, "altered", () => openHead(forged.head, REPORT, [victim!]), "resealed");
    // The true head with the forged body, as a server that helps would serve it.
    const opened = openHead(sealed.head, REPORT, [victim!]);
    refuses(t, "altered", () => openBody(opened, forged.body), "body alone");
  }
  t.end();
});

t.test("attack 65: a report or identity sealed anew under a known case id is refused in all four variants", (t) => {
  const sealed = sealSample();
  const thief = deriveTokenKeys(makeToken());
  const publicKeys = { own: thief.auth.publicKey, true: sealed.token.auth.publicKey };
  for (const [title, publicKey] of Object.entries(publicKeys)) {
    const token = { ...thief, caseId: sealed.token.caseId, auth: { publicKey, secretKey: thief.auth.secretKey } };
    const forged = sealSample({ token, readers: sealed.report.readers, custodians: sealed.report.custodians });
    const expected = { caseId: sealed.token.caseId, channelId: CHANNEL_ID };
    refuses(
      t,
      "altered",
      () => openHead(forged.head, { ...REPORT, ...expected }, [sealed.readers[0]!]),
      `report, ${title} key`,
    );
    refuses(
      t,
      "altered",
      () => openHead(forged.identityHead, { kind: "identity", ...expected }, sealed.custodians),
      `identity, ${title} key`,
    );
  }
  t.end();
});

t.test("attack 66: a copy tailored for one reader is altered to him, and not merely not for him", (t) => {
  const sealed = sealSample();
  const victim = sealed.readers[2]!;
  const { slots, prefixBytes } = inspectHead(sealed.head, REPORT);
  const at = slotOf(slots, prefixBytes, victim);
  const tailored = withSlots(sealed.head, (parts) => parts.with(at, randomBytes(SLOT_BYTES)));
  refuses(t, "altered", () => openHead(tailored, REPORT, [victim]), "tailored");
  t.ok(openHead(sealed.head, REPORT, [victim]), "the others' copy is the true one");
  t.end();
});

t.test("two slots for one reader and a foreign access key are refused", (t) => {
  const reader = makeReader();
  const twice = craftEnvelope(makeCraft([reader, reader]));
  refuses(t, "altered", () => openHead(twice.head, REPORT, [reader]), "two slots");
  const lent = craftEnvelope(
    makeCraft([reader], { prefix: { accessKey: deriveTokenKeys(makeToken()).auth.publicKey } }),
  );
  refuses(t, "altered", () => openHead(lent.head, REPORT, [reader]), "access key of somebody else");
  t.end();
});

t.test("a head with one bit changed anywhere is refused", (t) => {
  const { head, readers } = sealSample();
  const step = Math.ceil(head.length / rounds(400));
  for (let at = 0; at < head.length; at += step) {
    for (const bit of [0, 7]) {
      t.throws(() => openHead(flipBit(head, at, bit), REPORT, [readers[0]!]), { name: "CryptoError" }, `byte ${at}`);
    }
  }
  for (const length of [0, 3, 4, 100, head.length - 1]) {
    refuses(t, "malformed", () => inspectHead(head.subarray(0, length), REPORT), `${length} bytes`);
  }
  refuses(t, "malformed", () => inspectHead(concat(head, new Uint8Array(1)), REPORT), "one byte more");
  t.end();
});

t.test("a submission holds five parts and nothing else", (t) => {
  const sealed = sealSample();
  t.ok(sameBytes(encodeSubmission(parseSubmission(sealed.submission)), sealed.submission));
  refuses(t, "malformed", () => parseSubmission(sealed.submission.subarray(1)), "cut");
  refuses(t, "malformed", () => parseSubmission(concat(sealed.submission, new Uint8Array(4))), "a sixth");
  t.end();
});
