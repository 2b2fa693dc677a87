/** Vectors of the binary bodies that cross the wire around sealed things. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { type Part, Seeded, concat, list, pad } from "../primitives.ts";

const MALFORMED = { error: "malformed" } as const;
type Result = { output: Json } | { error: string };

export function frames(): VectorFile {
  const c = new Collection("frames");
  const random = new Seeded(c.subject);
  const put = (about: string, operation: string, frame: Uint8Array, result: Result) =>
    c.add(about, operation, { bytes: bytes(frame) }, result);
  const [handle, caseId, channelId, small] = [random.bytes(16), random.bytes(32), random.bytes(16), random.bytes(20)];

  const parts = [random.bytes(40), random.bytes(50), random.bytes(60), random.bytes(70), random.bytes(80)];
  put("a report on its way", "parse-submission", list("submission", ...parts), { output: parts.map(bytes) });
  put("a report without a receipt", "parse-submission", list("submission", ...parts.slice(0, 4)), MALFORMED);
  put("a sixth part", "parse-submission", list("submission", ...parts, small), MALFORMED);

  const box = random.bytes(256);
  put("a message of the reporter and its own box", "parse-own-row", list("own-row", small, box), {
    output: [bytes(small), bytes(box)],
  });
  put("an own box one byte short", "parse-own-row", list("own-row", small, box.subarray(1)), MALFORMED);

  const receipt = random.bytes(4_136);
  const day = "2026-11-25";
  const row = (sequence: number, storedOn = day) => list("row", 0, sequence, storedOn, small);
  const answer = (...fields: readonly Part[]) => pad(list("check-answer", ...fields), 65_536);
  const whole: readonly Part[] = [1, day, receipt, 0, 2, box, 2, 3, `${day} ${day}`, row(2), row(3)];
  const check = (about: string, frame: Uint8Array, result: Result) => put(about, "parse-check-answer", frame, result);
  const rows: Json = [
    [0, 2, day, bytes(small)],
    [0, 3, day, bytes(small)],
  ];
  check("a case with two follow-ups and three answers", answer(...whole), {
    output: {
      arrivedOn: day,
      receipt: bytes(receipt),
      own: [0, 2, bytes(box)],
      reporterCount: 2,
      teamCount: 3,
      ownDays: [day, day],
      rows,
    },
  });
  check("a case in which nothing was written", answer(1, day, receipt, 0, 0, "", 0, 0, ""), {
    output: {
      arrivedOn: day,
      receipt: bytes(receipt),
      own: null,
      reporterCount: 0,
      teamCount: 0,
      ownDays: [],
      rows: [],
    },
  });
  const nothing: readonly Part[] = [0, "", "", 0, 0, "", 0, 0, ""];
  check("unknown, wrong or burnt", answer(...nothing), { output: null });
  check("nothing there, and yet something", answer(...nothing.with(1, day)), MALFORMED);
  check("a mark that is neither", answer(...whole.with(0, 2)), MALFORMED);
  check("a receipt one byte short", answer(...whole.with(2, receipt.subarray(1))), MALFORMED);
  check("an own box before the first message", answer(...whole.with(4, 0)), MALFORMED);
  check("a time in the place of a day", answer(...whole.with(1, "2026-11-25T10:00")), MALFORMED);
  check("another size", pad(list("check-answer", ...whole), 32_768), MALFORMED);

  put("rows for a member", "parse-rows", list("rows", row(1), row(2)), {
    output: [
      [0, 1, day, bytes(small)],
      [0, 2, day, bytes(small)],
    ],
  });
  put("a row with a field more", "parse-rows", list("rows", list("row", 0, 1, day, small, small)), MALFORMED);
  put(
    "a row whose epoch has three bytes",
    "parse-rows",
    list("rows", list("row", Buffer.alloc(3), 1, day, small)),
    MALFORMED,
  );

  put("heads, and where the next page begins", "parse-heads", list("heads", handle, handle, small), {
    output: { next: bytes(handle), heads: [[bytes(handle), bytes(small)]] },
  });
  put("the last page", "parse-heads", list("heads", ""), { output: { next: null, heads: [] } });
  put("a handle without its head", "parse-heads", list("heads", "", handle), MALFORMED);
  put("a handle of 15 bytes", "parse-heads", list("heads", "", handle.subarray(1), small), MALFORMED);

  const summary = random.bytes(1_064);
  const item: readonly Part[] = [handle, caseId, channelId, day, "verifying", day, 0, 1, 2, 3, summary, ""];
  const cases = (...fields: readonly Part[]) => list("cases", "", list("case-item", ...fields));
  const itemJson = {
    handle: bytes(handle),
    caseId: bytes(caseId),
    channelId: bytes(channelId),
    arrivedOn: day,
    state: "verifying",
    stateOn: day,
    epoch: 0,
    counts: [1, 2, 3],
    summary: bytes(summary),
    wrap: "",
  };
  const output: Json = { next: null, cases: [itemJson] };
  put("a case in a list", "parse-cases", cases(...item), { output });
  put("a state of a later version", "parse-cases", cases(...item.with(4, "lost")), {
    output: { next: null, cases: [{ ...itemJson, state: "lost" }] },
  });
  put("a wrap of another size", "parse-cases", cases(...item.with(11, small)), MALFORMED);
  put("a case with a field less", "parse-cases", cases(...item.slice(0, 11)), MALFORMED);

  put("head and body of a report", "parse-report-envelope", list("report-envelope", small, summary), {
    output: [bytes(small), bytes(summary)],
  });
  put("a head alone", "parse-report-envelope", list("report-envelope", small), MALFORMED);
  put(
    "bytes left over",
    "parse-report-envelope",
    concat(list("report-envelope", small, summary), Uint8Array.of(1)),
    MALFORMED,
  );
  return c.file();
}
