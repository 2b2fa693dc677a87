/** A stranger's file at the desk: each kind is seen, what cannot be is said in words, and both languages and the keyboard do. */
import t from "tap";
import { concat } from "../../../src/crypto/bytes.ts";
import type { FileType } from "../../../src/evidence/types.ts";
import { canPreview, whyNoPreview } from "../../../src/web/investigator/files/preview/preview-rules.ts";
import { speak } from "../../../src/words/speech.ts";
import { decode } from "../../../src/web/preview/text.ts";
import { WORDS } from "../../../src/web/preview/words.ts";
import { parseFromPreview } from "../../../src/web/shared/preview.ts";
import { PREVIEW, PREVIEW_ENDS } from "../../../src/web/investigator/files/words.ts";
import { le } from "../../evidence/make/bytes.ts";
import { makePng } from "../../evidence/make/png.ts";
import { findBarriers, overflow } from "../support/looks.ts";
import { makeEncryptedPdf, makeFaxPdf, makeTextPdf } from "../support/pdf.ts";
import { waitInPage, waitUntilGone } from "../support/wait.ts";
import type { Harness } from "./preview-harness.ts";
import { type PreviewPage, pressInside, setPreviewStage } from "./preview-stage.ts";

t.setTimeout(120_000);

const MIB = 1_024 * 1_024;
/** One pixel. */
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64");

const { say } = speak("id");

t.test("what is shown at all is said before anything is opened, and why the rest is not", (t) => {
  const shown: readonly [FileType, number][] = [
    ["jpeg", 100 * MIB],
    ["heic", 100 * MIB],
    ["text", 1_000 * MIB],
    ["svg", 10],
    ["pdf", 64 * MIB],
    ["mp4", 512 * MIB],
  ];
  for (const [type, bytes] of shown) t.ok(canPreview(type, bytes), `${type}, ${bytes} bytes`);
  for (const type of ["tiff", "avi", "docx", "zip", "pe", "lnk", "age", "unknown"] as const)
    t.equal(whyNoPreview(type, 10), PREVIEW.notThisType, type);
  for (const [type, bytes] of shown.filter(([one]) => one !== "text" && one !== "svg"))
    t.equal(whyNoPreview(type, bytes + 1), PREVIEW.tooManyBytes, type);
  t.end();
});

t.test("text is read by its mark, as UTF-8, or else letter by letter", (t) => {
  const utf16 = Buffer.from("\uFEFFrapat é", "utf16le");
  t.equal(decode(utf16), "rapat é");
  t.equal(decode(Buffer.from(utf16).swap16()), "rapat é");
  t.equal(decode(Buffer.from("\uFEFFrapat é €")), "rapat é €");
  t.equal(decode(Buffer.from("rapat é €").subarray(0, -1)), "rapat é ", "a letter that was cut is left out");
  t.equal(decode(Buffer.from("rapat \xe9 \x80", "latin1")), "rapat é €");
  t.end();
});

t.test("attack 31: of what the frame says, only the few words it has count", (t) => {
  const words: readonly unknown[] = [
    { says: "shown", height: 12.5 },
    { says: "failed", why: "encrypted" },
    { says: "alive" },
    { says: "leave" },
  ];
  for (const word of words) t.same(parseFromPreview(word), word);
  const forged: readonly unknown[] = [
    null,
    undefined,
    "shown",
    [],
    { says: "shown" },
    { says: "shown", height: "1px; position: fixed" },
    { says: "shown", height: Infinity },
    { says: "shown", height: Number.NaN },
    { says: "shown", height: -1 },
    { says: "failed", why: "__proto__" },
    { says: "failed", why: "<b>x</b>" },
    { says: "silent" },
    { says: "openFile" },
  ];
  for (const word of forged) t.equal(parseFromPreview(word), undefined, JSON.stringify(word));
  t.same(parseFromPreview({ says: "alive", more: "x" }), { says: "alive" }, "and nothing beside them");
  t.end();
});

