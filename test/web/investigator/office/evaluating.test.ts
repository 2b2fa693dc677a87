/** What evaluators are given: a folder that anybody can verify, and documents that claim no more than they prove. */
import t from "tap";
import { checkExport } from "../../../../src/client/case-file/check-export.ts";
import { signExport } from "../../../../src/client/case-file/signing.ts";
import { proveItems } from "../../../../src/client/evaluation/proofs.ts";
import { claimsOf } from "../../../../src/client/evaluation/spbe.ts";
import { worksheetOf } from "../../../../src/client/evaluation/worksheet.ts";
import type { FigureCase } from "../../../../src/client/figures/figure-case.ts";
import type { Period } from "../../../../src/client/figures/period.ts";
import { PROFILES } from "../../../../src/protocol/rules/deadline-profiles.ts";
import { EMPTY_LEDGER, type Ledger } from "../../../../src/protocol/documents/ledger.ts";
import {
  type Chosen,
  enclosuresOf,
  fits,
  recogniseFile,
  withFiles,
} from "../../../../src/web/investigator/evaluating/enclosures.ts";
import { folderEntries, mayPrepare, periodCode } from "../../../../src/web/investigator/evaluating/folder.ts";
import { evaluatedPeriod, isWritable, newEntry } from "../../../../src/web/investigator/evaluating/ledger-fields.ts";
import { OUTPUTS, makeOutput } from "../../../../src/web/investigator/evaluating/output.ts";
import type { Around } from "../../../../src/web/investigator/evaluating/paper-parts.ts";
import { partPaper, reportPaper, spbePaper } from "../../../../src/web/investigator/evaluating/paper.ts";
import { worksheetSheets } from "../../../../src/web/investigator/evaluating/workbook.ts";
import { zipStream } from "../../../../src/web/investigator/files/zip/zip.ts";
import type { Ask } from "../../../../src/web/investigator/vault/vault-client.ts";
import { speak } from "../../../../src/words/speech.ts";
import { enter, tellStory } from "../../../support/hostile/hostile-story.ts";
import { readZip } from "../../../support/proof/zip.ts";

const CASE: FigureCase = {
  receivedOn: "2026-11-05",
  state: "closed",
  stateOn: "2026-11-20",
  channel: "c",
  unit: "Dinas Perizinan",
  category: "suap",
  way: "page",
  outcome: "substantiated",
  answeredOn: "2026-11-07",
  verifiedOn: undefined,
  endedOn: "2026-11-20",
  promises: [{ kind: "first-answer", is: "kept" }],
  asksProtection: false,
  returned: false,
  isOpened: true,
};
const LEDGER: Ledger = {
  ...EMPTY_LEDGER,
  obstacles: [
    {
      id: "01",
      on: "2026-11-02",
      what: "<b>Terlambat</b> =1+1",
      remedy: "",
      owner: "Sekretaris",
      due: "2026-12-01",
      done: null,
      result: "",
    },
  ],
};
const PREPARING = { period: { from: "2026-10-01", to: "2026-12-31" }, today: "2026-11-29", formula: "closed-of-due" };

function aroundOf(ledger: Ledger, interests: Around["view"]["interests"]): Around {
  const worksheet = worksheetOf([CASE, { ...CASE, receivedOn: "2026-10-01" }], ledger, PREPARING);
  const names = { id: "Penanggung jawab", en: "Lead" };
  return {
    speech: speak("id"),
    worksheet,
    view: {
      version: 3,
      ledger,
      author: names,
      alarm: undefined,
      read: undefined,
      handlers: [{ names, roles: ["lead"], channels: [{ id: "Utama", en: "Main" }], since: Date.UTC(2026, 0, 1) }],
      channels: [{ names: { id: "Utama", en: "Main" }, recipients: 4, hasRecovery: true, deadlines: "zi" }],
      directoryVersion: 1,
      trail: { size: 12, root: "ab", note: "segel.example/audit\n12\nqw==\n", key: "k" },
      interests,
    },
    items: proveItems(worksheet, { handlers: 1, interests: interests?.length }, {}),
    claims: claimsOf(worksheet, { hasTrail: false, law: {} }),
    law: {},
    office: "Inspektorat Uji",
    by: "Penanggung jawab",
    today: PREPARING.today,
    profiles: PROFILES,
    requestBy: "2027-05-31",
    prints: { words: "satu dua", pages: "00" },
    file: undefined,
    enclosures: [],
  };
}

