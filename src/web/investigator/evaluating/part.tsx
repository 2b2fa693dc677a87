/** The evaluation, fetched when somebody looks at it. */
import { drawnPart } from "../parts/slots/drawn-part.tsx";
import { EvaluatingScreen } from "./evaluating-screen.tsx";

export const { draw, clear } = drawnPart(EvaluatingScreen);
