/** The rooms where people and keys are looked after, with the keyboard alone: at the door, in "People and keys", in the account. */
import t from "tap";
import { readRequest } from "../../../src/client/ceremony/request.ts";
import { joinSignatures, signRequest } from "../../../src/client/ceremony/root.ts";
import { makeMember } from "../../../src/client/directory/organisation.ts";
import { connect } from "../../../src/client/line/http.ts";
import { enrol } from "../../../src/client/member/entry/sign-in.ts";
import { makeJoiner, readJoiner } from "../../../src/client/office/joining.ts";
import { requestAgain, signAgain } from "../../../src/client/office/starting-again.ts";
import { utf8 } from "../../../src/crypto/bytes.ts";
import { ACCOUNT, NEW_WORDS, OWN_KEYS, SESSIONS } from "../../../src/web/investigator/account/words.ts";
import { AGAIN, JOINING } from "../../../src/web/investigator/entrance/joining/words.ts";
import { SIGN_IN } from "../../../src/web/investigator/entrance/words.ts";
import { LIST } from "../../../src/web/investigator/list/words.ts";
import { CHANNELS } from "../../../src/web/investigator/office/channels/words.ts";
import { RECOVERING, REHEARSAL, REPLACING } from "../../../src/web/investigator/office/recovery/words.ts";
import { ROOTS, ROSTER } from "../../../src/web/investigator/office/roster/words.ts";
import { OFFICE } from "../../../src/web/investigator/office/words.ts";
import { FRAME } from "../../../src/web/investigator/parts/words.ts";
import { ROLE_NAMES } from "../../../src/words/glossary.ts";
import { speak } from "../../../src/words/speech.ts";
import { ROOT_SEED } from "../../support/pages.ts";
import { catchSaved, savedIn } from "../keys/key-page.ts";
import { arriveAt, handsOf } from "../support/keyboard.ts";
import { startSite } from "../support/site.ts";
import { setStageAt } from "../support/stage.ts";

t.setTimeout(240_000);
const { say, name } = speak("id");

const site = await startSite(t);
const { organisation } = site;
const lead = { name: "penanggung-jawab", passphrase: "enam kata lain yang tidak menjaga apa pun" };
await enrol(connect(site.origin), organisation.lead, lead);
const stage = await setStageAt(t, site, "chromium");
const open = () => stage.open((page) => page.evaluateOnNewDocument(catchSaved));

t.test("nobody can sign in any more: a steward makes new keys and says that the list of the roots holds", async (t) => {
  const screen = await open();
  const { page } = screen;
  const { press, write, come, choose, give } = handsOf(screen);
  await page.goto(`${site.origin}/desk`);
  await screen.seeHeading(say(SIGN_IN.title));
  await press(say(SIGN_IN.join));
  await screen.see(say(JOINING.lead));
  await arriveAt(page, say(SIGN_IN.joinTitle));
  await write(say(JOINING.fullName), "Ketua Baru");
  await choose(say(JOINING.role), "lead");
  await write(say(JOINING.name), "ketua-baru");
  await page.keyboard.press("Enter");
  await screen.see(say(JOINING.write));
  await arriveAt(page, say(SIGN_IN.joinTitle));
  const words = await page.$$eval(".six-words li", (all) => all.map((one) => one.textContent ?? ""));
  await press(say(JOINING.written));
  await screen.see(say(JOINING.askBackLead));
  await arriveAt(page, say(SIGN_IN.joinTitle));
  for (const [at, word] of words.entries()) {
    const label = say(JOINING.askBack, { n: at + 1 });
    if (await screen.has("field", label)) await write(label, word);
  }
  await page.keyboard.press("Enter");
  await screen.seeHeading(say(JOINING.fingerprint));
  await press(say(JOINING.save));
  const own = readJoiner((await savedIn(page)).at(-1)!.bytes);
  await press(say(JOINING.back));
  await arriveAt(page, say(SIGN_IN.title));

  const now = Date.now();
  const other = { name: "administrator", passphrase: "enam kata baru administrator saja" };
  const administrator = makeJoiner({ ...other, names: { id: "Administrator Baru" }, roles: ["administrator"], now });
  const others = (["investigator", "custodian"] as const).map(
    (role) => makeMember({ id: `Baru: ${role}` }, [role], { now, fromVersion: 0 }).entry,
  );
  const { document, signatures } = organisation.signed;
  const made = requestAgain({ document, signatures }, [own, ...others, administrator.entry], now);
  if ("faults" in made) throw new Error(JSON.stringify(made.faults));
  const request = readRequest(made.file);
  const list = utf8(JSON.stringify(joinSignatures(request, [signRequest(request, ROOT_SEED)])));

  await press(say(SIGN_IN.join));
  await screen.see(say(JOINING.lead));
  await press(say(AGAIN.title));
  await give(".signed-list", utf8(JSON.stringify({ ...organisation.signed, signatures: [] })));
  await write(say(AGAIN.words), "enam kata yang lain sama sekali");
  await page.keyboard.press("Enter");
  await screen.see(say(AGAIN.tooFewRoots));
  await give(".signed-list", list);
  await come(say(AGAIN.words));
  await page.keyboard.press("Enter");
  await screen.see(say(AGAIN.wrongWords));
  await page.$eval("#again-words", (field) => (field as HTMLInputElement).select());
  await page.keyboard.type(words.join(" "));
  await page.keyboard.press("Enter");
  await screen.see(say(AGAIN.missing, { n: 1 }));
  const line = await page.$$eval(".again dd", (all) => all.map((one) => one.textContent).join(" "));
  t.equal(line.split(" ").length, 12, "the line that was read aloud when the roots signed");
  await press(say(AGAIN.save));
  const half = (await savedIn(page)).at(-1)!.bytes;
  const whole = signAgain(
    half,
    { passphrase: other.passphrase, waiting: [administrator.kept] },
    { roots: organisation.rootSet, now: Date.now() },
  );
  t.equal(whole?.missing, 0, "with a second one it is enough");
  t.same(screen.complaints, []);
});

