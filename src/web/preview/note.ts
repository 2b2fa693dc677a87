/** A line about what is shown, above it: below, somebody who has seen the picture has seen all. */
export function note(text: string, look: "plain" | "warning" = "plain"): HTMLElement {
  const element = document.createElement("p");
  element.className = look === "plain" ? "note" : "note warning";
  element.textContent = text;
  return element;
}
