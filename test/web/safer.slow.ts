import t from "tap";
import { openCase, signIn } from "./stories/desk.ts";
import { findForeign, findSecret } from "./support/recorder.ts";
import { sendReports } from "./support/reports.ts";
import { setStage } from "./support/stage.ts";

// Signing in takes most of a minute where nothing is compiled (Argon2id with 64 MiB).
t.setTimeout(900_000);

const CANARY = "kenari-lambat é51d";

t.test("attack 23: at Tor Browser's level Safer a member signs in at the desk and reads a report", async (t) => {
  const stage = await setStage(t, "safer");
  const { site, recorder } = stage;
  await sendReports(site, [{ title: "Judul", what: `Uraian ${CANARY}.` }]);
  const desk = await stage.open();
  await desk.page.goto(`${site.origin}/desk`);
  t.equal(await desk.page.evaluate(() => typeof WebAssembly), "undefined", "there is no WebAssembly");
  await signIn(desk, "id", site.logins[0]);
  await openCase(desk, "id", "Judul");
  await desk.see(`Uraian ${CANARY}.`);
  t.match(await desk.readAll(), CANARY, "it is read");
  for (const secret of [CANARY, site.logins[0].passphrase])
    t.same(findSecret(recorder.requests, secret), [], "nothing of it is in any request");
  t.same(findForeign(recorder.requests, site.origin), [], "and none goes to anybody else");
});
