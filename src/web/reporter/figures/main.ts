/** The script of the page of published figures: fetched, checked, and shown as tables with a bar in each row. */
import * as words from "#words/figures";
import { SCREENS } from "#words/screens";
import { csvOf } from "../../../client/sheets/csv.ts";
import type { Genuine } from "../../../client/publishing/checking.ts";
import { withCorrections } from "../../../client/publishing/corrected.ts";
import { nextFigures } from "../../../client/publishing/next.ts";
import { LAW } from "../../../protocol/law/law.ts";
import { daysOf } from "../../../protocol/publishing/period.ts";
import type { Language } from "../../../words/languages.ts";
import { type Speech, speak } from "../../../words/speech.ts";
import { loadSealing, readDelivery } from "../../shared/delivery.ts";
import { periodName } from "../../../words/period-name.ts";
import { type ToldFigures, type ToldTable, tellFigures } from "../../shared/published.ts";
import { saveBytes } from "../../shared/save-blob.ts";
import type { App, Sealing } from "../app.ts";
import { element, icon } from "../element.ts";
import { installQuickExit } from "../exit.ts";
import { lazy } from "../lazy.ts";
import { problemBanner } from "../problem.ts";
import { sheetOf } from "./sheet.ts";
import type { LoadedFigures } from "../sealing/figures.ts";

const { FIGURES, PUBLISHED, PUBLISHED_ROLES } = words;

/** Of the page, whose words these are: the build writes it here (src/web/bundle.ts). */
declare const LANGUAGE: Language;

/** Nothing is written here: of all that a reporter's page is, this one needs who speaks, and what checks. */
type Page = Pick<App, keyof Speech | "text" | "sealing" | "delivery" | "office">;

function start(): void {
  const delivery = readDelivery();
  const exit = document.getElementById("quick-exit");
  if (exit instanceof HTMLAnchorElement) installQuickExit(exit, () => {});
  const page: Page = {
    ...speak(LANGUAGE, delivery.timeZone),
    text: SCREENS,
    delivery,
    office: document.body.dataset["office"] ?? "",
    sealing: lazy(() => loadSealing<Sealing>(delivery)),
  };
  const place = document.getElementById("figures");
  if (place !== null) void showFigures(page, place);
}

async function showFigures(app: Page, place: HTMLElement): Promise<void> {
  place.replaceChildren(element("p", { class: "hint", role: "status" }, FIGURES.loading));
  try {
    const loaded = await (await app.sealing.get()).loadFigures(app.delivery);
    place.replaceChildren(...drawLoaded(app, loaded));
  } catch (error) {
    place.replaceChildren(problemBanner(app, error, () => void showFigures(app, place)));
  }
}

function drawLoaded(app: Page, loaded: LoadedFigures): (HTMLElement | string)[] {
  const { genuine, fault } = loaded;
  const newest = genuine.at(-1);
  const warning = fault === undefined ? [] : [faultBanner(app, fault.sequence)];
  if (newest === undefined)
    return [...warning, ...(fault === undefined ? [element("p", { role: "status" }, FIGURES.none)] : [])];
  const told = genuine.map(({ snapshot }, at) => {
    const later = genuine.slice(at + 1).map((one) => one.snapshot);
    return tellFigures(withCorrections(snapshot, later), later, words, app);
  });
  const shown = element("div", { class: "stack" });
  const show = (at: number) => {
    const [one, figures] = [genuine[at], told[at]];
    if (one !== undefined && figures !== undefined) shown.replaceChildren(...drawFigures(app, one, figures));
  };
  show(genuine.length - 1);
  return [
    ...warning,
    standing(app, newest),
    ...chooser(told, show),
    shown,
    ...downloads(app, told, loaded),
    reading(app, newest),
  ];
}

/** Newest first; none where there is nothing to choose. */
function chooser(told: readonly ToldFigures[], show: (at: number) => void): HTMLElement[] {
  if (told.length < 2) return [];
  const options = told.map(({ period }, at) => element("option", { value: at }, period)).toReversed();
  const select = element("select", { id: "figures-period", change: () => show(Number(select.value)) }, options);
  return [element("div", { class: "field" }, element("label", { for: "figures-period" }, FIGURES.choose), select)];
}

function drawFigures(app: Page, { snapshot, signers, publishedOn }: Genuine, told: ToldFigures): HTMLElement[] {
  const facts = (all: ToldFigures["sums"]) =>
    element(
      "dl",
      { class: "published-sums" },
      all.map(([name, said]) => element("div", {}, element("dt", {}, name), element("dd", {}, said))),
    );
  const signed = signers.map(({ names, roles, day }) =>
    element(
      "li",
      {},
      element("bdi", {}, app.name(names)),
      ` (${app.list(roles.map((role) => PUBLISHED_ROLES[role]))}), ${app.day(day)}`,
    ),
  );
  return [
    element("h2", {}, told.period),
    facts(told.sums),
    ...(told.medians.length === 0 ? [] : [element("h3", {}, FIGURES.medians), facts(told.medians)]),
    ...told.tables.map((table) => drawTable(app, table)),
    ...(told.tables.length === 0 ? [element("p", { class: "hint" }, FIGURES.noTables)] : []),
    element(
      "div",
      { class: "banner", "data-result": "genuine" },
      element("h3", {}, icon("check"), element("span", {}, FIGURES.genuine)),
      element("p", {}, app.say(FIGURES.genuineMeans, { office: app.office })),
      element("p", {}, `${FIGURES.signers}:`),
      element("ul", { class: "dashes" }, signed),
      element(
        "p",
        {},
        `${app.say(FIGURES.published, { day: app.day(publishedOn) })} ${app.say(FIGURES.counted, { day: app.day(snapshot.counted) })}`,
      ),
    ),
  ];
}

