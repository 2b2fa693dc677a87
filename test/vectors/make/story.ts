/** One case for vectors of whole conversations: its people, its report, and messages that may be bent. */
import type { Json } from "../format.ts";
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
import { base64url, hex } from "./directory.ts";

const ZERO = new Uint8Array(32);
/** Of everything that is stored, and of who reads it */
export const DAY = "2026-11-27";
export const NOW = "2026-12-01T00:00:00Z";

export type Point = { readonly sequence: number; readonly hash: Uint8Array };
export type Message = { readonly sequence: number; readonly row: Buffer; readonly hash: Buffer };
type Person = {
  readonly id: Buffer;
  readonly roles: string[];
  readonly signing: Signer;
  readonly sealing: Wing | null;
};
export type Directory = { readonly document: string; readonly hash: Buffer; readonly version: number };

/** What may be bent in a message. */
export type Bend = {
  readonly by?: Person;
  readonly previous?: Uint8Array;
  readonly seen?: Point;
  readonly kind?: string;
  readonly content?: object;
  readonly teamKey?: Uint8Array;
  readonly threadKey?: Uint8Array;
  readonly under?: Pick<Directory, "version" | "hash">;
  readonly signedBy?: Signer;
  readonly epoch?: number;
};

export class Story {
  readonly random: Seeded;
  readonly token: Buffer;
  readonly root: Signer;
  readonly auth: Signer;
  readonly reply: Wing;
  readonly nobody: Wing;
  readonly thread: Buffer;
  readonly self: Buffer;
  readonly caseId: Buffer;
  readonly channelId: Buffer;
  readonly contentKey: Buffer;
  readonly teamSecret: Buffer;
  readonly team: Wing;
  readonly people: Readonly<Record<"one" | "two" | "excluded" | "outside" | "custodian" | "administrator", Person>>;
  readonly first: Directory;
  readonly second: Directory;
  readonly head: Buffer;
  readonly body: Buffer;
  readonly headHash: Buffer;
  readonly summary: Buffer;
  readonly binding: Buffer;
  readonly nothing: Point;

  constructor(name: string, bend: { readonly span?: object; readonly leaveOut?: boolean } = {}) {
    const random = new Seeded(name);
    this.random = random;
    this.token = random.bytes(16);
    this.root = signer(random.bytes(32));
    this.auth = signer(derive(this.token, "token-auth"));
    this.reply = wing(derive(this.token, "token-reply"));
    this.nobody = wing(random.bytes(32));
    this.thread = derive(this.token, "token-thread");
    this.self = derive(this.token, "token-self");
    this.caseId = hash("case", this.auth.publicKey);
    this.channelId = random.bytes(16);
    this.contentKey = random.bytes(32);
    this.teamSecret = derive(this.contentKey, "team-secret", this.caseId);
    this.team = wing(derive(this.teamSecret, "team-seed"));
    const person = (...roles: string[]): Person => ({
      id: random.bytes(16),
      roles,
      signing: signer(random.bytes(32)),
      sealing: roles.includes("administrator") ? null : wing(random.bytes(32)),
    });
    this.people = {
      one: person("investigator"),
      two: person("lead"),
      excluded: person("investigator"),
      outside: person("investigator"),
      custodian: person("custodian"),
      administrator: person("administrator"),
    };
    this.first = this.directory(1, ZERO, bend.span);
    this.second = this.directory(2, this.first.hash, bend.span);
    const { one, two, excluded } = this.people;
    const reads = [one, two];
    const answers = {
      category: "suap",
      unitName: "u",
      title: "",
      what: "w",
      where: "",
      when: "",
      who: "",
      how: "",
      evidence: "",
      amountIDR: null,
      language: "id",
    };
    const report = {
      version: 1,
      answers,
      threadKey: base64url(this.thread),
      replyPublicKey: base64url(this.reply.publicKey),
      attachments: [],
      recipients: reads.map(({ id }) => hex(id)),
      excluded: bend.leaveOut === true ? [] : [hex(excluded.id)],
      identityGiven: false,
    };
    const prefix = list(
      "envelope",
      1,
      "report",
      this.channelId,
      this.caseId,
      ZERO,
      2,
      this.second.hash,
      2,
      16_384,
      signer(derive(this.contentKey, "access-seed")).publicKey,
    );
    const slots = reads.map(({ sealing }) => slot(prefix, sealing!.publicKey, this.contentKey, random.bytes(64)));
    const header = concat(u32(prefix.length), prefix, ...slots);
    const mac = derive(this.contentKey, "header-mac", header);
    this.binding = hash("binding", header, mac);
    const sealed = (purpose: string, text: object, ...classes: number[]) =>
      aead(
        derive(this.contentKey, purpose),
        random.bytes(24),
        pad(Buffer.from(JSON.stringify(text)), ...classes),
        this.binding,
      );
    this.summary = sealed("summary-key", { title: "w", category: "suap", unit: "u" }, 1_024);
    this.body = sealed("body-key", report, 16_384);
    const bodyHash = hash("body", this.body);
    const unsigned = concat(header, mac, this.summary, bodyHash, this.auth.publicKey);
    this.head = concat(
      unsigned,
      this.auth.sign(list("envelope-signature", this.binding, hash("summary", this.summary), bodyHash)),
    );
    this.headHash = hash("head", unsigned);
    this.nothing = { sequence: 0, hash: this.headHash };
  }

