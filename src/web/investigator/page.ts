/** The investigators' page as it is served: a frame, and an honest sentence for as long as the script is not there. */
import { FIRST_LANGUAGE, LANGUAGES } from "../../words/languages.ts";
import type { Page, PageContext } from "../shared/delivery.ts";
import { iconSheet } from "../shared/icons.ts";
import { DESK_ICONS } from "./parts/icon-names.ts";
import { SERVED, inEachLanguage } from "../shared/words.ts";

export function renderPage({ head }: PageContext): Page[] {
  const html = `<!doctype html>
<html lang="${FIRST_LANGUAGE}" dir="${LANGUAGES[FIRST_LANGUAGE].direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Segel</title>
${head}
</head>
<body class="desk">
${iconSheet(DESK_ICONS)}
<div id="desk">
<main class="plain-page">
<h1>Segel</h1>
<noscript>
${inEachLanguage(SERVED.deskNeedsScript, "p")}
</noscript>
<p class="loading">${inEachLanguage(SERVED.loading, "span")}</p>
</main>
</div>
</body>
</html>
`;
  return [{ path: "/desk", html }];
}
