import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fastify from "fastify";
import t from "tap";
import { WORD_LISTS } from "../../../src/client/reporter/word-lists.ts";
import { fromHex } from "../../../src/crypto/bytes.ts";
import { rootsFingerprintOf } from "../../../src/crypto/identity.ts";
import { fingerprintWords } from "../../../src/crypto/secret/fingerprint-words.ts";
import { demonstrationOffice } from "../../../src/cli/office/demonstration-office.ts";
import { makeOrigins } from "../../../src/server/origins.ts";
import { addPages } from "../../../src/server/plugins/pages.ts";
import { buildWeb } from "../../../src/web/build.ts";
import { makePosterFile } from "../../../src/web/poster.ts";
import { HOME, SCREENS } from "../../../src/web/reporter/words.ts";
import { uncountedLines } from "../../../src/web/reporter/screens/upcoming.ts";
import { cutAtTyped, indexUnits, isUnit, searchUnits } from "../../../src/web/reporter/unit-search.ts";
import { daysLeft, dueOn, uncountedYears } from "../../../src/protocol/rules/deadlines.ts";
import { JUDGING_RULES } from "../../../src/protocol/rules/suggestions.ts";
import type { Delivery } from "../../../src/web/shared/delivery.ts";
import { OfficeError, judgingRulesOf, parseOffice } from "../../../src/web/shared/office.ts";
import { findBarriers } from "../support/looks.ts";
import { openBrowser, openPage } from "../support/browsers.ts";
import { screenOf } from "../support/screen.ts";
import { buildTestPages } from "../../support/pages.ts";
import { type WebcatManifest, manifestFaults } from "./webcat.ts";
import { speak } from "../../../src/words/speech.ts";

t.setTimeout(300_000);

const NAMES = { id: "Kantor Contoh", en: "Sample Office" };
const read = (office: object) => parseOffice(JSON.stringify(office));

t.test("an office's file is read strictly, and says what is wrong in it", (t) => {
  t.same(read({ names: NAMES }), { names: NAMES }, "a name is enough");
  t.throws(() => parseOffice("{"), new OfficeError("no JSON"));
  const year = (days: string[]) => ({ names: NAMES, daysOff: { 2026: { source: "Keputusan Bersama", days } } });
  t.doesNotThrow(() => read(year(["2026-08-17"])));
  t.same(judgingRulesOf(read({ names: NAMES })), JUDGING_RULES, "nothing is set: what the code has");
  const own = judgingRulesOf(read({ names: NAMES, judging: { secondFromTotal: 20, gratification: { ritesIDR: 5 } } }));
  t.same(own, {
    ...JUDGING_RULES,
    secondFromTotal: 20,
    gratification: { ...JUDGING_RULES.gratification, ritesIDR: 5 },
  });
  const channelWith = (settings: object) => ({ names: NAMES, channels: { ["ab".repeat(16)]: settings } });
  t.doesNotThrow(() => read(channelWith({ languages: ["en"], leavesOut: ["amountIDR", "who"] })));
  const wrong: readonly [string, object, RegExp][] = [
    ["a total that no sheet has", { names: NAMES, judging: { secondFromTotal: 33 } }, /^judging\.secondFromTotal/],
    ["a gift of nothing", { names: NAMES, judging: { gratification: { ritesIDR: 0 } } }, /^judging\.gratification/],
    ["a name that is missing", { names: { id: "Kantor" } }, /^names\.en/],
    ["a misspelt setting", { names: NAMES, unit: [] }, /^unit: not known/],
    ["a name on two lines", { names: { ...NAMES, id: "Kantor\nContoh" } }, /^names\.id/],
    ["a direction mark", { names: NAMES, units: [{ name: "Loket \u202e1" }] }, /^units\.0\.name/],
    ["a unit longer than a report takes", { names: NAMES, units: [{ name: "a".repeat(121) }] }, /^units\.0\.name/],
    [
      "a unit's channel that is none",
      { names: NAMES, units: [{ name: "Loket 1", channel: "dua" }] },
      /^units\.0\.channel/,
    ],
    ["a question that is always asked", channelWith({ leavesOut: ["what"] }), /^channels\..*leavesOut/],
    ["a question that nobody asks", channelWith({ leavesOut: ["language"] }), /^channels\..*leavesOut/],
    ["answers in no language", channelWith({ languages: [] }), /^channels\..*languages/],
    ["a unit twice", { names: NAMES, units: [{ name: "Loket 1" }, { name: "loket 1" }] }, /twice/],
    ["a day that is none", year(["2026-02-30"]), /^daysOff/],
    ["a day in another year", year(["2027-01-01"]), /2027-01-01/],
    ["a zone that is none", { names: NAMES, timeZone: "+07:00" }, /^timeZone/],
    ["a zone's name on two lines", { names: NAMES, timeZoneNames: { ...NAMES, en: "a\nb" } }, /^timeZoneNames/],
    ["an exit without https", { names: NAMES, exitUrl: "javascript:alert(1)" }, /^exitUrl/],
  ];
  for (const [what, office, message] of wrong) t.throws(() => read(office), { message }, what);
  const tells = demonstrationOffice(Date.parse("2026-11-25T00:00:00Z"));
  t.same(read(tells), tells, "the demonstration's office is one");
  t.end();
});

