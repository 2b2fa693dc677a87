/** A file is chosen, looked at here and sent. What it says nobody can see, and nobody is told who brought it. */
import { CARRYING } from "#words/carrying";
import type { App } from "../app.ts";
import { chooseButton } from "../attachments/choose-button.ts";
import { type Child, element, icon } from "../element.ts";
import { explain, problemOf } from "../problem.ts";

export function handingIn(app: App, gone: AbortSignal): HTMLElement {
  const result = element("div", { role: "status", class: "stack" });
  const choose = chooseButton(CARRYING.choose, { look: "button" }, ([file]) => file !== undefined && void hand(file));

  async function hand(file: File): Promise<void> {
    let opened: { run: () => Promise<void> } | undefined;
    const attempt = async (): Promise<void> => {
      choose.input.disabled = true;
      result.replaceChildren(element("p", { class: "hint" }, CARRYING.working));
      try {
        const [sealing, recipients] = await Promise.all([app.sealing.get(), app.recipients.get()]);
        opened ??= await sealing.openSealedFile(file, recipients);
        await opened.run();
        if (!gone.aborted)
          result.replaceChildren(banner("", icon("done"), CARRYING.done, element("p", {}, CARRYING.doneText)));
      } catch (error) {
        if (!gone.aborted) result.replaceChildren(failure(app, error, () => void attempt()));
      } finally {
        choose.input.disabled = false;
      }
    };
    await attempt();
  }

  return element("div", { class: "stack" }, choose.label, result);
}

function failure(app: App, error: unknown, again: () => void): HTMLElement {
  const code = app.sealing.now?.codeOf(error) ?? "";
  const why = Object.hasOwn(CARRYING.why, code) ? CARRYING.why[code as keyof typeof CARRYING.why] : undefined;
  return banner(
    " failed",
    icon("warning"),
    CARRYING.failed,
    element("p", {}, why ?? explain(app, problemOf(app, error))),
    // What the file itself is at fault for does not pass.
    why === undefined && element("button", { type: "button", class: "button narrow", click: again }, CARRYING.again),
  );
}

function banner(kind: "" | " failed", mark: SVGElement, title: string, ...more: readonly Child[]): HTMLElement {
  return element("div", { class: `banner${kind}` }, element("h2", {}, mark, element("span", {}, title)), more);
}
