/** Where the cases that belong to the open one stand in it. */
import { loadBelonging, readDelivery } from "../../../shared/delivery.ts";
import type { DrawnPart } from "../../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../../parts/slots/part-slot.tsx";
import type { CasesThatBelongProps } from "./cases-that-belong.tsx";

const SOURCE = sourceOf(() => loadBelonging<DrawnPart<CasesThatBelongProps>>(readDelivery()));

export function BelongingSlot(props: CasesThatBelongProps) {
  return <PartSlot source={SOURCE} name="belonging-slot" props={props} />;
}