  private directory(version: number, previous: Uint8Array, span: object = {}): Directory {
    const { one, two, excluded, custodian } = this.people;
    const entry = (person: Person) => {
      const { id, roles, signing, sealing } = person;
      const signed = list("member", id, roles.join(" "), signing.publicKey, sealing?.publicKey ?? new Uint8Array());
      return {
        id: hex(id),
        roles,
        names: { id: "Sari" },
        signingKey: hex(signing.publicKey),
        sealingKey: sealing === null ? null : base64url(sealing.publicKey),
        validFrom: "2026-11-01T00:00:00Z",
        validUntil: "2027-11-01T00:00:00Z",
        ...(person === excluded ? span : {}),
        removedIn: null,
        signature: base64url(signing.sign(signed)),
      };
    };
    const document = JSON.stringify({
      format: "segel/1/directory",
      version,
      previous: hex(previous),
      notBefore: "2026-11-25T00:00:00Z",
      expires: "2026-12-30T00:00:00Z",
      roots: { threshold: 1, keys: [hex(this.root.publicKey)] },
      recovery: null,
      members: Object.values(this.people).map(entry),
      channels: [
        {
          id: hex(this.channelId),
          names: { id: "Umum" },
          recipients: [one, two, excluded].map(({ id }) => hex(id)),
          custodians: [hex(custodian.id)],
          recovery: false,
          slots: 3,
          identitySlots: 1,
          excludable: [hex(excluded.id)],
          deadlines: "zi",
        },
      ],
      minimumClient: 1,
    });
    return { document, hash: hash("directory-hash", document), version };
  }

  /** First use begins anywhere: the older one is there where somebody names it. */
  chain(...documents: readonly Directory[]): Json {
    return [...documents, this.second].map(({ document }) => ({
      document,
      signatures: [
        { root: hex(this.root.publicKey), signature: base64url(this.root.sign(list("directory", document))) },
      ],
    }));
  }

  message(direction: "reporter" | "team" | "internal", sequence: number, bend: Bend = {}): Message {
    const {
      by = this.people.one,
      previous = this.headHash,
      seen = this.nothing,
      kind = "text",
      content = { text: `${direction} ${sequence}` },
    } = bend;
    const under = bend.under ?? this.second;
    const place = list("message-context", this.caseId, direction, bend.epoch ?? 0, sequence);
    const json = Buffer.from(JSON.stringify(content));
    const fields: Part[] = [
      this.caseId,
      direction,
      bend.epoch ?? 0,
      sequence,
      previous,
      seen.sequence,
      seen.hash,
      under.version,
      under.hash,
      direction === "reporter" ? this.auth.publicKey : by.id,
      kind,
      direction === "team" ? concat(bend.teamKey ?? this.team.publicKey, json) : json,
      this.random.bytes(16),
    ];
    const signed = list("message-signature", ...fields);
    const author = bend.signedBy ?? (direction === "reporter" ? this.auth : by.signing);
    const padded = pad(concat(u32(signed.length), signed, author.sign(signed)), 4_096);
    const row =
      direction === "internal"
        ? aead(derive(this.teamSecret, "internal-key", place), this.random.bytes(24), padded, place)
        : this.sealed(direction, place, padded, bend.threadKey);
    return { sequence, row, hash: hash("message", signed) };
  }

  private sealed(
    direction: "reporter" | "team",
    place: Buffer,
    padded: Buffer,
    threadKey = this.thread as Uint8Array,
  ): Buffer {
    const secret = this.random.bytes(32);
    const to = (reader: Wing, held: Uint8Array) => slot(place, reader.publicKey, held, this.random.bytes(64));
    const first = to(this.team, secret);
    const second = direction === "team" ? to(this.reply, secret) : to(this.nobody, this.random.bytes(32));
    const key = derive(secret, "message-key", threadKey, place, first, second);
    return concat(first, second, derive(key, "message-commit", place), aead(key, this.random.bytes(24), padded, place));
  }

  receipt(teamKey: Uint8Array = this.team.publicKey, key: Uint8Array = derive(this.self, "receipt-key")): Buffer {
    const text = concat(this.headHash, this.channelId, teamKey, this.people.excluded.id);
    return aead(key, this.random.bytes(24), pad(text, 4_096), list("receipt", this.caseId));
  }

  ownBox({ sequence, hash: messageHash }: Point, seen: Point, epoch = 0): Buffer {
    const place = list("message-context", this.caseId, "reporter", 0, sequence);
    const text = concat(messageHash, u32(seen.sequence), seen.hash, u32(epoch));
    return aead(derive(this.self, "own-key", place), this.random.bytes(24), pad(text, 216), place);
  }
}

export const rowsOf = (messages: readonly (Message & { readonly epoch?: number })[]) =>
  messages.map(({ sequence, row, epoch = 0 }) => list("row", epoch, sequence, DAY, row));

export type Told = {
  readonly place: string;
  readonly alarms: string[];
  readonly effective: boolean;
  readonly shown: string | null;
};
export const told = (
  place: string,
  shown: string | null = "text",
  alarms: string[] = [],
  effective = alarms.length === 0,
): Told => ({ place, alarms, effective, shown });
