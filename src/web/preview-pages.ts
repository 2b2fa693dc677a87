/**
 * The pages in which files of strangers are shown, each one file that loads nothing: script and style stand in it. In an
 * origin that is nobody's, a script with an address would need permission from the server.
 */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Bundle, bundle } from "./bundle.ts";
import { escapeForScript } from "./head.ts";
import { sriOf } from "./manifest.ts";
import { lentPreviewPolicy, previewPolicy } from "./policies.ts";
import type { Page } from "./shared/delivery.ts";
import { renderDocument } from "./shared/document.ts";
import { PREVIEW_PATHS } from "./shared/preview.ts";
import { SERVED, inEachLanguage } from "./shared/words.ts";

export type PreviewPage = Page & { readonly policy: string };

export async function makePreviewPages(): Promise<PreviewPage[]> {
  const [style, plain, pdf, pdfData, heif] = await Promise.all([
    write({ source: "src/web/preview/preview.css" }),
    write({ source: "src/web/preview/plain.ts", format: "iife" }),
    write({ source: "src/web/preview/pdf.ts", format: "iife" }),
    readPdfData(),
    write({ source: "src/web/preview/heif-page.ts", format: "iife" }),
  ]);
  const hashes = (script: string) => ({ script: sriOf(script, "sha256"), style: sriOf(style, "sha256") });
  return [
    {
      path: PREVIEW_PATHS.plain,
      html: render({ style, script: plain, blocks: {} }),
      policy: previewPolicy(hashes(plain)),
    },
    {
      path: PREVIEW_PATHS.pdf,
      html: render({ style, script: pdf, blocks: { "pdf-data": pdfData } }),
      policy: lentPreviewPolicy(hashes(pdf)),
    },
    {
      path: PREVIEW_PATHS.heif,
      html: render({ style, script: heif, blocks: {} }),
      policy: lentPreviewPolicy(hashes(heif)),
    },
  ];
}

async function write(part: Bundle): Promise<string> {
  return Buffer.from(await bundle(part))
    .toString("utf8")
    .trim();
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

type Parts = {
  readonly style: string;
  readonly script: string;
  /** What its script reads, by the id of its data block, which nothing executes where it stands */
  readonly blocks: Readonly<Record<string, unknown>>;
};

function render({ style, script, blocks }: Parts): string {
  // Either would end the element, or hide its end (HTML, 13.1.3.3).
  if (/<\/script|<!--/iu.test(script) || /<\/style/iu.test(style)) throw new Error("a script cannot stand in its page");
  const data = Object.entries(blocks).map(
    ([id, value]) => `<script type="application/json" id="${id}">${escapeForScript(JSON.stringify(value))}</script>\n`,
  );
  return renderDocument({
    robots: "noindex",
    head: `<style>${style}</style>\n${data.join("")}`.trimEnd(),
    attributes: 'class="desk"',
    body: `<p class="note" hidden>${inEachLanguage(SERVED.previewAlone, "span")}</p>
<script>${script}</script>`,
  });
}
