/** Cases that belong together, as a part of the desk that is fetched when the first case is opened. */
import { drawnPart } from "../../parts/slots/drawn-part.tsx";
import { CasesThatBelong } from "./cases-that-belong.tsx";

export const { draw, clear } = drawnPart(CasesThatBelong);
