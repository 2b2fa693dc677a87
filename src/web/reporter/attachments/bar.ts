/** How far the files are: above whatever screen is shown, until they are there or given up. */
import type { Upload } from "../../../client/files/upload.ts";
import type { App } from "../app.ts";
import { bold, element, icon } from "../element.ts";
import type { FileWords } from "../words.ts";
import { nameAndSize } from "./row.ts";
import type { FileJob } from "./job.ts";

export function showSending(app: App, text: FileWords, job: FileJob): void {
  const { sending } = text;
  const { say, size } = app;
  const spoken = element("p", { class: "visually-hidden", role: "status" });
  const meter = element("progress", { max: 1, "aria-label": sending.title });
  const amount = element("span");
  const line = element("p", { class: "hint" });
  const body = element("div", { class: "stack" });
  const rows = element("ul", { class: "files" });
  const stopAll = () => void job.end();
  const button = (words: string, click: () => void) =>
    element("button", { type: "button", class: "link", click }, words);
  // The code stands below, and is what is read now: the rest is folded.
  const more = element(
    "details",
    {},
    element("summary", {}, sending.more),
    element("p", {}, sending.later),
    rows,
    button(sending.end, stopAll),
  );
  const bar = element("aside", { class: "sending-files", "aria-label": sending.title }, spoken, body);
  const close = () => bar.remove();

  const removing = (upload: Upload) => button(sending.leaveOut, () => void job.remove(upload));
  const title = (words: string, name: "done" | "warning" | "lock") =>
    element("p", { class: name === "done" ? "good" : "with-icon" }, icon(name), bold(words));

  /** Drawn anew only where something else is to be said: a button that is pressed must not go away under the finger. */
  const draw = () => {
    const { state } = job;
    switch (state.phase) {
      case "done":
        return body.replaceChildren(
          title(sending.done, "done"),
          element("p", {}, sending.doneText),
          button(sending.close, close),
        );
      case "arrived":
        return body.replaceChildren(
          title(sending.done, "done"),
          element("p", {}, sending.tooLate),
          element("p", {}, sending.doneText),
          button(sending.close, close),
        );
      case "ended":
        return body.replaceChildren(
          title(sending.ended, "warning"),
          element("p", {}, sending.later),
          button(sending.close, close),
        );
      case "ending":
        return body.replaceChildren(title(sending.ending, "lock"), element("p", {}, sending.endingText));
      case "unclear":
        return body.replaceChildren(
          title(sending.unclear, "warning"),
          element("p", {}, sending.unclearText),
          element("div", { class: "links" }, button(sending.endAgain, stopAll), button(sending.goOn, job.goOn)),
        );
      case "failed":
        return body.replaceChildren(
          title(sending.failed, "warning"),
          ...(state.upload === undefined ? [] : [nameAndSize(app, state.upload.announced)]),
          element("p", {}, sending.why[state.code as keyof typeof sending.why] ?? sending.why.unknown),
          // Where nothing more should be written there, or can be, nobody is sent there to write.
          ...(state.code === "alarm" || state.code === "not-found" ? [] : [element("p", {}, sending.later)]),
          element(
            "div",
            { class: "links" },
            button(sending.retry, job.goOn),
            ...(state.upload === undefined ? [] : [removing(state.upload)]),
            button(sending.end, stopAll),
          ),
        );
      case "running":
      case "paused": {
        const isPaused = state.phase === "paused";
        return body.replaceChildren(
          title(isPaused ? sending.paused : sending.title, "lock"),
          element("div", {}, meter, element("p", {}, amount)),
          line,
          element("p", {}, sending.keepOpen),
          element(
            "div",
            { class: "links" },
            isPaused ? button(sending.goOn, job.goOn) : button(sending.pause, job.pause),
            ...(isPaused || job.trouble === undefined ? [] : [button(app.text.sending.tryNow, job.tryNow)]),
          ),
          more,
        );
      }
    }
  };

  const listRows = () =>
    rows.replaceChildren(
      ...job.uploads.map((upload) => {
        const { storedBytes, totalBytes } = upload.progress;
        const isThere = storedBytes === totalBytes;
        return element(
          "li",
          {},
          nameAndSize(app, upload.announced),
          element(
            "p",
            { class: "hint" },
            isThere ? sending.there : say(sending.of, { percent: percent(storedBytes, totalBytes) }),
          ),
          !isThere && removing(upload),
        );
      }),
    );
  const tell = () => {
    meter.value = job.totalBytes === 0 ? 0 : job.storedBytes / job.totalBytes;
    amount.textContent = say(sending.amount, { stored: size(job.storedBytes), total: size(job.totalBytes) });
    line.textContent = job.state.phase === "paused" ? sending.pausedText : howFast();
  };
  const howFast = (): string => {
    if (job.trouble === "unreachable" || job.trouble === "unexpected") return sending.cut;
    if (job.trouble !== undefined) return sending.busy;
    const { rate } = job;
    if (rate === undefined || rate <= 0) return sending.measuring;
    const seconds = (job.totalBytes - job.storedBytes) / rate;
    return `${timeLeft(seconds)} ${say(sending.rate, { size: size(rate) })}`;
  };

  const timeLeft = (seconds: number): string => {
    const { left } = sending;
    if (seconds < 60) return left.seconds;
    // Up to an hour and a half in minutes.
    return seconds < 5_400
      ? say(left.minutes, { n: Math.ceil(seconds / 60) })
      : say(left.hours, { n: Math.ceil(seconds / 3_600) });
  };

  let drawn = "";
  let listed = "";
  job.changed = () => {
    const { state } = job;
    tell();
    const there = job.uploads.map(({ progress }) => progress.storedBytes).join();
    if (there !== listed) listRows();
    listed = there;
    const look = `${state.phase} ${job.trouble === undefined}`;
    if (look === drawn) return;
    drawn = look;
    draw();
    spoken.textContent = sending.spoken[state.phase];
  };
  job.changed();
  document.getElementById("screen")?.before(bar);
}

function percent(part: number, whole: number): number {
  return Math.floor((100 * part) / whole);
}
