/** Step 3: who must not read it, and protection. The list comes from the verified directory, never from the server's word. */
import type { App, Screen } from "../app.ts";
import { type Child, bold, element, icon, typed } from "../element.ts";
import { radioField, textField, tickField } from "../fields.ts";
import { problemBanner } from "../problem.ts";
import { LANGUAGES } from "../../../words/languages.ts";
import { channelOfUnit } from "../questions.ts";
import type { Reader, Recipients, ReportChannel } from "../sealing/recipients.ts";
import { lpskBanner } from "./lpsk.ts";
import { type Onward, stepScreen, wayOn } from "./step.ts";

/** Small numbers are written out, larger ones in figures. */
const MOST_IN_WORDS = 10;

/** `changed`: the list was replaced while somebody wrote, and must be looked at once more. */
export function readersScreen({
  next,
  changed = false,
}: Pick<Onward, "next"> & { readonly changed?: boolean }): Screen {
  return (app, gone) => {
    const { text } = app;
    const { readers } = text;
    const list = element("div", {}, element("p", { role: "status" }, readers.loading));
    const draw = () => {
      app.recipients.get().then(
        (recipients) => gone.aborted || list.replaceChildren(readersField(app, recipients)),
        (error: unknown) => gone.aborted || list.replaceChildren(problemBanner(app, error, draw)),
      );
    };
    draw();
    const goOn = () => {
      const { now } = app.recipients;
      if (now !== undefined && remaining(app, now).length < 2) list.querySelector<HTMLElement>("#too-few")?.focus();
      else app.go(next);
    };
    return stepScreen(
      app,
      { number: 4, title: readers.title, way: "back" },
      changed &&
        element(
          "div",
          { class: "banner conflict" },
          element("h2", {}, icon("warning"), element("span", {}, text.review.listChanged)),
          element("p", {}, text.review.listChangedText),
        ),
      list,
      element("section", { class: "part" }, element("h2", {}, readers.identity), element("p", {}, readers.anonymous)),
      protectionPart(app),
      wayOn(app, goOn),
    );
  };
}

/** The channel that was chosen, else the one that serves the unit, or the first: the office puts the one for everybody at the top. */
export function chosenChannel(app: App, { channels }: Recipients): ReportChannel | undefined {
  const find = (wanted: string | undefined) => channels.find(({ id }) => id === wanted);
  return find(app.draft.channelId) ?? find(channelOfUnit(app)) ?? channels[0];
}

/** Why nothing can be chosen. */
export function noChannelText({ text: { problems } }: App, { isClosed }: Recipients): string {
  return isClosed ? problems["channel-closed"] : problems.noChannel;
}

/** Of each channel that takes nothing today, and which one does. */
function closedNotes(
  { text: { readers }, name, say }: App,
  { closed }: Recipients,
  open: ReportChannel,
): HTMLElement[] {
  return closed.map(({ names }) =>
    element(
      "p",
      { class: "note" },
      icon("warning"),
      element("span", {}, say(readers.closed, { channel: name(names), other: name(open.names) })),
    ),
  );
}

/** Recipients of the chosen channel who will be able to read. */
export function remaining(app: App, recipients: Recipients): readonly Reader[] {
  return (chosenChannel(app, recipients)?.recipients ?? []).filter((reader) => !isExcluded(app, reader));
}

/** Marked, and the list that is valid now lets this person be left out. */
export function isExcluded({ draft }: App, { id, excludable }: Reader): boolean {
  return excludable && draft.excluded.has(id);
}

function readersField(app: App, recipients: Recipients): HTMLElement {
  const { draft, text } = app;
  const { readers } = text;
  const field = element("div");
  const draw = () => {
    const channel = chosenChannel(app, recipients);
    if (channel === undefined) return field.replaceChildren(refusal(noChannelText(app, recipients)));
    const others =
      recipients.channels.length > 1 &&
      radioField({
        legend: readers.channel,
        look: "list",
        options: recipients.channels.map(({ id, names }) => [id, app.name(names)] as const),
        value: channel.id,
        change: (id) => {
          draft.channelId = id;
          // Marks belong to the people of one channel.
          draft.excluded.clear();
          draw();
        },
      });
    field.replaceChildren(
      ...children(others, ...closedNotes(app, recipients, channel), languagesNote(app, channel)),
      channelReaders(app, channel),
    );
  };
  draw();
  return field;
}

