/** A case file made at the desk, in a real browser: recorded first, without the reporter, and of one case alone. */
import t from "tap";
import { checkExport } from "../../../../src/client/case-file/check-export.ts";
import { type ByteSource, readPlainZip } from "../../../../src/client/case-file/plain-zip.ts";
import { DIALOG } from "../../../../src/web/investigator/case-file/words.ts";
import { CASE } from "../../../../src/web/investigator/case/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { speak } from "../../../../src/words/speech.ts";
import { openCase, signIn } from "../../stories/desk.ts";
import { makeCaseFile } from "../../stories/exporting.ts";
import { sendReports } from "../../support/reports.ts";
import { setStage } from "../../support/stage.ts";

t.setTimeout(240_000);
const { say } = speak("id");
const stage = await setStage(t, "chromium");
const REPORTS = ["pertama", "kedua"].map((which) => ({
  title: `Zorwekqiv ${which}`,
  what: `Juxvykxab melihat sendiri uang ${which} diserahkan di ruang arsip.`,
  unitName: `Dinas ${which}`,
}));
await sendReports(stage.site, REPORTS);
const [login] = stage.site.logins;

const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => new Uint8Array(bytes.subarray(offset, offset + length)),
});

t.test("a case file is recorded, made, and checks out; the reporter is in it where somebody chose that", async (t) => {
  const screen = await stage.open();
  await screen.page.goto(`${stage.site.origin}/desk`);
  await signIn(screen, "id", login);
  await openCase(screen, "id", "Zorwekqiv pertama");
  const byDefault = await makeCaseFile(screen, "id");
  t.match(await checkExport(sourceOf(byDefault)), {
    faults: [],
    manifest: { of: "segel/1/case-file", record: /^[0-9a-f]{64}$/u },
    // Its own record alone: who opened the case when stays inside.
    audit: { acts: [{ act: "message", row: { in: "made" } }], origin: `${stage.site.origin}/audit` },
  });
  t.notMatch(byDefault.toString("latin1"), /zorwekqiv|juxvykxab|Dinas pertama/iu);
  t.match(byDefault.toString("latin1"), /Dugaan penyerahan uang/u);
  const whole = await makeCaseFile(screen, "id", { included: true });
  const { faults, audit } = await checkExport(sourceOf(whole));
  t.same(faults, []);
  t.same(
    audit?.acts.map(({ act, row }) => `${act} ${row?.in ?? "-"} ${row?.number ?? 0}`),
    ["open-cases - 0", "message records 1", "message made 0"],
    "the record of the first file is a row of the second, beside its entry",
  );
  t.match(whole.toString("latin1"), /Juxvykxab melihat sendiri uang pertama/u);
  await screen.press(say(FRAME.caseFile));
  await screen.see(`${say(DIALOG.earlier)} (2)`);
  t.same(screen.complaints, []);
});

t.test("attack 60: of two case files made one after the other none holds anything of the other case", async (t) => {
  const screen = await stage.open();
  await screen.page.goto(`${stage.site.origin}/desk`);
  await signIn(screen, "id", login);
  const made: string[] = [];
  for (const title of ["Zorwekqiv pertama", "Zorwekqiv kedua"]) {
    await openCase(screen, "id", title);
    const file = await makeCaseFile(screen, "id", { included: true });
    made.push((await textsOf(file)).join("\n"));
    await screen.press(say(CASE.backLabel));
  }
  const [first = "", second = ""] = made;
  t.match(first, /uang pertama diserahkan/u);
  t.match(second, /uang kedua diserahkan/u);
  t.notMatch(first, /kedua/u);
  t.notMatch(second, /pertama/u);
});

/** What was written into it: the directory is the office's, and the same in both. */
async function textsOf(file: Buffer): Promise<string[]> {
  const entries = await readPlainZip(sourceOf(file));
  return entries
    .filter(({ name }) => name === "document.html" || name === "case.json")
    .map(({ from, size }) => file.subarray(from, from + size).toString("utf8"));
}
