/** Open parts: whatever is done to one, it opens to what was sealed or not at all. */
import fc from "fast-check";
import t from "tap";
import { CryptoError } from "../../src/crypto/errors.ts";
import { inspectOpenPart } from "../../src/crypto/open-part.ts";
import { makeEpoch, openEarlier, openEpoch } from "../../src/crypto/secret/epoch.ts";
import { makeGrant, openGrant } from "../../src/crypto/secret/grant.ts";
import { deriveSealingKeyPair, makeSeed } from "../../src/crypto/secret/keys.ts";
import { deriveThreadKey } from "../../src/crypto/secret/team.ts";
import { equal, randomBytes } from "../../src/crypto/sodium.ts";
import { LIGHT } from "./sample.ts";

const place = { caseId: randomBytes(32), epoch: 3, headHash: randomBytes(32) };
const reader = deriveSealingKeyPair(makeSeed());
const others = Array.from({ length: 2 }, () => deriveSealingKeyPair(makeSeed()));
const earlierSecret = randomBytes(32);
const readers = [...others, reader].map(({ publicKey }) => publicKey);
const epoch = makeEpoch({ ...place, earlierSecret, readers });
const members = { from: randomBytes(16), to: randomBytes(16) };
const [contentKey, teamSecret] = [randomBytes(32), randomBytes(32)];
const grant = makeGrant({ ...place, ...members, publicKey: reader.publicKey, contentKey, teamSecret });

function openedEpoch(bytes: Uint8Array): Uint8Array | undefined {
  const part = inspectOpenPart(bytes);
  return part.kind === "epoch" ? openEpoch(part, [reader]) : undefined;
}

t.test("all who remain hold the same secret, and the one before; nobody else holds any", (t) => {
  const part = inspectOpenPart(epoch.openPart);
  if (part.kind !== "epoch") throw new Error("it was made as one");
  t.equal(part.slots.length, 8, "how many remain is not told");
  for (const pair of [...others, reader]) {
    const secret = openEpoch(part, [pair]);
    t.ok(equal(secret, epoch.teamSecret));
    t.ok(equal(openEarlier(part, secret), earlierSecret));
  }
  t.throws(() => openEpoch(part, [deriveSealingKeyPair(makeSeed())]), { code: "not-for-me" });
  t.throws(() => openEarlier(part, earlierSecret), { code: "altered" }, "nor who held the one before");
  t.throws(() => openEarlier(part, randomBytes(32)), { code: "altered" });
  t.end();
});

t.test("attack 77: an epoch or grant takes no missing and no short key, and opens nowhere else", (t) => {
  const short = new Uint8Array(31);
  t.throws(() => makeEpoch({ ...place, earlierSecret: short, readers }), { code: "bad-key" });
  t.throws(() => makeEpoch({ ...place, earlierSecret, readers: [short] }), { code: "bad-key" });
  t.throws(() => makeGrant({ ...place, ...members, publicKey: reader.publicKey, contentKey: short, teamSecret }));
  t.throws(() => deriveThreadKey(short), { code: "bad-key" });
  t.throws(() => deriveThreadKey(undefined as unknown as Uint8Array), { code: "bad-key" });
  const many = Array.from({ length: 65 }, () => reader.publicKey);
  t.throws(() => makeEpoch({ ...place, earlierSecret, readers: many }), { code: "too-long" });
  // The slots of one case, epoch or report before the prefix of another.
  for (const moved of [{ caseId: randomBytes(32) }, { epoch: 4 }, { headHash: randomBytes(32) }]) {
    const other = makeEpoch({ ...place, ...moved, earlierSecret, readers: [reader.publicKey] });
    const slots = 8 * 1168;
    const bytes = new Uint8Array(other.openPart);
    bytes.set(epoch.openPart.subarray(-slots), bytes.length - slots);
    t.throws(() => openedEpoch(bytes), { code: "not-for-me" });
  }
  t.end();
});

t.test("a changed, cut or longer open part is an error of the format, and never another secret", (t) => {
  const changed = (bytes: Uint8Array) =>
    fc.oneof(
      fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, mask]) => {
        const out = new Uint8Array(bytes);
        out[at]! ^= mask;
        return out;
      }),
      fc.nat(bytes.length - 1).map((length) => bytes.slice(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => new Uint8Array([...bytes, ...more])),
      fc.uint8Array({ maxLength: 400 }),
    );
  const numRuns = LIGHT ? 20 : 150;
  fc.assert(
    fc.property(changed(epoch.openPart), (bytes) => {
      try {
        // A change in somebody else's slot changes nothing here.
        return equal(openedEpoch(bytes) ?? randomBytes(32), epoch.teamSecret);
      } catch (error) {
        return error instanceof CryptoError;
      }
    }),
    { numRuns },
  );
  fc.assert(
    fc.property(changed(grant), (bytes) => {
      try {
        const part = inspectOpenPart(bytes);
        if (part.kind !== "grant") return false;
        openGrant(part, [reader]);
        return false;
      } catch (error) {
        return error instanceof CryptoError;
      }
    }),
    { numRuns },
  );
  t.end();
});
