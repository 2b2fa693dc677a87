/**
 * Screens of casework that stand over the list or a case, and those that two people meet at once: each is looked at once,
 * since what they are made of the other screens have too.
 */
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { declareInterests } from "../../../src/client/member/list/interests.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { PROFILES } from "../../../src/protocol/rules/deadline-profiles.ts";
import { addDays, dayInUtc } from "../../../src/protocol/encoding/day.ts";
import type { Answers } from "../../../src/protocol/rules/report-fields.ts";
import { ELEMENTS, SCORES, type Score } from "../../../src/protocol/rules/triage.ts";
import type { Mailing } from "../../../src/server/services/cases/notices.ts";
import { DIALOG } from "../../../src/web/investigator/case-file/words.ts";
import { CASE } from "../../../src/web/investigator/case/words.ts";
import { ALIKE, LINKS } from "../../../src/web/investigator/finding/belonging/words.ts";
import { FORM, LPSK_SHEET, PANEL, SHEET } from "../../../src/web/investigator/judging/words.ts";
import { LABELLING, MANY } from "../../../src/web/investigator/many/words.ts";
import { NOTICES } from "../../../src/web/investigator/notices/words.ts";
import { OUTGOING } from "../../../src/web/investigator/outgoing/words.ts";
import { FRAME } from "../../../src/web/investigator/parts/words.ts";
import { DECLARING, TOUCHED } from "../../../src/web/investigator/people/interests/words.ts";
import { READERS } from "../../../src/web/investigator/people/words.ts";
import { TRAIL } from "../../../src/web/investigator/trail/words.ts";
import { WRITING } from "../../../src/web/investigator/writing/words.ts";
import { SCORE_NAMES, THREAT_NAMES } from "../../../src/words/judging.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { enter } from "../support/colleague.ts";
import { sendReports } from "../support/reports.ts";
import type { Screen, Visit } from "../support/screen.ts";
import type { Login, Site } from "../support/site.ts";
import { score } from "./judging.ts";
import { waitForElement, waitUntilGone } from "../support/wait.ts";
import { openCase } from "./desk.ts";
import { REPORTS } from "./reporter-screens.ts";

/** Mails would go; none does. */
export const MAILING: Mailing = {
  mailer: { send: async () => undefined },
  hours: ["08:00", "13:00"],
  daysOff: {},
  profiles: PROFILES,
};

const daysAhead = (days: number): string => addDays(dayInUtc(Date.now()), days);

/** Two tell of one matter. */
const BRIBE = {
  title: "Uang “pelicin” izin bangunan gudang",
  category: "suap",
  unitName: "Dinas Perizinan Kabupaten Negeri Dongeng",
  what: "Pada pengurusan persetujuan bangunan gedung untuk sebuah gudang, pemohon diminta menyerahkan uang agar gambar teknis yang sebelumnya dua kali ditolak dapat dinyatakan lengkap. Setelah uang diserahkan, persetujuan keluar dalam dua hari kerja tanpa ada perbaikan gambar sama sekali.\n\nRekaman kamera di loket akan dihapus dalam 30 hari.",
  where: "Ruang konsultasi lantai 2, Dinas Perizinan Kabupaten Negeri Dongeng.",
  when: "Penyerahan uang: Kamis, 6 Februari 2025, sekitar pukul 16.40 WIB.",
  who: "Yang meminta: Sdr. Rekaan Pratama (verifikator teknis).",
  amountIDR: 15_000_000,
} as const satisfies Partial<Answers>;
const SAME_MATTER = {
  title: "Minta uang untuk izin gudang",
  category: "suap",
  unitName: BRIBE.unitName,
  what: "Sdr. Rekaan Pratama meminta uang pada 6 Februari 2025 untuk izin gudang.",
  amountIDR: 15_000_000,
} as const satisfies Partial<Answers>;

/** The colleague, and who is taken out of the case that both read. */
export type Casework = { readonly colleague: Member; readonly handle: string; readonly reader: Login };

