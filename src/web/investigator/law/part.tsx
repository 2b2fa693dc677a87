/** Rules and their sources, fetched when somebody looks at them. */
import { drawnPart } from "../parts/slots/drawn-part.tsx";
import { LawDialog } from "./law-dialog.tsx";

export const { draw, clear } = drawnPart(LawDialog);
