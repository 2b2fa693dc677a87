/** Why the list marks this case: each mark with its reason and the words that it rests on. */
import { isIn } from "../../../protocol/rules/casework.ts";
import { LIMITS } from "../../../protocol/rules/suggestions.ts";
import type { Mark } from "../../../protocol/urgency/marks.ts";
import { amountText } from "../../../words/codes.ts";
import { FIELD_NAMES } from "../../../words/glossary.ts";
import { MARKS_TITLE, MARK_NAMES, MARK_REASONS } from "../../../words/marks.ts";
import { MARK_ICONS } from "../list/case-cells.tsx";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseView } from "../vault/messages/vault.ts";

export function Urgency({ view }: { readonly view: Pick<CaseView, "marks" | "amount" | "row" | "state"> }) {
  const speech = useSpeech();
  const { say } = speech;
  const { marks, amount, row, state } = view;
  if (isIn("ended", state)) return null;
  const isDanger = row.digest?.protection === "now";
  const isLarge = amount !== undefined && amount.amountIDR >= LIMITS.kpkFromIDR;
  if (marks.length === 0 && !isDanger && !isLarge) return null;
  const reason = (mark: Mark, values = {}) => (
    <>
      <Icon name={MARK_ICONS[mark]} />
      <div>
        <strong>{say(MARK_NAMES[mark])}</strong>
        <p>{say(MARK_REASONS[mark], values)}</p>
      </div>
    </>
  );
  return (
    <section class="urgency" aria-labelledby="urgency-title">
      <h2 id="urgency-title">{say(MARKS_TITLE.title)}</h2>
      <ul>
        {isDanger && <li class="rank-4">{reason("danger")}</li>}
        {marks.map(({ mark, quote, field, source }) => (
          <li key={mark}>
            <Icon name={MARK_ICONS[mark]} />
            <div>
              <strong>{say(MARK_NAMES[mark])}</strong>
              <p>{say(MARK_REASONS[mark])}</p>
              {quote !== undefined && (
                <p class="muted typed" dir="auto">
                  {field === "message"
                    ? say(MARKS_TITLE.inMessage, { n: source, quote })
                    : say(MARKS_TITLE.inField, { field: say(FIELD_NAMES[field]), quote })}
                </p>
              )}
            </div>
          </li>
        ))}
        {isLarge && <li>{reason("amount", { amount: `Rp${amountText(amount.amountIDR, speech)}` })}</li>}
      </ul>
      <p class="hint">{say(MARKS_TITLE.hint)}</p>
    </section>
  );
}