t.test("the folder of a quarter is an export that anybody verifies, byte for byte", async (t) => {
  const story = await tellStory();
  const member = await enter(story, story.organisation.lead);
  const folder = { around: aroundOf(LEDGER, []), months: [], host: "segel.example", chosen: new Map() };
  const entries = await folderEntries(folder, async (order) => ({
    entries: signExport(member, { of: "segel/1/evidence-folder", record: null, ...order }),
  }));
  const zip = new Uint8Array(await new Response(zipStream(entries)).arrayBuffer());
  const source = (bytes: Uint8Array) => ({
    size: bytes.length,
    read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
  });
  const checked = await checkExport(source(zip));
  t.same(checked.faults, []);
  t.equal(readZip(zip).size, entries.length, "and that other programs unpack");
  t.match(checked.manifest, { of: "segel/1/evidence-folder", on: PREPARING.today, member: member.id, record: null });
  const names = checked.manifest?.entries.map(({ name }) => name) ?? [];
  t.ok(
    names.includes("wbs-c/perbaikan.html") &&
      names.includes("lembar-kerja.xlsx") &&
      names.includes("jejak-audit/titik-periksa.txt"),
  );
  t.notOk(
    names.some((name) => name.startsWith("survei")),
    "no folder for what nothing proves",
  );
  const at = Buffer.from(zip).indexOf("Inspektorat Uji");
  const changed = zip.slice();
  changed[at] = 0x58;
  t.match((await checkExport(source(changed))).faults, [{ code: "changed", name: "sampul.html" }]);
  const cover = await entries[0]!.content.text();
  for (const name of names.slice(1)) t.ok(cover.includes(name.split("/").at(-1)!), `the cover lists ${name}`);
  t.equal(periodCode(PREPARING.period), "2026-q4");
});

const LETTER: Ledger["evidence"][number] = {
  id: "02",
  kind: "appointment",
  on: "2026-10-02",
  what: "SK Inspektur 12/2026",
  where: "",
  note: "",
  files: [],
};

t.test(
  "a file of the evidence is written down by its sum, and is that one again next time, cleaned or not",
  async (t) => {
    const original = new File(["letter, with the maker's name"], "SK Inspektur.pdf");
    const cleaned = new File(["letter"], original.name);
    const lookInto = async () => ({ isRead: true, cleaned, removed: [], remaining: [], reason: undefined });
    const first = await recogniseFile(original, [], true, lookInto);
    t.match(first, { isNamed: false, file: { name: "SK Inspektur.pdf", size: 6 } });
    t.match(
      await recogniseFile(original, [], false, lookInto),
      { file: { size: original.size } },
      "where nothing is cleaned",
    );
    for (const chosen of [original, cleaned])
      for (const cleans of [true, false]) {
        const again = await recogniseFile(chosen, [first.file], cleans, lookInto);
        t.match(again, { isNamed: true, file: first.file });
        t.equal(await again.content.text(), "letter");
      }
    const forged = await recogniseFile(new File(["lettes"], original.name), [first.file], true, async () => ({
      ...(await lookInto()),
      cleaned: undefined,
    }));
    t.equal(forged.isNamed, false, "of the same name and length, and another one");
    await t.rejects(recogniseFile(original, [], true, async () => ({ ...(await lookInto()), isRead: false })));
    t.same(withFiles([first.file], [first.file, forged.file]), [first.file, forged.file], "none is written down twice");
  },
);

t.test("what evaluators read is in words: days, deadlines, and that nothing came", async (t) => {
  const around = aroundOf(EMPTY_LEDGER, []);
  const paper = reportPaper({ ...around, worksheet: worksheetOf([], EMPTY_LEDGER, PREPARING) });
  t.match(paper, "UU 30/2014, Pasal 20, dibaca November 2026");
  t.notMatch(paper, /dibaca \d/u);
  t.match(paper, "Tidak ada laporan yang diterima dalam periode ini.");
  const settings = partPaper("configuration", around);
  t.match(settings, "<td>Zona Integritas</td>");
  t.match(settings, '<span class="mono">00</span>', "a hash in letters that are told apart");
});

