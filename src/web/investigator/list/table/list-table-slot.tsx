import { loadListTable, readDelivery } from "../../../shared/delivery.ts";
import type { DrawnPart } from "../../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../../parts/slots/part-slot.tsx";
import type { ListTableProps } from "./list-table.tsx";

const SOURCE = sourceOf(() => loadListTable<DrawnPart<ListTableProps>>(readDelivery()));

export function ListTableSlot(props: ListTableProps) {
  return <PartSlot source={SOURCE} name="list-table-slot" props={props} />;
}
