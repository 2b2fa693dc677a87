/** The folder of evidence: one ZIP a period, a folder in it for each item of the worksheet, its manifest signed by the vault. */
import { calendarOf } from "../../../client/evaluation/calendar.ts";
import type { Worksheet } from "../../../client/evaluation/worksheet.ts";
import { type Period, spanOf } from "../../../client/figures/period.ts";
import { workbookOf } from "../../../client/sheets/workbook.ts";
import { EVIDENCE_KINDS, type EvidenceKind, type Part } from "../../../protocol/law/evaluation-items.ts";
import { ruleOf } from "../../../protocol/law/law.ts";
import { type WrittenEntry, listEntries, signEntries } from "../files/zip/signed-entries.ts";
import type { ZipEntry } from "../files/zip/zip.ts";
import type { EvaluationCalls, LedgerView } from "../vault/messages/evaluation.ts";
import { OTHER_FOLDER, enclosuresOf, type Chosen } from "./enclosures.ts";
import type { Around } from "./paper-parts.ts";
import { coverPaper, evidencePaper, partPaper, reportPaper, spbePaper } from "./paper.ts";
import { worksheetSheets } from "./workbook.ts";
import { PAPER } from "./words/paper.ts";

/** What they are called in a folder: as verifiers name entries, without capitals and spaces */
const FILE_NAMES: Readonly<Record<Part, string>> = {
  report: "laporan",
  counts: "rekapitulasi",
  cases: "tindak-lanjut",
  actions: "perbaikan",
  handlers: "pengelola",
  configuration: "pengaturan",
  conflicts: "benturan",
  "hand-overs": "penerusan",
};

/** A ledger that was not read looks empty: documents would say, signed, that nothing was noted. */
export function mayPrepare({ alarm }: LedgerView): boolean {
  return alarm === undefined;
}

/** A month before evaluation is asked for, the office begins to gather. */
const REMIND_DAYS = 30;

/** "2026-q4", "2026-11", or both days where the period has no name. */
export function periodCode(period: Period): string {
  const [year, month] = period.from.split("-");
  const span = spanOf(period);
  if (span === "month") return `${year}-${month}`;
  if (span === "quarter") return `${year}-q${Math.ceil(Number(month) / 3)}`;
  return `${period.from}-${period.to}`;
}

export function calendarFile({ speech, requestBy, law }: Around, host: string): string {
  return calendarOf({
    on: requestBy,
    summary: PAPER.calendar,
    description: speech.say(PAPER.calendarText, { source: ruleOf("lke-request-by", law).source }),
    remindDays: REMIND_DAYS,
    host,
  });
}

/** Of which no item asks */
const OTHER_KINDS = EVIDENCE_KINDS.filter((kind) => kind === "other");

type Sign = (ask: EvaluationCalls["signFolder"]["ask"]) => Promise<EvaluationCalls["signFolder"]["answer"]>;

export type Folder = {
  readonly around: Around;
  /** Of each month of the period that has begun, where the period is longer than one */
  readonly months: readonly Worksheet[];
  readonly host: string;
  /** Files of the evidence, as they were chosen for it */
  readonly chosen: Chosen;
};

/** In the order of the ZIP, signed. Rejects as signing does. */
export async function folderEntries({ around: alone, months, host, chosen }: Folder, sign: Sign): Promise<ZipEntry[]> {
  const around: Around = { ...alone, enclosures: enclosuresOf(alone.worksheet.evidence, chosen) };
  const { trail } = around.view;
  const zip = `segel-zi-${periodCode(around.worksheet.period)}.zip`;
  const at = (name: string, worksheet: Worksheet = around.worksheet): Around => ({
    ...around,
    worksheet,
    file: { name, zip },
  });
  const written: WrittenEntry[] = [];
  const put = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
    written.push({ name, content: new Blob([content]) });
  const putEvidence = (folder: string, kinds: readonly EvidenceKind[]): void => {
    if (around.worksheet.evidence.every(({ kind }) => !kinds.includes(kind))) return;
    const name = `${folder}/bukti.html`;
    put(name, evidencePaper(folder, kinds, at(name)));
    for (const { name: enclosed, content } of around.enclosures.filter((one) => one.folder === folder))
      if (content !== undefined) written.push({ name: enclosed, content });
  };
  for (const { item, lacks } of around.items) {
    for (const part of item.parts.filter((one) => !lacks.some((lack) => "part" in lack && lack.part === one))) {
      const name = `${item.id}/${FILE_NAMES[part]}.html`;
      put(name, partPaper(part, at(name)));
    }
    if (item.parts.includes("report"))
      for (const month of months) {
        const name = `${item.id}/${FILE_NAMES.report}-${periodCode(month.period)}.html`;
        put(name, reportPaper(at(name, month)));
      }
    putEvidence(item.id, item.evidence);
  }
  putEvidence(OTHER_FOLDER, OTHER_KINDS);
  put("laporan.html", reportPaper(at("laporan.html")));
  put("lembar-kerja.xlsx", await workbookOf(worksheetSheets(around)));
  put("spbe.html", spbePaper(at("spbe.html")));
  if (trail !== undefined) {
    put("jejak-audit/titik-periksa.txt", trail.note);
    put("jejak-audit/kunci.txt", `${trail.key}\n`);
  }
  put("penilaian.ics", calendarFile(around, host));
  const sums = around.enclosures.map(({ name, file }) => [name, file.sha256] as const);
  const listed = await listEntries(written, new Map(sums));
  const cover = { name: "sampul.html", content: new Blob([coverPaper(at("sampul.html"), listed, zip)]) };
  return signEntries(
    [cover, ...written],
    [...(await listEntries([cover])), ...listed],
    around.today,
    async (order) => (await sign(order)).entries,
  );
}
