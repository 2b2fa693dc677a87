/** On a joiner's device: what is shown of a founding, and what is believed of it. */
import t from "tap";
import { readRequest } from "../../../../src/client/ceremony/request.ts";
import { encodeSignature, signRequest } from "../../../../src/client/ceremony/root.ts";
import { confirmFounding, joinFounding, readFounding, reopenFounding } from "../../../../src/client/office/founding.ts";
import { fromBase64url, toBase64url } from "../../../../src/protocol/encoding/base64url.ts";
import { ROLE_NAMES } from "../../../../src/words/glossary.ts";
import { speak } from "../../../../src/words/speech.ts";
import { JOINING } from "../../../../src/web/investigator/entrance/joining/words.ts";
import { PROPOSAL } from "../../../../src/web/investigator/founding/proposing/words.ts";
import {
  CLOSING,
  CONFIRMING,
  FOUNDED,
  FOUNDING,
  GATHERING,
  JOIN,
  LINE,
} from "../../../../src/web/investigator/founding/words.ts";
import { answerFounding } from "../../../../src/web/investigator/vault/parts/founding.ts";
import {
  WORDS,
  choicesOf,
  closeList,
  gatherRoom,
  makeKeyPage,
  makePerson,
  signAndHandIn,
} from "../../../support/founding.ts";
import { catchSaved, savedIn, textsOf } from "../../keys/key-page.ts";
import { openBrowser, openPage } from "../../support/browsers.ts";
import { startFoundingSite } from "../../support/founding-site.ts";
import { arriveAt, handsOf } from "../../support/keyboard.ts";
import { screenOf } from "../../support/screen.ts";

const { say } = speak("id");

const browser = await openBrowser("chromium");
t.teardown(() => browser.close());

