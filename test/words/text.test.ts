import t from "tap";
import { fill, fullDayIn } from "../../src/words/speech.ts";
import { preferredLanguage } from "../../src/words/languages.ts";
import { together } from "../../src/words/text.ts";
import { shortUnitName } from "../../src/words/unit-names.ts";

t.test(
  "a sentence is filled in, numbers as the language writes them, and a place without a value stays in sight",
  (t) => {
    t.equal(fill("{n} kasus di {unit}", { n: 12_000, unit: "Dinas" }, "id"), "12.000 kasus di Dinas");
    t.equal(fill("{n} cases in {unit}", { n: 12_000 }, "en"), "12,000 cases in {unit}");
    t.end();
  },
);

t.test("the number n chooses the form, by the language's own rules", (t) => {
  const cases = { one: "one case", other: "{n} cases" };
  t.equal(fill(cases, { n: 1 }, "en"), "one case");
  t.equal(fill(cases, { n: 2 }, "en"), "2 cases");
  t.equal(fill(cases, { n: 1 }, "id"), "1 cases", "Indonesian has one form");
  t.equal(fill(cases, {}, "en"), "{n} cases");
  t.end();
});

t.test("tables of all languages are joined sentence by sentence", (t) => {
  const id = { title: "Kasus", more: { count: "{n} kasus" } } as const;
  const en = { title: "Cases", more: { count: { one: "1 case", other: "{n} cases" } } };
  t.same(together({ id, en }), {
    title: { id: "Kasus", en: "Cases" },
    more: { count: { id: "{n} kasus", en: { one: "1 case", other: "{n} cases" } } },
  });
  t.end();
});

t.test("people get the first language that they ask for and we speak, else Indonesian", (t) => {
  t.equal(preferredLanguage(["fr-FR", "en-US", "id"]), "en");
  t.equal(preferredLanguage(["en_GB.UTF-8"]), "en");
  t.equal(preferredLanguage(["C"]), "id");
  t.equal(preferredLanguage(["enm", ""]), "id");
  t.end();
});

t.test("a chosen day is said with its weekday, as the language writes it", (t) => {
  t.equal(fullDayIn("2026-11-29", "id"), "Minggu, 29 November 2026");
  t.match(fullDayIn("2026-11-29", "en"), /^Sunday,? 29 November 2026$/u);
  t.end();
});

t.test("a unit is written short as offices do, and what has no short form stays as it was written", (t) => {
  t.equal(shortUnitName("Dinas Contoh, Kabupaten Antah Berantah"), "Dinas Contoh, Kab. Antah Berantah");
  t.equal(shortUnitName("RUMAH SAKIT UMUM DAERAH Rekaan"), "RSUD Rekaan");
  t.equal(shortUnitName("Direktorat Jenderal Umpama, Kantor Wilayah Barat"), "Ditjen Umpama, Kanwil Barat");
  for (const as of ["Kebagian Contoh", "مكتب خدمات", "Port Services Unit", ""]) t.equal(shortUnitName(as), as);
  t.end();
});