t.test("days off are no working days, also where the year ends", (t) => {
  const daysOff = {
    2025: { source: "contoh", days: ["2025-12-25", "2025-12-26"] },
    2026: { source: "contoh", days: ["2026-01-01", "2026-02-15"] },
  };
  const working = (count: number) => ({ count, unit: "working" }) as const;
  t.equal(dueOn("2025-12-24", working(1), daysOff), "2025-12-29", "a Wednesday, two days off, a weekend");
  t.equal(dueOn("2025-12-24", working(1), {}), "2025-12-25", "a day off that nobody told is a working day");
  t.equal(dueOn("2025-12-31", working(1), daysOff), "2026-01-02", "New Year is of the year that begins");
  t.equal(dueOn("2026-02-13", working(1), daysOff), "2026-02-16", "a day off on a Sunday takes nothing more");
  t.equal(dueOn("2025-12-24", { count: 2, unit: "calendar" }, daysOff), "2025-12-26", "calendar days count all");
  for (const days of [1, 7, 30])
    t.equal(daysLeft("2025-12-20", dueOn("2025-12-20", working(days), daysOff), "working", daysOff), days);
  t.equal(daysLeft("2026-01-02", "2025-12-24", "working", daysOff), -4, "four working days overdue");
  t.same(uncountedYears("2025-12-24", "2026-02-04", daysOff), []);
  t.same(uncountedYears("2026-12-24", "2027-02-04", daysOff), ["2027"], "only the second year is unknown");
  t.same(uncountedYears("2026-01-05", "2026-02-04", {}), ["2026"]);
  t.end();
});

t.test("beside a date stands whose holidays it leaves out", (t) => {
  const { id: text } = SCREENS;
  const lines = (daysOff: Delivery["daysOff"], due: string, unit: "working" | "calendar" = "working") =>
    uncountedLines({ ...speak("id"), text, delivery: { daysOff } }, "2026-11-25", {
      step: { kind: "verification", count: 30, unit, source: "test", read: "2026-11", confirmed: true },
      due,
    });
  t.same(lines({}, "2027-01-06"), ["Hari libur nasional 2026 dan 2027 belum diperhitungkan."]);
  const known = { 2026: { source: "contoh", days: [] } };
  t.same(lines(known, "2027-01-06"), ["Hari libur nasional 2027 belum diperhitungkan."]);
  t.same(lines(known, "2026-12-04"), []);
  t.same(lines({}, "2027-01-06", "calendar"), [], "calendar days count holidays anyway");
  t.end();
});

