/** The key page opened from a file, and an office's whole ceremony on it, read from screens and sheets alone. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import type { Test } from "tap";
import { listedRecovery, readRecovery } from "../../../src/client/ceremony/recovery.ts";
import { encodeRequest, proposalOf } from "../../../src/client/ceremony/request.ts";
import { readRoot } from "../../../src/client/ceremony/root.ts";
import { nextDocument } from "../../../src/client/directory/organisation.ts";
import { WORD_LISTS } from "../../../src/client/reporter/word-lists.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { fingerprintWords } from "../../../src/crypto/secret/fingerprint-words.ts";
import { deriveSigningKeyPair } from "../../../src/crypto/secret/keys.ts";
import { readSheetLine } from "../../../src/crypto/secret/share-sheet.ts";
import { readKeyWords } from "../../../src/crypto/secret/words.ts";
import { type SignedDirectory, encodeDirectory } from "../../../src/protocol/directory/directory.ts";
import { acceptDirectory, firstUse } from "../../../src/protocol/directory/trust.ts";
import { KEY_PAGE_FILE } from "../../../src/web/keys/page.ts";
import { makeOrganisation } from "../../support/organisation.ts";
import { buildTestPages } from "../../support/pages.ts";
import { type BrowserName, openPage } from "../support/browsers.ts";
import { type Screen, screenOf } from "../support/screen.ts";
import { waitForElement } from "../support/wait.ts";

export type Saved = { readonly name: string; readonly bytes: Buffer };

export type KeyPage = Screen & {
  readonly complaints: string[];
  /** Every address that the browser asked for */
  readonly asked: string[];
  /** What the page gave to be saved, in order */
  readonly saved: () => Promise<Saved[]>;
};

/** Runs before any script of the page: what would lie in the downloads folder is kept here. */
export function catchSaved(): void {
  const kept: { name: string; text: Promise<string> }[] = [];
  let last: Blob | undefined;
  Object.assign(globalThis, { keptForTests: kept });
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob: Blob) => make((last = blob));
  HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
    if (last !== undefined) kept.push({ name: this.download, text: last.text() });
  };
}

/** In a context of its own; `change` alters the file on its way. */
export async function openKeyPage(
  t: Pick<Test, "testdir">,
  browser: Browser,
  change: (html: string) => string = (html) => html,
): Promise<KeyPage> {
  const built = path.join(await buildTestPages(), KEY_PAGE_FILE);
  const file = path.join(t.testdir(), KEY_PAGE_FILE);
  await fs.writeFile(file, change(await fs.readFile(built, "utf8")));
  const { page, complaints } = await openPage(browser);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.evaluateOnNewDocument(catchSaved);
  await page.goto(pathToFileURL(file).href);
  return { ...screenOf(page), complaints, asked, saved: () => savedIn(page) };
}

/** What a page with `catchSaved` gave to be saved, in order. */
export async function savedIn(page: Page): Promise<Saved[]> {
  const kept = await page.evaluate(async () => {
    const { keptForTests } = globalThis as unknown as { keptForTests: { name: string; text: Promise<string> }[] };
    return Promise.all(keptForTests.map(async ({ name, text }) => ({ name, text: await text })));
  });
  return kept.map((one) => ({ name: one.name, bytes: Buffer.from(one.text) }));
}

/** Over the first screen, and past the network: switched off where the browser can, else as practice. */
export async function enter(screen: KeyPage, name: BrowserName): Promise<void> {
  await screen.press("Sudah dibandingkan dan sama");
  await screen.seeHeading("KOMPUTER INI TERHUBUNG KE JARINGAN");
  if (name === "chromium") await screen.page.setOfflineMode(true);
  else await screen.press("Berlatih saja");
  await screen.seeHeading("Apa yang akan Anda kerjakan?");
}

export const textsOf = (page: Page, selector: string) =>
  page.$$eval(selector, (all) => all.map((one) => (one.textContent ?? "").trim()));

/** Types what the paper says, four letters a word, wherever it is asked for. */
async function answer(screen: KeyPage, wordAt: (label: string) => string): Promise<void> {
  await screen.press("Lembar ini sudah di tangan pemegangnya");
  for (const label of await textsOf(screen.page, ".asking label")) await screen.fill(label, wordAt(label).slice(0, 4));
  await screen.press("Cocokkan");
}

