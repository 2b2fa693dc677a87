/** A server that says nothing: told above whatever screen is shown, with how long it is waited and a way not to. */
import type { OnSilence, Silence } from "../../client/line/patience.ts";
import type { App } from "./app.ts";
import { bold, element, icon } from "./element.ts";

export function tellSilence({ text, say }: Pick<App, "text" | "say">): OnSilence {
  const words = text.silence;
  let now: Silence | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const waiting = element("p", { class: "hint", "aria-hidden": "true" });
  const giveUp = () => now?.giveUp();
  const bar = element(
    "aside",
    { class: "sending-files", "aria-label": words.title },
    // Filled when it is shown: only a change of what stands there already is read out.
    element("div", { role: "status" }),
    waiting,
    element("button", { type: "button", class: "link", click: giveUp }, words.tryNow),
  );
  const count = () => {
    if (now === undefined) return;
    const seconds = (ms: number) => Math.max(0, Math.round(ms / 1_000));
    const [n, most] = [seconds(Date.now() - now.since), seconds(now.until - Date.now())];
    waiting.textContent = say(words.waiting, { n, most });
  };
  return (silence) => {
    now = silence;
    clearInterval(timer);
    if (silence === undefined) return bar.remove();
    timer = setInterval(count, 1_000);
    count();
    if (bar.isConnected) return;
    document.getElementById("screen")?.before(bar);
    bar.firstElementChild?.replaceChildren(
      element("p", { class: "with-icon" }, icon("warning"), bold(words.title)),
      element("p", {}, words.text),
    );
  };
}
