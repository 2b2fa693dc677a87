/** Where the recovery key stands at the desk. */
import { loadRecovery, readDelivery } from "../../../shared/delivery.ts";
import type { DrawnPart } from "../../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../../parts/slots/part-slot.tsx";
import type { RecoveryScreenProps } from "./recovery-screen.tsx";

const SOURCE = sourceOf(() => loadRecovery<DrawnPart<RecoveryScreenProps>>(readDelivery()));

export function RecoverySlot(props: RecoveryScreenProps) {
  return <PartSlot source={SOURCE} name="recovery-slot" props={props} />;
}
