/** Runs inside a page with the desk's policy: the desk's preview alone, with a button that opens it, as in its lists. */
import { h, render } from "preact";
import type { FileType } from "../../../src/evidence/types.ts";
import { Preview } from "../../../src/web/investigator/files/preview/preview.tsx";
import { speak } from "../../../src/words/speech.ts";
import { SpeechContext } from "../../../src/web/screen/speech.ts";
import type { Language } from "../../../src/words/languages.ts";

export type Shown = { readonly type: FileType; readonly name: string; readonly language: Language };

/** `openPreview` for tests; `reports` is what the component told. */
export type Harness = {
  openPreview(file: Blob, shown: Shown): void;
  closePreview(): void;
  readonly reports: string[];
};

const place = document.querySelector("#desk")!;
const reports: string[] = [];

function closePreview(): void {
  draw(undefined);
}

function openPreview(file: Blob, { type, name, language }: Shown): void {
  reports.length = 0;
  document.documentElement.lang = language;
  const onReport = (report: string) => void reports.push(report);
  draw(
    h(
      SpeechContext.Provider,
      { value: speak(language) },
      h(Preview, { key: Math.random(), file, type, name, onClose: closePreview, onReport }),
    ),
  );
}

function draw(preview: preact.ComponentChild): void {
  const head = [h("h1", null, "Berkas"), h("button", { id: "opener", class: "button" }, "Pratinjau")];
  render(h("main", { class: "plain-page" }, head, preview), place);
}

closePreview();
Object.assign(globalThis, { openPreview, closePreview, reports } satisfies Harness);
