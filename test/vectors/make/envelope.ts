/** Vectors of report and identity envelopes. Each negative one is right in all but the one thing that it names. */
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

const ZERO = new Uint8Array(32);
const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;

type Envelope = {
  readonly head: Buffer;
  readonly body: Buffer;
  readonly headHash: Buffer;
  readonly binding: Buffer;
  readonly contentKey: Buffer;
};

/** Everything of an envelope that a vector may bend. */
export type Plan = {
  kind: string;
  version: number;
  channelId: Uint8Array;
  caseId: Uint8Array;
  parent: Uint8Array;
  directoryVersion: number;
  directoryHash: Uint8Array;
  /** Named in the prefix, where it differs from the number of slots */
  slotCount?: number;
  bodyClass?: number;
  accessKey?: Uint8Array;
  more?: readonly Part[];
  contentKey: Buffer;
  slots: (prefix: Buffer) => Buffer[];
  mac?: (header: Buffer) => Buffer;
  summary: Buffer | null;
  body: Buffer;
  bodyKey: (contentKey: Buffer) => Buffer;
  auth: Signer;
  /** Signs in the place of `auth`, whose public key stands in the head */
  signs?: Signer;
  binding?: (binding: Buffer) => Buffer;
  summaryKey?: (contentKey: Buffer) => Buffer;
};

export class World {
  readonly random: Seeded;
  readonly auth: Signer;
  readonly caseId: Buffer;
  readonly channelId: Buffer;
  readonly readers: readonly Wing[];
  readonly custodian: Wing;
  readonly nobody: Wing;
  constructor(name: string) {
    this.random = new Seeded(name);
    this.auth = signer(this.random.bytes(32));
    this.caseId = hash("case", this.auth.publicKey);
    this.channelId = this.random.bytes(16);
    this.readers = [wing(this.random.bytes(32)), wing(this.random.bytes(32))];
    this.custodian = wing(this.random.bytes(32));
    this.nobody = wing(this.random.bytes(32));
  }

  slot(prefix: Uint8Array, reader: Wing, key: Uint8Array): Buffer {
    return slot(prefix, reader.publicKey, key, this.random.bytes(64));
  }

  /** A report for both readers in three slots, a dummy between them. */
  report(changes: Partial<Plan> = {}): Envelope {
    const contentKey = changes.contentKey ?? this.random.bytes(32);
    return this.seal({
      kind: "report",
      version: 1,
      channelId: this.channelId,
      caseId: this.caseId,
      parent: ZERO,
      directoryVersion: 3,
      directoryHash: Buffer.alloc(32, 0xd1),
      contentKey,
      slots: (prefix) => [
        this.slot(prefix, this.readers[0]!, contentKey),
        this.slot(prefix, this.nobody, this.random.bytes(32)),
        this.slot(prefix, this.readers[1]!, contentKey),
      ],
      summary: pad(Buffer.from("summary"), 1_024),
      body: pad(Buffer.from("body"), 16_384),
      bodyKey: (key) => derive(key, "body-key"),
      auth: this.auth,
      ...changes,
    });
  }

  identity(parent: Uint8Array, reportKey: Uint8Array, changes: Partial<Plan> = {}): Envelope {
    const contentKey = changes.contentKey ?? this.random.bytes(32);
    return this.report({
      kind: "identity",
      parent,
      contentKey,
      slots: (prefix) => [
        this.slot(prefix, this.custodian, contentKey),
        this.slot(prefix, this.nobody, this.random.bytes(32)),
      ],
      summary: null,
      body: pad(Buffer.from("identity"), 4_096),
      bodyKey: (key) => derive(key, "identity-body-key", derive(reportKey, "identity-share")),
      ...changes,
    });
  }

