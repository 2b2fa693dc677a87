import t from "tap";
import { openBrowser } from "./support/browsers.ts";
import { playProof } from "./stories/proof.ts";

t.setTimeout(900_000);

t.test("list, figures, worksheet, public page and audit trail tell the same of a quarter of forty cases", async (t) => {
  const open = async () => {
    const browser = await openBrowser("chromium");
    t.teardown(() => browser.close());
    return browser;
  };
  await playProof(open, "id", (step) => t.pass(step), t);
});
