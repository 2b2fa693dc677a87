import type { Values } from "../../../../words/speech.ts";
import type { Texts } from "../../../../words/text.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../../../screen/speech.ts";

/** What is wrong with a field, above it; the field is described by it. */
export function FieldError({
  id,
  text,
  values = {},
}: {
  readonly id: string;
  readonly text: Texts;
  readonly values?: Values;
}) {
  const { say } = useSpeech();
  return (
    <p class="field-error" id={id}>
      <Icon name="warning" /> {say(text, values)}
    </p>
  );
}
