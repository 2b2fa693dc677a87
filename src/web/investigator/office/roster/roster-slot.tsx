/** Where people and keys stand at the desk, and what a directory changes. */
import { loadRoster, readDelivery } from "../../../shared/delivery.ts";
import type { DrawnPart } from "../../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../../parts/slots/part-slot.tsx";
import type { Drawn } from "./part.tsx";

const SOURCE = sourceOf(() => loadRoster<DrawnPart<Drawn>>(readDelivery()));

export function RosterSlot(props: Drawn) {
  return <PartSlot source={SOURCE} name={`roster-slot ${props.shows}`} props={props} />;
}
