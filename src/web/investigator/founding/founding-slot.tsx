/** The desk before there is an office. Keys are made in the vault's worker, which ends with the page. */
import { useMemo } from "preact/hooks";
import { type Delivery, loadFounding, readDelivery } from "../../shared/delivery.ts";
import { startWorker } from "../../shared/delivery-worker.ts";
import { recallFounder, rememberJoiner } from "../entrance/device-memory.ts";
import type { DrawnPart } from "../parts/slots/drawn-part.tsx";
import { Icon } from "../parts/icons.tsx";
import { type ChooseLanguage, LanguageSwitch } from "../../screen/language-switch.tsx";
import { PartSlot, sourceOf } from "../parts/slots/part-slot.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";
import { startWhenAsked } from "../vault/vault-client.ts";
import type { FoundingProps } from "./founding.tsx";

const SOURCE = sourceOf(() => loadFounding<DrawnPart<FoundingProps>>(readDelivery()));

export type FoundingSlotProps = { readonly delivery: Delivery; readonly onLanguage: ChooseLanguage };

export function FoundingSlot({ delivery, onLanguage }: FoundingSlotProps) {
  const { say } = useSpeech();
  const props = useMemo((): FoundingProps => {
    const { ask } = startWhenAsked(() => startWorker(delivery, "worker"));
    return { ask, keep: (joiner) => rememberJoiner(undefined, joiner), kept: recallFounder };
  }, [delivery]);
  return (
    <main class="founding">
      <header>
        <p class="brand">
          <Icon name="mark" /> {say(FRAME.product)}
        </p>
        <LanguageSwitch onLanguage={onLanguage} />
      </header>
      <PartSlot source={SOURCE} name="founding-part" props={props} />
    </main>
  );
}