t.test("people and keys, and the own keys, with the keyboard alone: nobody loses their place", async (t) => {
  const screen = await open();
  const { page } = screen;
  const { press, write, come } = handsOf(screen);
  await page.goto(`${site.origin}/desk`);
  await screen.seeHeading(say(SIGN_IN.title));
  await page.keyboard.type(lead.name);
  await write(say(SIGN_IN.passphrase), lead.passphrase);
  await page.keyboard.press("Enter");
  await screen.seeHeading(say(LIST.title), 60_000);

  await press(say(OFFICE.open));
  await arriveAt(page, say(OFFICE.open));
  await screen.see(say(ROOTS.title));
  await screen.see(say(REPLACING.title));
  await press(say(OFFICE.take));
  await press(say(OFFICE.propose));
  await screen.see(say(OFFICE.nothingChosen));
  const colleague = { name: name(site.logins[0].member.entry.names) };
  await press(say(ROSTER.roles, colleague));
  await press(say(ROLE_NAMES.custodian), "Space");
  await press(say(ROSTER.wish));
  await screen.see(say(ROSTER.wishBack));
  await press(say(ROSTER.wishBack));
  await arriveAt(page, say(ROSTER.roles, colleague));
  await press("Saluran utama");
  await press(say(CHANNELS.close));
  await arriveAt(page, say(CHANNELS.byStatement));
  await press(say(CHANNELS.closeNot));
  await arriveAt(page, say(CHANNELS.byStatement));
  await press(say(ROOTS.change));
  await come(say(ROOTS.stewards));
  await page.keyboard.press("ArrowUp");
  t.equal(await page.$eval("#stewards-needed", (field) => (field as HTMLInputElement).value), "3");
  await press(say(REHEARSAL.save));
  await arriveAt(page, say(REHEARSAL.save));
  await press(say(RECOVERING.title));
  await press(say(RECOVERING.begin));
  await screen.see(say(RECOVERING.read));
  await arriveAt(page, say(RECOVERING.title));
  await press(say(RECOVERING.save));
  await press(say(REPLACING.title));
  await come(say(REPLACING.choose));
  await press(say(ROSTER.poster));
  await page.keyboard.press("Escape");
  await arriveAt(page, say(OFFICE.open));
  t.equal(await page.$("dialog[open]"), null, "Escape leads out, to where one came from");

  const account = `${say(FRAME.account)}: ${name(organisation.lead.entry.names)}`;
  await press(account);
  await arriveAt(page, say(ACCOUNT.title));
  await screen.see(say(SESSIONS.this));
  await press(say(OWN_KEYS.renew));
  await screen.see(say(OWN_KEYS.takeBack));
  await arriveAt(page, say(OWN_KEYS.title));
  await press(say(OWN_KEYS.takeBack));
  await screen.see(say(OWN_KEYS.renewText));
  await arriveAt(page, say(OWN_KEYS.title));
  await press(say(OWN_KEYS.replace));
  await press(say(OWN_KEYS.replaceBegin));
  await screen.see(say(NEW_WORDS.write));
  await arriveAt(page, say(OWN_KEYS.replace));
  await press(say(NEW_WORDS.written));
  await screen.see(say(NEW_WORDS.askBackLead));
  await arriveAt(page, say(OWN_KEYS.replace));
  await press(say(NEW_WORDS.cancel));
  await arriveAt(page, say(OWN_KEYS.replace));
  await page.keyboard.press("Escape");
  t.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), account);
  t.same(screen.complaints, []);
});