t.test(
  "attack 101: a device that joined shows the line of a request only where it stands in it, and takes no other",
  async (t) => {
    const site = await startFoundingSite(t);
    const founding = await gatherRoom(site, [["administrator", "custodian"], ["investigator"]], { keep: 1 });
    const { page, complaints } = await openPage(browser);
    const screen = screenOf(page);
    const shown = (selector: string) => textsOf(page, selector);

    await page.goto(`${site.origin}/#join=${toBase64url(founding.joiningKey)}`);
    await screen.fill(say(JOIN.fullName), "Orang Ketiga");
    t.notOk(page.url().includes("#"), "the key has left the address");
    await screen.choose(say(ROLE_NAMES.lead));
    await screen.fill(say(JOIN.name), "orang-3");
    await screen.press(say(JOIN.make));
    await screen.see(say(JOIN.sheetLead));
    const words = await shown(".six-words li");
    await screen.press(say(JOIN.written));
    await screen.see(say(JOINING.askBackLead));
    for (const label of await shown(".field label"))
      await screen.fill(label, words[Number(/\d/u.exec(label)?.[0]) - 1] ?? "");
    await screen.press(say(JOINING.check));
    await screen.seeHeading(say(JOIN.joinedTitle));
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    // One alone may stand in the name of something else that is kept.
    t.notMatch(kept, new RegExp(words.slice(0, 2).join("\\W+"), "u"), "the six words are not kept");

    // It looks by itself every few seconds, and at once when it is loaded.
    await closeList(founding);
    await page.reload();
    await screen.seeHeading(say(LINE.title));
    t.same(await shown(".in-it li"), ["orang-1", "orang-2", "Orang Ketiga"]);

    t.comment(
      "while it is compared aloud, the server has another; who came as the founder closed the list is not in it",
    );
    const { joiners } = await readFounding(founding.founder);
    await reopenFounding(founding.founder);
    const other = makePerson(["lead"], { name: "orang-4", place: founding.founder, keeps: false, now: Date.now() });
    await joinFounding({ ...founding.founder, key: founding.joiningKey }, other.entry);
    const { recipients, custodians, excludable, rootsNeeded } = choicesOf(founding, joiners);
    const files = [...founding.rootFiles, founding.recovery].map((bytes) => ({
      name: "",
      bytes: new Uint8Array(bytes),
    }));
    const members = joiners.map(({ id }) => id);
    const pass = { key: toBase64url(founding.founder.key), agreed: undefined };
    const ask = { ...pass, recipients, custodians, excludable, rootsNeeded, members, files };
    t.same(await answerFounding(founding.founder.connection, { call: "closeFounding", ask }), { closed: true });
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await screen.see(say(LINE.exchanged));
    await page.reload();
    await screen.see(say(LINE.exchanged));
    t.same(await shown(".the-line dd"), []);
    await screen.press(say(LINE.readAnew));
    await screen.seeHeading(say(LINE.title));
    const line = await shown(".the-line dd");
    t.same(await shown(".in-it li"), ["orang-1", "orang-2", "Orang Ketiga"]);
    await screen.press(say(LINE.agree));
    await screen.see(say(LINE.agreed));

    t.comment("the founder opens the list again, and closes it with another request");
    const own = joiners.at(-1)!;
    await reopenFounding(founding.founder);
    await closeList(founding);
    await page.reload();
    await screen.see(say(LINE.exchanged));
    t.same(await shown(".the-line dd"), [], "its line is not shown");
    await screen.press(say(LINE.readAnew));
    await screen.see(say(LINE.agree));
    t.not((await shown(".the-line dd")).join(" "), line.join(" "));

    t.comment("one letter of the own entry differs");
    const exchange = (from: string, to: string) =>
      page.evaluate(
        (key, before, after) => localStorage.setItem(key, (localStorage.getItem(key) ?? "").replaceAll(before, after)),
        "segel/founding",
        from,
        to,
      );
    await exchange(own.signingKey, `${own.signingKey.slice(0, -1)}${own.signingKey.endsWith("0") ? "1" : "0"}`);
    await page.reload();
    await screen.see(say(LINE.hiddenTitle));
    t.same(await shown(".the-line dd"), []);
    await page.evaluate((entry) => {
      const memory = JSON.parse(localStorage.getItem("segel/founding") ?? "{}") as { own: object };
      localStorage.setItem("segel/founding", JSON.stringify({ ...memory, own: { ...memory.own, entry } }));
    }, own);

    t.comment("roots sign; two stewards confirm, this device among them");
    await signAndHandIn(founding);
    await page.reload();
    await screen.press(say(LINE.agree));
    await screen.fill(say(CONFIRMING.words), `${words.slice(1).join(" ")} salah`);
    await screen.press(say(CONFIRMING.confirm));
    await screen.see(say(CONFIRMING.wordsWrong));
    const { request } = await readFounding(founding.founder);
    const [steward] = founding.people;
    await confirmFounding(
      { ...steward!.place, agreed: request!.proposal },
      { passphrase: WORDS, waiting: [steward!.kept!] },
      Date.now(),
    );
    // In the place of what stands there: the page looks by itself meanwhile, and draws what it knows.
    await screen.paste(say(CONFIRMING.words), words.join(" "));
    await screen.press(say(CONFIRMING.confirm));
    await screen.seeHeading(say(FOUNDED.title));
    t.equal((await shown(".the-line dd")).length, 4, "what stands on the poster");
    t.same(complaints, []);
  },
);

