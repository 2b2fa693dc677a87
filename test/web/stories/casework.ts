/**
 * Ten reports to ten endings, by three investigators and a lead, in two browsers, over five weeks: what a person presses
 * is pressed; what only repeats it goes through the same client as the command line does.
 */
import type { Browser, ElementHandle } from "puppeteer-core";
import { connect } from "../../../src/client/line/http.ts";
import { findNewCases, listCases } from "../../../src/client/member/cases.ts";
import { type MemberCase, openMemberCase } from "../../../src/client/member/member-case.ts";
import { type Member, signIn } from "../../../src/client/member/sign-in.ts";
import { type PreparedReport, prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import type { Outcome, State } from "../../../src/protocol/casework.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory.ts";
import type { Answers } from "../../../src/protocol/report-fields.ts";
import { questionsBefore } from "../../../src/protocol/protection.ts";
import type { RecordContent } from "../../../src/protocol/records.ts";
import { SCORES } from "../../../src/protocol/triage.ts";
import { ASSIGNMENT, CASE, NEXT_STEP } from "../../../src/web/investigator/case/words.ts";
import { ENTERING } from "../../../src/web/investigator/entering/form/words.ts";
import { ENTERED } from "../../../src/web/investigator/entering/words.ts";
import { ALIKE, LINKS } from "../../../src/web/investigator/finding/belonging/words.ts";
import { EXPOSURE, SHEET } from "../../../src/web/investigator/judging/words.ts";
import { LIST } from "../../../src/web/investigator/list/words.ts";
import { READERS } from "../../../src/web/investigator/people/words.ts";
import { MOVE_FORM } from "../../../src/web/investigator/writing/words.ts";
import { FIELD_NAMES, OUTCOME_NAMES, STATE_NAMES, STATE_VERBS } from "../../../src/words/glossary.ts";
import { EXPOSURE_ANSWER_NAMES } from "../../../src/words/judging.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { ANSWERS } from "../../support/hostile-story.ts";
import { openPage } from "../support/browsers.ts";
import type { Login } from "../support/site.ts";
import type { MovableSite } from "../support/movable-site.ts";
import { readBack } from "../support/reports.ts";
import { type Screen, screenOf } from "../support/screen.ts";
import { openCase, signIn as signInAtDesk } from "./desk.ts";
import type { Told } from "./roundtrip.ts";

/** What is told, and how it must end. */
const REPORTS = {
  excluded: { title: "Honor kegiatan dipotong kepala seksi", category: "pungutan-liar", ends: "unsubstantiated" },
  granted: { title: "Kuitansi bahan bakar ganda", category: "perbuatan-curang", ends: "substantiated" },
  removed: { title: "Jadwal jaga diatur untuk kerabat", category: "nepotisme-kolusi", ends: "partly" },
  merged: {
    title: "Perjalanan dinas fiktif ke Kota Khayal",
    what: "Saudara Rekaan Pratama menandatangani tiga perjalanan dinas fiktif ke Kota Khayal pada 6 Februari 2025.",
    category: "kerugian-keuangan-negara",
    ends: "duplicate",
  },
  sameMatter: {
    title: "Tiga perjalanan dinas ke Kota Khayal tidak pernah ada",
    what: "Rekaan Pratama membuat perjalanan dinas fiktif ke Kota Khayal, tiga kali, pada 6 Februari 2025.",
    category: "kerugian-keuangan-negara",
    ends: "substantiated",
  },
  referred: {
    title: "Pemenang lelang alat laboratorium diatur",
    category: "pengadaan-barang-jasa",
    amountIDR: 1_312_400_000,
    ends: "referred",
  },
  withdrawn: { title: "Kendaraan dinas dipakai berlibur", category: "penyalahgunaan-wewenang", ends: "withdrawn" },
  protected: { title: "Dimutasi setelah melapor", category: "pembalasan-pelapor", ends: "insufficient" },
  complaint: { title: "Antrean loket tanpa kepastian", category: "pelayanan-publik", ends: "out_of_scope" },
  reopened: { title: "Uang pelicin izin gudang", category: "suap", ends: "substantiated" },
} as const satisfies Readonly<Record<string, Partial<Answers> & { readonly ends: Outcome }>>;
type Name = keyof typeof REPORTS;

const PROTECTION = {
  kind: "protection",
  after: 0,
  source: 1,
  askedOn: null,
  askedBy: "reporter",
  threats: ["transfer"],
  threat: "Dari atasan, sejak laporan pertama.",
  urgency: "now",
  knownTo: [],
  known: "",
  evidence: "",
  wanted: [],
  wish: "",
  never: "Jangan bertanya kepada atasan.",
  consent: { to: "none", named: "", on: null, withdrawnOn: null },
  contact: { way: "inbox", text: "" },
  assessment: { importance: 3, threat: 4, risk: 4, text: "" },
  measures: [],
  referrals: [],
  closed: null,
} as const satisfies RecordContent<"protection">;

const COMPLAINT = {
  kind: "complaint",
  after: 0,
  service: "Loket perizinan",
  unit: "Dinas Perizinan",
  answer: "Nomor antrean dipasang.",
  handedOn: { to: "sp4n", text: "Keluhan tentang kepastian antrean.", on: null, reference: "" },
  done: true,
} as const satisfies RecordContent<"complaint">;

const LETTER = "Surat tanpa nama: retribusi terminal tidak disetor.";

/** Until a question that nobody answers may be closed: UU 25/2009, pasal 44 ayat (4), and a day. */
const SILENT_DAYS = 31;

type Colleague = { readonly login: Login; readonly browser: Browser; screen: Screen; member: Member };

export type Casework = {
  readonly complaints: readonly string[];
  /** How each ended, as its reporter reads it */
  readonly endings: ReadonlyMap<Name, string>;
};

export async function playCasework(
  [first, second]: readonly [Browser, Browser],
  site: MovableSite,
  language: Language,
  told: Told,
): Promise<Casework> {
  const { say } = speak(language);
  const complaints: string[][] = [];
  const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const result = await work();
    told(name, performance.now() - began);
    return result;
  };

  const enter = async (login: Login, browser: Browser): Promise<Colleague> => {
    const { page, complaints: heard } = await openPage(browser);
    complaints.push(heard);
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`${site.origin}/desk`);
    const screen = screenOf(page);
    await signInAtDesk(screen, language, login);
    return { login, browser, screen, member: await asMember(site, login) };
  };
  const [one, two, three, leader] = site.logins;
  if (one === undefined || two === undefined || three === undefined || leader === undefined)
    throw new Error("three investigators and a lead");

  const sent = await step("ten reports arrive", () => sendAll(site, three));
  const [ana, budi, citra, dewi] = await step("three investigators and the lead sign in", async () => [
    await enter(one, first),
    await enter(two, second),
    await enter(three, first),
    await enter(leader, second),
  ]);

  const front = async (who: Colleague, name: Name): Promise<Screen> => {
    await who.screen.page.bringToFront();
    if (await who.screen.has("button", say(CASE.backLabel))) await who.screen.press(say(CASE.backLabel));
    await openCase(who.screen, language, REPORTS[name].title);
    return who.screen;
  };
  const file = async (who: Colleague, name: Name): Promise<MemberCase> => openAs(who.member, REPORTS[name].title);
  const advance = async (who: Colleague, name: Name, ...states: readonly State[]): Promise<void> => {
    for (const state of states) await (await file(who, name)).moveTo(state, { outcome: null, text: "" });
  };
  const conclude = async (who: Colleague, name: Name): Promise<void> => {
    const screen = await front(who, name);
    await chooseMove(screen, language, "closed");
    await screen.select(say(MOVE_FORM.outcome), REPORTS[name].ends);
    await screen.fill(say(MOVE_FORM.textLabel), `Penjelasan: ${say(OUTCOME_NAMES[REPORTS[name].ends])}`);
    await screen.press(say(STATE_VERBS.closed));
    await screen.see(say(NEXT_STEP.moved, { state: say(STATE_NAMES.closed) }));
  };
  const reporter = (name: Name) => readBack(site, sent[name].token);

  await step("whom a report excludes sees nothing of it", async () => {
    await citra.screen.page.bringToFront();
    await citra.screen.see(REPORTS.removed.title);
    if (await citra.screen.has("text", REPORTS.excluded.title)) throw new Error("an excluded member sees the case");
    const { cases } = await listCases(citra.member);
    if (cases.some(({ summary }) => summary?.title === REPORTS.excluded.title)) throw new Error("it is listed");
  });
  await step("a member takes a case, and concludes it: not substantiated", async () => {
    const screen = await front(ana, "excluded");
    await screen.press(say(ASSIGNMENT.claim));
    await screen.see(say(ASSIGNMENT.giveBack));
    await advance(ana, "excluded", "verifying", "reviewing");
    await conclude(ana, "excluded");
  });
  await step("a colleague is let in, and concludes: substantiated", async () => {
    const screen = await front(ana, "granted");
    await screen.press(say(READERS.grant));
    await screen.select(say(READERS.who), citra.login.member.entry.id);
    await screen.fill(say(READERS.reason), "Menggantikan selama cuti.");
    await screen.press(say(READERS.doGrant));
    await screen.see("Menggantikan selama cuti.");
    await findNewCases(citra.member);
    await citra.screen.page.bringToFront();
    await citra.screen.press(say(LIST.refresh));
    await advance(citra, "granted", "verifying", "reviewing");
    await conclude(citra, "granted");
  });
  await step("a reader is taken out, reads nothing more, and it ends partly substantiated", async () => {
    const screen = await front(ana, "removed");
    await screen.press(say(READERS.remove));
    await pick(screen, "fieldset label", budi.login.member.entry.names["id"] ?? "");
    await screen.fill(say(READERS.reason), "Kerabat terlapor.");
    await screen.press(say(READERS.doRemove));
    await screen.see("Kerabat terlapor.");
    await (await reporter("removed")).write({ kind: "text", text: "Masih terjadi minggu ini." });
    const refused = await file(budi, "removed").then(
      () => false,
      () => true,
    );
    if (!refused) throw new Error("who was taken out still opens the case");
    await front(ana, "removed");
    await screen.see("Masih terjadi minggu ini.");
    await advance(ana, "removed", "verifying", "reviewing");
    await conclude(ana, "removed");
  });
  await step("two reports of one matter are linked, and one ends as a duplicate", async () => {
    const screen = await front(budi, "merged");
    await screen.see(say(ALIKE.title));
    await screen.press(`${say(ALIKE.link)} `);
    await screen.fill(say(LINKS.reason), "Orang, hari dan kota sama.");
    await screen.press(say(LINKS.save));
    await screen.see(say(LINKS.savedBoth));
    await advance(budi, "merged", "verifying", "reviewing");
    await conclude(budi, "merged");
    await advance(budi, "sameMatter", "verifying", "reviewing");
    await conclude(budi, "sameMatter");
  });
  await step("a high total wants a second member; then it is referred", async () => {
    const screen = await front(budi, "referred");
    await judge(screen, language);
    const other = await front(dewi, "referred");
    await other.press(say(SHEET.agree));
    await other.page.waitForFunction(() => document.querySelector(".judging-panel form.rail-form") === null);
    await advance(dewi, "referred", "verifying", "reviewing");
    await front(dewi, "referred");
    await chooseMove(other, language, "referred");
    await other.fill(say(MOVE_FORM.textLabel), "Dilimpahkan kepada KPK.");
    await other.press(say(STATE_VERBS.referred));
    await other.see(say(EXPOSURE.title));
    for (const question of questionsBefore("forwarding"))
      await answerNextQuestion(other, say(EXPOSURE_ANSWER_NAMES[question === "wishes" ? "yes" : "no"]));
    await other.press(say(EXPOSURE.saveAndGoOn));
    await other.see(say(NEXT_STEP.moved, { state: say(STATE_NAMES.referred) }));
    await conclude(dewi, "referred");
  });
  await step("a reporter withdraws", async () => {
    await (await reporter("withdrawn")).write({ kind: "withdraw", text: "Sudah diselesaikan." });
    await advance(budi, "withdrawn", "verifying");
    await conclude(budi, "withdrawn");
  });
  await step("protection comes first, and the report says too little", async () => {
    const request = { kind: "protection-request", urgency: "now", text: "Saya diancam dimutasi." } as const;
    await (await reporter("protected")).write(request);
    const screen = await front(dewi, "protected");
    await screen.see(request.text);
    await (await file(dewi, "protected")).record(PROTECTION);
    await advance(dewi, "protected", "verifying");
    await conclude(dewi, "protected");
  });
  await step("a service complaint is handed on", async () => {
    await (await file(ana, "complaint")).record(COMPLAINT);
    await advance(ana, "complaint", "verifying");
    await conclude(ana, "complaint");
  });
  await step("a letter is entered by a member, and concluded", async () => {
    const { screen } = ana;
    await screen.page.bringToFront();
    if (await screen.has("button", say(CASE.backLabel))) await screen.press(say(CASE.backLabel));
    await screen.press(say(ENTERED.open));
    await screen.seeHeading(say(ENTERING.title));
    await screen.fill(say(FIELD_NAMES.unitName), "Dinas Perhubungan");
    await screen.fill(say(FIELD_NAMES.what), LETTER);
    await screen.press(say(ENTERING.submit));
    await screen.press(say(ENTERING.openCase));
    await screen.seeHeading(say(CASE.report));
    await screen.see(say(ENTERED.withoutCode));
    const found = await openAs(ana.member, LETTER);
    for (const state of ["verifying", "closed"] as const)
      await (
        await openAs(ana.member, LETTER)
      ).moveTo(state, { outcome: state === "closed" ? "substantiated" : null, text: "" });
    const { opened } = await openMemberCase(ana.member, found.handle);
    if (opened.state !== "closed") throw new Error("the letter is not concluded");
  });
  await step("a question stays unanswered, and a person archives", async () => {
    await advance(budi, "reopened", "verifying", "awaiting_reporter");
    for (const { screen } of [ana, budi, citra, dewi]) await screen.page.close();
    await site.moveOn(SILENT_DAYS);
    for (const who of [ana, budi]) Object.assign(who, await enter(who.login, who.browser));
    const screen = await front(budi, "reopened");
    await chooseMove(screen, language, "archived");
    await screen.fill(say(MOVE_FORM.reasonLabel), "Belum ada jawaban.");
    await screen.press(say(STATE_VERBS.archived));
    await screen.see(say(NEXT_STEP.moved, { state: say(STATE_NAMES.archived) }));
  });
  await step("the reporter comes back, the case is reopened and concluded", async () => {
    const back = await reporter("reopened");
    if (back.state !== "archived") throw new Error(`the reporter reads ${back.state}`);
    await back.write({ kind: "text", text: "Maaf, baru sempat. Kuitansinya ada." });
    await front(ana, "reopened");
    await ana.screen.see("Maaf, baru sempat. Kuitansinya ada.");
    await advance(ana, "reopened", "reviewing");
    await conclude(ana, "reopened");
  });

  const endings = new Map<Name, string>();
  await step("each reporter reads how it ended", async () => {
    for (const name of Object.keys(REPORTS) as Name[]) {
      const { state, entries, alarms } = await reporter(name);
      const last = entries.findLast(({ message }) => message?.kind === "status")?.message;
      const ended = last?.kind === "status" ? (last.outcome ?? "") : "";
      if (alarms.length > 0 || state !== "closed") throw new Error(`${name}: ${state} ${alarms.join(" ")}`);
      if (ended !== REPORTS[name].ends) throw new Error(`${name} ended as ${ended}`);
      endings.set(name, ended);
    }
  });
  for (const { screen } of [ana, budi]) await screen.page.close();
  return { complaints: complaints.flat(), endings };
}

