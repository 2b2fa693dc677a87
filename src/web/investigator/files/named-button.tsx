import type { Texts } from "../../../words/text.ts";
import type { DeskIcon } from "../parts/icon-names.ts";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { shownName } from "./file-name.tsx";

export type NamedButtonProps = {
  readonly text: Texts;
  readonly name: string;
  readonly icon?: DeskIcon;
  readonly look?: "go" | "";
  readonly onClick: () => void;
};

/** A button for one of several files. Those who listen hear which file it is for. */
export function NamedButton({ text, name, icon, look = "", onClick }: NamedButtonProps) {
  const { say } = useSpeech();
  return (
    <button type="button" class={`button ${look}`.trim()} onClick={onClick}>
      {icon && <Icon name={icon} />} {say(text)}
      <span class="visually-hidden">
        {" "}
        <bdi>{shownName(name)}</bdi>
      </span>
    </button>
  );
}
