/** What leaves the office of a case: nothing of the reporter by default, nothing that was hidden, nothing of another case. */
import { createHash } from "node:crypto";
import t from "tap";
import { rowsGoing } from "../../../src/client/case-file/case-file.ts";
import type { CaseParts } from "../../../src/client/case-file/report.ts";
import { keptRecords } from "../../../src/client/case-file/kept-records.ts";
import { STRUCK, canHide, striker } from "../../../src/client/case-file/striking.ts";
import { foldCasework } from "../../../src/client/casework/casework.ts";
import type { Recorded } from "../../../src/client/casework/recorded.ts";
import { fromUtf8, utf8 } from "../../../src/crypto/bytes.ts";
import {
  type Choices,
  chosenFiles,
  faultsIn,
  firstChoices,
  unsearchedFiles,
} from "../../../src/web/investigator/case-file/choices.ts";
import { RECORD_NAMES } from "../../../src/protocol/record-names.ts";
import { EXPORT } from "../../../src/protocol/records/export.ts";
import { enclose } from "../../../src/web/investigator/case-file/making.ts";
import { paperOf } from "../../../src/web/investigator/case-file/paper.ts";
import { passagesOf } from "../../../src/web/investigator/case-file/preview.ts";
import { PAPER } from "../../../src/web/investigator/case-file/words.ts";
import { isClean } from "../../../src/web/investigator/files/answer/answer-files.ts";
import { type CaseFileEntry, filesOf, placeKey } from "../../../src/web/investigator/files/file-list.ts";
import { UNRECOGNISED } from "../../../src/web/investigator/files/known-file.ts";
import { signCaseExport } from "../../../src/web/investigator/vault/parts/export.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import type { CaseView } from "../../../src/web/investigator/vault/messages/vault.ts";
import { speak } from "../../../src/words/speech.ts";
import { casePartsOf, makeCaseFile, zipOf } from "../../support/proof/case-file.ts";

const { say } = speak("id");

/** Six words that nobody else would write, another six in every place */
const canary = (place: string): string => {
  const root = createHash("sha256").update(place).digest("hex").slice(0, 6);
  return ["zor", "wek", "qiv", "jux", "vyk", "xab"].map((word) => `${word}${root}`).join(" ");
};
const plain = (place: string): string => `Tim menulis ${place}.`;
const PLACES = [
  "unit judul apa kapan siapa bagaimana bukti pesan pengantar perlindungan cabut ancaman permintaan jangan penilaian".split(
    " ",
  ),
  [
    "di mana",
    "nama berkas",
    "isian baru",
    "berkas yang menyusul",
    "jenis baru",
    "cara datang",
    "kasus lain",
    "yang tahu",
    "kontak aman",
  ],
].flat();

/** Fields of the report that are texts, but for short answers, which are facts of the case */
const TYPED = ["apa", "bagaimana"];
const SHORT = "Zobrexi wajkkuv qlimpto";
const TITLE = "Qyvobel drumfaz";

function found(bytes: Uint8Array, words: readonly string[]): string[] {
  const text = new TextDecoder("latin1").decode(bytes).toLowerCase();
  return words.filter((word) => text.includes(word.toLowerCase()));
}

