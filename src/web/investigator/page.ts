/** The investigators' page as it is served: a frame, and an honest sentence for as long as the script is not there. */
import type { Page, PageContext } from "../shared/delivery.ts";
import { renderDocument } from "../shared/document.ts";
import { iconSheet } from "../shared/icons.ts";
import { DESK_ICONS } from "./parts/icon-names.ts";
import { SERVED, inEachLanguage } from "../shared/words.ts";

export function renderPage(context: PageContext): Page[] {
  return [{ path: "/desk", html: documentOf(context) }];
}

/** The same frame under every address that people know, as long as there is no office. */
export function renderFoundingPages(context: PageContext, paths: readonly string[]): Page[] {
  const html = documentOf(context);
  return [...paths, "/desk"].map((path) => ({ path, html }));
}

function documentOf({ head }: PageContext): string {
  return renderDocument({
    robots: "noindex",
    head,
    attributes: 'class="desk"',
    body: `${iconSheet(DESK_ICONS)}
<div id="desk">
<main class="plain-page">
<h1>Segel</h1>
<noscript>
${inEachLanguage(SERVED.deskNeedsScript, "p")}
</noscript>
<p class="loading">${inEachLanguage(SERVED.loading, "span")}</p>
</main>
</div>`,
  });
}
