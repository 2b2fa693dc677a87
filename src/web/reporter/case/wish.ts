/** Protection asked for in a case: the wish goes into its conversation. */
import type { App } from "../app.ts";
import { noFiles } from "../draft.ts";
import { type Composer, type Writing, messageForm } from "./composer.ts";

/** What stands on the page of protection. What was typed stays as long as that page can be gone back to. */
export function wishIn(writing: Pick<Writing, "found" | "sent">): (app: App) => HTMLElement | false {
  const composer: Composer = { typed: "", files: noFiles() };
  return (app) => {
    const { protect } = app.text;
    if (writing.found.alarms.length > 0) return false;
    return messageForm(
      app,
      { ...writing, composer },
      {
        id: "wish",
        label: protect.ask,
        hint: protect.askHint,
        button: protect.askSend,
        look: "primary",
        // An empty text stays empty, so that it is refused: a label alone asks for nothing.
        content: (typed) => ({ kind: "text", text: typed.trim() === "" ? "" : `${protect.prefix}\n${typed}` }),
      },
    );
  };
}
