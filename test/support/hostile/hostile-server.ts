/**
 * The adversary of the client's tests: a server that keeps bytes, checks nothing, and lets a test change
 * anything that it keeps or answers. Honest behaviour is tested against the real server only.
 */
import { type Challenge, createChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { sha256 } from "../../../src/client/line/sha256.ts";
import type { Connection } from "../../../src/client/line/http.ts";
import { fromHex, hex } from "../../../src/crypto/bytes.ts";
import { inspectHead, parseSubmission } from "../../../src/crypto/envelope.ts";
import { caseIdOf } from "../../../src/crypto/identity.ts";
import type { Direction } from "../../../src/crypto/message.ts";
import { inspectOfficeDocument } from "../../../src/crypto/office-document.ts";
import { inspectOpenPart } from "../../../src/crypto/open-part.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { API, type Operation } from "../../../src/protocol/api.ts";
import { NONCE_BYTES } from "../../../src/protocol/api/fields.ts";
import { HEADERS } from "../../../src/protocol/headers.ts";
import { PROOF_ALGORITHM, PROOF_KEY_BYTES, PROOF_ROUNDS } from "../../../src/protocol/proof-of-work.ts";
import { fromBase64url, toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import type { State } from "../../../src/protocol/rules/casework.ts";
import type { SignedDirectory } from "../../../src/protocol/directory/directory.ts";
import {
  type DiscardRecord,
  encodeDiscardRecord,
  encodeDiscards,
  parseDiscardStatement,
  parseSignedStep,
} from "../../../src/protocol/discards.ts";
import {
  type CaseItem,
  type CheckAnswer,
  type Row,
  encodeCaseItem,
  encodeCases,
  encodeCheckAnswer,
  encodeHeadNames,
  encodeNewHeadNames,
  encodeHeads,
  encodePaddedRows,
  encodeReportEnvelope,
  encodeRows,
  handleText,
  parseHandles,
  parseMemberRow,
  parseOwnRow,
} from "../../../src/protocol/frames.ts";
import { encodeOfficeDocuments } from "../../../src/protocol/documents/office-documents.ts";
import {
  type SignedRemoval,
  encodeEpochs,
  encodeGrants,
  encodeRemovals,
  parseEpochRow,
  parseGrantRow,
  parseRemovalStatement,
} from "../../../src/protocol/readers.ts";
import { TestLog } from "../proof/test-log.ts";
import { PROBLEM_MEDIA_TYPE, PROBLEMS, type ProblemCode, problemDocument } from "../../../src/protocol/problems.ts";

export type Login = {
  memberId: string;
  salt: string;
  memoryKiB: number;
  passes: number;
  vault: { keyWrap: string; keys: string; memory: string };
};

/** Cells by their numbers; what no message has claimed has no `claimedBy`. */
type StoredFile = { of: number; cells: Map<number, Uint8Array>; claimedBy?: Direction };

/** Everything that the server has of a case, open to any change. */
export type StoredCase = {
  handle: Uint8Array;
  caseId: Uint8Array;
  channelId: Uint8Array;
  head: Uint8Array;
  body: Uint8Array;
  summary: Uint8Array;
  receipt: Uint8Array;
  rows: Record<Direction, Row[]>;
  /** By their ids as hexadecimal */
  files: Map<string, StoredFile>;
  own: { epoch: number; sequence: number; box: Uint8Array }[];
  wraps: Map<string, Uint8Array>;
  state: State;
  epoch: number;
  /** By the member who proved it; none for whom somebody took out */
  proved: Map<string, number>;
  removals: SignedRemoval[];
  /** What the server says it has, where that is not what it shows */
  counts: Partial<Record<Direction, number>>;
};

export type Asked = {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Uint8Array;
  readonly headers: Headers;
  /** Whose connection it is: members say so instead of a session */
  readonly member: string;
};

type Handler = (asked: Asked) => Response | Promise<Response>;

const ORIGIN = "https://segel.example";
/** The day on which everything happens, as far as this server says */
export const DAY = "2026-11-25";

export class HostileServer {
  directories: SignedDirectory[] = [];
  readonly cases: StoredCase[] = [];
  readonly logins = new Map<string, Login>();
  /** Answers of the test's own, in place of the stored truth */
  readonly lies: Partial<Record<Operation, Handler>> = {};
  /** Every request in the order of arrival */
  readonly asked: Asked[] = [];
  /** By member */
  readonly knownHeads = new Map<string, Uint8Array>();
  /** By member */
  readonly interests = new Map<string, Uint8Array>();
  /** By kind, in their order */
  readonly officeDocuments = new Map<string, Uint8Array[]>();
  /** By the handle of their case */
  readonly discards = new Map<string, DiscardRecord>();
  /** The audit trail: it holds what a test adds, whatever members do */
  readonly log = new TestLog(ORIGIN);
  /** So many answers are lost on their way, after what was sent has been stored */
  answersToLose = 0;

  connect(member = ""): Connection {
    return { origin: ORIGIN, fetch: (url, init) => this.#answer(url, init, member) };
  }

  requestsOf(operation: Operation): Asked[] {
    return this.asked.filter((asked) => asked.operation === operation);
  }

  async #answer(url: string, init: RequestInit, member: string): Promise<Response> {
    const { pathname, searchParams } = new URL(url);
    const found = findOperation(init.method ?? "GET", pathname);
    if (found === undefined) throw new Error(`the API has no ${init.method} ${pathname}`);
    const { operation, params } = found;
    const body = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
    const asked: Asked = { operation, params, query: searchParams, body, headers: new Headers(init.headers), member };
    this.asked.push(asked);
    const handler = this.lies[operation] ?? this.#honestly[operation];
    const answer = handler === undefined ? problem("not-found") : await handler(asked);
    if (this.answersToLose > 0) {
      this.answersToLose--;
      throw new TypeError("the line is dead");
    }
    return answer;
  }

  discardOf({ params }: Asked): DiscardRecord {
    return this.discards.get(params["handle"] ?? "") ?? { removedOn: undefined, freedKiB: 0, steps: [] };
  }

  /** What the server would say if it told the truth about its bytes; `lies` may call it and change the answer. */
  honestly(asked: Asked): Response | Promise<Response> {
    return this.#honestly[asked.operation]?.(asked) ?? problem("not-found");
  }

  /** The case of the key that a reporter's request names. */
  caseOf({ headers }: Asked): StoredCase | undefined {
    const caseId = hex(caseIdOf(fromHex(headers.get(HEADERS.key) ?? "")));
    return this.cases.find((one) => hex(one.caseId) === caseId);
  }

  caseAt({ params }: Asked): StoredCase {
    const handle = params["handle"]?.replaceAll("-", "");
    const found = this.cases.find((one) => hex(one.handle) === handle);
    if (found === undefined) throw new Error("the test asks for a case that it did not make");
    return found;
  }

  checkAnswer(one: StoredCase): CheckAnswer {
    return {
      arrivedOn: DAY,
      receipt: one.receipt,
      own: one.own.at(-1),
      reporterCount: one.counts.reporter ?? one.rows.reporter.length,
      teamCount: one.counts.team ?? one.rows.team.length,
      ownDays: one.rows.reporter.map(({ storedOn }) => storedOn),
      rows: one.rows.team,
    };
  }

  itemOf(one: StoredCase, member: string): CaseItem {
    const { handle, caseId, channelId, state, summary, rows, counts } = one;
    return {
      handle,
      caseId,
      channelId,
      arrivedOn: DAY,
      state,
      stateOn: DAY,
      epoch: one.epoch,
      counts: {
        reporter: counts.reporter ?? rows.reporter.length,
        team: counts.team ?? rows.team.length,
        internal: counts.internal ?? rows.internal.length,
      },
      summary,
      wrap: one.wraps.get(member) ?? new Uint8Array(),
    };
  }

  readonly #honestly: Partial<Record<Operation, Handler>> = {
    directory: ({ query }) => {
      const from = query.get("from");
      const versionOf = ({ document }: SignedDirectory): number => JSON.parse(document).version;
      const chain =
        from === null ? this.directories.slice(-1) : this.directories.filter((one) => versionOf(one) >= +from);
      return json({ chain: chain.map((one) => asAsked(one, query)) });
    },
    auditHead: ({ query }) => json(this.log.head(Number(query.get("from") ?? 0))),
    auditPage: ({ query }) =>
      bytes(this.log.page({ number: Number(query.get("page")), size: Number(query.get("size")) })),
    nonce: () => json({ nonce: makeNonce() }),
    // As the protocol wants it, and solved at the first try.
    proofOfWork: async () => json(await easyChallenge()),
    sendReport: ({ body }) => {
      const { head, body: sealed, receipt } = parseSubmission(body);
      const { prefix, summary } = inspectHead(head, { kind: "report" });
      const { caseId, channelId } = prefix;
      const known = this.cases.some((one) => hex(one.caseId) === hex(caseId));
      if (!known) {
        const rows = { reporter: [], team: [], internal: [] };
        const made = { handle: makeUuid(), caseId, channelId, head, body: sealed, summary, receipt };
        this.cases.push({ ...made, rows, ...fresh() });
      }
      return json({ stored: true }, 201);
    },
    checkCase: (asked) => {
      const one = this.caseOf(asked);
      return bytes(encodeCheckAnswer(one === undefined ? undefined : this.checkAnswer(one)));
    },
    earlierAnswers: (asked) => {
      const before = Number(asked.query.get("before"));
      return bytes(encodePaddedRows(this.caseOf(asked)?.rows.team.filter(({ sequence }) => sequence < before) ?? []));
    },
    putOwnMessage: (asked) => {
      const { row, ownBox, files } = parseOwnRow(asked.body);
      const place = placeOf(asked);
      const one = this.caseOf(asked);
      if (one === undefined) return problem("not-found");
      if (!areWhole(one, files)) return problem("files-incomplete");
      if (!putRow(one.rows.reporter, { ...place, storedOn: DAY, row })) return problem("conflict");
      claim(one, files, "reporter");
      one.own.push({ ...place, box: ownBox });
      return json({ stored: true });
    },
    putOwnCell: (asked) => putCell(this.caseOf(asked), asked),
    dropOwnFile: (asked) => dropFile(this.caseOf(asked), asked),
    answerCell: (asked) => cellOf(this.caseOf(asked), asked, ["team"]),
    burnCase: () => json({}),
    enrol: ({ params, body }) => {
      const { name, salt, memoryKiB, passes, vault } = JSON.parse(new TextDecoder().decode(body));
      this.logins.set(name, { memberId: params["memberId"] ?? "", salt, memoryKiB, passes, vault });
      return json({ stored: true });
    },
    loginParameters: ({ body }) => {
      const login = this.#login(body);
      const { salt, memoryKiB, passes } = login;
      return json({ salt, memoryKiB, passes, nonce: makeNonce(), challenge: null });
    },
    login: ({ body }) => {
      const { memberId, vault } = this.#login(body);
      return json({ memberId, vault, mustAddFactor: false, wrongCodes: 0, resetOn: null }, 201);
    },
    vault: ({ member }) => {
      const found = [...this.logins].find(([, login]) => login.memberId === member);
      if (found === undefined) return problem("not-found");
      const [name, { salt, memoryKiB, passes, vault }] = found;
      return json({ name, salt, memoryKiB, passes, vault });
    },
    putVaultMemory: ({ body, member }) => {
      for (const login of this.logins.values()) if (login.memberId === member) login.vault.memory = toBase64url(body);
      return json({ stored: true });
    },
    heads: ({ member, query }) => {
      const only = query.get("only");
      const named = only === null ? undefined : parseHandles(fromBase64url(only)).map(hex);
      const heads = this.cases
        .filter(({ wraps, handle }) => !wraps.has(member) && named?.includes(hex(handle)) !== false)
        .map(({ handle, head }) => ({ handle, head }));
      return bytes(encodeHeads({ next: undefined, heads }));
    },
    headNames: ({ member }) => {
      const handles = this.cases.filter((one) => !one.wraps.has(member)).map(({ handle }) => handle);
      return bytes(encodeHeadNames({ next: undefined, openedByOthers: [], openedByNobody: handles }));
    },
    newHeadNames: async ({ member }) => {
      // As of the day before: what stands here is old.
      const names = this.cases.filter((one) => !one.wraps.has(member)).map(({ handle }) => hex(handle).slice(0, 16));
      const digest = await sha256(fromHex(names.toSorted().join("")));
      return bytes(encodeNewHeadNames({ next: undefined, digest, waiting: names.length, names: [] }));
    },
    knownHeads: ({ member }) => bytes(new Uint8Array(this.knownHeads.get(member) ?? [])),
    putKnownHeads: ({ member, body }) => {
      this.knownHeads.set(member, body);
      return json({ stored: true });
    },
    interests: ({ params }) => bytes(new Uint8Array(this.interests.get(params["memberId"] ?? "") ?? [])),
    putInterests: ({ body, member }) => {
      this.interests.set(member, body);
      return json({ stored: true });
    },
    officeDocuments: ({ params, query }) => {
      const versions = this.officeDocuments.get(params["kind"] ?? "") ?? [];
      const from = Number(query.get("from") ?? versions.length);
      return bytes(
        encodeOfficeDocuments({
          newest: versions.length,
          documents: versions.slice(Math.max(0, from - 1)).slice(0, 2),
        }),
      );
    },
    putOfficeDocument: ({ body }) => {
      const { kind, version } = inspectOfficeDocument(body);
      const versions = this.officeDocuments.get(kind) ?? [];
      if (version !== versions.length + 1) return problem("conflict");
      this.officeDocuments.set(kind, [...versions, body]);
      return json({ stored: true });
    },
    grantAccess: ({ body, member }) => {
      const { proofs } = JSON.parse(new TextDecoder().decode(body)) as { proofs: { handle: string; epoch: number }[] };
      const granted = proofs.filter(({ handle, epoch }) => {
        const one = this.cases.find((stored) => handleText(stored.handle) === handle);
        if (one === undefined || takenOutOf(one, member, epoch)) return false;
        one.proved.set(member, epoch);
        return epoch === one.epoch;
      });
      return json({ granted: granted.map(({ handle }) => handle) });
    },
    putEpoch: (asked) => {
      const one = this.caseAt(asked);
      const { row, openPart, removal } = parseEpochRow(asked.body);
      if (!putRow(one.rows.internal, { ...placeOf(asked), storedOn: DAY, row, openPart })) return problem("conflict");
      one.epoch = placeOf(asked).epoch;
      one.removals.push(removal);
      for (const id of parseRemovalStatement(removal.statement).removed) one.proved.delete(hex(id));
      return json({ stored: true });
    },
    putGrant: (asked) => {
      const { row, openPart } = parseGrantRow(asked.body);
      const stored = { ...placeOf(asked), storedOn: DAY, row, openPart };
      return putRow(this.caseAt(asked).rows.internal, stored) ? json({ stored: true }) : problem("conflict");
    },
    grants: ({ member }) => {
      const waiting = this.cases.flatMap((one) =>
        partsOf(one).flatMap(({ part, openPart }) => {
          const isFor = part.kind === "grant" && hex(part.to) === member && !one.proved.has(member);
          return isFor && !takenOutOf(one, member, part.epoch)
            ? [{ handle: one.handle, head: one.head, openPart }]
            : [];
        }),
      );
      return bytes(encodeGrants(undefined, waiting));
    },
    epochs: ({ member }) => {
      const waiting = this.cases.flatMap((one) =>
        partsOf(one).flatMap(({ part, openPart }) => {
          const isNewest = part.kind === "epoch" && part.epoch === one.epoch;
          return isNewest && (one.proved.get(member) ?? one.epoch) < one.epoch
            ? [{ handle: one.handle, openPart }]
            : [];
        }),
      );
      return bytes(encodeEpochs(undefined, waiting));
    },
    removals: ({ member }) => {
      const signed = this.cases.flatMap((one) =>
        one.proved.has(member)
          ? []
          : one.removals.filter(({ statement }) =>
              parseRemovalStatement(statement).removed.some((id) => hex(id) === member),
            ),
      );
      return bytes(encodeRemovals(undefined, signed));
    },
    caseRemovals: (asked) => bytes(encodeRemovals(undefined, this.caseAt(asked).removals.toReversed())),
    cases: ({ member }) => {
      const known = this.cases.filter((one) => one.wraps.has(member) && !takenOutOf(one, member, 0));
      return bytes(encodeCases({ next: undefined, cases: known.map((one) => this.itemOf(one, member)) }));
    },
    oneCase: (asked) => bytes(encodeCaseItem(this.itemOf(this.caseAt(asked), asked.member))),
    envelope: (asked) => {
      const { head, body } = this.caseAt(asked);
      return bytes(encodeReportEnvelope(head, body));
    },
    messages: (asked) => {
      const rows = this.caseAt(asked).rows[asked.params["direction"] as Direction];
      const [after, before] = [Number(asked.query.get("after")), Number(asked.query.get("before") ?? Infinity)];
      return bytes(encodeRows(rows.filter(({ sequence }) => sequence > after && sequence < before)));
    },
    putMessage: (asked) => {
      const one = this.caseAt(asked);
      const { row, files } = parseMemberRow(asked.body);
      const direction = asked.params["direction"] as Direction;
      if (!areWhole(one, files)) return problem("files-incomplete");
      if (!putRow(one.rows[direction], { ...placeOf(asked), storedOn: DAY, row })) return problem("conflict");
      claim(one, files, direction);
      const to = asked.query.get("to");
      if (to !== null) one.state = to as State;
      return json({ stored: true });
    },
    putCell: (asked) => putCell(this.caseAt(asked), asked),
    dropFile: (asked) => dropFile(this.caseAt(asked), asked),
    cell: (asked) => cellOf(this.caseAt(asked), asked, ["reporter", "team"]),
    discards: () => bytes(encodeDiscards({ next: undefined, records: [...this.discards.values()] })),
    discard: (asked) => bytes(encodeDiscardRecord(this.discardOf(asked))),
    putDiscardStep: (asked) => {
      const record = this.discardOf(asked);
      const step = parseSignedStep(asked.body);
      const steps = [...record.steps, { storedOn: parseDiscardStatement(step.statement).day, ...step }];
      this.discards.set(asked.params["handle"] ?? "", { ...record, steps });
      return json({ stored: true });
    },
    putWrap: (asked) => {
      this.caseAt(asked).wraps.set(asked.member, asked.body);
      return json({ stored: true });
    },
  };

  #login(body: Uint8Array): Login {
    const login = this.logins.get(JSON.parse(new TextDecoder().decode(body)).name);
    if (login === undefined) throw new Error("the test signs in a member who was not enrolled");
    return login;
  }
}

