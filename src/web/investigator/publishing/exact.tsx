/** Real numbers beside what is published of them, and why something is not. */
import type { Explained } from "../../../client/publishing/prepare.ts";
import * as words from "../../../words/published.ts";
import { valueName } from "../../shared/published.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { PublishedView } from "../vault/messages/publishing.ts";
import { PUBLISHING, WHY_HIDDEN } from "./words.ts";

/** So many values that nobody has are one line. */
const JOINED_FROM = 3;

export function Exact({
  table: { by, cells, shown, least },
  channels,
}: {
  readonly table: Explained;
  readonly channels: PublishedView["channels"];
}) {
  const speech = useSpeech();
  const { say, number } = speech;
  const nameOf = (key: string) => {
    if (by === "unit" && key === "") return say(PUBLISHING.otherUnits);
    const names = by === "channel" ? channels.find(({ id }) => id === key)?.names : undefined;
    return valueName(by, names === undefined ? { key } : { key, names }, words, speech);
  };
  const told = new Set(shown?.rows.map(({ key }) => key));
  const whys = new Map(shown?.hidden.map(({ key, why }) => [key, why]));
  const saidOf = (key: string): string => {
    if (told.has(key)) return say(words.PUBLISHED.count);
    const why = whys.get(key);
    if (why === undefined) return say(PUBLISHING.notTold);
    return `${say(PUBLISHING.inRest)}: ${say(WHY_HIDDEN[why], { least })}`;
  };
  // Fifteen categories that nobody reported are one line; a few are called by name.
  const empty = cells.filter(({ key, n }) => n === 0 && !told.has(key));
  const nothing = empty.length < JOINED_FROM ? [] : empty;
  const sorted = cells.filter((cell) => !nothing.includes(cell)).toSorted((a, b) => b.n - a.n);
  return (
    <table class="published-table exact">
      <caption>
        {say(words.PUBLISHED_TABLES[by])}
        {shown === undefined && <span class="second"> {say(PUBLISHING.tableHidden)}</span>}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say(words.PUBLISHED.value)}</th>
          <th scope="col" class="number">
            {say(PUBLISHING.real)}
          </th>
          <th scope="col">{say(PUBLISHING.told)}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ key, n }) => (
          <tr key={key} class={told.has(key) ? undefined : "rest"}>
            <th scope="row">
              <bdi>{nameOf(key)}</bdi>
            </th>
            <td class="number">{number(n)}</td>
            <td>{told.has(key) ? number(n) : saidOf(key)}</td>
          </tr>
        ))}
        {nothing[0] !== undefined && (
          <tr class="rest">
            <th scope="row">{say(PUBLISHING.nothing, { n: nothing.length })}</th>
            <td class="number">{number(0)}</td>
            <td>{saidOf(nothing[0].key)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
