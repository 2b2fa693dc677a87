/** Where the own account stands at the desk. */
import { loadAccount, readDelivery } from "../../shared/delivery.ts";
import type { DrawnPart } from "../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../parts/slots/part-slot.tsx";
import type { Drawn } from "./part.tsx";

const SOURCE = sourceOf(() => loadAccount<DrawnPart<Drawn>>(readDelivery()));

export function AccountSlot(props: Drawn) {
  return <PartSlot source={SOURCE} name={`account-slot ${props.shows}`} props={props} />;
}