for (const name of ["chromium", "firefox"] as const) {
  t.test(`each kind of file is seen in ${name}`, async (t) => {
    const { open } = await setPreviewStage(t, name);
    const stage = await open();
    const { page, show, inside, complaints } = stage;

    t.equal(await show(makePng({ width: 900, height: 60 }), { type: "png" }), "shown");
    await seePicture(stage, { width: 900, fits: true });
    await (await inside()).click("button.picture");
    await seePicture(stage, { width: 900, fits: false });
    t.pass("a picture is fitted to the width, and shown pixel for pixel when it is pressed");
    t.equal(await show(makeBmp(), { type: "bmp" }), "shown");
    t.equal(await show(GIF, { type: "gif" }), "shown");

    t.equal(await show(Buffer.from("satu\u0000\u202Edua\r\n\ttiga"), { type: "text" }), "shown");
    await seeInside(stage, "satu⟨U+0000⟩⟨U+202E⟩dua\n\ttiga");
    t.pass("nothing in a text stays unseen");
    await waitInPage(page, isLow, {}, 200);
    t.pass("a frame is as tall as what it shows");
    t.equal(await show(Buffer.alloc(2 * MIB, "panjang sekali "), { type: "text" }), "shown");
    await seeInside(stage, say(WORDS.cut, { n: 1 }));
    t.pass("it is said that a long one is cut");
    await waitInPage(page, isLow, {}, 0.7 * (await page.evaluate(() => innerHeight)) + 1);
    t.pass("and it scrolls inside");

    t.equal(await show(makeWave(), { type: "wav" }), "shown");
    t.ok(await (await inside()).$eval("audio", (sound) => sound.controls && sound.paused && sound.duration > 0.9));

    t.equal(await show(makeTextPdf(["Halaman satu\nKuitansi", "Halaman dua", "Tiga"]), { type: "pdf" }), "shown");
    await seeInside(stage, say(WORDS.page, { n: 1, all: 3 }));
    await seeDark(stage, 300);
    t.pass("letters are drawn whose font is not inside");
    await pressInside(stage, say(WORDS.next));
    await until(stage, "Halaman dua");
    await seeInside(stage, say(WORDS.page, { n: 2, all: 3 }));
    await pressInside(stage, say(WORDS.larger));
    await waitInPage(await inside(), () => {
      const paper = document.querySelector(".paper");
      return paper !== null && paper.scrollWidth > 1.4 * paper.clientWidth;
    });
    t.equal(await show(makeFaxPdf(), { type: "pdf" }), "shown");
    await seeDark(stage, 10_000);
    t.pass("a scanned page is drawn, without WebAssembly");

    const failures: readonly [FileType, Uint8Array, keyof typeof PREVIEW_ENDS][] = [
      ["pdf", makeEncryptedPdf(), "encrypted"],
      ["pdf", Buffer.from("%PDF-1.7 damaged"), "unreadable"],
      ["png", makePng().subarray(0, 40), "unreadable"],
      ["mp3", Buffer.from("no sound at all"), "unplayable"],
      ["mp4", Buffer.from("no film at all"), "unplayable"],
    ];
    for (const [type, bytes, why] of failures) {
      t.equal(await show(bytes, { type }), why, `${type}: ${why}`);
      t.match(await page.$eval(".preview", (part) => part.textContent), say(PREVIEW_ENDS[why]));
      t.equal(await page.$("iframe"), null, "and the frame is gone");
    }
    t.same(complaints.filter(isOurs), [], "the browser has nothing to complain of");
  });
}

