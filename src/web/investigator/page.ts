/** The investigators' page as it is served: a frame, and an honest sentence for as long as the script is not there. */
import type { Page, PageContext } from "../shared/delivery.ts";
import { iconSheet } from "../shared/icons.ts";
import { DESK_ICONS } from "./parts/icon-names.ts";

export function renderPage({ head }: PageContext): Page[] {
  const html = `<!doctype html>
<html lang="id" dir="ltr">
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
<p>Halaman ini memerlukan JavaScript, karena kasus dibuka di perangkat Anda dan bukan di server.</p>
<p lang="en">This page needs JavaScript, because cases are opened on your device and not on the server.</p>
</noscript>
<p class="loading">Halaman sedang dimuat … <span lang="en">Loading …</span></p>
</main>
</div>
</body>
</html>
`;
  return [{ path: "/desk", html }];
}
