/** What the desk says of files by their content, what it shows, and what leaves it: whole, under names that are honest, or not at all. */
import t, { type Test } from "tap";
import { concat, hex } from "../../../../src/crypto/bytes.ts";
import { sha256 } from "../../../../src/client/line/sha256.ts";
import { readEntries, readEntry } from "../../../../src/evidence/documents/zip.ts";
import { Reader, bytesSource } from "../../../../src/evidence/source.ts";
import type { FileType, Warning } from "../../../../src/evidence/types.ts";
import { speak } from "../../../../src/words/speech.ts";
import { REFUSALS } from "../../../../src/words/failures.ts";
import { FILES, TYPE_NAMES, WARNING_WORDS } from "../../../../src/web/investigator/files/words.ts";
import { ascii, noise } from "../../../evidence/make/bytes.ts";
import { makeJpeg } from "../../../evidence/make/jpeg.ts";
import { makeDocx } from "../../../evidence/make/office.ts";
import { makePdf } from "../../../evidence/make/pdf.ts";
import { makePng } from "../../../evidence/make/png.ts";
import { makeZip } from "../../../evidence/make/zip.ts";
import { query } from "../../../support/machine/postgres.ts";
import { openCase, signIn } from "../../stories/desk.ts";
import type { BrowserName } from "../../support/browsers.ts";
import { focused, walk } from "../../support/keyboard.ts";
import { LOOKS, findBarriers, overflow, wear } from "../../support/looks.ts";
import { catchDownloads, caughtDownloads, clearPlaces, pickPlaces, placesOf, readPlace } from "../../support/places.ts";
import { holdBack } from "../../support/recorder.ts";
import type { Screen } from "../../support/screen.ts";
import { type SentFile, sendReportWithFiles } from "../../support/sent-files.ts";
import { type Site, startSite } from "../../support/site.ts";
import { setStageAt } from "../../support/stage.ts";
import { waitForElement, waitInPage, waitUntilGone } from "../../support/wait.ts";

t.setTimeout(240_000);

const { say } = speak("id");
const TITLE = "Berkas segala jenis";
const SUMS = "SHA256SUMS.txt";
const LONG = `${"panjang ".repeat(31)}.txt`;

type Told = readonly [file: SentFile, type: FileType, inZip: string, ...warnings: Warning[]];

const PROGRAM = concat(ascii("\x7fELF"), noise(400));
const SCRIPT = ascii("<!doctype html><script>alert(document.domain)</script>");
const TOLD: readonly Told[] = [
  [["foto.jpg", "image/jpeg", makeJpeg()], "jpeg", "foto.jpg"],
  [["FOTO.JPG", "image/jpeg", makePng()], "png", "FOTO.JPG.png", "type-does-not-match-name"],
  [["foto.jpg", "image/jpeg", concat(makeJpeg(), noise(9))], "jpeg", "foto (2).jpg"],
  [["surat.pdf", "application/pdf", makePdf()], "pdf", "surat.pdf"],
  [["aktif.pdf", "", makePdf({ objects: ["<< /S /JavaScript /JS (x) >>"] })], "pdf", "aktif.pdf", "active-content"],
  [
    ["rincian.docx", "", makeDocx([{ name: "word/vbaProject.bin", body: "x" }])],
    "docm",
    "rincian.docx.bin",
    "macro",
    "type-does-not-match-name",
  ],
  [
    ["kuitansi \u202Egpj.exe", "image/jpeg", PROGRAM],
    "elf",
    "kuitansi gpj.exe.bin",
    "program",
    "type-does-not-match-name",
  ],
  [["../../bukti.png", "image/png", SCRIPT], "html", "bukti.png.txt", "type-does-not-match-name", "active-content"],
  [["bukti.zip", "", makeZip([{ name: "a", body: "b" }])], "zip", "bukti.zip", "archive"],
  [["rahasia.age", "", ascii("age-encryption.org/v1\n-> X25519 x\n")], "age", "rahasia.age", "sealed-archive"],
  [["con.txt", "", ascii("Catatan.\n")], "text", "_con.txt"],
  [["sha256sums.txt", "", ascii("Bukan daftar.\n")], "text", "sha256sums (2).txt"],
  [[LONG, "text/plain", ascii("Nama panjang.\n")], "text", `${"panjang ".repeat(14)}pan.txt`],
];
const CONTENTS = TOLD.map(([[, , content]]) => content);

