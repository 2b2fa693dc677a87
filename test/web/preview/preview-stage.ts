/** The pages as they are served, the desk's preview in a page of its own with the desk's policy, and all that a browser sends. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import fastify from "fastify";
import type { Browser, Frame, Page } from "puppeteer-core";
import type { Test } from "tap";
import { makeOrigins } from "../../../src/server/origins.ts";
import { addPages } from "../../../src/server/plugins/pages.ts";
import { addSecurityHeaders } from "../../../src/server/plugins/security-headers.ts";
import { freePort } from "../../support/machine/free-port.ts";
import { type BrowserName, openBrowser, openPage } from "../support/browsers.ts";
import type { Harness, Shown } from "./preview-harness.ts";
import { type Recorder, startRecorder } from "../support/recorder.ts";
import { waitForElement, waitInPage } from "../support/wait.ts";
import { buildTestPages } from "../../support/pages.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export type PreviewStage = {
  readonly origin: string;
  readonly browser: Browser;
  readonly recorder: Recorder;
  /** `before` runs in each page and frame ahead of any script */
  readonly open: (before?: () => void) => Promise<PreviewPage>;
};

export type PreviewPage = {
  readonly page: Page;
  readonly complaints: string[];
  /** Opens it as the desk does, and waits for what it reports */
  readonly show: (bytes: Uint8Array, shown: Partial<Shown> & Pick<Shown, "type">) => Promise<string>;
  /** The sandboxed page, as the browser's own tools see it: a test acts there as a script of a file would */
  readonly inside: () => Promise<Frame>;
};

/** @param takenOver what a worker does that reads a file and was taken over by it: at `/taken-over.js`, in place of its own */
export async function setPreviewStage(
  t: Pick<Test, "teardown">,
  name: BrowserName,
  takenOver = "",
): Promise<PreviewStage> {
  const origin = await serve(t, takenOver);
  const recorder = await startRecorder(t);
  const browser = await openBrowser(name, { proxy: recorder.proxy, isolatedFrames: true });
  t.teardown(() => browser.close());
  const open = async (before?: () => void): Promise<PreviewPage> => {
    const { page, complaints } = await openPage(browser);
    if (before !== undefined) await page.evaluateOnNewDocument(before);
    await page.goto(`${origin}/harness`);
    await waitForElement(page, "#opener");
    return { page, complaints, show: (bytes, shown) => show(page, bytes, shown), inside: () => insideOf(page) };
  };
  return { origin, browser, recorder, open };
}

async function serve(t: Pick<Test, "teardown">, takenOver: string): Promise<string> {
  const webDir = await buildTestPages();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const app = fastify({ exposeHeadRoutes: false });
  await addSecurityHeaders(app, makeOrigins([origin]));
  await addPages(app, { webDir, origins: makeOrigins([origin]) });
  const manifest = await fs.readFile(path.join(webDir, ".well-known/webcat/manifest.json"), "utf8");
  const { extra_csp } = (JSON.parse(manifest) as { manifest: { extra_csp: Record<string, string> } }).manifest;
  const desk = await fs.readFile(path.join(webDir, "desk.html"), "utf8");
  const style = /<link rel="stylesheet"[^>]*>/u.exec(desk)?.[0] ?? "";
  const assets = /<script type="application\/json" id="assets">.*?<\/script>/su.exec(desk)?.[0] ?? "";
  const script = await bundleOf("test/web/preview/preview-harness.ts");
  const reader = Object.keys(extra_csp).find((name) => name.startsWith("/a/pdf-reader."));
  const first = await bundleOf("src/web/preview/reach-nothing.ts");
  app.get("/harness", async (_request, reply) =>
    reply
      .header("content-security-policy", extra_csp["/desk"])
      .type("text/html; charset=utf-8")
      .send(
        `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pratinjau</title>${style}${assets}</head>` +
          `<body class="desk"><div id="desk"></div><script type="module" src="/harness.js"></script></body></html>`,
      ),
  );
  app.get("/harness.js", async (_request, reply) => reply.type("text/javascript; charset=utf-8").send(script));
  app.get("/taken-over.js", async (_request, reply) =>
    reply
      .header("content-security-policy", extra_csp[reader ?? ""])
      .type("text/javascript; charset=utf-8")
      .send(`${first}\n${takenOver}`),
  );
  t.teardown(() => {
    app.server.closeAllConnections();
    return app.close();
  });
  return app.listen({ host: "127.0.0.1", port });
}

async function bundleOf(entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? "";
}

async function show(
  page: Page,
  bytes: Uint8Array,
  { type, name = "berkas", language = "id" }: Partial<Shown> & Pick<Shown, "type">,
): Promise<string> {
  await page.focus("#opener");
  await page.evaluate(
    (base64, shown) => {
      const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      (globalThis as unknown as Harness).openPreview(new Blob([raw]), shown);
    },
    Buffer.from(bytes).toString("base64"),
    { type, name, language },
  );
  const report = await waitInPage(page, () => (globalThis as unknown as Harness).reports.at(-1));
  return (await report.jsonValue()) ?? "";
}

async function insideOf(page: Page): Promise<Frame> {
  const outer = await waitForElement<HTMLIFrameElement>(page, ".preview-frame > iframe");
  const inner = await waitForElement<HTMLIFrameElement>(await outer.contentFrame(), "iframe");
  return inner.contentFrame();
}

/** Presses a button of the preview by what it is called. */
export async function pressInside({ inside }: PreviewPage, text: string): Promise<void> {
  await (
    await inside()
  ).$$eval("button", (buttons, wanted) => buttons.find((button) => button.ariaLabel === wanted)?.click(), text);
}
