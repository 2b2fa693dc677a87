import fc from "fast-check";
import t from "tap";
import { concat, list, sameBytes } from "../../src/crypto/bytes.ts";
import { CryptoError } from "../../src/crypto/errors.ts";
import { OWN_BOX_BYTES, RECEIPT_BYTES } from "../../src/crypto/message.ts";
import { OWN_BOX_CLASSES, RECEIPT_CLASSES, pad } from "../../src/crypto/padding.ts";
import { openHead } from "../../src/crypto/secret/open.ts";
import {
  type OwnBox,
  type Receipt,
  openOwnBox,
  openReceipt,
  sealOwnBox,
  sealReceipt,
} from "../../src/crypto/secret/receipt.ts";
import { deriveTeamKeyPair, deriveTeamSecret } from "../../src/crypto/secret/team.ts";
import { deriveTokenKeys, makeToken } from "../../src/crypto/secret/token.ts";
import { aeadSeal, derive, randomBytes } from "../../src/crypto/sodium.ts";
import { LIGHT, flipBit, makeReader, rounds, sealSample } from "./sample.ts";

const altered = { name: "CryptoError", code: "altered" };
const malformed = { name: "CryptoError", code: "malformed" };
const owner = deriveTokenKeys(makeToken());

function receiptWith(changes: Partial<Receipt> = {}): Receipt {
  return {
    headHash: randomBytes(32),
    channelId: randomBytes(16),
    teamPublicKey: makeReader().publicKey,
    excluded: [randomBytes(16), randomBytes(16)],
    ...changes,
  };
}

t.test("a receipt comes back with its token, always of one size", (t) => {
  for (const count of [0, 1, 64]) {
    const receipt = receiptWith({ excluded: Array.from({ length: count }, () => randomBytes(16)) });
    const sealed = sealReceipt(receipt, owner);
    t.equal(sealed.length, RECEIPT_BYTES);
    t.same(openReceipt(sealed, owner), receipt);
  }
  t.end();
});

t.test("attack 80: a receipt forged without the self key is refused", (t) => {
  const sealed = sealSample();
  const genuine = openReceipt(sealed.receipt, sealed.token);
  const thief = deriveTokenKeys(makeToken());
  const exchanged = { ...genuine, teamPublicKey: thief.reply.publicKey };
  // All that server and recipients hold: the case id, the thread key, the public keys, the head.
  const guesses = [thief.self, sealed.token.thread, sealed.token.caseId, new Uint8Array(32)];
  for (const self of guesses) {
    const forged = sealReceipt(exchanged, { caseId: sealed.token.caseId, self });
    t.throws(() => openReceipt(forged, sealed.token), altered);
  }
  t.end();
});

t.test(
  "attack 80: the receipt names the team key of this very report, and no other case's receipt takes its place",
  (t) => {
    const [one, other] = [sealSample(), sealSample()];
    const receipt = openReceipt(one.receipt, one.token);
    t.same(receipt.headHash, one.headHash);
    const { contentKey } = openHead(one.head, { kind: "report" }, [one.readers[0]!]);
    const team = deriveTeamKeyPair(deriveTeamSecret(contentKey, one.token.caseId));
    t.ok(sameBytes(receipt.teamPublicKey, team.publicKey), "the key that every recipient computes");
    t.notOk(sameBytes(receipt.teamPublicKey, openReceipt(other.receipt, other.token).teamPublicKey));
    t.throws(() => openReceipt(other.receipt, one.token), altered, "exchanged by the server");
    t.throws(() => openReceipt(one.receipt, { ...one.token, caseId: other.token.caseId }), altered, "another case id");
    t.end();
  },
);

t.test("a receipt with a bit changed, a part missing or a member excluded twice is refused", (t) => {
  const sealed = sealReceipt(receiptWith(), owner);
  for (let at = 0; at < sealed.length; at += LIGHT ? 1_001 : 101) {
    t.throws(() => openReceipt(flipBit(sealed, at), owner), altered, `byte ${at}`);
  }
  const key = derive(owner.self, "segel/1/receipt-key");
  const put = (text: Uint8Array) => aeadSeal(key, pad(text, RECEIPT_CLASSES), list("segel/1/receipt", owner.caseId));
  const id = randomBytes(16);
  const whole = new Uint8Array(32 + 16 + 1216);
  t.ok(openReceipt(put(whole), owner));
  for (const length of [0, 31, 40, whole.length - 1])
    t.throws(() => openReceipt(put(whole.subarray(0, length)), owner), malformed);
  t.throws(() => openReceipt(put(concat(whole, id.subarray(1))), owner), malformed, "half an id");
  t.throws(() => openReceipt(put(concat(whole, id, id)), owner), malformed, "twice");
  t.throws(
    () => sealReceipt(receiptWith({ channelId: new Uint8Array(15) }), owner),
    malformed,
    "and none such is sealed",
  );
  t.throws(() => sealReceipt(receiptWith({ excluded: [new Uint8Array(15)] }), owner), malformed);
  t.end();
});

const context = { caseId: owner.caseId, direction: "reporter", epoch: 0, sequence: 4 } as const;

function boxWith(changes: Partial<OwnBox> = {}): OwnBox {
  return {
    messageHash: randomBytes(32),
    acknowledged: { sequence: 7, hash: randomBytes(32) },
    newestEpoch: 1,
    ...changes,
  };
}

t.test("an own box comes back in its place, always 256 bytes", (t) => {
  const box = boxWith();
  const sealed = sealOwnBox(box, context, owner);
  t.equal(sealed.length, 256);
  t.equal(OWN_BOX_BYTES, 256);
  t.same(openOwnBox(sealed, context, owner), box);
  t.throws(() => openOwnBox(sealed, { ...context, sequence: 3 }, owner), altered, "an older place");
  t.throws(() => openOwnBox(sealed, { ...context, epoch: 1 }, owner), altered, "another epoch");
  t.throws(() => openOwnBox(sealed, { ...context, direction: "team" }, owner), altered, "another direction");
  t.throws(() => openOwnBox(sealed, context, deriveTokenKeys(makeToken())), altered, "another token");
  t.throws(() => sealOwnBox(boxWith({ messageHash: new Uint8Array(31) }), context, owner), malformed);
  t.throws(() => sealOwnBox(boxWith({ newestEpoch: -1 }), context, owner), malformed);
  t.end();
});

t.test("what an own box holds has one length", (t) => {
  const aad = list("segel/1/message-context", owner.caseId, "reporter", 0, 4);
  const key = derive(owner.self, "segel/1/own-key", aad);
  for (const length of [0, 71, 73]) {
    const sealed = aeadSeal(key, pad(new Uint8Array(length), OWN_BOX_CLASSES), aad);
    t.throws(() => openOwnBox(sealed, context, owner), malformed, `${length} bytes`);
  }
  t.end();
});

t.test("random bytes are no receipt and no own box", (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4_200 }), (noise) => {
      for (const open of [() => openReceipt(noise, owner), () => openOwnBox(noise, context, owner)]) {
        try {
          open();
          t.fail("noise was opened");
        } catch (error) {
          if (!(error instanceof CryptoError)) throw error;
          t.ok(error.code === "altered" || error.code === "malformed");
        }
      }
    }),
    { numRuns: rounds(100) },
  );
  t.end();
});