t.test("a unit is found by any part of its names, in any order, in thousands as in ten", (t) => {
  const units = [
    { name: "Balai Perizinan Contoh" },
    { name: "Dinas Izin Terpadu", aliases: ["DPMPTSP"] },
    { name: "Izin Lingkungan, Seksi" },
    { name: "Puskesmas Contoh" },
  ];
  const find = (typed: string, most = 9) => searchUnits(indexUnits(units), typed, most);
  t.same(
    find("IZIN").names,
    ["Izin Lingkungan, Seksi", "Dinas Izin Terpadu", "Balai Perizinan Contoh"],
    "beginnings first, then beginnings of words, then what is inside a word",
  );
  t.same(find("contoh pus").names, ["Puskesmas Contoh"]);
  t.same(find("p").names, ["Puskesmas Contoh", "Balai Perizinan Contoh"], "one letter begins a word");
  t.same(find("dpmp").names, ["Dinas Izin Terpadu"], "by its short form, under its name");
  t.same(find("izin", 1), { names: ["Izin Lingkungan, Seksi"], count: 3 });
  for (const nothing of ["", " . ", "kecamatan", ".*", "(["]) t.same(find(nothing), { names: [], count: 0 }, nothing);
  t.ok(isUnit(indexUnits(units), " puskesmas contoh "));
  t.notOk(isUnit(indexUnits(units), "puskesmas"));
  t.same(cutAtTyped("Balai Perizinan Contoh", "izin ba c"), ["", "Ba", "lai Per", "izin", "an Contoh"]);

  const many = Array.from({ length: 2_000 }, (_, index) => ({
    name: `Sekolah Dasar Negeri ${index} Kecamatan Contoh`,
  }));
  const index = indexUnits(many);
  const began = performance.now();
  for (let letter = 0; letter < 20; letter++) t.equal(searchUnits(index, "negeri 1 sek", 5).names.length, 5);
  t.ok((performance.now() - began) / 20 < 50, "a key press in two thousand units is not felt");
  t.end();
});

