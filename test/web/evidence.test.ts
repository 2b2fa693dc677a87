import t, { type Test } from "tap";
import type { Language } from "../../src/words/languages.ts";
import { playEvidence } from "./stories/evidence.ts";
import { type BrowserName, openBrowser } from "./support/browsers.ts";
import { findForeign, findSecret, startRecorder } from "./support/recorder.ts";
import { startSite } from "./support/site.ts";

t.setTimeout(300_000);

async function play(t: Test, browserName: BrowserName, language: Language): Promise<void> {
  const [site, recorder] = [await startSite(t), await startRecorder(t)];
  const browser = await openBrowser(browserName, { proxy: recorder.proxy });
  t.teardown(() => browser.close());
  const { complaints } = await playEvidence(browser, site, language, (step) => t.pass(step), browserName);

  const { requests } = recorder;
  t.ok(
    requests.some(({ method, url }) => method === "PUT" && url.includes("/files/")),
    "the capture saw the files go",
  );
  for (const secret of ["kenari-di-dalam-foto", "kenari-penulis", "IMG_20250206", "surat dari atasan", "Rekaman 12"])
    t.same(findSecret(requests, secret), [], `${secret} is in no request`);
  t.same(findForeign(requests, site.origin), [], "and nothing goes to anybody else");
  t.same(
    complaints.filter((complaint) => !complaint.includes("Permissions-Policy")),
    [],
    "no complaint of the browser",
  );
}

t.test("evidence travels from Chromium to the desk and back: cleaned, whole, looked at, with no plaintext", (t) =>
  play(t, "chromium", "id"),
);
t.test("evidence travels from Firefox to the desk and back: cleaned, whole, looked at, with no plaintext", (t) =>
  play(t, "firefox", "en"),
);
