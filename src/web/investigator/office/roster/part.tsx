/** People and keys, as a part of the desk that is fetched when somebody looks at the directory. */
import { drawnPart } from "../../parts/drawn-part.tsx";
import { type ChangesProps, Changes } from "./changes.tsx";
import { type RosterProps, Roster } from "./roster.tsx";

export type Drawn = ({ readonly shows: "roster" } & RosterProps) | ({ readonly shows: "changes" } & ChangesProps);

function Draws(props: Drawn) {
  return props.shows === "roster" ? <Roster {...props} /> : <Changes {...props} />;
}

export const { draw, clear } = drawnPart(Draws);
