/** What a wrong address shows: both languages, no script, and nothing of what was asked for. */
import type { Asset, Page } from "./shared/delivery.ts";

export function missingPage(style: Asset, icon: Asset): Page {
  return {
    path: "/404.html",
    html: `<!doctype html>
<html lang="id" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Halaman tidak ada · No such page</title>
<link rel="icon" href="${icon.url}" type="image/svg+xml">
<link rel="stylesheet" href="${style.url}" integrity="${style.integrity}">
</head>
<body>
<main>
<h1>Halaman ini tidak ada</h1>
<p>Mohon periksa alamatnya. Tidak ada yang terkirim.</p>
<p><a href="/">Ke halaman awal</a></p>
<div lang="en">
<h2>There is no such page</h2>
<p>Please check the address. Nothing was sent.</p>
<p><a href="/en">To the first page</a></p>
</div>
</main>
</body>
</html>
`,
  };
}
