/** The evaluation in a real browser: evidence with its paper, enclosed and signed; the class of a finding, counted. */
import * as fs from "node:fs/promises";
import * as os from "node:os";
import path from "node:path";
import t from "tap";
import { checkExport } from "../../src/client/case-file/check-export.ts";
import { ENCLOSING, ENTRY, EVALUATING } from "../../src/web/investigator/evaluating/words.ts";
import { FIGURES } from "../../src/web/investigator/figures/words.ts";
import { PANEL, RESULT } from "../../src/web/investigator/judging/words.ts";
import { FRAME, PLACES } from "../../src/web/investigator/parts/words.ts";
import { RESULT_NAMES } from "../../src/words/judging.ts";
import { LANGUAGE_CODES } from "../../src/words/languages.ts";
import { speak } from "../../src/words/speech.ts";
import { enrolLead, openCase, signIn } from "./stories/desk.ts";
import { preferLanguage } from "./support/browsers.ts";
import { catchDownloads } from "./support/places.ts";
import { sendReports } from "./support/reports.ts";
import { checkScreen } from "./support/screen-checks.ts";
import { startSite } from "./support/site.ts";
import { setStageAt } from "./support/stage.ts";
import { savedBy } from "./support/sticks.ts";

t.setTimeout(480_000);

for (const language of LANGUAGE_CODES)
  t.test(`evidence is written down, enclosed and signed: ${language}`, async (t) => {
    const { say } = speak(language);
    const site = await startSite(t);
    await sendReports(site, [{ title: "Uang pelicin", category: "suap", unitName: "Dinas Perizinan" }]);
    const login = await enrolLead(site);
    const screen = await (await setStageAt(t, site, "chromium")).open((page) => preferLanguage(page, language));
    const { page } = screen;
    await page.goto(`${site.origin}/desk`);
    await signIn(screen, language, login);
    await screen.press(say(FRAME.understood));

    await openCase(screen, language, "Uang pelicin");
    await screen.press(say(PANEL.resultNew));
    await screen.see(say(RESULT.lead));
    await screen.select(say(RESULT.class), "administrative-fault-loss");
    await screen.see("UU 30/2014, Pasal 20");
    await screen.paste(say(RESULT.reason), "Selisih kas Rp12 juta.");
    await checkScreen(t, "result", screen);
    await screen.press(say(RESULT.save));
    await screen.see(say(PANEL.result, { result: say(RESULT_NAMES["administrative-fault-loss"]) }));

    await screen.press(say(PLACES.figures));
    await screen.see(say(FIGURES.results));
    await screen.see(say(RESULT_NAMES["administrative-fault-loss"]));
    await checkScreen(t, "figures", screen);

    const folder = await fs.mkdtemp(path.join(os.tmpdir(), "segel-evidence-"));
    t.teardown(() => fs.rm(folder, { recursive: true, force: true }));
    await fs.mkdir(path.join(folder, "lain"));
    const write = async (name: string, text: string): Promise<string> => {
      await fs.writeFile(path.join(folder, name), text);
      return path.join(folder, name);
    };
    await screen.press(say(PLACES.evaluation));
    await screen.see(say(EVALUATING.outputs));
    await screen.press(`${say(EVALUATING.add)}: ${say(EVALUATING.evidence)}`);
    await screen.select(say(ENTRY.kind), "appointment");
    await screen.paste(say(ENTRY.evidence), "SK Inspektur 12/2026");
    await screen.press(say(EVALUATING.save));
    await screen.see(say(ENCLOSING.title));
    const choose = async (button: string, file: string): Promise<void> => {
      const [chooser] = await Promise.all([page.waitForFileChooser(), screen.press(button)]);
      await chooser.accept([file]);
    };
    const chooseFor = say(ENCLOSING.chooseFor, { what: "SK Inspektur 12/2026" });
    await choose(chooseFor, await write("SK Inspektur.txt", "Menunjuk pengelola."));
    await screen.see(say(ENCLOSING.count, { ready: "1", named: "1" }));
    await choose(chooseFor, await write("lain/SK Inspektur.txt", "Isi yang diganti."));
    await screen.see(say(ENCLOSING.other, { name: "SK Inspektur.txt" }));
    await checkScreen(t, "evaluation", screen);

    await catchDownloads(screen);
    await screen.press(say(EVALUATING.folder));
    const bytes = new Uint8Array(await savedBy(screen));
    const checked = await checkExport({
      size: bytes.length,
      read: async (offset, length) => bytes.slice(offset, offset + length),
    });
    t.same(checked.faults, []);
    t.ok(checked.manifest?.entries.some(({ name }) => name === "wbs-a/bukti-01-sk-inspektur.txt"));
    t.ok(Buffer.from(bytes).includes("Menunjuk pengelola.") && !Buffer.from(bytes).includes("Isi yang diganti"));

    // Another day, with nothing chosen yet: the file of then is known, whichever evidence it belongs to.
    await page.reload();
    await signIn(screen, language, login);
    await screen.press(say(PLACES.evaluation));
    await screen.see(say(ENCLOSING.count, { ready: "0", named: "1" }));
    await choose(say(ENCLOSING.again), await write("lain.txt", "Bukan bukti."));
    await screen.see(say(ENCLOSING.unknown, { names: "lain.txt" }));
    await choose(say(ENCLOSING.again), await write("diganti namanya.txt", "Menunjuk pengelola."));
    await screen.see(say(ENCLOSING.count, { ready: "1", named: "1" }));
  });