t.test(
  "no word of the reporter, from whatever field, message or file name, is in any byte of the default export",
  async (t) => {
    const words = PLACES.flatMap((place) => canary(place).split(" "));
    // The team repeats the reporter, in a sentence of its own, in all that it writes; and so does who makes the file.
    const parts = casePartsOf({
      reporter: (place) => ({ pengantar: SHORT, judul: TITLE })[place] ?? canary(place),
      team: (place) => `Menurut laporan, ${canary("apa")}; ${plain(place)}`,
    });
    const repeated = [
      ...[...TYPED, "isian baru", "pesan"].map((place) => canary(place).split(" ").slice(0, 5).join(" ")),
      ...["pesan", "nama berkas", "berkas yang menyusul"].map(canary),
      SHORT,
      TITLE,
    ];
    for (const language of ["id", "en"] as const) {
      const asked = { notes: [1, 2], summary: `Ringkasnya: ${repeated.join("; ")}.`, reason: canary("pesan") };
      const zip = await zipOf(makeCaseFile(parts, asked), { language });
      t.same(found(zip, `${SHORT} ${TITLE}`.split(" ")), [], "nor a message or title shorter than five words");
      t.same(found(zip, words), [], language);
      t.same(
        found(zip, [
          "2026-11-03",
          "2026-11-06",
          "2026-11-07",
          "2026-11-13",
          "3 november",
          "IMG_20261103",
          "731245900",
          "731.245.900",
        ]),
        [],
      );
      t.same(
        found(zip, ["segel-tt1", "Yang Dikecualikan", "Somebody excluded", "c".repeat(64)]),
        [],
        "nor what tells of the reporter",
      );
      t.same(
        found(zip, ["Tim menulis catatan satu", STRUCK.slice(0, 0)]),
        ["Tim menulis catatan satu", ""],
        "what the team says itself is there",
      );
    }
  },
);

t.test("the words of the reporter go where somebody decided so, and protection and other cases never", async (t) => {
  const zip = await zipOf(makeCaseFile(casePartsOf({ reporter: canary, team: plain }), { reporter: "included" }));
  for (const place of ["apa", "pesan", "nama berkas", "perlindungan", "cara datang"])
    t.same(found(zip, [canary(place)]), [canary(place)], place);
  for (const place of ["ancaman", "kontak aman", "jangan", "kasus lain"])
    t.same(found(zip, canary(place).split(" ")), [], place);
  t.match(found(zip, ["2026-11-03", "2026-11-06"]), ["2026-11-03", "2026-11-06"]);
});

t.test(
  "nothing is signed before a record of the own stands in the case, and none stands there without a reason",
  async (t) => {
    const order = { of: "segel/1/case-file", on: "2026-11-25", entries: [] };
    const [other] = casePartsOf({ reporter: canary, team: plain }).records.filter(
      ({ record }) => record.kind === "export",
    );
    const me = { id: "b".repeat(32) } as Member;
    const printed = { ...other!, author: me.id, record: { ...other!.record, form: "protection-sheet" } };
    for (const records of [[], [other!], [printed]])
      await t.rejects(signCaseExport(me, { opened: { records } } as never, order), /no record/u);
    const exported = {
      form: "case-file",
      reporter: "included",
      redacted: false,
      files: 0,
      reporterFiles: 0,
      to: "KPK",
      reason: "",
      rows: { team: [], reporter: [], internal: [] },
    };
    for (const reason of ["", "  \n"]) t.notOk(EXPORT.written.safeParse({ ...exported, reason }).success);
    t.ok(EXPORT.written.safeParse({ ...exported, reason: "Gelar perkara" }).success);
    const chosen = { reporter: "included", to: " ", reason: " " } as Choices;
    t.same(faultsIn(chosen), ["to", "reason"]);
  },
);

t.test("attack 60: a case file holds nothing of the case whose file was made before it", async (t) => {
  const [first, second] = ["pertama", "kedua"].map((which) =>
    casePartsOf({ reporter: (place) => canary(`${place} ${which}`), team: (place) => canary(`tim ${place} ${which}`) }),
  );
  if (first === undefined || second === undefined) return;
  const order = { reporter: "included", notes: [1, 2] } as const;
  const [one, two] = [
    await zipOf(makeCaseFile(first, { ...order, summary: canary("ringkas pertama") }, { registerNumber: "AAAA-2222" })),
    await zipOf(makeCaseFile(second, { ...order, summary: canary("ringkas kedua") }, { registerNumber: "BBBB-3333" })),
  ];
  const wordsOf = (bytes: Uint8Array) =>
    new Set(new TextDecoder("latin1").decode(bytes).match(/\b(?:zor|wek|qiv|jux|vyk|xab)[0-9a-f]{6}/gu));
  const ofFirst = wordsOf(one);
  t.ok(ofFirst.size > 60);
  t.same(
    [...wordsOf(two)].filter((word) => ofFirst.has(word)),
    [],
  );
  t.same(found(two, ["AAAA-2222"]), []);
  t.notSame(found(two, ["BBBB-3333"]), []);
  t.same(found(one, ["c".repeat(64)]), [], "nor which case it was linked to");
});

