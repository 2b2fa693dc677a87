/** The files for evaluators, each from one worksheet. What leaves with figures is written down before it is made. */
import { worksheetOf } from "../../../client/evaluation/worksheet.ts";
import type { FigureCase } from "../../../client/figures/figure-case.ts";
import { monthsIn, spanOf } from "../../../client/figures/period.ts";
import { workbookOf } from "../../../client/sheets/workbook.ts";
import type { FiguresExport } from "../../../protocol/documents/figures-export.ts";
import { zipStream } from "../files/zip/zip.ts";
import type { Ask } from "../vault/vault-client.ts";
import { calendarFile, folderEntries, periodCode } from "./folder.ts";
import type { Chosen } from "./enclosures.ts";
import type { Around } from "./paper-parts.ts";
import { reportPaper, spbePaper } from "./paper.ts";
import { worksheetSheets } from "./workbook.ts";

export const OUTPUTS = ["report", "sheet", "folder", "spbe", "calendar"] as const;
export type Output = (typeof OUTPUTS)[number];

/** Of those that hold figures */
const FORMS = { report: "html", sheet: "xlsx", folder: "zip", spbe: "html" } as const satisfies Partial<
  Record<Output, FiguresExport["form"]>
>;

type Made = { readonly name: string; readonly content: Blob };

type OutputParts = {
  readonly ask: Ask;
  readonly around: Around;
  readonly cases: readonly FigureCase[];
  readonly host: string;
  readonly chosen: Chosen;
};

/** Rejects as the vault does, with nothing made. */
export async function makeOutput(output: Output, parts: OutputParts): Promise<Made> {
  if (output !== "calendar") {
    const { worksheet, today } = parts.around;
    await parts.ask("noteFiguresExport", {
      export: { on: today, what: output, form: FORMS[output], ...worksheet.period },
    });
  }
  return contentOf(output, parts);
}

async function contentOf(output: Output, { ask, around, cases, host, chosen }: OutputParts): Promise<Made> {
  const { worksheet, today, view } = around;
  const { period, formula } = worksheet;
  const code = periodCode(period);
  switch (output) {
    case "report":
      return { name: `laporan-evaluasi-${code}.html`, content: new Blob([reportPaper(around)]) };
    case "spbe":
      return { name: `bukti-spbe-${code}.html`, content: new Blob([spbePaper(around)]) };
    case "sheet":
      return { name: `lembar-kerja-${code}.xlsx`, content: new Blob([await workbookOf(worksheetSheets(around))]) };
    case "calendar":
      return { name: `penilaian-zi.ics`, content: new Blob([calendarFile(around, host)]) };
    case "folder": {
      const begun = spanOf(period) === "month" ? [] : monthsIn(period).filter(({ from }) => from <= today);
      const months = begun.map((month) => worksheetOf(cases, view.ledger, { period: month, today, formula }));
      const entries = await folderEntries({ around, months, host, chosen }, (order) => ask("signFolder", order));
      const zip = await new Response(zipStream(entries)).blob();
      return { name: `segel-zi-${code}.zip`, content: zip };
    }
  }
}