function drawTable(app: Page, { title, rows, correctedIn }: ToldTable): HTMLElement {
  const hasShares = rows.some(({ percent }) => percent !== undefined);
  const hasBefore = rows.some(({ before }) => before !== undefined);
  const head = (text: string, isNumber: boolean) =>
    element("th", { scope: "col", class: isNumber ? "number" : undefined }, text);
  const cell = (text: string) => element("td", { class: "number" }, text);
  const table = element(
    "table",
    { class: "published-table" },
    element("caption", {}, title),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        head(PUBLISHED.value, false),
        head(PUBLISHED.count, true),
        hasShares && head(PUBLISHED.share, true),
        hasBefore && head(PUBLISHED.before, true),
      ),
    ),
    element(
      "tbody",
      {},
      rows.map((row) =>
        element(
          "tr",
          { class: row.isRest ? "rest" : undefined },
          element("th", { scope: "row" }, element("bdi", {}, row.name), bar(row.bar)),
          cell(app.number(row.count)),
          hasShares && cell(row.percent === undefined ? "" : `${app.number(row.percent)}%`),
          hasBefore && cell(row.before === undefined ? "" : app.number(row.before)),
        ),
      ),
    ),
  );
  const note =
    correctedIn !== undefined &&
    element("p", { class: "hint" }, app.say(FIGURES.corrected, { number: String(correctedIn) }));
  return element("div", {}, table, note);
}

const SVG = "http://www.w3.org/2000/svg";

/** Says nothing that the number beside it does not say. */
function bar(length: number): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "published-bar");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("width", "100%");
  svg.setAttribute("height", "8");
  const rect = document.createElementNS(SVG, "rect");
  rect.setAttribute("width", `${length}%`);
  rect.setAttribute("height", "8");
  svg.append(rect);
  return svg;
}

function downloads(app: Page, told: readonly ToldFigures[], { makeFile }: LoadedFigures): HTMLElement[] {
  const said = element("div", { role: "status" });
  const save = (what: () => Promise<Uint8Array>, name: string) => {
    const run = () =>
      void what().then(
        (bytes) => saveBytes(bytes, name),
        (error: unknown) => said.replaceChildren(problemBanner(app, error, run)),
      );
    return run;
  };
  const csv = async () => csvOf(sheetOf(told.toReversed(), app));
  const button = (text: string, click: () => void) =>
    element("button", { type: "button", class: "button", click }, icon("download"), text);
  return [
    element("h2", {}, FIGURES.download),
    element(
      "div",
      { class: "links" },
      button(FIGURES.csv, save(csv, FIGURES.csvName)),
      button(FIGURES.json, save(makeFile, FIGURES.jsonName)),
    ),
    said,
  ];
}

function reading(app: Page, { snapshot: { threshold, sharesFrom } }: Genuine): HTMLElement {
  return element(
    "details",
    {},
    element("summary", {}, FIGURES.howToRead),
    element(
      "ul",
      { class: "dashes" },
      FIGURES.reading.map((line) => element("li", {}, app.say(line, { k: threshold, shares: sharesFrom }))),
    ),
  );
}

function faultBanner(app: Page, number: number): HTMLElement {
  return element(
    "div",
    { class: "banner failed", role: "alert", "data-result": "not-genuine" },
    element("h2", {}, icon("warning"), element("span", {}, FIGURES.notGenuine)),
    element("p", {}, app.say(FIGURES.notGenuineMeans, { number: String(number), office: app.office })),
  );
}

/** Until when there are figures, and when the next are due: one that is withheld is missing from then on. */
function standing(app: Page, { snapshot: { period }, publishedOn }: Genuine): HTMLElement {
  const next = nextFigures(period, publishedOn, Number(LAW["publish-every"].value));
  const day = app.day(publishedOn);
  if (next.by < app.today()) return element("p", { class: "banner" }, app.say(FIGURES.overdue, { day }));
  const until = app.say(FIGURES.until, { until: app.day(daysOf(period).until), day });
  const expected = app.say(FIGURES.next, {
    period: periodName(next.period, words, app),
    from: app.day(next.from),
    by: app.day(next.by),
    office: app.office,
  });
  return element("p", { class: "hint" }, `${until} ${expected}`);
}

start();
