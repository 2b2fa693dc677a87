/** Items of the worksheet: what is whole, what is missing; and how far the SPBE indicator can be shown. */
import type { ProvedItem } from "../../../client/evaluation/proofs.ts";
import { type Claim, levelOf } from "../../../client/evaluation/spbe.ts";
import type { RuleId } from "../../../protocol/law/law.ts";
import { Icon } from "../parts/icons.tsx";
import { RuleNote } from "../parts/rule-note.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { CLAIM_NAMES } from "../figures/words.ts";
import { EVALUATING, EVIDENCE_NAMES, ITEM_NAMES, PART_NAMES, STANDING_NAMES } from "./words.ts";

export function ItemTable({ items }: { readonly items: readonly ProvedItem[] }) {
  const { say, list } = useSpeech();
  const named = ({ lacks }: ProvedItem) =>
    lacks.map((lack) => {
      if ("part" in lack) return say(PART_NAMES[lack.part]);
      return "evidence" in lack ? say(EVIDENCE_NAMES[lack.evidence]) : say(EVALUATING.noEvaluation);
    });
  const rules = [...new Set<RuleId>(items.map(({ item }) => item.rule))];
  return (
    <section class="figure" aria-labelledby="items-title">
      <h2 id="items-title">{say(EVALUATING.items)}</h2>
      <p class="hint">{say(EVALUATING.itemsLead)}</p>
      <table class="items ruled">
        <tbody>
          {items.map((one) => (
            <tr key={one.item.id}>
              <th scope="row">
                {one.name}
                <span class="second">{say(ITEM_NAMES[one.item.id])}</span>
              </th>
              <td>
                {one.lacks.length === 0 ? (
                  <>
                    <Icon name="check" /> {say(EVALUATING.whole)}
                  </>
                ) : (
                  <>
                    <Icon name="hourglass" /> {say(EVALUATING.lacking, { what: list(named(one)) })}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RuleNote rules={rules} />
    </section>
  );
}

export function Levels({ claims }: { readonly claims: readonly Claim[] }) {
  const { say } = useSpeech();
  const level = levelOf(claims);
  return (
    <section class="figure" aria-labelledby="levels-title">
      <h2 id="levels-title">{say(EVALUATING.levels)}</h2>
      <p class="hint">
        {level === undefined ? say(EVALUATING.levelNone) : say(EVALUATING.levelReached, { level: String(level) })}
      </p>
      <table class="items ruled">
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id}>
              <th scope="row">
                {say(CLAIM_NAMES[claim.id])}
                <span class="second">{say(EVALUATING.level, { level: String(claim.level) })}</span>
              </th>
              <td>
                <Icon name={claim.standing === "missing" ? "hourglass" : "check"} />{" "}
                {say(STANDING_NAMES[claim.standing])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RuleNote rules={["spbe-level-3", "spbe-level-4", "spbe-level-5"]} />
    </section>
  );
}
