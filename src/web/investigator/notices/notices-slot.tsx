import { loadNotices, readDelivery } from "../../shared/delivery.ts";
import type { DrawnPart } from "../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../parts/slots/part-slot.tsx";
import type { Drawn } from "./part.tsx";

const SOURCE = sourceOf(() => loadNotices<DrawnPart<Drawn>>(readDelivery()));

export function NoticesSlot(props: Drawn) {
  return <PartSlot source={SOURCE} name="notices-slot" props={props} />;
}
