import t from "tap";
import { findForeign, findSecret } from "./support/recorder.ts";
import { setStage } from "./support/stage.ts";
import { openCase, signIn } from "./stories/desk.ts";
import { comeBack, fillReport, proveNoted, sendReport } from "./stories/reporter.ts";

// Signing in takes most of a minute where nothing is compiled (Argon2id with 64 MiB), and longer beside other tests.
t.setTimeout(900_000);

const CANARY = "kenari-lambat é51c";
const WRITING = { unit: "Unit Contoh", what: `Uraian ${CANARY}.` };

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
    const { requests } = stage.recorder;
    for (const secret of [CANARY, words.slice(0, 4).join(" "), stage.site.logins[0].passphrase])
      t.same(findSecret(requests, secret), [], "nothing of it is in any request");
    t.same(findForeign(requests, stage.site.origin), [], "and none goes to anybody else");
  },
);