function fresh(): Pick<StoredCase, "files" | "own" | "wraps" | "state" | "epoch" | "proved" | "removals" | "counts"> {
  return {
    files: new Map(),
    own: [],
    wraps: new Map(),
    state: "received",
    epoch: 0,
    proved: new Map(),
    removals: [],
    counts: {},
  };
}

function partsOf({ rows }: StoredCase) {
  return rows.internal.flatMap(({ openPart }) =>
    openPart === undefined ? [] : [{ openPart, part: inspectOpenPart(openPart) }],
  );
}

/** Whether an epoch behind this one began without the member, who has not proved a later one. */
function takenOutOf(one: StoredCase, member: string, epoch: number): boolean {
  if (one.proved.has(member) && epoch === 0) return false;
  return one.removals.some(({ statement: bytes }) => {
    const statement = parseRemovalStatement(bytes);
    return statement.epoch > epoch && statement.removed.some((id) => hex(id) === member);
  });
}

/** Of the statements those that were asked for: from one on, or the newest alone where nothing is remembered. */
export function asAsked(signed: SignedDirectory, query: URLSearchParams): SignedDirectory {
  if (signed.statements === undefined) return signed;
  const from = Number(query.get("statement") ?? 1);
  const statements = signed.statements.slice(query.has("from") ? from - 1 : -1);
  return { ...signed, statements };
}

