/** Tables as somebody reads them: on a screen, in a document, in a workbook. Each by its title, its rows as texts. */
import type { Page } from "puppeteer-core";
import { readZip } from "../../support/proof/zip.ts";

export type Tables = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Under the caption, else the heading before it. */
export async function tablesOn(page: Page): Promise<Tables> {
  const found = await page.evaluate(() => {
    const clean = (element: Element | null | undefined) => (element?.textContent ?? "").replace(/\s+/gu, " ").trim();
    const headingOf = (table: Element): Element | undefined => {
      const before = [...document.querySelectorAll("h1, h2, h3")].filter(
        (heading) => (heading.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      );
      return before.at(-1);
    };
    return [...document.querySelectorAll("table")].map((table) => {
      const rows = [...table.querySelectorAll("tbody tr, tfoot tr")];
      return [
        clean(table.caption ?? headingOf(table)),
        rows.map((row) => [...row.querySelectorAll("th, td")].map(clean)),
      ] as const;
    });
  });
  return new Map(found);
}

/** Sheets by name, without their head. */
export function tablesInWorkbook(workbook: Uint8Array): Tables {
  const files = readZip(workbook);
  const xmlOf = (name: string) => files.get(name)?.toString() ?? "";
  const names = [...xmlOf("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/gu)];
  return new Map(
    names.map(([, name = ""], at) => {
      const rows = [...xmlOf(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row [^>]*>([^]*?)<\/row>/gu)];
      return [xmlText(name), rows.slice(1).map(([, row = ""]) => cellsOf(row))];
    }),
  );
}

/** "A" */
const FIRST_COLUMN = 65;

/** An empty cell may be left out: where each stands, its name says. */
function cellsOf(row: string): string[] {
  const cells = new Map<number, string>();
  for (const [, column = "", inner = ""] of row.matchAll(/<c [^>]*?r="([A-Z])\d+"[^>]*?(?:\/>|>([^]*?)<\/c>)/gu))
    cells.set(
      column.charCodeAt(0) - FIRST_COLUMN,
      xmlText(/<(?:v|t)(?: [^>]*)?>([^]*?)<\/(?:v|t)>/u.exec(inner)?.[1] ?? ""),
    );
  return Array.from({ length: Math.max(-1, ...cells.keys()) + 1 }, (_, at) => cells.get(at) ?? "");
}

function xmlText(xml: string): string {
  return xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
