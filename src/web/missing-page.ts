/** What a wrong address shows: all languages, no script, and nothing of what was asked for. */
import { FIRST_LANGUAGE, LANGUAGE_CODES, type Language, factsOf } from "../words/languages.ts";
import { linksTo } from "./head.ts";
import { homePathOf } from "./reporter/pages.ts";
import { HOME } from "./reporter/words.ts";
import type { Asset, Page } from "./shared/delivery.ts";
import { renderDocument } from "./shared/document.ts";

export function missingPage(style: Asset, icon: Asset): Page {
  const others = LANGUAGE_CODES.filter((language) => language !== FIRST_LANGUAGE);
  return {
    path: "/404.html",
    html: renderDocument({
      title: LANGUAGE_CODES.map((language) => HOME[language].missing.name).join(" · "),
      head: linksTo({ icon, style }),
      body: `<main>
${said(FIRST_LANGUAGE, "h1")}
${others.map((language) => `<div lang="${language}" dir="${factsOf(language).direction}">\n${said(language, "h2")}\n</div>`).join("\n")}
</main>`,
    }),
  };
}

function said(language: Language, heading: "h1" | "h2"): string {
  const { title, text, home } = HOME[language].missing;
  return `<${heading}>${title}</${heading}>
<p>${text}</p>
<p><a href="${homePathOf(language)}">${home}</a></p>`;
}
