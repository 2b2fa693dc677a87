import { writeFile } from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { readReports } from "../../../../src/cli/commands/report-file.ts";
import { FIELDS, FIELD_CODES, type Field, type FieldKind } from "../../../../src/protocol/rules/report-fields.ts";
import { CATEGORY_NAMES } from "../../../../src/words/glossary.ts";
import { speak } from "../../../../src/words/speech.ts";
import { openCase, signIn } from "../../stories/desk.ts";
import { sendReports } from "../../support/reports.ts";
import { setStage } from "../../support/stage.ts";

t.setTimeout(240_000);

const { say } = speak("id");

/** An answer of each kind, as the file of a report has it and as the desk shows it. */
const FILLED: Readonly<Record<FieldKind, (field: Field) => readonly [answer: unknown, shown: string]>> = {
  category: () => ["pembalasan-pelapor", say(CATEGORY_NAMES["pembalasan-pelapor"])],
  line: (field) => [`Jawaban untuk ${field}`, `Jawaban untuk ${field}`],
  text: (field) => [`Jawaban untuk ${field},\n\tdua baris`, `Jawaban untuk ${field},\n\tdua baris`],
  amount: () => [1_234_567, "Rp1.234.567"],
  language: () => ["ar", "ar"],
};

t.test("whatever a report can answer is seen at the desk", async (t) => {
  const filled = FIELD_CODES.map((field) => [field, ...FILLED[FIELDS[field].kind](field)] as const);
  const file = path.join(t.testdir({}), "report.json");
  await writeFile(file, JSON.stringify(Object.fromEntries(filled)));
  const [report] = await readReports(file, () => "");
  if (report === undefined || !("answers" in report)) throw new Error("the file holds a report");
  const stage = await setStage(t, "chromium");
  await sendReports(stage.site, [report.answers]);
  const screen = await stage.open();
  const { page } = screen;
  await page.goto(`${stage.site.origin}/desk`);
  await signIn(screen, "id", stage.site.logins[0]);
  await openCase(screen, "id", report.answers.title);
  const seen = await page.$$eval(".case-head bdi, .case-head li, .report .typed", (parts) =>
    parts.map((part) => part.textContent),
  );
  const languages = await page.$$eval(".report .typed[lang]", (parts) =>
    parts.map((part) => part.getAttribute("lang")),
  );
  for (const [field, , shown] of filled) t.ok([...seen, ...languages].includes(shown), field);
});
