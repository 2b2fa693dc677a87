/**
 * A part of the desk that is fetched when it is first needed: with all of them its own script would be twice as large.
 * Each brings its own copy of what draws, so each place where one stands is a root of its own.
 */
import { type ComponentType, render } from "preact";
import type { Speech } from "../../../../words/speech.ts";
import { type DeskOffice, OfficeContext } from "../office.ts";
import { SpeechContext } from "../../../screen/speech.ts";

/** What the part's own file exports. */
export type DrawnPart<Props> = {
  readonly draw: (into: HTMLElement, given: { speech: Speech; office: DeskOffice; props: Props }) => void;
  readonly clear: (from: HTMLElement) => void;
};

export function drawnPart<Props extends object>(Draws: ComponentType<Props>): DrawnPart<Props> {
  return {
    draw: (into, { speech, office, props }) =>
      render(
        <SpeechContext.Provider value={speech}>
          <OfficeContext.Provider value={office}>
            <Draws {...props} />
          </OfficeContext.Provider>
        </SpeechContext.Provider>,
        into,
      ),
    clear: (from) => render(null, from),
  };
}
