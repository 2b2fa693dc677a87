import t from "tap";
import { speak } from "../../../../src/words/speech.ts";
import { PROFILES } from "../../../../src/protocol/rules/deadline-profiles.ts";
import { makeMailer } from "../../../../src/server/services/cases/mailer.ts";
import { NOTICES } from "../../../../src/web/investigator/notices/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { query } from "../../../support/machine/postgres.ts";
import { startMailServer } from "../../../support/machine/mail-server.ts";
import { signIn } from "../../stories/desk.ts";
import { WIDTHS, findBarriers, overflow, wear } from "../../support/looks.ts";
import { startSite } from "../../support/site.ts";
import { setStageAt } from "../../support/stage.ts";

t.setTimeout(120_000);
const { say } = speak("id");

t.test("a member says where and when to be told, and a test mail arrives", async (t) => {
  const mail = await startMailServer(t);
  const mailing = { mailer: makeMailer(mail.settings), hours: ["08:00", "13:00"], daysOff: {}, profiles: PROFILES };
  const site = await startSite(t, { mailing });
  const stage = await setStageAt(t, site, "chromium");
  const screen = await stage.open();
  const { page } = screen;
  await page.goto(`${site.origin}/desk`);
  await signIn(screen, "id", site.logins[0]);
  await screen.press(say(FRAME.notices));
  await screen.see(say(NOTICES.whenNothing));
  await screen.fill(say(NOTICES.address), "bukan alamat");
  await screen.press(say(NOTICES.save));
  await screen.see(say(NOTICES.addressWrong));
  await screen.paste(say(NOTICES.address), "pemeriksa@kantor.example");
  await screen.fill(say(NOTICES.hours), "9.30, 15:00");
  await screen.press(say(NOTICES.save));
  await screen.see(say(NOTICES.saved));
  const [row] = await query<{ address: string; wishes: string }>(site.urls.ownerUrl, "SELECT * FROM notices");
  t.equal(row?.address, "pemeriksa@kantor.example");
  t.same((JSON.parse(row?.wishes ?? "{}") as { hours: string[] }).hours, ["09:30", "15:00"]);
  await screen.press(say(NOTICES.test));
  await screen.see(say(NOTICES.tested));
  t.equal(mail.mails.length, 1);
  await screen.press(say(NOTICES.addAbsence));
  await screen.paste(say(NOTICES.from), "2026-12-20");
  // Its field says it in the language of the browser.
  await screen.see("Minggu, 20 Desember 2026");
  for (const width of WIDTHS) {
    for (const scheme of ["light", "dark"] as const) {
      await wear(page, { width, scheme });
      t.same(await findBarriers(page), [], `${width} pixels, ${scheme}: axe finds nothing`);
      t.equal(await overflow(page, width), 0, "nobody scrolls sideways");
      const folder = process.env["NOTICES_PICTURES"];
      if (folder !== undefined) await page.screenshot({ path: `${folder}/notices-${width}-${scheme}.png` });
    }
  }
  await screen.press(say(NOTICES.drop));
  await screen.see(say(NOTICES.dropped));
  t.equal((await query(site.urls.ownerUrl, "SELECT FROM notices")).length, 0);
  t.same(screen.complaints, []);
});
