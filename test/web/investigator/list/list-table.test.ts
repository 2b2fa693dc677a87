/** The list of cases as a table: what of reporters' words is in it, and that it is written down before it is made. */
import t from "tap";
import { csvOf } from "../../../../src/client/sheets/csv.ts";
import type { Digest } from "../../../../src/client/member/list/digest.ts";
import { readOfficeDocument } from "../../../../src/client/member/office-documents.ts";
import type { ListRow } from "../../../../src/web/investigator/list/list-rows.ts";
import { type ListSheetParts, listSheet } from "../../../../src/web/investigator/list/table/list-sheet.ts";
import { answerReferral } from "../../../../src/web/investigator/vault/parts/referral.ts";
import { speak } from "../../../../src/words/speech.ts";
import { enter, first, tellStory } from "../../../support/hostile/hostile-story.ts";

const row = (registerNumber: string, unit: string, more: Partial<ListRow> = {}): ListRow => ({
  handle: registerNumber,
  registerNumber,
  channelId: "c1",
  arrivedOn: "2026-11-20",
  state: "verifying",
  stateOn: "2026-11-24",
  summary: { title: "KENARI judul", category: "suap", unit },
  altered: false,
  unread: false,
  newMessages: 0,
  burnt: false,
  digest: undefined,
  stale: false,
  answers: 0,
  next: { kind: "news", due: "2026-12-04", unit: "working", left: -3 },
  marks: [],
  urgency: 0,
  isAlike: false,
  ...more,
});

const OPENED: Digest = {
  shown: 0,
  read: [0, 0, 0],
  alarmed: false,
  assignee: null,
  labels: [],
  course: [[], [], [], null, null],
  sheet: null,
  tasks: { open: 0, next: null },
  protection: null,
  says: [],
  amount: null,
  matter: [],
};

const ROWS = [row("K7QD-4M2P", "Dinas  perizinan"), row("ABCD-EFGH", "KENARI di loket", { next: undefined })];

function table(parts: Partial<ListSheetParts>): string {
  const given = {
    rows: ROWS,
    units: ["Dinas Perizinan"],
    withTitles: false,
    withDays: false,
    channelOf: () => "Utama",
    nameOf: () => "Ani",
  };
  const sheet = listSheet({ ...given, ...parts }, { ...speak("id"), today: () => "2026-11-29" });
  return new TextDecoder().decode(csvOf(sheet));
}

t.test("a list that is saved holds no word of a reporter and no day, and what the office says of its cases", (t) => {
  const plain = table({});
  t.notMatch(plain, "KENARI");
  t.match(plain, /K7QD-4M2P,Dalam verifikasi,Suap,Dinas Perizinan,Utama,2026-11,[^,]+,Belum diketahui/u);
  const opened = (assignee: string | null) =>
    table({ rows: [row("K7QD-4M2P", "", { digest: { ...OPENED, assignee } })] });
  t.match(opened(null), /,Belum ada\r\n$/u, "whose a case is stands within it: nobody's is one that was opened");
  t.match(opened("m1"), /,Ani\r\n$/u);
  t.notMatch(plain, /\d{4}-\d\d-\d\d|-3|,9,/u, "the month alone: a case file of the same number hides the day");
  const dated = table({ withDays: true });
  t.match(dated, "K7QD-4M2P,Dalam verifikasi,Suap,Dinas Perizinan,Utama,2026-11-20,9,2026-11-24,");
  t.match(dated, ",2026-12-04,-3,hari kerja,Belum diketahui");
  t.match(plain, "ABCD-EFGH,Dalam verifikasi,Suap,(di luar daftar unit kerja),");
  t.notMatch(
    table({ units: [] }),
    /perizinan/iu,
    "where the office has no list of units, none is known for the office's",
  );
  const titled = table({ withTitles: true });
  t.match(titled, "K7QD-4M2P,KENARI judul,");
  t.match(titled, "KENARI di loket");
  t.end();
});

t.test("whoever saves a list has signed that first, and a colleague reads it", async (t) => {
  const story = await tellStory();
  const { lead, investigators } = story.organisation;
  const [leader, author] = [await enter(story, lead), await enter(story, first(investigators))];
  const note = (titles: boolean, reason: string, days = false) =>
    answerReferral(author, {
      call: "noteListExport",
      ask: { export: { on: "2026-11-29", form: "xlsx", cases: 2, titles, days, reason } },
    });
  await note(false, "");
  t.match(await readOfficeDocument(leader, "list-export"), {
    version: 1,
    author: author.id,
    content: { titles: false },
  });
  await note(true, "Rapat evaluasi.");
  t.match(await readOfficeDocument(leader, "list-export"), { version: 2, content: { reason: "Rapat evaluasi." } });
  await t.rejects(note(true, " "), { code: "malformed" }, "titles go for a reason");
  await t.rejects(note(false, "", true), { code: "malformed" }, "and so do days");
  t.equal((await readOfficeDocument(leader, "list-export")).version, 2);
});

t.test("whoever saves figures has signed that first, and a colleague reads it", async (t) => {
  const story = await tellStory();
  const { lead, investigators } = story.organisation;
  const [leader, author] = [await enter(story, lead), await enter(story, first(investigators))];
  const written = { on: "2026-11-29", what: "folder", form: "zip", from: "2026-10-01", to: "2026-12-31" } as const;
  await answerReferral(author, { call: "noteFiguresExport", ask: { export: written } });
  t.match(await readOfficeDocument(leader, "figures-export"), { version: 1, author: author.id, content: written });
});

t.test("the book of receivers is one for the office: who wrote what, and the newest key of each body", async (t) => {
  const story = await tellStory();
  const { lead, investigators } = story.organisation;
  const [leader, author] = [await enter(story, lead), await enter(story, first(investigators))];
  const receiver = (letter: string, name = "Direktorat Pelayanan Laporan") => ({
    to: "kpk" as const,
    name,
    recipient: `age1${letter.repeat(58)}`,
    checked: "lewat telepon kantor",
    on: "2026-11-29",
  });
  await answerReferral(author, { call: "keepReceiver", ask: { receiver: receiver("q") } });
  await answerReferral(leader, { call: "keepReceiver", ask: { receiver: receiver("p", "Deputi Penindakan") } });
  await answerReferral(leader, { call: "keepReceiver", ask: { receiver: receiver("z") } });
  t.match(await answerReferral(author, { call: "readReceivers", ask: {} }), {
    receivers: [
      { name: "Direktorat Pelayanan Laporan", recipient: `age1${"z".repeat(58)}` },
      { name: "Deputi Penindakan" },
    ],
  });
  const newcomer = { ...author, sealing: [] };
  const kept = answerReferral(newcomer, { call: "keepReceiver", ask: { receiver: receiver("n", "Unit baru") } });
  await t.rejects(kept, { code: "alarm" }, "whoever cannot read the book yet does not write it anew");
  t.match(await readOfficeDocument(leader, "receivers"), { version: 3, content: { receivers: { length: 2 } } });
  const left = { on: "2026-11-29", form: "csv", cases: 2, titles: false, days: false, reason: "" } as const;
  await answerReferral(author, { call: "noteListExport", ask: { export: left } });
  await answerReferral(newcomer, { call: "noteListExport", ask: { export: left } });
  t.equal((await readOfficeDocument(leader, "list-export")).version, 2, "and still writes down what leaves the desk");
  const { words } = (await answerReferral(author, { call: "drawPackageWords", ask: { list: "id" } })) as {
    words: string[];
  };
  t.equal(words.length, 10);
});
