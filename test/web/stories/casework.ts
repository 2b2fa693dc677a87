/**
 * Ten reports to ten endings, by three investigators and a lead, in two browsers, over five weeks. Whatever moves a case
 * is pressed by a person; what is sent and read without a screen are seven reports, and all ten endings once more.
 */
import type { Browser } from "puppeteer-core";
import { CASE_WORDS } from "../../../src/web/reporter/words.ts";
import { homePathOf } from "../../../src/web/reporter/pages.ts";
import { addDays, dayInUtc } from "../../../src/protocol/encoding/day.ts";
import { ASSIGNMENT, CASE, NEXT_STEP } from "../../../src/web/investigator/case/words.ts";
import { LIST, VIEW_NAMES } from "../../../src/web/investigator/list/words.ts";
import { MOVE_FORM } from "../../../src/web/investigator/writing/words.ts";
import { OUTCOME_NAMES, STATE_NAMES, STATE_VERBS } from "../../../src/words/glossary.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { openPage } from "../support/browsers.ts";
import type { MovableSite } from "../support/movable-site.ts";
import { readBack } from "../support/reports.ts";
import { type Screen, screenOf } from "../support/screen.ts";
import type { Login } from "../support/site.ts";
import { conclude, follow, lookForNew, move, openCase, signIn } from "./desk.ts";
import { agree, enterLetter, handOnComplaint, judge, letIn, linkAlike, recordProtection, takeOut } from "./judging.ts";
import { type Wish, chooseNotices, seeNothingIn, toldIn } from "./notices.ts";
import { askForProtection, comeBack, fillReport, proveNoted, sendReport, withdraw, writeFollowUp } from "./reporter.ts";
import type { Told } from "./roundtrip.ts";
import { NAMES, type Name, REPORTS, type Written, noteOf, sendOthers, tokenOf } from "./ten-reports.ts";

const LETTER = "Surat tanpa nama: retribusi terminal tidak disetor.";

/** Until a question that nobody answers may be closed: UU 25/2009, pasal 44 ayat (4), and a day. */
const SILENT_DAYS = 31;

/** The first users are Indonesian offices; the tests' browsers ask for Indonesian. */
const DESK: Language = "id";
const { say } = speak(DESK);