/** All pieces of so many letters, as a thief of bytes would look for them. */
const piecesOf = (text: string, length: number): string[] =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));

t.test("of a redacted copy no four letters of what was hidden are in any byte, nor how many there were", async (t) => {
  const hidden = ["Xaviqzu Wojtkqy", "Qwyzzxjk", "kvjxq-zz99"];
  const secret = `Rapat dengan Xaviqzu  WOJTKQY; berkas "qwyzzxjknya", kvjxq zz99.`;
  const parts = casePartsOf({ reporter: canary, team: (place) => `${plain(place)} ${secret}` });
  const copy = makeCaseFile(parts, {
    hidden,
    notes: [1, 2],
    summary: secret,
    reason: secret,
    to: "Xaviqzu Wojtkqy",
    hiddenFiles: [`team 4 ${"03".repeat(16)}`],
  });
  t.ok(copy.made.redacted);
  const zip = await zipOf(copy);
  const names = "xaviqzu wojtkqy qwyzzxjk kvjxq zz99".split(" ").flatMap((word) => piecesOf(word, 4));
  // The signed directory is the office's own and public; four letters of it are there by chance.
  const [before] = fromLatin(zip).split("directory.json");
  t.same(
    names.filter((piece) => before?.includes(piece)),
    [],
  );
  t.same(found(zip, ["surat-tugas"]), [], "a file that is hidden is not even named");
  t.equal(copy.made.to, STRUCK);
  t.equal(copy.summary, `Rapat dengan ${STRUCK}; berkas "${STRUCK}", ${STRUCK}.`);
});

t.test(
  "a member whose name was hidden is found by no id either, for the directory beside it says whose an id is",
  async (t) => {
    const parts = casePartsOf({ reporter: canary, team: plain });
    const copy = makeCaseFile(parts, { hidden: ["Pemeriksa Budi", "Examiner Budi"] });
    const [ana, budi] = ["a".repeat(32), "b".repeat(32)];
    t.same(found(await zipOf(copy), [ana!, budi!, "Pemeriksa Budi", "Examiner Budi"]), []);
    t.same(copy.members, {
      "#1": { id: "Pemeriksa Ana", en: "Examiner Ana" },
      "#2": { id: STRUCK, en: STRUCK },
    });
    t.equal(copy.made.by, "#1", "who made it stays known");
    t.same(found(await zipOf(copy, { proof: utf8(budi!) }), [budi!, "audit.json"]), [], "nor beside it");
    t.match(copy.sheet, { by: "#1", opinions: [{ by: "#2" }] });
    t.match(paperOf(copy, speak("id")), /Pemeriksa Ana/u);
    t.same(found(await zipOf(makeCaseFile(parts)), [budi!]), [budi], "where nothing was hidden, ids stay");
  },
);

const fromLatin = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes).toLowerCase();

t.test("what is struck: words in any spelling, ends of longer words, and short words only as they are", async (t) => {
  const hidden = ["Sari", "Ali", "loket tujuh", "meja biru di ujung", "biru", "di ujung timur"];
  const strike = striker({ texts: [], whole: ["foto saya.jpg", "Pungli"], hidden });
  const cases: readonly (readonly [text: string, struck: string])[] = [
    ["Bu SARI, sarinya.", `Bu ${STRUCK}, ${STRUCK}.`],
    ["Ali kembali.", `${STRUCK} kembali.`],
    ["di loket-tujuh, Loket Tujuhbelas", `di ${STRUCK}, ${STRUCK}`],
    ["FOTO_SAYA.JPG dan fotokopi", `${STRUCK} dan fotokopi`],
    ["pungli biasa", "pungli biasa"],
    ["Sari Sari", `${STRUCK} ${STRUCK}`],
    // One within another, and two that overlap
    ["ke meja biru di ujung gang", `ke ${STRUCK} gang`],
    ["meja biru di ujung timur gang", `${STRUCK} gang`],
  ];
  for (const [text, struck] of cases) t.equal(strike(text), struck);
});

