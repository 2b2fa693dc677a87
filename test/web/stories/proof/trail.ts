/** Whether the audit trail, as the desk shows it and as it is handed out, counts what was done. */
import { linesOf, parseLine } from "../../../../src/client/audit/read-export.ts";
import { hex } from "../../../../src/crypto/bytes.ts";
import type { ActName, ServerActName } from "../../../../src/protocol/audit/acts.ts";
import type { Leaf } from "../../../../src/protocol/audit/leaf.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { LEAF_NAMES, SERVER_ACT_NAMES, TRAIL } from "../../../../src/web/investigator/trail/words.ts";
import { ACT_NAMES } from "../../../../src/words/acts.ts";
import { speak } from "../../../../src/words/speech.ts";
import type { Organisation } from "../../../support/organisation.ts";
import type { Screen } from "../../support/screen.ts";
import { DESK, same } from "./agree.ts";
import { type Counts, tallied } from "./expected.ts";
import { type Tally, actsBy } from "./quarter.ts";

const { say, name } = speak(DESK);

export type Verdict = { readonly holds: boolean; readonly hidden: number; readonly counts: Counts };

export function leavesIn(trail: Uint8Array): Leaf[] {
  return [...linesOf(trail)].slice(1).flatMap((line) => {
    const parsed = parseLine(line);
    return "leaf" in parsed ? [parsed.leaf] : [];
  });
}

export function checkTrail({ holds, hidden, counts }: Verdict, leaves: readonly Leaf[], tally: Tally): void {
  same("the trail holds, nothing in it is hidden from the lead", [holds, hidden], [true, 0]);
  const acts = leaves.flatMap((leaf) =>
    leaf.kind === "act" ? [{ by: hex(leaf.entry.memberId), act: leaf.entry.act as ActName }] : [],
  );
  same("acts", actsBy({ ...tally, acts }), actsBy(tally));
  for (const { by } of tally.acts) same(`acts of ${by}`, actsBy({ ...tally, acts }, by), actsBy(tally, by));
  same("acts, counted by the verdict", counts["act"], acts.length);
}

/** By what the screen's filters are called: every person, every act, every case. */
export async function checkTrailScreen(
  screen: Screen,
  leaves: readonly Leaf[],
  tally: Tally,
  { members }: Pick<Organisation, "members">,
): Promise<void> {
  const { page } = screen;
  await screen.press(say(FRAME.trail));
  await screen.see(say(TRAIL.shown, { n: leaves.length }));
  same("the trail's screen hides nothing", await screen.has("text", say(TRAIL.earlier)), false);
  const people = new Map(members.map(({ entry }) => [entry.id, name(entry.names)]));
  const by = (leaf: Leaf) => (leaf.kind === "act" ? (people.get(hex(leaf.entry.memberId)) ?? "") : say(TRAIL.server));
  const acts = (leaf: Leaf): string => {
    if (leaf.kind === "act") return say(ACT_NAMES[leaf.entry.act as ActName]);
    return leaf.kind === "server"
      ? say(SERVER_ACT_NAMES[leaf.serverAct.act as ServerActName])
      : say(LEAF_NAMES[leaf.kind]);
  };
  same("the trail by person", await countsBy(screen, say(TRAIL.who)), tallied(leaves.map(by)));
  same("the trail by act", await countsBy(screen, say(TRAIL.what)), tallied(leaves.map(acts)));
  const { [say(TRAIL.officeOnly)]: ofOffice, ...ofCases } = await countsBy(screen, say(TRAIL.caseColumn));
  same("the trail by case", ofCases, Object.fromEntries(tally.written));
  const written = [...tally.written.values()].reduce((sum, n) => sum + n, 0);
  same("the trail of the office alone", ofOffice, leaves.length - written);
  // Of one person one act: both filters at once.
  for (const [id, person] of people) {
    const own = actsBy(tally, id);
    const [act] = Object.keys(own) as ActName[];
    if (act === undefined) continue;
    await screen.select(say(TRAIL.who), await valueOf(screen, say(TRAIL.who), person));
    await screen.select(say(TRAIL.what), await valueOf(screen, say(TRAIL.what), say(ACT_NAMES[act])));
    same(`the trail of ${person}: ${act}`, await shownRows(screen), own[act]);
    await screen.select(say(TRAIL.what), "");
    await screen.select(say(TRAIL.who), "");
  }
  // Whom the server has let in stands there by name.
  const enrolled = leaves.flatMap((leaf) =>
    leaf.kind === "server" && leaf.serverAct.act === "enrol" ? [people.get(hex(leaf.serverAct.object))] : [],
  );
  const said = await page.$$eval(".trail-table tbody tr td:nth-child(4)", (all) => all.map((one) => one.textContent));
  const letIn = enrolled.map((person) => `${say(SERVER_ACT_NAMES.enrol)}: ${person}`);
  same(
    "the trail of who was let in",
    said.filter((one) => one?.startsWith(say(SERVER_ACT_NAMES.enrol))).toSorted(),
    letIn.toSorted(),
  );
  await page.keyboard.press("Escape");
}

/** How many rows are shown for each choice of a filter. */
async function countsBy(screen: Screen, label: string): Promise<Record<string, number>> {
  const choices = await choicesOf(screen, label);
  const counts: Record<string, number> = {};
  for (const [value, text] of choices.filter(([value]) => value !== "")) {
    await screen.select(label, value);
    counts[text] = await shownRows(screen);
  }
  await screen.select(label, "");
  return counts;
}

async function valueOf(screen: Screen, label: string, text: string): Promise<string> {
  return (await choicesOf(screen, label)).find(([, one]) => one === text)?.[0] ?? "";
}

function choicesOf({ page }: Screen, label: string): Promise<[value: string, text: string][]> {
  return page.$$eval(
    ".trail-filters p",
    (all, wanted) =>
      all
        .filter((one) => one.querySelector("label")?.textContent === wanted)
        .flatMap((one) => [...one.querySelectorAll("option")])
        .map((option): [string, string] => [option.value, option.text]),
    label,
  );
}

/** What stands in the table is also what is said. */
async function shownRows(screen: Screen): Promise<number> {
  const rows = await screen.page.$$eval(".trail-table tbody tr", ({ length }) => length);
  await screen.see(rows === 0 ? say(TRAIL.none) : say(TRAIL.shown, { n: rows }));
  return rows;
}