/** Before the desk is opened: two reports, and a colleague who is at work too. */
export async function prepareCasework(site: Site): Promise<Casework> {
  const { logins } = site;
  await sendReports(site, [SAME_MATTER, BRIBE]);
  const colleague = await enter(site, logins[1]);
  await findNewCases(colleague);
  const declared = { id: "0".repeat(16), kind: "family", nature: "potential", note: "", ended: null } as const;
  await declareInterests(colleague, [
    {
      ...declared,
      unit: "Dinas Perhubungan Kabupaten Karangan",
      person: "Sdr. Umpama Wijaya",
      since: daysAhead(-400),
      declared: daysAhead(0),
    },
  ]);
  const { cases } = await listCases(colleague);
  const listed = cases.find(({ summary }) => summary?.title === BRIBE.title);
  if (listed === undefined) throw new Error("the colleague reads the case too");
  return { colleague, handle: listed.handle, reader: logins[0] };
}

const once =
  (visit: Visit): Visit =>
  (name, screen, depth = "once") =>
    visit(name, screen, depth);

/** From the list, and back to it. */
export async function visitCasework(
  atDesk: Screen,
  casework: Casework,
  language: Language,
  visit: Visit,
): Promise<void> {
  const { say } = speak(language);
  const { page } = atDesk;
  const look = once(visit);
  const toList = () => atDesk.press(say(CASE.backLabel));

  await atDesk.press(say(FRAME.notices));
  await atDesk.see(say(NOTICES.whenNothing));
  await atDesk.press(say(NOTICES.addAbsence));
  await atDesk.paste(say(NOTICES.from), daysAhead(21));
  await look("i16-notices", atDesk);
  await atDesk.press(say(FRAME.close));

  await page.focus("[data-handle]");
  await page.keyboard.press("x");
  await atDesk.press(say(MANY.label));
  await atDesk.paste(say(LABELLING.add), "Perizinan");
  await atDesk.press(say(LABELLING.addSubmit));
  await look("i02f-labels", atDesk);
  await page.keyboard.press("Escape");
  await atDesk.press(say(MANY.clear));

  await visitOneCase(atDesk, language, look, casework);
  await toList();

  await atDesk.press(say(READERS.ownInterests));
  await atDesk.see(say(DECLARING.none));
  await atDesk.press(say(DECLARING.add));
  await atDesk.press(say(DECLARING.store));
  await atDesk.see(say(DECLARING.notNamed));
  await atDesk.fill(say(DECLARING.unit), REPORTS[1][0]);
  await atDesk.paste(say(DECLARING.since), daysAhead(-100));
  await look("i15-interest", atDesk);
  await atDesk.press(say(DECLARING.store));
  await waitUntilGone(page, ".interest-form");
  await look("i15b-register", atDesk);
  await atDesk.press(say(FRAME.close));
  await atDesk.press(REPORTS[1][1]);
  await atDesk.seeHeading(say(TOUCHED.title));
  await look("i15c-touched", atDesk);
  await atDesk.press(say(TOUCHED.toList));
}

