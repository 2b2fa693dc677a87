/** The figures themselves, under the choice of a period: four numbers, charts each with its table, then what took how long. */
import { useMemo } from "preact/hooks";
import type { Figures } from "../../../client/figures/figures.ts";
import { GROUPS } from "../../../client/figures/share.ts";
import { sayCode } from "../../../words/codes.ts";
import { CATEGORY_NAMES, OUTCOME_NAMES, SOURCE_NAMES, STATE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { RESULT_NAMES } from "../../../words/judging.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Banner } from "../parts/notices.tsx";
import type { SignedIn } from "../vault/messages/vault.ts";
import { KeyNumbers } from "./key-numbers.tsx";
import { Months } from "./months.tsx";
import { Course, Times } from "./course.tsx";
import { useSafeCount } from "./safe-count.ts";
import { BarTable, MOST_ROWS, type NameOf, PartsTable, UnitsTable } from "./tables.tsx";
import type { Counted } from "./use-figures.ts";
import { FIGURES, GROUP_NAMES } from "./words.ts";

export type FiguresBodyProps = { readonly counted: Counted; readonly channels: SignedIn["channels"] };

/** Names of a table's codes; what is not known is said so. */
function useNames(): (names: Parameters<typeof sayCode>[1]) => NameOf {
  const { say } = useSpeech();
  return (names) => (key) => (key === undefined ? say(FIGURES.notKnown) : sayCode(say, names, key, UNKNOWN.code));
}

export function FiguresBody({ counted, channels }: FiguresBodyProps) {
  const { say, name } = useSpeech();
  const named = useNames();
  const { figures, earlier } = counted;
  const ways = useMemo(() => ({ ...SOURCE_NAMES, page: FIGURES.page }), []);
  const channelName = (id: string | undefined) =>
    name(channels.find((one) => one.id === id)?.names) || say(FIGURES.goneChannel);
  const unitName: NameOf = (key) => (key === undefined ? say(FIGURES.noUnit) : <bdi>{key}</bdi>);
  return (
    <>
      <KeyNumbers figures={figures} earlier={earlier} formula={counted.counting.formula} />
      {figures.unopened > 0 && (
        <Banner tone="plain" title={say(FIGURES.unopened, { n: figures.unopened })}>
          <p>{say(FIGURES.unopenedText)}</p>
        </Banner>
      )}
      {figures.received === 0 ? (
        <Banner tone="plain" title={say(FIGURES.empty)}>
          <p>{say(FIGURES.emptyHint)}</p>
        </Banner>
      ) : (
        <>
          <div class="figures-grid">
            <Months figures={figures} />
            <Times figures={figures} />
            <BarTable
              title={say(FIGURES.byCategory)}
              head={say(FIGURES.category)}
              counts={figures.categories.slice(0, MOST_ROWS)}
              nameOf={named(CATEGORY_NAMES)}
            />
            <PartsTable
              title={say(FIGURES.whereNow, { n: figures.received })}
              head={say(FIGURES.state)}
              parts={GROUPS.map((group) => ({ name: say(GROUP_NAMES[group]), n: figures.groups[group] }))}
            />
            {figures.groups.closed > 0 && (
              <BarTable
                title={say(FIGURES.outcomes, { n: figures.groups.closed })}
                head={say(FIGURES.outcome)}
                counts={figures.outcomes}
                nameOf={named(OUTCOME_NAMES)}
              />
            )}
            {figures.results.length > 0 && (
              <BarTable
                title={say(FIGURES.results)}
                head={say(FIGURES.result)}
                counts={figures.results}
                nameOf={named(RESULT_NAMES)}
              />
            )}
          </div>
          <UnitsTable
            title={say(FIGURES.byUnit)}
            head={say(FIGURES.unit)}
            parts={figures.units}
            nameOf={unitName}
            median={figures.conclusion.days}
          />
          {channels.length > 1 && (
            <UnitsTable
              title={say(FIGURES.byChannel)}
              head={say(FIGURES.channel)}
              parts={figures.channels}
              nameOf={channelName}
              median={figures.conclusion.days}
            />
          )}
        </>
      )}
      <div class="figures-grid">
        <Course figures={figures} today={counted.counting.today} />
        {figures.received > 0 && (
          <>
            <BarTable
              title={say(FIGURES.byState)}
              head={say(FIGURES.state)}
              counts={figures.states}
              nameOf={named(STATE_NAMES)}
            />
            <BarTable title={say(FIGURES.byWay)} head={say(FIGURES.way)} counts={figures.ways} nameOf={named(ways)} />
            <Reporters figures={figures} />
          </>
        )}
      </div>
    </>
  );
}

/** Counts alone, and none that would tell who. */
function Reporters({ figures }: { readonly figures: Figures }) {
  const { say, number } = useSpeech();
  const safeCount = useSafeCount(figures.received);
  const safe = (n: number) => {
    const said = safeCount(n);
    return typeof said === "number" ? number(said) : said;
  };
  return (
    <section class="figure">
      <h2>{say(FIGURES.about)}</h2>
      <table class="legend">
        <tbody>
          <tr>
            <th scope="row">{say(FIGURES.protection)}</th>
            <td class="number">{safe(figures.protection)}</td>
          </tr>
          <tr>
            <th scope="row">{say(FIGURES.returned)}</th>
            <td class="number">{safe(figures.returned)}</td>
          </tr>
        </tbody>
      </table>
      <p class="second">{say(FIGURES.returnedHint)}</p>
    </section>
  );
}