export const numberIn = (text: string) => Number(/\d+/u.exec(text)?.[0]);

/** What each look at a screen is for: axe, widths, a picture. */
export type Look = (name: string) => Promise<void>;

/** A root key; its 24 words as they stand on the sheet, and its public half. */
export async function makeRootKey(screen: KeyPage, look: Look): Promise<{ words: string[]; key: Uint8Array }> {
  await screen.press("Membuat kunci akar");
  await screen.press("Buat kunci akar");
  await screen.see("24 kata kunci akar");
  const words = await textsOf(screen.page, ".secret-words b");
  await look("root-sheet");
  await answer(screen, (label) => words[numberIn(label) - 1] ?? "");
  await screen.press("Simpan berkas kunci akar");
  await look("root-saved");
  const key = readRoot((await screen.saved()).at(-1)!.bytes);
  await screen.press("Selesai, lupakan kuncinya");
  await screen.seeHeading("Apa yang akan Anda kerjakan?");
  // Not in its script: the word list stands there, and two words of a key may be neighbours in it.
  const left = await screen.page.evaluate(() => {
    const page = document.documentElement.cloneNode(true) as HTMLElement;
    for (const script of page.querySelectorAll("script")) script.remove();
    return page.outerHTML;
  });
  if (words.some((word, at) => at > 0 && new RegExp(`${words[at - 1]}\\W+${word}`, "u").test(left)))
    throw new Error("words stay in the page");
  return { words, key };
}

export type Sheets = { readonly shares: readonly (readonly string[])[]; readonly lock: readonly string[] };

/** The recovery key, two of three: five lines of each sheet, the lock's words, and the file that is left. */
export async function splitRecovery(screen: KeyPage, look: Look): Promise<Sheets & { readonly file: Buffer }> {
  await screen.press("Membuat dan membagi kunci pemulihan");
  await look("split");
  await screen.press("Buat dan bagi");
  const shares: string[][] = [];
  for (const number of [1, 2, 3]) {
    await screen.see(`Lembar kustodian: bagian ${number} dari 3`);
    const cells = await textsOf(screen.page, ".share-lines td");
    const lines = [0, 1, 2, 3, 4].map((line) => cells.slice(7 * line, 7 * line + 7));
    shares.push(lines.map((line) => line.join(" ")));
    if (number === 1) await look("share-sheet");
    await answer(screen, (label) => {
      const [, letter = "", position = ""] = /Baris (.), kata ke-(\d)/u.exec(label) ?? [];
      return lines["ABCDE".indexOf(letter)]?.[Number(position) - 1] ?? "";
    });
  }
  await screen.see("24 kata gembok");
  const lock = await textsOf(screen.page, ".secret-words b");
  await look("lock-sheet");
  await answer(screen, (label) => lock[numberIn(label) - 1] ?? "");
  await screen.press("Simpan berkas kunci pemulihan");
  const file = (await screen.saved()).at(-1)!.bytes;
  await screen.press("Selesai, lupakan kuncinya");
  return { shares, lock, file };
}

async function choose(t: Pick<Test, "testdir">, screen: KeyPage, name: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(t.testdir(), name);
  await fs.writeFile(file, bytes);
  const input = await waitForElement<HTMLInputElement>(screen.page, 'input[type="file"]');
  await input.uploadFile(file);
}