t.test(
  "without a mouse: from the founding code to the own confirmation, each step begins where it is read",
  async (t) => {
    const site = await startFoundingSite(t);
    const { page, complaints } = await openPage(browser);
    await page.evaluateOnNewDocument(catchSaved);
    const screen = screenOf(page);
    const { press, write, come, give } = handsOf(screen);
    const isIn = async (id: string, why: string) =>
      t.equal(await page.evaluate(() => document.activeElement?.id), id, why);
    await page.goto(site.origin);
    await screen.seeHeading(say(FOUNDING.strangerTitle));
    await press(say(FOUNDING.begin));
    await screen.see(say(FOUNDING.codeMissing));
    await isIn("founding-code", "what is missing has the focus");
    await page.keyboard.type(site.code);
    await page.keyboard.press("Enter");
    await arriveAt(page, say(PROPOSAL.officeTitle));
    await press(say(PROPOSAL.next));
    await screen.see(say(PROPOSAL.faults.name));
    await isIn("proposal-nameId", "the first field that is wrong has the focus");
    await page.keyboard.type("Kabupaten Contoh");
    await write(say(PROPOSAL.nameEn), "Sample Regency");
    await press(say(PROPOSAL.next));
    await arriveAt(page, say(PROPOSAL.unitsTitle));
    await press(say(PROPOSAL.next));
    await arriveAt(page, say(PROPOSAL.channelTitle));
    await press(say(PROPOSAL.save));
    await arriveAt(page, say(GATHERING.title));
    await press(say(GATHERING.change));
    await arriveAt(page, say(PROPOSAL.officeTitle));
    await press(say(PROPOSAL.keep));
    await arriveAt(page, say(GATHERING.title));

    await press(say(GATHERING.joinHere));
    await arriveAt(page, say(JOIN.title));
    await press(say(JOIN.make));
    await screen.see(say(JOIN.missing));
    await isIn("join-full-name", "and so here");
    await page.keyboard.type("Orang Pertama");
    await come(say(ROLE_NAMES.investigator));
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press("ArrowDown");
    await write(say(JOIN.name), "orang-1");
    await page.keyboard.press("Enter");
    await screen.see(say(JOIN.sheetLead));
    await arriveAt(page, say(JOIN.title));
    const words = await page.$$eval(".six-words li", (all) => all.map((one) => one.textContent ?? ""));
    await press(say(JOIN.written));
    await screen.see(say(JOINING.askBackLead));
    await arriveAt(page, say(JOIN.title));
    for (const [at, word] of words.entries()) {
      const label = say(JOINING.askBack, { n: at + 1 });
      if (await screen.has("field", label)) await write(label, word);
    }
    await page.keyboard.press("Enter");
    await arriveAt(page, say(GATHERING.title));

    const link = await page.$eval(".joining-link", (one) => one.textContent ?? "");
    const place = { connection: site.connection, key: fromBase64url(link.slice(link.indexOf("=") + 1)) };
    for (const role of ["lead", "investigator"] as const)
      await joinFounding(place, makePerson([role], { name: role, place, keeps: false, now: Date.now() }).entry);
    await screen.see(say(GATHERING.people, { n: 3 }));
    await press(say(GATHERING.close));
    await arriveAt(page, say(CLOSING.title));
    await press(say(CLOSING.close));
    await screen.see(say(CLOSING.faults.roots));
    await isIn("ceremony-files", "and here");
    const { roots, rootFiles, recovery } = await makeKeyPage();
    await give("#ceremony-files", ...rootFiles, recovery);
    await screen.see(say(CLOSING.rootOf, { n: 3 }));
    await press(say(CLOSING.close));
    await arriveAt(page, say(LINE.title));
    await press(say(LINE.agree));
    await screen.see(say(LINE.agreed));
    await arriveAt(page, say(LINE.title));
    await press(say(LINE.save));
    const request = readRequest((await savedIn(page)).at(-1)!.bytes);
    await give(".signed-files", ...roots.slice(0, 2).map((seed) => encodeSignature(signRequest(request, seed))));
    await press(say(LINE.hand));
    await arriveAt(page, say(CONFIRMING.title));
    await write(say(CONFIRMING.words), "bukan kata itu");
    await page.keyboard.press("Enter");
    await screen.see(say(CONFIRMING.wordsWrong));
    await isIn("passphrase", "and here");
    await page.$eval("#passphrase", (field) => (field as HTMLInputElement).select());
    await page.keyboard.type(words.join(" "));
    await page.keyboard.press("Enter");
    await screen.see(say(CONFIRMING.thanks));
    await arriveAt(page, say(CONFIRMING.title));
    t.same(complaints, []);
  },
);