async function arrive(t: Test, site: Site, browser: BrowserName) {
  const stage = await setStageAt(t, site, browser);
  const screen = await stage.open((page) => page.setViewport({ width: 1280, height: 900 }));
  await screen.page.goto(`${site.origin}/desk`);
  await signIn(screen, "id", site.logins[browser === "firefox" ? 1 : 0]);
  await openCase(screen, "id", TITLE);
  return { ...stage, screen, page: screen.page };
}

async function checkAll({ page, press }: Screen, known: number): Promise<void> {
  await press(say(FILES.checkAll));
  await waitInPage(page, (wanted) => document.querySelectorAll(".file-row .fingerprint").length === wanted, {}, known);
}

type Row = { name: string; type: string; hash: string; warnings: string[] };

function rowsOf({ page }: Screen): Promise<Row[]> {
  return page.$$eval(".file-row", (rows) =>
    rows.map((row) => {
      const text = (selector: string) => row.querySelector(selector)?.textContent ?? "";
      return {
        name: text(".file-name"),
        type: text(".true-type"),
        hash: text("code").replaceAll(" ", ""),
        warnings: [...row.querySelectorAll(".warnings strong")].map(({ textContent }) => textContent ?? ""),
      };
    }),
  );
}

async function unpack(zip: Uint8Array): Promise<Map<string, Uint8Array>> {
  const reader = new Reader(bytesSource(new Uint8Array(zip)));
  const unpacked = new Map<string, Uint8Array>();
  for (const entry of await readEntries(reader)) {
    const { bytes = new Uint8Array() } = (await readEntry(reader, entry, 10_000_000)) ?? {};
    unpacked.set(entry.name, bytes);
  }
  return unpacked;
}

/** Name and hash of each line that is no comment. */
function sumsIn(list: Uint8Array): (readonly [name: string, hash: string])[] {
  const lines = Buffer.from(list).toString().split("\n").slice(0, -1);
  return lines.filter((line) => !line.startsWith("#")).map((line) => [line.slice(66), line.slice(0, 64)] as const);
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  return hex(await sha256(new Uint8Array(bytes)));
}

