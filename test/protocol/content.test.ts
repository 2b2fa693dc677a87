import { readFileSync } from "node:fs";
import fc from "fast-check";
import t from "tap";
import { fromUtf8, hex, sameBytes, utf8 } from "../../src/crypto/bytes.ts";
import { MAX_FILE_BYTES } from "../../src/crypto/file-cells.ts";
import { BODY_CLASSES, MESSAGE_CLASSES, SUMMARY_CLASSES, pad } from "../../src/crypto/padding.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { toBase64url } from "../../src/protocol/encoding/base64url.ts";
import { OUTCOMES, STATES } from "../../src/protocol/rules/casework.ts";
import {
  type FileEntry,
  MESSAGE_KINDS,
  type MessageContent,
  type ReadReportBody,
  type ReportBody,
  answersSchema,
  encodeMessageContent,
  encodeReportBody,
  encodeSummary,
  parseMessageContent,
  parseReportBody,
  parseSummary,
  summaryOf,
  titleOf,
} from "../../src/protocol/content.ts";
import { type Answers, EMPTY_ANSWERS, type ReadAnswers } from "../../src/protocol/rules/report-fields.ts";
import * as z from "../../src/protocol/encoding/zod.ts";
import { MAX_FILES_A_CASE, MAX_TITLE_CODE_POINTS, codePoints } from "../../src/protocol/limits.ts";
import { tried } from "../crypto/tried.ts";
import { answers, anyText, bodyOf, fileEntries } from "./any-content.ts";

const PROTOCOL = readFileSync(new URL("../../docs/protocol.md", import.meta.url), "utf8");
const malformed = { name: "CryptoError", code: "malformed" };

t.test("a report comes back code point for code point, whatever was typed", (t) => {
  fc.assert(
    fc.property(answers, (given) => {
      const body = bodyOf(given);
      const read = parseReportBody(encodeReportBody(body));
      t.same(read, body);
      for (const [name, value] of Object.entries(given)) {
        if (typeof value === "string") t.equal(read.answers[name as keyof Answers], value, name);
      }
      t.same(parseSummary(encodeSummary(summaryOf(given))), summaryOf(given));
    }),
  );
  t.end();
});

t.test("a message comes back code point for code point, in the directions in which its kind may stand", (t) => {
  const content: fc.Arbitrary<MessageContent> = fc.oneof(
    fc.record({ kind: fc.constantFrom("text" as const, "withdraw" as const), text: anyText }),
    fc.constant({ kind: "burn" as const }),
    fc.record({ kind: fc.constant("files" as const), text: anyText, files: fileEntries }),
    fc.record({
      kind: fc.constant("status" as const),
      state: fc.constantFrom(...STATES),
      outcome: fc.option(fc.constantFrom(...OUTCOMES)),
      text: anyText,
    }),
  );
  fc.assert(
    fc.property(content, fc.constantFrom("reporter", "team", "internal"), (given, direction) => {
      const read = tried(() => parseMessageContent(direction, given.kind, encodeMessageContent(given)));
      if ((MESSAGE_KINDS[direction] as readonly string[]).includes(given.kind)) t.same(read, given);
      else t.equal(read, undefined, `${given.kind} in ${direction}`);
    }),
  );
  for (const kind of ["epoch", "grant", "removal"])
    t.throws(() => parseMessageContent("team", kind, utf8('{"text":""}')), malformed, kind);
  for (const kind of ["survey", "__proto__", "", "constructor"]) {
    t.same(parseMessageContent("team", kind, utf8('{"text":""}')), { kind: "unknown", named: kind, text: "" });
  }
  t.end();
});

const GOOD = encodeReportBody(
  bodyOf({ ...EMPTY_ANSWERS, category: "suap", unitName: "u", title: "t", what: "w", amountIDR: 5, language: "id" }),
);

t.test("the fields of a report stand in the order of the documentation", (t) => {
  const names = (value: object) => Object.keys(value);
  const parsed = JSON.parse(fromUtf8(GOOD)) as { answers: object };
  t.same(names(parsed), [
    "version",
    "answers",
    "threadKey",
    "replyPublicKey",
    "attachments",
    "recipients",
    "excluded",
    "identityGiven",
  ]);
  const sentence = /^\*\*answers\*\*: (.*)$/mu.exec(PROTOCOL)?.[1] ?? "";
  // What stands in brackets says what a field may hold.
  const documented = [...sentence.replace(/\([^)]*\)/gu, "").matchAll(/`(\w+)`/gu)].map(([, name]) => name);
  t.ok(documented.length > 10);
  t.same(names(parsed.answers), documented);
  t.end();
});