t.test(
  "who reads the case is in no default export, for beside the directory it tells whom the reporter kept out",
  (t) => {
    const parts = casePartsOf({ reporter: canary, team: plain });
    const [letIn, reader] = ["e", "f"].map((sign) => sign.repeat(32));
    const grant = { kind: "grant", sequence: 90, by: reader!, on: "2026-11-20", members: [letIn!], reason: "Pendapat" };
    const readers = {
      ...parts.casework.readers,
      now: [...parts.casework.readers.now, letIn!, reader!],
      changes: [
        { ...grant, kind: "grant", interest: null, valid: true } as const,
        { ...grant, kind: "grant", interest: null, valid: false, sequence: 91, members: ["9".repeat(32)] } as const,
      ],
    };
    const changed = { ...parts, casework: { ...parts.casework, readers } };
    const byDefault = makeCaseFile(changed);
    t.equal(byDefault.readers, null);
    t.notMatch(JSON.stringify(byDefault), new RegExp(`${letIn}|${reader}|Pendapat|grant`, "u"));
    t.notMatch(paperOf(byDefault, speak("id")), /Pembaca kasus|Pendapat/u);
    const whole = makeCaseFile(changed, { reporter: "included" });
    t.match(whole.readers, {
      now: readers.now,
      changes: [{ number: 9, kind: "grant", on: grant.on, by: reader, members: [letIn], reason: "Pendapat" }],
    });
    t.equal(whole.readers?.changes.length, 1, "and no attempt to let in whom the reporter keeps out");
    t.match(paperOf(whole, speak("id")), /Pembaca kasus/u);
    t.end();
  },
);

t.test("no number in a copy tells how much stays inside, and the record of it says whose they are", (t) => {
  const parts = casePartsOf({ reporter: canary, team: plain });
  const asked = { reporter: "left-out", to: "", reason: "", summary: "", hidden: [], hiddenFiles: [] } as const;
  const copy = makeCaseFile(parts, { notes: [2] });
  const numbersOf = (rows: readonly { readonly number: number }[]) => rows.map(({ number }) => number);
  t.same(numbersOf(copy.conversation), [1, 2, 3, 4], "a receipt and new keys were sent in between");
  t.same(numbersOf(copy.notes), [1]);
  t.same(numbersOf(copy.records), [2, 3, 4, 5, 6, 7]);
  t.equal(copy.sheet?.number, 4);
  t.match(copy.records[3], { kind: "sheet-agreement", fields: { sheet: 4 } }, "an answer names the sheet in the copy");
  t.same(new Set(copy.timeline.filter((act) => act.in === "records").map(({ number }) => number)).size, 6);
  t.same(rowsGoing(parts, { ...asked, notes: [2] }), {
    team: [
      [1, 1],
      [4, 6],
    ],
    reporter: [],
    internal: [
      [2, 7],
      [10, 10],
    ],
  });
  // Nothing of what the reporter wrote stays inside: the numbers are the case's own.
  const whole = makeCaseFile(parts, { reporter: "included", notes: [1, 2] });
  t.same(numbersOf(whole.conversation.filter(({ from }) => from === "reporter")), [1, 2, 3, 4, 5]);
  t.same(rowsGoing(parts, { ...asked, reporter: "included", notes: [1, 2] }).reporter, [[1, 5]]);
  t.same(numbersOf(whole.notes), [1, 2]);
  t.end();
});