t.test("the office's file is built into the pages, and nothing of it is needed", async (t) => {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-office-"));
  t.teardown(() => fs.rm(folder, { recursive: true, force: true }));
  const [keysDir, outDir] = [path.join(folder, "keys"), path.join(folder, "web")];
  // Built before, so that libsodium need not be compressed once more.
  const without = await buildTestPages();
  await fs.cp(without, outDir, { recursive: true });
  await fs.mkdir(keysDir);
  await fs.cp(path.join(without, "../test-keys/roots.json"), path.join(keysDir, "roots.json"));
  const units = [{ name: 'Loket "A" <b>', aliases: ["LA"] }, { name: "Loket B" }];
  const office = {
    names: { id: "Kantor <Contoh>", en: "Sample & Office" },
    units,
    daysOff: { 2026: { source: "</script><b>", days: ["2026-08-17"] } },
    timeZone: "WIT",
    exitUrl: "https://cuaca.example/",
  };
  await fs.writeFile(path.join(keysDir, "office.json"), JSON.stringify(office));
  const builtAt = Date.parse("2026-11-25T15:44:46Z");
  const onion = `http://${"a".repeat(56)}.onion`;
  await buildWeb({ keysDir, outDir, builtAt, origins: ["https://lapor.example", onion] });

  const pageOf = (dir: string, file: string) => fs.readFile(path.join(dir, file), "utf8");
  const deliveryOf = (html: string) =>
    JSON.parse(/<script type="application\/json" id="assets">(.*?)<\/script>/u.exec(html)?.[1] ?? "") as Delivery;
  const [id, en] = [await pageOf(outDir, "index.html"), await pageOf(outDir, "en.html")];
  t.match(id, "semua unit kerja Kantor &#60;Contoh&#62;.");
  t.match(en, "every work unit of Sample &#38; Office.");
  t.notMatch(id + en, /instansi ini|this office/u);
  t.match(id, 'href="https://cuaca.example/"');
  const delivery = deliveryOf(id);
  t.same(delivery.daysOff, office.daysOff);
  t.same(delivery.timeZone, { id: "Asia/Jayapura", names: { en: "WIT" } });
  t.equal(delivery.builtAt, builtAt);
  t.same(JSON.parse(await pageOf(outDir, delivery.units?.url ?? "")), units);
  t.match(await pageOf(outDir, ".well-known/webcat/manifest.json"), delivery.units?.url ?? "-");

  const { threshold, keys } = delivery.roots;
  const words = fingerprintWords(rootsFingerprintOf({ threshold, keys: keys.map(fromHex) }), WORD_LISTS[0]);
  for (const page of [id, en]) {
    const shown = /<dl class="key-words"[^>]*>(.*?)<\/dl>/u.exec(page)?.[1] ?? "";
    t.same(
      [...shown.matchAll(/<dd>(.*?)<\/dd>/gu)].map(([, word]) => word),
      words,
      "the roots in the words that the command line prints, the same in both languages",
    );
  }

  for (const file of ["poster.html", "segel-poster.html"]) {
    const poster = await pageOf(outDir, file);
    t.match(poster, "Kantor &#60;Contoh&#62;");
    t.match(poster, new RegExp(`>lapor\\.example<.*>${"a".repeat(56)}\\.onion<`, "su"));
    t.equal(
      poster.split(
        words
          .map((word) => `<dd>${word}</dd>`)
          .slice(0, 3)
          .join(""),
      ).length - 1,
      18,
      "2 posters, 16 cards",
    );
    t.notMatch(poster, /<script|onclick|javascript:/u);
  }
  t.same(deliveryOf(await pageOf(outDir, "desk.html")).fingerprint, { words, poster: "/poster" });
  t.notOk((await fs.readdir(without)).includes("poster.html"), "without an address there is nothing to compare");

  const plain = deliveryOf(await pageOf(without, "index.html"));
  t.equal(plain.units, null);
  t.same(plain.daysOff, {});
  t.equal(plain.timeZone.id, "UTC");
  t.match(await pageOf(without, "index.html"), "semua unit kerja instansi ini.");

  await fs.writeFile(path.join(keysDir, "office.json"), "[]");
  await t.rejects(
    buildWeb({ keysDir, outDir, builtAt }),
    { message: /office\.json: / },
    "a wrong file stops the build",
  );

  await t.test("without roots there is one page, which believes no directory, under every address", async (t) => {
    const [noKeys, founding] = [path.join(folder, "no-keys"), path.join(folder, "founding")];
    await fs.mkdir(noKeys);
    await fs.cp(without, founding, { recursive: true });
    t.equal(await buildWeb({ keysDir: noKeys, outDir: founding, builtAt }), "founding");
    const page = await pageOf(founding, "index.html");
    for (const file of ["en.html", "desk.html"]) t.equal(await pageOf(founding, file), page);
    const { founding: isFounding, roots, sealer } = deliveryOf(page);
    t.same({ isFounding, roots, sealer }, { isFounding: true, roots: { threshold: 1, keys: [] }, sealer: null });
    const { manifest } = JSON.parse(await pageOf(founding, ".well-known/webcat/manifest.json")) as {
      manifest: WebcatManifest;
    };
    t.same(manifestFaults(manifest), []);
    t.same(
      Object.keys(manifest.files).filter((name) => name.endsWith(".html")),
      ["/404.html", "/desk.html", "/en.html", "/index.html"].filter((name) => name in manifest.files),
    );
    t.notMatch(Object.keys(manifest.files).join(" "), /reporter-(?:id|en)|sealing/u);
    const served = (webDir: string, isFounding: boolean) =>
      addPages(fastify(), { webDir, origins: makeOrigins([]), isFounding });
    await served(founding, true);
    await t.rejects(served(founding, false), { message: /the page for founding an office, and KEYS_DIR its roots/u });
    await t.rejects(served(without, true), { message: /the pages of an office, and KEYS_DIR no roots/u });
    await fs.writeFile(path.join(noKeys, "directory.json"), "[]");
    await t.rejects(buildWeb({ keysDir: noKeys, outDir: founding, builtAt }), { message: /one without the other/u });
  });

  await t.test("the field finds units on the device, by keyboard and by hand, and takes any other name", async (t) => {
    const requests: string[] = [];
    const app = fastify({ exposeHeadRoutes: false });
    app.addHook("onRequest", async ({ url }) => void requests.push(url));
    await addPages(app, { webDir: outDir, origins: makeOrigins([]) });
    const origin = await app.listen({ host: "127.0.0.1", port: 0 });
    const browser = await openBrowser("chromium");
    t.teardown(async () => {
      await browser.close();
      app.server.closeAllConnections();
      await app.close();
    });
    await t.test("poster and cards are a page of A4 each, also with the longest names", async (t) => {
      const { page } = await openPage(browser);
      const longest = "Inspektorat Jenderal ".repeat(6).slice(0, 120).trim();
      const host = `${"pelaporan-pelanggaran.".repeat(3)}go.id`;
      for (const [name, origins] of [
        ["Kantor", ["https://lapor.example"]],
        [longest, [`https://${host}`, onion]],
      ] as const) {
        const file = path.join(folder, "poster.html");
        await fs.writeFile(file, await makePosterFile({ office: { id: name, en: name }, origins, words }));
        await page.goto(`file://${file}`);
        const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
        t.equal(pdf.match(/\/Type \/Page\b/gu)?.length, 4, name);
        await page.emulateMediaType("print");
        const cut = await page.$$eval(
          ".sheet, .card",
          (all) => all.filter((one) => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth).length,
        );
        t.equal(cut, 0, "nothing is cut off");
      }
      await page.close();
    });
    const { page } = await openPage(browser);
    page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
    await page.goto(`${origin}/`);
    const { what, next, who, fields } = SCREENS.id;
    const screen = screenOf(page);
    await screen.press(HOME.id.report);
    await screen.seeHeading(what.title);
    await screen.see(what.unitSearchHint);
    await page.waitForNetworkIdle();
    // Parts of the page come by themselves, whoever does what (docs/decisions/0057-every-visit-leaves-the-same.md), and
    // the directory, which this server has not, is asked for again.
    const asked = () => requests.filter((url) => !url.startsWith("/a/") && url !== "/api/directory");
    const before = asked();
    const isWrong = (id: string) => page.$eval(`#${id}`, (field) => field.hasAttribute("aria-invalid"));
    await screen.press(next);
    await screen.see(what.whatMissing);
    const value = () => page.$eval("#unitName", (input) => (input as HTMLInputElement).value);
    const shown = () => page.$$eval("[role=option]", (all) => all.map((one) => one.textContent));
    await screen.fill(fields.unitName, "loket");
    await screen.see(what.unitUnlisted);
    t.same(
      [await isWrong("unitName"), await isWrong("what")],
      [false, true],
      "what is there is no longer called missing",
    );
    t.same(await shown(), ['Loket "A" <b>', "Loket B"], "as text, whatever stands in the name");
    t.same(await findBarriers(page), []);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    t.equal(await value(), "Loket B");
    t.equal(await page.$eval("#unitName", (input) => input.getAttribute("aria-expanded")), "false", "the list goes");
    await screen.paste(fields.unitName, "LA");
    await page.click("[role=option]");
    t.equal(await value(), 'Loket "A" <b>');
    await screen.paste(fields.unitName, "Ruang belakang");
    t.same(await shown(), []);
    await screen.fill(fields.what, "Satu kalimat.");
    await screen.press(next);
    await screen.seeHeading(who.title);
    t.same(asked(), before, "nothing was asked of the server");
  });
});
