/** Declared interests, as a part of the desk that is fetched when somebody asks for them or a case names one. */
import { drawnPart } from "../../parts/slots/drawn-part.tsx";
import { type InterestsDialogProps, InterestsDialog } from "./interests-dialog.tsx";
import { type TouchedProps, Touched } from "./touched.tsx";

export type Drawn =
  | ({ readonly shows: "dialog" } & InterestsDialogProps)
  | ({ readonly shows: "touched" } & TouchedProps);

function Draws(props: Drawn) {
  return props.shows === "dialog" ? <InterestsDialog {...props} /> : <Touched {...props} />;
}

export const { draw, clear } = drawnPart(Draws);
