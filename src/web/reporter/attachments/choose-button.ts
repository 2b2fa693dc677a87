/** A label that looks like a button: the input keeps its own keyboard and its own name. It remembers no choice. */
import { type Child, element, icon } from "../element.ts";

type How = {
  readonly look: "button" | "link";
  /** What it is called where its words alone would not say which */
  readonly label?: string;
  readonly many?: boolean;
  readonly accept?: string;
  readonly capture?: string;
  /** The window for choosing is about to open. */
  readonly opens?: () => void;
};

export function chooseButton(
  words: string,
  { look, label, many = false, accept, capture, opens = () => {} }: How,
  take: (files: readonly File[]) => void,
): { readonly input: HTMLInputElement; readonly label: HTMLElement } {
  const input = element("input", {
    accept,
    capture,
    type: "file",
    multiple: many,
    autocomplete: "off",
    class: "visually-hidden",
    "aria-label": label,
    click: opens,
    change: () => {
      const files = [...(input.files ?? [])];
      input.value = "";
      take(files);
    },
  });
  const shown: Child[] = look === "button" ? [icon("plus"), words] : [words];
  return { input, label: element("label", { class: look }, shown, input) };
}
