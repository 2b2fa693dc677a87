/** Finding cases: what is found, where, and what is forgotten. */
import t from "tap";
import fc from "fast-check";
import type { CaseTexts } from "../../../src/client/finding/case-texts.ts";
import { type Library, makeLibrary } from "../../../src/client/finding/library.ts";
import { SAMPLES, caseOf } from "./cases.ts";

const filled = (...more: CaseTexts[]): Library => {
  const library = makeLibrary();
  SAMPLES.forEach((answers, at) => library.put(caseOf(`sample-${at}`, answers)));
  for (const one of more) library.put(one);
  return library;
};
const found = (library: Library, question: string): string[] => library.find(question).map(({ handle }) => handle);

/** Frozen: what is typed, and the sample report that must come first. */
const FIRST: readonly (readonly [question: string, sample: number])[] = [
  ["rekaan pratama", 1],
  ["Rekan Pratama", 1],
  ["pratma", 1],
  ["samaran les", 1],
  ["penyerahan uang amplop", 1],
  ["15 juta", 1],
  ["Rp15.000.000", 1],
  ["15000000", 1],
  ["ditolak gambar", 1],
  ["penggelembungan", 2],
  ["menggelembungkan", 2],
  ["Adiwibowo", 2],
  ["4.791.250.000", 2],
  ["kebersihan istri", 3],
  ["camat mobil", 4],
  ["maki lansia", 5],
  ["hotel palsu", 6],
  ["dimutasikan", 7],
  ["invoices facilitation", 8],
  ["reviewed proposal", 9],
  ["جواز السفر", 10],
];

t.test(
  "a report is found by a name, a misspelt one, a word of its family, a sum, in three scripts and languages",
  async (t) => {
    const library = filled();
    for (const [question, sample] of FIRST) t.equal(found(library, question)[0], `sample-${sample}`, question);
  },
);

t.test("every word must be there, in whichever part of the case", async (t) => {
  const library = filled(caseOf("noted", { what: "Ada yang menyuap." }, "Ditelepon oleh Bu Widyastari."));
  t.same(found(library, "suap widyastari"), ["noted"]);
  t.same(found(library, "suap widyastari zebra"), []);
  t.same(found(library, ""), []);
});

t.test("a hit is shown where it stands, with the words marked", async (t) => {
  const note = `${"lama ".repeat(40)}Ditelepon oleh Bu Widyastari kemarin.${" baru".repeat(60)}`;
  const library = filled(caseOf("noted", { title: "Suap di loket" }, note));
  const [hit] = library.find("penyuapan widyas");
  const snippets = hit === undefined ? [] : library.show(hit);
  t.match(snippets, [
    { place: { of: "report", field: "title" }, parts: ["", "Suap", " di loket"], cut: [false, false] },
    { place: { of: "message", direction: "internal", sequence: 1 }, cut: [true, true] },
  ]);
  t.equal(snippets[1]?.parts[1], "Widyastari");
  t.ok(snippets.every(({ parts }) => parts.join("").length < 250));
});

t.test("a case that changed is found by what it says now; one that is not listed any more is forgotten", async (t) => {
  const library = filled(caseOf("one", { what: "kelinci" }), caseOf("two", { what: "kelinci" }));
  library.put(caseOf("one", { what: "merpati" }));
  t.same(found(library, "kelinci"), ["two"]);
  library.keepOnly(new Set(["one"]));
  t.same([found(library, "kelinci"), found(library, "merpati"), library.size()], [[], ["one"], 1]);
  const kept = library
    .changed()
    .flatMap(([, content]) => (content === undefined ? [] : [Buffer.from(content).toString()]));
  t.match(kept, [/merpati/u], "what is kept is the present text");
  t.notMatch(kept.join(""), /kelinci|Pratama/u, "and nothing of what was forgotten");
});

t.test("what was kept is found again, each case once, whatever was put and dropped before", async () => {
  const step = fc.record({
    at: fc.nat(30),
    text: fc.string({ maxLength: 30_000, unit: fc.constantFrom("kata ", "lain ") }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const disk = new Map<number, Uint8Array>();
      const library = makeLibrary();
      const now = new Map<string, string>();
      for (const { at, text } of steps) {
        now.set(`h${at}`, text);
        library.put(caseOf(`h${at}`, { what: `${text}x` }));
        if (at % 3 === 0) {
          now.delete("h3");
          library.keepOnly(new Set(now.keys()));
        }
        for (const [number, content] of library.changed()) {
          if (content === undefined) disk.delete(number);
          else disk.set(number, content);
        }
      }
      const next = makeLibrary();
      for (const [number, content] of disk) next.take(number, content);
      const isWhole = next.size() === now.size && next.changed().length === 0;
      return isWhole && [...now.keys()].every((handle) => next.isFresh(handle, [0, 0, 1]));
    }),
    { numRuns: 30 },
  );
});

t.test(
  "texts of strangers are no more than text: names of prototypes, other directions, half characters",
  async (t) => {
    const words = [
      "constructor",
      "__proto__",
      "hasOwnProperty",
      "\u202Eterbalik",
      "🙂🙂",
      "\uD83D",
      "مثال",
      "toString",
    ];
    const library = filled();
    words.forEach((word, at) => library.put(caseOf(word, { title: word, what: `${word} nomor${at}` }, word)));
    words.forEach((word, at) => t.same(found(library, `nomor${at}`), [word]));
    t.same(found(library, "constructor"), ["constructor"]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (text, question) => {
        library.put(caseOf("any", { what: text }));
        for (const hit of library.find(question)) library.show(hit);
      }),
      { numRuns: 60 },
    );
  },
);
