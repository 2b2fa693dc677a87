/** Where the pass over all cases stands at the desk. */
import { loadLeaving, readDelivery } from "../../../shared/delivery.ts";
import type { DrawnPart } from "../../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../../parts/slots/part-slot.tsx";
import type { LeavingDialogProps } from "./leaving-dialog.tsx";

const SOURCE = sourceOf(() => loadLeaving<DrawnPart<LeavingDialogProps>>(readDelivery()));

export function LeavingSlot(props: LeavingDialogProps) {
  return <PartSlot source={SOURCE} name="leaving-slot" props={props} />;
}
