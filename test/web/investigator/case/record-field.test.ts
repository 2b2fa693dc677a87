/** Forms of records: what is compared, joined and refused; and what a sheet that leaves the office may say. */
import t from "tap";
import { EMPTY_ANSWERS } from "../../../../src/protocol/rules/report-fields.ts";
import { speak } from "../../../../src/words/speech.ts";
import { emptySheet } from "../../../../src/client/casework/sheets.ts";
import { SHEET_FIELDS } from "../../../../src/web/investigator/judging/fields/sheet-fields.ts";
import {
  PROTECTION_FIELDS,
  type ProtectionContent,
} from "../../../../src/web/investigator/judging/fields/protection-fields.ts";
import {
  faultsIn,
  isSame,
  mergedValue,
  sayField,
  valueAt,
  withValue,
} from "../../../../src/web/investigator/judging/form/record-field.ts";
import { referralFacts } from "../../../../src/web/investigator/judging/protection/referral-facts.ts";
import { NO_DRAFT, typedIn } from "../../../../src/web/investigator/writing/drafts.ts";
import { FORM } from "../../../../src/web/investigator/judging/words.ts";

const fieldOf = (path: string) => {
  const found = [...SHEET_FIELDS, ...PROTECTION_FIELDS].find((field) => field.path.join(".") === path);
  if (found === undefined) throw new Error(path);
  return found;
};

t.test("what was typed into a form counts as a text, one word too; what was chosen does not", (t) => {
  const form = (content: object) => typedIn({ ...NO_DRAFT, forms: { sheet: { after: 0, content } } });
  const sheet = emptySheet(EMPTY_ANSWERS);
  t.same(form(sheet), []);
  t.same(form({ ...sheet, category: "suap", recommendation: { what: "", who: "0af3", until: "2026-12-01" } }), []);
  t.same(form({ ...sheet, summary: "suap" }), ["suap"], "a field that people type into");
  t.same(form({ reason: "Kerabat" }), ["Kerabat"]);
  t.same(typedIn({ ...NO_DRAFT, assigning: "Cuti.", touched: "Nama sama." }), ["Cuti.", "Nama sama."]);
  const drawn = { words: ["satu", "dua"], record: {} as never };
  t.same(typedIn({ ...NO_DRAFT, unnoted: drawn }), ["satu dua"], "words that nobody has noted are nowhere else");
  t.same(typedIn({ ...NO_DRAFT, caseFile: { content: {}, typed: ["Alasan"] } }), ["Alasan"]);
  t.end();
});

t.test("a change reaches its place and no other, and the fields of a sheet are all that it holds", (t) => {
  const sheet = emptySheet(EMPTY_ANSWERS);
  const changed = withValue(sheet, ["scores", "reach"], { score: 3, reason: "Sebab." });
  t.same(valueAt(changed, ["scores", "reach"]), { score: 3, reason: "Sebab." });
  const differing = SHEET_FIELDS.filter((field) => !isSame(field, sheet, changed));
  t.same(
    differing.map(({ path }) => path.join(".")),
    ["scores.reach"],
  );
  const emptied = SHEET_FIELDS.reduce<object>((all, { path }) => withValue(all, path, undefined), sheet);
  t.same(JSON.parse(JSON.stringify(emptied)), { scores: {}, elements: {}, recommendation: {} });
  t.end();
});

t.test("both texts survive a merge, own first; what cannot be joined is chosen", (t) => {
  const sheet = emptySheet(EMPTY_ANSWERS);
  const at = (score: number | null, reason: string) => withValue(sheet, ["scores", "reach"], { score, reason });
  t.same(mergedValue(fieldOf("scores.reach"), at(4, "Satu."), at(2, "Dua.")), { score: 4, reason: "Satu.\n\nDua." });
  t.same(mergedValue(fieldOf("scores.reach"), at(null, ""), at(2, "Dua.")), { score: 2, reason: "Dua." });
  t.same(
    mergedValue(fieldOf("summary"), { ...sheet, summary: "Satu." }, { ...sheet, summary: "Dua." }),
    "Satu.\n\nDua.",
  );
  t.equal(mergedValue(fieldOf("category"), sheet, { ...sheet, category: "suap" }), undefined);
  t.same(mergedValue(fieldOf("threats"), { threats: ["transfer"] }, { threats: ["shunning", "transfer"] }), [
    "transfer",
    "shunning",
  ]);
  t.end();
});

