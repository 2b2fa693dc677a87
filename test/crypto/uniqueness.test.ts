import t from "tap";
import { hex } from "../../src/crypto/bytes.ts";
import { inspectHead, parseSubmission } from "../../src/crypto/envelope.ts";
import { makeSeed, deriveSigningKeyPair } from "../../src/crypto/secret/keys.ts";
import { sealConversation, signStatement } from "../../src/crypto/secret/message.ts";
import { openSlot } from "../../src/crypto/secret/slot.ts";
import { encodeContext } from "../../src/crypto/message.ts";
import { openHead } from "../../src/crypto/secret/open.ts";
import { sealReport } from "../../src/crypto/secret/seal.ts";
import { NONCE_BYTES, hash, randomBytes } from "../../src/crypto/sodium.ts";
import { SLOT_BYTES } from "../../src/crypto/envelope.ts";
import { DIRECTORY_HASH, rounds, sealSample } from "./sample.ts";

/** Says how many of `parts` are there more than once, and remembers hashes only. */
class Seen {
  readonly #hashes = new Set<string>();
  repeated = 0;
  add(...parts: readonly Uint8Array[]): void {
    for (const part of parts) {
      const name = hex(hash("segel/1/row", part));
      if (this.#hashes.has(name)) this.repeated++;
      this.#hashes.add(name);
    }
  }
  get size(): number {
    return this.#hashes.size;
  }
}

const nonceOf = (sealed: Uint8Array) => sealed.subarray(0, NONCE_BYTES);
const cipherOf = (sealed: Uint8Array) => sealed.subarray(NONCE_BYTES);

t.test("attack 21: the same report sealed again and again shares no key, nonce or ciphertext with itself", (t) => {
  const sample = sealSample();
  const seen = new Seen();
  const times = rounds(200);
  for (let round = 0; round < times; round++) {
    // The same token too: worse than anything a client does.
    const { head, body, identityHead, identityBody, receipt } = parseSubmission(sealReport(sample.report).submission);
    const report = openHead(head, { kind: "report" }, [sample.readers[0]!]);
    const identity = inspectHead(identityHead, { kind: "identity" });
    seen.add(report.contentKey, report.head.prefix.accessKey, identity.prefix.accessKey, report.head.mac, identity.mac);
    seen.add(
      ...report.head.slots,
      ...identity.slots,
      ...[body, identityBody, receipt, report.head.summary].flatMap((sealed) => [nonceOf(sealed), cipherOf(sealed)]),
    );
  }
  t.equal(seen.repeated, 0);
  t.equal(seen.size, times * (5 + 8 + 4 + 2 * 4));
  t.end();
});

t.test("attack 21: the same message sealed again and again shares no key, nonce or ciphertext with itself", (t) => {
  const { token, readers } = sealSample();
  const context = { caseId: token.caseId, direction: "team", epoch: 0, sequence: 1 } as const;
  const nothing = { sequence: 0, hash: DIRECTORY_HASH };
  const statement = {
    context,
    previous: DIRECTORY_HASH,
    acknowledged: nothing,
    directoryVersion: 1,
    directoryHash: DIRECTORY_HASH,
    signer: randomBytes(16),
    kind: "text",
    content: new Uint8Array(9),
  };
  const signed = signStatement(statement, deriveSigningKeyPair(makeSeed()));
  const seen = new Seen();
  const secrets = new Seen();
  const times = rounds(1_000);
  for (let round = 0; round < times; round++) {
    const row = sealConversation(
      signed,
      context,
      { team: readers[0]!.publicKey, reply: readers[1]!.publicKey },
      token.thread,
    );
    const slots = [row.subarray(0, SLOT_BYTES), row.subarray(SLOT_BYTES, 2 * SLOT_BYTES)];
    const sealed = row.subarray(2 * SLOT_BYTES + 32);
    if (round % 10 === 0) secrets.add(openSlot(encodeContext(context), readers[0]!, slots[0]!));
    // The commitment stands for the key from which it is derived.
    seen.add(...slots, row.subarray(2 * SLOT_BYTES, 2 * SLOT_BYTES + 32), nonceOf(sealed), cipherOf(sealed));
  }
  t.equal(seen.repeated, 0);
  t.equal(seen.size, times * 5);
  t.equal(secrets.repeated, 0, "nor the secrets in the slots");
  t.end();
});
