/**
 * The pages in which files of strangers are shown, each one file that loads nothing: script, style and the code of its
 * worker stand in it. In an origin that is nobody's, a script with an address would need permission from the server.
 */
import { type Bundle, DECODERS_INSIDE, bundle } from "./bundle.ts";
import { escapeForScript } from "./head.ts";
import { sriOf } from "./manifest.ts";
import { pdfPreviewPolicy, previewPolicy } from "./policies.ts";
import type { Page } from "./shared/delivery.ts";
import { renderDocument } from "./shared/document.ts";
import { PREVIEW_PATHS } from "./shared/preview.ts";
import { SERVED, inEachLanguage } from "./shared/words.ts";

type PreviewPage = Page & { readonly policy: string };

export async function makePreviewPages(): Promise<PreviewPage[]> {
  const [style, plain, pdf, reader, painter] = await Promise.all([
    write({ source: "src/web/preview/preview.css" }),
    write({ source: "src/web/preview/plain.ts", format: "iife" }),
    write({ source: "src/web/preview/pdf.ts", format: "iife" }),
    write({ source: "src/web/preview/pdf-reader.ts", format: "iife", plugins: [DECODERS_INSIDE] }),
    write({ source: "src/web/preview/pdf-painter.ts", format: "iife" }),
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
      html: render({ style, script: pdf, blocks: { reader, painter } }),
      policy: pdfPreviewPolicy(hashes(pdf)),
    },
  ];
}

async function write(part: Bundle): Promise<string> {
  return Buffer.from(await bundle(part))
    .toString("utf8")
    .trim();
}

type Parts = {
  readonly style: string;
  readonly script: string;
  /** Code of workers by the id of its data block, which nothing executes where it stands */
  readonly blocks: Readonly<Record<string, string>>;
};

function render({ style, script, blocks }: Parts): string {
  // Either would end the element, or hide its end (HTML, 13.1.3.3).
  if (/<\/script|<!--/iu.test(script) || /<\/style/iu.test(style)) throw new Error("a script cannot stand in its page");
  const data = Object.entries(blocks).map(
    ([id, code]) => `<script type="application/json" id="${id}">${escapeForScript(JSON.stringify(code))}</script>\n`,
  );
  return renderDocument({
    robots: "noindex",
    head: `<style>${style}</style>\n${data.join("")}`.trimEnd(),
    attributes: 'class="desk"',
    body: `<p class="note" hidden>${inEachLanguage(SERVED.previewAlone, "span")}</p>
<script>${script}</script>`,
  });
}
