/** Tables that are charts as well: a bar a row beside its number; parts of a whole; where the cases of each unit are. */
import type { VNode } from "preact";
import type { Count, Part } from "../../../client/figures/figures.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Bar, Strip, Swatch, fillOf } from "./charts.tsx";
import { FIGURES } from "./words.ts";

export type NameOf = (key: string | undefined) => string | VNode;

type BarTableProps = {
  readonly title: string;
  /** What the rows are: head of their column */
  readonly head: string;
  readonly counts: readonly Count[];
  readonly nameOf: NameOf;
  readonly hint?: string;
};

/** Reporters name units as they like: more than so many rows is a list that nobody reads. */
export const MOST_ROWS = 20;

export function BarTable({ title, head, counts, nameOf, hint }: BarTableProps) {
  const { say, number } = useSpeech();
  const most = Math.max(0, ...counts.map(({ n }) => n));
  return (
    <section class="figure">
      <h2>{title}</h2>
      <table class="bars-table">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="number">
              {say(FIGURES.number)}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ key, n }) => (
            <tr key={key ?? ""}>
              <th scope="row">{nameOf(key)}</th>
              <td class="bar-cell">
                <Bar n={n} most={most} />
                <span class="bar-number">{number(n)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hint !== undefined && <p class="second">{hint}</p>}
    </section>
  );
}

type PartsTableProps = {
  readonly title: string;
  readonly head: string;
  readonly parts: readonly { readonly name: string; readonly n: number }[];
};

export function PartsTable({ title, head, parts }: PartsTableProps) {
  const { say, number } = useSpeech();
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  return (
    <section class="figure">
      <h2>{title}</h2>
      <Strip slices={parts} label={`${title}: ${parts.map(({ name, n }) => `${name} ${number(n)}`).join(", ")}`} />
      <table class="legend">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{say(FIGURES.number)}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, n }, which) => (
            <tr key={name}>
              <th scope="row">
                <Swatch fill={fillOf(which)} /> {name}
              </th>
              <td class="number">{number(n)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say(FIGURES.total)}</th>
            <td class="number">{number(total)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

type UnitsTableProps = {
  readonly title: string;
  readonly head: string;
  readonly parts: readonly Part[];
  readonly nameOf: NameOf;
  /** Of all of them together */
  readonly median: number | undefined;
};

export function UnitsTable({ title, head, parts, nameOf, median }: UnitsTableProps) {
  const { say, number } = useSpeech();
  const shown = parts.length > MOST_ROWS ? parts.slice(0, MOST_ROWS - 1) : parts;
  const rest = parts.slice(shown.length);
  const days = (value: number | undefined) => (value === undefined ? "–" : number(value));
  const cells = (some: readonly Part[]) => {
    const sum = (of: (part: Part) => number) => number(some.reduce((total, part) => total + of(part), 0));
    return (
      <>
        <td class="number">{sum(({ n }) => n)}</td>
        <td class="number">{sum(({ groups }) => groups.working)}</td>
        <td class="number">{sum(({ groups }) => groups.closed)}</td>
        <td class="number">{sum(({ groups }) => groups.archived + groups.referred)}</td>
      </>
    );
  };
  return (
    <section class="figure across">
      <h2>{title}</h2>
      <div class="scroll-across" tabIndex={0} role="region" aria-label={title}>
        <table class="ruled">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {[
                FIGURES.columnReceived,
                FIGURES.columnWorking,
                FIGURES.columnClosed,
                FIGURES.columnOther,
                FIGURES.columnMedian,
              ].map((text, at) => (
                <th key={at} scope="col" class="number">
                  {say(text)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((part) => (
              <tr key={part.key ?? ""}>
                <th scope="row">{nameOf(part.key)}</th>
                {cells([part])}
                <td class="number">{days(part.conclusion.days)}</td>
              </tr>
            ))}
            {rest.length > 0 && (
              <tr>
                <th scope="row">{say(FIGURES.unitsLeft, { n: rest.length })}</th>
                {cells(rest)}
                <td class="number">–</td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say(FIGURES.total)}</th>
              {cells(parts)}
              <td class="number">{days(median)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
