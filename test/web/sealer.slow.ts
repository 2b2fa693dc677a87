/** The page without a network in Firefox, as it is and as Tor Browser sets it at "Safer"; in the other language; too late. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import t, { type Test } from "tap";
import { SEALER as ENGLISH } from "../../src/web/reporter/words/en/sealer.ts";
import { SEALER } from "../../src/web/reporter/words/id/sealer.ts";
import { CARRYING } from "../../src/web/reporter/words.ts";
import { openArrivals } from "./support/arrivals.ts";
import { type Stage, setStageAt } from "./support/stage.ts";
import { startSite } from "./support/site.ts";
import { waitInPage } from "./support/wait.ts";
import { handIn, sealWithoutNetwork, sealerOf } from "./stories/sealer.ts";

t.setTimeout(600_000);

t.test("a file that Firefox sealed offline is handed in and read, with WebAssembly and without", async (t) => {
  const site = await startSite(t);
  const given = t.testdir({});
  const page = path.join(given, "segel-lapor.html");
  await fs.writeFile(page, await sealerOf(site));
  for (const browser of ["firefox", "safer"] as const) {
    const stage = await setStageAt(t, site, browser);
    const writer = await stage.open((opened) =>
      // What is saved: no driver of Firefox says where it goes.
      opened.evaluateOnNewDocument(() => {
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => {
          void (blob as Blob).arrayBuffer().then((bytes) => {
            (globalThis as { saved?: string }).saved = [...new Uint8Array(bytes)]
              .map((byte) => byte.toString(16).padStart(2, "0"))
              .join("");
          });
          return make(blob);
        };
      }),
    );
    const what = `Uraian dari ${browser}.`;
    await sealWithoutNetwork(writer, page, { unit: "Unit", what });
    await writer.press(SEALER.save.save);
    const saved = await waitInPage(writer.page, () => (globalThis as { saved?: string }).saved);
    const file = path.join(given, "berkas.dat");
    await fs.writeFile(file, Buffer.from((await saved.jsonValue()) ?? "", "hex"));
    // libsodium asks for what is not there, and takes its other form.
    t.same(
      writer.complaints.filter((text) => !text.includes("WebAssembly is not defined")),
      [],
    );
    await handIn(await stage.open(), site.origin, file, CARRYING.id.done);
    const { file: arrived } = await openArrivals(site);
    t.equal(arrived.opened.answers.what, what, browser);
    if (browser === "firefox") await lookFurther(t, stage, page);
  }
});

async function lookFurther(t: Test, stage: Stage, page: string): Promise<void> {
  const screen = await stage.open();
  await screen.page.goto(`${pathToFileURL(page).href}#en`);
  await screen.see(ENGLISH.how[0]);
  t.ok(await screen.has("button", ENGLISH.begin), "it speaks English where its address says so");
  const late = await stage.open(async (opened) => {
    await opened.evaluateOnNewDocument(() => {
      const { now } = Date;
      Date.now = () => now() + 500 * 86_400_000;
    });
  });
  await late.page.goto(pathToFileURL(page).href);
  await late.see(SEALER.fails);
  t.notOk(await late.has("button", SEALER.begin), "behind its last day nothing can be typed");
}
