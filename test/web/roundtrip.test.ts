import t, { type Test } from "tap";
import type { Language } from "../../src/words/languages.ts";
import { type BrowserName, openBrowser } from "./support/browsers.ts";
import { findForeign, findSecret, startRecorder } from "./support/recorder.ts";
import { startSite } from "./support/site.ts";
import { TEXTS, playRoundTrip } from "./stories/roundtrip.ts";

// A browser starts in a second on a quiet machine; this one may share two cores with other tests.
t.setTimeout(300_000);

async function play(t: Test, browserName: BrowserName, language: Language): Promise<void> {
  const [site, recorder] = [await startSite(t), await startRecorder(t)];
  const browser = await openBrowser(browserName, { proxy: recorder.proxy });
  t.teardown(() => browser.close());
  const { words, complaints } = await playRoundTrip(browser, site, language, (step) => t.pass(step));

  const { requests } = recorder;
  t.ok(
    requests.some(({ method, url }) => method === "POST" && url.endsWith("/api/reports")),
    "the capture saw the report go",
  );
  t.ok(
    requests.some(({ method, url }) => method === "PUT" && url.endsWith("/login")) ||
      requests.some(({ url }) => url.endsWith("/api/session")),
    "and the sign-in",
  );
  for (const text of Object.values(TEXTS))
    for (const line of text.split("\n")) t.same(findSecret(requests, line.trim()), [], "no plaintext in any request");
  t.same(findSecret(requests, site.logins[0].passphrase), [], "nor the passphrase");
  // A word alone may stand in a path by chance ("case"); four in a row can not.
  for (const separator of [" ", "-", ",", "\n"])
    t.same(findSecret(requests, words.slice(0, 4).join(separator)), [], "nor the words");
  t.notMatch(site.log(), /Kenari/, "nor in the server's log");
  t.same(findForeign(requests, site.origin), [], "and nothing goes to anybody else");
  // Each version of each browser knows other features.
  t.same(
    complaints.filter((complaint) => !complaint.includes("Permissions-Policy")),
    [],
    "no complaint of the browser",
  );
}

t.test("attack 26: the round trip in Chromium, with no plaintext in any request and none to anybody else", (t) =>
  play(t, "chromium", "id"),
);
t.test("attack 43: the round trip in Firefox, with no request to anybody else and no plaintext in any", (t) =>
  play(t, "firefox", "en"),
);
