/** Before an office opens: a report is answered and read, one member forgets everything, recovery is rehearsed; then its door opens. */
import { REHEARSAL } from "../../../../src/web/investigator/office/recovery/words.ts";
import { REQUEST, ROSTER } from "../../../../src/web/investigator/office/roster/words.ts";
import { PASS } from "../../../../src/web/investigator/leaving/pass/words.ts";
import { LEFT } from "../../../../src/web/investigator/leaving/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { OPENING } from "../../../../src/web/investigator/opening/words.ts";
import { speak } from "../../../../src/words/speech.ts";
import { give, rehearse } from "../ceremony.ts";
import { answer, openCase } from "../desk.ts";
import { comeBack, writeFollowUp } from "../reporter.ts";
import {
  type Office,
  backToList,
  closeOffice,
  enterList,
  joinAnew,
  memberOf,
  openOffice,
  openPhone,
  reportFromPhone,
  saves,
  selectNamed,
  signToo,
  takeToRoots,
} from "./desks.ts";

const REHEARSED = "Laporan latihan: amplop kosong di meja depan.";
const ANSWERED = "Terima kasih, ini jawaban latihan.";

/** A report comes, two open it, one answers, whoever sent it reads that and writes back. */
export async function rehearseReport(office: Office): Promise<void> {
  const { language, told = () => {} } = office;
  const code = await reportFromPhone(office, REHEARSED);
  told("a report for practice is sent");
  const [lead, reader] = [memberOf(office, "orang-0"), memberOf(office, "orang-2")];
  for (const member of [lead, reader]) {
    await enterList(office, member);
    await openCase(member.screen, language, REHEARSED);
  }
  await answer(reader.screen, language, ANSWERED);
  for (const { screen } of [lead, reader]) await backToList(screen, office);
  const phone = await openPhone(office);
  await comeBack(phone, language, code);
  await phone.see(ANSWERED);
  await writeFollowUp(phone, language, "Balasan latihan.");
  await phone.page.close();
  told("two have opened it, one has answered, and its reporter has read that and written back");
}

/** Six words, device and factor are gone: new keys, two roots, two stewards, and the colleagues' cases. */
export async function forgetEverything(office: Office): Promise<void> {
  const { language, roots, told = () => {} } = office;
  const { say } = speak(language);
  const before = memberOf(office, "orang-4");
  await before.screen.page.close();
  office.members.delete(before.name);
  const { member, file } = await joinAnew(office, {
    fullName: before.fullName,
    name: "orang-4-baru",
    role: "investigator",
  });
  const lead = memberOf(office, "orang-0").screen;
  await openOffice(lead, office);
  await give(office, lead, ".joiner-file", [file]);
  await selectNamed(lead, say(ROSTER.replaces), before.fullName);
  await lead.press(say(REQUEST.make));
  await takeToRoots(office, lead, roots.slice(0, 2));
  told("one has forgotten everything and made new keys, and two root holders have signed for them");
  await signToo(office, await enterList(office, memberOf(office, "orang-1")));
  const back = await enterList(office, member);
  if (await back.has("text", REHEARSED)) throw new Error("new keys open a case that nobody gave");
  await enterList(office, memberOf(office, "orang-0"));
  await lead.press(say(LEFT.open));
  await lead.press(say(PASS.back));
  await selectNamed(lead, say(PASS.who), before.fullName);
  await lead.fill(say(PASS.reason), "Enam katanya terlupa.");
  await lead.press(say(PASS.give));
  await lead.see(say(PASS.done.give, { n: office.sent.length, name: before.fullName }));
  await lead.press(say(FRAME.close));
  await enterList(office, member);
  await openCase(back, language, REHEARSED);
  await backToList(back, office);
  told("a colleague has given them all open cases, and they read on");
}

/** The desk asks, sheets and lock are typed on the key page, and the desk has the answer. */
export async function rehearseRecovery(office: Office): Promise<void> {
  const { language, machine, told = () => {} } = office;
  const { say, day, today } = speak(language, machine.timeZone);
  const lead = memberOf(office, office.stewards[0]).screen;
  await openOffice(lead, office);
  const asked = await saves(lead, say(REHEARSAL.save));
  office.effort.lap("a rehearsal is asked for", "steward");
  const answered = await rehearse(office, asked, office.recoveries[0]);
  await give(office, lead, ".rehearsal-answer", [answered]);
  await lead.see(say(REHEARSAL.brought, { day: day(today()) }));
  await closeOffice(lead, office);
  told("recovery is rehearsed: the sheets say yes");
}

/** Nothing is missing: a steward opens the door, and no page speaks of a rehearsal any more. */
export async function openToAll(office: Office): Promise<void> {
  const { language, told = () => {} } = office;
  const { say } = speak(language);
  const lead = memberOf(office, "orang-0").screen;
  await lead.press(say(OPENING.look));
  await lead.press(say(OPENING.open));
  await lead.seeNoMore(say(OPENING.title));
  office.isOpen = true;
  told("the office is open to everybody");
}
