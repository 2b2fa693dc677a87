/** What a page does as soon as its script is there, and not before. */
import { type App, PLACES } from "./app.ts";

/** A file that misses its place would be opened instead of this page, and everything typed be gone. */
export function keepDroppedFilesOut(): void {
  for (const type of ["dragover", "drop"] as const)
    addEventListener(type, (event) => event.dataTransfer?.types.includes("Files") === true && event.preventDefault());
}

export function wakeButtons(app: App): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-go]")) {
    const place = PLACES.find((one) => one === button.dataset["go"]);
    if (place === undefined) continue;
    button.addEventListener("click", () => app.open(place));
    button.disabled = false;
  }
  const ready = document.getElementById("ready");
  if (ready !== null) ready.textContent = ready.dataset["effort"] ?? "";
}