  seal(plan: Plan): Envelope {
    const { contentKey, auth } = plan;
    const slots = plan.slots(this.prefix(plan, 0));
    const prefix = this.prefix(plan, slots.length);
    // The slots are bound to the prefix, which names their number: made again now that it is known.
    const header = concat(u32(prefix.length), prefix, ...plan.slots(prefix));
    const mac = plan.mac?.(header) ?? derive(contentKey, "header-mac", header);
    const binding = hash("binding", header, mac);
    const used = plan.binding?.(binding) ?? binding;
    const summaryKey = plan.summaryKey?.(contentKey) ?? derive(contentKey, "summary-key");
    const summary =
      plan.summary === null ? Buffer.alloc(0) : aead(summaryKey, this.random.bytes(24), plan.summary, used);
    const body = aead(plan.bodyKey(contentKey), this.random.bytes(24), plan.body, used);
    const bodyHash = hash("body", body);
    const unsigned = concat(header, mac, summary, bodyHash, auth.publicKey);
    const signature = (plan.signs ?? auth).sign(
      list("envelope-signature", binding, hash("summary", summary), bodyHash),
    );
    return { head: concat(unsigned, signature), body, headHash: hash("head", unsigned), binding, contentKey };
  }

  private prefix(plan: Plan, count: number): Buffer {
    const { kind, version, channelId, caseId, parent, directoryVersion, directoryHash, contentKey } = plan;
    const accessKey = plan.accessKey ?? signer(derive(contentKey, "access-seed")).publicKey;
    const fields = [
      version,
      kind,
      channelId,
      caseId,
      parent,
      directoryVersion,
      directoryHash,
      plan.slotCount ?? count,
      plan.bodyClass ?? plan.body.length,
      accessKey,
    ];
    return list("envelope", ...fields, ...(plan.more ?? []));
  }
}

const seeds = (...readers: readonly Wing[]): Json => readers.map(({ seed }) => bytes(seed));

export function heads(): VectorFile {
  const c = new Collection("envelope-head");
  const w = new World(c.subject);
  const other = new World("another case");
  const put = (
    about: string,
    head: Uint8Array,
    expected: { [name: string]: Json },
    result: { output: Json } | { error: string },
  ) => c.add(about, "inspect-head", { head: bytes(head), expected: { kind: "report", ...expected } }, result);
  const fine = w.report();
  const shown = ({ headHash, binding }: Envelope) => ({
    output: { headHash: bytes(headHash), binding: bytes(binding) },
  });
  put("a report with three slots", fine.head, { caseId: bytes(w.caseId), channelId: bytes(w.channelId) }, shown(fine));
  const eight = w.report({
    slots: (prefix) => Array.from({ length: 8 }, () => w.slot(prefix, w.nobody, w.random.bytes(32))),
  });
  put("a report with eight slots", eight.head, {}, shown(eight));
  const identity = w.identity(fine.headHash, fine.contentKey);
  put(
    "an identity beside its report",
    identity.head,
    { kind: "identity", parent: bytes(fine.headHash) },
    shown(identity),
  );
  put("another version", w.report({ version: 2 }).head, {}, MALFORMED);
  put("a kind that does not exist", w.report({ kind: "rumour" }).head, {}, MALFORMED);
  put("an eleventh field in the prefix", w.report({ more: ["more"] }).head, {}, MALFORMED);
  put("a channel id of 15 bytes", w.report({ channelId: w.channelId.subarray(1) }).head, {}, MALFORMED);
  put("no slots", w.report({ slots: () => [] }).head, {}, MALFORMED);
  put("more slots than named", w.report({ slotCount: 2 }).head, {}, MALFORMED);
  put("fewer slots than named", w.report({ slotCount: 4 }).head, {}, MALFORMED);
  put("a body class that is none", w.report({ bodyClass: 16_385 }).head, {}, MALFORMED);
  put("a report with a parent", w.report({ parent: fine.headHash }).head, {}, MALFORMED);
  put("an identity without a parent", w.identity(ZERO, fine.contentKey).head, { kind: "identity" }, MALFORMED);
  put("a byte behind the signature", concat(fine.head, Uint8Array.of(0)), {}, MALFORMED);
  put("a byte of the signature missing", fine.head.subarray(0, -1), {}, MALFORMED);
  put("a prefix longer than the head", concat(u32(0x7fff_ffff), fine.head.subarray(4)), {}, MALFORMED);
  put("signed by another key", w.report({ signs: other.auth }).head, {}, ALTERED);
  put("a case id that is not the hash of the auth public key", w.report({ auth: other.auth }).head, {}, ALTERED);
  put("one bit of a slot changed after signing", flip(fine.head, 600), {}, ALTERED);
  put(
    "one bit of the MAC changed after signing",
    flip(fine.head, fine.head.length - 64 - 32 - 32 - 1_064 - 1),
    {},
    ALTERED,
  );
  put(
    "one bit of the summary changed after signing",
    flip(fine.head, fine.head.length - 64 - 32 - 32 - 1),
    {},
    ALTERED,
  );
  put("one bit of the body hash changed after signing", flip(fine.head, fine.head.length - 64 - 32 - 1), {}, ALTERED);
  put("another case than asked for", fine.head, { caseId: bytes(other.caseId) }, ALTERED);
  put("another channel than asked for", fine.head, { channelId: bytes(other.channelId) }, ALTERED);
  put("an identity where a report was asked for", identity.head, {}, ALTERED);
  put("an identity beside another report", identity.head, { kind: "identity", parent: bytes(eight.headHash) }, ALTERED);
  return c.file();
}

