/** What its sender calls a file: text that turns nothing around it, and in which nothing stays unseen. */
import { showUnseen } from "../../shared/unseen.ts";
import { useSpeech } from "../../screen/speech.ts";
import { FILES } from "./words.ts";

export function FileName({ name }: { readonly name: string }) {
  const { say } = useSpeech();
  return <bdi class="file-name">{name.trim() === "" ? say(FILES.unnamed) : shownName(name)}</bdi>;
}

export function shownName(name: string): string {
  return showUnseen(name);
}
