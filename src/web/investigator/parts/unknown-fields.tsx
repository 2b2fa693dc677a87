/** What a report or message holds and this version does not know, as it was sent. */
import { UNKNOWN } from "../../../words/glossary.ts";
import type { UnknownField } from "../../../protocol/encoding/canonical-json.ts";
import { Icon } from "./icons.tsx";
import { useSpeech } from "../../screen/speech.ts";

export function UnknownFields({ fields = [] }: { readonly fields?: readonly UnknownField[] | undefined }) {
  const { say } = useSpeech();
  if (fields.length === 0) return null;
  return (
    <div class="unknown">
      <p>
        <Icon name="info" /> {say(UNKNOWN.fields)}
      </p>
      <dl>
        {fields.map(({ name, value }) => (
          <div key={name}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd class="typed" dir="auto">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
