/** The poster as the build makes it: a page that the desk opens, and a file for whoever runs the server. Neither has a script. */
import { linksTo } from "./head.ts";
import { sriOf } from "./manifest.ts";
import { writeInline } from "./single-file.ts";
import type { Asset, Page } from "./shared/delivery.ts";
import { renderDocument } from "./shared/document.ts";
import { POSTER_PATH, type PosterContext, posterBody } from "./poster/page.ts";

export function posterPage(context: PosterContext, style: Asset, icon: Asset): Page {
  const head = linksTo({ icon, style });
  return { path: POSTER_PATH, html: renderDocument({ robots: "noindex", head, body: posterBody(context) }) };
}

export async function makePosterFile(context: PosterContext): Promise<Uint8Array> {
  const style = await writeInline({ source: "src/web/poster/poster.css" });
  const policy = `default-src 'none'; style-src '${sriOf(style, "sha256")}'; base-uri 'none'; form-action 'none'`;
  const head = [`<meta http-equiv="content-security-policy" content="${policy}">`, `<style>${style}</style>`].join(
    "\n",
  );
  return Buffer.from(renderDocument({ robots: "noindex", head, body: posterBody(context) }));
}
