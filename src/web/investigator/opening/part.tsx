/** The rehearsal before an office opens, fetched where it is not open yet. */
import { drawnPart } from "../parts/slots/drawn-part.tsx";
import { Rehearsal } from "./rehearsal.tsx";

export const { draw, clear } = drawnPart(Rehearsal);
