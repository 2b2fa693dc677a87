/** Writing to the office. What was typed stays until the server has confirmed. */
import { CASE } from "#words/case";
import { pause } from "../../../client/line/waiting.ts";
import { MAX_MESSAGE_CODE_POINTS } from "../../../protocol/limits.ts";
import type { MessageContent } from "../../../protocol/content.ts";
import type { App, Ready } from "../app.ts";
import { element, icon } from "../element.ts";
import { textField } from "../fields.ts";
import type { Chosen } from "../files/chosen.ts";
import { explain, problemOf } from "../problem.ts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import { PAINT_MS } from "../send-job.ts";
import { filesSlot } from "../screens/evidence.ts";
import { linkButton } from "../screens/step.ts";

/** A proof is mostly made within a second: then nobody needs to hear of it. */
const QUIET_MS = 1_000;

export type Composer = {
  typed: string;
  readonly files: Chosen;
  /** How many messages files had brought when this was first shown */
  fileMessages?: number;
  /** A message on its way. Another screen, or the same drawn anew, may show its words meanwhile. */
  sending?: Promise<void> | undefined;
};

export type Writing = {
  readonly found: ReporterCase;
  readonly composer: Composer;
  /** With it files can be attached: they follow the words, in a message of their own. */
  readonly attaching?: { readonly token: Uint8Array; readonly gone: AbortSignal };
  /** Called once the server has it. */
  readonly sent: () => Promise<void>;
};

type Form = {
  readonly id: string;
  readonly label: string;
  readonly mark?: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly button: string;
  readonly look: "primary" | "destructive";
  /** What is sent for what was typed. */
  readonly content: (typed: string) => MessageContent;
};

export function composerPart(app: App, writing: Writing): HTMLElement {
  if (writing.found.alarms.length > 0)
    return element("p", { class: "error" }, icon("warning"), element("span", {}, CASE.notWritable));
  return messageForm(app, writing, {
    id: "message",
    label: CASE.message,
    hint: CASE.messageHint,
    placeholder: CASE.messagePlaceholder,
    button: CASE.send,
    look: "primary",
    content: (typed) => ({ kind: "text", text: typed }),
  });
}