export type Found = { readonly operation: Operation; readonly params: Readonly<Record<string, string>> };

export function findOperation(method: string, path: string): Found | undefined {
  for (const operation of Object.keys(API) as Operation[]) {
    const route = API[operation];
    const pattern = new RegExp(`^${route.path.replace(/:([a-zA-Z]+)/gu, "(?<$1>[^/]+)")}$`, "u");
    const match = route.method === method ? pattern.exec(path) : null;
    if (match !== null) return { operation, params: { ...match.groups } };
  }
  return undefined;
}

function placeOf({ params }: Asked): { epoch: number; sequence: number } {
  return { epoch: Number(params["epoch"]), sequence: Number(params["sequence"]) };
}

/** First write wins, and the same bytes may come again. */
function putCell(one: StoredCase | undefined, { params, query, body }: Asked): Response {
  if (one === undefined) return problem("not-found");
  const id = params["fileId"] ?? "";
  const cell = Number(params["cell"]);
  const file = one.files.get(id) ?? { of: Number(query.get("of")), cells: new Map<number, Uint8Array>() };
  const there = file.cells.get(cell) ?? body;
  if (file.of !== Number(query.get("of")) || hex(there) !== hex(body)) return problem("conflict");
  file.cells.set(cell, body);
  one.files.set(id, file);
  return json({ stored: true });
}

