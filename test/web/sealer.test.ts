/** The page without a network, as anybody gets it from the reporting page and opens it from a stick. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import { SEALER } from "../../src/web/reporter/words/id/sealer.ts";
import { CARRYING, HOME } from "../../src/web/reporter/words.ts";
import { SEALER_NAME } from "../../src/protocol/sealer-file.ts";
import { openArrivals } from "./support/arrivals.ts";
import { downloadsInto, waitForFile } from "./support/places.ts";
import { findForeign, findSecret } from "./support/recorder.ts";
import { setStage } from "./support/stage.ts";
import { comeBack } from "./stories/reporter.ts";
import { chooseSealed, handIn, sealWithoutNetwork } from "./stories/sealer.ts";

t.setTimeout(240_000);

const CANARY = "kenari-tanpa-jaringan é77";
const WRITING = { unit: "Unit Contoh", what: `Uraian ${CANARY}.` };
const { done, why } = CARRYING.id;

t.test("a report is sealed offline, carried by somebody else, read by a member, and its words lead back", async (t) => {
  const stage = await setStage(t, "chromium");
  const { site, recorder } = stage;
  const screen = await stage.open();
  const folder = await downloadsInto(t, stage, screen);
  await screen.page.goto(site.origin);
  await screen.press(HOME.id.carry);
  await screen.press(CARRYING.id.get);
  await waitForFile(folder, SEALER_NAME);
  // What it loads behind the screens is its own, and may come late.
  await screen.page.goto("about:blank");

  const writer = await stage.open();
  const saved = await downloadsInto(t, stage, writer);
  await writer.page.setOfflineMode(true);
  const before = recorder.requests.length;
  const words = await sealWithoutNetwork(writer, path.join(folder, SEALER_NAME), WRITING);
  await writer.press(SEALER.save.done);
  await writer.see(SEALER.save.notSaved);
  await writer.press(SEALER.save.save);
  const sealed = await waitForFile(saved, SEALER.save.fileName);
  await writer.press(SEALER.save.done);
  await writer.seeHeading(SEALER.done.title);
  // One alone may stand in any sentence.
  t.notMatch(await writer.readAll(), new RegExp(words.slice(0, 3).join("\\W+"), "u"), "the words are gone");
  const since = recorder.requests.slice(before);
  t.same(findForeign(since, site.origin), [], "nothing was asked of anybody");
  t.notOk(
    since.some(({ url }) => url.startsWith(site.origin)),
    "the office neither",
  );
  t.same(writer.complaints, []);
  t.equal(await stage.countReports(), 0, "and nobody has it");
  for (const secret of [CANARY, WRITING.unit, words.slice(0, 3).join(" ")])
    t.notOk(sealed.includes(secret), "whoever carries it reads nothing");

  const file = path.join(saved, SEALER.save.fileName);
  await handIn(screen, site.origin, file, done);
  await chooseSealed(screen, file, done);
  t.equal(await stage.countReports(), 1, "handed in twice it is one report");
  await fs.writeFile(file, sealed.subarray(0, -1));
  await chooseSealed(screen, file, why["damaged-report"]);
  await chooseSealed(screen, path.join(folder, SEALER_NAME), why["no-sealed-report"]);
  t.same(findSecret(recorder.requests, CANARY), [], "nothing of it is in any request");
  t.same(screen.complaints, []);

  const { file: arrived } = await openArrivals(site);
  t.equal(arrived.opened.answers.what, WRITING.what, "a member reads it");
  t.same(arrived.opened.records, [], "as its reporter's own, marked with nobody");
  await screen.page.goto(site.origin);
  await comeBack(screen, "id", words);
  t.pass("the words open the case");

  const page = await fs.readFile(path.join(folder, SEALER_NAME), "utf8");
  const other = path.join(folder, "altered.html");
  await fs.writeFile(
    other,
    page.replace(/(signature\\?":\\?")(.)/u, (_, before, sign) => before + (sign === "A" ? "B" : "A")),
  );
  await writer.page.goto(pathToFileURL(other).href);
  await writer.see(SEALER.fails);
  t.notOk(await writer.has("button", SEALER.begin), "readers that nobody signed: nothing can be typed");
});
