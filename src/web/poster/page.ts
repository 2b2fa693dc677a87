/**
 * The poster of an office and cards to take along, in each language, a page of A4 each. It holds what people compare: the
 * address and the fingerprint of the roots, both as the pages have them that were built with it.
 */
import { LANGUAGE_CODES, type Language, factsOf } from "../../words/languages.ts";
import { type Speech, speak } from "../../words/speech.ts";
import { keyWordRows } from "../shared/fingerprint.ts";
import { escape } from "../shared/document.ts";
import { iconMarkup, iconSheet } from "../shared/icons.ts";
import { qrPathOf } from "../shared/qr-code.ts";
import { POSTER } from "./words.ts";

/** Beside the pages of the build, to be printed by whoever runs the server */
export const POSTER_FILE = "segel-poster.html";
/** The same as the desk opens it */
export const POSTER_PATH = "/poster";

export type PosterContext = {
  readonly office: Readonly<Record<string, string>> | undefined;
  /** As browsers say them; the first https one gets the QR code */
  readonly origins: readonly string[];
  /** Of the roots' fingerprint, twelve */
  readonly words: readonly string[];
};

/** In letters: as many as stand on one line of the poster, and on two of a card */
const LONG_NAME = 60;
/** Two columns of four leave each card the size of a hand. */
const CARDS = 8;

export function posterBody(context: PosterContext): string {
  const sheets = LANGUAGE_CODES.flatMap((language) => [posterOf(context, language), cardsOf(context, language)]);
  const hints = LANGUAGE_CODES.map(
    (language) => `<p ${attributesOf(language)}>${speak(language).say(POSTER.print)}</p>`,
  );
  return `${iconSheet(["mark"])}
<header class="on-screen">${hints.join("")}</header>
<main>
${sheets.join("\n")}
</main>`;
}

function posterOf(context: PosterContext, language: Language): string {
  const speech = speak(language);
  const { say } = speech;
  const office = officeIn(context, speech);
  const { plain, onions } = addressesOf(context);
  return `<article class="sheet poster${tightOf(context, speech)}" ${attributesOf(language)}>
<header><p class="brand">${iconMarkup("mark")}<span>${context.office === undefined ? "Segel" : office}</span></p><h1>${say(POSTER.title)}</h1></header>
<p class="lead">${say(POSTER.what, { office })}</p>
<section class="where">
<div>
<h2>${say(POSTER.address)}</h2>
${plain.map(addressLine).join("")}
${onions.length === 0 ? "" : `<h3>${say(POSTER.onion)}</h3>${onions.map((one) => `<p class="onion" dir="ltr">${escape(one)}</p>`).join("")}`}
<p class="own">${say(POSTER.own)}</p>
</div>
${codeOf(context, speech)}
</section>
<section class="compare">
<h2>${say(POSTER.genuine)}</h2>
<p>${say(POSTER.compare)}</p>
${wordRows(context, speech)}
<p class="hint">${say(POSTER.noCode)}</p>
</section>
<section class="differs">
<h2>${say(POSTER.differs)}</h2>
<p>${say(POSTER.differsText)}</p>
</section>
<footer><p>${say(POSTER.hung)}<span class="blank"></span></p><p>${say(POSTER.stamp)}<span class="blank"></span></p></footer>
</article>`;
}

function cardsOf(context: PosterContext, language: Language): string {
  const speech = speak(language);
  const { say } = speech;
  const { plain, onions } = addressesOf(context);
  const card = `<section class="card">
<div class="card-head"><p class="card-office">${officeIn(context, speech)}</p><p class="card-title">${say(POSTER.title)}</p></div>
<div class="card-where"><div>${plain.slice(0, 1).map(addressLine).join("")}${onions
    .slice(0, 1)
    .map((one) => `<p class="onion" dir="ltr">${escape(one)}</p>`)
    .join("")}<p class="own">${say(POSTER.own)}</p></div>${codeOf(context, speech)}</div>
<p class="card-compare">${say(POSTER.cardCompare)}</p>
${wordRows(context, speech)}
<p class="hint">${say(POSTER.cardDiffers)}</p>
</section>`;
  return `<article class="sheet cards${tightOf(context, speech)}" ${attributesOf(language)}>${card.repeat(CARDS)}</article>`;
}

function attributesOf(language: Language): string {
  return `lang="${language}" dir="${factsOf(language).direction}"`;
}

function officeIn({ office }: PosterContext, { say, name }: Speech): string {
  return escape(office === undefined ? say(POSTER.thisOffice) : name(office));
}

function addressesOf({ origins }: PosterContext): { readonly plain: string[]; readonly onions: string[] } {
  const hosts = origins.map((origin) => new URL(origin).host);
  const isOnion = (host: string) => host.endsWith(".onion");
  return { plain: hosts.filter((host) => !isOnion(host)), onions: hosts.filter(isOnion) };
}

/** Names of ministries take three lines, and a sheet is a page all the same. */
function tightOf(context: PosterContext, speech: Speech): string {
  const { plain } = addressesOf(context);
  const isLong =
    officeIn(context, speech).length > LONG_NAME || plain.length > 1 || plain.some((one) => one.length > 40);
  return isLong ? " tight" : "";
}

/** What is long is set smaller, so that it stays on its line where that can be. */
function addressLine(host: string): string {
  const size = host.length <= 26 ? "" : host.length <= 40 ? " long" : " longest";
  return `<p class="address${size}" dir="ltr" translate="no">${escape(host)}</p>`;
}

/** Of the first address alone. None of an onion: a telephone would ask the network's names for it. */
function codeOf({ origins }: PosterContext, { say }: Speech): string {
  const origin = origins.find((one) => !new URL(one).hostname.endsWith(".onion"));
  if (origin === undefined) return "";
  const { side, path } = qrPathOf(`${origin}/`);
  return `<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${escape(say(POSTER.code, { address: new URL(origin).host }))}"><path d="M0 0h${side}v${side}H0z" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`;
}

function wordRows({ words }: PosterContext, { say }: Speech): string {
  const rows = keyWordRows(words).map(
    ({ letter, groups }) =>
      `<div><dt aria-label="${say(POSTER.row, { letter })}">${letter}</dt>${groups.map((word) => `<dd>${word}</dd>`).join("")}</div>`,
  );
  return `<dl class="words" lang="id" dir="ltr" translate="no">${rows.join("")}</dl>`;
}
