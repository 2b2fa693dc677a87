/** What rules propose, what they leave alone, and what is found in texts before they leave the office. */
import fc from "fast-check";
import t from "tap";
import { readersOf } from "../../support/readers.ts";
import { foldCasework } from "../../../src/client/casework/casework.ts";
import { mentionsIn } from "../../../src/client/casework/mentions.ts";
import { copiedFrom, identifiersIn } from "../../../src/client/casework/own-words.ts";
import type { Recorded } from "../../../src/client/casework/recorded.ts";
import { type Considered, standingSuggestions } from "../../../src/client/casework/suggestions.ts";
import type { ReadRecord } from "../../../src/protocol/records.ts";
import { EMPTY_ANSWERS, type ReadAnswers } from "../../../src/protocol/rules/report-fields.ts";
import { CONFLICT_PROFILE, JUDGING_RULES, SUGGESTION_RULES } from "../../../src/protocol/rules/suggestions.ts";
import { cpuMsOf } from "../../support/cpu-time.ts";

const A = "a".repeat(32);
const B = "b".repeat(32);
const READERS = { [A]: ["Umpama Fiksiono"], [B]: ["Ibarati"] };

type Given = Partial<Pick<Considered, "conversation" | "profile">> & { readonly records?: readonly ReadRecord[] };

function rulesFor(
  answers: Partial<ReadAnswers>,
  { records: written = [], conversation = [], profile = "zi" }: Given = {},
) {
  const records = written.map((record, at): Recorded => ({
    sequence: at + 1,
    author: A,
    roles: [],
    storedOn: "2026-11-25",
    record,
  }));
  return standingSuggestions({
    answers: { ...EMPTY_ANSWERS, ...answers },
    conversation,
    records,
    casework: foldCasework(records, readersOf([A, B])),
    kpkFromIDR: JUDGING_RULES.kpkFromIDR,
    profile,
    readers: READERS,
  }).map(({ rule }) => rule);
}

const said = (sequence: number, text: string, kind: "text" | "protection-request" = "text", effective = true) => ({
  direction: "reporter" as const,
  sequence,
  storedOn: "2026-11-26",
  effective,
  message: kind === "text" ? { kind, text } : { kind, text, urgency: "days" },
});

const overruled = (rule: string, source = 0): ReadRecord => ({ kind: "overruling", rule, source, reason: "Tidak." });
const taskOf = (rule: string): ReadRecord => ({
  kind: "task",
  task: "0".repeat(16),
  after: 0,
  what: "x",
  who: null,
  until: null,
  from: "suggestion",
  of: rule,
});

t.test("each rule speaks where it should, and nowhere else", (t) => {
  const table: readonly (readonly [about: string, answers: Partial<ReadAnswers>, rules: readonly string[]])[] = [
    ["nothing", {}, []],
    ["a rupiah less than KPK's", { amountIDR: 999_999_999 }, []],
    ["KPK's sum", { amountIDR: 1_000_000_000 }, ["kpk"]],
    ["the sum in words", { what: "Kerugian sekitar Rp1.312.400.000." }, ["kpk"]],
    ["a conflict of interest", { category: "benturan-kepentingan" }, ["conflict-of-interest"]],
    ["a gratification", { category: "gratifikasi" }, ["gratification"]],
    ["a service", { category: "pelayanan-publik" }, ["service-complaint"]],
    ["retaliation", { category: "pembalasan-pelapor" }, ["protection"]],
    ["a handler by full name", { who: "Pak UMPAMA  Fiksiono, verifikator" }, ["involved-handler"]],
    ["a name of one word says nothing", { who: "Ibarati" }, []],
    ["part of a longer name", { who: "Umpama Fiksionowati" }, []],
    ["a category of a later version", { category: "tambang-ilegal" }, []],
  ];
  for (const [about, answers, rules] of table) t.same(rulesFor(answers), rules, about);
  t.end();
});

t.test("what was overruled or followed does not come back, until the reporter writes about it again", (t) => {
  const large = { amountIDR: 2_000_000_000 };
  t.same(rulesFor(large, { records: [overruled("kpk")] }), []);
  t.same(rulesFor(large, { records: [overruled("gratification")] }), ["kpk"], "another rule's answer is no answer");
  t.same(rulesFor({ category: "gratifikasi" }, { records: [taskOf("gratification")] }), []);
  t.same(rulesFor({ category: "benturan-kepentingan" }, { profile: CONFLICT_PROFILE }), []);
  const asks = [said(2, "Saya diancam.", "protection-request")];
  t.same(rulesFor({}, { conversation: asks }), ["protection"]);
  t.same(rulesFor({}, { conversation: asks, records: [overruled("protection", 1)] }), ["protection"]);
  t.same(rulesFor({}, { conversation: asks, records: [overruled("protection", 2)] }), []);
  const again = [...asks, said(4, "Mereka datang lagi.", "protection-request")];
  t.same(rulesFor({}, { conversation: again, records: [overruled("protection", 2)] }), ["protection"]);
  t.same(
    rulesFor({}, { conversation: [said(1, "x", "protection-request", false)] }),
    [],
    "behind a gap nothing is said",
  );
  t.end();
});

