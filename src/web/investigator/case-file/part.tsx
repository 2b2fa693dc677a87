/** Making a case file, as a part of the desk that is fetched when somebody asks for one. */
import { drawnPart } from "../parts/slots/drawn-part.tsx";
import { CaseFileDialog } from "./case-file-dialog.tsx";

export const { draw, clear } = drawnPart(CaseFileDialog);
