/** The page with which other bodies open packages, in real browsers: a key made on it, packages opened, what is wrong told. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import t, { type Test } from "tap";
import { type Lock, passphraseOf, readRecipient } from "../../../src/client/referral/age.ts";
import { PACKAGE_WORDS } from "../../../src/client/referral/package-words.ts";
import { sealPackage } from "../../../src/client/referral/package.ts";
import { encodeCaseProof } from "../../../src/client/case-file/case-proof.ts";
import { wordListOf } from "../../../src/client/reporter/word-lists.ts";
import { type Bytes, concat, fromHex, hex, utf8 } from "../../../src/crypto/bytes.ts";
import { fingerprintOf, rootsFingerprintOf } from "../../../src/crypto/identity.ts";
import { fingerprintWords } from "../../../src/crypto/secret/fingerprint-words.ts";
import { encodeNoteKey } from "../../../src/protocol/audit/signed-note.ts";
import { INDONESIAN } from "../../../src/crypto/secret/wordlists/indonesian.ts";
import {
  CHECK,
  FAULTS,
  KEY,
  MAKE,
  OFFICE,
  OPEN,
  RECEIVER,
  ROW_NAMES,
  SIGNER,
  TASKS,
  TRAIL,
  UNCHECKED,
} from "../../../src/web/keys/receiver/words.ts";
import { makeReceiverPage } from "../../../src/web/receiver-page.ts";
import { RECEIVER_PAGE_FILE } from "../../../src/web/shared/receiver-page-file.ts";
import { LANGUAGE_CODES } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { DAY, casePartsOf, makeCaseFile, zipOf } from "../../support/proof/case-file.ts";
import { sha256, startLog } from "../../support/proof/audit-log.ts";
import { makeOrganisation } from "../../support/organisation.ts";
import { openBrowser, openPage } from "../support/browsers.ts";
import { type Screen, screenOf } from "../support/screen.ts";
import { checkScreen } from "../support/screen-checks.ts";
import { waitForElement } from "../support/wait.ts";
import { catchSaved, savedIn } from "./key-page.ts";

const page = await makeReceiverPage();
const organisation = makeOrganisation(Date.parse(DAY));
const by = organisation.lead.entry.id;
const parts = casePartsOf({ reporter: () => "", team: (place) => `Tim: ${place}.` });
const log = startLog(organisation, { now: Date.parse(DAY) });
const body = sha256(utf8("a body"));
log.act(organisation.lead, { details: body });
const place = log.items.length - 1;
const made = makeCaseFile(parts, {}, { by, trail: { made: { entry: place + 1, row: hex(body) }, rows: new Map() } });
const proof = encodeCaseProof({
  key: encodeNoteKey(sha256, log.signer),
  checkpoint: log.checkpoint(),
  items: [{ place, leaf: log.items[place]!.leaf, proof: log.tree.inclusion(place) }],
});
const zip = await zipOf(made, { organisation, proof });
const office = fingerprintWords(rootsFingerprintOf(organisation.rootSet), wordListOf("id"));
const signer = fingerprintWords(fingerprintOf(fromHex(organisation.lead.entry.signingKey)), wordListOf("id"));
const WORDS = INDONESIAN.slice(40, 40 + PACKAGE_WORDS).join(" ");

async function open(browser: Browser, folder: string) {
  const file = path.join(folder, RECEIVER_PAGE_FILE);
  await fs.writeFile(file, page);
  const { page: tab, complaints } = await openPage(browser);
  const asked: string[] = [];
  tab.on("request", (request) => asked.push(request.url()));
  await tab.evaluateOnNewDocument(catchSaved);
  await tab.goto(pathToFileURL(file).href);
  const screen = screenOf(tab);
  await screen.press("ID");
  return { screen, complaints, asked, folder };
}

async function give({ page: tab }: Screen, selector: string, file: string): Promise<void> {
  const input = await waitForElement<HTMLInputElement>(tab, selector);
  await input.uploadFile(file);
}

async function sealTo(folder: string, name: string, lock: Lock, content: Uint8Array = zip): Promise<string> {
  const pieces: Bytes[] = [];
  const stream = new Blob([new Uint8Array(content)]).stream() as ReadableStream<Bytes>;
  await sealPackage(stream, lock, async (piece) => void pieces.push(piece));
  const file = path.join(folder, name);
  await fs.writeFile(file, concat(...pieces));
  return file;
}

const { say } = speak("id");

/** A key made on the page, its two files saved. */
async function makeKey(t: Test, screen: Screen, folder: string): Promise<{ secret: string; lock: Lock }> {
  await screen.press(say(TASKS.make));
  await screen.press(say(MAKE.make));
  await screen.seeHeading(say(MAKE.made));
  await screen.press(say(MAKE.saveSecret));
  await screen.press(say(MAKE.savePublic));
  const [secret, open] = await savedIn(screen.page);
  t.match(secret?.bytes.toString(), /^# public key: age1pq1[0-9a-z]+\nAGE-SECRET-KEY-PQ-1[0-9A-Z]+\n$/u);
  const recipient = readRecipient(open?.bytes.toString() ?? "");
  if (secret === undefined || recipient === undefined) throw new Error("no key was saved");
  const file = path.join(folder, secret.name);
  await fs.writeFile(file, secret.bytes);
  await screen.press(say(RECEIVER.back));
  return { secret: file, lock: { is: "key", recipient } };
}

for (const name of ["chromium", "safer"] as const)
  t.test(`a key is made and a package opened with it, its signature checked: ${name}`, async (t) => {
    const browser = await openBrowser(name);
    t.teardown(() => browser.close());
    const { screen, complaints, asked, folder } = await open(browser, t.testdir());
    const { secret, lock } = await makeKey(t, screen, folder);
    const packed = await sealTo(folder, "segel-berkas-K7QD.zip.age", lock);
    await screen.press(say(TASKS.open));
    await give(screen, 'input[type="file"]', packed);
    await screen.seeHeading(say(OPEN.key));
    await give(screen, 'form input[type="file"]', secret);
    await screen.press(say(OPEN.open));
    await screen.see(say(CHECK.unplaced));
    t.notMatch(await screen.readAll(), say(CHECK.genuine), "nobody has compared yet");
    const told = await screen.readAll();
    for (const text of [SIGNER.title, SIGNER.named, TRAIL.title, UNCHECKED.office, UNCHECKED.log, UNCHECKED.content])
      t.match(told, say(text));
    t.match(told, say(TRAIL.entry, { entry: String(place + 1) }));
    t.match(told, say(ROW_NAMES.made));
    for (const word of signer) t.match(told, word, "the fingerprint of the key that signed");
    await screen.paste(say(OFFICE.noted), office.toReversed().join(" "));
    await screen.see(say(OFFICE.other));
    await screen.see(say(CHECK.notGenuine));
    await screen.paste(say(OFFICE.noted), office.slice(0, 11).join(" "));
    await screen.see(say(OFFICE.incomplete));
    t.notMatch(await screen.readAll(), say(CHECK.genuine), "nobody has compared yet");
    await screen.paste(say(OFFICE.noted), `A ${office.join("  ")}`);
    await screen.see(say(OFFICE.same));
    await screen.see(say(CHECK.genuine));
    t.match(await screen.readAll(), say(SIGNER.listed));
    await screen.paste(say(OFFICE.noted), "");
    await screen.see(say(CHECK.unplaced));
    await screen.page.click('.tick input[type="checkbox"]');
    await screen.see(say(CHECK.genuine));
    await screen.press(say(OPEN.save, { size: speak("id").size(zip.length) }));
    t.equal((await savedIn(screen.page)).at(-1)?.name, "segel-berkas-K7QD.zip");
    t.same(
      complaints.filter((text) => !text.includes("WebAssembly is not defined")),
      [],
    );
    t.same(
      asked.filter((url) => !/^(?:file|blob|data):/u.test(url)),
      [],
      "it asks nobody",
    );
  });

t.test("words open what was sealed under them; other words, another key, a changed package are told", async (t) => {
  const browser = await openBrowser("chromium");
  t.teardown(() => browser.close());
  const { screen, folder } = await open(browser, t.testdir());
  const { secret, lock } = await makeKey(t, screen, folder);
  const byWords = await sealTo(folder, "kata.zip.age", { is: "words", words: WORDS });
  await screen.press(say(TASKS.open));
  await give(screen, 'input[type="file"]', byWords);
  await screen.seeHeading(say(OPEN.words));
  const type = async (text: string) => {
    await screen.page.$eval("#package-words", (field) => ((field as HTMLTextAreaElement).value = ""));
    await screen.page.type("#package-words", text);
    await screen.press(say(OPEN.open));
  };
  await type(WORDS.split(" ").slice(1).join(" "));
  await screen.see(say(OPEN.noWords));
  await type(WORDS.split(" ").toReversed().join(" "));
  await screen.see(say(OPEN.otherWords));
  await type(passphraseOf(WORDS).toUpperCase());
  await screen.see(say(CHECK.unplaced));

  const changed = zip.with(60, (zip[60] ?? 0) ^ 1);
  const wrongs = [
    [await sealTo(folder, "diubah.age", lock, changed), say(CHECK.notGenuine)],
    [await sealTo(folder, "bukan-zip.age", lock, new Uint8Array(100)), say(FAULTS.form)],
  ] as const;
  for (const [file, told] of wrongs) {
    await give(screen, 'input[type="file"]', file);
    await screen.seeHeading(say(OPEN.key));
    await give(screen, 'form input[type="file"]', secret);
    await screen.press(say(OPEN.open));
    await screen.see(told);
  }
  const cut = path.join(folder, "terpotong.age");
  await fs.writeFile(cut, (await fs.readFile(wrongs[0][0])).subarray(0, -10));
  await give(screen, 'input[type="file"]', cut);
  await screen.seeHeading(say(OPEN.key));
  await give(screen, 'form input[type="file"]', secret);
  await screen.press(say(OPEN.open));
  await screen.see(say(OPEN.altered));
  await give(screen, 'input[type="file"]', secret);
  await screen.see(say(OPEN.noPackage));
});

for (const language of LANGUAGE_CODES)
  t.test(`every screen of the receiver's page serves everybody: ${language}`, async (t) => {
    const browser = await openBrowser("chromium");
    t.teardown(() => browser.close());
    const { screen, folder } = await open(browser, t.testdir());
    const { secret, lock } = await makeKey(t, screen, folder);
    const packed = await sealTo(folder, "segel-berkas-K7QD.zip.age", lock);
    const { say: tell } = speak(language);
    await screen.press(language.toUpperCase());
    await screen.see(tell(RECEIVER.lead));
    await checkScreen(t, "r1-tasks", screen);
    await screen.press(tell(TASKS.make));
    await screen.press(tell(MAKE.make));
    await screen.seeHeading(tell(MAKE.made));
    await checkScreen(t, "r2-made", screen);
    await screen.press(tell(RECEIVER.back));
    await screen.press(tell(TASKS.name));
    await give(screen, 'input[type="file"]', secret);
    await screen.seeHeading(tell(KEY.words));
    await checkScreen(t, "r3-words", screen);
    await screen.press(tell(RECEIVER.back));
    await screen.press(tell(TASKS.open));
    await give(screen, 'input[type="file"]', packed);
    await screen.seeHeading(tell(OPEN.key));
    await checkScreen(t, "r4-key", screen);
    await give(screen, 'form input[type="file"]', secret);
    await screen.press(tell(OPEN.open));
    await screen.see(tell(CHECK.unplaced));
    await checkScreen(t, "r5-opened", screen);
  });