t.test(
  "a film that the browser itself has made is shown; every width, keyboards and those who listen are served",
  async (t) => {
    const { open } = await setPreviewStage(t, "chromium");
    const stage = await open();
    const { page, show, inside } = stage;
    await page.evaluate(() =>
      (globalThis as unknown as Harness).openPreview(new Blob(["x"]), { type: "tiff", name: "a", language: "id" }),
    );
    t.match(await page.$eval(".preview", (part) => part.textContent), say(PREVIEW.notThisType));
    t.equal(await page.$("iframe"), null, "what is not shown gets no frame");
    await show(makeTextPdf(["One", "Two"]), { type: "pdf", language: "en", name: "a\u202Eb.pdf" });
    await seeInside(stage, "Page 1 of 2");
    t.equal(await (await inside()).evaluate(() => document.documentElement.lang), "en");
    t.same(
      await page.$$eval("iframe", (frames) => frames.map((frame) => frame.title)),
      ["Preview of a⟨U+202E⟩b.pdf"],
      "the frame has a name for those who listen",
    );
    for (const type of ["pdf", "png", "text"] as const) {
      const bytes = { pdf: makeTextPdf(["Satu", "Dua"]), png: makePng({ width: 400 }), text: Buffer.from("satu") }[
        type
      ];
      await show(bytes, { type });
      t.same(await findBarriers(page), [], `${type}: axe finds nothing`);
      // A frame alone is no page: that it has no heading is as it should be.
      const within = await findBarriers(await inside());
      t.same(
        within.filter((barrier) => !barrier.startsWith("page-has-heading-one")),
        [],
        `${type}: nor inside`,
      );
      for (const width of [320, 360, 1_280])
        t.equal(await overflow(page, width), 0, `${type}: not wider than ${width}`);
    }
    // From what opened it into the frame, past the button that closes.
    await page.setViewport({ width: 1_280, height: 900 });
    await show(makeTextPdf(["Satu", "Dua"]), { type: "pdf" });
    await page.keyboard.press("Tab");
    t.equal(await page.evaluate(() => document.activeElement?.textContent), say(PREVIEW.close));
    for (const expected of [say(WORDS.previous), say(WORDS.next)]) {
      await page.keyboard.press("Tab");
      // The focus crosses from one process into another.
      const isThere = (label: string) => document.activeElement?.ariaLabel === label;
      t.ok(await waitInPage(await inside(), isThere, {}, expected), expected);
    }
    await page.keyboard.press("Enter");
    await until(stage, "Dua");
    // Not waited for: the frame that would say that it has heard the key goes with it.
    page.keyboard.down("Escape").catch(() => {});
    await waitUntilGone(page, ".preview");
    t.equal(await page.evaluate(() => document.activeElement?.id), "opener", "Escape leads back to what opened it");

    const film = await page.evaluate(async () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [64, 48];
      const pen = canvas.getContext("2d")!;
      const timer = setInterval(() => pen.fillRect(Math.random() * 64, 0, 8, 48), 20);
      const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: "video/webm" });
      const parts: Blob[] = [];
      // Until pictures have come: the machine may be busy.
      recorder.ondataavailable = ({ data }) => {
        if (data.size === 0) return;
        parts.push(data);
        if (parts.length === 4) recorder.stop();
      };
      const stopped = new Promise((resolve) => (recorder.onstop = resolve));
      recorder.start(100);
      await stopped;
      clearInterval(timer);
      return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
    });
    t.equal(await show(Uint8Array.from(film), { type: "matroska" }), "shown");
    t.same(await (await inside()).$eval("video", (video) => [video.videoWidth, video.controls, video.paused]), [
      64,
      true,
      true,
    ]);
  },
);

/** A favicon that no harness has, and nothing else. */
function isOurs(complaint: string): boolean {
  return !complaint.includes("404 (Not Found)");
}

/** What is said to be shown may be laid out a moment later, and drawn anew where a scroll bar has come. */
async function seeInside({ inside }: PreviewPage, text: string): Promise<void> {
  await waitInPage(await inside(), (wanted) => document.body.innerText.includes(wanted), {}, text);
}

/** Waits for a page of PDF whose letters those who listen hear. */
async function until({ inside }: PreviewPage, text: string): Promise<void> {
  await waitInPage(await inside(), (wanted) => document.querySelector("canvas")?.textContent === wanted, {}, text);
}

type Picture = { readonly width: number; readonly fits: boolean };

async function seePicture({ inside }: PreviewPage, wanted: Picture): Promise<void> {
  const isSo = ({ width, fits }: Picture) => {
    const image = document.querySelector("img");
    return image?.naturalWidth === width && image.getBoundingClientRect().width <= innerWidth === fits;
  };
  await waitInPage(await inside(), isSo, {}, wanted);
}

/** A canvas with more dark pixels than that. */
async function seeDark({ inside }: PreviewPage, pixels: number): Promise<void> {
  const isDrawn = (least: number) => {
    const canvas = document.querySelector("canvas");
    if (canvas === null || canvas.width * canvas.height === 0) return false;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 128 && data[at + 3]! > 128) dark += 1;
    return dark > least;
  };
  await waitInPage(await inside(), isDrawn, {}, pixels);
}

/** Runs inside the page. */
function isLow(most: number): boolean {
  const frame = document.querySelector(".preview-frame");
  return frame !== null && frame.getBoundingClientRect().height <= most;
}

/** Two by one pixels, 24 bits each. */
function makeBmp(): Uint8Array {
  const pixels = Buffer.alloc(8, 0x40);
  return concat(
    Buffer.from("BM"),
    le(4, 54 + pixels.length, 0, 54, 40, 2, 1),
    le(2, 1, 24),
    le(4, 0, pixels.length, 2_835, 2_835, 0, 0),
    pixels,
  );
}

/** A second of silence. */
function makeWave(): Uint8Array {
  const samples = Buffer.alloc(8_000, 128);
  return concat(
    Buffer.from("RIFF"),
    le(4, 36 + samples.length),
    Buffer.from("WAVEfmt "),
    le(4, 16),
    le(2, 1, 1),
    le(4, 8_000, 8_000),
    le(2, 1, 8),
    Buffer.from("data"),
    le(4, samples.length),
    samples,
  );
}
