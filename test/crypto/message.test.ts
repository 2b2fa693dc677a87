import fc from "fast-check";
import t, { type Test } from "tap";
import { concat, fromUtf8, list, sameBytes, u32, utf8 } from "../../src/crypto/bytes.ts";
import { SLOT_BYTES } from "../../src/crypto/envelope.ts";
import { CryptoError, type CryptoErrorCode } from "../../src/crypto/errors.ts";
import { type Context, DIRECTIONS, checkRowSize, encodeContext, rowSizes } from "../../src/crypto/message.ts";
import { MESSAGE_CLASSES, pad } from "../../src/crypto/padding.ts";
import { deriveSigningKeyPair, makeSeed, sign } from "../../src/crypto/secret/keys.ts";
import {
  type Statement,
  claimedDirectory,
  openConversation,
  openInternal,
  readStatement,
  sealConversation,
  sealInternal,
  signStatement,
} from "../../src/crypto/secret/message.ts";
import { openSlot, sealSlot } from "../../src/crypto/secret/slot.ts";
import { deriveTeamKeyPair } from "../../src/crypto/secret/team.ts";
import { deriveTokenKeys, makeToken } from "../../src/crypto/secret/token.ts";
import { aeadOpen, derive, hash, randomBytes } from "../../src/crypto/sodium.ts";
import { DIRECTORY_HASH, flipBit, rounds } from "./sample.ts";
import { sealUnderTwoKeys } from "./two-keys.ts";

function refuses(t: Test, code: CryptoErrorCode, open: () => unknown, about: string): void {
  t.throws(open, { name: "CryptoError", code }, about);
}

const token = deriveTokenKeys(makeToken());
const teamSecret = randomBytes(32);
const team = deriveTeamKeyPair(teamSecret);
const member = deriveSigningKeyPair(makeSeed());
const MEMBER_ID = new Uint8Array(16).fill(9);

function place(direction: Context["direction"], changes: Partial<Context> = {}): Context {
  return { caseId: token.caseId, direction, epoch: 0, sequence: 1, ...changes };
}

function statement(context: Context, changes: Partial<Statement> = {}): Statement {
  return {
    context,
    previous: new Uint8Array(32).fill(1),
    acknowledged: { sequence: 0, hash: new Uint8Array(32).fill(1) },
    directoryVersion: 3,
    directoryHash: DIRECTORY_HASH,
    signer: context.direction === "reporter" ? token.auth.publicKey : MEMBER_ID,
    kind: "text",
    content: utf8("content"),
    ...changes,
  };
}

const keyOf = (signer: Uint8Array) => {
  if (sameBytes(signer, token.auth.publicKey)) return token.auth.publicKey;
  return sameBytes(signer, MEMBER_ID) ? member.publicKey : undefined;
};
const AS_TEAM = { as: "team", keys: team } as const;
const AS_REPORTER = { as: "reply", keys: token.reply } as const;

function sealTeam(context = place("team"), changes: Partial<Statement> = {}) {
  const signed = signStatement(statement(context, changes), member);
  return sealConversation(signed, context, { team: team.publicKey, reply: token.reply.publicKey }, token.thread);
}

function sealReporter(context = place("reporter"), changes: Partial<Statement> = {}) {
  const signed = signStatement(statement(context, changes), token.auth);
  return sealConversation(signed, context, { team: team.publicKey, reply: undefined }, token.thread);
}

function sealNote(context = place("internal")) {
  return sealInternal(signStatement(statement(context), member), context, teamSecret);
}

t.test("an answer is read by the reporter and by the team, byte for byte", (t) => {
  const row = sealTeam();
  for (const reader of [AS_TEAM, AS_REPORTER]) {
    const read = readStatement(openConversation(row, place("team"), reader, token.thread), place("team"), keyOf);
    t.equal(fromUtf8(read.content), "content");
    t.same(read.signer, MEMBER_ID);
    t.equal(read.kind, "text");
  }
  t.end();
});

