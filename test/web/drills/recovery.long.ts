/**
 * The recovery key as a drill, at the desk and on the key page: rehearsed, everybody lost and every case given anew, and
 * then replaced. What it takes of one person is counted (test/web/support/effort.ts) and is less than half an hour each.
 */
import t from "tap";
import { listedRecovery, makeRecovery } from "../../../src/client/ceremony/recovery.ts";
import { makeCall, readCall, sealPart } from "../../../src/client/ceremony/recovery-call.ts";
import { readRequest } from "../../../src/client/ceremony/request.ts";
import { encodeSignature, signRequest } from "../../../src/client/ceremony/root.ts";
import { type NewMember, makeMember, nextDocument } from "../../../src/client/directory/organisation.ts";
import { callJson, connect } from "../../../src/client/line/http.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { enrol, signIn } from "../../../src/client/member/entry/sign-in.ts";
import { WORD_LISTS } from "../../../src/client/reporter/word-lists.ts";
import { sheetLinesOf } from "../../../src/crypto/secret/share-sheet.ts";
import { keyWordsOf } from "../../../src/crypto/secret/words.ts";
import { API } from "../../../src/protocol/api.ts";
import type { DirectoryDocument } from "../../../src/protocol/directory/directory.ts";
import { RECOVERING, RECOVERY, REHEARSAL, REPLACING } from "../../../src/web/investigator/office/recovery/words.ts";
import { BACK, REQUEST } from "../../../src/web/investigator/office/roster/words.ts";
import { OFFICE } from "../../../src/web/investigator/office/words.ts";
import { GIVE, REHEARSE, TASKS } from "../../../src/web/keys/words.ts";
import { CEREMONY_FAILURES } from "../../../src/words/changes.ts";
import { speak } from "../../../src/words/speech.ts";
import { ANSWERS } from "../../support/hostile/hostile-story.ts";
import { signedOf } from "../../support/organisation.ts";
import { BUILT_AT, ROOT_SEED } from "../../support/pages.ts";
import { type KeyPage, enter, openKeyPage, splitRecovery } from "../keys/key-page.ts";
import { counted, minutesOf, noEffort } from "../support/effort.ts";
import { findBarriers } from "../support/looks.ts";
import { typeSheet } from "../stories/ceremony.ts";
import { catchDownloads } from "../support/places.ts";
import type { Screen } from "../support/screen.ts";
import { startSite } from "../support/site.ts";
import { setStageAt } from "../support/stage.ts";
import { savedBy } from "../support/sticks.ts";
import { waitInPage } from "../support/wait.ts";
import { type Login, give, signIn as signInAt, tellEffort } from "./drill.ts";

t.setTimeout(240_000);
const { say, day, today } = speak("id");

const site = await startSite(t, {});
const { organisation } = site;
const recovery = await makeRecovery(2, 3);
/** As they stand on paper */
const sheets = recovery.shares.map((share) => sheetLinesOf(share, WORD_LISTS[0]).map((line) => line.join(" ")));
const lock = keyWordsOf(recovery.lock, WORD_LISTS[0]).join(" ");
const COMMON = { roots: organisation.rootSet, device: undefined, now: Date.now(), builtAt: BUILT_AT };
const administrator = { name: "administrator", passphrase: "kata lain yang juga tidak menjaga apa pun" };
const old = { name: "penanggung-jawab", passphrase: "enam kata yang tidak menjaga apa pun" };
await enrol(connect(site.origin), organisation.administrator, administrator);
await enrol(connect(site.origin), organisation.lead, old);
let listed = organisation.document;
let newest = organisation.signed;
const change = async (changed: Partial<DirectoryDocument>): Promise<void> => {
  const { format: _format, ...fields } = listed;
  listed = { ...nextDocument({ ...fields, ...changed }, newest, Date.parse(listed.notBefore)), minimumClient: 1 };
  newest = signedOf(organisation, listed);
  const { connection } = await signIn(connect(site.origin), { ...administrator, ...COMMON });
  await callJson(connection, "publishDirectory", API.publishDirectory.answer.json, { body: newest });
};

