/** All rules that screens rest on, by subject: what each says, where it stands, who has read it when; a lead changes them. */
import { useEffect, useState } from "preact/hooks";
import { AMOUNTS } from "../../../protocol/law/amounts.ts";
import { COUNTING } from "../../../protocol/law/counting.ts";
import { EVIDENCE } from "../../../protocol/law/evidence.ts";
import { INTEGRITY_ZONE } from "../../../protocol/law/integrity-zone.ts";
import { type RuleId, ruleOf } from "../../../protocol/law/law.ts";
import { type OfficeRules, officeRulesOf } from "../../../protocol/law/office-rules.ts";
import { doubtOf } from "../../../protocol/law/rule.ts";
import { TIME_LIMITS } from "../../../protocol/law/time-limits.ts";
import { TRIAGE_RULES } from "../../../protocol/law/triage-rules.ts";
import { monthIn } from "../../../words/speech.ts";
import { useSpeech } from "../../screen/speech.ts";
import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icons.tsx";
import { Banner } from "../parts/notices.tsx";
import type { LawView } from "../vault/messages/law.ts";
import type { Ask } from "../vault/vault-client.ts";
import { RuleForm } from "./rule-form.tsx";
import { useValueText } from "./value-text.ts";
import { DOUBTS, LAW_ALARMS, LAW_GROUPS, LAW_WORDS, MARK_NAMES, RULE_NAMES } from "./words.ts";

export type LawDialogProps = {
  readonly ask: Ask;
  /** Undefined until it has arrived: then nothing can be changed yet */
  readonly view: LawView | undefined;
  readonly mayChange: boolean;
  readonly onView: (view: LawView) => void;
  readonly onClose: () => void;
};

const GROUPS = [
  ["limits", Object.keys(TIME_LIMITS)],
  ["amounts", [...Object.keys(AMOUNTS), ...Object.keys(TRIAGE_RULES)]],
  ["evidence", Object.keys(EVIDENCE)],
  ["counting", Object.keys(COUNTING)],
  ["zone", Object.keys(INTEGRITY_ZONE)],
] as const;

export function LawDialog({ ask, view, mayChange, onView, onClose }: LawDialogProps) {
  const { say, name } = useSpeech();
  const [open, setOpen] = useState<RuleId | undefined>(undefined);
  const [saved, setSaved] = useState<RuleId | undefined>(undefined);
  const [isAnew, setIsAnew] = useState(false);
  // Screens go on with what was read at sign-in; whoever looks at the rules is told of a newer version that is kept back.
  useEffect(() => void ask("readLaw", { byTrail: true }).then(onView, () => {}), [ask]);
  const isAltered = view?.alarm === "altered";
  const own = view === undefined || isAltered ? {} : officeRulesOf(view.rules);
  const writable =
    mayChange && view !== undefined && (view.alarm === undefined || (view.alarm === "unreadable" && isAnew));
  return (
    <Dialog title={say(LAW_WORDS.title)} look="law-dialog" fills onClose={onClose}>
      <p>{say(LAW_WORDS.lead)}</p>
      <p class="second">
        {say(LAW_WORDS.who)}{" "}
        {view !== undefined &&
          (view.version === 0
            ? say(LAW_WORDS.noVersion)
            : say(LAW_WORDS.version, { n: view.version, who: name(view.author) || "–" }))}
      </p>
      {view?.alarm !== undefined && (
        <Banner tone="danger" title={say(LAW_ALARMS[view.alarm])} urgent>
          {view.alarm === "unreadable" && (
            <p>
              {view.read === undefined
                ? say(LAW_WORDS.asProgram)
                : say(LAW_WORDS.asVersion, { version: String(view.read) })}
            </p>
          )}
          {mayChange && view.alarm === "unreadable" && (
            <label class="tick">
              <input
                type="checkbox"
                checked={isAnew}
                onChange={({ currentTarget }) => setIsAnew(currentTarget.checked)}
              />
              {view.read === undefined ? say(LAW_WORDS.anew) : say(LAW_WORDS.anewFrom, { version: String(view.read) })}
            </label>
          )}
        </Banner>
      )}
      <p role="status">{saved !== undefined && say(LAW_WORDS.saved, { rule: say(RULE_NAMES[saved]) })}</p>
      {GROUPS.map(([group, ids]) => (
        <section key={group}>
          <h3>{say(LAW_GROUPS[group])}</h3>
          <ul class="rules">
            {(ids as readonly RuleId[]).map((id) => (
              <li key={id}>
                <RuleRow id={id} own={own} />
                {writable && open === undefined && (
                  <button
                    type="button"
                    class="link"
                    aria-label={say(LAW_WORDS.confirmOf, { rule: say(RULE_NAMES[id]) })}
                    onClick={() => setOpen(id)}
                  >
                    {say(LAW_WORDS.confirm)}
                  </button>
                )}
                {mayChange && view !== undefined && open === id && (
                  <RuleForm
                    id={id}
                    ask={ask}
                    view={view}
                    isAnew={isAnew}
                    onView={onView}
                    onSaved={(newer) => {
                      onView(newer);
                      setSaved(id);
                      setOpen(undefined);
                    }}
                    onBack={() => setOpen(undefined)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="actions">
        <CloseButton onClose={onClose} />
      </p>
    </Dialog>
  );
}

function RuleRow({ id, own }: { readonly id: RuleId; readonly own: OfficeRules }) {
  const { say, today, day, language } = useSpeech();
  const valueText = useValueText();
  const rule = ruleOf(id, own);
  const doubt = doubtOf(rule, today());
  const read = rule.readOn.length > "2026-11".length ? day(rule.readOn) : monthIn(rule.readOn, language);
  return (
    <dl>
      <div>
        <dt>{say(RULE_NAMES[id])}</dt>
        <dd>
          <strong>{valueText(id, rule)}</strong>
        </dd>
      </div>
      <div class="second">
        <dt>
          <bdi>{rule.source}</bdi>
        </dt>
        <dd>
          {doubt !== undefined && <Icon name="info" />}{" "}
          {[
            rule.isOwn ? say(LAW_WORDS.own) : say(doubt === undefined ? MARK_NAMES[rule.mark] : DOUBTS[doubt]),
            rule.isOwn && doubt !== undefined ? say(DOUBTS[doubt]) : "",
            `${say(LAW_WORDS.read)} ${read}`,
            rule.until === null ? "" : say(LAW_WORDS.until, { day: day(rule.until) }),
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </dd>
      </div>
    </dl>
  );
}
