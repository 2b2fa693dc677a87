/** Where published figures stand at the desk. The worker that counts is started here: one policy turns addresses into code. */
import { startWorker } from "../../shared/delivery-worker.ts";
import { loadPublishing, readDelivery } from "../../shared/delivery.ts";
import type { DrawnPart } from "../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../parts/slots/part-slot.tsx";
import type { PublishingProps } from "./part.tsx";
import type { PreparingProps } from "./preparing.tsx";

const SOURCE = sourceOf(() => loadPublishing<DrawnPart<PublishingProps>>(readDelivery()));

const start = () => startWorker(readDelivery(), "figures-worker");

type Given = Omit<PublishingProps, "counting"> & {
  readonly counting?: Omit<PreparingProps, "ask" | "start"> | undefined;
};

export function PublishingSlot({ counting, ...rest }: Given) {
  return (
    <PartSlot
      source={SOURCE}
      name="publishing-slot"
      props={{ ...rest, counting: counting && { ...counting, start } }}
    />
  );
}
