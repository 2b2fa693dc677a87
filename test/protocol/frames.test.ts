import fc from "fast-check";
import t from "tap";
import { type Bytes, hex, sameBytes } from "../../src/crypto/bytes.ts";
import { CryptoError } from "../../src/crypto/errors.ts";
import { RECEIPT_BYTES, rowSizes } from "../../src/crypto/message.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { DIGESTED_WRAP_BYTES, WRAP_BYTES } from "../../src/crypto/wrap-size.ts";
import { fetchCase } from "../../src/client/member/list/cases.ts";
import { connect } from "../../src/client/line/http.ts";
import { STATES } from "../../src/protocol/rules/casework.ts";
import {
  handleText,
  CHECK_ROWS_BYTES,
  type CaseItem,
  type CheckAnswer,
  MAX_OWN_DAYS,
  type MemberRow,
  type OwnRow,
  PAGE_ROWS_BYTES,
  type Row,
  encodeCaseItem,
  encodeCases,
  encodeCheckAnswer,
  encodeHeads,
  encodeMemberRow,
  encodeOwnRow,
  encodePaddedRows,
  encodeReportEnvelope,
  encodeRows,
  parseCaseItem,
  parseCases,
  parseCheckAnswer,
  parseHeads,
  parseMemberRow,
  parseOwnRow,
  parsePaddedRows,
  parseReportEnvelope,
  parseRows,
  rowFrameBytes,
} from "../../src/protocol/frames.ts";
import { CHECK_ANSWER_BYTES, ROWS_PAGE_BYTES } from "../../src/protocol/limits.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const u32 = fc.nat(0xffff_ffff);
const day = fc.constantFrom("2026-11-25", "1999-12-31");
const row: fc.Arbitrary<Row> = fc.record({
  epoch: u32,
  sequence: u32,
  storedOn: day,
  row: fc.uint8Array({ maxLength: 50 }),
});
const handle = bytes(16);
const fileIds = fc.uniqueArray(bytes(16), { maxLength: 4, selector: hex });

const item: fc.Arbitrary<CaseItem> = fc.record({
  handle,
  caseId: bytes(32),
  channelId: bytes(16),
  arrivedOn: day,
  state: fc.constantFrom(...STATES),
  stateOn: day,
  epoch: u32,
  counts: fc.record({ reporter: u32, team: u32, internal: u32 }),
  summary: fc.uint8Array({ maxLength: 50 }),
  wrap: fc.oneof(bytes(0), bytes(WRAP_BYTES), bytes(DIGESTED_WRAP_BYTES)),
});

const answer: fc.Arbitrary<CheckAnswer> = fc.record({
  arrivedOn: day,
  receipt: bytes(RECEIPT_BYTES),
  own: fc.option(fc.record({ epoch: u32, sequence: fc.integer({ min: 1, max: 0xffff_ffff }), box: bytes(256) }), {
    nil: undefined,
  }),
  reporterCount: u32,
  teamCount: u32,
  ownDays: fc.array(day, { maxLength: MAX_OWN_DAYS }),
  rows: fc.array(row, { maxLength: 5 }),
});

type Frame = {
  readonly name: string;
  readonly value: fc.Arbitrary<unknown>;
  readonly encode: (value: never) => Bytes;
  readonly parse: (frame: Uint8Array) => unknown;
};

/** Every frame with what goes into it. */
const FRAMES: readonly Frame[] = [
  {
    name: "check answer",
    value: fc.option(answer, { nil: undefined }),
    encode: encodeCheckAnswer,
    parse: parseCheckAnswer,
  },
  { name: "rows", value: fc.array(row), encode: encodeRows, parse: parseRows },
  { name: "padded rows", value: fc.array(row), encode: encodePaddedRows, parse: parsePaddedRows },
  {
    name: "heads",
    value: fc.record({
      next: fc.option(handle, { nil: undefined }),
      heads: fc.array(fc.record({ handle, head: fc.uint8Array() })),
    }),
    encode: encodeHeads,
    parse: parseHeads,
  },
  { name: "case item", value: item, encode: encodeCaseItem, parse: parseCaseItem },
  {
    name: "cases",
    value: fc.record({ next: fc.option(handle, { nil: undefined }), cases: fc.array(item, { maxLength: 3 }) }),
    encode: encodeCases,
    parse: parseCases,
  },
  {
    name: "own row",
    value: fc.record({ row: fc.uint8Array(), ownBox: bytes(256), files: fileIds }),
    encode: ({ row: one, ownBox, files }: OwnRow) => encodeOwnRow(one, ownBox, files),
    parse: parseOwnRow,
  },
  {
    name: "member row",
    value: fc.record({ row: fc.uint8Array(), files: fileIds }),
    encode: ({ row: one, files }: MemberRow) => encodeMemberRow(one, files),
    parse: parseMemberRow,
  },
  {
    name: "report envelope",
    value: fc.record({ head: fc.uint8Array(), body: fc.uint8Array() }),
    encode: ({ head, body }: { head: Uint8Array; body: Uint8Array }) => encodeReportEnvelope(head, body),
    parse: parseReportEnvelope,
  },
];

function tried<Value>(parse: () => Value): { value: Value } | undefined {
  try {
    return { value: parse() };
  } catch (error) {
    if (error instanceof CryptoError && error.code === "malformed") return undefined;
    throw error;
  }
}

