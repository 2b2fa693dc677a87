/** The key page as it stands before its script: a frame, its icons, and a sentence where scripts are off. */
import { iconSheet } from "../shared/icons.ts";
import { inEachLanguage } from "../shared/words.ts";
import { KEY_PAGE_ICONS } from "./icon-names.ts";
import { FRAME } from "./words.ts";

/** Beside the pages of the build, and never served: it is carried, and compared with its hash. */
export const KEY_PAGE_FILE = "segel-kunci.html";

export function keyPageBody(): string {
  return `${iconSheet(KEY_PAGE_ICONS)}
<div id="keys">
<main class="key-page">
<h1>Segel</h1>
<noscript>
${inEachLanguage(FRAME.needsScript, "p")}
</noscript>
</main>
</div>`;
}
