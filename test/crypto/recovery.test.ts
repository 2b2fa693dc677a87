import t from "tap";
import { makeSeed } from "../../src/crypto/secret/keys.ts";
import { combineShares, splitSeed } from "../../src/crypto/secret/recovery.ts";
import { flipBit, makeReader } from "./sample.ts";

const altered = { name: "CryptoError", code: "altered" };

t.test("any two of three shares give the recovery key back", async (t) => {
  const { secretKey, publicKey } = makeReader();
  const shares = await splitSeed(secretKey, 2, 3);
  for (const left of [0, 1, 2]) {
    t.same(
      await combineShares(
        shares.filter((_, at) => at !== left),
        publicKey,
      ),
      secretKey,
    );
  }
});

t.test("a wrong share, one alone and shares of two ceremonies are found out by the public key", async (t) => {
  const { secretKey, publicKey } = makeReader();
  const shares = await splitSeed(secretKey, 2, 3);
  const others = await splitSeed(secretKey, 2, 3);
  const wrong: Readonly<Record<string, readonly Uint8Array[]>> = {
    "none at all": [],
    "one alone": [shares[0]!],
    "one twice": [shares[0]!, shares[0]!],
    "one changed": [flipBit(shares[0]!, 3), shares[1]!],
    "one cut short": [shares[0]!.subarray(1), shares[1]!],
    "two ceremonies": [shares[0]!, others[1]!],
  };
  for (const [about, given] of Object.entries(wrong)) await t.rejects(combineShares(given, publicKey), altered, about);
  await t.rejects(combineShares(shares, makeReader().publicKey), altered, "the key of another recovery");
  await t.rejects(splitSeed(makeSeed().subarray(1), 2, 3), { code: "malformed" });
});