function dropFile(one: StoredCase | undefined, { params }: Asked): Response {
  const id = params["fileId"] ?? "";
  if (one?.files.get(id)?.claimedBy === undefined) one?.files.delete(id);
  return json({});
}

function cellOf(one: StoredCase | undefined, { params }: Asked, sides: readonly Direction[]): Response {
  const file = one?.files.get(params["fileId"] ?? "");
  const cell = file?.cells.get(Number(params["cell"]));
  const isShown = file?.claimedBy !== undefined && sides.includes(file.claimedBy);
  return isShown && cell !== undefined ? bytes(new Uint8Array(cell)) : problem("not-found");
}

function areWhole(one: StoredCase, ids: readonly Uint8Array[]): boolean {
  return ids.map((id) => one.files.get(hex(id))).every((file) => file?.cells.size === file?.of && file !== undefined);
}

function claim(one: StoredCase, ids: readonly Uint8Array[], direction: Direction): void {
  for (const id of ids) {
    const file = one.files.get(hex(id));
    if (file !== undefined) file.claimedBy = direction;
  }
}

function putRow(rows: Row[], row: Row): boolean {
  const there = rows.find(({ sequence }) => sequence === row.sequence);
  if (there === undefined) rows.push(row);
  return there === undefined || hex(there.row) === hex(row.row);
}

function makeNonce(): string {
  return toBase64url(randomBytes(NONCE_BYTES));
}

function makeUuid(): Uint8Array {
  return fromHex(crypto.randomUUID().replaceAll("-", ""));
}

export function json(value: object, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json" } });
}

export function bytes(value: Uint8Array<ArrayBuffer>): Response {
  return new Response(value, { headers: { "content-type": "application/octet-stream" } });
}

export function problem(code: ProblemCode): Response {
  const headers = { "content-type": PROBLEM_MEDIA_TYPE };
  return new Response(JSON.stringify(problemDocument(code)), { status: PROBLEMS[code].status, headers });
}

export function easyChallenge(): Promise<Challenge> {
  return createChallenge({
    algorithm: PROOF_ALGORITHM,
    cost: PROOF_ROUNDS,
    counter: 0,
    keyLength: PROOF_KEY_BYTES,
    keyPrefixLength: 1,
    data: { purpose: "report" },
    // Nobody looks: the year 2096.
    expiresAt: 4_000_000_000,
    hmacSignatureSecret: "of this test",
    deriveKey,
  });
}