t.test("papers lie under each item that asks for them, and what was not chosen is said to be missing", async (t) => {
  const file = (name: string, sha256: string) => ({ name, size: 3, sha256: sha256.repeat(32) });
  const evidence: Ledger["evidence"] = [
    { ...LETTER, files: [file("SK Penetapan № 1.PDF", "aa"), file("???", "bb")] },
    { ...LETTER, id: "03", kind: "publicity", what: "Poster di loket", files: [file("con.jpeg", "cc")] },
    { ...LETTER, id: "04", kind: "other", what: "Piagam", files: [file("run.exe", "dd")] },
    { ...LETTER, id: "05", kind: "policy", what: "SOP" },
  ];
  const chosen: Chosen = new Map(["aa", "cc", "dd"].map((of) => [of.repeat(32), new Blob([of])]));
  t.same(
    enclosuresOf(evidence, chosen).map(({ name, content }) => [name, content !== undefined]),
    [
      ["wbs-a/bukti-01-sk-penetapan-no-1.pdf", true],
      ["wbs-a/bukti-02.bin", false],
      ["wbs-a/bukti-03-con.jpeg", true],
      ["pengaduan-a/bukti-01-con.jpeg", true],
      ["bukti-lain/bukti-01-run-exe.bin", true],
    ],
  );
  const around = aroundOf({ ...LEDGER, evidence }, []);
  let listed: readonly { readonly name: string; readonly sha256: string }[] = [];
  const entries = await folderEntries({ around, months: [], host: "segel.example", chosen }, async (order) => {
    listed = order.entries;
    return { entries: [] };
  });
  t.match(
    listed.filter(({ name }) => /bukti-\d/u.test(name)),
    ["aa", "cc", "cc", "dd"].map((of) => ({ sha256: of.repeat(32) })),
    "in what is signed",
  );
  const textOf = async (name: string) => (await entries.find((one) => one.name === name)?.content.text()) ?? "";
  const list = await textOf("wbs-a/bukti.html");
  for (const said of ["bukti-01-sk-penetapan-no-1.pdf", "aa".repeat(32), "<strong>tidak disertakan</strong>"])
    t.ok(list.includes(said), said);
  const cover = await textOf("sampul.html");
  t.match(cover, "berkas “???”", "one of its two files is not there");
  t.notMatch(cover, "berkas “SK Penetapan");
  t.match(cover, "berkas “SOP”");
  t.notMatch(cover, "berkas “Poster di loket”");
  t.match(await textOf("bukti-lain/bukti.html"), "Piagam");
  t.ok(fits(evidence, chosen));
  const many = Array.from({ length: 301 }, (_, at) => file(`${at}.pdf`, at.toString(16).padStart(2, "0")));
  t.notOk(
    fits([{ ...LETTER, files: many }], new Map(many.map(({ sha256 }) => [sha256, new Blob()]))),
    "more than are listed",
  );
});

t.test("on paper each report stands in one column, by whatever formula was counted what was followed up", (t) => {
  const cases = ["closed", "reviewing", "referred", "archived"].map((state) => ({ ...CASE, state }));
  const worksheet = worksheetOf(cases, EMPTY_LEDGER, { ...PREPARING, formula: "ended-of-received" });
  const around = { ...aroundOf(EMPTY_LEDGER, undefined), worksheet };
  t.match(
    reportPaper(around),
    "Diterima 4 laporan: selesai 1, sedang diproses 1, dilimpahkan 1, diarsipkan 1. Harus ditindaklanjuti 4, sudah ditindaklanjuti 3 (75%).",
  );
  t.match(spbePaper(around), "1 laporan selesai ditindaklanjuti, 1 dilimpahkan, dan 1 diarsipkan");
  t.same(worksheetSheets(around)[1]?.rows.at(-2)?.slice(1), [4, 4, 1, 1, 1, 1]);
  t.end();
});

t.test("the class of a finding and whom a case was handed to are on paper and in the workbook, without a day", (t) => {
  const handOvers = [{ to: "kpk", on: "2026-11-19", answered: false }];
  const cases: FigureCase[] = [{ ...CASE, result: "administrative-fault-loss", handOvers }];
  const around = { ...aroundOf(EMPTY_LEDGER, undefined), worksheet: worksheetOf(cases, EMPTY_LEDGER, PREPARING) };
  const report = reportPaper(around);
  const class_ = "Kesalahan administratif yang menimbulkan kerugian negara";
  for (const said of [class_, "KPK", "UU 30/2014, Pasal 20"]) t.ok(report.includes(said), said);
  t.notMatch(report, /19 November/u);
  const cells = worksheetSheets(around).flatMap(({ rows }) => rows.flat());
  for (const said of [class_, "KPK"]) t.ok(cells.includes(said), said);
  t.match(partPaper("hand-overs", around), "KPK");
  t.end();
});

