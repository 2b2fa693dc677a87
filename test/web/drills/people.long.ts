/**
 * What one person can lose, as drills at the desk: words known to somebody else, a device, a second factor, the words
 * themselves. What each takes of one person is counted (test/web/support/effort.ts) and is less than half an hour.
 */
import t from "tap";
import { readRequest } from "../../../src/client/ceremony/request.ts";
import { encodeSignature, signRequest } from "../../../src/client/ceremony/root.ts";
import { connect } from "../../../src/client/line/http.ts";
import { enrol } from "../../../src/client/member/entry/sign-in.ts";
import { addDays } from "../../../src/protocol/encoding/day.ts";
import { COLLEAGUES, FACTORS, NEW_WORDS, SESSIONS } from "../../../src/web/investigator/account/words.ts";
import { JOINING } from "../../../src/web/investigator/entrance/joining/words.ts";
import { SIGN_IN } from "../../../src/web/investigator/entrance/words.ts";
import { PASS } from "../../../src/web/investigator/leaving/pass/words.ts";
import { CHANNELS } from "../../../src/web/investigator/office/channels/words.ts";
import { BACK, REQUEST, ROSTER } from "../../../src/web/investigator/office/roster/words.ts";
import { OFFICE } from "../../../src/web/investigator/office/words.ts";
import { FRAME } from "../../../src/web/investigator/parts/words.ts";
import { speak } from "../../../src/words/speech.ts";
import { ROOT_SEED } from "../../support/pages.ts";
import { addCodes } from "../support/codes.ts";
import { type Effort, counted, noEffort } from "../support/effort.ts";
import { makeKeysAt } from "../support/joining.ts";
import { catchDownloads } from "../support/places.ts";
import { sendReports } from "../support/reports.ts";
import type { Screen } from "../support/screen.ts";
import { startSite } from "../support/site.ts";
import { setStageAt } from "../support/stage.ts";
import { savedBy } from "../support/sticks.ts";
import { waitForElement, waitInPage } from "../support/wait.ts";
import { type Login, give, settled, signIn, tellEffort } from "./drill.ts";

t.setTimeout(300_000);
const { say, name, day, today } = speak("id");

const site = await startSite(t, {});
const { organisation } = site;
const lead = { name: "penanggung-jawab", passphrase: "enam kata yang tidak menjaga apa pun" };
const administrator = { name: "administrator", passphrase: "kata lain yang juga tidak menjaga apa pun" };
await enrol(connect(site.origin), organisation.lead, lead);
await enrol(connect(site.origin), organisation.administrator, administrator);
await sendReports(site, [{}, { title: "Kasus kedua" }]);
const [first, second] = site.logins;
const stage = await setStageAt(t, site, "chromium");

async function openDesk(login: Login, effort: Effort): Promise<Screen> {
  const desk = counted(await stage.open(), effort);
  await desk.page.goto(`${site.origin}/desk`);
  await signIn(desk, login);
  return desk;
}

const sixWords = (desk: Screen) => desk.page.$$eval(".six-words li", (all) => all.map((one) => one.textContent ?? ""));
let now: Login = first;

t.test("drill: words that somebody else knows are changed", async (t) => {
  const effort = noEffort();
  const desk = await openDesk(now, effort);
  await desk.press(`${say(FRAME.account)}: ${name(first.member.entry.names)}`);
  await desk.see(say(SESSIONS.this));
  await desk.press(say(NEW_WORDS.make));
  await desk.press(say(NEW_WORDS.make));
  await desk.see(say(NEW_WORDS.write));
  const words = await sixWords(desk);
  await desk.press(say(NEW_WORDS.written));
  for (const at of await desk.page.$$eval("input[id^=new-word-]", (all) => all.map(({ id }) => Number(id.slice(9)))))
    await desk.fill(say(NEW_WORDS.askBack, { n: at + 1 }), words[at] ?? "");
  await desk.fill(say(NEW_WORDS.current), now.passphrase);
  await desk.press(say(NEW_WORDS.save));
  await desk.see(say(SIGN_IN.newWords));
  now = { name: now.name, passphrase: words.join(" ") };
  // The name stands there already.
  await desk.fill(say(SIGN_IN.passphrase), now.passphrase);
  await desk.press(say(SIGN_IN.submit));
  await settled(desk);
  t.equal(words.length, 6);
  tellEffort(t, "new words", effort, words.length);
});

t.test("drill: another device, with the words at hand", async (t) => {
  const effort = noEffort();
  const desk = await openDesk(now, effort);
  await desk.see(say(FRAME.firstUseTitle));
  await desk.see("Semua terbuka");
  tellEffort(t, "another device", effort);
});

