import * as fs from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { rootsFingerprintOf } from "../../src/crypto/identity.ts";
import { wordsOfHash } from "../../src/cli/speech/word-rows.ts";
import { checkInThreads } from "../../src/cli/audit/signatures.ts";
import { deriveSigningKeyPair, makeSeed, sign } from "../../src/crypto/secret/keys.ts";
import { encodeCaseProof } from "../../src/client/case-file/case-proof.ts";
import { zipStream } from "../../src/web/investigator/files/zip/zip.ts";
import { type Signed, checkOneByOne } from "../../src/client/audit/signatures.ts";
import { fromHex, hex } from "../../src/crypto/bytes.ts";
import { isSignedBy, randomBytes } from "../../src/crypto/sodium.ts";
import { encodeNoteKey } from "../../src/protocol/audit/signed-note.ts";
import { AUDIT_FAULT_CODES, faultSentence } from "../../src/words/audit.ts";
import { LANGUAGE_CODES } from "../../src/words/languages.ts";
import { speak } from "../../src/words/speech.ts";
import { fileOf, sha256, startLog } from "../support/proof/audit-log.ts";
import { makeOrganisation } from "../support/organisation.ts";
import { callSegel, makeFolder } from "./programs.ts";

const NOW = Date.parse("2026-03-02T08:00:00Z");
const office = makeOrganisation(NOW);
const { rootSet } = office;
const log = startLog(office, { now: NOW });
const early = log.file();
const kept = log.checkpoint();
for (const member of [...office.investigators, office.lead]) log.act(member);

t.test("segel audit verify tells that a trail holds, or which entry does not, without a server", async (t) => {
  const folder = await makeFolder(t);
  const save = async (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name);
    await fs.writeFile(file, content);
    return file;
  };
  const file = await save("trail.txt", log.file());
  const verify = (...args: readonly string[]) => callSegel(["audit", "verify", file, ...args]);
  const fingerprint = rootsFingerprintOf(rootSet);
  const words = wordsOfHash(fingerprint);

  const bare = await verify();
  t.equal(bare.code, 0, bare.err);
  t.match(bare.out, "This audit trail holds: 7 entries.");
  t.match(bare.out, "Acts 4, directories 1, statements 1, pages 0, server 1");
  t.match(bare.out, "From 2 March 2026 until 2 March 2026");
  for (const word of words) t.match(bare.out, word);
  t.match(bare.err, "Without a checkpoint from earlier");
  t.notMatch(bare.out, "\u001b", "no colours into a pipe");

  const key = encodeNoteKey(sha256, log.signer);
  const checkpoint = await save("checkpoint.txt", kept);
  const compared = await verify("--checkpoint", checkpoint, "--fingerprint", words.join(" "), "--key", key);
  t.match([compared.code, compared.err], [0, ""]);
  t.match(compared.out, "It begins with the very 3 entries of the checkpoint");
  t.match(compared.out, "is the one that you gave");
  t.equal((await verify("--checkpoint", await save("early.txt", early), "--fingerprint", hex(fingerprint))).code, 0);
  const inCaseFile = await save(
    "case.zip",
    await zipped("audit.json", encodeCaseProof({ key, checkpoint: kept, items: [] })),
  );
  t.match((await verify("--checkpoint", inCaseFile)).out, "It begins with the very 3 entries of the checkpoint");
  const without = await save("redacted.zip", await zipped("case.json", randomBytes(9)));
  t.match(await verify("--checkpoint", without), { code: 1, err: /cannot be read/u }, "a case file without a proof");

  const told = JSON.parse((await verify("--json")).out) as object;
  t.match(told, { holds: true, size: 7, fingerprint: hex(fingerprint), words: words.join(" "), counts: { act: 4 } });
  const { items } = log;
  await fs.writeFile(file, fileOf(items.toSpliced(4, 1), { signer: log.signer, rootSet }));
  const broken = await verify();
  t.match([broken.code, broken.out], [1, ""]);
  t.match(broken.err, "! This audit trail does not hold. Entries 4 to 5: Entries were taken out");
  const json = await verify("--json");
  t.match([json.code, JSON.parse(json.out)], [1, { holds: false, fault: { code: "removed", first: 4, last: 5 } }]);
  const inIndonesian = await verify("--language", "id");
  t.match(inIndonesian.err, "Jejak audit ini tidak utuh. Entri 4 sampai 5: Ada entri yang dihapus");

  await fs.writeFile(file, early);
  t.match(await verify("--checkpoint", await save("later.txt", log.file())), { code: 1, err: /shorter than it was/u });
  t.match(await verify("--checkpoint", await save("odd.txt", Buffer.of(0xff))), { code: 1, err: /cannot be read/u });
  t.match(await verify("--fingerprint", words.toReversed().join(" ")), {
    code: 1,
    err: /not those of your fingerprint/u,
  });
  t.match(await verify("--key", `${key}x`), { code: 1, err: /not the one that you named/u });
  t.match(await verify("--fingerprint", "merah"), { code: 2, err: /twelve words/u });
  t.match(await verify("--checkpoint", path.join(folder, "none")), { code: 2, err: /cannot be read/u });
  t.match(await callSegel(["audit", "verify", path.join(folder, "none")]), { code: 2 });
  t.match(await callSegel(["audit", "verify"]), { code: 2, err: /segel audit verify FILE/u });
  t.match(await callSegel(["audit", "look", file]), { code: 2 });
});

