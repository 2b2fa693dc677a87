/** The recovery key, as a part of the desk that is fetched when somebody looks at people and keys. */
import { drawnPart } from "../../parts/slots/drawn-part.tsx";
import { RecoveryScreen } from "./recovery-screen.tsx";

export const { draw, clear } = drawnPart(RecoveryScreen);