t.test("drill: a second factor is lost, and two colleagues ask for its reset", async (t) => {
  const own = await openDesk(second, noEffort());
  await own.press(`${say(FRAME.account)}: ${name(second.member.entry.names)}`);
  await addCodes(own, "id");
  await own.see(say(FACTORS.codeAdded));
  const names = second.member.entry.names;
  const efforts = [noEffort(), noEffort()];
  const desks: Screen[] = [];
  for (const [at, [login, member]] of [
    [lead, organisation.lead] as const,
    [administrator, organisation.administrator] as const,
  ].entries()) {
    const desk = await openDesk(login, efforts[at]!);
    await desk.press(`${say(FRAME.account)}: ${name(member.entry.names)}`);
    await desk.press(say(COLLEAGUES.askFor, { name: name(names) }));
    await desk.press(say(COLLEAGUES.sure));
    desks.push(desk);
    if (at === 0) await desk.see(say(COLLEAGUES.asked));
  }
  await desks[1]!.see(say(COLLEAGUES.goesOn, { day: day(addDays(today(), 2)) }));
  tellEffort(t, "a second factor, each who asks", efforts[0]!);
});

t.test("drill: six words are forgotten: new keys, and colleagues give the open cases", async (t) => {
  const [lost, asks, gives] = [noEffort(), noEffort(), noEffort()];
  const newcomer = counted(await stage.open(), lost);
  await newcomer.page.goto(`${site.origin}/desk`);
  const words = await makeKeysAt(newcomer, { fullName: "Pemeriksa 3", name: "ketiga" });
  await catchDownloads(newcomer);
  await newcomer.press(say(JOINING.save));
  const joiner = await savedBy(newcomer);
  for (const effort of [lost, asks]) effort.aloud += 12;

  const desk = await openDesk(lead, asks);
  await catchDownloads(desk);
  await desk.press(say(OFFICE.open));
  await give(desk, ".joiner-file", [joiner], asks);
  await desk.see(say(ROSTER.joinDrop, { name: "Pemeriksa 3" }));
  await desk.choose(say(ROSTER.remove, { name: "Pemeriksa 3" }));
  // The newcomer reads the first channel.
  asks.steps += 2;
  await waitForElement(desk.page, "details.channel");
  await desk.page.$eval(
    "details.channel",
    (channel, readers) => {
      channel.setAttribute("open", "");
      const list = [...channel.querySelectorAll("fieldset")].find((one) => one.textContent?.startsWith(readers));
      [...(list?.querySelectorAll<HTMLInputElement>("input") ?? [])].at(-1)?.click();
    },
    say(CHANNELS.readers),
  );
  await desk.press(say(REQUEST.make));
  await desk.press(say(REQUEST.save));
  const request = await savedBy(desk);
  await give(desk, ".returned-files", [request, encodeSignature(signRequest(readRequest(request), ROOT_SEED))], asks);
  await desk.press(say(BACK.propose));
  await desk.see(say(OFFICE.directoryProposed));
  const other = await openDesk(administrator, noEffort());
  await other.press(say(OFFICE.signToo));
  await other.see(say(ROSTER.gone, { n: 1 }));
  await newcomer.page.goto(`${site.origin}/desk`);
  await signIn(newcomer, { name: "ketiga", passphrase: words.join(" ") });
  await newcomer.see("Semua terbuka 0");

  const colleague = await openDesk(lead, gives);
  await colleague.press(say(PASS.title));
  await colleague.press(say(PASS.back));
  const options = await colleague.page.$$eval("#give-who option, #give-formerly option", (all) =>
    all.map((one) => [(one as HTMLOptionElement).value, one.textContent] as const),
  );
  const [back, formerly] = options.filter(([, text]) => text === "Pemeriksa 3").map(([value]) => value);
  await colleague.select(say(PASS.who), back ?? "");
  await colleague.select(say(PASS.formerly), formerly ?? "");
  await colleague.fill(say(PASS.reason), "Enam katanya terlupa.");
  await colleague.press(say(PASS.give));
  await colleague.see(say(PASS.done.give, { n: 2, name: "Pemeriksa 3" }));
  await newcomer.page.goto(`${site.origin}/desk`);
  await signIn(newcomer, { name: "ketiga", passphrase: words.join(" ") });
  await waitInPage(newcomer.page, () => /Semua terbuka\s*2/u.test(document.body.innerText));
  tellEffort(t, "forgotten words: who has forgotten them", lost, words.length);
  tellEffort(t, "forgotten words: who asks the roots", asks);
  tellEffort(t, "forgotten words: a colleague who gives", gives);
});
