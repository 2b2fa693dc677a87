/** Vectors of what follows a report: receipt, own box, messages both ways and notes. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import {
  type Part,
  Seeded,
  type Signer,
  type Wing,
  aead,
  concat,
  derive,
  hash,
  list,
  pad,
  signer,
  slot,
  u32,
  wing,
} from "../primitives.ts";
import { flip } from "./basics.ts";

const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;
type Result = { output: Json } | { error: string };

export function receipts(): VectorFile {
  const c = new Collection("receipt");
  const random = new Seeded(c.subject);
  const [self, caseId, other] = [random.bytes(32), random.bytes(32), random.bytes(32)];
  const [headHash, channelId, one, two] = [random.bytes(32), random.bytes(16), random.bytes(16), random.bytes(16)];
  const team = wing(random.bytes(32)).publicKey;
  const fixed = concat(headHash, channelId, team);
  const seal = (plaintext: Uint8Array, key = derive(self, "receipt-key"), aad = list("receipt", caseId)) =>
    aead(key, random.bytes(24), plaintext, aad);
  const padded = (plaintext: Uint8Array) => pad(plaintext, 4_096);
  const put = (about: string, sealed: Uint8Array, result: Result) =>
    c.add(about, "open-receipt", { self: bytes(self), caseId: bytes(caseId), sealed: bytes(sealed) }, result);
  const output = (...excluded: Uint8Array[]) => ({
    output: {
      headHash: bytes(headHash),
      channelId: bytes(channelId),
      teamPublicKey: bytes(team),
      excluded: excluded.map(bytes),
    },
  });
  put("nobody excluded", seal(padded(fixed)), output());
  put("two members excluded", seal(padded(concat(fixed, one, two))), output(one, two));
  put("sealed under another self key", seal(padded(fixed), derive(other, "receipt-key")), ALTERED);
  put("sealed under the self key itself", seal(padded(fixed), self), ALTERED);
  put("sealed for another case", seal(padded(fixed), derive(self, "receipt-key"), list("receipt", other)), ALTERED);
  put("a team key one byte short", seal(padded(fixed.subarray(0, -1))), MALFORMED);
  put("half an id", seal(padded(concat(fixed, one.subarray(8)))), MALFORMED);
  put("a member excluded twice", seal(padded(concat(fixed, one, one))), MALFORMED);
  put("no padding", seal(fixed), MALFORMED);
  return c.file();
}

export function ownBoxes(): VectorFile {
  const c = new Collection("own-box");
  const random = new Seeded(c.subject);
  const [self, caseId, messageHash, acknowledged] = [
    random.bytes(32),
    random.bytes(32),
    random.bytes(32),
    random.bytes(32),
  ];
  const place = (sequence: number, direction = "reporter", epoch = 0) =>
    list("message-context", caseId, direction, epoch, sequence);
  const plaintext = concat(messageHash, u32(5), acknowledged, u32(1));
  const seal = (text: Uint8Array, at: Buffer, key = derive(self, "own-key", at)) =>
    aead(key, random.bytes(24), pad(text, 216), at);
  const put = (about: string, sealed: Uint8Array, result: Result) =>
    c.add(
      about,
      "open-own-box",
      { self: bytes(self), caseId: bytes(caseId), epoch: 0, sequence: 3, sealed: bytes(sealed) },
      result,
    );
  put("beside message 3", seal(plaintext, place(3)), {
    output: { messageHash: bytes(messageHash), sequence: 5, hash: bytes(acknowledged), newestEpoch: 1 },
  });
  put("a box of an earlier message", seal(plaintext, place(2)), ALTERED);
  put("a box of another direction", seal(plaintext, place(3, "team")), ALTERED);
  put("a box of another epoch", seal(plaintext, place(3, "reporter", 1)), ALTERED);
  put("a key that does not name the place", seal(plaintext, place(3), derive(self, "own-key")), ALTERED);
  put("four bytes short", seal(plaintext.subarray(4), place(3)), MALFORMED);
  return c.file();
}

/** One case with a reporter, a team, a member and everything that a row of it may bend. */
class Conversation {
  readonly random: Seeded;
  readonly caseId: Buffer;
  readonly headHash: Buffer;
  readonly threadKey: Buffer;
  readonly teamSecret: Buffer;
  readonly team: Wing;
  readonly reply: Wing;
  readonly nobody: Wing;
  readonly reporter: Signer;
  readonly member: Signer;
  readonly memberId: Buffer;
  constructor(name: string) {
    const random = new Seeded(name);
    this.random = random;
    this.reporter = signer(random.bytes(32));
    this.caseId = hash("case", this.reporter.publicKey);
    this.headHash = random.bytes(32);
    this.threadKey = random.bytes(32);
    this.teamSecret = derive(random.bytes(32), "team-secret", this.caseId);
    this.team = wing(derive(this.teamSecret, "team-seed"));
    this.reply = wing(random.bytes(32));
    this.nobody = wing(random.bytes(32));
    this.member = signer(random.bytes(32));
    this.memberId = random.bytes(16);
  }

