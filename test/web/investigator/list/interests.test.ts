/** The register of declared interests, as spreadsheets read it. */
import t from "tap";
import { speak } from "../../../../src/words/speech.ts";
import { csvOf } from "../../../../src/client/sheets/csv.ts";
import { registerSheet } from "../../../../src/web/investigator/people/interests/register-sheet.ts";

const DECLARED = {
  id: "0011223344556677",
  kind: "family",
  nature: "actual",
  unit: 'Dinas "Perizinan", Kota Uji',
  person: "=HYPERLINK(1)",
  note: "baris satu\nbaris dua",
  since: null,
  declared: "2026-11-29",
  ended: null,
};

t.test("the register names everybody, also who declared nothing, and no cell of it is a formula", (t) => {
  const one = {
    memberId: "aa",
    names: { id: "Ani", en: "Ani" },
    version: 2,
    sealedTo: [],
    isSealedToOwn: true,
    alarm: undefined,
  };
  const starts = ["=1+1", "+1", "-1", "@x", "\tx", "\rx"];
  const sheet = registerSheet(
    [
      { ...one, interests: [DECLARED, ...starts.map((unit) => ({ ...DECLARED, unit, person: "", note: "" }))] },
      { ...one, memberId: "bb", names: { id: "-Budi", en: "-Budi" }, version: 0, interests: [], alarm: "altered" },
    ],
    speak("en"),
  );
  const csv = new TextDecoder("utf-8", { ignoreBOM: true }).decode(csvOf(sheet));
  t.ok(csv.startsWith("\uFEFFMember,Member number,Version,"), "with its mark, for Excel");
  t.match(csv, `Family,actual,"Dinas ""Perizinan"", Kota Uji",'=HYPERLINK(1),,2026-11-29,,"baris satu\nbaris dua"\r\n`);
  for (const start of starts)
    t.ok(csv.includes(/[\t\r]/u.test(start) ? `"'${start}"` : `,'${start},`), JSON.stringify(start));
  t.match(csv, /\r\n'-Budi,bb,0,"What the server shows is not genuine[^\n]*",Nothing declared,,,,,,,\r\n$/u);
  t.notMatch(csv, /(^|,|\n)"?[=+\-@\t]/u);
  t.end();
});
