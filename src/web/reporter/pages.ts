/**
 * The static documents, one a language: `/`, `/en`. Home stands in them whole, so that it can be read before any script arrives
 * and where none ever does; the other screens are made by main.ts in the same document.
 */
import type { Page, PageContext } from "../shared/delivery.ts";
import { FIRST_LANGUAGE, LANGUAGE_CODES, type Language, factsOf } from "../../words/languages.ts";
import { type Say, speak } from "../../words/speech.ts";
import { escape, renderDocument } from "../shared/document.ts";
import { iconMarkup, iconSheet } from "../shared/icons.ts";
import { genuine, noScript, points, rootsWords } from "./home-parts.ts";
import { REPORTER_ICONS } from "./icons.ts";
import { HOME, type HomeWords } from "./words.ts";
import { API } from "../../protocol/api.ts";

/** Home; and the same document again, at the address that is written on a receipt: there its script opens what checks one. */
export function renderPages(context: PageContext, language: Language): Page[] {
  return [
    { path: homePathOf(language), html: render(context, language, homePathOf) },
    { path: receiptPathOf(language), html: render(context, language, receiptPathOf, "receipt") },
  ];
}

/** The page of published figures: a script of its own fills it. */
export function renderFiguresPage(context: PageContext, language: Language): Page {
  return { path: figuresPathOf(language), html: render(context, language, figuresPathOf, "figures") };
}

export function receiptPathOf(language: Language): string {
  return language === FIRST_LANGUAGE ? "/tanda-terima" : `/${language}/receipt`;
}

export function figuresPathOf(language: Language): string {
  return language === FIRST_LANGUAGE ? "/angka" : `/${language}/figures`;
}

export function homePathOf(language: Language): string {
  return language === FIRST_LANGUAGE ? "/" : `/${language}`;
}

function render(context: PageContext, language: Language, pathOf: (of: Language) => string, place = ""): string {
  const text = HOME[language];
  const { say, name } = speak(language);
  const office = escape(context.office === undefined ? text.thisOffice : name(context.office));
  const words = rootsWords(context.rootsFingerprint);
  return renderDocument({
    language,
    head: context.head,
    attributes: `${place === "" ? "" : `data-place="${place}" `}data-office="${office}" data-fingerprint="${context.rootsFingerprint}" data-key-words="${words.join(" ")}"`,
    body: `${iconSheet(REPORTER_ICONS)}
<header class="top"><div class="top-row">
<span class="brand">${iconMarkup("mark")}Segel</span>
<div class="languages" id="languages">${languageLinks(language, pathOf)}</div>
<a class="quick-exit" id="quick-exit" href="${escape(context.exitUrl)}" rel="noreferrer">${iconMarkup("leave")}${text.quickExit}</a>
</div></header>
${place === "figures" ? figures(text, say, office, language) : home(context, text, say, office)}
<footer class="foot" id="foot"><div class="foot-row">
${place === "figures" ? "" : places(text, language)}
<p class="hint">${context.office === undefined ? "" : `${say(text.runBy, { office })} `}${say(text.build, { hash: `<bdi>${context.buildHash.slice(0, 4)} ${context.buildHash.slice(4, 8)}</bdi>` })}</p>
</div></footer>`,
  });
}

function places(text: HomeWords, language: Language): string {
  return `<button type="button" class="link" data-go="genuine" disabled autocomplete="off">${text.genuine.title}</button>
<button type="button" class="link" data-go="receipt" disabled autocomplete="off">${text.receipt}</button>
<button type="button" class="link" data-go="carry" disabled autocomplete="off">${text.carry}</button>
<a class="link" href="${figuresPathOf(language)}">${text.figures.link}</a>`;
}

function home(context: PageContext, text: HomeWords, say: Say, office: string): string {
  return `<main id="screen" class="home two">
<div>
${intro(text, say, office, context.office !== undefined)}
${noScript(text.withoutScript, say, office)}
<ol class="numbered">${text.how.map((line) => `<li>${line}</li>`).join("")}</ol>
<div class="protection-link"><button type="button" class="choice" data-go="protection" disabled autocomplete="off">${iconMarkup("shield")}<span><span class="name">${text.protection[0]}</span><span class="hint">${text.protection[1]}</span></span>${iconMarkup("forward")}</button></div>
</div>
<div>${points(text.unknown, "dashes")}${points(text.cannot, "rings")}</div>
<div>${safer(text, say, context)}</div>
<div>${genuine(text, say, rootsWords(context.rootsFingerprint), { more: howTo(text) })}</div>
</main>`;
}

/** Its script puts what it has checked into the last part: a table that nobody has checked stands nowhere. */
function figures({ figures: text }: HomeWords, say: Say, office: string, language: Language): string {
  return `<main id="screen" class="column stack">
<h1 tabindex="-1">${say(text.title, { office })}</h1>
<p class="lead">${text.lead}</p>
<noscript><div class="banner help"><p>${text.withoutScript}</p><p><a href="${API.figures.path}?from=1" download="figures-unchecked.json">${text.file}</a></p></div></noscript>
<div id="figures" class="stack"></div>
<p><a href="${homePathOf(language)}">${text.home}</a></p>
</main>`;
}

function languageLinks(own: Language, pathOf: (of: Language) => string): string {
  return LANGUAGE_CODES.filter((language) => language !== own)
    .map((other) => {
      const { direction } = factsOf(other);
      return `<a class="language" href="${pathOf(other)}" lang="${other}" dir="${direction}" hreflang="${other}">${HOME[other].ownName}</a>`;
    })
    .join("");
}

/** Buttons sleep until the script wakes them: before that a press would be lost, and there is nothing they could send. */
function intro(text: HomeWords, say: Say, office: string, named: boolean): string {
  return `${named ? `<p class="office">${office}</p>` : ""}
<h1 tabindex="-1">${text.title}</h1>
<p class="lead">${say(text.lead, { office })}</p>
<div class="actions">
<button type="button" class="button primary" data-go="report" disabled autocomplete="off" aria-describedby="ready">${text.report}</button>
<p class="hint" id="ready" data-effort="${text.effort}">${text.preparing}</p>
<button type="button" class="button" data-go="check" disabled autocomplete="off">${text.check}</button>
</div>`;
}

function safer({ safer: text }: HomeWords, say: Say, { onion, exitUrl }: PageContext): string {
  const tor = onion === null ? text.tor : `${text.torAt}<p class="address">${escape(onion)}</p>`;
  const place = `<bdi>${escape(new URL(exitUrl).host)}</bdi>`;
  const items = [text.ownDevice, tor, say(text.exit, { place })].map((item) => `<li>${item}</li>`).join("");
  return `<section class="part"><h2>${text.title}</h2><ol class="numbered">${items}</ol></section>`;
}

function howTo({ genuine: { howTo: words } }: HomeWords): string {
  return `\n<button type="button" class="link" data-go="genuine" disabled autocomplete="off">${words}</button>`;
}
