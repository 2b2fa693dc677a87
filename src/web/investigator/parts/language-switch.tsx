import { LANGUAGE_CODES, type Language } from "../../../words/languages.ts";
import type { ChooseLanguage } from "../app.tsx";
import { useSpeech } from "./speech.ts";
import { FRAME } from "../words/frame.ts";

/** Each language in its own words, whatever the page speaks. */
const OWN_NAMES: Readonly<Record<Language, string>> = { id: "Bahasa Indonesia", en: "English" };

export function LanguageSwitch({ onLanguage }: { readonly onLanguage: ChooseLanguage }) {
  const { say, language } = useSpeech();
  return (
    <div class="languages" role="group" aria-label={say(FRAME.language)}>
      {LANGUAGE_CODES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-label={`${one.toUpperCase()}, ${OWN_NAMES[one]}`}
          aria-pressed={one === language}
          onClick={() => onLanguage(one)}
        >
          {one.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
