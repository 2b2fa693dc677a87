/** All of judging, and who reads the case, as a part of the desk that is fetched when the first case is opened. */
import { drawnPart } from "../../parts/slots/drawn-part.tsx";
import { ReadersPanel } from "../../people/readers-panel.tsx";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { ExposureDialog, type ExposureDialogProps } from "../protection/exposure-dialog.tsx";
import { UrgentProtection } from "../protection/urgent-protection.tsx";
import { JudgingPanel } from "./judging-panel.tsx";
import { JudgingScreen } from "./judging-screen.tsx";

export type Place = "urgent" | "panel" | "readers" | "screen" | "exposure";
export type Drawn = OpenedCaseProps & {
  readonly place: Place;
  readonly exposure?: Pick<ExposureDialogProps, "step" | "onClose" | "onDone">;
};

export const { draw, clear } = drawnPart(({ place, exposure, ...opened }: Drawn) => (
  <>
    {place === "urgent" && <UrgentProtection {...opened} />}
    {place === "panel" && <JudgingPanel {...opened} />}
    {place === "readers" && <ReadersPanel {...opened} />}
    {place === "screen" && <JudgingScreen {...opened} />}
    {place === "exposure" && exposure !== undefined && <ExposureDialog {...opened} {...exposure} />}
  </>
));