/** To the first channel, but for the one whose readers are two alone; one excludes a member. */
async function sendAll(
  { origin, organisation }: MovableSite,
  excluded: Login,
): Promise<Readonly<Record<Name, PreparedReport>>> {
  const directory = parseDirectory(documentBytes(organisation.signed));
  const connection = connect(origin);
  const sent = new Map<Name, PreparedReport>();
  for (const name of Object.keys(REPORTS) as Name[]) {
    const { ends: _, ...answers } = REPORTS[name];
    const channelId = organisation.channels[name === "granted" ? 1 : 0].id;
    const without = name === "excluded" ? [excluded.member.entry.id] : [];
    const prepared = prepareReport({ answers: { ...ANSWERS, ...answers }, channelId, excluded: without }, directory);
    await sendReport(connection, prepared);
    sent.set(name, prepared);
  }
  return Object.fromEntries(sent) as Record<Name, PreparedReport>;
}

async function asMember({ origin, organisation }: MovableSite, { name, passphrase }: Login): Promise<Member> {
  const { rootSet: roots } = organisation;
  const member = await signIn(connect(origin), {
    name,
    passphrase,
    roots,
    device: undefined,
    now: Date.now(),
    builtAt: 0,
  });
  await findNewCases(member);
  return member;
}

async function openAs(member: Member, title: string): Promise<MemberCase> {
  const { cases } = await listCases(member);
  const listed = cases.find(({ summary }) => summary?.title === title);
  if (listed === undefined) throw new Error(`“${title}” is not listed`);
  return openMemberCase(member, listed.handle);
}

