/** The founding of an office, fetched where the build knows no roots. */
import { drawnPart } from "../parts/slots/drawn-part.tsx";
import { Founding } from "./founding.tsx";

export const { draw, clear } = drawnPart(Founding);
