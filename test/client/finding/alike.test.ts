/** Which cases may be about the same matter, and why. */
import t from "tap";
import { makeLibrary } from "../../../src/client/finding/library.ts";
import type { Answers } from "../../../src/protocol/rules/report-fields.ts";
import { SAMPLES, caseOf } from "./cases.ts";

const sample = (at: number): Answers => {
  const answers = SAMPLES[at];
  if (answers === undefined) throw new Error("no such sample");
  return answers;
};

function libraryWith(...others: readonly Partial<Answers>[]) {
  const library = makeLibrary();
  SAMPLES.forEach((answers, at) => library.put(caseOf(`sample-${at}`, answers)));
  others.forEach((answers, at) => library.put(caseOf(`other-${at}`, answers)));
  return library;
}

t.test("no sample report is taken for another one", async (t) => {
  const library = libraryWith();
  SAMPLES.forEach((_, at) => t.same(library.alike(`sample-${at}`), [], `sample ${at}`));
});

t.test("the same matter told by somebody else is suggested, with the reasons", async (t) => {
  const library = libraryWith({
    unitName: sample(1).unitName,
    title: "Minta uang untuk izin",
    what: "Teman saya dimintai Rp 15 juta oleh Pak Rekaan Pratama supaya gambarnya lengkap.",
    when: "6/2/2025",
  });
  const [like, ...more] = library.alike("other-0") ?? [];
  t.equal(like?.handle, "sample-1");
  t.same(more, []);
  t.match(like?.reasons, [
    { of: "person", said: "Rekaan Pratama" },
    { of: "day", said: "2025-02-06" },
    { of: "amount", said: "15000000" },
    { of: "unit" },
  ]);
  t.equal(library.alike("sample-1")?.[0]?.handle, "other-0", "and the other way round");
});

t.test("one text sent twice is suggested by its phrases, also with other names", async (t) => {
  const { what, how } = sample(4);
  const library = libraryWith({ unitName: "Kantor lain", what, how });
  t.match(library.alike("other-0"), [{ handle: "sample-4", reasons: [{ of: "text" }] }]);
});

t.test("one unit alone, or one day, or one sum, says nothing", async (t) => {
  const library = libraryWith(
    { unitName: sample(1).unitName, what: "Toilet kotor sekali." },
    { unitName: "Lain", what: "Pada 6 Februari 2025 listrik padam." },
    { unitName: "Lain", what: "Harganya Rp15.000.000 di toko." },
  );
  for (const at of [0, 1, 2]) t.same(library.alike(`other-${at}`), []);
});

t.test("of a case that is not here yet nothing is said", async (t) => {
  t.equal(libraryWith().alike("nowhere"), undefined);
});
