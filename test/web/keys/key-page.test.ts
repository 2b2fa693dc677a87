/** The key page in Chromium, from a file and without a network. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { decodeQR } from "qr/decode.js";
import t from "tap";
import { makeRoot, rootLineOf } from "../../../src/client/ceremony/root.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { keyPageLine, makeKeyPage } from "../../../src/web/key-page.ts";
import { makeReceiverPage, receiverPageLine } from "../../../src/web/receiver-page.ts";
import { qrPathOf } from "../../../src/web/shared/qr-code.ts";
import { buildTestPages } from "../../support/pages.ts";
import { openBrowser } from "../support/browsers.ts";
import { type Look, enter, makeRootKey, openKeyPage, rehearse, signWith, splitRecovery } from "./key-page.ts";

const browser = await openBrowser("chromium");
t.teardown(() => browser.close());

t.test(
  "a whole ceremony from a file without a network: root, recovery, request, rehearsal; nothing is fetched or kept",
  async (t) => {
    const screen = await openKeyPage(t, browser);
    const { page, complaints, asked } = screen;
    const look: Look = async (name) => {
      if (!name.endsWith("-sheet")) return;
      const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      t.equal(/\/Count (\d+)/u.exec(pdf)?.[1], "1", `${name}: one page of paper`);
    };
    await screen.seeHeading("Pertama-tama: apakah halaman ini asli?");
    await enter(screen, "chromium");
    const root = await makeRootKey(screen, look);
    t.equal(root.words.length, 24);
    const recovery = await splitRecovery(screen, look);
    await signWith(t, screen, root, recovery.file, look);
    await rehearse(t, screen, recovery, root.words, look);
    const kept = await page.evaluate(() => ({
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
    }));
    t.same(kept, { cookie: "", local: 0, session: 0 });
    t.same(
      asked.filter((url) => !url.startsWith("file:")),
      [],
      "the browser asked for nothing",
    );
    t.equal(asked.length, 1, "but the file itself");
    t.same(complaints, []);
  },
);

t.test(
  "a machine that goes online hides what is under way, in large letters, and shows it again without",
  async (t) => {
    const screen = await openKeyPage(t, browser);
    await enter(screen, "chromium");
    await screen.press("Membuat kunci akar");
    await screen.press("Buat kunci akar");
    await screen.see("24 kata kunci akar");
    await screen.page.setOfflineMode(false);
    await screen.see("KOMPUTER INI TERHUBUNG KE JARINGAN");
    t.notOk((await screen.readAll()).includes("24 kata kunci akar"));
    await screen.page.setOfflineMode(true);
    await screen.see("24 kata kunci akar");
  },
);

t.test(
  "attack 101: a key page altered by one byte of its script does not run, and its fingerprint is another",
  async (t) => {
    const screen = await openKeyPage(t, browser, (html) =>
      html.replace("segel/1/root-signature", "segel/1/root_signature"),
    );
    t.match(screen.complaints.join(), /Content Security Policy/u);
    t.notOk(await screen.has("button", "Sudah dibandingkan dan sama"));
  },
);

t.test("the page allows itself nothing but its own script and style, and is served by nobody", async (t) => {
  const folder = await buildTestPages();
  const html = await readFile(path.join(folder, "segel-kunci.html"), "utf8");
  const [, policy = ""] = /<meta http-equiv="content-security-policy" content="([^"]+)">/u.exec(html) ?? [];
  t.match(
    policy,
    /^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; trusted-types 'none'; require-trusted-types-for 'script'$/u,
  );
  t.ok(html.indexOf("content-security-policy") < html.indexOf("<style"), "before anything that it is about");
  t.notMatch(
    html.replaceAll(/<script type="module">[^]*<\/script>/gu, ""),
    /\b(?:src|href)="(?!#)/u,
    "no address of anything",
  );
  const manifest = await readFile(path.join(folder, ".well-known/webcat/manifest.json"), "utf8");
  t.notOk(manifest.includes("segel-kunci"));
});

t.test("the key page is of the source alone: whoever builds it gets the same bytes, whatever the office", async (t) => {
  const built = await readFile(path.join(await buildTestPages(), "segel-kunci.html"));
  t.ok(built.equals(await makeKeyPage()));
  t.match(keyPageLine(built), /^SHA-256 [0-9a-f]{64} {2}segel-kunci\.html$/u);
});

t.test("so is the page for receivers of packages, which stays under two megabytes and asks nobody", async (t) => {
  const built = await readFile(path.join(await buildTestPages(), "segel-penerima.html"));
  t.ok(built.equals(await makeReceiverPage()));
  t.match(receiverPageLine(built), /^SHA-256 [0-9a-f]{64} {2}segel-penerima\.html$/u);
  t.ok(built.length <= 2_000_000, `${built.length} bytes`);
  const policy = /content-security-policy" content="([^"]+)"/u.exec(built.toString())?.[1];
  t.match(policy, /^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-/u);
});

t.test("the code on a root's sheet says its public half and nothing else", (t) => {
  const { key } = makeRoot();
  const { side, path: dark } = qrPathOf(rootLineOf(key));
  // As a camera would see it: eight points a square.
  const width = 8 * side;
  const data = new Uint8Array(4 * width * width).fill(255);
  for (const [, x, y] of dark.matchAll(/M(\d+) (\d+)h1v1h-1z/gu))
    for (let point = 0; point < 64; point++) {
      const [column, row] = [8 * Number(x) + (point % 8), 8 * Number(y) + Math.floor(point / 8)];
      data.fill(0, 4 * (row * width + column), 4 * (row * width + column) + 3);
    }
  t.equal(decodeQR({ width, height: width, data }), `SEGEL:ROOT:${hex(key).toUpperCase()}`);
  t.end();
});
