/** How to tell whether this page is genuine, and what cannot be told from here. */
import { type FingerprintRow, fingerprintRows, keyWordRows } from "../../shared/fingerprint.ts";
import { type App, FOOT, type Screen } from "../app.ts";
import { element } from "../element.ts";
import { explain, problemOf } from "../problem.ts";
import { linkButton } from "./step.ts";

export const genuineScreen: Screen = (app, gone) => {
  const { text, delivery } = app;
  const { genuine } = text;
  const { threshold, keys } = delivery.roots;
  return element(
    "main",
    { class: "column stack", [FOOT]: true },
    element("h1", { tabindex: -1 }, genuine.title),
    element("p", { class: "lead" }, genuine.lead),
    part(
      genuine.address,
      element("p", {}, genuine.addressText),
      element("p", { class: "address", dir: "ltr" }, location.host),
      element("p", { class: "hint" }, genuine.addressHint),
      ...(delivery.onion === null
        ? []
        : [element("p", {}, genuine.onion), element("p", { class: "address", dir: "ltr" }, delivery.onion)]),
    ),
    part(
      genuine.roots,
      element("p", {}, genuine.rootsText),
      rowsBlock(app, "key-words", keyWordRows(app.keyWords)),
      element("p", {}, element("strong", {}, genuine.noCode)),
      element("details", {}, element("summary", {}, genuine.asNumbers), fingerprintBlock(app, app.fingerprint)),
      element("p", { class: "hint" }, app.say(genuine.rootsNeeded, { threshold, all: keys.length })),
    ),
    part(
      genuine.build,
      element("p", {}, genuine.buildText),
      element("h3", {}, genuine.buildHash),
      fingerprintBlock(app, delivery.buildHash),
      element("h3", {}, genuine.directory),
      directoryLine(app, gone),
    ),
    part(
      genuine.unprovable,
      element(
        "ul",
        { class: "rings" },
        genuine.unprovablePoints.map((point) => element("li", {}, point)),
      ),
    ),
    part(genuine.mismatch, element("p", {}, genuine.mismatchText)),
    linkButton(text.back, app.back),
  );
};

function part(title: string, ...rest: readonly HTMLElement[]): HTMLElement {
  return element("section", { class: "part" }, element("h2", {}, title), ...rest);
}

function fingerprintBlock(app: App, fingerprint: string): HTMLElement {
  return rowsBlock(app, "fingerprint", fingerprintRows(fingerprint));
}

function rowsBlock(
  { text: { genuine }, say }: App,
  look: "key-words" | "fingerprint",
  rows: readonly FingerprintRow[],
): HTMLElement {
  return element(
    "dl",
    { class: look, dir: "ltr", lang: look === "key-words" ? "id" : undefined, translate: "no" },
    rows.map(({ letter, groups }) =>
      element(
        "div",
        {},
        element("dt", { "aria-label": say(genuine.row, { letter }) }, letter),
        groups.map((group) => element("dd", {}, group)),
      ),
    ),
  );
}

function directoryLine(app: App, gone: AbortSignal): HTMLElement {
  const { text, say, day } = app;
  const line = element("p", { role: "status" }, text.genuine.directoryLoading);
  app.recipients.get().then(
    ({ version, expires }) => {
      if (!gone.aborted)
        line.textContent = say(text.genuine.directoryText, {
          // Counts, but is said as a name.
          version: String(version),
          until: day(expires),
        });
    },
    (error: unknown) => {
      if (!gone.aborted) line.textContent = explain(app, problemOf(app, error));
    },
  );
  return line;
}