export function reports(): VectorFile {
  const c = new Collection("envelope-report");
  const w = new World(c.subject);
  const [one, two] = w.readers as readonly [Wing, Wing];
  const open = (
    about: string,
    { head }: Envelope,
    readers: readonly Wing[],
    result: { output: Json } | { error: string },
  ) => c.add(about, "open-head", { head: bytes(head), seeds: seeds(...readers) }, result);
  const key = (envelope: Envelope) => ({ output: bytes(envelope.contentKey) });
  const fine = w.report();
  open("the first reader", fine, [one], key(fine));
  open("the second reader, with an older key in the vault", fine, [w.custodian, two], key(fine));
  open("somebody without a slot", fine, [w.custodian], { error: "not-for-me" });
  const k = w.random.bytes(32);
  const stray = w.random.bytes(32);
  const slots = (make: (prefix: Buffer) => Buffer[]) => w.report({ contentKey: k, slots: make });
  const poisoned = slots((prefix) => [Buffer.alloc(1_168), w.slot(prefix, one, k)]);
  open("beside a slot of zeros", poisoned, [one], { output: bytes(k) });
  const lowOrder = slots((prefix) => {
    const dummy = w.slot(prefix, w.nobody, stray);
    return [concat(dummy.subarray(0, 1_088), ZERO, dummy.subarray(1_120)), w.slot(prefix, one, k)];
  });
  open("beside a slot with an X25519 part of low order", lowOrder, [one], { output: bytes(k) });
  open(
    "a slot that holds another key",
    slots((prefix) => [w.slot(prefix, one, stray), w.slot(prefix, two, k)]),
    [one],
    ALTERED,
  );
  open(
    "two slots for one reader",
    slots((prefix) => [w.slot(prefix, one, k), w.slot(prefix, one, k)]),
    [one],
    ALTERED,
  );
  open(
    "a slot bound to another prefix",
    slots((prefix) => [w.slot(flip(prefix, 60), one, k), w.slot(prefix, two, k)]),
    [one],
    { error: "not-for-me" },
  );
  open(
    "a slot whose key is bound to another public key",
    slots((prefix) => [misbound(w, prefix, k), w.slot(prefix, two, k)]),
    [one],
    { error: "not-for-me" },
  );
  open(
    "a MAC under another content key",
    w.report({ mac: (header) => derive(stray, "header-mac", header) }),
    [one],
    ALTERED,
  );
  open(
    "a MAC made for another purpose",
    w.report({ contentKey: k, mac: (header) => derive(k, "body-key", header) }),
    [one],
    ALTERED,
  );
  open(
    "the access key of another content key",
    w.report({ accessKey: signer(derive(stray, "access-seed")).publicKey }),
    [one],
    ALTERED,
  );
  return c.file();
}

