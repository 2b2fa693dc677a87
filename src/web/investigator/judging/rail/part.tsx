/**
 * All of judging, as a part of the desk that is fetched when the first case is opened: with it the desk's own script
 * would be a third larger. It brings its own copy of what draws, so each place is a root of its own.
 */
import { render } from "preact";
import type { Speech } from "../../../../words/speech.ts";
import { type DeskOffice, OfficeContext } from "../../parts/office.ts";
import { SpeechContext } from "../../parts/speech.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { JudgingPanel } from "./judging-panel.tsx";
import { JudgingScreen } from "./judging-screen.tsx";
import { UrgentProtection } from "../protection/urgent-protection.tsx";
import { ExposureDialog, type ExposureDialogProps } from "../protection/exposure-dialog.tsx";

export type Drawn = OpenedCaseProps & { readonly exposure?: Pick<ExposureDialogProps, "step" | "onClose" | "onDone"> };
export type Place = "urgent" | "panel" | "screen" | "exposure";

export type JudgingPart = {
  readonly draw: (into: HTMLElement, place: Place, given: { speech: Speech; office: DeskOffice; props: Drawn }) => void;
  readonly clear: (from: HTMLElement) => void;
};

export const draw: JudgingPart["draw"] = (into, place, { speech, office, props }) => {
  const { exposure, ...opened } = props;
  render(
    <SpeechContext.Provider value={speech}>
      <OfficeContext.Provider value={office}>
        {place === "urgent" && <UrgentProtection {...opened} />}
        {place === "panel" && <JudgingPanel {...opened} />}
        {place === "screen" && <JudgingScreen {...opened} />}
        {place === "exposure" && exposure !== undefined && <ExposureDialog {...opened} {...exposure} />}
      </OfficeContext.Provider>
    </SpeechContext.Provider>,
    into,
  );
};

export const clear: JudgingPart["clear"] = (from) => render(null, from);
