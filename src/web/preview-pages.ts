/**
 * The pages in which files of strangers are shown, each one file that loads nothing: script and style stand in it. In an
 * origin that is nobody's, a script with an address would need permission from the server.
 */
import { type Bundle, bundle } from "./bundle.ts";
import { sriOf } from "./manifest.ts";
import { pdfPreviewPolicy, previewPolicy } from "./policies.ts";
import type { Page } from "./shared/delivery.ts";
import { renderDocument } from "./shared/document.ts";
import { PREVIEW_PATHS } from "./shared/preview.ts";
import { SERVED, inEachLanguage } from "./shared/words.ts";

type PreviewPage = Page & { readonly policy: string };

export async function makePreviewPages(): Promise<PreviewPage[]> {
  const [style, plain, pdf] = await Promise.all([
    write({ source: "src/web/preview/preview.css" }),
    write({ source: "src/web/preview/plain.ts", format: "iife" }),
    write({ source: "src/web/preview/pdf.ts", format: "iife" }),
  ]);
  const hashes = (script: string) => ({ script: sriOf(script, "sha256"), style: sriOf(style, "sha256") });
  return [
    { path: PREVIEW_PATHS.plain, html: render(style, plain), policy: previewPolicy(hashes(plain)) },
    { path: PREVIEW_PATHS.pdf, html: render(style, pdf), policy: pdfPreviewPolicy(hashes(pdf)) },
  ];
}

async function write(part: Bundle): Promise<string> {
  return Buffer.from(await bundle(part))
    .toString("utf8")
    .trim();
}

function render(style: string, script: string): string {
  // Either would end the element, or hide its end (HTML, 13.1.3.3).
  if (/<\/script|<!--/iu.test(script) || /<\/style/iu.test(style)) throw new Error("a script cannot stand in its page");
  return renderDocument({
    robots: "noindex",
    head: `<style>${style}</style>`,
    attributes: 'class="desk"',
    body: `<p class="note" hidden>${inEachLanguage(SERVED.previewAlone, "span")}</p>
<script>${script}</script>`,
  });
}
