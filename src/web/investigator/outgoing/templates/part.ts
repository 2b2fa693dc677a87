/** Messages to begin from: ours, with what the office has changed or added, and what the case fills in. A chunk of its own. */
import { isCodeOf } from "../../../../protocol/rules/casework.ts";
import type { OfficeTemplates } from "../../../shared/templates.ts";
import type { Language } from "../../../../words/languages.ts";
import { LANGUAGE_CODES } from "../../../../words/languages.ts";
import { speak } from "../../../../words/speech.ts";
import { PLACE } from "./places.ts";
import { PLACES, TEMPLATES } from "./words.ts";

export type Template = {
  readonly code: string;
  readonly language: Language;
  readonly name: string;
  readonly text: string;
};

/** In the reporter's language first; an office's own in each language that it has told one. */
export function templatesFor(own: OfficeTemplates, first: Language): Template[] {
  const languages = [first, ...LANGUAGE_CODES.filter((one) => one !== first)];
  return languages.flatMap((language) => {
    const { say } = speak(language);
    const ours = Object.entries(TEMPLATES).filter(([code]) => !Object.hasOwn(own, code));
    return [
      ...ours.map(([code, { name, text }]) => ({ code, language, name: say(name), text: say(text) })),
      ...Object.entries(own).flatMap(([code, { names, texts }]) => {
        const text = texts[language];
        return text === undefined ? [] : [{ code, language, name: speak(language).name(names), text }];
      }),
    ];
  });
}

/** What the case knows; the other places stay in braces, each under its name in that language, so that they are seen. */
export function fillIn(
  { text, language }: Pick<Template, "text" | "language">,
  known: Readonly<Record<string, string | undefined>>,
): string {
  const { say } = speak(language);
  return text.replace(PLACE, (whole, name: string) => {
    const value = Object.hasOwn(known, name) ? known[name] : undefined;
    return value ?? (isCodeOf(PLACES, name) ? `{${say(PLACES[name])}}` : whole);
  });
}
