/**
 * Nobody has said for weeks that the directory holds: the page closes kindly, and two clicks bring it back. Then somebody
 * goes: from a tick on the screen over a root holder's signature to the directory that everybody gets, to new keys for all
 * open cases and the sheet of what that person could still know.
 */
import t from "tap";
import { encodeSignature, signRequest } from "../../../../src/client/ceremony/root.ts";
import { readRequest } from "../../../../src/client/ceremony/request.ts";
import { stateFreshness } from "../../../../src/client/directory/organisation.ts";
import type { SignedDirectory } from "../../../../src/protocol/directory/directory.ts";
import { connect } from "../../../../src/client/line/http.ts";
import { enrol } from "../../../../src/client/member/entry/sign-in.ts";
import { sentenceOf } from "../../../../src/words/changes.ts";
import { DIRECTORY_FAILURES, REFUSALS } from "../../../../src/words/failures.ts";
import { speak } from "../../../../src/words/speech.ts";
import { BACK, REQUEST, ROSTER } from "../../../../src/web/investigator/office/roster/words.ts";
import { OFFICE } from "../../../../src/web/investigator/office/words.ts";
import { JOINING } from "../../../../src/web/investigator/entrance/joining/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { HOME } from "../../../../src/web/reporter/words/id/home.ts";
import { SCREENS } from "../../../../src/web/reporter/words/id/screens.ts";
import { BESIDE } from "../../../../src/web/reporter/words/id/beside.ts";
import { LEFT } from "../../../../src/web/investigator/leaving/words.ts";
import { KNOWN, PASS } from "../../../../src/web/investigator/leaving/pass/words.ts";
import { findBarriers } from "../../support/looks.ts";
import { typeWords } from "../../stories/desk.ts";
import { fillReport } from "../../stories/reporter.ts";
import { pickNamed } from "../../support/screen.ts";
import { CHANNELS } from "../../../../src/web/investigator/office/channels/words.ts";
import { makeKeysAt } from "../../support/joining.ts";
import { sendReports } from "../../support/reports.ts";
import { catchDownloads } from "../../support/places.ts";
import { type Login, startSite } from "../../support/site.ts";
import { setStageAt } from "../../support/stage.ts";
import { giveFiles, savedBy } from "../../support/sticks.ts";
import { waitUntilGone } from "../../support/wait.ts";
import { ROOT_SEED } from "../../../support/pages.ts";

t.setTimeout(120_000);
const { say, day, today } = speak("id");
const DAY_MS = 86_400_000;

/** As root holders read it too */
const GOES = sentenceOf({ code: "member-goes", values: { names: { names: { id: "Pemeriksa 3" } } } }, speak("id"));
const site = await startSite(t, { since: Date.now() - 40 * DAY_MS });
const { lead, administrator } = site.organisation;
const steward = { name: "penanggung-jawab", passphrase: "enam kata yang tidak menjaga apa pun", member: lead };
const other = { name: "administrator", passphrase: "kata lain yang juga tidak menjaga apa pun", member: administrator };
for (const { name, passphrase, member } of [steward, other])
  await enrol(connect(site.origin), member, { name, passphrase });
const stage = await setStageAt(t, site, "chromium");
const desk = await stage.open();

async function enter(login: Pick<Login, "name" | "passphrase">): Promise<void> {
  await desk.page.goto(`${site.origin}/desk`);
  await typeWords(desk, "id", login);
}

t.test(
  "a statement that lapsed closes the reporter's page kindly, and two stewards open it with a click each",
  async (t) => {
    const reporter = await stage.open();
    await reporter.page.goto(site.origin);
    await reporter.press(HOME.report);
    await reporter.seeHeading(BESIDE.refused.closed);

    await enter(site.logins[0]);
    await desk.see(say(DIRECTORY_FAILURES["statement-lapsed"].happened));
    t.equal(await desk.page.$(".statement"), null, "an investigator cannot state anything");
    await enter(steward);
    await desk.press(say(OFFICE.confirm));
    await desk.see(say(OFFICE.signed));
    await enter(other);
    await desk.press(say(OFFICE.signToo));
    await desk.see(say(OFFICE.signIn));
    await enter(site.logins[0]);
    await desk.see(say(FRAME.lockNow));

    await reporter.page.goto(site.origin);
    await reporter.press(HOME.report);
    await reporter.seeHeading(SCREENS.what.title);
    t.same(reporter.complaints, []);
  },
);