/** A slot for the first reader whose slot key names the second one's public key. */
function misbound(w: World, prefix: Buffer, key: Buffer): Buffer {
  const [one, two] = w.readers as readonly [Wing, Wing];
  return slot(prefix, one.publicKey, key, w.random.bytes(64), two.publicKey);
}

export function bodies(): VectorFile {
  const c = new Collection("envelope-body");
  const w = new World(c.subject);
  const reader = w.readers[0]!;
  const put = (
    about: string,
    operation: string,
    { head, body }: Envelope,
    result: { output: Json } | { error: string },
    changed = body,
  ) =>
    c.add(
      about,
      operation,
      { head: bytes(head), seeds: seeds(reader), ...(operation === "open-body" ? { body: bytes(changed) } : {}) },
      result,
    );
  const fine = w.report();
  put("the body", "open-body", fine, { output: bytes(Buffer.from("body")) });
  put("the summary", "open-summary", fine, { output: bytes(Buffer.from("summary")) });
  const zeros = (binding: Buffer) => Buffer.alloc(binding.length);
  put("one bit of the body changed", "open-body", fine, ALTERED, flip(fine.body, 30));
  put("a body one byte short", "open-body", fine, MALFORMED, fine.body.subarray(1));
  put("a body sealed with another AAD than the binding", "open-body", w.report({ binding: zeros }), ALTERED);
  put(
    "a body sealed under the summary's key",
    "open-body",
    w.report({ bodyKey: (key) => derive(key, "summary-key") }),
    ALTERED,
  );
  put("a body without a mark", "open-body", w.report({ body: Buffer.alloc(16_384) }), MALFORMED);
  put("a summary sealed with another AAD than the binding", "open-summary", w.report({ binding: zeros }), ALTERED);
  put(
    "a summary sealed under the body's key",
    "open-summary",
    w.report({ summaryKey: (key) => derive(key, "body-key") }),
    ALTERED,
  );
  put("a summary without a mark", "open-summary", w.report({ summary: Buffer.alloc(1_024) }), MALFORMED);
  return c.file();
}

export function identities(): VectorFile {
  const c = new Collection("envelope-identity");
  const w = new World(c.subject);
  const report = w.report();
  const put = (
    about: string,
    { head, body }: Envelope,
    reader: Wing,
    reportKey: Uint8Array,
    result: { output: Json } | { error: string },
  ) =>
    c.add(
      about,
      "open-identity",
      {
        head: bytes(head),
        body: bytes(body),
        parent: bytes(report.headHash),
        seeds: seeds(reader),
        reportContentKey: bytes(reportKey),
      },
      result,
    );
  const given = w.identity(report.headHash, report.contentKey);
  const { custodian } = w;
  put("a name was given", given, custodian, report.contentKey, { output: bytes(Buffer.from("identity")) });
  put(
    "none was given",
    w.identity(report.headHash, report.contentKey, { body: pad(Buffer.alloc(0), 4_096) }),
    custodian,
    report.contentKey,
    { output: "" },
  );
  put("a custodian without the report's content key", given, custodian, Buffer.alloc(32, 1), ALTERED);
  put("a recipient of the report", given, w.readers[0]!, report.contentKey, { error: "not-for-me" });
  put(
    "a body key that leaves the report out",
    w.identity(report.headHash, report.contentKey, { bodyKey: (key) => derive(key, "body-key") }),
    custodian,
    report.contentKey,
    ALTERED,
  );
  put(
    "an identity of another report",
    w.identity(Buffer.alloc(32, 7), report.contentKey),
    custodian,
    report.contentKey,
    ALTERED,
  );
  return c.file();
}
