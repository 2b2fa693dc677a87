/** The screen of somebody new, fetched when it is asked for. */
import { drawnPart } from "../../parts/slots/drawn-part.tsx";
import { Joining } from "./joining.tsx";

export const { draw, clear } = drawnPart(Joining);
