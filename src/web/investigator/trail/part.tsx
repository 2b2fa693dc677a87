/** The audit trail, as a part of the desk that is fetched when somebody looks at it: of the office, or of the open case. */
import { drawnPart } from "../parts/slots/drawn-part.tsx";
import { type CaseHistoryProps, CaseHistory } from "./case-history.tsx";
import { type OfficeTrailProps, OfficeTrail } from "./office-trail.tsx";

export type Drawn = ({ readonly shows: "office" } & OfficeTrailProps) | ({ readonly shows: "case" } & CaseHistoryProps);

function Draws(props: Drawn) {
  return props.shows === "office" ? <OfficeTrail {...props} /> : <CaseHistory {...props} />;
}

export const { draw, clear } = drawnPart(Draws);