t.test("a follow-up is read by the team and not by the words that wrote it", (t) => {
  const row = sealReporter();
  const padded = openConversation(row, place("reporter"), AS_TEAM, token.thread);
  t.equal(fromUtf8(readStatement(padded, place("reporter"), keyOf).content), "content");
  refuses(t, "altered", () => openConversation(row, place("reporter"), AS_REPORTER, token.thread), "reply key");
  t.end();
});

t.test("a note is read with the team secret and with nothing else", (t) => {
  const row = sealNote();
  const read = readStatement(openInternal(row, place("internal"), teamSecret), place("internal"), keyOf);
  t.equal(fromUtf8(read.content), "content");
  refuses(t, "altered", () => openInternal(row, place("internal"), randomBytes(32)), "another secret");
  refuses(t, "bad-key", () => openInternal(row, place("internal"), new Uint8Array(31)), "a short one");
  t.end();
});

t.test("any content comes back as it was, and rows have the listed sizes only", (t) => {
  const context = place("internal");
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), fc.string({ maxLength: 20 }), (content, kind) => {
      const row = sealInternal(signStatement(statement(context, { content, kind }), member), context, teamSecret);
      const read = readStatement(openInternal(row, context, teamSecret), context, keyOf);
      t.same(read.content, content);
      t.equal(read.kind, kind);
      t.ok(rowSizes("internal").includes(row.length));
    }),
    { numRuns: rounds(100) },
  );
  t.equal(sealTeam().length, rowSizes("team")[0]);
  t.equal(sealReporter().length, rowSizes("reporter")[0]);
  for (const direction of DIRECTIONS)
    refuses(t, "malformed", () => checkRowSize(direction, new Uint8Array(4_096)), direction);
  const tooLong = statement(context, { content: new Uint8Array(262_144) });
  refuses(t, "too-long", () => sealInternal(signStatement(tooLong, member), context, teamSecret), "too long");
  t.end();
});

t.test("attack 11: a row in another case, direction, epoch or place of the sequence does not open", (t) => {
  const rows = { team: sealTeam(), reporter: sealReporter(), internal: sealNote() };
  const moves: readonly Partial<Context>[] = [{ caseId: randomBytes(32) }, { epoch: 1 }, { sequence: 2 }];
  for (const move of moves) {
    refuses(t, "altered", () => openConversation(rows.team, place("team", move), AS_REPORTER, token.thread), "team");
    refuses(
      t,
      "altered",
      () => openConversation(rows.reporter, place("reporter", move), AS_TEAM, token.thread),
      "reporter",
    );
    refuses(t, "altered", () => openInternal(rows.internal, place("internal", move), teamSecret), "internal");
  }
  refuses(t, "altered", () => openConversation(rows.team, place("reporter"), AS_TEAM, token.thread), "reflected");
  refuses(t, "altered", () => openConversation(rows.reporter, place("team"), AS_TEAM, token.thread), "reflected");
  refuses(t, "malformed", () => openInternal(rows.team, place("internal"), teamSecret), "an answer as a note");
  refuses(
    t,
    "malformed",
    () => openConversation(rows.internal, place("team"), AS_TEAM, token.thread),
    "a note as an answer",
  );
  t.end();
});

t.test("attack 11: a statement signed for one place is refused in another, also where it was sealed anew", (t) => {
  // Whoever holds the team secret can seal what a colleague signed elsewhere; the signed list names the place.
  const elsewhere = [
    place("internal", { sequence: 2 }),
    place("internal", { epoch: 1 }),
    place("team"),
    place("internal", { caseId: randomBytes(32) }),
  ];
  for (const signedFor of elsewhere) {
    const row = sealInternal(signStatement(statement(signedFor), member), place("internal"), teamSecret);
    const padded = openInternal(row, place("internal"), teamSecret);
    refuses(t, "altered", () => readStatement(padded, place("internal"), keyOf), "moved");
  }
  t.end();
});

