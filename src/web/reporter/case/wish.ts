/** Protection asked for in a case: the wish goes into its conversation, with how urgent it is. */
import { PROTECT } from "#words/case";
import { PROTECTION_URGENCIES, type ProtectionUrgency } from "../../../protocol/rules/protection.ts";
import type { App } from "../app.ts";
import { noFiles } from "../draft.ts";
import { element } from "../element.ts";
import { radioField } from "../fields.ts";
import { type Composer, type Writing, messageForm } from "./composer.ts";

/** What stands on the page of protection. What was typed stays as long as that page can be gone back to. */
export function wishIn(writing: Pick<Writing, "found" | "sent">): (app: App) => HTMLElement | false {
  const composer: Composer = { typed: "", files: noFiles() };
  // Who chooses nothing is asked about soon; "at once" is said, and not taken for granted.
  let urgency: ProtectionUrgency = "days";
  return (app) => {
    const { protect } = app.text;
    if (writing.found.alarms.length > 0) return false;
    return element(
      "div",
      { class: "stack" },
      radioField({
        legend: PROTECT.urgency,
        look: "list",
        options: PROTECTION_URGENCIES.map((code) => [code, PROTECT.urgencies[code]] as const),
        value: urgency,
        change: (chosen) => (urgency = chosen),
      }),
      messageForm(
        app,
        { ...writing, composer },
        {
          id: "wish",
          label: protect.ask,
          hint: protect.askHint,
          button: protect.askSend,
          look: "primary",
          content: (text) => ({ kind: "protection-request", urgency, text }),
        },
      ),
    );
  };
}
