/** The language that was chosen, for all that stands on the screen. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { FIRST_LANGUAGE } from "../../words/languages.ts";
import { type Speech, speak } from "../../words/speech.ts";

export const SpeechContext = createContext<Speech>(speak(FIRST_LANGUAGE));

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