t.test("what is not ready is refused at its field: no reason, too long, unknown to this version", (t) => {
  const sheet = emptySheet(EMPTY_ANSWERS);
  const faultOf = (path: readonly string[], value: unknown) => faultsIn(SHEET_FIELDS, withValue(sheet, path, value));
  t.same(faultsIn(SHEET_FIELDS, sheet), []);
  t.match(faultOf(["scores", "reach"], { score: 1, reason: " " }), [{ text: FORM.reasonMissing }]);
  t.match(faultOf(["summary"], "x".repeat(2_001)), [{ text: FORM.textTooLong }]);
  t.same(faultOf(["summary"], "😀".repeat(2_000)), []);
  t.match(faultOf(["category"], "tambang-ilegal"), [{ text: FORM.choose }]);
  t.end();
});

const CANARY = "kenari-";
const PROTECTION: ProtectionContent = {
  source: 0,
  askedOn: "2026-11-25",
  askedBy: "reporter",
  threats: ["transfer"],
  threat: `${CANARY}ancaman`,
  urgency: "now",
  knownTo: ["superior"],
  known: `${CANARY}tahu`,
  evidence: `${CANARY}bukti`,
  wanted: ["lpsk"],
  wish: `${CANARY}keinginan`,
  never: `${CANARY}jangan`,
  consent: { to: "none", named: `${CANARY}nama`, on: null, withdrawnOn: null },
  contact: { way: "chosen", text: `${CANARY}kontak` },
  assessment: { importance: 3, threat: 4, risk: 4, text: `${CANARY}nilai` },
  measures: [
    { what: `${CANARY}tindakan`, by: `${CANARY}oleh`, on: "2026-11-26", reviewOn: null, result: `${CANARY}hasil` },
  ],
  referrals: [
    {
      to: "lpsk",
      on: null,
      way: `${CANARY}cara`,
      consent: `${CANARY}dasar`,
      documents: `${CANARY}dokumen`,
      answeredOn: null,
      decision: `${CANARY}putusan`,
    },
  ],
  closed: { reason: `${CANARY}tutup`, watchUntil: null },
};
const ROW = { registerNumber: "K7QD-4M2P", arrivedOn: "2026-11-20" };

t.test("a referral sheet holds not one word that anybody typed, unless the reporter wants LPSK to know", (t) => {
  const consents: readonly (readonly [ProtectionContent["consent"], boolean])[] = [
    [{ to: "none", named: "x", on: null, withdrawnOn: null }, false],
    [{ to: "named", named: "x", on: "2026-11-25", withdrawnOn: null }, false],
    [{ to: "lpsk", named: "", on: "2026-11-25", withdrawnOn: "2026-11-26" }, false],
    [{ to: "lpsk", named: "", on: "2026-11-25", withdrawnOn: null }, true],
  ];
  for (const [consent, tells] of consents) {
    const facts = JSON.stringify(referralFacts({ ...PROTECTION, consent }, ROW));
    t.equal(facts.includes(CANARY), tells, JSON.stringify(consent));
    for (const secret of ["nama", "kontak", "tahu", "bukti", "oleh", "dokumen"])
      t.notMatch(facts, CANARY + secret, "and never who the reporter is");
  }
  t.end();
});

t.test("each field of each form is said in words", (t) => {
  const speech = speak("id");
  for (const field of PROTECTION_FIELDS) {
    const text = sayField(field, { ...PROTECTION, closedAs: [PROTECTION.closed] }, speech);
    t.type(text, "string");
    t.notMatch(text, /undefined|\[object/u, field.path.join("."));
  }
  t.equal(sayField(fieldOf("urgency"), PROTECTION, speech), "Segera, dalam 24 jam");
  t.end();
});