t.test(
  "somebody comes and somebody goes: asked, signed by a root, read and signed by a second steward, published",
  async (t) => {
    await sendReports(site, [{}, { title: "Kasus kedua" }]);
    const newcomer = await stage.open();
    await newcomer.page.goto(`${site.origin}/desk`);
    const words = await makeKeysAt(newcomer, { fullName: "Orang Keempat", name: "keempat" });
    await catchDownloads(newcomer);
    await newcomer.press(say(JOINING.save));
    const joiner = await savedBy(newcomer);
    const signInAsNewcomer = async () => {
      await newcomer.page.goto(`${site.origin}/desk`);
      await typeWords(newcomer, "id", { name: "keempat", passphrase: words.join(" ") });
    };
    await signInAsNewcomer();
    await newcomer.see(say(REFUSALS["not-listed-yet"].happened));

    const administrators = await stage.open();
    await administrators.page.goto(`${site.origin}/desk`);
    await typeWords(administrators, "id", other);
    await administrators.see(say(ROSTER.joinChoose));
    const signedInOn = day(today());
    await enter(steward);
    await desk.press(say(OFFICE.open));
    await desk.see(say(ROSTER.joinChoose));
    await giveFiles(desk, ".joiner-file", [joiner]);
    await desk.see(say(ROSTER.joinDrop, { name: "Orang Keempat" }));
    await desk.choose(say(ROSTER.remove, { name: "Pemeriksa 1" }));
    await desk.press(say(REQUEST.make));
    await desk.see(say(REQUEST.refused));
    await desk.see("Saluran Saluran kedua akan mempunyai kurang dari dua pembaca.");
    await desk.choose(say(ROSTER.remove, { name: "Pemeriksa 1" }));
    await desk.choose(say(ROSTER.remove, { name: "Pemeriksa 3" }));
    await desk.press(say(REQUEST.make));
    await desk.see(GOES);
    await catchDownloads(desk);
    await desk.press(say(REQUEST.save));
    const file = await savedBy(desk);
    const request = readRequest(file);
    await giveFiles(desk, ".returned-files", [file, encodeSignature(signRequest(request, ROOT_SEED))]);
    await desk.see(say(BACK.all, { has: 1, needs: 1 }));
    await desk.press(say(BACK.propose));
    await desk.see(say(OFFICE.directoryProposed));

    // Back at a page that has stood open since before.
    await administrators.page.evaluate(() => dispatchEvent(new Event("focus")));
    await administrators.see(GOES);
    await administrators.press(say(OFFICE.signToo));
    await administrators.see(say(ROSTER.gone, { n: 1 }));
    await administrators.see(say(ROSTER.signedIn, { day: signedInOn }));
    const { chain } = (await (await fetch(`${site.origin}/api/directory`)).json()) as { chain: { document: string }[] };
    t.equal(chain.at(-1)?.document, new TextDecoder().decode(request.bytes));

    await signInAsNewcomer();
    await newcomer.see(say(FRAME.lockNow));
    t.equal(
      await newcomer.page.evaluate(() => Object.keys(localStorage).some((key) => key.includes("joiners"))),
      false,
    );
    t.same([...desk.complaints, ...newcomer.complaints, ...administrators.complaints], []);
    await administrators.page.close();
  },
);

t.test(
  "who was removed is taken out of all open cases, and one sheet says what that person could still know",
  async (t) => {
    await enter(steward);
    await desk.see(say(LEFT.holds, { name: "Pemeriksa 3", n: 2 }));
    await desk.press(say(LEFT.takeOut));
    await desk.press(say(PASS.begin));
    await desk.see(say(PASS.reasonNeeded));
    await desk.fill(say(PASS.reason), "Tidak lagi bertugas.");
    await desk.press(say(PASS.begin));
    await desk.see(say(PASS.done.leave, { n: 2, name: "Pemeriksa 3" }));
    await desk.see(say(KNOWN.title, { name: "Pemeriksa 3" }));
    const sheet = await desk.page.$eval(".known-sheet", (article) => (article as HTMLElement).innerText);
    t.notMatch(sheet, /Kasus kedua|Amplop/u, "no word of a report stands on it");
    t.notMatch(sheet, say(KNOWN.still));
    t.same(await findBarriers(desk.page), []);
    await desk.press(say(PASS.cancel));
    await desk.see(say(PASS.held, { n: 0 }));
    await desk.press(say(FRAME.close));
    await waitUntilGone(desk.page, ".banner.warn");
    t.pass("and nobody is told of it any more");
    t.same(desk.complaints, []);
  },
);

