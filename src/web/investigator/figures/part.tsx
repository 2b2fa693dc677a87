/** Figures, fetched when somebody looks at them. */
import { drawnPart } from "../parts/slots/drawn-part.tsx";
import { FiguresScreen } from "./figures-screen.tsx";

export const { draw, clear } = drawnPart(FiguresScreen);
