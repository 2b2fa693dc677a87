/**
 * A quarter of forty cases is closed and proved: every number on the list, in the figures, in the worksheet, on the public
 * page and in the audit trail is the one that follows from the story's own table. The work was done by programs
 * (`proof/quarter.ts`); what proves it is pressed by a person in a browser.
 */
import * as fs from "node:fs/promises";
import path from "node:path";
import type { Browser } from "puppeteer-core";
import type { Test } from "tap";
import { rootsOf } from "../../../src/client/directory/organisation.ts";
import { periodError } from "../../../src/protocol/publishing/chain.ts";
import { daysOf } from "../../../src/protocol/publishing/period.ts";
import { today } from "../../../src/server/services/common/today.ts";
import { CASE } from "../../../src/web/investigator/case/words.ts";
import { EVALUATING } from "../../../src/web/investigator/evaluating/words.ts";
import { FIGURES } from "../../../src/web/investigator/figures/words.ts";
import { VIEW_NAMES } from "../../../src/web/investigator/list/words.ts";
import { FRAME, PLACES } from "../../../src/web/investigator/parts/words.ts";
import { PUBLISHING } from "../../../src/web/investigator/publishing/words.ts";
import { SHEETS } from "../../../src/web/investigator/sheets/words.ts";
import * as pageInEnglish from "../../../src/web/reporter/words/en/figures.ts";
import * as pageInIndonesian from "../../../src/web/reporter/words/id/figures.ts";
import type { Language } from "../../../src/words/languages.ts";
import { PUBLISHED } from "../../../src/words/published.ts";
import { speak } from "../../../src/words/speech.ts";
import { callSegel, makeFolder } from "../../cli/programs.ts";
import { ROOTS } from "../../support/pages.ts";
import { pastQuarter } from "../../support/proof/published.ts";
import { openPage } from "../support/browsers.ts";
import { moveClock } from "../support/moved-clock.ts";
import { catchDownloads } from "../support/places.ts";
import { type Screen, screenOf } from "../support/screen.ts";
import { startSite } from "../support/site.ts";
import { tablesInWorkbook, tablesOn } from "../support/tables.ts";
import { savedBy } from "../support/sticks.ts";
import { waitForElement } from "../support/wait.ts";
import { openCase, signIn, typeWords } from "./desk.ts";
import { makeCaseFile } from "./exporting.ts";
import { DESK, same } from "./proof/agree.ts";
import { redOnceChanged, verified } from "./proof/broken.ts";
import { checkAllInOne, checkFigures, checkKeyNumbers } from "./proof/desk-figures.ts";
import { expectedOf } from "./proof/expected.ts";
import { CASES } from "./proof/forty-cases.ts";
import { handedOnIn } from "./proof/hand-overs.ts";
import { checkList } from "./proof/list.ts";
import { OFFICE, channelIdsOf, organise } from "./proof/office.ts";
import { type Telling, checkCsv, checkFile, checkPage } from "./proof/published.ts";
import { enrolAs, moveTo, noteAct, workThrough } from "./proof/quarter.ts";
import { toldOf } from "./proof/told.ts";
import { type Verdict, checkTrail, checkTrailScreen, leavesIn } from "./proof/trail.ts";
import { checkReport, checkWorksheet } from "./proof/worksheet.ts";
import { prepareFigures } from "./publishing-screens.ts";
import type { Told } from "./roundtrip.ts";

const { say } = speak(DESK);
const PAGE_WORDS = { id: pageInIndonesian.FIGURES, en: pageInEnglish.FIGURES } as const;

const ROMAN = ["I", "II", "III", "IV"];
const EXPORTED = [0, 7, 16].map((at) => CASES[at]).filter((one) => one !== undefined);

