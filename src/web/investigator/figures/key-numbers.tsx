/** The four numbers that an office is asked for first. */
import type { Figures } from "../../../client/figures/figures.ts";
import { SHARE_FORMULAS } from "../../../protocol/law/counting.ts";
import { ruleOf } from "../../../protocol/law/law.ts";
import { useSpeech } from "../../screen/speech.ts";
import { useOffice } from "../parts/office.ts";
import { periodName } from "./period-words.ts";
import type { Counted } from "./use-figures.ts";
import { FIGURES, FORMULA_NAMES } from "./words.ts";

type KeyNumbersProps = {
  readonly figures: Figures;
  readonly earlier: Counted["earlier"];
  readonly formula: string;
};

export function KeyNumbers({ figures, earlier, formula }: KeyNumbersProps) {
  const speech = useSpeech();
  const { say, number } = speech;
  const percent = usePercent();
  const { received, followedUp, conclusion, promises } = figures;
  const first = promises.find(({ kind }) => kind === "first-answer");
  const due = (first?.kept ?? 0) + (first?.missed ?? 0);
  const known = SHARE_FORMULAS.find((one) => one === formula) ?? SHARE_FORMULAS[0];
  return (
    <dl class="key-numbers">
      <Fact value={number(received)}>
        {say(FIGURES.received, { before: periodName(earlier.period, speech), n: earlier.received })}
      </Fact>
      <Fact value={due === 0 ? "–" : number(first?.kept ?? 0)} share={percent(first?.kept ?? 0, due)}>
        {due === 0 ? say(FIGURES.answeredNone) : say(FIGURES.answered, { of: number(due) })}
      </Fact>
      <Fact value={followedUp.of === 0 ? "–" : number(followedUp.done)} share={percent(followedUp.done, followedUp.of)}>
        {followedUp.of === 0
          ? say(FIGURES.followedUpNone)
          : say(FIGURES.followedUp, { of: number(followedUp.of), formula: say(FORMULA_NAMES[known]) })}
      </Fact>
      <Fact value={conclusion.days === undefined ? "–" : number(conclusion.days)}>
        {say(conclusion.days === undefined ? FIGURES.conclusionNone : FIGURES.conclusion)}
      </Fact>
    </dl>
  );
}

function Fact({
  value,
  share,
  children,
}: {
  readonly value: string;
  readonly share?: string;
  readonly children: string;
}) {
  return (
    <div>
      <dt>{children}</dt>
      <dd>
        <strong>{value}</strong>
        {share !== undefined && <span class="muted">{share}</span>}
      </dd>
    </div>
  );
}

/** "67 %" of enough cases; of few a percentage says more than there is. */
export function usePercent(): (part: number, whole: number) => string {
  const { language } = useSpeech();
  const { law } = useOffice();
  const from = ruleOf("publish-share-from", law).value;
  const format = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  return (part, whole) => (whole < from ? "" : format.format(part / whole));
}