t.test(
  "a channel is closed by two, and reporters are told which to use; a new directory opens it, and brings one more",
  async (t) => {
    const reporter = await stage.open();
    const seeReaders = async () => {
      await reporter.page.goto(site.origin);
      await fillReport(reporter, "id", { unit: "Unit Contoh", what: "Uraian contoh." }, { until: "files" });
      await reporter.press(SCREENS.next);
      await reporter.see(SCREENS.readers.atLeastTwo);
    };
    const closed = speak("id").say(SCREENS.readers.closed, { channel: "Saluran kedua", other: "Saluran utama" });
    await enter(steward);
    await desk.press(say(OFFICE.open));
    await desk.press("Saluran kedua");
    await desk.press(say(CHANNELS.close));
    await desk.see(say(CHANNELS.reportersUse, { names: "Saluran utama" }));
    await desk.press(say(CHANNELS.closeNow, { channel: "Saluran kedua" }));
    await desk.see(say(OFFICE.closes, { names: "Saluran kedua" }));
    await enter(other);
    await desk.press(say(OFFICE.signToo));
    await desk.seeNoMore(say(OFFICE.closes, { names: "Saluran kedua" }));
    await desk.see(say(CHANNELS.isClosed));
    await seeReaders();
    await reporter.see(closed);

    await enter(steward);
    await desk.press(say(OFFICE.open));
    await desk.press("Saluran kedua");
    await desk.choose(say(CHANNELS.open));
    await desk.press("Saluran kedua");
    await desk.press(say(CHANNELS.add));
    await desk.fill(say(CHANNELS.nameIn, { language: "Bahasa Indonesia" }), "Saluran ketiga");
    await desk.fill(say(CHANNELS.nameIn, { language: "English" }), "Third channel");
    for (const [fieldset, who] of [
      [1, "Pemeriksa 1"],
      [1, "Pemeriksa 2"],
      [2, "Kustodian 1"],
    ] as const)
      await pickNamed(desk, `.channel[open] fieldset:nth-of-type(${fieldset}) label`, who);
    t.same(await findBarriers(desk.page), []);
    await desk.press(say(REQUEST.make));
    await desk.see(say(REQUEST.saved));
    await catchDownloads(desk);
    await desk.press(say(REQUEST.save));
    const file = await savedBy(desk);
    await giveFiles(desk, ".returned-files", [file, encodeSignature(signRequest(readRequest(file), ROOT_SEED))]);
    await desk.see(say(BACK.still));
    await desk.press(say(BACK.propose));
    await desk.see(say(OFFICE.directoryProposed));
    await enter(other);
    await desk.see(say(OFFICE.opensAgain, { names: "Saluran kedua" }));
    await desk.press(say(OFFICE.signToo));
    // What is proposed names it too: it is in force once nothing is proposed any more.
    await desk.seeNoMore(say(OFFICE.opensAgain, { names: "Saluran kedua" }));
    await desk.see("Saluran ketiga");
    await seeReaders();
    await reporter.see("Saluran ketiga");
    await reporter.see("Saluran kedua");
    t.notOk(await reporter.has("text", closed));
    t.same([...desk.complaints, ...reporter.complaints], []);
  },
);

t.test(
  "attack 54: at the desk, whoever is let in although stewards have suspended them is told so, and no case opens",
  async (t) => {
    const [{ member }] = site.logins;
    const alter = (body: Buffer) => {
      const { chain } = JSON.parse(body.toString()) as { chain: SignedDirectory[] };
      const [newest] = chain.splice(-1);
      const stewards = [lead, administrator];
      chain.push(stateFreshness(newest!, stewards, Date.now(), { suspended: [member.entry.id] }));
      return Buffer.from(JSON.stringify({ chain }));
    };
    stage.recorder.onward = ({ url }) =>
      url.includes("/api/directory?") || url.endsWith("/api/directory") ? { alter } : undefined;
    await enter(site.logins[0]);
    await desk.see(say(REFUSALS.suspended.happened));
    stage.recorder.onward = () => undefined;
    t.equal(await desk.page.$(".case-table"), null);
  },
);
