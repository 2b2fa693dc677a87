/** Whether the list of cases shows each of the forty as it stands. */
import { LIST, VIEW_NAMES } from "../../../../src/web/investigator/list/words.ts";
import { CATEGORY_NAMES, STATE_NAMES } from "../../../../src/words/glossary.ts";
import { speak } from "../../../../src/words/speech.ts";
import type { Organisation } from "../../../support/organisation.ts";
import type { Screen } from "../../support/screen.ts";
import { waitForElement, waitInPage } from "../../support/wait.ts";
import { DESK, type Names, named, rowsIn, same } from "./agree.ts";
import { type Expected, tallied } from "./expected.ts";
import { type Tally, takerOf } from "./quarter.ts";

const { say, name } = speak(DESK);
const ROWS = "table.cases tbody tr:not(.group)";

type Listed = {
  readonly title: string;
  readonly category: string;
  readonly state: string;
  readonly assigned: string;
  readonly register: string;
};

export async function checkList(
  desk: Screen,
  expected: Expected,
  { cases }: Pick<Tally, "cases">,
  { investigators }: Pick<Organisation, "investigators">,
): Promise<void> {
  const { working, referred, closed, archived } = expected.total;
  // Cases are opened one by one behind the list.
  await waitForElement(desk.page, ROWS);
  await desk.seeNoMore(say(LIST.notRead));
  const shown = await readList(desk, working + referred);
  await desk.press(say(VIEW_NAMES.done));
  shown.push(...(await readList(desk, closed + archived)));
  same("list, states", tallied(shown.map(({ state }) => state)), named(expected.states, STATE_NAMES));
  same("list, categories", tallied(shown.map(({ category }) => category)), named(expected.categories, CATEGORY_NAMES));
  same(
    "list, each case and whose it is",
    rowsIn(shown.map(({ register, title, assigned }) => [register, title, assigned])),
    rowsIn(
      [...cases].map(([register, one]) => [
        register,
        one.title,
        one.handed ? name(investigators[takerOf(one)]?.entry.names) : say(LIST.unassigned),
      ]),
    ),
  );
  await desk.press(say(VIEW_NAMES.late));
  await readList(desk, expected.late);
  await desk.press(say(VIEW_NAMES.open));
}

async function readList({ page }: Screen, wanted: number): Promise<Listed[]> {
  const counts = () => page.$$eval(ROWS, ({ length }) => length);
  await waitInPage(page, (all, n) => document.querySelectorAll(all).length === n, {}, ROWS, wanted).catch(async () =>
    same("list, cases in the view", await counts(), wanted),
  );
  const cells = await page.$$eval(ROWS, (all) =>
    all.map((row) => ({
      texts: [...row.querySelectorAll("td")].map(({ textContent }) => textContent ?? ""),
      title: row.querySelector(".title")?.textContent ?? "",
      register: row.querySelector(".register")?.textContent ?? "",
    })),
  );
  const among = (names: Names, text = "") =>
    Object.values(names)
      .map((one) => say(one))
      .find((one) => text.trim().startsWith(one)) ?? text;
  return cells.map(({ texts, title, register }) => ({
    title,
    register,
    category: among(CATEGORY_NAMES, texts[3]),
    state: among(STATE_NAMES, texts[5]),
    assigned: (texts[8] ?? "").replace(register, "").trim(),
  }));
}
