import t from "tap";
import { setStage } from "./support/stage.ts";
import { openCase, signIn } from "./stories/desk.ts";
import { comeBack, fillReport, proveNoted, sendReport } from "./stories/reporter.ts";

// Signing in takes minutes where nothing is compiled (Argon2id with 64 MiB), and longer beside other tests.
t.setTimeout(600_000);

const WRITING = { unit: "Unit Contoh", what: "Uraian contoh." };

t.test(
  "attack 23: at Tor Browser's level Safer a report is sealed, sent, come back to, and read at the desk",
  async (t) => {
    const stage = await setStage(t, "safer");
    const screen = await stage.open();
    await screen.page.goto(stage.site.origin);
    t.equal(await screen.page.evaluate(() => typeof WebAssembly), "undefined", "there is no WebAssembly");
    await fillReport(screen, "id", WRITING);
    const words = await sendReport(screen, "id");
    await proveNoted(screen, "id", words);
    await screen.page.goto(stage.site.origin);
    await comeBack(screen, "id", words);
    t.pass("the words open the case");

    const desk = await stage.open();
    await desk.page.goto(`${stage.site.origin}/desk`);
    await signIn(desk, "id", stage.site.logins[0]);
    await openCase(desk, "id", WRITING.what);
    await desk.see(WRITING.what);
    t.pass("and so does a member");
  },
);
