/** How long things took, which deadlines were kept, how cases went through the period, and how old the open ones are. */
import type { Figures } from "../../../client/figures/figures.ts";
import { DEADLINE_NAMES } from "../../../words/glossary.ts";
import { useSpeech } from "../../screen/speech.ts";
import { usePercent } from "./key-numbers.tsx";
import { BarTable } from "./tables.tsx";
import { FIGURES } from "./words.ts";

type CourseProps = { readonly figures: Figures; readonly today: string };

export function Course({ figures, today }: CourseProps) {
  const { say, number, day } = useSpeech();
  const { ages } = figures;
  const bands = ages.map(({ from, to }) =>
    to === undefined
      ? say(FIGURES.ageOver, { from: String(from) })
      : say(FIGURES.ageBand, { from: String(from), to: String(to) }),
  );
  return (
    <>
      {figures.promises.length > 0 && <Promises figures={figures} />}
      <section class="figure">
        <h2>{say(FIGURES.flow)}</h2>
        <table class="legend">
          <tbody>
            {(
              [
                [FIGURES.flowBefore, figures.flow.before],
                [FIGURES.flowReceived, figures.flow.received],
                [FIGURES.flowEnded, figures.flow.ended],
                [FIGURES.flowAfter, figures.flow.after],
              ] as const
            ).map(([text, n]) => (
              <tr key={say(text)}>
                <th scope="row">{say(text)}</th>
                <td class="number">{number(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="second">{say(FIGURES.flowHint)}</p>
      </section>
      <BarTable
        title={say(FIGURES.ages)}
        head={say(FIGURES.age)}
        counts={ages.map(({ n }, at) => ({ key: String(at), n }))}
        nameOf={(key) => bands[Number(key)] ?? ""}
        hint={say(FIGURES.agesHint, { day: day(today) })}
      />
    </>
  );
}

export function Times({ figures: { answer, verification, conclusion } }: { readonly figures: Figures }) {
  const { say, number } = useSpeech();
  const rows = [
    [FIGURES.timeAnswer, answer],
    [FIGURES.timeVerification, verification],
    [FIGURES.timeConclusion, conclusion],
  ] as const;
  return (
    <section class="figure">
      <h2>{say(FIGURES.times)}</h2>
      <table class="legend">
        <thead>
          <tr>
            <th scope="col">{say(FIGURES.time)}</th>
            <th scope="col" class="number">
              {say(FIGURES.columnMedian)}
            </th>
            <th scope="col" class="number">
              {say(FIGURES.timeCases)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([text, { days, of }]) => (
            <tr key={say(text)}>
              <th scope="row">{say(text)}</th>
              <td class="number">{days === undefined ? "–" : number(days)}</td>
              <td class="number">{number(of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Promises({ figures: { promises } }: { readonly figures: Figures }) {
  const { say, number } = useSpeech();
  const percent = usePercent();
  return (
    <section class="figure">
      <h2>{say(FIGURES.promises)}</h2>
      <table class="legend">
        <thead>
          <tr>
            <th scope="col">{say(FIGURES.promise)}</th>
            <th scope="col" class="number">
              {say(FIGURES.kept)}
            </th>
            <th scope="col" class="number">
              {say(FIGURES.missed)}
            </th>
            <th scope="col" class="number">
              {say(FIGURES.running)}
            </th>
          </tr>
        </thead>
        <tbody>
          {promises.map(({ kind, kept, missed, running }) => (
            <tr key={kind}>
              <th scope="row">{say(DEADLINE_NAMES[kind])}</th>
              <td class="number">
                {number(kept)} <span class="muted">{percent(kept, kept + missed)}</span>
              </td>
              <td class="number">{number(missed)}</td>
              <td class="number">{number(running)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
