/** Where the audit trail stands at the desk: in a dialog of its own, or folded, and asked for when it is unfolded. */
import { useState } from "preact/hooks";
import { loadTrail, readDelivery } from "../../shared/delivery.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { DrawnPart } from "../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../parts/slots/part-slot.tsx";
import type { Drawn } from "./part.tsx";
import { FRAME } from "../parts/words.ts";

const SOURCE = sourceOf(() => loadTrail<DrawnPart<Drawn>>(readDelivery()));

export function TrailPart(props: Drawn) {
  return <PartSlot source={SOURCE} name="trail-slot" props={props} />;
}

export function TrailSlot(props: Drawn) {
  const { say } = useSpeech();
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      class="case-facts trail"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setOpened(true);
      }}
    >
      <summary>
        <h2>{say(props.shows === "office" ? FRAME.trail : FRAME.caseTrail)}</h2>
      </summary>
      {wasOpened && <TrailPart {...props} />}
    </details>
  );
}