for (const { name, value, encode, parse } of FRAMES) {
  t.test(`a frame comes back as it went in: ${name}`, (t) => {
    fc.assert(
      fc.property(value, (given) => void t.ok(sameJson(parse(encode(given as never)), given))),
      { numRuns: 30 },
    );
    t.end();
  });

  t.test(`random and changed bytes are a frame of one spelling, or malformed: ${name}`, (t) => {
    const same = (frame: Uint8Array) => {
      const read = tried(() => parse(frame));
      t.ok(read === undefined || sameBytes(encode(read.value as never), frame));
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), same));
    fc.assert(
      fc.property(
        value,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        (given, changes) => {
          const frame = encode(given as never);
          // Most of a padded frame is zeros: the changes fall on what comes before them.
          const used = frame.findLastIndex((byte) => byte !== 0) + 1;
          for (const [at, byte] of changes) frame[at % used] = byte;
          same(frame);
          same(frame.subarray(0, used >> 1));
        },
      ),
      { numRuns: 60 },
    );
    t.end();
  });
}

/** Equality of what frames hold; byte arrays by their content, whichever buffer they look into. */
function sameJson(one: unknown, other: unknown): boolean {
  const text = (value: unknown) =>
    JSON.stringify(value, (_, part: unknown) => (part instanceof Uint8Array ? hex(part) : part)) ?? "";
  return text(one) === text(other);
}

const NOTHING_ROW: Row = { epoch: 0, sequence: 1, storedOn: "2026-11-25", row: new Uint8Array() };

t.test("an answer to a check has one size, whatever it says", (t) => {
  t.equal(encodeCheckAnswer(undefined).length, CHECK_ANSWER_BYTES);
  t.equal(CHECK_ANSWER_BYTES, 65_536);
  const whole: CheckAnswer = {
    arrivedOn: "2026-11-25",
    receipt: randomBytes(RECEIPT_BYTES),
    own: { epoch: 0, sequence: 1, box: randomBytes(256) },
    reporterCount: 200,
    teamCount: 9,
    ownDays: Array<string>(MAX_OWN_DAYS).fill("2026-11-25"),
    rows: [],
  };
  const room = CHECK_ROWS_BYTES - rowFrameBytes(new Uint8Array());
  const full = { ...whole, rows: [{ ...NOTHING_ROW, row: randomBytes(room) }] };
  t.equal(encodeCheckAnswer(full).length, CHECK_ANSWER_BYTES, "filled to the last byte");
  const over = { ...whole, rows: [{ ...NOTHING_ROW, row: randomBytes(room + 2) }] };
  t.throws(() => encodeCheckAnswer(over), { code: "too-long" });
  t.ok(room > Number(rowSizes("team")[0]), "the smallest message fits");
  t.end();
});

t.test("a day that does not exist is no day", (t) => {
  const whole: CheckAnswer = {
    arrivedOn: "2024-02-29",
    receipt: new Uint8Array(RECEIPT_BYTES),
    own: undefined,
    reporterCount: 2,
    teamCount: 0,
    ownDays: ["2026-01-01", "2026-12-31"],
    rows: [],
  };
  t.ok(parseCheckAnswer(encodeCheckAnswer(whole)), "29 February in a leap year");
  for (const none of ["2026-13-01", "2026-02-30", "2026-02-29", "2026-00-10", "2026-01-00", "2026-04-31"]) {
    const malformed = { code: "malformed" };
    t.throws(() => parseRows(encodeRows([{ ...NOTHING_ROW, storedOn: none }])), malformed, none);
    t.throws(() => parseCheckAnswer(encodeCheckAnswer({ ...whole, arrivedOn: none })), malformed, none);
    t.throws(() => parseCheckAnswer(encodeCheckAnswer({ ...whole, ownDays: ["2026-01-01", none] })), malformed, none);
  }
  t.end();
});

t.test("a page of earlier answers holds the largest row, and has one size", (t) => {
  const largest = Math.max(...rowSizes("team"));
  t.ok(rowFrameBytes(new Uint8Array(largest)) <= PAGE_ROWS_BYTES);
  t.equal(encodePaddedRows([{ ...NOTHING_ROW, row: new Uint8Array(largest) }]).length, ROWS_PAGE_BYTES);
  t.equal(encodePaddedRows([]).length, ROWS_PAGE_BYTES);
  t.end();
});

t.test("attack 62: a case whose handle is not the one asked for is refused", async (t) => {
  const given: CaseItem = {
    handle: randomBytes(16),
    caseId: randomBytes(32),
    channelId: randomBytes(16),
    arrivedOn: "2026-11-25",
    state: "received",
    stateOn: "2026-11-25",
    epoch: 0,
    counts: { reporter: 0, team: 0, internal: 0 },
    summary: new Uint8Array(),
    wrap: new Uint8Array(),
  };
  const frames = { "": encodeCaseItem(given), "/envelope": encodeReportEnvelope(new Uint8Array(1), new Uint8Array(1)) };
  // A server that answers every question with the same genuine object.
  const connection = connect("https://segel.example", (url) =>
    Promise.resolve(new Response(url.endsWith("/envelope") ? frames["/envelope"] : frames[""])),
  );
  t.same((await fetchCase(connection, handleText(given.handle))).item.caseId, given.caseId);
  await t.rejects(fetchCase(connection, handleText(randomBytes(16))), { name: "CryptoError", code: "altered" });
});