async function chooseMove(screen: Screen, language: Language, to: State): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(NEXT_STEP.other));
  await screen.choose(say(STATE_NAMES[to]));
}

/** Clicks what is called so among what a selector finds. */
async function pick({ page }: Screen, selector: string, name: string): Promise<void> {
  const found = await page.waitForFunction(
    (among, text) => [...document.querySelectorAll<HTMLElement>(among)].find((one) => one.textContent?.includes(text)),
    { polling: 50 },
    selector,
    name,
  );
  await (found.asElement() as ElementHandle<HTMLElement>).click();
}

/** Of the questions before a step that could expose the reporter, the first that nobody answered. */
async function answerNextQuestion({ page }: Screen, answer: string): Promise<void> {
  const found = await page.evaluateHandle((chosen) => {
    const open = [...document.querySelectorAll("fieldset.question")].find((each) => !each.querySelector(":checked"));
    return [...(open?.querySelectorAll("label") ?? [])].find((label) => label.textContent === chosen);
  }, answer);
  await (found.asElement() as ElementHandle<HTMLElement> | null)?.click();
}

/** Everything at its highest, each with a reason. */
async function judge(screen: Screen, language: Language): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(SHEET.begin));
  for (const code of SCORES) {
    const row = await screen.page.waitForSelector(`.score-row:has(#sheet-scores-${code})`);
    await (await row?.$$("input[type=radio]"))?.at(-1)?.click();
    await screen.page.$eval(`#sheet-scores-${code}`, (field) => {
      (field as HTMLInputElement).value = "Menurut dokumen.";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
  }
  await screen.press(say(SHEET.save));
  await screen.see(say(SHEET.waitsForSecond));
}
