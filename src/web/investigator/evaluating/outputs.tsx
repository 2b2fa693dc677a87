/** What is prepared for evaluators: made when asked for, saved on this device, all from one worksheet. */
import { useState } from "preact/hooks";
import type { FigureCase } from "../../../client/figures/figure-case.ts";
import { saveBlob } from "../../shared/save-blob.ts";
import { Icon } from "../parts/icons.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../vault/vault-client.ts";
import { OUTPUTS, type Output, makeOutput } from "./output.ts";
import type { Chosen } from "./enclosures.ts";
import type { Around } from "./paper-parts.ts";
import { EVALUATING } from "./words.ts";

export type OutputsProps = {
  readonly ask: Ask;
  readonly around: Around;
  readonly cases: readonly FigureCase[];
  readonly chosen: Chosen;
};

export function Outputs({ ask, around, cases, chosen }: OutputsProps) {
  const { say } = useSpeech();
  const [making, setMaking] = useState<Output | undefined>(undefined);
  const [made, setMade] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);

  const make = async (output: Output): Promise<void> => {
    setMaking(output);
    setMade(undefined);
    setFailure(undefined);
    try {
      const { name, content } = await makeOutput(output, { ask, around, cases, chosen, host: location.hostname });
      saveBlob([content], name);
      setMade(name);
    } catch (error) {
      // A file of the evidence was changed or moved since it was chosen.
      const isUnread = error instanceof DOMException && error.name === "NotReadableError";
      setFailure(isUnread ? { kind: "refusal", code: "unreadable-file", findings: [] } : pageFailureOf(error));
    }
    setMaking(undefined);
  };
  return (
    <section class="outputs" aria-labelledby="outputs-title">
      <h2 id="outputs-title">{say(EVALUATING.outputs)}</h2>
      <p class="actions">
        {OUTPUTS.map((output) => (
          <button
            key={output}
            type="button"
            class={output === "folder" ? "button primary" : "button"}
            aria-disabled={making !== undefined}
            onClick={() => making === undefined && void make(output)}
          >
            <Icon name="download" /> {say(making === output ? EVALUATING.making : EVALUATING[output])}
          </button>
        ))}
      </p>
      <p class="second" role="status">
        {made === undefined ? say(EVALUATING.signedBy) : say(EVALUATING.made, { name: made })}
      </p>
      <p class="second">{say(EVALUATING.noted)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
    </section>
  );
}