t.test("attack 16: who has all public keys and not the thread key cannot write to the reporter", (t) => {
  const forged = signStatement(statement(place("team")), member);
  const readers = { team: team.publicKey, reply: token.reply.publicKey };
  const row = sealConversation(forged, place("team"), readers, randomBytes(32));
  refuses(t, "altered", () => openConversation(row, place("team"), AS_REPORTER, token.thread), "a guessed thread key");
  refuses(t, "bad-key", () => sealConversation(forged, place("team"), readers, new Uint8Array()), "none at all");
  t.end();
});

t.test("attack 16: a text that nobody of the directory signed is refused", (t) => {
  const padded = openConversation(
    sealTeam(place("team"), { signer: new Uint8Array(16) }),
    place("team"),
    AS_REPORTER,
    token.thread,
  );
  refuses(t, "altered", () => readStatement(padded, place("team"), keyOf), "unknown signer");
  const stranger = signStatement(statement(place("team")), deriveSigningKeyPair(makeSeed()));
  const row = sealConversation(
    stranger,
    place("team"),
    { team: team.publicKey, reply: token.reply.publicKey },
    token.thread,
  );
  const opened = openConversation(row, place("team"), AS_REPORTER, token.thread);
  refuses(t, "altered", () => readStatement(opened, place("team"), keyOf), "another's key");
  t.end();
});

/** A row whose two slots lead to two keys, both of which its ciphertext opens under. */
function rowForTwoKeys(): { row: Uint8Array; keys: readonly [Uint8Array, Uint8Array] } {
  const context = place("team");
  const aad = encodeContext(context);
  const secrets = [randomBytes(32), randomBytes(32)] as const;
  const slots = concat(sealSlot(aad, team.publicKey, secrets[0]), sealSlot(aad, token.reply.publicKey, secrets[1]));
  const [first, second] = [slots.subarray(0, SLOT_BYTES), slots.subarray(SLOT_BYTES)];
  const [one, other] = secrets.map((secret) => derive(secret, "segel/1/message-key", token.thread, aad, first, second));
  const sealed = sealUnderTwoKeys(one!, other!, aad, MESSAGE_CLASSES[0]!);
  return { row: concat(slots, derive(one!, "segel/1/message-commit", aad), sealed), keys: [one!, other!] };
}

t.test("attack 82: a row that opens under two keys is refused by the one to which it does not commit", (t) => {
  const { row, keys } = rowForTwoKeys();
  const sealed = row.subarray(2 * SLOT_BYTES + 32);
  for (const key of keys)
    t.equal(aeadOpen(key, sealed, encodeContext(place("team"))).length, 4_096, "the cipher takes both");
  t.equal(
    openConversation(row, place("team"), AS_TEAM, token.thread).length,
    4_096,
    "the team's key is the committed one",
  );
  refuses(t, "altered", () => openConversation(row, place("team"), AS_REPORTER, token.thread), "the reporter's is not");
  t.end();
});

t.test("a row with one bit changed anywhere does not open", (t) => {
  const row = sealTeam();
  const step = Math.ceil(row.length / rounds(300));
  for (let at = SLOT_BYTES; at < row.length; at += step) {
    refuses(
      t,
      "altered",
      () => openConversation(flipBit(row, at), place("team"), AS_REPORTER, token.thread),
      `byte ${at}`,
    );
  }
  // The other reader's slot is bound too, although this reader does not open it.
  refuses(
    t,
    "altered",
    () => openConversation(flipBit(row, 5), place("team"), AS_REPORTER, token.thread),
    "first slot",
  );
  t.end();
});

t.test("a statement is hashed with its signed salt: equal texts have unequal hashes", (t) => {
  const one = signStatement(statement(place("team")), member);
  const other = signStatement(statement(place("team")), member);
  t.notSame(one.hash, other.hash);
  t.same(one.hash, hash("segel/1/message", one.signedList));
  t.end();
});