t.test("evidence at the desk", async (t) => {
  const site = await startSite(t);
  await sendReportWithFiles(site, {
    title: TITLE,
    files: TOLD.map(([file]) => file),
    missing: [{ name: "menyusul.mp4", type: "video/mp4", size: 5_000_000 }],
    text: "Semua.",
  });
  const hashes = await Promise.all(CONTENTS.map(hashOf));

  const { screen, page, recorder } = await arrive(t, site, "chromium");

  await t.test(
    "attack 61: each file is called what it is by its content, with its hash, and a sealed one is explained",
    (t) => seeTypes(t, screen, hashes),
  );

  await t.test("in Firefox as well, and its ZIP holds the same", async (t) => {
    const there = await arrive(t, site, "firefox");
    await seeTypes(t, there.screen, hashes);
    await catchDownloads(there.screen);
    await there.screen.press(say(FILES.zipAll));
    await waitForElement(there.page, ".zip-end p");
    const [zip] = Object.values(await caughtDownloads(there.screen));
    const unpacked = await unpack(zip!);
    t.same(
      sumsIn(unpacked.get(SUMS)!),
      TOLD.map(([, , inZip], at) => [inZip, hashes[at]]),
    );
    for (const [at, [, , inZip]] of TOLD.entries()) t.equal(await hashOf(unpacked.get(inZip)!), hashes[at], inZip);
    t.same(there.screen.complaints, [], "the browser has nothing to complain of");
    await there.browser.close();
  });

  await t.test(
    "attack 32: what would run is saved as bytes under a name that runs nothing, whatever it was called",
    async (t) => {
      await catchDownloads(screen);
      for (const name of ["rincian.docx", "kuitansi ⟨U+202E⟩gpj.exe", "../../bukti.png"]) {
        await screen.press(`${say(FILES.download)} ${name}`);
        await waitInPage(
          page,
          (wanted) => [...document.querySelectorAll(".file-row")].some((row) => row.textContent.includes(wanted)),
          {},
          `${say(FILES.saved)} ${TOLD.find(([[sent]]) => sent.includes(name.slice(-7)))?.[2]}`,
        );
      }
      t.same(Object.keys(await caughtDownloads(screen)), ["rincian.docx.bin", "kuitansi gpj.exe.bin", "bukti.png.txt"]);
    },
  );

  await t.test(
    "attack 35: in the ZIP every name is safe, honest and there once, and its list holds every hash",
    async (t) => {
      await pickPlaces(screen);
      await screen.press(say(FILES.zipAll));
      await waitForElement(page, ".zip-end p");
      const [place = ""] = Object.keys(await placesOf(screen));
      t.match(place, /^segel-[A-Z0-9]{4}-[A-Z0-9]{4}\.zip$/u);
      const zip = await readPlace(screen, place);
      const unpacked = await unpack(zip);
      t.same([...unpacked.keys()], [...TOLD.map(([, , inZip]) => inZip), SUMS]);
      t.same(
        sumsIn(unpacked.get(SUMS)!),
        TOLD.map(([, , inZip], at) => [inZip, hashes[at]]),
        "the list, as sha256sum -c reads it",
      );
      for (const [at, [, , inZip]] of TOLD.entries())
        t.equal(await hashOf(unpacked.get(inZip)!), hashes[at], `${inZip}: the same bytes`);
      t.match(Buffer.from(unpacked.get(SUMS)!).toString(), /^# .*NOT INCLUDED, has not come yet: menyusul\.mp4$/mu);
      const noon = 12 << 11;
      // Behind those of the ZIP that is in it.
      const headers = zip
        .toString("latin1")
        .split("PK\u0001\u0002")
        .slice(-TOLD.length - 1);
      const times = headers.map((header) => Buffer.from(header, "latin1").readUInt16LE(8));
      t.same(new Set(times), new Set([noon]), "the day of its message, at noon");
      await clearPlaces(screen);
    },
  );

  await t.test("a preview keeps the focus inside, goes on to the next file, and gives the focus back", async (t) => {
    await screen.press(`${say(FILES.preview)} foto.jpg`);
    await waitForElement(page, ".preview-dialog .fingerprint");
    t.equal(await focused(page), say(FILES.close));
    t.match(await page.$eval(".preview-dialog", (dialog) => dialog.textContent), say(TYPE_NAMES.jpeg));
    for (const look of LOOKS) {
      await wear(page, look);
      t.same(await findBarriers(page), [], `axe at ${look.width}, ${look.scheme}`);
    }
    t.equal(await overflow(page, 320), 0, "nothing stands beside the window");
    await page.setViewport({ width: 1280, height: 900 });
    await screen.press(say(FILES.nextFile));
    await screen.see(say(WARNING_WORDS["type-does-not-match-name"].title));
    await waitInPage(
      page,
      (hash) => document.querySelector(".preview-dialog code")?.textContent.replaceAll(" ", "") === hash,
      {},
      hashes[1],
    );
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press("Tab");
      const isInside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null,
      );
      t.ok(isInside, "Tab stays in the dialog");
    }
    await page.focus(".preview-dialog [autofocus], .preview-dialog .button:last-child");
    await page.keyboard.press("Escape");
    await waitUntilGone(page, "dialog");
    t.match(await focused(page), say(FILES.preview));
  });

  await t.test("by keyboard alone every button of every file is come to, in order", async (t) => {
    const { stops, expected } = await walk(page);
    t.same(
      stops.map(({ name }) => name),
      expected,
    );
    t.same(
      stops.filter(({ faults }) => faults.length > 0),
      [],
    );
  });

  await t.test("a ZIP that is stopped on its way leaves nothing", async (t) => {
    await pickPlaces(screen);
    const letGo = holdBack(recorder, ({ method, url }) => method === "GET" && url.includes("/files/"));
    await screen.press(say(FILES.zipAll));
    await waitForElement(page, ".files-actions progress");
    await screen.press(say(FILES.cancel));
    await screen.see(say(FILES.cancelled));
    letGo();
    t.same(await placesOf(screen), {});
  });

  await t.test(
    "files that are damaged or gone are named as such, nothing of them is shown or saved, and the ZIP comes without them",
    async (t) => {
      const ids = await page.$$eval(".file-row[id]", (rows) => rows.map(({ id }) => id.split("-").at(-1)));
      const idOf = (name: string) => ids[TOLD.findIndex(([[sent]]) => sent === name)];
      const at = "WHERE file_id = decode($1, 'hex')";
      const flip = "UPDATE file_cells SET content = set_byte(content, 900, get_byte(content, 900) # 1)";
      await query(site.urls.ownerUrl, `${flip} ${at}`, [idOf("foto.jpg")]);
      await query(site.urls.ownerUrl, `DELETE FROM file_cells ${at}`, [idOf("surat.pdf")]);
      await pickPlaces(screen);
      await screen.press(`${say(FILES.preview)} foto.jpg`);
      await screen.see(say(REFUSALS["file-damaged"].happened));
      t.equal(await page.$(".preview-dialog .preview"), null, "nothing of it is shown");
      await screen.press(say(FILES.close));
      await page.focus(".file-row");
      await screen.press(`${say(FILES.download)} surat.pdf`);
      await screen.see(say(REFUSALS["file-missing"].happened));
      t.same(await placesOf(screen), {}, "nothing of it is saved");
      await screen.press(say(FILES.zipAll));
      await screen.see(`foto.jpg: ${say(FILES.absentDamaged)}`);
      await screen.see(`surat.pdf: ${say(FILES.absentMissing)}`);
      const [place = ""] = Object.keys(await placesOf(screen));
      const unpacked = await unpack(await readPlace(screen, place));
      const list = Buffer.from(unpacked.get(SUMS)!).toString();
      t.match(list, /^# .*damaged or exchanged: foto\.jpg$/mu);
      t.match(list, /^# .*not on the server: surat\.pdf$/mu);
      t.equal(unpacked.size, TOLD.length - 2 + 1, "all others are there");
      for (const [name, hash] of sumsIn(unpacked.get(SUMS)!)) t.equal(await hashOf(unpacked.get(name)!), hash, name);
    },
  );

  t.same(screen.complaints, [], "the browser has nothing to complain of");
});

async function seeTypes(t: Test, screen: Screen, hashes: readonly string[]): Promise<void> {
  t.ok(
    (await rowsOf(screen)).every(({ type }) => type === ""),
    "before, nothing is said to be known",
  );
  await checkAll(screen, TOLD.length);
  const rows = await rowsOf(screen);
  for (const [at, [[name], type, , ...warnings]] of TOLD.entries()) {
    const { type: shown, hash, warnings: told } = rows[at]!;
    t.same(
      { type: shown, hash, warnings: new Set(told) },
      { type: say(TYPE_NAMES[type]), hash: hashes[at], warnings: new Set(warnings.map(titleOf)) },
      name,
    );
  }
  await screen.see(say(WARNING_WORDS["sealed-archive"].advice));
}

function titleOf(warning: Warning): string {
  return say(WARNING_WORDS[warning].title);
}
