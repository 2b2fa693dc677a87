/** (b) Sealing and opening a report of 10,000 characters beside the bare libsodium calls on the same bytes. */
import { readFile } from "node:fs/promises";
import { SLOT_BYTES, type Submission, envelopeSignatureInput, parseSubmission } from "../../src/crypto/envelope.ts";
import { prepareReport } from "../../src/client/reporter/report.ts";
import { type SealingKeyPair, deriveSealingKeyPair, makeSeed } from "../../src/crypto/secret/keys.ts";
import { openBody, openHead, openSummary } from "../../src/crypto/secret/open.ts";
import { deriveBodyKey } from "../../src/crypto/secret/seal.ts";
import { KEM_CIPHERTEXT_BYTES, SEALING_KEY_BYTES, derive, libsodium } from "../../src/crypto/sodium.ts";
import { parseReportBody, parseSummary } from "../../src/protocol/content.ts";
import type { Answers } from "../../src/protocol/rules/report-fields.ts";
import { acceptDirectory, firstUse } from "../../src/protocol/directory/trust.ts";
import { makeOrganisation } from "../support/organisation.ts";
import { type Figure, interleave, medianRatio, median, rounded } from "./rounds.ts";

const REPORTS_A_ROUND = 25;
/** Sealing and opening must reach four fifths of the bare calls: what our checks may cost. */
const LEAST_RATIO = 0.8;

/** A report as long as the bench asks for, in the words of a real-shaped one. */
export async function longAnswers(characters: number): Promise<Answers> {
  const file = new URL("../fixtures/sample-reports.json", import.meta.url);
  const [, , sample] = JSON.parse(await readFile(file, "utf8")) as Answers[];
  if (sample === undefined) throw new Error("test/fixtures/sample-reports.json holds too few reports");
  const what = sample.what.repeat(Math.ceil(characters / sample.what.length)).slice(0, characters);
  return { ...sample, what, where: "", when: "", who: "", how: "", evidence: "" };
}

export async function benchSealing(): Promise<Figure[]> {
  const now = Date.now();
  const organisation = makeOrganisation(now);
  const { directory } = acceptDirectory(firstUse(organisation.rootSet), [organisation.signed], { depth: "quick", now });
  const [channel] = directory.channels.values();
  const [reader] = organisation.investigators;
  if (channel === undefined || reader === undefined) throw new Error("the organisation has no channel");
  const answers = await longAnswers(10_000);
  const keys = reader.keys.sealingSeeds.map(({ seed }) => deriveSealingKeyPair(seed));
  const sealed = prepareReport({ answers, channelId: channel.id, excluded: [] }, directory);
  const submission = parseSubmission(sealed.submission);
  const shape = {
    readers: channel.recipients.length,
    slots: channel.slots,
    identitySlots: channel.identitySlots,
    body: submission.body.length,
  };
  const bare = makeBareCalls(shape, answers, submission, keys);

  const perRound = async (action: () => void): Promise<number> => {
    const start = performance.now();
    for (let i = 0; i < REPORTS_A_ROUND; i++) action();
    return (performance.now() - start) / REPORTS_A_ROUND;
  };
  const figures = await interleave([
    {
      name: "seal",
      run: () => perRound(() => prepareReport({ answers, channelId: channel.id, excluded: [] }, directory)),
    },
    { name: "bare seal", run: () => perRound(() => bare.seal()) },
    {
      name: "open",
      run: () =>
        perRound(() => {
          const opened = openHead(submission.head, { kind: "report" }, keys);
          parseSummary(openSummary(opened.contentKey, opened.head.binding, opened.head.summary));
          parseReportBody(openBody(opened, submission.body));
        }),
    },
    { name: "bare open", run: () => perRound(() => bare.open()) },
  ]);
  return [
    { name: "sealing a report of 10,000 characters", value: rounded(median(figures.get("seal") ?? [])), unit: "ms" },
    {
      name: "sealing beside bare libsodium calls",
      value: rounded(medianRatio(figures.get("bare seal"), figures.get("seal"))),
      unit: "×",
      atLeast: LEAST_RATIO,
    },
    { name: "opening a report of 10,000 characters", value: rounded(median(figures.get("open") ?? [])), unit: "ms" },
    {
      name: "opening beside bare libsodium calls",
      value: rounded(medianRatio(figures.get("bare open"), figures.get("open"))),
      unit: "×",
      atLeast: LEAST_RATIO,
    },
  ];
}

type Shape = {
  readonly readers: number;
  readonly slots: number;
  readonly identitySlots: number;
  readonly body: number;
};

