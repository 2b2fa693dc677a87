import t from "tap";
import { findingsIn } from "../../../src/client/case/answers.ts";
import type { Entry } from "../../../src/client/case/chain.ts";
import { composeAnswers } from "../../../src/web/reporter/compose.ts";
import { amountOf, makeDraft } from "../../../src/web/reporter/draft.ts";
import { IN_WORDS, SCREENS } from "../../../src/web/reporter/words.ts";
import { timelineOf } from "../../../src/web/reporter/case/timeline.ts";
import { completeFirst, emptyRuns } from "../../../src/web/reporter/screens/word-problems.ts";
import { PROFILES } from "../../../src/protocol/rules/deadline-profiles.ts";
import { daysLeft, dueOn, stepsOf } from "../../../src/protocol/rules/deadlines.ts";
import { fingerprintRows } from "../../../src/web/shared/fingerprint.ts";
import { CATEGORIES } from "../../../src/protocol/rules/casework.ts";
import { LANGUAGE_CODES } from "../../../src/words/languages.ts";
import { chosenChannel } from "../../../src/web/reporter/screens/readers.ts";
import type { App } from "../../../src/web/reporter/app.ts";
import { isAsked } from "../../../src/web/reporter/questions.ts";
import type { Recipients, ReportChannel } from "../../../src/web/reporter/sealing/recipients.ts";
import { indexUnits } from "../../../src/web/reporter/unit-search.ts";
import { dayIn, speak } from "../../../src/words/speech.ts";

t.test("two answers make a report, and what was typed stays code point for code point", async (t) => {
  const draft = { ...makeDraft(), unitName: " Loket Contoh ", what: "  Diminta uang.\r\n\u{1F4B0}\n " };
  const answers = composeAnswers(draft, SCREENS.id, "id");
  t.same(findingsIn(answers), []);
  t.equal(answers.what, draft.what);
  t.equal(answers.unitName, "Loket Contoh");
  t.equal(answers.who + answers.when + answers.how + answers.evidence + answers.title, "");
  t.equal(answers.amountIDR, null);
});

t.test("answers that share a field are labelled in the reporter's language", async (t) => {
  const draft = {
    ...makeDraft(),
    people: [
      { name: "Sdr. Rekaan Pratama", position: "Verifikator", role: "did" as const },
      { name: "", position: "Petugas loket", role: "knew" as const },
    ],
    protection: true,
    worries: "Dipindahkan.",
    time: "range" as const,
    from: { day: "3", month: "2", year: "2025" },
    until: { day: "", month: "3", year: "2025" },
    ongoing: "yes" as const,
    amount: "15.000.000",
    amountIsEstimate: true,
    evidence: "Foto map.",
    fading: "yes" as const,
    fadingNote: "Rekaman kamera.",
  };
  const id = composeAnswers(draft, SCREENS.id, "id");
  t.equal(
    id.who,
    "Sdr. Rekaan Pratama, Verifikator: diduga melakukan\nPetugas loket: mengetahui kejadian\n\n" +
      "Pelapor meminta perlindungan: merasa terancam atau takut dibalas.\nYang dikhawatirkan: Dipindahkan.",
  );
  t.equal(id.when, "3 Februari 2025 sampai Maret 2025\nApakah masih berlangsung? Ya.");
  t.match(id.evidence, "Foto map.\n\nApakah ada bukti yang dapat segera hilang? Ya. Rekaman kamera.\n\n");
  t.equal(id.amountIDR, 15_000_000);
  const en = composeAnswers(draft, SCREENS.en, "en");
  t.match(en.who, "The reporter asks for protection");
  t.match(en.when, "3 February 2025 until March 2025");
});

t.test("rupiah are read as people type them, and said in words", async (t) => {
  const typed = {
    "1.250.000": 1_250_000,
    "Rp 1,250,000": 1_250_000,
    "1.500,00": 1_500,
    "50000": 50_000,
    "": null,
    banyak: null,
  };
  for (const [text, amount] of Object.entries(typed)) t.equal(amountOf(text), amount, text);
  t.equal(amountOf("9".repeat(17)), null, "too large to be exact is no amount");
  t.equal(IN_WORDS.id(15_000_000), "lima belas juta");
  t.equal(IN_WORDS.id(1_111_111), "satu juta seratus sebelas ribu seratus sebelas");
  t.equal(IN_WORDS.id(2_000_010_000), "dua miliar sepuluh ribu");
  t.equal(IN_WORDS.en(1_250_000), "one million two hundred fifty thousand");
  t.equal(IN_WORDS.en(21), "twenty-one");
});

