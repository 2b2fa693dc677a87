/** Vectors of recovery: what the attestation key signs, the line of a call, parts that are handed over, the record in a case. */
// The list is part of the format and no code: there is no second one.
import { INDONESIAN as indonesian } from "../../../src/crypto/secret/wordlists/indonesian.ts";
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, aead, concat, derive, hash, list, pad, signer, slot, u32, wing } from "../primitives.ts";
import { bitsOf, wordsOf } from "./more-basics.ts";
import { readsOf } from "./records.ts";

type Result = { output: Json } | { error: string };

export function recovering(): VectorFile {
  const c = new Collection("recovering");
  const random = new Seeded(c.subject);
  const seed = random.bytes(32);
  const attestation = signer(derive(seed, "attestation-seed"));
  c.add("the attestation key", "attestation-key", { seed: bytes(seed) }, { output: bytes(attestation.publicKey) });

  const [fingerprint, drawn, directoryHash, member] = [32, 16, 32, 16].map((length) => random.bytes(length)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  for (const use of ["rehearsed", "opened"]) {
    const named = { use, recoveryKey: bytes(fingerprint), day: "2026-11-29", drawn: bytes(drawn) };
    const input = list("attestation", use, fingerprint, "2026-11-29", drawn);
    const signature = attestation.sign(input);
    c.add(`what is attested: ${use}`, "attestation-input", named, { output: bytes(input) });
    c.add(
      "what the member signs who brings it",
      "recovery-record-input",
      { ...named, attestation: bytes(signature), version: 7, directoryHash: bytes(directoryHash), member: bytes(member) },
      { output: bytes(list("recovery-record", input, signature, 7, directoryHash, member)) },
    );
  }

  const place = [random.bytes(32), random.bytes(32), 3, member, random.bytes(32)] as const;
  const [caseId, headHash, epoch, , openPart] = place;
  c.add(
    "what is attested of a case",
    "recovery-entry-input",
    {
      caseId: bytes(caseId),
      headHash: bytes(headHash),
      epoch,
      member: bytes(member),
      openPartHash: bytes(openPart),
    },
    { output: bytes(list("recovery-entry", ...place)) },
  );

  const call = Buffer.from('{"format":"segel/1/recovery-call"}', "utf8");
  const line = hash("recovery-call", call);
  c.add("the line of a call", "recovery-line", { call: call.toString("utf8") }, {
    output: wordsOf(bitsOf(line).slice(0, 132), indonesian).join(" "),
  });

  const [own, other] = [wing(random.bytes(32)), wing(random.bytes(32))];
  const [share, lock, ceremony] = [random.bytes(33), random.bytes(32), random.bytes(6)];
  const shareContent = concat(u32(1), u32(2), u32(2), u32(3), ceremony, share);
  const sealed = (content: Uint8Array, at = line, size = 64) => {
    const where = list("recovery-part", at);
    const key = random.bytes(32);
    const first = slot(where, own.publicKey, key, random.bytes(64));
    const box = aead(derive(key, "recovery-part-key", where, first), random.bytes(24), pad(content, size), where);
    return concat(first, box);
  };
  const open = (about: string, given: Uint8Array, result: Result, key = own) =>
    c.add(about, "open-recovery-part", { sealed: bytes(given), call: bytes(line), keys: [bytes(key.seed)] }, result);
  const whole = sealed(shareContent);
  open("a share", whole, { output: { number: 2, k: 2, n: 3, ceremony: bytes(ceremony), share: bytes(share) } });
  open("the lock", sealed(concat(u32(0), lock)), { output: { lock: bytes(lock) } });
  open("a share, with another key", whole, { error: "not-for-me" }, other);
  open("a share for another call", sealed(shareContent, random.bytes(32)), { error: "not-for-me" });
  open("a box that was changed", whole.fill(whole.at(-1)! ^ 1, whole.length - 1), { error: "altered" });
  open("a third kind", sealed(concat(u32(2), shareContent.subarray(4))), { error: "malformed" });
  open("a share with something behind it", sealed(concat(shareContent, u32(0))), { error: "malformed" });
  open("padded to another size", sealed(shareContent, line, 128), { error: "malformed" });
  open("a slot alone", whole.subarray(0, 1_168), { error: "malformed" });

  const record = readsOf(c, "recovery");
  const fields = {
    openPart: openPart.toString("hex"),
    recoveryKey: fingerprint.toString("hex"),
    attestation: attestation.sign(list("recovery-entry", ...place)).toString("base64url"),
    reason: "Semua pembaca hilang.",
  };
  record.good("a case opened with the recovery key", fields);
  record.bad("without its attestation", { ...fields, attestation: "" });
  return c.file();
}