/** A request that brings this recovery key in, read, signed with these words, and believed by everybody. */
export async function signWith(
  t: Test,
  screen: KeyPage,
  { words, key }: { readonly words: readonly string[]; readonly key: Uint8Array },
  recoveryFile: Uint8Array,
  look: Look,
): Promise<void> {
  const read = readKeyWords(words.join(" "), WORD_LISTS);
  if ("problem" in read) throw new Error(read.problem.code);
  const root = deriveSigningKeyPair(read.secret);
  t.same(root.publicKey, key, "the file is the half of the words");
  const now = Date.UTC(2026, 10, 29, 3);
  const { document, signed, rootSet } = makeOrganisation(now, [root]);
  const recovery = listedRecovery(readRecovery(recoveryFile));
  const proposed = { ...nextDocument(document, signed, now + 60_000), recovery };
  await screen.press("Memeriksa dan menandatangani permintaan");
  await choose(t, screen, "permintaan.json", encodeRequest(proposed, signed));
  await screen.see("Kunci pemulihan diganti. Yang baru terbuka dengan 2 dari 3 bagian kustodian bersama gembok");
  const line = fingerprintWords(proposalOf(encodeDirectory(proposed)), WORD_LISTS[0]);
  t.equal((await textsOf(screen.page, ".one-line dd")).join(" "), line.join(" "), "the line of the request");
  await look("sign");
  await screen.fill("24 kata kunci akar Anda", words.with(3, "qqqq").join(" "));
  await screen.see("Kata ke-4 tidak ada dalam daftar kata.");
  await screen.paste("24 kata kunci akar Anda", words.map((word) => word.slice(0, 4)).join(" "));
  await screen.press("Tanda tangani permintaan ini");
  await screen.see("Sudah ditandatangani. Tulis nomor 2");
  await screen.press("Simpan berkas tanda tangan");
  await screen.press("Simpan daftar yang sudah ditandatangani");
  const [signature, list] = (await screen.saved()).slice(-2) as [Saved, Saved];
  t.match(JSON.parse(signature.bytes.toString()), { format: "segel/1/root-signature", root: hex(key) });
  const joined = JSON.parse(list.bytes.toString()) as SignedDirectory;
  const chain = acceptDirectory(firstUse(rootSet), [signed, joined], {
    depth: "thorough",
    now: now + 120_000,
    statement: "none-yet",
  });
  t.equal(chain.directory.version, 2, "what was saved is believed by everybody");
  await screen.press("Kembali ke daftar tugas");
}

/** A line B that does not belong to this line A: its check is one word of 2,048, and may fit by chance. */
function lineOfAnother(lineA: string, shares: Sheets["shares"]): string {
  const first = readSheetLine(lineA, "A", undefined, WORD_LISTS);
  if ("problem" in first) throw new Error("line A reads");
  const strange = shares.find(([, lineB = ""]) => "problem" in readSheetLine(lineB, "B", first.numbers, WORD_LISTS));
  return strange?.[1] ?? "";
}

/** Two sheets and the lock: first another lock, then the right one. */
export async function rehearse(
  t: Test,
  screen: KeyPage,
  { shares, lock, file }: Sheets & { readonly file: Uint8Array },
  otherWords: readonly string[],
  look: Look,
): Promise<void> {
  await screen.press("Melatih pemulihan");
  await choose(t, screen, "pemulihan.json", file);
  for (const [at, lines] of [shares[2]!, shares[0]!].entries()) {
    await screen.seeHeading(`Lembar ke-${at + 1} dari 2`);
    if (at === 0) {
      await screen.fill("Baris A", lines[0]!);
      await screen.fill("Baris B", lineOfAnother(lines[0]!, shares));
      await screen.see("Baris ini salah ketik, atau dari lembar lain.");
      await look("rehearse-slip");
      await screen.page.$$eval(".line-field input", (all) =>
        all.forEach((one) => ((one as HTMLInputElement).value = "")),
      );
    }
    for (const [line, text] of lines.entries()) await screen.paste(`Baris ${"ABCDE"[line]}`, text);
    await screen.press("Periksa lembar ini");
  }
  await screen.see("2 dari 2 lembar benar.");
  await screen.fill("24 kata gembok", otherWords.join(" "));
  await screen.press("Periksa semuanya");
  await screen.see("TIDAK. Pemulihan tidak akan berhasil seperti ini.");
  await screen.paste("24 kata gembok", lock.join(" "));
  await screen.press("Periksa semuanya");
  await screen.see("YA. Dengan lembar-lembar ini dan gemboknya, pemulihan akan berhasil.");
  await look("rehearse-yes");
  const shown = await screen.readAll();
  t.notOk(shown.includes(hex(new Uint8Array(4))), "and nothing else");
  await screen.press("Selesai");
}