await change({ recovery: listedRecovery(recovery.published) });

const stage = await setStageAt(t, site, "chromium");

async function openDesk(login: Login): Promise<Screen> {
  const desk = await stage.open();
  await desk.page.goto(`${site.origin}/desk`);
  await signInAt(desk, login);
  await catchDownloads(desk);
  return desk;
}

const lastSaved = async (page: KeyPage) => (await page.saved()).at(-1)!.bytes;

t.test("drill: a rehearsal, from the desk over the key page back to the desk", async (t) => {
  const effort = noEffort();
  const desk = counted(await openDesk(old), effort);
  await desk.press(say(OFFICE.open));
  await desk.see(say(RECOVERY.never));
  await desk.press(say(REHEARSAL.save));
  const challenge = await savedBy(desk);
  const page = counted(await openKeyPage(t, stage.browser), effort);
  await enter(page, "chromium");
  await page.press(say(TASKS.rehearse));
  await give(page, "input[type=file]", [challenge], effort);
  await page.see(say(REHEARSE.askedOn, { day: day(today()) }));
  effort.aloud += 12;
  for (const at of [2, 0]) await typeSheet(page, "id", sheets[at]!);
  await page.fill(say(REHEARSE.lock), lock);
  await page.press(say(REHEARSE.check));
  await page.see(say(REHEARSE.yes));
  await page.press(say(REHEARSE.answerSave));
  await give(desk, ".rehearsal-answer", [await lastSaved(page)], effort);
  await desk.see(say(REHEARSAL.brought, { day: day(today()) }));
  await desk.see(say(RECOVERY.last, { day: day(today()) }));
  t.same(await findBarriers(desk.page), []);
  tellEffort(t, "rehearsal, one person at both machines", effort);
});

