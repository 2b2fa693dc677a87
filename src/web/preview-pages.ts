/**
 * The pages in which files of strangers are shown, each one file that loads nothing: script and style stand in it. In an
 * origin that is nobody's, a script with an address would need permission from the server.
 */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type InlineHashes, lentPreviewPolicy, previewPolicy } from "./policies.ts";
import type { Page } from "./shared/delivery.ts";
import { type InlineParts, inlineHashes, renderSingleFile, writeInline } from "./single-file.ts";
import { PREVIEW_PATHS } from "./shared/preview.ts";
import { SERVED, inEachLanguage } from "./shared/words.ts";

export type PreviewPage = Page & { readonly policy: string };

export async function makePreviewPages(): Promise<PreviewPage[]> {
  const [style, plain, pdf, pdfData, heif] = await Promise.all([
    writeInline({ source: "src/web/preview/preview.css" }),
    writeInline({ source: "src/web/preview/plain.ts", format: "iife" }),
    writeInline({ source: "src/web/preview/pdf.ts", format: "iife" }),
    readPdfData(),
    writeInline({ source: "src/web/preview/heif-page.ts", format: "iife" }),
  ]);
  const page = (path: string, policyOf: (hashes: InlineHashes) => string, parts: InlineParts): PreviewPage => ({
    path,
    html: render(parts),
    policy: policyOf(inlineHashes(parts)),
  });
  return [
    page(PREVIEW_PATHS.plain, previewPolicy, { style, script: plain }),
    page(PREVIEW_PATHS.pdf, lentPreviewPolicy, { style, script: pdf, blocks: { "pdf-data": pdfData } }),
    page(PREVIEW_PATHS.heif, lentPreviewPolicy, { style, script: heif }),
  ];
}

/**
 * What pdf.js fetches when a file has it not inside: character maps of Chinese, Japanese and Korean, and the two fonts
 * whose letters no other font has. As hexadecimal, not base64: what they have in common then stays alike, and Brotli makes
 * 440 kB of it instead of 690.
 */
async function readPdfData(): Promise<Record<string, string>> {
  const folder = path.dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));
  const maps = (await fs.readdir(path.join(folder, "cmaps"))).filter((name) => name.endsWith(".bcmap")).toSorted();
  const names = [
    ...maps.map((name) => `cmaps/${name}`),
    ...["FoxitSymbol.pfb", "FoxitDingbats.pfb"].map((name) => `standard_fonts/${name}`),
  ];
  const read = async (name: string) =>
    [path.basename(name), await fs.readFile(path.join(folder, name), "hex")] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

function render(parts: InlineParts): string {
  return renderSingleFile({
    robots: "noindex",
    parts,
    attributes: 'class="desk"',
    body: `<p class="note" hidden>${inEachLanguage(SERVED.previewAlone, "span")}</p>`,
  });
}
