/** Where somebody new makes keys: in a worker of their own, which ends with this screen. */
import { useEffect, useMemo } from "preact/hooks";
import { type Delivery, loadJoining, readDelivery } from "../../shared/delivery.ts";
import { startWorker } from "../../shared/delivery-worker.ts";
import type { DrawnPart } from "../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../parts/slots/part-slot.tsx";
import { startWhenAsked } from "../vault/vault-client.ts";
import { recallJoiners, rememberJoiner } from "./device-memory.ts";
import type { JoiningProps } from "./joining/joining.tsx";

const SOURCE = sourceOf(() => loadJoining<DrawnPart<JoiningProps>>(readDelivery()));

export type JoiningSlotProps = { readonly delivery: Delivery; readonly onBack: JoiningProps["onBack"] };

export function JoiningSlot({ delivery, onBack }: JoiningSlotProps) {
  const { ask, close } = useMemo(() => startWhenAsked(() => startWorker(delivery, "worker")), [delivery]);
  useEffect(() => close, [close]);
  const { roots } = delivery;
  const props: JoiningProps = {
    make: (wanted) => ask("makeJoiner", wanted),
    confirm: (file, passphrase) => ask("confirmAgain", { file, passphrase, joiners: recallJoiners(roots), roots }),
    keep: (joiner) => rememberJoiner(roots, joiner),
    onBack,
  };
  return <PartSlot source={SOURCE} name="joining" props={props} />;
}
