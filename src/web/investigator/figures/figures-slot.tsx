/** Where figures stand. The worker is started here: one policy turns addresses into code, and it is the page's. */
import { startWorker } from "../../shared/delivery-worker.ts";
import { loadFigures, readDelivery } from "../../shared/delivery.ts";
import type { DrawnPart } from "../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../parts/slots/part-slot.tsx";
import type { FiguresScreenProps } from "./figures-screen.tsx";

const SOURCE = sourceOf(() => loadFigures<DrawnPart<FiguresScreenProps>>(readDelivery()));

const start = () => startWorker(readDelivery(), "figures-worker");

export function FiguresSlot(props: Omit<FiguresScreenProps, "start">) {
  return <PartSlot source={SOURCE} name="figures-slot" props={{ ...props, start }} />;
}
