import type { Texts } from "../../../words/text.ts";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./speech.ts";

/** What is wrong with a field, above it; the field is described by it. */
export function FieldError({ id, text }: { readonly id: string; readonly text: Texts }) {
  const { say } = useSpeech();
  return (
    <p class="field-error" id={id}>
      <Icon name="warning" /> {say(text)}
    </p>
  );
}
