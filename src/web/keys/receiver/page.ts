/** The receiver's page as it stands before its script. */
import { iconSheet } from "../../shared/icons.ts";
import { inEachLanguage } from "../../shared/words.ts";
import { KEY_PAGE_ICONS } from "../icon-names.ts";
import { RECEIVER } from "./words.ts";

export function receiverPageBody(): string {
  return `${iconSheet(KEY_PAGE_ICONS)}
<div id="receiver">
<main class="key-page">
<h1>Segel</h1>
<noscript>
${inEachLanguage(RECEIVER.needsScript, "p")}
</noscript>
</main>
</div>`;
}
