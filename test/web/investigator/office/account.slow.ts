import type { CDPSession, Page } from "puppeteer-core";
import t, { type Test } from "tap";
import { speak } from "../../../../src/words/speech.ts";
import { ACCOUNT, FACTORS, NEW_WORDS, OWN_KEYS, SESSIONS } from "../../../../src/web/investigator/account/words.ts";
import { SECOND_STEP, SIGN_IN } from "../../../../src/web/investigator/entrance/words.ts";
import { LIST } from "../../../../src/web/investigator/list/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { API_FAILURES } from "../../../../src/words/failures.ts";
import { query } from "../../../support/machine/postgres.ts";
import { WIDTHS, findBarriers, overflow, wear } from "../../support/looks.ts";
import { appWith } from "../../support/codes.ts";
import type { Screen } from "../../support/screen.ts";
import { type Login, startSite } from "../../support/site.ts";
import { setStageAt } from "../../support/stage.ts";

t.setTimeout(240_000);
const { say, name } = speak("id");
/** Argon2id on a busy machine */
const SIGN_IN_TIMEOUT_MS = 60_000;

async function typeWords(screen: Screen, { name, passphrase }: Pick<Login, "name" | "passphrase">): Promise<void> {
  await screen.seeHeading(say(SIGN_IN.title));
  await screen.fill(say(SIGN_IN.name), name);
  await screen.fill(say(SIGN_IN.passphrase), passphrase);
  await screen.press(say(SIGN_IN.submit));
}

async function look(t: Test, page: Page, what: string): Promise<void> {
  for (const width of WIDTHS) {
    for (const scheme of ["light", "dark"] as const) {
      await wear(page, { width, scheme });
      t.same(await findBarriers(page), [], `${what}, ${width} pixels, ${scheme}: axe finds nothing`);
      t.equal(await overflow(page, width), 0, "nobody scrolls sideways");
      const folder = process.env["ACCOUNT_PICTURES"];
      if (folder !== undefined)
        await page.screenshot({ path: `${folder}/${what}-${width}-${scheme}.png`, fullPage: true });
    }
  }
}
/** An authenticator of Chromium's own, which needs no hand. */
async function addAuthenticator(
  page: Page,
  hasPrf: boolean,
): Promise<{ cdp: CDPSession; remove: () => Promise<void> }> {
  const cdp = await page.createCDPSession();
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf,
      automaticPresenceSimulation: true,
    },
  });
  return {
    cdp,
    remove: async () => {
      await cdp.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
    },
  };
}

async function addPasskey(screen: Screen): Promise<void> {
  await screen.press(say(FACTORS.addPasskey));
  await screen.see(say(FACTORS.passkeyLead));
  await screen.press(say(FACTORS.confirm));
}

