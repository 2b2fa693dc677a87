/** The pass over all cases for who has left or is back, as a part of the desk that is fetched when somebody needs it. */
import { drawnPart } from "../../parts/slots/drawn-part.tsx";
import { LeavingDialog } from "./leaving-dialog.tsx";

export const { draw, clear } = drawnPart(LeavingDialog);
