import { useContext } from "preact/hooks";
import { loadLaw, readDelivery } from "../../shared/delivery.ts";
import type { DrawnPart } from "../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../parts/slots/part-slot.tsx";
import type { LawDialogProps } from "./law-dialog.tsx";
import { LawContext } from "./with-law.tsx";

const SOURCE = sourceOf(() => loadLaw<DrawnPart<LawDialogProps>>(readDelivery()));

export function LawSlot(props: Omit<LawDialogProps, "view" | "onView">) {
  return <PartSlot source={SOURCE} name="law-slot" props={{ ...props, ...useContext(LawContext) }} />;
}