export async function playProof(
  open: () => Promise<Browser>,
  language: Language,
  told: Told,
  ends: Pick<Test, "teardown">,
): Promise<void> {
  const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const result = await work();
    told(name, performance.now() - began);
    return result;
  };
  // The newest quarter of which figures may be published.
  const back = periodError([], pastQuarter(1), today()) === undefined ? 1 : 2;
  const period = pastQuarter(back);
  const { from, until } = daysOf(period);
  const expected = expectedOf(from, today());
  same("the table's quarter", Object.keys(expected.byMonth).length, 3);

  const { site, office, custodian } = await step(`an office is founded, as on ${from}`, async () => {
    ends.teardown(() => moveClock(0));
    moveTo(from, "08:00");
    const founded = await startSite(ends, { since: Date.now(), organise, office: OFFICE });
    const { lead, administrator, custodians, investigators } = founded.organisation;
    const [first, third] = [custodians[0], investigators[2]];
    if (first === undefined || third === undefined) throw new Error("an organisation has three of each");
    const leader = await enrolAs(founded, lead, "penanggung-jawab");
    const stewards = [leader, await enrolAs(founded, administrator, "administrator")] as const;
    return {
      site: founded,
      office: {
        ...founded,
        investigators: [...founded.logins, await enrolAs(founded, third, "pemeriksa-tiga")],
        stewards,
      },
      custodian: await enrolAs(founded, first, "kustodian"),
    };
  });
  const { organisation } = site;
  const [leader] = office.stewards;
  const lead = { id: leader.member.entry.id };
  const tally = await step(`forty reports come from ${from} to ${until} and are worked on`, () =>
    workThrough(office, from),
  );
  const folder = await makeFolder(ends);
  const roots = path.join(folder, "roots.json");
  await fs.writeFile(roots, JSON.stringify(rootsOf(ROOTS, 1)));

  const browser = await open();
  const complaints: string[][] = [];
  const openAt = async (address: string): Promise<Screen> => {
    const { page, complaints: heard } = await openPage(browser);
    complaints.push(heard);
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(site.origin + address);
    return screenOf(page);
  };

  const desk = await step("the lead signs in", async () => {
    const screen = await openAt("/desk");
    await signIn(screen, DESK, leader);
    await screen.press(say(FRAME.understood));
    noteAct(tally, lead, "open-cases");
    return screen;
  });
  await step("the list shows all forty, as they stand, whose they are and what is late", () =>
    checkList(desk, expected, tally, organisation),
  );

  await step("the figures of the quarter are the same, also in the workbook that is saved of them", async () => {
    await desk.press(say(PLACES.figures));
    for (let quarter = 0; quarter < back; quarter++) await desk.press(say(FIGURES.earlier));
    await desk.see(say(FIGURES.whereNow, { n: expected.total.received }));
    await desk.seeNoMore(say(FIGURES.unopenedText));
    checkFigures(await tablesOn(desk.page), expected, "on the screen");
    await checkKeyNumbers(desk.page, expected);
    same("nothing disagrees", await desk.has("text", say(FIGURES.disagreeText)), false);
    await desk.press(say(FIGURES.save));
    const sheets = tablesInWorkbook(await saved(desk, say(SHEETS.workbook)));
    checkFigures(sheets, expected, "in the workbook");
    checkAllInOne(sheets, expected);
    noteAct(tally, lead, "decide-document");
  });

  await step("worksheet and report for evaluators hold the same, and no word of a reporter", async () => {
    await desk.press(say(PLACES.evaluation));
    for (let quarter = 0; quarter < back; quarter++) await desk.press(say(FIGURES.earlier));
    await desk.see(say(EVALUATING.outputs));
    const workbook = await saved(desk, say(EVALUATING.sheet));
    checkWorksheet(tablesInWorkbook(workbook), expected, handedOnIn(from));
    const report = await saved(desk, say(EVALUATING.report));
    const paper = await openPage(browser);
    await paper.page.setContent(report.toString("utf8"));
    checkReport(await tablesOn(paper.page), expected, handedOnIn(from));
    // Each of the two was written down before it was made.
    for (const _ of [workbook, report]) noteAct(tally, lead, "decide-document");
    await paper.page.close();
    await desk.page.bringToFront();
    tellsNoReporter("the report", report);
    tellsNoReporter("the worksheet", Buffer.from(JSON.stringify([...tablesInWorkbook(workbook)])));
    await desk.press(say(PLACES.cases));
  });

  await step("three case files are made, and hold until a byte of them is another", async () => {
    for (const [at, one] of EXPORTED.entries()) {
      await desk.press(say(VIEW_NAMES.done));
      await openCase(desk, DESK, one.title);
      const made = await makeCaseFile(desk, DESK);
      noteAct(tally, lead, "message");
      const register = [...tally.cases].find(([, each]) => each === one)?.[0] ?? "";
      tally.written.set(register, (tally.written.get(register) ?? 0) + 1);
      const file = path.join(folder, `kasus-${at}.zip`);
      await fs.writeFile(file, made);
      const checked = (await verified("a case file", ["verify-export", file])) as {
        readonly faults: unknown[];
        readonly of: string;
        readonly by: { readonly id: string };
        readonly audit: { readonly acts: readonly { readonly act: string; readonly by: string }[] };
      };
      same(
        "the case file",
        [checked.faults, checked.of, checked.by.id, checked.audit.acts.map(({ act, by }) => [act, by])],
        // Of its acts its own record alone: the hours of the others could tell when the reporter wrote.
        [[], "segel/1/case-file", lead.id, [["message", lead.id]]],
      );
      tellsNoReporter("the case file", made);
      await redOnceChanged(file, ["verify-export", file]);
      await desk.press(say(CASE.backLabel));
    }
  });

  await step("the lead prepares what everybody may know, a custodian signs it too", async () => {
    await prepareFigures(desk, DESK, period);
    await desk.press(say(PUBLISHING.sign));
    await desk.see(say(PUBLISHING.proposed));
    noteAct(tally, lead, "propose-figures");
    const second = await openAt("/desk");
    await typeWords(second, DESK, custodian);
    await second.see(say(PUBLISHING.preview));
    await second.press(say(PUBLISHING.confirm));
    await second.see(say(PUBLISHING.confirmed));
    noteAct(tally, { id: custodian.member.entry.id }, "publish-figures");
  });

  await step("the public page, its table and its file tell what the rule lets them, and of a few nothing", async () => {
    const channelIds = channelIdsOf(organisation);
    const telling: Telling = { expected, told: toldOf(expected, channelIds), channelIds, language };
    const words = PAGE_WORDS[language === "id" ? "id" : "en"];
    const screen = await openAt(language === "id" ? "/angka" : `/${language}/figures`);
    await waitForElement(screen.page, "[data-result=genuine]");
    await checkPage(screen.page, telling);
    const [year = "", part = ""] = period.split("-Q");
    const quarter = speak(language).say(PUBLISHED.quarter, {
      number: part,
      roman: ROMAN[Number(part) - 1] ?? "",
      year,
    });
    checkCsv(await saved(screen, words.csv), telling, quarter);
    const made = await saved(screen, words.json);
    checkFile(made, telling);
    const file = path.join(folder, "angka.json");
    await fs.writeFile(file, made);
    const args = ["figures", "verify", file, "--roots", roots];
    const { genuine } = (await verified("the public file", args)) as { readonly genuine: readonly unknown[] };
    same("what of the public file is genuine", genuine.length, 1);
    // Of the snapshot and of both signatures each byte counts.
    await redOnceChanged(file, args, /"(?:document|signature)": "(?:[^"\\]|\\.)*(?=[^]*"directories": \[)/gu);
    for (const [where, bytes] of [
      ["the public page", Buffer.from(await screen.page.content())],
      ["its file", made],
    ] as const)
      tellsNoReporter(where, bytes);
  });

  await step("the audit trail, at the desk and without the server, counts what was done", async () => {
    const file = path.join(folder, "jejak.txt");
    const exported = await callSegel(["audit", "export", file, "--origin", site.origin, "--roots", roots, "--json"], {
      env: { SEGEL_HOME: folder },
      input: `${leader.name}\n${leader.passphrase}\n`,
    });
    same(`segel audit export, ${exported.err}`, exported.code, 0);
    const trail = await fs.readFile(file);
    const leaves = leavesIn(trail);
    checkTrail((await verified("the trail", ["audit", "verify", file])) as Verdict, leaves, tally);
    await redOnceChanged(file, ["audit", "verify", file]);
    tellsNoReporter("the trail", trail);
    await desk.page.bringToFront();
    await desk.page.keyboard.press("Escape");
    await desk.press(say(PLACES.cases));
    await checkTrailScreen(desk, leaves, tally, organisation);
  });
  const heard = complaints.flat().filter((complaint) => !complaint.includes("Permissions-Policy"));
  same("complaints of the browser", heard, []);
}

async function saved(screen: Screen, button: string): Promise<Buffer> {
  await catchDownloads(screen);
  await screen.press(button);
  return savedBy(screen);
}

function tellsNoReporter(where: string, content: Buffer): void {
  const text = content.toString("latin1").toLowerCase();
  for (const { canary } of CASES)
    if (text.includes(canary.toLowerCase())) throw new Error(`${where} holds a reporter's word: ${canary}`);
}