t.test("every language lists the kinds of misconduct in order", async (t) => {
  for (const language of LANGUAGE_CODES) t.same(Object.keys(SCREENS[language].categories), CATEGORIES, language);
});

t.test("deadlines are counted in the unit that the screen names", async (t) => {
  const [first, , answer] = stepsOf(PROFILES, "zi");
  t.equal(
    dueOn("2025-02-14", first ?? { count: 0, unit: "working" }, {}),
    "2025-02-25",
    "Friday and seven working days",
  );
  t.equal(dueOn("2025-03-10", answer ?? { count: 0, unit: "calendar" }, {}), "2025-04-09");
  t.equal(daysLeft("2025-03-21", "2025-03-24", "working", {}), 1, "a weekend is no work");
  t.equal(daysLeft("2025-03-24", "2025-03-21", "calendar", {}), -3);
  t.same(stepsOf(PROFILES, "constructor"), [], "an unknown profile promises nothing");
  t.equal(dayIn("2025-02-03", "id"), "3 Februari 2025");
  t.equal(dayIn("<b>", "id"), "<b>", "what is no day is shown as it came");
});

t.test("own messages stand before the answers that have seen them", async (t) => {
  const answer = (sequence: number, seen: number, storedOn: string): Entry => ({
    direction: "team",
    epoch: 0,
    sequence,
    storedOn,
    alarms: [],
    message: undefined,
    author: undefined,
    roles: [],
    acknowledged: { sequence: seen, hash: new Uint8Array(32) },
    teamPublicKey: undefined,
    effective: true,
  });
  const shape = (entries: Entry[], written: number, days: string[]) =>
    timelineOf(entries, written, days).map((one) =>
      one.kind === "own" ? (one.day ?? "?") : `answer ${one.entry.sequence}`,
    );
  t.same(shape([answer(1, 0, "2025-03-10"), answer(2, 1, "2025-03-11")], 2, ["2025-03-10", "2025-03-11"]), [
    "answer 1",
    "2025-03-10",
    "answer 2",
    "2025-03-11",
  ]);
  t.same(
    shape([answer(1, 0, "2025-03-12")], 2, ["2025-03-11"]),
    ["?", "2025-03-11", "answer 1"],
    "the days decide for the rest",
  );
});

t.test("words that are missing are named as runs, and fingerprints as lettered rows", async (t) => {
  const typed = ["a", "b", "c", "d", "", "f", "g", "h", "", "", "", ""];
  t.same(emptyRuns(typed), [
    [5, 5],
    [9, 12],
  ]);
  const app = { ...speak("id"), text: SCREENS.id };
  t.equal(completeFirst(app, emptyRuns(typed)), "Lengkapi kata ke-5 dan ke-9 sampai ke-12 dahulu.");
  t.same(fingerprintRows("0123456789abcdef".repeat(2)), [
    { letter: "A", groups: ["0123", "4567", "89ab", "cdef"] },
    { letter: "B", groups: ["0123", "4567", "89ab", "cdef"] },
  ]);
});

t.test(
  "a unit proposes the channel that serves it, and a channel leaves questions out that are not answered yet",
  (t) => {
    const channel = (id: string): ReportChannel => ({ id, names: {}, deadlines: "zi", recipients: [], custodians: [] });
    const recipients = { channels: [channel("satu"), channel("dua")] } as Pick<Recipients, "channels"> as Recipients;
    const draft = { ...makeDraft(), unitName: "dinas B " };
    const units = indexUnits([
      { name: "Dinas A" },
      { name: "Dinas B", channel: "dua" },
      { name: "Dinas C", channel: "tutup" },
    ]);
    const app = {
      draft,
      units: { now: units },
      recipients: { now: recipients },
      text: SCREENS.id,
      language: "id",
      delivery: { channels: { dua: { leavesOut: ["amountIDR", "who"] } } },
    } as Pick<App, "draft"> as App;
    t.equal(chosenChannel(app, recipients)?.id, "dua");
    t.same([isAsked(app, "amountIDR"), isAsked(app, "who"), isAsked(app, "how")], [false, false, true]);
    draft.amount = "Rp 5.000";
    t.ok(isAsked(app, "amountIDR"), "what is written stays to be seen");
    draft.channelId = "satu";
    t.equal(chosenChannel(app, recipients)?.id, "satu", "whoever chose has chosen");
    t.ok(isAsked(app, "who"));
    draft.channelId = undefined;
    for (const unitName of ["Dinas A", "Dinas C", "Lain"])
      t.equal(chosenChannel(Object.assign(app, { draft: { ...draft, unitName } }), recipients)?.id, "satu", unitName);
    t.end();
  },
);