t.test("a second spelling of the same report is malformed", (t) => {
  const text = fromUtf8(GOOD);
  const spellings: Readonly<Record<string, string>> = {
    "white space": text.replace(":", ": "),
    "a line at the end": `${text}\n`,
    "a byte order mark": `\ufeff${text}`,
    "an escaped letter": text.replace('"u"', String.raw`"\u0075"`),
    "an escaped slash": text.replace('"u"', String.raw`"\/"`),
    "an unescaped control character": text.replace('"u"', '"\u0001"'),
    "another order": text
      .replace('"recipients"', '"x"')
      .replace('"excluded"', '"recipients"')
      .replace('"x"', '"excluded"'),
    "a field twice": text.replace('"version":1', '"version":1,"version":1'),
    "a field left out": text.replace('"version":1,', ""),
    "another version": text.replace('"version":1', '"version":2'),
    "a number with a fraction": text.replace('"amountIDR":5', '"amountIDR":5.0'),
    "a number with an exponent": text.replace('"amountIDR":5', '"amountIDR":5e0'),
    "a negative zero": text.replace('"amountIDR":5', '"amountIDR":-0'),
    "an amount that two numbers share": text.replace('"amountIDR":5', '"amountIDR":9007199254740993'),
    "an amount as text": text.replace('"amountIDR":5', '"amountIDR":"5"'),
    "a category that is no text": text.replace('"suap"', "1"),
    "known fields in another order": text.replace(/"where":"[^"]*","when":"[^"]*"/u, '"when":"","where":""'),
    "an unknown field with a second spelling": text.replace('"version":1', '"version":1,"more":1.0'),
    "an unknown field twice": text.replace('"version":1', '"version":1,"more":1,"more":1'),
    "an unknown field named by a number": text.replace('"version":1', '"version":1,"7":1'),
    "an unknown field without end": text.replace('"version":1', `"version":1,"more":${"[".repeat(100_000)}`),
    "upper-case ids": text.replace(/"recipients":\["[0-9a-f]{31}./u, (ids) => ids.replace(/.$/u, "A")),
    "a padded key": text.replace(/"threadKey":"[^"]+/u, (key) => `${key}=`),
    "a key one byte short": text.replace(/"threadKey":"[^"]+/u, '"threadKey":"AAAA'),
    "an array": `[${text}]`,
    nothing: "",
  };
  for (const [title, spelling] of Object.entries(spellings)) {
    t.not(spelling, text, `${title} changes something`);
    t.throws(() => parseReportBody(utf8(spelling)), malformed, title);
  }
  const half = Buffer.from(GOOD);
  half[half.indexOf('"u"') + 1] = 0xed;
  t.throws(() => parseReportBody(half), malformed, "bytes that are not UTF-8");
  t.throws(() => parseReportBody(utf8("[".repeat(1_000_000))), malformed, "brackets without end");
  t.end();
});

t.test("random and changed bytes are a report of one spelling, or malformed", (t) => {
  const same = (bytes: Uint8Array) => {
    const read = tried(() => parseReportBody(bytes));
    t.ok(read === undefined || read.unknown !== undefined || ofLaterVersion(read.answers) || isSame(read, bytes));
  };
  const isSame = (read: ReadReportBody, bytes: Uint8Array) =>
    sameBytes(tried(() => encodeReportBody(read as ReportBody)) ?? bytes, bytes);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), same));
  fc.assert(
    fc.property(fc.nat(GOOD.length - 1), fc.nat(255), (at, value) => same(new Uint8Array(GOOD).with(at, value))),
    { numRuns: 200 },
  );
  fc.assert(fc.property(fc.json(), (text) => same(utf8(text))));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.json(), (noise, text) => {
      for (const bytes of [noise, utf8(text)]) {
        for (const kind of ["text", "burn", "status"]) {
          const read = tried(() => parseMessageContent(kind === "burn" ? "reporter" : "team", kind, bytes));
          t.ok(
            read === undefined ||
              read.unknown !== undefined ||
              sameBytes(tried(() => encodeMessageContent(read as MessageContent)) ?? bytes, bytes),
          );
        }
        const summary = tried(() => parseSummary(bytes));
        t.ok(summary === undefined || typeof summary.category === "string");
      }
    }),
  );
  t.end();
});

/** What this version would not have written. */
function ofLaterVersion(answers: ReadAnswers): boolean {
  return !z.safeParse(answersSchema, answers).success;
}

