/** Everybody is lost: new people, new keys, and what lies in the safes opens every case again. */
import { AGAIN } from "../../../../src/web/investigator/entrance/joining/words.ts";
import { SIGN_IN } from "../../../../src/web/investigator/entrance/words.ts";
import { RECOVERING } from "../../../../src/web/investigator/office/recovery/words.ts";
import { speak } from "../../../../src/words/speech.ts";
import { textsOf } from "../../keys/key-page.ts";
import { type RecoverySheets, give, sealPart, signRequest } from "../ceremony.ts";
import { openCase } from "../desk.ts";
import {
  type Office,
  backToList,
  closeOffice,
  enter,
  enterList,
  joinAnew,
  memberOf,
  openDesk,
  openOffice,
  saves,
} from "./desks.ts";

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
  const files: Uint8Array[] = [];
  for (const one of COME) files.push((await joinAnew(office, one)).file.bytes);
  const { request, line } = await office.machine.askAgain(files);
  const asked = { name: "permintaan.json", bytes: request };
  office.effort.lap("new keys for everybody", "at the desks");
  let { list } = await signRequest(office, asked, line, office.roots.slice(0, 2));
  office.stewards = ["ketua-baru", "pengelola-baru"];
  for (const { screen, words } of office.stewards.map((name) => memberOf(office, name))) {
    await openDesk(office, screen);
    await screen.press(say(SIGN_IN.join));
    await screen.press(say(AGAIN.title));
    await give(office, screen, ".signed-list", [list]);
    await screen.fill(say(AGAIN.words), words.join(" "));
    await screen.press(say(AGAIN.sign));
    list = await saves(screen, say(AGAIN.save));
  }
  await office.machine.takeIn(list.bytes);
  for (const member of office.members.values()) await enter(office, member);
  told("everybody is lost: four come again, two root holders and two stewards let them in");
}

/** With the key that is listed now, and with the one before it. */
export async function recoverAll(office: Office): Promise<void> {
  const { language, told = () => {} } = office;
  let opened = 0;
  for (const [at, sheets] of office.recoveries.entries()) opened += await recoverWith(office, sheets, at > 0);
  if (opened !== office.sent.length) throw new Error(`${opened} of ${office.sent.length} cases were recovered`);
  for (const name of ["ketua-baru", "pemeriksa-baru"]) {
    const desk = await enterList(office, memberOf(office, name));
    for (const what of office.sent) {
      await openCase(desk, language, what);
      await backToList(desk, office);
    }
  }
  told("custodians and the lock have opened every case, and its readers read it");
}

async function recoverWith(
  office: Office,
  { shares, lock, file }: RecoverySheets,
  isEarlier: boolean,
): Promise<number> {
  const { language, told = () => {} } = office;
  const { say } = speak(language);
  const { fullName: who, screen: desk } = memberOf(office, "ketua-baru");
  await enterList(office, memberOf(office, "ketua-baru"));
  await openOffice(desk, office);
  await desk.press(say(RECOVERING.title));
  if (isEarlier) await give(office, desk, ".earlier-recovery", [file]);
  else await desk.press(say(RECOVERING.begin));
  await desk.see(say(RECOVERING.hand, { n: 2 }));
  const line = (await textsOf(desk.page, ".recovery-steps .twelve-words dd")).join(" ");
  const call = await saves(desk, say(RECOVERING.save));
  office.effort.lap("parts are asked for", "who recovers");
  const parts = [];
  for (const what of [shares[0] ?? [], shares[2] ?? [], lock.join(" ")])
    parts.push(await sealPart(office, call, { who, line, what }));
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
