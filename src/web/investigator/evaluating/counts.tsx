/** The three counts of the worksheet, by month and by type. */
import type { Counts, Worksheet } from "../../../client/evaluation/worksheet.ts";
import { sayCode } from "../../../words/codes.ts";
import { CATEGORY_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { monthIn } from "../../../words/speech.ts";
import { useSpeech } from "../../screen/speech.ts";
import { percentOf } from "./paper-parts.ts";
import { EVALUATING } from "./words.ts";

export function ThreeCounts({ worksheet: { total, share } }: { readonly worksheet: Worksheet }) {
  const { say, number } = useSpeech();
  const percent = percentOf(share.done, share.of);
  const facts = [
    [total.received, EVALUATING.received, undefined],
    [total.due, EVALUATING.due, undefined],
    [total.working, EVALUATING.working, undefined],
    [total.done, EVALUATING.done, percent],
  ] as const;
  return (
    <dl class="key-numbers" aria-label={say(EVALUATING.counts)}>
      {facts.map(([n, name, share], at) => (
        <div key={at}>
          <dt>{say(name)}</dt>
          <dd>
            <strong>{number(n)}</strong>
            {share !== undefined && <span class="muted">{say(EVALUATING.share, { share: number(share) })}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function CountTables({ worksheet: { months, types, total } }: { readonly worksheet: Worksheet }) {
  const { say, language } = useSpeech();
  return (
    <div class="count-tables">
      <CountTable
        title={say(EVALUATING.byMonth)}
        first={say(EVALUATING.month)}
        rows={months.map((one) => [monthIn(one.month.from, language), one])}
        total={total}
      />
      <CountTable
        title={say(EVALUATING.byType)}
        first={say(EVALUATING.type)}
        rows={types.map((one) => [
          one.category === undefined
            ? say(EVALUATING.unknownType)
            : sayCode(say, CATEGORY_NAMES, one.category, UNKNOWN.code),
          one,
        ])}
        total={total}
      />
    </div>
  );
}

type CountTableProps = {
  readonly title: string;
  readonly first: string;
  readonly rows: readonly (readonly [string, Counts])[];
  readonly total: Counts;
};

function CountTable({ title, first, rows, total }: CountTableProps) {
  const { say, number } = useSpeech();
  const cells = ({ received, due, working, closed, referred, archived }: Counts) => (
    <>
      {[received, due, working, closed, referred + archived].map((n, at) => (
        <td key={at} class="number">
          {number(n)}
        </td>
      ))}
    </>
  );
  return (
    <section class="figure">
      <h2>{title}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys */}
      <div class="scroll-across" tabIndex={0} role="group" aria-label={title}>
        <table class="ruled">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {(["receivedShort", "dueShort", "workingShort", "closedShort", "restShort"] as const).map((column) => (
                <th key={column} scope="col" class="number">
                  {say(EVALUATING[column])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, counts]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells(counts)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say(EVALUATING.total)}</th>
              {cells(total)}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