t.test("a report of a later version opens: what is known is read, and the rest shown as it stands", (t) => {
  const text = Buffer.from(GOOD).toString("utf8");
  const cases: Readonly<Record<string, readonly [string, (read: ReadReportBody) => unknown, unknown]>> = {
    "an unknown category": [text.replace('"suap"', '"gosip"'), ({ answers }) => answers.category, "gosip"],
    "a negative amount": [text.replace(":5,", ":-5,"), ({ answers }) => answers.amountIDR, -5],
    "half a rupiah": [text.replace(":5,", ":5.5,"), ({ answers }) => answers.amountIDR, 5.5],
    "another language": [text.replace('"language":"id"', '"language":"x y"'), ({ answers }) => answers.language, "x y"],
    "an unknown field": [text.replace('"version":1', '"version":1,"more":1'), told, [{ name: "more", value: "1" }]],
    "an unknown answer": [
      text.replace('"answers":{', '"answers":{"since":{"a":[1]},'),
      told,
      [{ name: "answers.since", value: '{"a":[1]}' }],
    ],
    "a file with a field more": [
      text.replace('"size":12345', '"size":12345,"path":""'),
      told,
      [{ name: "attachments[0].path", value: '""' }],
    ],
    "a file of a type that is none": [
      text.replace(/"type":"[^"]*","size":12345/u, '"type":"A/B; c","size":12345'),
      ({ attachments }) => attachments[0]?.type,
      "A/B; c",
    ],
    "a prototype": [
      text.replace('"version":1', '"version":1,"__proto__":{}'),
      told,
      [{ name: "__proto__", value: "{}" }],
    ],
  };
  for (const [title, [spelling, look, expected]] of Object.entries(cases)) {
    t.not(spelling, text, `${title} changes something`);
    t.same(look(parseReportBody(utf8(spelling))), expected, title);
  }
  const many = Array.from({ length: 80 }, (_, at) => `"f${at}":${at}`).join();
  const { unknown = [] } = parseReportBody(utf8(text.replace('"version":1', `"version":1,${many}`)));
  t.equal(unknown.length, 51, "very many are told together");
  t.match(unknown.at(-1)?.value, "f79: 79", "and none is left out");
  t.end();
});

function told({ unknown }: { readonly unknown?: readonly object[] }): unknown {
  return unknown;
}

t.test("whatever fields and codes a later version adds, a report, a summary and a message still open", (t) => {
  const name = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }).filter((each) => !/^\d+$/u.test(each));
  const more = fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
  const writtenAs = (value: unknown) => utf8(JSON.stringify(value));
  const body = JSON.parse(Buffer.from(GOOD).toString("utf8")) as { answers: object };
  fc.assert(
    fc.property(more, more, anyText, anyText, (first, last, code, said) => {
      // What is known keeps its value.
      const around = (known: object) => ({ ...without(first, known), ...known, ...without(last, known) });
      const added = (known: object) =>
        new Set([...Object.keys(without(first, known)), ...Object.keys(without(last, known))]).size;
      const answers = { ...body.answers, category: code };
      const read = parseReportBody(writtenAs(around({ ...body, answers: around(answers) })));
      t.equal(read.answers.category, code);
      t.equal(read.unknown?.length ?? 0, added(body) + added(answers));
      const summary = { title: said, category: code, unit: "u" };
      t.same(parseSummary(writtenAs(around(summary))), summary);
      const status = { state: code, outcome: code, text: said };
      const { unknown = [], ...message } = parseMessageContent("team", "status", writtenAs(around(status)));
      t.same(message, { kind: "status", ...status });
      t.equal(unknown.length, added(status));
      const kind = `later-${code}`;
      const other = parseMessageContent("internal", kind, writtenAs(around({ text: said })));
      t.match(other, { kind: "unknown", named: kind, text: said });
    }),
    { numRuns: 60 },
  );
  t.throws(() => parseMessageContent("internal", "later", utf8("[]")), malformed, "what is no object");
  t.throws(
    () => parseMessageContent("internal", "status", utf8('{"state":"closed","outcome":null,"text":""}')),
    malformed,
  );
  t.throws(() => parseMessageContent("team", "text", utf8("{}")), malformed, "a field that is missing");
  t.end();
});

function without(more: object, known: object): object {
  return Object.fromEntries(
    Object.entries(more).filter(([name]) => !Object.hasOwn(known, name) && name !== "__proto__"),
  );
}