t.test("a sheet for protection that was printed is named in no case file", (t) => {
  const parts = casePartsOf({ reporter: canary, team: plain });
  const printed = parts.records.map((one) =>
    one.record.kind === "export"
      ? { ...one, record: { ...one.record, form: "protection-sheet", to: "Lembaga pelindung" } }
      : one,
  );
  const copy = makeCaseFile({ ...parts, records: printed }, { reporter: "included" });
  t.notMatch(JSON.stringify(copy), /Lembaga pelindung|protection-sheet/u);
  t.match(JSON.stringify(makeCaseFile(parts, { reporter: "included" })), /"kind":"export"/u);
  t.end();
});

t.test("what had no effect goes nowhere: somebody whom the reporter kept out may be named in it", async (t) => {
  const parts = casePartsOf({ reporter: canary, team: plain });
  const [said] = parts.conversation;
  const [note] = parts.notes;
  const idle = {
    effective: false,
    sequence: 80,
    message: { kind: "text", text: "Ditulis setelah dikeluarkan." },
  } as const;
  const [assignment] = parts.casework.assignments.all;
  const { kind: _, ...unlike } = assignment!;
  const changed: CaseParts = {
    ...parts,
    conversation: [...parts.conversation, { ...said!, ...idle }],
    notes: [...parts.notes, { ...note!, ...idle }],
    casework: {
      ...parts.casework,
      assignments: { ...parts.casework.assignments, all: [{ ...unlike, kind: undefined }] },
      sheets: { ...parts.casework.sheets, invalid: [5] },
    },
  };
  const made = makeCaseFile(changed, { reporter: "included", notes: [1, 80] });
  t.notMatch(JSON.stringify(made), /Ditulis setelah dikeluarkan|Tim menulis (?:penugasan|catatan dua)/u);
  t.same(
    makeCaseFile(parts)
      .records.map(({ kind }) => kind)
      .filter((kind) => !made.records.some((one) => one.kind === kind)),
    ["assignment", "sheet"],
  );
  t.match(made.notes, [{ number: 1 }], "and of notes those alone that were chosen");
});

t.test("which kinds of records go is said for each, and a new one stays until somebody says it", (t) => {
  const parts = casePartsOf({ reporter: canary, team: plain });
  const idle = { assignments: { ...parts.casework.assignments, all: [] }, sheets: { invalid: [] } };
  const records = RECORD_NAMES.map((kind, at) => ({
    ...parts.records[0]!,
    sequence: at,
    record: { kind, form: "case-file" } as never,
  }));
  const all = { ...parts, records, casework: { ...parts.casework, ...idle } } as unknown as CaseParts;
  const kept = (part: "left-out" | "included") => keptRecords(all, part).map(({ kind }) => kind);
  const byDefault = "assignment labels sheet sheet-agreement task task-done complaint result interest".split(" ");
  t.same(kept("left-out").toSorted(), byDefault.toSorted());
  t.same(
    kept("included")
      .filter((kind) => !byDefault.includes(kind))
      .toSorted(),
    ["export", "overruling", "referral-package", "referral-receipt", "source"],
  );
  t.end();
});

t.test("no number of a file tells between which days its reporter wrote, neither in the list nor in the ZIP", (t) => {
  const parts = casePartsOf({ reporter: canary, team: plain });
  const [office] = parts.conversation.filter(
    ({ direction, message }) => direction === "team" && message?.kind === "files",
  );
  const later = { ...office!, sequence: 9, storedOn: "2026-11-13" };
  const before = { ...office!, sequence: 0, storedOn: "2026-11-04" };
  const conversation = [before, ...parts.conversation, later];
  const made = makeCaseFile({ ...parts, conversation });
  t.same(
    made.files.map(({ from, number }) => `${from} ${number}`),
    ["reporter 1", "reporter 2", "office 3", "office 4", "office 5"],
  );
  t.same(
    made.conversation.flatMap(({ files = [] }) => files),
    [3, 4, 5],
  );
  const view = { conversation } as unknown as CaseView;
  const places = filesOf(view).map(({ place }) => placeKey(place));
  t.same(
    chosenFiles(view, { files: places, hiddenFiles: [] }).map(({ place }) => place.direction),
    ["reporter", "reporter", "team", "team", "team"],
  );
  t.equal(chosenFiles(view, { files: places, hiddenFiles: places.slice(1) }).length, 1, "and none that is hidden");
  t.end();
});