/** A padded statement with fields of any shape, properly signed by the member. */
function handMade(fields: readonly (Uint8Array | string | number)[]): Uint8Array {
  const signedList = list("segel/1/message-signature", ...fields);
  return pad(concat(u32(signedList.length), signedList, sign(member, signedList)), MESSAGE_CLASSES);
}

const FIELDS: readonly (Uint8Array | string | number)[] = [
  token.caseId,
  "team",
  0,
  1,
  new Uint8Array(32),
  0,
  new Uint8Array(32),
  3,
  DIRECTORY_HASH,
  MEMBER_ID,
  "text",
  "content",
  new Uint8Array(16),
];

t.test("a signed list with a field of another length, too few or too many is malformed", (t) => {
  const read = (fields: readonly (Uint8Array | string | number)[]) =>
    readStatement(handMade(fields), place("team"), keyOf);
  t.equal(read(FIELDS).kind, "text");
  const wrong: readonly [number, Uint8Array | string][] = [
    [0, new Uint8Array(31)],
    [2, new Uint8Array(3)],
    [3, new Uint8Array(5)],
    [4, new Uint8Array(33)],
    [5, ""],
    [6, new Uint8Array(31)],
    [7, ""],
    [8, new Uint8Array(31)],
    [9, new Uint8Array(17)],
    [10, Uint8Array.of(0xff)],
    [12, new Uint8Array(15)],
  ];
  for (const [at, value] of wrong) refuses(t, "malformed", () => read(FIELDS.with(at, value)), `field ${at}`);
  refuses(t, "malformed", () => read(FIELDS.slice(0, 12)), "twelve fields");
  refuses(t, "malformed", () => read([...FIELDS, ""]), "fourteen");
  refuses(t, "altered", () => read(FIELDS.with(1, "reporter")), "another direction");
  t.end();
});

t.test("random and changed statements are refused as malformed or altered, never otherwise", (t) => {
  const good = handMade(FIELDS);
  const meaningful = 4 + list("segel/1/message-signature", ...FIELDS).length + 64;
  const check = (padded: Uint8Array) => {
    for (const read of [() => readStatement(padded, place("team"), keyOf), () => claimedDirectory(padded)]) {
      try {
        t.ok(read());
      } catch (error) {
        if (!(error instanceof CryptoError)) throw error;
        t.ok(error.code === "malformed" || error.code === "altered");
      }
    }
  };
  fc.assert(fc.property(fc.uint8Array({ minLength: 4_096, maxLength: 4_096 }), check), { numRuns: rounds(100) });
  fc.assert(
    fc.property(fc.nat(meaningful - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bent = good.slice();
      bent[at] = bent[at]! ^ change;
      check(bent);
      t.throws(() => readStatement(bent, place("team"), keyOf), { name: "CryptoError" });
    }),
    { numRuns: rounds(200) },
  );
  t.end();
});

t.test("random rows are refused as malformed or altered, never otherwise", (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 7_000 }), fc.boolean(), (noise, fill) => {
      const row = new Uint8Array(fill ? rowSizes("team")[0]! : noise.length);
      row.set(noise.subarray(0, row.length));
      const code = rowSizes("team").includes(row.length) ? "altered" : "malformed";
      refuses(t, code, () => openConversation(row, place("team"), AS_TEAM, token.thread), "team");
      if (!rowSizes("internal").includes(row.length))
        refuses(t, "malformed", () => openInternal(row, place("internal"), teamSecret), "internal");
    }),
    { numRuns: rounds(100) },
  );
  t.end();
});

t.test("the reporter's second slot is a real encapsulation to nobody", (t) => {
  const row = sealReporter();
  const second = row.subarray(SLOT_BYTES, 2 * SLOT_BYTES);
  for (const keys of [team, token.reply]) {
    refuses(t, "altered", () => openSlot(encodeContext(place("reporter")), keys, second), "no known key");
  }
  t.end();
});