type Colleague = { readonly login: Login; readonly screen: Screen };

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
  const complaints: string[][] = [];
  const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const result = await work();
    told(name, performance.now() - began);
    return result;
  };
  const [one, two, three, leader] = site.logins;
  if (one === undefined || two === undefined || three === undefined || leader === undefined)
    throw new Error("three investigators and a lead");

  const open = async (browser: Browser, path: string): Promise<Screen> => {
    const { page, complaints: heard } = await openPage(browser);
    complaints.push(heard);
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(site.origin + path);
    return screenOf(page);
  };
  const enter = async (browser: Browser, login: Login): Promise<Colleague> => {
    const screen = await open(browser, "/desk");
    await signIn(screen, DESK, login);
    return { login, screen };
  };
  const toList = async ({ screen }: Colleague): Promise<Screen> => {
    await screen.page.bringToFront();
    if (await screen.has("button", say(CASE.backLabel))) await screen.press(say(CASE.backLabel));
    return screen;
  };
  const front = async (who: Colleague, name: Name): Promise<Screen> => {
    const screen = await toList(who);
    if (!(await screen.has("button", REPORTS[name].title))) await screen.press(say(LIST.refresh));
    await openCase(screen, DESK, REPORTS[name].title);
    return screen;
  };
  const close = (...screens: readonly Screen[]) => Promise.all(screens.map(({ page }) => page.close()));

  const tokens = await step("seven reports arrive", () => sendOthers(site));
  const reporter = (name: Name) => readBack(site, tokens.get(name) ?? new Uint8Array());
  const write = async (screen: Screen, name: Written, rest: Parameters<typeof fillReport>[3]) => {
    const { unitName: unit, what, title } = REPORTS[name];
    await fillReport(screen, language, { unit, what, title }, rest);
    const note = await sendReport(screen, language);
    await proveNoted(screen, language, note);
    tokens.set(name, tokenOf(note));
  };
  const returnTo = async (screen: Screen, name: Name) => {
    await screen.page.bringToFront();
    // Days lie in between: nobody leaves such a page open.
    await screen.page.goto(site.origin + homePathOf(language));
    const token = tokens.get(name) ?? new Uint8Array();
    await comeBack(screen, language, noteOf(token, language), { pasted: name !== "withdrawn" });
  };

  // In either browser one after the other: a page in the background is put to sleep.
  const [[ana, citra], [budi, dewi]] = await step("three investigators and the lead sign in", () =>
    Promise.all([
      (async () => [await enter(first, one), await enter(first, three)] as const)(),
      (async () => [await enter(second, two), await enter(second, leader)] as const)(),
    ]),
  );
  await step("they choose how to be told; one goes on leave", async () => {
    const today = dayInUtc(Date.now());
    const wishes: readonly (readonly [Colleague, Partial<Wish>])[] = [
      [ana, {}],
      [budi, { whenNothing: true }],
      [citra, { away: { from: addDays(today, 1), to: addDays(today, 90) } }],
      [dewi, {}],
    ];
    for (const [{ login, screen }, wish] of wishes) {
      await screen.page.bringToFront();
      await chooseNotices(screen, DESK, { address: `${login.name}@kantor.example`, ...wish });
    }
  });
  const stranger = await open(second, homePathOf(language));
  await step("a person writes a report, and whom it excludes sees nothing of it", async () => {
    await write(stranger, "excluded", { without: [three.member.entry.names[language] ?? ""] });
    const screen = await toList(citra);
    await lookForNew(screen, DESK);
    await screen.see(REPORTS.removed.title);
    if (await screen.has("text", REPORTS.excluded.title)) throw new Error("an excluded member sees the case");
  });
  await step("a member takes a case, and concludes it: not substantiated", async () => {
    const screen = await front(ana, "excluded");
    await screen.press(say(ASSIGNMENT.claim));
    await screen.see(say(ASSIGNMENT.giveBack));
    await follow(screen, DESK, "verifying", "reviewing");
    await conclude(screen, DESK, REPORTS.excluded.ends);
  });
  await step("a colleague is let in, and concludes: substantiated", async () => {
    await letIn(await front(ana, "granted"), DESK, three, "Menggantikan selama cuti.");
    await lookForNew(await toList(citra), DESK);
    const screen = await front(citra, "granted");
    await follow(screen, DESK, "verifying", "reviewing");
    await conclude(screen, DESK, REPORTS.granted.ends);
  });
  await step("a reader is taken out, and what the reporter writes then is not for them", async () => {
    await takeOut(await front(ana, "removed"), DESK, two, "Kerabat terlapor.");
    await returnTo(stranger, "removed");
    await stranger.see(CASE_WORDS[language].CASE.newKeys);
    await writeFollowUp(stranger, language, "Masih terjadi minggu ini.");
    const out = await toList(budi);
    await lookForNew(out, DESK);
    if (await out.has("text", REPORTS.removed.title)) throw new Error("who was taken out still has the case");
    const screen = await front(ana, "removed");
    await screen.see("Masih terjadi minggu ini.");
    await follow(screen, DESK, "verifying", "reviewing");
    await conclude(screen, DESK, REPORTS.removed.ends);
  });
  await step("two reports of one matter are linked, and one ends as a duplicate", async () => {
    const screen = await front(budi, "merged");
    await linkAlike(screen, DESK, "Orang, hari dan kota sama.");
    await follow(screen, DESK, "verifying");
    await conclude(screen, DESK, REPORTS.merged.ends);
    await front(budi, "sameMatter");
    await follow(screen, DESK, "verifying", "reviewing");
    await conclude(screen, DESK, REPORTS.sameMatter.ends);
  });
  await step("a high total wants a second member; then it is referred", async () => {
    await judge(await front(budi, "referred"), DESK);
    const screen = await front(dewi, "referred");
    await agree(screen, DESK);
    await follow(screen, DESK, "verifying");
    await move(screen, DESK, "referred", "Dilimpahkan kepada KPK.");
    await conclude(screen, DESK, REPORTS.referred.ends);
  });
  await step("a reporter withdraws, and reads that it was heard", async () => {
    await returnTo(stranger, "withdrawn");
    await withdraw(stranger, language, "Sudah diselesaikan.");
    const screen = await front(budi, "withdrawn");
    await screen.see("Sudah diselesaikan.");
    await follow(screen, DESK, "verifying");
    await conclude(screen, DESK, REPORTS.withdrawn.ends);
    await returnTo(stranger, "withdrawn");
    await stranger.see(speak(language).say(OUTCOME_NAMES.withdrawn));
  });
  await step("a service complaint is handed on", async () => {
    const screen = await front(ana, "complaint");
    await handOnComplaint(screen, DESK);
    await follow(screen, DESK, "verifying");
    await conclude(screen, DESK, REPORTS.complaint.ends);
  });
  await step("a letter is entered by a member, and concluded", async () => {
    const screen = await toList(ana);
    await enterLetter(screen, DESK, { unit: "Dinas Perhubungan", what: LETTER });
    await follow(screen, DESK, "verifying");
    await conclude(screen, DESK, "substantiated");
  });
  await step("a reporter is asked, and stays silent for a month", async () => {
    const screen = await front(budi, "reopened");
    await follow(screen, DESK, "verifying");
    await move(screen, DESK, "awaiting_reporter", "Kapan dan berapa?");
    await close(stranger, ...[ana, budi, citra, dewi].map((who) => who.screen));
    await site.moveOn(SILENT_DAYS);
  });

  const [[anaLater, threatened], [budiLater, dewiLater]] = await step("they come back to work", () =>
    Promise.all([
      (async () => [await enter(first, one), await open(first, homePathOf(language))] as const)(),
      (async () => [await enter(second, two), await enter(second, leader)] as const)(),
    ]),
  );
  const later = { ana: anaLater, budi: budiLater, dewi: dewiLater };
  let seen = 0;
  /** Since it was last looked, whoever is on leave got none. */
  const seeMailed = (...wanted: readonly string[]): void => {
    const got = toldIn(site.mails.slice(seen));
    seen = site.mails.length;
    if (got.join() !== wanted.join()) throw new Error(`mailed: ${got.join(", ")}`);
  };
  await step("nobody answered, and a person archives", async () => {
    const screen = await front(later.budi, "reopened");
    await screen.press(say(STATE_VERBS.archived));
    await screen.paste(say(MOVE_FORM.reasonLabel), "Belum ada jawaban.");
    await screen.press(say(STATE_VERBS.archived));
    await screen.see(say(NEXT_STEP.moved, { state: say(STATE_NAMES.archived) }));
  });
  await step("a person asks for protection before anything else: it rings at the next quarter of an hour", async () => {
    await threatened.page.bringToFront();
    await write(threatened, "protected", { protection: true });
    seeMailed();
    await site.moveTo("07:45");
    seeMailed("anggota-1 news", "anggota-2 news", "anggota-4 news");
  });
  await step("another answers at last", async () => {
    await returnTo(threatened, "reopened");
    await threatened.see("Kapan dan berapa?");
    await writeFollowUp(threatened, language, "Maaf, baru sempat. Kuitansinya ada.");
  });
  await step("at the hour of the office whoever works is told that there is something new", async () => {
    await site.moveTo("08:00");
    seeMailed("anggota-1 news", "anggota-2 news", "anggota-4 news");
  });
  await step("what is asked for in a case, at once, is told a quarter of an hour later", async () => {
    for (const who of Object.values(later)) await lookForNew(await toList(who), DESK);
    await returnTo(threatened, "protected");
    await askForProtection(threatened, language, "Saya diancam dimutasi lagi.");
    seeMailed();
    await site.moveTo("08:15");
    seeMailed("anggota-1 news", "anggota-2 news", "anggota-4 news");
    // Half an hour without a question, and the server ends the session.
    for (const who of Object.values(later)) await lookForNew(await toList(who), DESK);
  });
  await step("protection comes first, and the report says too little", async () => {
    const screen = await front(later.dewi, "protected");
    await recordProtection(screen, DESK, "Saya diancam dimutasi lagi.");
    // What a colleague writes down as urgent waits for no hour either.
    await site.moveTo("08:30");
    seeMailed("anggota-1 news", "anggota-2 news", "anggota-4 news");
    await follow(screen, DESK, "verifying");
    await conclude(screen, DESK, REPORTS.protected.ends);
  });
  await step("the archived case is reopened and concluded, and its reporter reads it", async () => {
    // What has ended is open no more; that its reporter wrote again is new.
    const screen = await toList(later.ana);
    await screen.press(say(VIEW_NAMES.new));
    await openCase(screen, DESK, REPORTS.reopened.title);
    await screen.see("Maaf, baru sempat. Kuitansinya ada.");
    await follow(screen, DESK, "reviewing");
    await conclude(screen, DESK, REPORTS.reopened.ends);
    await returnTo(threatened, "reopened");
    await threatened.see(speak(language).say(OUTCOME_NAMES.substantiated));
  });
  // By one o'clock nobody has asked anything for hours, and the server has ended their sessions.
  await close(threatened, ...Object.values(later).map(({ screen }) => screen));
  await step("nothing new is told to whoever wants to hear that too, and no mail says more than another", async () => {
    await site.moveTo("13:00");
    seeMailed("anggota-2 nothing");
    const people = site.organisation.members.flatMap(({ entry }) => Object.values(entry.names));
    seeNothingIn(site.mails, [...NAMES.map((name) => REPORTS[name].title), ...people, site.origin, "kasus", "case"]);
  });

  const endings = new Map<Name, string>();
  await step("each of the ten ended as it had to", async () => {
    for (const name of NAMES) {
      const { state, entries, alarms } = await reporter(name);
      const last = entries.findLast(({ message }) => message?.kind === "status")?.message;
      const ended = last?.kind === "status" ? (last.outcome ?? "") : "";
      if (alarms.length > 0 || state !== "closed") throw new Error(`${name}: ${state} ${alarms.join(" ")}`);
      if (ended !== REPORTS[name].ends) throw new Error(`${name} ended as ${ended}`);
      endings.set(name, ended);
    }
  });
  return { complaints: complaints.flat(), endings };
}
