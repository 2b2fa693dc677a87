/** What came and what ended, a column a month; years where there are too many of them to be read. */
import type { Figures } from "../../../client/figures/figures.ts";
import { monthIn } from "../../../words/speech.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Columns, Swatch } from "./charts.tsx";
import { FIGURES } from "./words.ts";

/** More columns than these leave no room for the numbers on them. */
const MOST_COLUMNS = 12;

type Row = { readonly name: string; readonly short: string; readonly received: number; readonly ended: number };

export function Months({ figures: { months } }: { readonly figures: Figures }) {
  const { say, number, language } = useSpeech();
  const isByYear = months.length > MOST_COLUMNS;
  const rows: readonly Row[] = isByYear
    ? yearsOf(months)
    : months.map(({ month, received, ended }) => ({
        name: monthIn(month.from, language),
        short: monthIn(month.from, language, "short"),
        received,
        ended,
      }));
  const title = say(isByYear ? FIGURES.byYear : FIGURES.byMonth);
  return (
    <section class="figure">
      <h2>{title}</h2>
      <Columns
        label={title}
        fills={["full", "hatch"]}
        columns={rows.map(({ short, received, ended }) => ({ name: short, values: [received, ended] }))}
      />
      <table class="legend months">
        <thead>
          <tr>
            <th scope="col">{say(isByYear ? FIGURES.year : FIGURES.month)}</th>
            <th scope="col" class="number">
              <Swatch fill="full" /> {say(FIGURES.columnReceived)}
            </th>
            <th scope="col" class="number">
              <Swatch fill="hatch" /> {say(FIGURES.columnEnded)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, received, ended }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{number(received)}</td>
              <td class="number">{number(ended)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function yearsOf(months: Figures["months"]): Row[] {
  const years = new Map<string, { received: number; ended: number }>();
  for (const { month, received, ended } of months) {
    const year = month.from.slice(0, 4);
    const sum = years.get(year) ?? { received: 0, ended: 0 };
    years.set(year, { received: sum.received + received, ended: sum.ended + ended });
  }
  return [...years].map(([year, sums]) => ({ name: year, short: year, ...sums }));
}
