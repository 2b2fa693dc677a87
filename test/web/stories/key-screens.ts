/** The screens of the key page, which has no service: opened from its file, without a network. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { encodeRequest } from "../../../src/client/ceremony/request.ts";
import { encodeCall, makeCall } from "../../../src/client/ceremony/recovery-call.ts";
import { encodeRecovery, listedRecovery, makeRecovery } from "../../../src/client/ceremony/recovery.ts";
import { nextDocument } from "../../../src/client/directory/organisation.ts";
import { KEY_PAGE_FILE } from "../../../src/web/keys/page.ts";
import { CHECK, FRAME, GIVE, REHEARSE, ROOT, SHEET, SIGN, SPLIT, TASKS } from "../../../src/web/keys/words.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { buildTestPages } from "../../support/pages.ts";
import { openPage } from "../support/browsers.ts";
import { type Screen, screenOf } from "../support/screen.ts";
import type { Site } from "../support/site.ts";
import { giveFiles } from "../support/sticks.ts";

export async function visitKeyPage(
  browser: Browser,
  { organisation: { document, signed, investigators } }: Pick<Site, "organisation">,
  language: Language,
  visit: (name: string, screen: Screen) => Promise<void>,
): Promise<void> {
  const { say } = speak(language);
  const { page } = await openPage(browser);
  const screen = screenOf(page);
  await page.goto(pathToFileURL(path.join(await buildTestPages(), KEY_PAGE_FILE)).href);
  await screen.press(language.toUpperCase());
  await screen.seeHeading(say(CHECK.title));
  await visit("k1-check", screen);
  await screen.press(say(CHECK.go));
  await visit("k2-online", screen);
  await page.setOfflineMode(true);
  await screen.seeHeading(say(TASKS.title));
  await visit("k3-tasks", screen);
  await screen.press(say(TASKS.root));
  await screen.press(say(ROOT.make));
  await screen.see(say(SHEET.rootWords));
  await visit("k4-root", screen);
  await screen.press(say(SHEET.done));
  await visit("k5-asked", screen);
  await screen.press(say(FRAME.back));
  await screen.press(say(TASKS.split));
  await visit("k6-split", screen);
  await screen.press(say(SPLIT.make));
  await screen.see(say(SHEET.checkWord));
  await visit("k7-share", screen);
  await screen.press(say(FRAME.back));
  const { published } = await makeRecovery(2, 3);
  await screen.press(say(TASKS.sign));
  const leaver = investigators[0]!.entry.id;
  const proposed = {
    ...nextDocument(document, signed, Date.parse(document.notBefore)),
    recovery: listedRecovery(published),
  };
  const names = { id: "Pemeriksa Contoh", en: "Sample Investigator" };
  const members = proposed.members.map((member) => (member.id === leaver ? { ...member, names } : member));
  await giveFiles(screen, 'input[type="file"]', [encodeRequest({ ...proposed, members }, signed)]);
  await screen.see(say(SIGN.lineTitle));
  await visit("k8-sign", screen);
  await screen.press(say(FRAME.back));
  await screen.press(say(TASKS.rehearse));
  await giveFiles(screen, 'input[type="file"]', [encodeRecovery(published)]);
  await screen.see(say(REHEARSE.known));
  await screen.press(say(REHEARSE.take));
  await visit("k9-rehearse", screen);
  await screen.press(say(FRAME.back));
  await screen.press(say(TASKS.give));
  const [reader] = document.members.filter(({ roles }) => roles.includes("lead"));
  const { id, names: called, sealingKey } = reader!;
  await giveFiles(screen, 'input[type="file"]', [
    encodeCall(makeCall(listedRecovery(published), { id, names: called, sealingKey: sealingKey! })),
  ]);
  await screen.see(say(GIVE.doubt));
  await visit("k10-give", screen);
  await page.close();
}
