import { loadEvaluating, readDelivery } from "../../shared/delivery.ts";
import type { DrawnPart } from "../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../parts/slots/part-slot.tsx";
import type { EvaluatingScreenProps } from "./evaluating-screen.tsx";

const SOURCE = sourceOf(() => loadEvaluating<DrawnPart<EvaluatingScreenProps>>(readDelivery()));

export function EvaluatingSlot(props: EvaluatingScreenProps) {
  return <PartSlot source={SOURCE} name="evaluating-slot" props={props} />;
}