/**
 * The same primitives on the same numbers of bytes, called as the library offers them: the least that any client
 * of this format must do, without lists, labels, padding, checks or copies of ours.
 */
function makeBareCalls(shape: Shape, answers: Answers, submission: Submission, keys: readonly SealingKeyPair[]) {
  const { head, contentKey } = openHead(submission.head, { kind: "report" }, keys);
  const signedOver = envelopeSignatureInput(head.binding, head.summary, head.bodyHash);
  const summaryKey = derive(contentKey, "segel/1/summary-key");
  const bodyKey = deriveBodyKey(contentKey, null);
  const json = new TextEncoder().encode(JSON.stringify(answers));
  const decrypt = (sealed: Uint8Array, key: Uint8Array) =>
    libsodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(24),
      head.binding,
      sealed.subarray(0, 24),
      key,
    );
  // The platform's generator: libsodium.js asks it for four bytes at a time, which would flatter us.
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const hash = (bytes: Uint8Array, key: Uint8Array | null = null) => libsodium.crypto_generichash(32, bytes, key);
  const encrypt = (bytes: Uint8Array, key: Uint8Array) =>
    libsodium.crypto_aead_xchacha20poly1305_ietf_encrypt(bytes, null, null, random(24), key);
  const tryDecrypt = (sealed: Uint8Array, key: Uint8Array): void => {
    try {
      libsodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, null, new Uint8Array(24), key);
    } catch {
      // seven of eight slots are somebody else's
    }
  };
  const reader = libsodium.crypto_kem_xwing_seed_keypair(makeSeed()).publicKey;
  const small = random(200);
  // What a slot's key is derived over: the place, the reader's public key, the ciphertext.
  const slotInput = random(small.length + SEALING_KEY_BYTES + KEM_CIPHERTEXT_BYTES);
  const headers = random(shape.slots * SLOT_BYTES + small.length);

  const sealEnvelope = (slots: number, body: Uint8Array, summary: Uint8Array | null): void => {
    // access pair, throw-away pair, one encapsulation, derivation and AEAD a slot, then MAC, binding, bodies, signature
    libsodium.crypto_sign_seed_keypair(random(32));
    libsodium.crypto_kem_xwing_seed_keypair(random(32));
    for (let slot = 0; slot < slots; slot++) {
      const { sharedSecret } = libsodium.crypto_kem_xwing_enc_deterministic(reader, random(64));
      encrypt(random(32), hash(slotInput, sharedSecret));
    }
    const header = headers.subarray(0, slots * SLOT_BYTES + small.length);
    const mac = hash(header, random(32));
    hash(header);
    hash(small);
    if (summary !== null) encrypt(summary, mac);
    hash(encrypt(body, mac));
    hash(header);
    const { privateKey } = libsodium.crypto_sign_seed_keypair(random(32));
    libsodium.crypto_sign_detached(small, privateKey);
  };

  return {
    seal(): void {
      // the token's four derivations and two pairs, both envelopes, the team pair, the receipt
      for (let i = 0; i < 4; i++) hash(small, random(32));
      libsodium.crypto_kem_xwing_seed_keypair(random(32));
      const body = new Uint8Array(shape.body);
      body.set(new TextEncoder().encode(JSON.stringify(answers)));
      sealEnvelope(shape.slots, body, new Uint8Array(1_024));
      sealEnvelope(shape.identitySlots, new Uint8Array(4_096), null);
      libsodium.crypto_kem_xwing_seed_keypair(random(32));
      encrypt(new Uint8Array(4_096), random(32));
    },
    open(): void {
      // signature, case id, head hash, binding, summary hash; then every slot; then MAC, access pair, body, summary
      libsodium.crypto_sign_verify_detached(head.signature, signedOver, head.authPublicKey);
      hash(head.authPublicKey);
      hash(submission.head);
      hash(head.header);
      hash(head.summary);
      for (const slot of head.slots) {
        for (const { secretKey } of keys) {
          const shared = libsodium.crypto_kem_xwing_dec(slot.subarray(0, KEM_CIPHERTEXT_BYTES), secretKey);
          tryDecrypt(slot.subarray(KEM_CIPHERTEXT_BYTES), hash(slotInput, shared));
        }
      }
      hash(head.header, contentKey);
      libsodium.crypto_sign_seed_keypair(random(32));
      hash(submission.body);
      decrypt(head.summary, summaryKey);
      JSON.parse(new TextDecoder().decode(json));
      decrypt(submission.body, bodyKey);
    },
  };
}
