/** The list as a table, as a part of the desk that is fetched when somebody asks for it. */
import { drawnPart } from "../../parts/slots/drawn-part.tsx";
import { ListTable } from "./list-table.tsx";

export const { draw, clear } = drawnPart(ListTable);
