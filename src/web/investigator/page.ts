/** The investigators' page as it is served: a frame, and an honest sentence for as long as the script is not there. */
import type { Page, PageContext } from "../shared/delivery.ts";
import { renderDocument } from "../shared/document.ts";
import { iconSheet } from "../shared/icons.ts";
import { DESK_ICONS } from "./parts/icon-names.ts";
import { SERVED, inEachLanguage } from "../shared/words.ts";

export function renderPage({ head }: PageContext): Page[] {
  const html = renderDocument({
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
  return [{ path: "/desk", html }];
}