/** A field and its button: for messages, a wish for protection, a withdrawal. */
export function messageForm(app: App, { found, composer, sent, attaching }: Writing, form: Form): HTMLElement {
  const said = element("div", { role: "status" });
  const field = textField(app, {
    ...form,
    value: composer.typed,
    input: (value) => (composer.typed = value),
    rows: 5,
    limit: MAX_MESSAGE_CODE_POINTS,
  });
  const since = (composer.fileMessages ??= app.fileMessages);
  const say = (words?: string | Node) => {
    if (words === undefined) said.replaceChildren();
    else said.replaceChildren(typeof words === "string" ? element("p", {}, words) : words);
  };
  let token: Uint8Array | undefined;
  /** Where the server asks for work, that can take minutes on a slow device: it is said, and can be ended. */
  let stop = new AbortController();
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const onWork = (isWorking: boolean) => {
    clearTimeout(quiet);
    if (isWorking) quiet = setTimeout(() => say(working(stop)), QUIET_MS);
    else say(CASE.sendingMessage);
  };
  const write = async (content: MessageContent) => {
    stop = new AbortController();
    const options = { signal: stop.signal, onWork };
    try {
      await found.write(content, options);
    } catch (error) {
      // Files that this page sent have taken the place that was next. Whatever else took it is told.
      if (token === undefined || app.sealing.now?.codeOf(error) !== "conflict") throw error;
      const now = await app.sealing.now.openConversation(token, await app.recipients.get());
      const own = app.fileMessages - since;
      if (own === 0 || now?.written !== found.written + own || now.entries.length !== found.entries.length) throw error;
      await now.write(content, options);
    }
  };
  const sendOnce = async () => {
    say(CASE.sendingMessage);
    try {
      await app.files.now?.settle(composer.files);
      // Left while files were waited for: nothing goes from a screen that nobody sees, and the words are still there.
      if (attaching?.gone.aborted === true) return;
      if (app.files.now?.asks(composer.files) === true) return say();
      if (attached !== undefined) attached.inert = true;
      // Whoever closes the case meanwhile overwrites the words' bytes; what was pressed before is sent all the same.
      token = attaching?.token.slice();
      await pause(PAINT_MS);
      const { files, take } = app.files.now?.ready(app, composer.files) ?? NOTHING;
      const recipients = files.length > 0 ? await app.recipients.get() : undefined;
      const { typed } = composer;
      const hasWords = typed.trim() !== "" || files.length === 0;
      if (hasWords) await write(form.content(typed));
      if (composer.typed === typed) clear();
      if (token !== undefined && recipients !== undefined) {
        app.files.now?.send(app, recipients, token, files);
        take();
      }
      app.letGo();
      if (composer.typed !== "" || composer.files.list.length > 0) app.hold("typed", true);
      // How far files alone are is said above.
      if (!hasWords) return app.redraw();
      // Stored, but the view could not be fetched anew: said all the same.
      await sent().catch(() => say(CASE.sent));
    } catch (error) {
      if (stop.signal.aborted) {
        say(CASE.stopped);
        return button.focus();
      }
      say(element("p", { class: "error" }, icon("warning"), element("span", {}, failure(app, error))));
    } finally {
      token?.fill(0);
      token = undefined;
    }
  };
  /** What goes is what was there when it was pressed: until that has ended nothing can be changed. */
  const wait = async (sending: Promise<void>) => {
    field.inert = true;
    button.setAttribute("aria-disabled", "true");
    await sending;
    field.inert = false;
    if (attached !== undefined) attached.inert = false;
    button.removeAttribute("aria-disabled");
  };
  const send = () => {
    if (composer.sending !== undefined) return;
    composer.sending = sendOnce().finally(() => (composer.sending = undefined));
    void wait(composer.sending);
  };
  const clear = () => {
    composer.typed = "";
    const control = field.querySelector("textarea");
    if (control === null) return;
    control.value = "";
    control.dispatchEvent(new Event("input"));
  };
  const attached = attaching && attachments(app, composer, attaching.gone);
  const button = element(
    "button",
    { type: "button", class: `button narrow ${form.look}`, click: send },
    form.look === "primary" && icon("lock"),
    form.button,
  );
  if (composer.sending !== undefined) {
    say(CASE.sendingMessage);
    if (attached !== undefined) attached.inert = true;
    void wait(composer.sending).then(() => say());
  }
  return element("div", { class: "composer" }, field, attached, button, said);
}

function working(stop: AbortController): HTMLElement {
  return element(
    "div",
    { class: "stack-small" },
    element("p", {}, CASE.working),
    linkButton(CASE.stop, () => stop.abort()),
  );
}

/** No files, as most messages have. */
const NOTHING: Ready = { files: [], take: () => {} };

/** Asked for first: most messages bring none, and then nothing is fetched. */
function attachments(app: App, composer: Composer, gone: AbortSignal): HTMLElement {
  const place = element("div", {});
  const show = () =>
    place.replaceChildren(filesSlot(app, gone, (files) => files.chooser(app, gone, composer.files, "message")));
  if (composer.files.list.length > 0) show();
  else place.replaceChildren(linkButton(CASE.attach, show));
  return place;
}

function failure(app: App, error: unknown): string {
  const { text } = app;
  const problem = problemOf(app, error);
  if (problem.kind === "conflict") return CASE.conflict;
  if (problem.kind === "alarm") return CASE.notWritable;
  if (problem.kind !== "findings") return `${explain(app, problem)} ${text.problems.nothingLost}`;
  const [finding] = problem.findings;
  if (finding === undefined || finding.code === "missing") return CASE.messageMissing;
  const { code, limit = 0, actual = 0 } = finding;
  return app.say(code === "too-many-bytes" ? text.review.bytes : text.tooLong, { limit, actual });
}