t.test("whatever was overruled, only rules of this version are answered, and none is invented", (t) => {
  const record = fc.record({ rule: fc.oneof(fc.constantFrom(...SUGGESTION_RULES), fc.string()), source: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(record), (all) => {
      const left = rulesFor(
        { amountIDR: 2e9, category: "gratifikasi" },
        { records: all.map(({ rule, source }) => overruled(rule, source)) },
      );
      const answered = new Set(all.map(({ rule }) => rule));
      t.same(
        left,
        ["kpk", "gratification"].filter((rule) => !answered.has(rule)),
      );
    }),
    { numRuns: 50 },
  );
  t.end();
});

t.test("a mention is somebody's name, or a beginning that is nobody else's", (t) => {
  const names = { [A]: ["Umpama Fiksiono"], [B]: ["Ibarati Khayalina"], c: ["Umpama Andaikan"] };
  const table: readonly (readonly [text: string, meant: readonly string[]])[] = [
    ["@Ibarati tolong cek kuitansi", [B]],
    ["tolong @ibarati khayalina dan @umpama fiksiono", [B, A]],
    ["@Umpama tolong", []],
    ["surel ibarati@contoh.go.id", []],
    ["Ibarati tolong", []],
    ["@orang lain", []],
    ["(@Ibarati, besok)", [B]],
  ];
  for (const [text, meant] of table) t.same(mentionsIn(text, names), meant, text);
  t.end();
});

t.test("five words in a row of the reporter's are found, whatever their capitals, signs and accents", (t) => {
  const report = "Petugas loket 3 minta Rp50.000 supaya berkas saya didahulukan.";
  t.same(copiedFrom([report], "Antrean di loket terlalu panjang."), []);
  t.same(copiedFrom([report], "Ada petugas loket 3 minta uang."), [], "four are how one talks of it");
  t.same(copiedFrom([report], "Kata pelapor: PETUGAS, loket-3 mînta Rp50.000 supaya cepat."), [
    "PETUGAS, loket-3 mînta Rp50.000 supaya",
  ]);
  t.same(copiedFrom([], "apa saja"), []);
  fc.assert(
    fc.property(fc.array(fc.lorem({ maxCount: 1 }), { minLength: 5, maxLength: 12 }), (words) => {
      const text = words.join(" ");
      t.ok(copiedFrom([`awal ${text} akhir`], `Laporan: ${text}!`).length > 0);
    }),
    { numRuns: 30 },
  );
  t.end();
});

t.test("a text of any length is looked through in a time that grows as it does", (t) => {
  const kinds = [
    (n: number) => "a".repeat(n),
    (n: number) => "1".repeat(n),
    (n: number) => "a@".repeat(n / 2),
    (n: number) => "Rp12345678 ".repeat(n / 11) + "0812-3456-7890 ".repeat(n / 15),
  ];
  // Some kernels count a thread's time in steps of several milliseconds: of less than some tens nothing is said.
  const timeOf = (text: string) => {
    const often = () => {
      for (let again = 0; again < 10; again++) identifiersIn(text);
    };
    return Math.max(20, Math.min(...[1, 2, 3].map(() => cpuMsOf(often))));
  };
  // Eight times as long: some eight times the work where it grows evenly, sixty-four where each letter looks at all others.
  for (const kind of kinds) t.ok(timeOf(kind(80_000)) / timeOf(kind(10_000)) < 32, kind(20));
  t.end();
});

t.test("numbers and addresses that lead to a person are found, and sums are none", (t) => {
  for (const text of ["0812-3456-7890", "+62 812 3456 789", "NIK 3174012345678901", "ibu@contoh.go.id"])
    t.equal(identifiersIn(`Hubungi ${text} segera.`).length, 1, text);
  for (const text of ["Rp1.250.000.000", "loket 3", "tahun 2026", "Rp 12.500.000.000 lebih"])
    t.same(identifiersIn(text), [], text);
  t.end();
});