  place(direction: string, epoch = 0, sequence = 1, caseId = this.caseId): Buffer {
    return list("message-context", caseId, direction, epoch, sequence);
  }

  /** The thirteen fields of a first message. */
  fields(direction: string): Part[] {
    const who = direction === "reporter" ? this.reporter.publicKey : this.memberId;
    const content = `{"text":"${direction}"}`;
    return [
      this.caseId,
      direction,
      0,
      1,
      this.headHash,
      0,
      this.headHash,
      3,
      Buffer.alloc(32, 0xd1),
      who,
      "text",
      content,
      this.random.bytes(16),
    ];
  }

  statement(
    direction: string,
    changes: { [field: number]: Part } = {},
    author?: Signer,
    more: readonly Part[] = [],
  ): Buffer {
    const fields = [...this.fields(direction).map((field, at) => changes[at] ?? field), ...more];
    const signed = list("message-signature", ...fields);
    const signature = (author ?? (direction === "reporter" ? this.reporter : this.member)).sign(signed);
    return concat(u32(signed.length), signed, signature);
  }

  slot(place: Buffer, reader: Wing, secret: Buffer): Buffer {
    return slot(place, reader.publicKey, secret, this.random.bytes(64));
  }

  row(direction: "team" | "reporter", bend: Partial<RowPlan> = {}): Buffer {
    const place = bend.place ?? this.place(direction);
    const secret = this.random.bytes(32);
    const first = this.slot(place, this.team, secret);
    const second =
      direction === "team"
        ? this.slot(place, this.reply, bend.secondSecret ?? secret)
        : this.slot(place, this.nobody, this.random.bytes(32));
    const slots = bend.slots?.(first, second) ?? [first, second];
    const key = derive(secret, "message-key", bend.threadKey ?? this.threadKey, place, first, second);
    const commitment = bend.commitment?.(key, place) ?? derive(key, "message-commit", place);
    const padded = pad(bend.statement ?? this.statement(direction), 4_096, 16_384);
    return concat(...slots, commitment, aead(key, this.random.bytes(24), padded, bend.aad ?? place));
  }

  note(bend: { place?: Buffer; key?: Buffer; aad?: Buffer; statement?: Buffer; padded?: Buffer } = {}): Buffer {
    const place = bend.place ?? this.place("internal");
    const padded = bend.padded ?? pad(bend.statement ?? this.statement("internal"), 4_096, 16_384);
    return aead(
      bend.key ?? derive(this.teamSecret, "internal-key", place),
      this.random.bytes(24),
      padded,
      bend.aad ?? place,
    );
  }

  /** What a reader is given: keys as seeds, and who may sign. */
  input(direction: string, reader: "team" | "reply"): { [name: string]: Json } {
    return {
      caseId: bytes(this.caseId),
      direction,
      epoch: 0,
      sequence: 1,
      as: reader,
      seed: bytes((reader === "team" ? this.team : this.reply).seed),
      threadKey: bytes(this.threadKey),
      teamSecret: bytes(this.teamSecret),
      signers: [
        [bytes(this.memberId), bytes(this.member.publicKey)],
        [bytes(this.reporter.publicKey), bytes(this.reporter.publicKey)],
      ],
    };
  }
}

type RowPlan = {
  place: Buffer;
  secondSecret: Buffer;
  slots: (first: Buffer, second: Buffer) => Buffer[];
  threadKey: Buffer;
  commitment: (key: Buffer, place: Buffer) => Buffer;
  aad: Buffer;
  statement: Buffer;
};

const read = (direction: string): Result => ({
  output: { kind: "text", content: bytes(Buffer.from(`{"text":"${direction}"}`)) },
});

