/** The language of a page that stands by itself: the browser's first that there is, until another is chosen. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { LANGUAGES, type Language, preferredLanguage } from "../../words/languages.ts";
import { type Speech, speak } from "../../words/speech.ts";
import type { Texts } from "../../words/text.ts";

/** The document itself is told too: its language, its direction, its title. */
export function usePageLanguage(title: Texts): { speech: Speech; setLanguage: (language: Language) => void } {
  const [language, setLanguage] = useState<Language>(() => preferredLanguage(navigator.languages));
  const speech = useMemo(() => speak(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = LANGUAGES[language].direction;
    document.title = `Segel: ${speech.say(title)}`;
  }, [language, speech, title]);
  return { speech, setLanguage };
}
