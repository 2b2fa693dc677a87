/** Figures as everybody will see them. */
import type { Snapshot } from "../../../protocol/publishing/snapshot.ts";
import * as words from "../../../words/published.ts";
import { type ToldTable, tellFigures } from "../../shared/published.ts";
import { useSpeech } from "../../screen/speech.ts";
import { PUBLISHING } from "./words.ts";

const { PUBLISHED } = words;

export function Preview({ snapshot }: { readonly snapshot: Snapshot }) {
  const speech = useSpeech();
  const { say } = speech;
  const told = tellFigures(snapshot, [], words, speech);
  return (
    <section class="published-preview" aria-label={say(PUBLISHING.preview)}>
      <h3>{say(PUBLISHING.preview)}</h3>
      <h4>{told.period}</h4>
      <dl class="published-sums">
        {[...told.sums, ...told.medians].map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {told.tables.map((table) => (
        <ToldAs key={table.by} table={table} />
      ))}
    </section>
  );
}

function ToldAs({ table: { title, rows } }: { readonly table: ToldTable }) {
  const { say, number } = useSpeech();
  const hasShares = rows.some(({ percent }) => percent !== undefined);
  return (
    <table class="published-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say(PUBLISHED.value)}</th>
          <th scope="col" class="number">
            {say(PUBLISHED.count)}
          </th>
          {hasShares && (
            <th scope="col" class="number">
              {say(PUBLISHED.share)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count, percent, bar, isRest }) => (
          <tr key={name} class={isRest ? "rest" : undefined}>
            <th scope="row">
              <bdi>{name}</bdi>
              <svg class="published-bar" aria-hidden="true" width="100%" height="8">
                <rect width={`${bar}%`} height="8" />
              </svg>
            </th>
            <td class="number">{number(count)}</td>
            {hasShares && <td class="number">{percent === undefined ? "" : `${number(percent)}%`}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
