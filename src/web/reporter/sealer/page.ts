/** The body of segel-lapor.html as it stands before its script, in each language: the first to be seen, others beside it. */
import { FIRST_LANGUAGE, LANGUAGE_CODES, type Language, factsOf } from "../../../words/languages.ts";
import { speak } from "../../../words/speech.ts";
import { escape } from "../../shared/document.ts";
import { iconMarkup, iconSheet } from "../../shared/icons.ts";
import { genuine, noScript, points, rootsWords } from "../home-parts.ts";
import { REPORTER_ICONS } from "../icons.ts";
import { HOME, SEALER } from "../words.ts";

type Context = {
  readonly office?: Readonly<Record<string, string>> | undefined;
  readonly rootsFingerprint: string;
  readonly buildHash: string;
};

/** Of the office, as the page names it */
export function officeName({ office }: Pick<Context, "office">, language: Language): string {
  return office === undefined ? HOME[language].thisOffice : speak(language).name(office);
}

export function sealerBody(context: Context): string {
  const others = LANGUAGE_CODES.filter((language) => language !== FIRST_LANGUAGE).map(
    (language) => `<template id="home-${language}">${home(context, language)}</template>`,
  );
  return [home(context, FIRST_LANGUAGE), ...others].join("\n");
}

function home(context: Context, language: Language): string {
  const [text, general] = [SEALER[language], HOME[language]];
  const { say } = speak(language);
  const office = escape(officeName(context, language));
  const { buildHash } = context;
  const links = LANGUAGE_CODES.filter((other) => other !== language).map(
    (other) =>
      `<a class="language" href="#${other}" lang="${other}" dir="${factsOf(other).direction}">${HOME[other].ownName}</a>`,
  );
  return `${iconSheet(REPORTER_ICONS)}
<header class="top"><div class="top-row">
<span class="brand">${iconMarkup("mark")}Segel</span>
<div class="languages" id="languages">${links.join("")}</div>
<a class="quick-exit" id="quick-exit" href="about:blank" rel="noreferrer">${iconMarkup("leave")}${general.quickExit}</a>
</div></header>
<main id="screen" class="home two">
<div>
${context.office === undefined ? "" : `<p class="office">${office}</p>`}
<h1 tabindex="-1">${text.title}</h1>
<p class="lead">${say(text.lead, { office })}</p>
<div class="actions">
<button type="button" class="button primary" data-go="report" disabled autocomplete="off" aria-describedby="state">${text.begin}</button>
<div class="hint" id="state" role="status">${text.preparing}</div>
</div>
${noScript(text.withoutScript, say, office)}
<ol class="numbered">${text.how.map((line) => `<li>${line}</li>`).join("")}</ol>
</div>
<div>${points(text.cannot, "rings")}</div>
<div>${genuine(general, say, rootsWords(context.rootsFingerprint), { compare: text.compare })}</div>
</main>
<footer class="foot" id="foot"><div class="foot-row">
<p class="hint">${context.office === undefined ? "" : `${say(general.runBy, { office })} `}${say(general.build, { hash: `<bdi>${buildHash.slice(0, 4)} ${buildHash.slice(4, 8)}</bdi>` })}</p>
</div></footer>`;
}