t.test("what is written is of this version alone", (t) => {
  const good = parseReportBody(GOOD);
  const later = { ...good.answers, category: "gosip" };
  t.throws(() => encodeReportBody({ ...good, answers: later } as unknown as ReportBody), malformed);
  t.throws(() => encodeSummary({ title: "", category: "gosip", unit: "" } as never), malformed);
  for (const change of [{ state: "appealed" }, { outcome: "lost" }, { more: 1 }]) {
    const content = { kind: "status", state: "closed", outcome: null, text: "", ...change };
    t.throws(() => encodeMessageContent(content as MessageContent), malformed);
  }
  t.end();
});

t.test("nothing that a report names reaches an object's prototype", (t) => {
  const evil = utf8('{"text":"a","__proto__":{"polluted":1}}');
  t.same(parseMessageContent("team", "text", evil), {
    kind: "text",
    text: "a",
    unknown: [{ name: "__proto__", value: '{"polluted":1}' }],
  });
  t.equal(({} as { polluted?: number }).polluted, undefined);
  t.end();
});

t.test("a title that was not typed is the beginning of the report, without control characters", (t) => {
  const base: Answers = { ...EMPTY_ANSWERS, unitName: "u" };
  fc.assert(
    fc.property(anyText, anyText, (title, what) => {
      const made = titleOf({ ...base, title, what });
      if (title !== "") t.equal(made, title);
      else t.ok(codePoints(made) <= 80 && !/[\p{Cc}\p{Cs}]/u.test(made));
    }),
  );
  t.equal(titleOf({ ...base, what: `${"😀".repeat(79)}é漢` }), `${"😀".repeat(79)}é`);
  t.end();
});

t.test("what the limits allow fits into its padding class", (t) => {
  const longest = "😀".repeat(MAX_TITLE_CODE_POINTS);
  const summary = encodeSummary({ title: longest, unit: longest, category: "penyalahgunaan-wewenang" });
  t.equal(pad(summary, SUMMARY_CLASSES).length, 1_024, "title and unit of four bytes a code point");
  const message = encodeMessageContent({ kind: "text", text: "😀".repeat(60_000) });
  t.equal(pad(new Uint8Array(message.length + 2_000), MESSAGE_CLASSES).length, 262_144);
  const body = encodeReportBody(bodyOf({ ...EMPTY_ANSWERS, unitName: "u", title: "t", what: "😀".repeat(200_000) }));
  t.equal(pad(body, BODY_CLASSES).length, 1_048_576);
  t.end();
});

t.test("a table of files holds what can be a file, each once, and nothing else", (t) => {
  const good: FileEntry = {
    id: "00".repeat(16),
    name: "",
    type: "",
    size: 1_048_577,
    cells: 2,
    key: toBase64url(new Uint8Array(32)),
    hash: "ff".repeat(32),
  };
  const message = (...files: readonly object[]) => ({ kind: "files" as const, text: "", files: files as FileEntry[] });
  t.ok(encodeMessageContent(message(good)));
  const wrong: Readonly<Record<string, object>> = {
    "no file": message(),
    "the same id": message(good, { ...good, name: "b" }),
    "too many": message(
      ...Array.from({ length: MAX_FILES_A_CASE + 1 }, (_, at) => ({
        ...good,
        id: hex(randomBytes(16)),
        name: `${at}`,
      })),
    ),
    "other cells": message({ ...good, cells: 4 }),
    "too long": message({ ...good, size: MAX_FILE_BYTES + 1, cells: 1_024 }),
    "a negative size": message({ ...good, size: -1, cells: 1 }),
    "half a byte": message({ ...good, size: 0.5, cells: 1 }),
    "a long name": message({ ...good, name: "é".repeat(256) }),
    "a short key": message({ ...good, key: toBase64url(new Uint8Array(31)) }),
    "a type with a line break": message({ ...good, type: "text/plain\n" }),
    "capitals in the type": message({ ...good, type: "Text/plain" }),
    "a type without its half": message({ ...good, type: "text/" }),
    "a field more": message({ ...good, path: "/" }),
  };
  for (const [title, content] of Object.entries(wrong))
    t.throws(() => encodeMessageContent(content as MessageContent), malformed, title);
  const announced = Array.from({ length: MAX_FILES_A_CASE + 1 }, () => ({ name: "a", type: "", size: 0 }));
  const body = bodyOf(parseReportBody(GOOD).answers as Answers);
  t.ok(encodeReportBody({ ...body, attachments: announced.slice(1) }));
  t.throws(() => encodeReportBody({ ...body, attachments: announced }), malformed, "too many are announced");
  t.end();
});
