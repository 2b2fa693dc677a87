import { loadOpening, readDelivery } from "../../shared/delivery.ts";
import type { DrawnPart } from "../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../parts/slots/part-slot.tsx";
import type { RehearsalProps } from "./rehearsal.tsx";

const SOURCE = sourceOf(() => loadOpening<DrawnPart<RehearsalProps>>(readDelivery()));

export function OpeningSlot(props: RehearsalProps) {
  return <PartSlot source={SOURCE} name="opening-slot" props={props} />;
}
