import t from "tap";
import { openBrowser } from "./support/browsers.ts";
import { startMovableSite } from "./support/movable-site.ts";
import { playCasework } from "./stories/casework.ts";

t.setTimeout(900_000);

t.test("ten reports are worked to ten endings by four people, in Chromium and Firefox", async (t) => {
  const site = await startMovableSite(t);
  const browsers = [await openBrowser("chromium"), await openBrowser("firefox")] as const;
  t.teardown(() => Promise.all(browsers.map((browser) => browser.close())));
  const { endings, complaints } = await playCasework(browsers, site, "id", (step) => t.pass(step));
  t.equal(endings.size, 10);
  t.same(
    complaints.filter((complaint) => !complaint.includes("Permissions-Policy")),
    [],
    "no complaint of the browsers",
  );
  t.notMatch(site.log(), /Kenari|Khayal|gudang/u, "nothing of it in the server's log");
});
