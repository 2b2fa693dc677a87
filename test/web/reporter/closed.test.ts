/** A channel that fewer than two can read today: said before anybody writes, and nothing that was typed is taken away. */
import t from "tap";
import { instant } from "../../../src/client/directory/organisation.ts";
import { HOME } from "../../../src/web/reporter/words/id/home.ts";
import { SCREENS } from "../../../src/web/reporter/words/id/screens.ts";
import { BESIDE } from "../../../src/web/reporter/words/id/beside.ts";
import type { Site } from "../support/site.ts";
import { fillReport } from "../stories/reporter.ts";
import { setStage } from "../support/stage.ts";
import { signedOf } from "../../support/organisation.ts";

t.setTimeout(120_000);

const { problems, refused } = BESIDE;
const stage = await setStage(t, "chromium");

/** The directory as the office would have it a year later, with nobody's entry renewed. */
function expire({ organisation }: Site): Uint8Array {
  const { document } = organisation;
  const validUntil = instant(Date.now() - 86_400_000);
  const validFrom = instant(Date.now() - 9 * 86_400_000);
  // All but those who say that the directory holds: of each channel one reader is left at the most.
  const stays = [organisation.lead, organisation.administrator].map(({ entry }) => entry.id);
  const members = document.members.map((entry) =>
    stays.includes(entry.id) ? entry : { ...entry, validFrom, validUntil },
  );
  return Buffer.from(JSON.stringify({ chain: [signedOf(organisation, { ...document, members })] }));
}

/** A page whose list of recipients says that the channel is closed, at once or when the test lets it arrive. */
function setClosedStage() {
  const closed = expire(stage.site);
  let arrives: Promise<unknown> = Promise.resolve();
  stage.recorder.onward = async ({ url }) => {
    if (!url.includes("/api/directory")) return undefined;
    await arrives;
    return { alter: () => Buffer.from(closed) };
  };
  const holdBack = (): (() => void) => {
    let letArrive = () => {};
    arrives = new Promise<void>((resolve) => (letArrive = resolve));
    return letArrive;
  };
  return { ...stage, holdBack };
}

t.test("a closed channel is said at once; who has typed already keeps it, and is told before sending", async (t) => {
  const { site, holdBack } = setClosedStage();
  const screen = await stage.open();
  await screen.page.goto(site.origin);
  await screen.press(HOME.report);
  await screen.seeHeading(refused.closed);
  await screen.see(problems["channel-closed"]);

  const letArrive = holdBack();
  await screen.page.goto(site.origin);
  await fillReport(screen, "id", { unit: "Unit Contoh", what: "Uraian contoh." }, { until: "files" });
  letArrive();
  await screen.press(SCREENS.next);
  await screen.seeHeading(SCREENS.readers.title);
  await screen.see(problems["channel-closed"]);
  await screen.press(SCREENS.next);
  t.equal(
    await screen.page.evaluate(() => document.activeElement?.textContent),
    problems["channel-closed"],
    "who goes on is led to the reason",
  );
  t.equal(stage.countSent(), 0);
});

t.test("attack 1: a list of readers that the roots have not signed is said before anything is typed", async (t) => {
  const { site, recorder, open, countSent } = stage;
  const [one, ...others] = site.organisation.document.members;
  const members = [{ ...one, sealingKey: others[0]?.sealingKey }, ...others];
  const document = JSON.stringify({ ...site.organisation.document, members });
  const alter = () => Buffer.from(JSON.stringify({ chain: [{ ...site.organisation.signed, document }] }));
  recorder.onward = ({ url }) => (url.includes("/api/directory") ? { alter } : undefined);
  const screen = await open();
  await screen.page.goto(site.origin);
  await screen.press(HOME.report);
  await screen.seeHeading(refused.closed);
  await screen.see(problems.directory);
  t.equal(countSent(), 0);
});

t.test("who has typed on the first step while the list was on its way stays there", async (t) => {
  const letArrive = setClosedStage().holdBack();
  const screen = await stage.open();
  await screen.page.goto(stage.site.origin);
  await screen.press(HOME.report);
  await screen.fill(SCREENS.fields.what, "Uraian contoh.");
  const answer = screen.page.waitForResponse((response) => response.url().includes("/api/directory"));
  letArrive();
  await answer;
  await new Promise((resolve) => setTimeout(resolve, 500));
  await screen.see(SCREENS.what.title);
  const typed = await screen.page.$$eval("textarea", (all) => all.map(({ value }) => value));
  t.ok(typed.includes("Uraian contoh."));
});
