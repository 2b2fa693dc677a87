/**
 * The pages in which files of strangers are shown, each one file that loads nothing: script, style and the code of its
 * worker stand in it. In an origin that is nobody's, a script with an address would need permission from the server.
 */
import { DECODERS_INSIDE, bundle } from "./bundle.ts";
import { escapeForScript } from "./head.ts";
import { sriOf } from "./manifest.ts";
import { pdfPreviewPolicy, previewPolicy } from "./policies.ts";
import type { Page } from "./shared/delivery.ts";
import { PREVIEW_PATHS } from "./shared/preview.ts";

type PreviewPage = Page & { readonly policy: string };

export async function makePreviewPages(): Promise<PreviewPage[]> {
  const [style, plain, pdf, reader] = await Promise.all(
    [
      { source: "src/web/preview/preview.css" },
      { source: "src/web/preview/plain.ts", format: "iife" as const },
      { source: "src/web/preview/pdf.ts", format: "iife" as const },
      { source: "src/web/preview/pdf-worker.ts", format: "iife" as const, plugins: [DECODERS_INSIDE] },
    ].map(async (one) =>
      Buffer.from(await bundle(one))
        .toString("utf8")
        .trim(),
    ),
  );
  if (style === undefined || plain === undefined || pdf === undefined || reader === undefined)
    throw new Error("each part makes one file");
  const hashes = (script: string) => ({ script: sriOf(script, "sha256"), style: sriOf(style, "sha256") });
  const block = `<script type="application/json" id="reader">${escapeForScript(JSON.stringify(reader))}</script>\n`;
  return [
    { path: PREVIEW_PATHS.plain, html: render({ style, script: plain }), policy: previewPolicy(hashes(plain)) },
    { path: PREVIEW_PATHS.pdf, html: render({ style, script: pdf, block }), policy: pdfPreviewPolicy(hashes(pdf)) },
  ];
}

function render({ style, script, block = "" }: { style: string; script: string; block?: string }): string {
  // Either would end the element, or hide its end (HTML, 13.1.3.3).
  if (/<\/script|<!--/iu.test(script) || /<\/style/iu.test(style)) throw new Error("a script cannot stand in its page");
  return `<!doctype html>
<html lang="id" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Segel</title>
<style>${style}</style>
${block}</head>
<body class="desk">
<p class="note">Halaman ini bagian dari meja pemeriksa dan tidak dibuka sendiri. <span lang="en">This page is part of the investigators’ desk and is not opened by itself.</span></p>
<script>${script}</script>
</body>
</html>
`;
}
