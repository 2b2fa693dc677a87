/** People and keys, as a part of the desk that is fetched when somebody looks at the directory. */
import { drawnPart } from "../../parts/slots/drawn-part.tsx";
import { type ChangesProps, Changes } from "./changes.tsx";
import { Poster } from "./poster.tsx";
import { type RosterProps, Roster } from "./roster.tsx";

export type Drawn =
  | ({ readonly shows: "roster" } & RosterProps)
  | ({ readonly shows: "changes" } & ChangesProps)
  | { readonly shows: "poster" };

function Draws(props: Drawn) {
  if (props.shows === "poster") return <Poster />;
  return props.shows === "roster" ? <Roster {...props} /> : <Changes {...props} />;
}

export const { draw, clear } = drawnPart(Draws);
