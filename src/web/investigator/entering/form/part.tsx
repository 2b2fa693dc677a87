/** Entering a report, as a part of the desk that is fetched when somebody wants to. It brings its own copy of what draws. */
import { render } from "preact";
import type { Speech } from "../../../../words/speech.ts";
import { SpeechContext } from "../../../screen/speech.ts";
import { EnteringScreen, type EnteringScreenProps } from "./entering-screen.tsx";

export type EnteringPart = {
  readonly draw: (into: HTMLElement, given: { readonly speech: Speech; readonly props: EnteringScreenProps }) => void;
  readonly clear: (from: HTMLElement) => void;
};

export const draw: EnteringPart["draw"] = (into, { speech, props }) => {
  render(
    <SpeechContext.Provider value={speech}>
      <EnteringScreen {...props} />
    </SpeechContext.Provider>,
    into,
  );
};

export const clear: EnteringPart["clear"] = (from) => render(null, from);
