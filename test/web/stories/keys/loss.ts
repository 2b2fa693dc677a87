/** Everybody is lost: new people, new keys, and what lies in the safes opens every case again. */
import { AGAIN } from "../../../../src/web/investigator/entrance/joining/words.ts";
import { SIGN_IN } from "../../../../src/web/investigator/entrance/words.ts";
import { RECOVERING } from "../../../../src/web/investigator/office/recovery/words.ts";
import { speak } from "../../../../src/words/speech.ts";
import { type RecoverySheets, give, sealPart, signRequest, textsOf } from "../ceremony.ts";
import { openCase } from "../desk.ts";
import { type Office, closeOffice, backToList, enter, enterList, joinAnew, openOffice, saves } from "./desks.ts";

const COME = [
  { fullName: "Ketua Baru", name: "ketua-baru", role: "lead" },
  { fullName: "Pemeriksa Baru", name: "pemeriksa-baru", role: "investigator" },
  { fullName: "Kustodian Baru", name: "kustodian-baru", role: "custodian" },
  { fullName: "Pengelola Baru", name: "pengelola-baru", role: "administrator" },
] as const;

/** All devices burn; four come again, two roots sign a list of them, two of them confirm it, and the server takes it in. */
export async function comeAgain(office: Office): Promise<void> {
  const { language, told = () => {} } = office;
  const { say } = speak(language);
  for (const { screen } of office.members.values()) if (!screen.page.isClosed()) await screen.page.close();
  office.members.clear();
  const joined = [];
  for (const one of COME) joined.push(await joinAnew(office, one));
  const request = await office.machine.askAgain(joined.map(({ file }) => file.bytes));
  const asked = { name: "permintaan.json", bytes: Buffer.from(request.file) } as const;
  let { list } = await signRequest(office, asked, request.line, office.roots.slice(0, 2));
  const stewards = [joined[0]!.member, joined[3]!.member];
  for (const { screen, words } of stewards) {
    await screen.page.goto(`${office.site.origin}/desk`);
    await screen.press(say(SIGN_IN.join));
    await screen.press(say(AGAIN.title));
    await give(office, screen, ".signed-list", [list]);
    await screen.fill(say(AGAIN.words), words.join(" "));
    await screen.press(say(AGAIN.sign));
    list = await saves(screen, say(AGAIN.save));
  }
  await office.machine.takeIn(list.bytes);
  for (const { member } of joined) await enter(office, member);
  told("everybody is lost: four come again, two root holders and two stewards let them in");
}

/** With the key that is listed now, and with the one before it. */
export async function recoverAll(office: Office): Promise<void> {
  const { language, told = () => {} } = office;
  let opened = 0;
  for (const [at, sheets] of office.recoveries.entries()) opened += await recoverWith(office, sheets, at > 0);
  if (opened !== office.sent.length) throw new Error(`${opened} of ${office.sent.length} cases were recovered`);
  for (const name of ["ketua-baru", "pemeriksa-baru"]) {
    const member = office.members.get(name)!;
    const desk = await enterList(office, member);
    for (const what of office.sent) {
      await openCase(desk, language, what);
      await backToList(desk, office);
    }
  }
  told("custodians and the lock have opened every case, and its readers read it");
}

async function recoverWith(office: Office, sheets: RecoverySheets, isEarlier: boolean): Promise<number> {
  const { language, told = () => {} } = office;
  const { say } = speak(language);
  const member = office.members.get("ketua-baru")!;
  const desk = await enterList(office, member);
  await openOffice(desk, office);
  await desk.press(say(RECOVERING.title));
  if (isEarlier) await give(office, desk, ".earlier-recovery", [sheets.file]);
  else await desk.press(say(RECOVERING.begin));
  await desk.see(say(RECOVERING.hand, { n: 2 }));
  const line = (await textsOf(desk.page, ".recovery-steps .twelve-words dd")).join(" ");
  const call = await saves(desk, say(RECOVERING.save));
  const parts = [];
  for (const what of [sheets.shares[0]!, sheets.shares[2]!, sheets.lock.join(" ")])
    parts.push(await sealPart(office, call, { who: member.fullName, line, what }));
  await give(office, desk, ".recovery-parts", parts);
  await desk.see(say(RECOVERING.lockThere));
  await desk.fill(say(RECOVERING.reason), "Semua pembaca kehilangan kuncinya.");
  await desk.press(say(RECOVERING.open));
  await desk.see(say(RECOVERING.back));
  const [done = ""] = await textsOf(desk.page, ".pass [role=status] strong");
  await desk.press(say(RECOVERING.back));
  await closeOffice(desk, office);
  told(`with ${isEarlier ? "the sheets of before" : "the sheets that hold now"}: ${done}`);
  return Number(/\d+/u.exec(done)?.[0] ?? 0);
}
