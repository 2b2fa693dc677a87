/** Vectors of what is sealed: bodies of reports, their summaries, messages of each kind, and what is not known of them. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, list, pad, wing } from "../primitives.ts";

const MALFORMED = { error: "malformed" } as const;
type Result = { output: Json } | { error: string };
type Fields = { readonly [name: string]: Json };

const ANSWERS: Fields = {
  category: "suap",
  unitName: "Dinas Perizinan",
  title: "",
  what: 'Amplop "kecil"\n漢\u202e😀',
  where: "",
  when: "",
  who: "",
  how: "",
  evidence: "",
  amountIDR: 1_250_000,
  language: "id",
};

export function contents(): VectorFile {
  const c = new Collection("contents");
  const random = new Seeded(c.subject);
  const ids = [random.bytes(16), random.bytes(16)].map((id) => id.toString("hex"));
  const body = {
    version: 1,
    answers: ANSWERS,
    threadKey: random.bytes(32).toString("base64url"),
    replyPublicKey: wing(random.bytes(32)).publicKey.toString("base64url"),
    attachments: [{ name: "bukti.pdf", type: "application/pdf", size: 5 }],
    recipients: ids,
    excluded: [] as string[],
    identityGiven: false,
  } satisfies Fields;
  const put = (about: string, text: string, result: Result) => c.add(about, "read-report-body", { text }, result);
  const good = JSON.stringify(body);
  const read = (answers: Fields = ANSWERS, unknown: Json = []) => ({
    output: { answers, attachments: body.attachments, recipients: ids, excluded: [], identityGiven: false, unknown },
  });
  const bent = (about: string, changes: Fields, result: Result = MALFORMED) =>
    put(about, JSON.stringify({ ...body, ...changes }), result);
  put("the body of a report", good, read());
  const withAnswer = (about: string, changes: Fields, result: Result) =>
    bent(about, { answers: { ...ANSWERS, ...changes } }, result);
  withAnswer(
    "a category of a later version",
    { category: "tambang-ilegal" },
    read({ ...ANSWERS, category: "tambang-ilegal" }),
  );
  withAnswer("a negative amount", { amountIDR: -5 }, read({ ...ANSWERS, amountIDR: -5 }));
  withAnswer("half a rupiah", { amountIDR: 0.5 }, read({ ...ANSWERS, amountIDR: 0.5 }));
  withAnswer(
    "a language that is none",
    { language: "Bahasa Indonesia" },
    read({ ...ANSWERS, language: "Bahasa Indonesia" }),
  );
  withAnswer(
    "an answer of a later version",
    { since: { year: 2024 } },
    read(ANSWERS, [["answers.since", '{"year":2024}']]),
  );
  withAnswer("a category that is no text", { category: 7 }, MALFORMED);
  withAnswer("an amount as text", { amountIDR: "5" }, MALFORMED);
  bent("a field of a later version", { urgency: [3, null] }, read(ANSWERS, [["urgency", "[3,null]"]]));
  put("the same before all others", good.replace("{", '{"urgency":3,'), read(ANSWERS, [["urgency", "3"]]));
  bent(
    "a file with a field of a later version",
    { attachments: [{ ...body.attachments[0]!, pages: 2 }] },
    read(ANSWERS, [["attachments[0].pages", "2"]]),
  );
  put("a field that is missing", good.replace('"identityGiven":false', '"more":false'), MALFORMED);
  put(
    "two known fields in each other's place",
    good.replace(/"threadKey":"([^"]+)","replyPublicKey":"([^"]+)"/u, '"replyPublicKey":"$2","threadKey":"$1"'),
    MALFORMED,
  );
  put("an unknown field twice", good.replace("{", '{"more":1,"more":1,'), MALFORMED);
  put("a known field twice", good.replace("{", '{"version":1,'), MALFORMED);
  put("white space", good.replace(",", ", "), MALFORMED);
  put("a line break behind", `${good}\n`, MALFORMED);
  put("an escape that is not needed", good.replace("Dinas", "\\u0044inas"), MALFORMED);
  put("an amount with a fraction of nothing", good.replace("1250000", "1250000.0"), MALFORMED);
  put("an amount with an exponent", good.replace("1250000", "125e4"), MALFORMED);
  bent("another version", { version: 2 });
  bent("a thread key of 31 bytes", { threadKey: random.bytes(31).toString("base64url") });
  bent("a reply public key of 1215 bytes", { replyPublicKey: random.bytes(1_215).toString("base64url") });
  bent("an id in capitals", { recipients: ids.map((id) => id.toUpperCase()) });
  bent("fifty-one files", { attachments: Array.from({ length: 51 }, () => body.attachments[0]!) });

  const summary = (about: string, changes: Fields, title: string) => {
    const answers = { ...ANSWERS, ...changes };
    c.add(
      about,
      "summary-of",
      { answers },
      { output: JSON.stringify({ title, category: answers["category"], unit: answers["unitName"] }) },
    );
  };
  summary("a title that was typed", { title: " Amplop " }, " Amplop ");
  summary(
    "none: the beginning of what happened, control characters to one space each run",
    {},
    'Amplop "kecil" 漢\u202e😀',
  );
  summary("eighty code points of it", { what: "😀".repeat(100) }, "😀".repeat(80));
  summary("half a surrogate becomes U+FFFD", { what: "a\ud800b\r\n\tc" }, "a\ufffdb c");
  summary("a run that the eightieth code point cuts", { what: `${"a".repeat(79)}\n\nb` }, `${"a".repeat(79)} `);
  const says = (about: string, text: string, output: boolean) =>
    c.add(about, "is-summary-of", { text, answers: ANSWERS }, { output });
  const own = { title: 'Amplop "kecil" 漢\u202e😀', category: "suap", unit: "Dinas Perizinan" };
  says("the summary of these answers", JSON.stringify(own), true);
  says("and with a field of a later version", JSON.stringify({ ...own, colour: "red" }), true);
  says("another title", JSON.stringify({ ...own, title: "Amplop" }), false);
  says("another category", JSON.stringify({ ...own, category: "lainnya" }), false);
  says("another unit", JSON.stringify({ ...own, unit: "Dinas" }), false);

  const message = (about: string, direction: string, kind: string, content: Json | string, result: Result) =>
    c.add(
      about,
      "read-content",
      { direction, kind, text: typeof content === "string" ? content : JSON.stringify(content) },
      result,
    );
  const text = { text: "Kapan?" };
  message("a text", "team", "text", text, { output: { kind: "text", ...text } });
  message("a note", "internal", "text", text, { output: { kind: "text", ...text } });
  message("a withdrawal", "reporter", "withdraw", text, { output: { kind: "withdraw", ...text } });
  message("an inbox that was destroyed", "reporter", "burn", {}, { output: { kind: "burn" } });
  const status = { state: "closed", outcome: "partly", text: "" };
  message("a status", "team", "status", status, { output: { kind: "status", ...status } });
  message(
    "a status without outcome",
    "team",
    "status",
    { ...status, outcome: null },
    { output: { kind: "status", ...status, outcome: null } },
  );
  const later = { state: "appealed", outcome: "settled", text: "" };
  message("a state and an outcome of a later version", "team", "status", later, {
    output: { kind: "status", ...later },
  });
  message(
    "a text with a field of a later version",
    "team",
    "text",
    { ...text, by: "2027-01-01" },
    { output: { kind: "text", ...text, unknown: [["by", '"2027-01-01"']] } },
  );
  message(
    "a kind of a later version",
    "team",
    "survey",
    { text: "Puas?", scale: 5 },
    { output: { kind: "unknown", named: "survey", text: "Puas?", unknown: [["scale", "5"]] } },
  );
  message(
    "one without a text",
    "internal",
    "tag",
    { colour: "red" },
    { output: { kind: "unknown", named: "tag", text: "", unknown: [["colour", '"red"']] } },
  );
  message("a kind of a later version that is no object", "team", "survey", "[]", MALFORMED);
  message("one that is not canonical", "team", "survey", '{"scale": 5}', MALFORMED);
  message("a status of the reporter", "reporter", "status", status, MALFORMED);
  message("a status in a note", "internal", "status", status, MALFORMED);
  message("a withdrawal by the team", "team", "withdraw", text, MALFORMED);
  message("a reserved kind, which changes who reads", "team", "epoch", text, MALFORMED);
  message("and another one", "team", "grant", text, MALFORMED);
  message("a text without text", "team", "text", {}, MALFORMED);
  message("a text that is a number", "team", "text", { text: 5 }, MALFORMED);
  message("a status without a state", "team", "status", { outcome: null, text: "" }, MALFORMED);
  const file = {
    id: random.bytes(16).toString("hex"),
    name: "a",
    type: "",
    size: 5,
    cells: 1,
    key: random.bytes(32).toString("base64url"),
    hash: random.bytes(32).toString("hex"),
  };
  const files = (about: string, changes: Fields, result: Result) =>
    message(about, "reporter", "files", { text: "", files: [{ ...file, ...changes }] }, result);
  files(
    "a file with a field of a later version",
    { pages: 2 },
    { output: { kind: "files", text: "", files: [file], unknown: [["files[0].pages", "2"]] } },
  );
  files("a type with capitals", { type: "Text/plain" }, MALFORMED);
  files("a type without a slash", { type: "text" }, MALFORMED);
  const part = "a".repeat(127);
  files(
    "a type of twice 127 characters",
    { type: `${part}/${part}` },
    { output: { kind: "files", text: "", files: [{ ...file, type: `${part}/${part}` }] } },
  );
  files("one of 128", { type: `${part}a/a` }, MALFORMED);
  files(
    "a file of no bytes has one cell",
    { size: 0 },
    { output: { kind: "files", text: "", files: [{ ...file, size: 0 }] } },
  );
  files("a negative size", { size: -1 }, MALFORMED);
  files("a key of 31 bytes", { key: random.bytes(31).toString("base64url") }, MALFORMED);
  files("a hash in capitals", { hash: "AB".repeat(32) }, MALFORMED);
  return c.file();
}

/** Bodies on the wire that the first file leaves out. */
export function moreFrames(): VectorFile {
  const c = new Collection("more-frames");
  const random = new Seeded(c.subject);
  const put = (about: string, operation: string, frame: Uint8Array, result: Result) =>
    c.add(about, operation, { bytes: bytes(frame) }, result);
  const [row, box, one, two] = [random.bytes(20), random.bytes(256), random.bytes(16), random.bytes(16)];
  const day = "2026-11-25";
  const own = (about: string, result: Result, ...files: Uint8Array[]) =>
    put(about, "parse-own-row-files", list("own-row", row, box, ...files), result);
  own("a follow-up that claims two files", { output: [bytes(one), bytes(two)] }, one, two);
  own("a file twice", MALFORMED, one, one);
  own("half an id", MALFORMED, one.subarray(8));
  const stored = (storedOn: string, sequence = 1) => list("row", 0, sequence, storedOn, row);
  const padded = (frame: Uint8Array, size = 327_680) => pad(frame, size);
  put("a page of earlier answers", "parse-padded-rows", padded(list("rows", stored(day), stored(day, 2))), {
    output: [
      [0, 1, day, bytes(row)],
      [0, 2, day, bytes(row)],
    ],
  });
  put("an empty one", "parse-padded-rows", padded(list("rows")), { output: [] });
  put("a page of another size", "parse-padded-rows", padded(list("rows"), 65_536), MALFORMED);
  put("a page without padding", "parse-padded-rows", list("rows"), MALFORMED);
  put("a day that does not exist", "parse-rows", list("rows", stored("2026-02-30")), MALFORMED);
  put("a day with one digit", "parse-rows", list("rows", stored("2026-2-3")), MALFORMED);
  put("a leap day", "parse-rows", list("rows", stored("2028-02-29")), { output: [[0, 1, "2028-02-29", bytes(row)]] });
  put("no day", "parse-rows", list("rows", stored("")), MALFORMED);
  put("rows under another label", "parse-rows", list("cases", stored(day)), MALFORMED);
  const answer = (ownDays: string, changes: { found?: number; receipt?: Uint8Array; epoch?: number } = {}) =>
    pad(
      list(
        "check-answer",
        changes.found ?? 1,
        day,
        changes.receipt ?? random.bytes(4_136),
        changes.epoch ?? 0,
        1,
        box,
        1,
        0,
        ownDays,
      ),
      65_536,
    );
  put("two spaces between days", "parse-check-answer", answer(`${day}  ${day}`), MALFORMED);
  put(
    "a day that does not exist among the days of own messages",
    "parse-check-answer",
    answer("2026-02-30"),
    MALFORMED,
  );
  put(
    "nothing there, in another encoding",
    "parse-check-answer",
    pad(list("check-answer", 0, "", "", 0, 0, "", 0, 0, "", stored(day)), 65_536),
    MALFORMED,
  );
  put(
    "a field missing",
    "parse-check-answer",
    pad(list("check-answer", 1, day, random.bytes(4_136), 0, 1, box, 1), 65_536),
    MALFORMED,
  );
  put(
    "an own box of sequence 0 with an epoch",
    "parse-check-answer",
    pad(list("check-answer", 1, day, random.bytes(4_136), 1, 0, "", 0, 0, ""), 65_536),
    MALFORMED,
  );
  const [handle, caseId, channelId, summary] = [
    random.bytes(16),
    random.bytes(32),
    random.bytes(16),
    random.bytes(1_064),
  ];
  const item = [handle, caseId, channelId, day, "received", day, 0, 0, 0, 0, summary, ""] as const;
  const cases = (at: number, value: Uint8Array | string) =>
    list("cases", "", list("case-item", ...item.map((field, index) => (index === at ? value : field))));
  put("a case id of 31 bytes", "parse-cases", cases(1, caseId.subarray(1)), MALFORMED);
  put("a channel id of 17 bytes", "parse-cases", cases(2, Buffer.alloc(17)), MALFORMED);
  put("a number of three bytes", "parse-cases", cases(7, Buffer.alloc(3)), MALFORMED);
  put("a state that is no UTF-8", "parse-cases", cases(4, Buffer.from("ff", "hex")), MALFORMED);
  put("a next page of 15 bytes", "parse-cases", list("cases", handle.subarray(1)), MALFORMED);
  return c.file();
}