/** A second version of the sheet, and a complaint that was handed on. */
function partsWithMore(): CaseParts {
  const parts = casePartsOf({ reporter: canary, team: (place) => `Dahulu tim menulis ${place}.` });
  const newer = casePartsOf({ reporter: canary, team: plain }).records.filter(({ record }) => record.kind === "sheet");
  const handedOn = { to: "sp4n", text: "Isi yang diteruskan.", on: "2026-11-21", reference: "Nomor 77 tahun ini" };
  const complaint = {
    kind: "complaint",
    after: 0,
    service: "Loket satu",
    unit: "",
    answer: "",
    handedOn,
    done: false,
  } as const;
  const more = [...newer.map(({ record }) => record), complaint].map((record, at): Recorded => ({
    sequence: 90 + at,
    author: "a".repeat(32),
    roles: [],
    storedOn: "2026-11-21",
    record,
  }));
  const records = [...parts.records, ...more];
  return { ...parts, records, casework: foldCasework(records, parts.casework.readers) };
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return /\s/u.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

t.test("every text of case.json stands in the preview, where it can be marked, and on paper", (t) => {
  for (const reporter of ["left-out", "included"] as const) {
    const made = makeCaseFile(partsWithMore(), { reporter, notes: [1, 2] });
    const speech = speak("id");
    const preview = passagesOf(made, speech)
      .map(({ text }) => text)
      .join("\n");
    const paper = paperOf(made, speech);
    const texts = textsIn(made);
    t.ok(texts.length > 20 && texts.includes("Isi yang diteruskan.") && texts.includes("Nomor 77 tahun ini"));
    t.same(
      texts.filter((text) => !preview.includes(text)),
      [],
      reporter,
    );
    const { office: _, channel: __, members: ___, ...said } = made;
    t.same(
      textsIn(said).filter((text) => !paper.includes(text)),
      [],
      reporter,
    );
    t.match(made.sheet?.summary, "Tim menulis ringkasan lembar.");
    t.notMatch(JSON.stringify(made), /Dahulu tim menulis (?:ringkasan lembar|rencana|usul|reach)/u, "no older version");
  }
  t.end();
});

t.test("a file that is hidden goes neither in part nor by name, and one that is not searched is named before", (t) => {
  const parts = casePartsOf({ reporter: canary, team: plain });
  const view = parts as unknown as CaseView;
  const places = filesOf(view).map(({ place }) => placeKey(place));
  const hiddenFiles = places.slice(2);
  const choices = { ...firstChoices(view, "id"), files: places, hiddenFiles, hidden: ["Xaviqzu"] };
  t.equal(chosenFiles(view, choices).length, 2, "though it was ticked before");
  t.equal(makeCaseFile(parts, { hiddenFiles }).files.length, 2);
  t.match(unsearchedFiles(view, choices), [/./u, "IMG_20261103.jpg"]);
  t.same(unsearchedFiles(view, { ...choices, hidden: [] }), [], "where nothing is hidden, nothing is looked for");
  const texts = parts.conversation.map((entry) =>
    entry.message?.kind === "files"
      ? {
          ...entry,
          message: { ...entry.message, files: entry.message.files.map((one) => ({ ...one, name: "a.txt" })) },
        }
      : entry,
  );
  t.same(unsearchedFiles({ ...view, conversation: texts } as unknown as CaseView, { ...choices, hiddenFiles: [] }), []);
  const paper = paperOf(makeCaseFile(parts, { hidden: ["Xaviqzu"] }), speak("id"));
  t.notMatch(paper, say(PAPER.redactedFiles), "where no file goes");
  t.end();
});

t.test("a passage that would be hidden nowhere is not taken", async (t) => {
  for (const passage of ["—", "…", "!?", "☺", ""]) {
    t.notOk(canHide(passage), JSON.stringify(passage));
    t.equal(striker({ texts: [], whole: [], hidden: [passage] })(`a ${passage} b`), `a ${passage} b`);
  }
  for (const passage of ["7", "(Sari)", "لجنة"]) {
    t.ok(canHide(passage), passage);
    t.match(striker({ texts: [], whole: [], hidden: [passage] })(`a ${passage} b`), STRUCK);
  }
});

t.test("a file goes without hidden data or not at all, unless somebody ticked that it may", async (t) => {
  const NOTHING_FOUND = { isRead: true, cleaned: undefined, removed: [], remaining: [], reason: undefined } as const;
  const looks = {
    "plain.txt": NOTHING_FOUND,
    "cut.jpg": { ...NOTHING_FOUND, cleaned: new File(["cleaned"], "cut.jpg") },
    "unread.bin": { ...NOTHING_FOUND, isRead: false },
    "paper.pdf": { ...NOTHING_FOUND, reason: "not-supported" },
    "inner.docx": { ...NOTHING_FOUND, cleaned: new File(["half"], "inner.docx"), remaining: ["location"] },
  } as const;
  const names = Object.keys(looks) as (keyof typeof looks)[];
  const files = names.map((name, at) => ({
    file: { id: `0${at}`.repeat(16), name, type: "", size: 8 },
    place: { direction: "reporter", sequence: 1, id: `0${at}`.repeat(16) },
  })) as unknown as CaseFileEntry[];
  const take = async () => ({ whole: new Blob(["original"]), known: { ...UNRECOGNISED, sha256: "0".repeat(64) } });
  const look = async ({ name }: File) => looks[name as keyof typeof looks];
  const textsOf = async (order: { readonly asSent: boolean; readonly unclean: boolean }) => {
    const { entries, unclean } = await enclose(files, take, { ...order, hidden: [], look });
    return { texts: await Promise.all(entries.map(({ content }) => content.text())), unclean };
  };
  t.same(await textsOf({ asSent: false, unclean: false }), { texts: ["original", "cleaned"], unclean: 3 });
  const all = ["original", "cleaned", "original", "original", "half"];
  t.same(await textsOf({ asSent: false, unclean: true }), { texts: all, unclean: 0 });
  t.same(await textsOf({ asSent: true, unclean: false }), { texts: names.map(() => "original"), unclean: 0 });
  const hiding = { asSent: true, unclean: false, hidden: ["Original"], look };
  t.same((await enclose(files, take, hiding)).entries, [], "nor one whose text holds what is hidden");
  t.same(
    names.filter((name) => isClean(looks[name])),
    ["plain.txt", "cut.jpg"],
  );
});

t.test("case.json says what its format says, and the timeline is in the order of days", async (t) => {
  const made = makeCaseFile(casePartsOf({ reporter: canary, team: plain }), { notes: [1] });
  t.match(made, {
    format: "segel/1/case-file",
    arrived: "2026-11",
    report: null,
    made: { reporter: "left-out", redacted: false },
    files: [
      { number: 1, from: "reporter", name: null, on: "2026-11", copy: null },
      { number: 2 },
      { number: 3, name: "surat-tugas.pdf" },
    ],
    sheet: { total: 21, agreed: true, scores: { retaliation: undefined, reach: { score: 3 } } },
  });
  t.same(
    made.records.map(({ kind }) => kind),
    ["assignment", "labels", "sheet", "sheet-agreement", "task", "interest"],
  );
  t.ok(
    made.conversation.every(({ from }) => from === "office"),
    "that a reporter wrote is not told either",
  );
  t.notMatch(JSON.stringify(made), /retaliation/u, "how easily the reporter is guessed stays inside");
  const days = made.timeline.map(({ on }) => on);
  t.same(days, days.toSorted());
  t.equal(days[0], "2026-11");
  t.same(JSON.parse(fromUtf8(utf8(JSON.stringify(made)))), made);
});