/** Where the office has said in which languages this channel answers, and the page is not in one of them. */
function languagesNote({ delivery, language, text, say }: App, { id }: ReportChannel): HTMLElement | false {
  const { languages = [] } = delivery.channels[id] ?? {};
  if (languages.length === 0 || languages.includes(language)) return false;
  const names = languages.map((code) => LANGUAGES[code].name).join(", ");
  return element("p", { class: "hint" }, say(text.readers.answersIn, { languages: names }));
}

/** Why one cannot go on from here; who tries is led to it. */
function refusal(why: string): HTMLElement {
  return element("p", { class: "error", id: "too-few", tabindex: -1 }, icon("warning"), element("span", {}, why));
}

function children(...some: readonly (HTMLElement | false)[]): HTMLElement[] {
  return some.filter((one) => one !== false);
}

function channelReaders(app: App, channel: ReportChannel): HTMLElement {
  const { text } = app;
  const { readers } = text;
  const result = element("div", { role: "status" });
  const count = channel.recipients.length;
  const tell = () => {
    const left = channel.recipients.filter((reader) => !isExcluded(app, reader)).length;
    result.replaceChildren(
      element("p", {}, bold(app.say(readers.remaining, { n: left, all: count }))),
      left < 2 ? refusal(readers.tooFew) : element("p", { class: "hint" }, readers.atLeastTwo),
    );
  };
  tell();
  return element(
    "div",
    {},
    element(
      "p",
      { class: "lead" },
      app.say(readers.lead, { count: count > MOST_IN_WORDS ? count : app.inWords(count) }),
    ),
    readerList(app, readers.group, channel.recipients, tell),
    result,
    channel.custodians.some(({ excludable }) => excludable) && [
      element("h2", { class: "list-head" }, readers.custodians),
      element("p", { class: "hint" }, readers.custodiansLead),
      readerList(app, readers.custodians, channel.custodians, () => undefined),
    ],
  );
}

function readerList(app: App, label: string, all: readonly Reader[], changed: () => void): HTMLElement {
  const { draft, text } = app;
  const { readers } = text;
  const rows = all.map((reader) => {
    const { id, names, roles, excludable } = reader;
    const mark = element("span", { class: "mark" }, icon("hidden"), readers.willNot);
    mark.hidden = !isExcluded(app, reader);
    const position = roles.map((role) => readers.roles[role]).join(", ");
    const below: Child[] = [
      position !== label && element("span", { class: "hint" }, position),
      !excludable && element("span", { class: "hint" }, readers.fixed),
      mark,
    ];
    const tick = tickField({
      id: `reader-${id}`,
      label: element("strong", {}, typed(app.name(names))),
      checked: isExcluded(app, reader),
      disabled: !excludable,
      change: (checked) => {
        if (checked) draft.excluded.add(id);
        else draft.excluded.delete(id);
        mark.hidden = !checked;
        changed();
      },
      below,
    });
    return element("li", {}, tick);
  });
  return element("ul", { class: "rows readers", "aria-label": label }, rows);
}

function protectionPart(app: App): HTMLElement {
  const { draft, text } = app;
  const { readers } = text;
  const more = element(
    "div",
    { class: "stack" },
    lpskBanner(app, "h3"),
    textField(app, {
      id: "worries",
      label: readers.worries,
      mark: text.optional,
      hint: readers.worriesHint,
      value: draft.worries,
      input: (value) => (draft.worries = value),
      rows: 3,
    }),
  );
  more.hidden = !draft.protection;
  return element(
    "section",
    { class: "part" },
    element("h2", {}, readers.protection),
    tickField({
      id: "threatened",
      label: element("strong", {}, readers.threatened),
      checked: draft.protection,
      change: (checked) => {
        draft.protection = checked;
        more.hidden = !checked;
      },
    }),
    more,
  );
}