async function zipped(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const entries = [{ name, content: new Blob([bytes]), day: "2026-03-02" }];
  return new Uint8Array(await new Response(zipStream(entries)).arrayBuffer());
}

t.test("every fault has its sentence, in which nothing is left open", (t) => {
  for (const language of LANGUAGE_CODES)
    for (const code of AUDIT_FAULT_CODES)
      for (const [first, last] of [
        [0, 0],
        [2, 2],
        [2, 7],
      ] as const)
        t.notMatch(
          faultSentence({ code, first, last, kind: first === last ? "act" : undefined }, speak(language)),
          /[{}]/u,
        );
  t.end();
});

t.test("signatures checked in threads are right and wrong as libsodium says, also odd ones", async (t) => {
  const keys = deriveSigningKeyPair(makeSeed());
  const message = randomBytes(100);
  const right = { publicKey: keys.publicKey, message, signature: sign(keys, message) };
  const flippedBit = Uint8Array.from(right.signature);
  flippedBit[40]! ^= 1;
  // Of small order: with it anybody signs anything, where a verifier takes it (RFC 8032, 8.4 leaves it open).
  const identity = new Uint8Array(32);
  identity[0] = 1;
  const lot = [
    right,
    { ...right, signature: flippedBit },
    { ...right, message: randomBytes(100) },
    { ...right, publicKey: deriveSigningKeyPair(makeSeed()).publicKey },
    { ...right, signature: right.signature.subarray(1) },
    { ...right, publicKey: identity, signature: Buffer.concat([identity, new Uint8Array(32)]) },
    { ...right, publicKey: new Uint8Array(32) },
    { ...right, publicKey: new Uint8Array(31) },
  ];
  t.strictSame(await checkInThreads(lot), [true, false, false, false, false, false, false, false]);
  t.strictSame(await checkInThreads([]), []);
  // "Taming the many EdDSAs" (Chalkias, Garillot, Nikolaenko; ed25519-speccheck, cases.json): small orders, mixed orders, S too
  // large, a second spelling of R. Of these a strict verifier takes the fourth alone, whose parts of small order cancel out.
  const odd = SPECCHECK.map((line) => {
    const [said = "", publicKey = "", signature = ""] = line.split(" ");
    return { message: fromHex(said), publicKey: fromHex(publicKey), signature: fromHex(signature) };
  });
  const taken = odd.map(({ publicKey, signature, message }) => isSignedBy(publicKey, signature, message));
  t.strictSame(taken.indexOf(true), 3);
  t.strictSame(await checkInThreads(odd), taken);
  t.strictSame(await checkInThreads(bent(odd)), checkOneByOne(bent(odd)));
});

const SPECCHECK = [
  "8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6 c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a0000000000000000000000000000000000000000000000000000000000000000",
  "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79 c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
  "aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43 c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e",
  "9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79 cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d 9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009",
  "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d 160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed5125ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09",
  "e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d 21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405",
  "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40 442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623 e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514",
  "85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40 442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623 8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa19427e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22",
  "fdaebc429f4a735932a160da1301080c13280eea8bc280d1b392c6b9e6ba3a5a f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43 edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f454d370c8d9fc323a41450f8d513eafeb5b0697390c1e505a0d4ddc71f566607",
  "84b698d39be126ff55fe45079e6c8bf64a0d7db6994560b4e96b7021eb39c1a1 f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43 edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f084d5b99c2a9463d9c8bd5026916996984eeec87ddf1d3be329006ace1b37b09",
];

/** Each with one bit of key and one of the signature flipped, and each key with each other's signature. */
function bent(lot: readonly Signed[]): Signed[] {
  const flip = (bytes: Uint8Array, bit: number) =>
    bytes.map((byte, at) => (at === (bit >> 3) % bytes.length ? byte ^ (1 << (bit & 7)) : byte));
  return lot.flatMap((one, at) => [
    { ...one, publicKey: flip(one.publicKey, 7 * at + 248) },
    { ...one, signature: flip(one.signature, 255) },
    { ...one, signature: flip(one.signature, 504 + at) },
    ...lot.map(({ signature }) => ({ ...one, signature })),
  ]);
}
