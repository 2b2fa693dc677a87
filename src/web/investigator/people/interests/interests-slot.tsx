/** Where declared interests stand at the desk. */
import { loadInterests, readDelivery } from "../../../shared/delivery.ts";
import type { DrawnPart } from "../../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../../parts/slots/part-slot.tsx";
import type { Drawn } from "./part.tsx";

const SOURCE = sourceOf(() => loadInterests<DrawnPart<Drawn>>(readDelivery()));

export function InterestsSlot(props: Drawn) {
  return <PartSlot source={SOURCE} name={`interests-slot ${props.shows}`} props={props} />;
}