export function conversations(): VectorFile {
  const c = new Collection("conversation");
  const w = new Conversation(c.subject);
  const put = (
    about: string,
    row: Buffer,
    result: Result,
    direction: "team" | "reporter" = "team",
    reader: "team" | "reply" = "reply",
  ) => c.add(about, "read-conversation", { ...w.input(direction, reader), row: bytes(row) }, result);
  const other = w.random.bytes(32);
  put("an answer, read by the reporter", w.row("team"), read("team"));
  put("an answer, read by the team", w.row("team"), read("team"), "team", "team");
  put("a follow-up, read by the team", w.row("reporter"), read("reporter"), "reporter", "team");
  put("a follow-up, tried by the words that wrote it", w.row("reporter"), ALTERED, "reporter", "reply");
  put("another thread key", w.row("team", { threadKey: other }), ALTERED);
  put(
    "a commitment to another key",
    w.row("team", { commitment: (_, place) => derive(other, "message-commit", place) }),
    ALTERED,
  );
  put(
    "a commitment made for another purpose",
    w.row("team", { commitment: (key, place) => derive(key, "message-key", place) }),
    ALTERED,
  );
  put("the slots changed places", w.row("team", { slots: (first, second) => [second, first] }), ALTERED);
  put("two slots with two secrets", w.row("team", { secondSecret: other }), ALTERED);
  put(
    "one bit of the other reader's slot changed",
    w.row("team", { slots: (first, second) => [flip(first, 5), second] }),
    ALTERED,
  );
  put("another AAD than the place", w.row("team", { aad: w.place("team", 0, 2) }), ALTERED);
  put("sealed for the next place in the sequence", w.row("team", { place: w.place("team", 0, 2) }), ALTERED);
  put("sealed for another epoch", w.row("team", { place: w.place("team", 1) }), ALTERED);
  put("sealed for another case", w.row("team", { place: w.place("team", 0, 1, other) }), ALTERED);
  put("a row one byte short", w.row("team").subarray(1), MALFORMED);
  const signed = (about: string, statement: Buffer, result: Result = ALTERED) =>
    put(about, w.row("team", { statement }), result);
  signed("signed by another key", w.statement("team", {}, signer(other)));
  signed("signed by nobody known", w.statement("team", { 9: Buffer.alloc(16, 1) }));
  signed("signed for another case", w.statement("team", { 0: other }));
  signed("signed for another direction", w.statement("team", { 1: "internal" }));
  signed("signed for another epoch", w.statement("team", { 2: 1 }));
  signed("signed for another place in the sequence", w.statement("team", { 3: 2 }));
  signed("a previous hash of 31 bytes", w.statement("team", { 4: other.subarray(1) }), MALFORMED);
  signed("an acknowledged hash of 31 bytes", w.statement("team", { 6: other.subarray(1) }), MALFORMED);
  signed("a directory hash of 31 bytes", w.statement("team", { 8: other.subarray(1) }), MALFORMED);
  signed("a signer of 17 bytes", w.statement("team", { 9: Buffer.alloc(17) }), MALFORMED);
  signed("a salt of 15 bytes", w.statement("team", { 12: Buffer.alloc(15) }), MALFORMED);
  signed("a fourteenth field", w.statement("team", {}, undefined, ["more"]), MALFORMED);
  signed("a byte behind the signature", concat(w.statement("team"), Uint8Array.of(1)), MALFORMED);
  return c.file();
}

export function notes(): VectorFile {
  const c = new Collection("internal");
  const w = new Conversation(c.subject);
  const put = (about: string, row: Buffer, result: Result) =>
    c.add(about, "read-internal", { ...w.input("internal", "team"), row: bytes(row) }, result);
  put("a note", w.note(), read("internal"));
  put(
    "a note of the next size class",
    w.note({ statement: w.statement("internal", { 11: Buffer.alloc(5_000, 0x20) }) }),
    { output: { kind: "text", content: bytes(Buffer.alloc(5_000, 0x20)) } },
  );
  put(
    "sealed under another team secret",
    w.note({ key: derive(Buffer.alloc(32, 1), "internal-key", w.place("internal")) }),
    ALTERED,
  );
  put(
    "sealed under a key that does not name the place",
    w.note({ key: derive(w.teamSecret, "internal-key") }),
    ALTERED,
  );
  put("another AAD than the place", w.note({ aad: w.place("internal", 0, 2) }), ALTERED);
  put("sealed for the next place in the sequence", w.note({ place: w.place("internal", 0, 2) }), ALTERED);
  put("signed for the conversation", w.note({ statement: w.statement("team") }), ALTERED);
  put("no mark", w.note({ padded: Buffer.alloc(4_096) }), MALFORMED);
  put("a larger class than needed", w.note({ padded: pad(w.statement("internal"), 16_384) }), MALFORMED);
  return c.file();
}