t.test("the share is the same on paper and in the workbook, and what a period counts is said beside its flow", (t) => {
  const cases = ["closed", "closed", "reviewing"].map((state) => ({ ...CASE, state }));
  const around = { ...aroundOf(EMPTY_LEDGER, undefined), worksheet: worksheetOf(cases, EMPTY_LEDGER, PREPARING) };
  const report = reportPaper(around);
  const [summary] = worksheetSheets(around);
  t.match(report, "ditindaklanjuti 2 (67%)");
  t.match(
    summary?.rows.find(([name]) => String(name).startsWith("Persentase")),
    [/^Persentase/u, "67%"],
  );
  for (const said of ["dilimpahkan termasuk sisa", "dihapus tidak lagi dihitung", "pada hari dicatat"]) {
    t.match(report, said);
    t.ok(summary?.rows.some(([name]) => String(name).includes(said)));
  }
  t.end();
});

t.test("no file with figures is made before it is written down, and none where that fails", async (t) => {
  const around = aroundOf(LEDGER, []);
  const asked: unknown[] = [];
  const ask = (async (call: string, order: unknown) => {
    asked.push([call, order]);
    return { entries: [] };
  }) as unknown as Ask;
  const parts = { around, cases: [CASE], host: "segel.example", chosen: new Map() };
  for (const output of OUTPUTS) {
    asked.length = 0;
    await makeOutput(output, { ...parts, ask });
    if (output === "calendar") t.same(asked, [], "no figure is in it");
    else t.match(asked[0], ["noteFiguresExport", { export: { what: output, on: "2026-11-29", ...PREPARING.period } }]);
  }
  const refused = (async () => {
    throw new Error("conflict");
  }) as unknown as Ask;
  await t.rejects(makeOutput("report", { ...parts, ask: refused }), { message: "conflict" });
});

t.test("an evaluation of a half-year is not begun with a period that its form refuses", (t) => {
  const begun = (period: Period) => {
    const entry = newEntry("evaluations", PREPARING.today, evaluatedPeriod(period));
    return [entry.period, isWritable("evaluations", { ...entry, by: "Inspektur" })];
  };
  t.same(begun(PREPARING.period), ["2026-Q4", true]);
  t.same(begun({ from: "2026-11-01", to: "2026-11-30" }), ["2026-11", true]);
  t.same(begun({ from: "2026-07-01", to: "2026-12-31" }), ["", false], "asked for, as an empty field");
  t.end();
});

t.test("nothing is prepared from a ledger that was not read: it would say that nothing was noted", (t) => {
  const { view } = aroundOf(EMPTY_LEDGER, undefined);
  t.equal(mayPrepare(view), true);
  for (const alarm of ["not-for-me", "unreadable", "older", "altered"] as const)
    t.equal(mayPrepare({ ...view, alarm }), false, alarm);
  t.end();
});

t.test("documents escape what was typed, name no unit and no day of arrival, and say what is not proved", (t) => {
  const around = aroundOf(LEDGER, undefined);
  const report = reportPaper(around);
  t.match(report, "&#60;b&#62;Terlambat&#60;/b&#62; =1+1");
  t.notMatch(report, /<script|5 November|Dinas Perizinan/u);
  t.match(report, "tanpa tanda tangan", "saved alone it says that nobody signed it");
  t.match(report, /<span class="muted">[^<]*belum dikonfirmasi<\/span>/u, "an unconfirmed rule, in grey");
  const spbe = spbePaper(around);
  t.match(spbe, "Tingkat 3 belum dapat ditunjukkan seluruhnya");
  t.match(spbe, "Kenirsangkalan: Belum terbukti");
  for (const paper of [spbe, partPaper("configuration", around)]) {
    t.match(paper, "Pelapor tidak wajib menyebutkan nama; identitas yang diberikan disegel tersendiri.");
    t.match(paper, "petugas yang mencatat surat", "an entered letter is sealed by whoever entered it");
    t.notMatch(paper, /menyimpan sandi|tanpa nama|Nama, akun/u);
  }
  t.match(
    spbe,
    "Laporan diselesaikan: Dinyatakan kantor",
    "what the office counted itself nobody else can count again",
  );
  const sheets = worksheetSheets(around);
  t.notOk(
    sheets.some(({ name }) => name === "Kepentingan pengelola"),
    "no register by who leads nobody",
  );
  for (const { columns, rows, name } of sheets)
    t.ok(
      rows.every((row) => row.length === columns.length),
      name,
    );
  t.end();
});