t.test(
  "a second factor is set up, asked for at each sign-in, and a passkey opens the vault on its device",
  async (t) => {
    const site = await startSite(t, { needsFactor: true, host: "localhost" });
    const stage = await setStageAt(t, site, "chromium");
    const screen = await stage.open();
    const { page } = screen;
    const [login] = site.logins;
    const account = `${say(FRAME.account)}: ${name(login.member.entry.names)}`;
    await page.goto(`${site.origin}/desk`);
    await typeWords(screen, login);
    await screen.seeHeading(say(ACCOUNT.firstTitle), SIGN_IN_TIMEOUT_MS);
    await screen.see(say(FACTORS.none));
    await screen.press(say(FACTORS.addCode));
    await screen.see(say(FACTORS.scan));
    await look(t, page, "first-factor");
    const app = appWith(await page.$eval(".adding code", ({ textContent }) => textContent ?? ""));
    await screen.fill(say(FACTORS.firstCode), await app.nextCode());
    await screen.press(say(FACTORS.confirm));
    await screen.see(say(FACTORS.codeAdded));
    await screen.press(say(ACCOUNT.goOn));
    await screen.seeHeading(say(LIST.title));

    await screen.press(say(FRAME.signOut));
    await typeWords(screen, login);
    await screen.seeHeading(say(SECOND_STEP.title), SIGN_IN_TIMEOUT_MS);
    await look(t, page, "second-step");
    await screen.fill(say(SECOND_STEP.code), app.codeIn(10 * 60_000));
    await page.keyboard.press("Enter");
    await screen.see(say(API_FAILURES["wrong-factor"].happened));
    await screen.fill(say(SECOND_STEP.code), await app.nextCode());
    await page.keyboard.press("Enter");
    await screen.seeHeading(say(LIST.title));
    await screen.see(say(SIGN_IN.wrongCodes, { n: 1 }));

    await screen.press(account);
    await screen.see(say(SESSIONS.this));
    const withSecret = await addAuthenticator(page, true);
    await addPasskey(screen);
    await screen.see(say(FACTORS.passkeyOpens));
    // A key that is in no directory yet goes along with what the words and the passkey open.
    await screen.press(say(OWN_KEYS.renew));
    await screen.press(say(OWN_KEYS.takeBack));
    await screen.see(say(OWN_KEYS.renewText));
    await screen.press(say(FRAME.close));
    await screen.press(say(FRAME.lockNow));
    await screen.press(say(SECOND_STEP.openByPasskey));
    await screen.seeHeading(say(LIST.title), SIGN_IN_TIMEOUT_MS);

    // The words are changed by this very session, and open what the passkey opened.
    await screen.press(account);
    await screen.see(say(SESSIONS.this));
    await screen.press(say(NEW_WORDS.make));
    await screen.press(say(NEW_WORDS.make));
    await screen.see(say(NEW_WORDS.write));
    const words = await page.$$eval(".six-words li", (items) => items.map(({ textContent }) => textContent ?? ""));
    t.equal(new Set(words).size > 4 && words.length === 6, true, "six words of the list");
    await screen.press(say(NEW_WORDS.written));
    await screen.press(say(NEW_WORDS.save));
    await screen.see(say(NEW_WORDS.askBackWrong));
    for (const at of await page.$$eval("input[id^=new-word-]", (inputs) => inputs.map(({ id }) => Number(id.slice(9)))))
      await screen.fill(say(NEW_WORDS.askBack, { n: at + 1 }), words[at] ?? "");
    await screen.fill(say(NEW_WORDS.current), login.passphrase);
    await screen.press(say(NEW_WORDS.save));
    await screen.see(say(SIGN_IN.newWords));
    await screen.press(say(SECOND_STEP.openByPasskey));
    await screen.seeHeading(say(LIST.title), SIGN_IN_TIMEOUT_MS);
    await screen.press(say(FRAME.signOut));
    await typeWords(screen, { name: login.name, passphrase: words.join(" ") });
    await screen.seeHeading(say(SECOND_STEP.title), SIGN_IN_TIMEOUT_MS);
    await screen.press(say(SECOND_STEP.passkey));
    await screen.seeHeading(say(LIST.title));
    await withSecret.remove();

    // Whoever has no such passkey at hand is told so, and the words open as before.
    await screen.press(say(FRAME.lockNow));
    await addAuthenticator(page, true);
    await screen.press(say(SECOND_STEP.openByPasskey));
    await screen.see(say(SECOND_STEP.noPasskey));
    const refusals = screen.complaints.filter((complaint) => !complaint.includes("status of 401"));
    t.same(refusals, [], "but for the wrong code, nothing is complained of");
  },
);

t.test(
  "attack 102: in a browser, a passkey without a secret or with a changing one is a second factor and no more",
  async (t) => {
    const site = await startSite(t, { needsFactor: true, host: "localhost" });
    const stage = await setStageAt(t, site, "chromium");
    const screen = await stage.open(async (page) => {
      await page.evaluateOnNewDocument(() => {
        const kept = Object.getOwnPropertyDescriptor(PublicKeyCredential.prototype, "getClientExtensionResults");
        const changing = (found: { prf?: { results?: { first?: ArrayBuffer } } }) => {
          const first = found.prf?.results?.first && crypto.getRandomValues(new Uint8Array(32)).buffer;
          return first === undefined ? found : { prf: { results: { first } } };
        };
        Object.defineProperty(PublicKeyCredential.prototype, "getClientExtensionResults", {
          value(this: PublicKeyCredential) {
            const genuine = kept?.value as (this: PublicKeyCredential) => object;
            return changing(genuine.call(this));
          },
        });
      });
    });
    const { page } = screen;
    const [, login] = site.logins;
    await page.goto(`${site.origin}/desk`);
    await typeWords(screen, login);
    await screen.seeHeading(say(ACCOUNT.firstTitle), SIGN_IN_TIMEOUT_MS);
    await screen.see(say(FACTORS.none));
    const without = await addAuthenticator(page, false);
    await addPasskey(screen);
    await screen.see(say(FACTORS.passkeyOnly));
    await without.remove();
    await addAuthenticator(page, true);
    await addPasskey(screen);
    await screen.see(say(FACTORS.passkeyDiffers));
    t.same(await query(site.urls.ownerUrl, "SELECT FROM factors WHERE key_wrap IS NOT NULL"), []);
    await screen.press(say(ACCOUNT.goOn));
    await screen.seeHeading(say(LIST.title));
    await screen.press(say(FRAME.lockNow));
    await screen.seeHeading(say(SIGN_IN.title));
    t.notOk(await screen.has("button", say(SECOND_STEP.openByPasskey)), "nothing is offered that would not open");
    await screen.fill(say(SIGN_IN.passphrase), login.passphrase);
    await screen.press(say(SIGN_IN.submit));
    await screen.seeHeading(say(SECOND_STEP.title), SIGN_IN_TIMEOUT_MS);
    await screen.press(say(SECOND_STEP.passkey));
    await screen.seeHeading(say(LIST.title));
    t.same(screen.complaints, []);
  },
);
