import { LANGUAGES, LANGUAGE_CODES, type Language } from "../../words/languages.ts";
import { useSpeech } from "./speech.ts";
import { SWITCH } from "./words.ts";

export type ChooseLanguage = (language: Language) => void;

/** All that there are, each in its own words, whatever the page speaks. */
export function LanguageSwitch({ onLanguage }: { readonly onLanguage: ChooseLanguage }) {
  const { say, language } = useSpeech();
  return (
    <div class="languages" role="group" aria-label={say(SWITCH.language)}>
      {LANGUAGE_CODES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-label={`${one.toUpperCase()}, ${LANGUAGES[one].name}`}
          aria-pressed={one === language}
          onClick={() => onLanguage(one)}
        >
          {one.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