t.test("drill: everybody is lost, and every case is opened and given anew", async (t) => {
  for (let n = 0; n < 3; n++) {
    const { directories } = await signIn(connect(site.origin), { ...old, ...COMMON });
    const { current } = directories;
    const channelId = organisation.channels[0].id;
    await sendReport(connect(site.origin), prepareReport({ answers: ANSWERS, channelId, excluded: [] }, current));
  }
  const people = (["lead", "investigator"] as const).map((role) =>
    makeMember({ id: `Baru: ${role}`, en: `New: ${role}` }, [role], {
      now: Date.parse(listed.notBefore),
      fromVersion: 3,
    }),
  ) as [NewMember, NewMember];
  const gone = organisation.investigators.map(({ entry }) => entry.id);
  const ids = people.map(({ entry }) => entry.id);
  await change({
    members: [
      ...listed.members.map((one) => (gone.includes(one.id) ? { ...one, removedIn: 3 } : one)),
      ...people.map(({ entry }) => entry),
    ],
    channels: listed.channels.map((channel) => ({
      ...channel,
      recipients: ids,
      excludable: channel.custodians,
    })),
  });
  const [one, other] = [
    { name: "ketua-baru", passphrase: "enam kata baru yang tidak menjaga" },
    { name: "pemeriksa-baru", passphrase: "kata baru lain yang tidak menjaga" },
  ];
  await enrol(connect(site.origin), people[0], one!);
  await enrol(connect(site.origin), people[1], other!);

  const [recovers, holds] = [noEffort(), noEffort()];
  const desk = counted(await openDesk(one!), recovers);
  await desk.press(say(OFFICE.open));
  await desk.press(say(RECOVERING.title));
  await desk.press(say(RECOVERING.begin));
  await desk.see(say(RECOVERING.hand, { n: 2 }));
  await desk.press(say(RECOVERING.save));
  const call = await savedBy(desk);
  const line = await desk.page.$$eval(".recovery-steps .twelve-words dd", (all) => all.map((each) => each.textContent));
  const files: Uint8Array[] = [];
  for (const what of [sheets[0], sheets[2], lock]) {
    const own = noEffort();
    const page = counted(await openKeyPage(t, stage.browser), own);
    await enter(page, "chromium");
    await page.press(say(TASKS.give));
    await give(page, "input[type=file]", [call], own);
    await page.see("Baru: lead");
    const heard = await page.page.$$eval(".screen dd", (all) => all.map((each) => each.textContent));
    t.same(heard.join(" "), line.join(" "), "the twelve words are the same on both screens");
    own.aloud += 12;
    recovers.aloud += 12;
    await page.press(say(GIVE.same));
    if (typeof what === "string") {
      await page.press(say(GIVE.lock));
      await page.fill(say(GIVE.lockWords), what);
      await page.press(say(GIVE.seal));
    } else {
      await page.press(say(GIVE.share));
      await typeSheet(page, "id", what!);
    }
    await page.see(say(GIVE.sealed, { name: "Baru: lead" }));
    if (files.length === 0) t.same(await findBarriers(page.page), []);
    await page.press(say(GIVE.save));
    files.push(await lastSaved(page));
    if (minutesOf(own) > minutesOf(holds)) Object.assign(holds, own);
  }
  // Sealed to somebody else, for another key, and twice: told apart, and what was there stays.
  const asked = readCall(call);
  const { id, names, sealingKey } = people[1].entry;
  const theirs = makeCall(asked.recovery, { id, names, sealingKey: sealingKey ?? "" });
  const [share] = recovery.shares;
  const twice = [1, 2].map(() => sealPart({ share: share! }, asked));
  for (const [wrong, code] of [
    [[sealPart({ share: share! }, theirs)], "other-call"],
    [twice, "repeated-share"],
  ] as const) {
    await give(desk, ".recovery-parts", wrong, noEffort());
    await desk.see(say(CEREMONY_FAILURES[code]));
  }
  await give(desk, ".recovery-parts", files.slice(0, 2), recovers);
  await desk.see(say(RECOVERING.lockMissing));
  await give(desk, ".recovery-parts", files.slice(2), recovers);
  await desk.see(say(RECOVERING.lockThere));
  t.same(await findBarriers(desk.page), []);
  await desk.press(say(RECOVERING.open));
  await desk.see(say(RECOVERING.reasonNeeded));
  await desk.fill(say(RECOVERING.reason), "Semua pembaca kehilangan kuncinya.");
  await desk.press(say(RECOVERING.open));
  await desk.see(say(RECOVERING.done, { n: 3 }));
  await desk.see(say(RECOVERING.after));
  t.same(await findBarriers(desk.page), []);
  await desk.press(say(RECOVERING.back));
  await desk.see(say(RECOVERY.used, { day: day(today()) }));
  const colleague = await openDesk(other!);
  await waitInPage(colleague.page, () => /Semua terbuka\s*3/u.test(document.body.innerText));
  tellEffort(t, "everybody lost: who recovers", recovers);
  tellEffort(t, "everybody lost: who holds a sheet, at most", holds);
});

t.test("drill: the recovery key is replaced after it was used", async (t) => {
  const effort = noEffort();
  const page = counted(await openKeyPage(t, stage.browser), effort);
  await enter(page, "chromium");
  const { file } = await splitRecovery(page, async () => {});
  const desk = counted(await openDesk(old), effort);
  await desk.press(say(OFFICE.open));
  await desk.see(say(REPLACING.choose));
  await give(desk, ".new-recovery", [file], effort);
  await desk.see(say(REPLACING.compare));
  effort.aloud += 4 * 12;
  await desk.press(say(REQUEST.save));
  const request = await savedBy(desk);
  const signature = encodeSignature(signRequest(readRequest(request), ROOT_SEED));
  await give(desk, ".returned-files", [request, signature], effort);
  await desk.press(say(BACK.propose));
  const second = await openDesk(administrator);
  await second.press(say(OFFICE.signToo));
  await second.see(say(RECOVERY.never));
  t.notOk(await second.has("text", say(RECOVERY.used, { day: day(today()) })), "nothing was opened with the new one");
  tellEffort(t, "replacing the recovery key, without the root holders", effort);
});
