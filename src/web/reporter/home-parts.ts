/** Parts of a page as it stands before any script: the build writes them. */
import { fromHex } from "../../crypto/bytes.ts";
import { fingerprintWords } from "../../crypto/secret/fingerprint-words.ts";
import { INDONESIAN } from "../../crypto/secret/wordlists/indonesian.ts";
import type { Say } from "../../words/speech.ts";
import type { Text } from "../../words/text.ts";
import { keyWordRows } from "../shared/fingerprint.ts";
import type { HomeWords } from "./words.ts";

/** Of all roots together. One list for all languages: all pages are compared with one poster. */
export function rootsWords(rootsFingerprint: string): string[] {
  return fingerprintWords(fromHex(rootsFingerprint), { language: "id", words: INDONESIAN });
}

type NoScript = { readonly title: string; readonly what: string; readonly ways: readonly Text[] };

export function noScript({ title, what, ways }: NoScript, say: Say, office: string): string {
  const items = ways.map((way) => `<li>${say(way, { office })}</li>`).join("");
  return `<noscript><div class="banner help"><h2>${title}</h2><p>${what}</p><ul class="dashes">${items}</ul></div></noscript>`;
}

type Points = { readonly title: string; readonly points: readonly (readonly [string, string])[] };

export function points({ title, points: all }: Points, marks: "dashes" | "rings"): string {
  const items = all.map(([head, rest]) => `<li><b>${head}</b> ${rest}</li>`).join("");
  return `<section class="part"><h2>${title}</h2><ul class="${marks}">${items}</ul></section>`;
}

/** The roots in words. `compare` says with what, `more` what else can be done. */
export function genuine(
  { genuine: text }: HomeWords,
  say: Say,
  words: readonly string[],
  { compare = text.compare, more = "" } = {},
): string {
  const rows = keyWordRows(words).map(
    ({ letter, groups }) =>
      `<div><dt aria-label="${say(text.row, { letter })}">${letter}</dt>${groups.map((group) => `<dd>${group}</dd>`).join("")}</div>`,
  );
  const block = `<dl class="key-words" lang="id" dir="ltr" translate="no">${rows.join("")}</dl>`;
  return `<section class="part"><h2>${text.title}</h2><p>${compare}</p>${block}<p class="hint">${text.noCode}</p>${more}</section>`;
}