async function visitOneCase(atDesk: Screen, language: Language, look: Visit, casework: Casework): Promise<void> {
  const { say, name } = speak(language);
  const reader = name(casework.reader.member.entry.names);
  const { page } = atDesk;
  await openCase(atDesk, language, BRIBE.title);
  await atDesk.see(say(ALIKE.title));
  await atDesk.press(say(FRAME.caseTrail));
  await atDesk.see(say(TRAIL.matches));
  await inSight(atDesk, ".trail");
  await look("i17b-history", atDesk);
  await atDesk.press(say(FRAME.caseTrail));
  await inSight(atDesk, ".belonging");
  await look("i17-alike", atDesk);
  await atDesk.press(`${say(ALIKE.link)} `);
  await atDesk.press(say(LINKS.save));
  await atDesk.see(say(LINKS.reasonMissing));
  await inSight(atDesk, ".link-form");
  await look("i17b-link", atDesk);
  await atDesk.fill(say(LINKS.reason), "Orang, hari, dan unit sama.");
  await atDesk.press(say(LINKS.save));
  await atDesk.see(say(LINKS.savedBoth));
  await inSight(atDesk, ".belonging");
  await look("i17c-linked", atDesk);

  await atDesk.press(say(READERS.remove));
  await atDesk.seeHeading(say(READERS.whom));
  await atDesk.press(say(READERS.doRemove));
  await atDesk.see(say(READERS.whoMissing));
  await look("i12b-remove", atDesk);
  await atDesk.choose(reader);
  await atDesk.fill(say(READERS.reason), "Kerabat terlapor.");
  await atDesk.press(say(READERS.doRemove));
  await atDesk.see("Kerabat terlapor.");
  await atDesk.press(say(READERS.grant));
  await atDesk.see(say(READERS.grantLead));
  await look("i12-grant", atDesk);
  await atDesk.press(say(READERS.cancel));

  await page.select("#template", "facts id");
  await atDesk.press(say(WRITING.send));
  await atDesk.see(say(OUTGOING.unfilledTitle));
  await look("i18-template", atDesk);
  await atDesk.paste(say(WRITING.answerLabel), `Menurut catatan internal kami dan ${reader}, hal itu benar.`);
  await atDesk.press(say(WRITING.send));
  await atDesk.see(say(OUTGOING.leakTitle));
  await look("i18b-internal-words", atDesk);
  await atDesk.paste(say(WRITING.answerLabel), "");

  await atDesk.press(say(FRAME.caseFile));
  await atDesk.see(say(DIALOG.lead));
  await atDesk.press(say(DIALOG.make));
  await atDesk.see(say(DIALOG.reasonNeeded));
  await atDesk.paste(say(DIALOG.summary), `Menurut laporan: ${BRIBE.what.slice(0, 80)}`);
  await look("i20-case-file", atDesk);
  await page.keyboard.press("Escape");

  await atDesk.press(say(SHEET.begin));
  await atDesk.seeHeading(say(SHEET.title));
  await score(atDesk, "severity", 4, "Perkiraan kerugian Rp15.000.000, belum termasuk pemohon lain.");
  await score(atDesk, "retaliation", 4, "Hanya sedikit orang yang tahu rinciannya.");
  await judgeAs(casework);
  await atDesk.press(say(SHEET.save));
  await atDesk.see(say(FORM.conflictTitle));
  await atDesk.choose(`${say(SCORE_NAMES.severity)}, ${say(WRITING.conflictOwn)}`);
  await look("i10-conflict", atDesk);
  await atDesk.choose(`${say(SCORE_NAMES.retaliation)}, ${say(WRITING.conflictStored)}`);
  await atDesk.press(say(FORM.conflictSave));
  await waitForElement(page, ".boxes");
  await look("i03d-judged", atDesk);

  await atDesk.press(say(PANEL.protectionNew));
  await atDesk.choose(say(THREAT_NAMES.transfer));
  await atDesk.press(say(LPSK_SHEET.open));
  await atDesk.see(say(LPSK_SHEET.title));
  await look("i19-lpsk", atDesk, "printed");
  await page.keyboard.press("Escape");
  await atDesk.press(say(FORM.close));
}

/** As somebody who reads it would have scrolled. */
function inSight({ page }: Screen, selector: string): Promise<void> {
  return page.$eval(selector, (element) => element.scrollIntoView({ block: "end" }));
}

/** What the colleague stores meanwhile. */
async function judgeAs({ colleague, handle }: Casework): Promise<void> {
  const unsaid = { score: null, reason: "" };
  const own: Partial<Record<Score, { score: number; reason: string }>> = {
    severity: { score: 3, reason: "Perhitungan kerugian dibuat Pelapor sendiri, belum diuji." },
    retaliation: { score: 4, reason: "Pelapor meminta petugas loket tidak dipanggil lebih dahulu." },
  };
  await (
    await openMemberCase(colleague, handle)
  ).record({
    kind: "sheet",
    after: 0,
    scores: Object.fromEntries(SCORES.map((code) => [code, own[code] ?? unsaid])) as Record<Score, typeof unsaid>,
    elements: Object.fromEntries(ELEMENTS.map((code) => [code, code !== "why" && code !== "how"])) as Record<
      (typeof ELEMENTS)[number],
      boolean
    >,
    category: "suap",
    summary: "",
    plan: "",
    recommendation: { action: null, reason: "" },
  });
}
