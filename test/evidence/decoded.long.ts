import { crc32 } from "node:zlib";
import fc from "fast-check";
import type { Page } from "puppeteer-core";
import t from "tap";
import { concat } from "../../src/crypto/bytes.ts";
import { cleaning } from "../../src/evidence/cleaning.ts";
import { bytesSource } from "../../src/evidence/source.ts";
import { openBrowser, openPage } from "../web/support/browsers.ts";
import { ascii, u } from "./make/bytes.ts";
import { makeJpeg, segment } from "./make/jpeg.ts";
import { makeExif } from "./make/samples.ts";
import { changed, changes } from "./support/mutations.ts";
import { tagged } from "./support/exiftool.ts";

t.setTimeout(600_000);

const RUNS = 500;
/** The same files each time, so that what is found can be looked at; another number tries others. */
const SEED = Number(process.env["SEGEL_SEED"] ?? 1);
const PAIRS_AT_ONCE = 50;
/** Of 255; a profile of sRGB that is left out, or one that only a careless reader believes, moves colours by less. */
const MOST_DIFFERENCE = 2;
const TAGS = ["-Make=canary", "-Artist=canary", "-XMP-dc:Creator=canary", "-Comment=canary"];

const SIZE = { width: 96, height: 64 };
/** As telephones leave it: a record of their own, and a second picture behind the first. */
const AFTER = concat(u(1, 0, 0, 0x30, 0x0a), ascii("canary"), makeJpeg({ width: 8, height: 8 }));

/** Draws something with shades, and lets the browser encode it. */
async function drawn(page: Page, mime: string, quality?: number): Promise<Uint8Array> {
  const base64 = await page.evaluate(
    async ({ width, height }, type, quality) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      for (let x = 0; x < width; x++) {
        for (let y = 0; y < height; y++) {
          if (context !== null) context.fillStyle = `rgb(${(x * 5) % 256} ${(y * 7) % 256} ${(x * y) % 256})`;
          context?.fillRect(x, y, 1, 1);
        }
      }
      const bytes = new Uint8Array(
        await (await canvas.convertToBlob({ type, ...(quality === undefined ? {} : { quality }) })).arrayBuffer(),
      );
      return btoa(String.fromCharCode(...bytes));
    },
    SIZE,
    mime,
    quality,
  );
  return new Uint8Array(Buffer.from(base64, "base64"));
}

/** How far two files are apart as they are drawn, in shades; -1 where the first one is not drawn at all, 255 where only it is. */
function differences(page: Page, mime: string, pairs: readonly (readonly [string, string])[]): Promise<number[]> {
  return page.evaluate(
    async (list, type) => {
      const draw = async (base64: string): Promise<ImageData | undefined> => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        // As a page shows it, with what there is of a damaged one: createImageBitmap refuses those.
        const image = new Image();
        const address = URL.createObjectURL(new Blob([bytes], { type }));
        const isThere = await new Promise<boolean>((resolve) => {
          image.addEventListener("load", () => resolve(true));
          image.addEventListener("error", () => resolve(false));
          image.src = address;
        });
        URL.revokeObjectURL(address);
        const { naturalWidth: width, naturalHeight: height } = image;
        if (!isThere || width * height === 0) return undefined;
        const context = new OffscreenCanvas(width, height).getContext("2d");
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, width, height);
      };
      const found: number[] = [];
      for (const [one, other] of list) {
        const [before, after] = [await draw(one), await draw(other)];
        if (before === undefined) found.push(-1);
        else if (after?.width !== before.width || after.height !== before.height) found.push(255);
        else {
          const sum = before.data.reduce(
            (total, shade, index) => total + Math.abs(shade - (after.data[index] ?? 0)),
            0,
          );
          found.push(sum / before.data.length);
        }
      }
      return found;
    },
    pairs,
    mime,
  );
}

/** With right sums: a browser draws nothing behind a wrong one, so that nothing could be compared. */
function withRightSums(png: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(png);
  const view = new DataView(bytes.buffer);
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) break;
    view.setUint32(end, crc32(bytes.subarray(at + 4, end)));
    at = end + 4;
  }
  return bytes;
}

/** As long as it says: of a file that lacks its last byte a browser draws what stands before damage, of a whole one nothing. */
function completed(webp: Uint8Array): Uint8Array {
  const missing =
    webp.length < 12 ? 0 : new DataView(webp.buffer, webp.byteOffset).getUint32(4, true) + 8 - webp.length;
  return missing === 1 ? concat(webp, u(1, 0)) : webp;
}

t.test("attack 98: what a browser draws of a changed picture it draws of the cleaned one too", async (t) => {
  const browser = await openBrowser("chromium");
  t.teardown(() => browser.close());
  const { page } = await openPage(browser);
  const exif = segment(0xe1, concat(ascii("Exif\0\0"), makeExif()));
  const files: readonly (readonly [name: string, mime: string, file: Uint8Array])[] = [
    ["jpeg", "image/jpeg", concat(tagged(await drawn(page, "image/jpeg"), "jpg", TAGS), AFTER)],
    ["jpeg with marks", "image/jpeg", makeJpeg({ ...SIZE, restartEvery: 6, before: [exif], after: AFTER })],
    ["progressive jpeg", "image/jpeg", makeJpeg({ ...SIZE, components: 3, isProgressive: true, before: [exif] })],
    ["png", "image/png", tagged(await drawn(page, "image/png"), "png", TAGS)],
    ["webp", "image/webp", tagged(await drawn(page, "image/webp"), "webp", TAGS)],
    ["webp with losses", "image/webp", tagged(await drawn(page, "image/webp", 0.8), "webp", TAGS)],
  ];
  for (const [name, mime, bytes] of files) {
    const whole = { bytes, isContent: new Uint8Array(bytes.length) };
    let compared = 0;
    let pairs: [string, string][] = [];
    const tried: unknown[] = [];
    const flush = async (): Promise<void> => {
      for (const [index, found] of (await differences(page, mime, pairs)).entries()) {
        if (found > MOST_DIFFERENCE) t.fail(`${name}: drawn ${found} shades apart`, { change: tried[index] });
        else if (found >= 0) compared += 1;
      }
      pairs = [];
      tried.length = 0;
    };
    for (const list of fc.sample(changes, { numRuns: RUNS, seed: SEED })) {
      const broken = changed(whole, list).bytes;
      const file = name === "png" ? withRightSums(broken) : mime === "image/webp" ? completed(broken) : broken;
      const result = await cleaning(bytesSource(file));
      if (result.outcome === "unchanged") continue;
      const cleaned = await result.cleaned.read(0, result.cleaned.size);
      const isNamed = result.findings.some(({ isRemoved }) => !isRemoved);
      if (!isNamed && Buffer.from(cleaned).includes("canary")) t.fail(`${name}: it tells`);
      tried.push(list);
      pairs.push([Buffer.from(file).toString("base64"), Buffer.from(cleaned).toString("base64")]);
      if (pairs.length === PAIRS_AT_ONCE) await flush();
    }
    await flush();
    t.ok(compared > RUNS / 20, `${name}: ${compared} of ${RUNS} were cleaned and are drawn as before`);
  }
});
