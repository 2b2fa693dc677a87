/** What a rule proposes, with its reason: taken by one press, or overruled with a sentence. Nothing happens by itself. */
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { namedIn } from "../../../../client/casework/suggestions.ts";
import type { RuleId } from "../../../../protocol/law/law.ts";
import type { Suggested } from "../../../../protocol/rules/suggestions.ts";
import { SUGGESTION_TEXTS } from "../../../../words/judging.ts";
import type { Texts } from "../../../../words/text.ts";
import { dueOn } from "../../../../protocol/rules/deadlines.ts";
import { Icon } from "../../parts/icons.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { useOffice } from "../../parts/office.ts";
import { useSpeech } from "../../../screen/speech.ts";
import { withForm } from "../../writing/drafts.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { useWriting } from "../../writing/use-writing.ts";
import { readersIn, suggestionsIn } from "../considered.ts";
import { withValue } from "../form/record-field.ts";
import { sheetForm } from "../fields/sheet-fields.ts";
import { newTaskId } from "../fields/task-fields.ts";
import { RuleNote } from "../../parts/rule-note.tsx";
import { PANEL } from "../words.ts";

/** What a suggestion says beside its article, and takes from a rule */
const RULES: Readonly<Partial<Record<Suggested["rule"], readonly RuleId[]>>> = {
  kpk: ["kpk-from"],
  gratification: ["gift-rites", "gift-colleague", "gift-colleague-year", "gift-report-within", "gift-incomplete-after"],
  "conflict-of-interest": ["uu30-conflict"],
};

const BUTTONS = {
  task: PANEL.makeTask,
  open: PANEL.openForm,
  recommendation: PANEL.intoSheet,
  profile: PANEL.intoProfile,
} as const satisfies Readonly<Record<Suggested["proposes"]["kind"], Texts>>;

export function Suggestions({ title, ...opened }: OpenedCaseProps & { readonly title?: ComponentChildren }) {
  const { view, member } = opened;
  const { kpkFromIDR } = useOffice().judging;
  // Each word of the report is looked at: not again for each letter that is typed beside it.
  const all = useMemo(() => suggestionsIn(view, member, kpkFromIDR), [view, member, kpkFromIDR]);
  if (!view.writable.notes) return null;
  if (all.length === 0) return null;
  return (
    <>
      {title}
      <ul class="suggestions">
        {all.map((one) => (
          <Suggestion key={one.rule} one={one} {...opened} />
        ))}
      </ul>
    </>
  );
}

function Suggestion({ one, ...opened }: OpenedCaseProps & { readonly one: Suggested }) {
  const { view, draft, onDraft, work } = opened;
  const { rule, proposes, source, law } = one;
  const speech = useSpeech();
  const { say, number, list, name } = speech;
  const { daysOff, judging } = useOffice();
  const { gratification } = judging;
  const key = `overrule-${rule}`;
  const typed = (draft.forms?.[key]?.content as { reason?: string } | undefined)?.reason;
  const overruling = useWriting(
    () => work.writeRecord({ kind: "overruling", rule, source, reason: typed ?? "" }),
    () => onDraft(withForm(draft, key, undefined)),
  );
  const taking = useWriting(
    async () => {
      if (proposes.kind !== "task") return { is: "stored" };
      const { days, unit } = proposes;
      return work.writeRecord({
        kind: "task",
        task: newTaskId(),
        after: 0,
        what: say(SUGGESTION_TEXTS[rule].what),
        who: null,
        until: days === 0 ? speech.today() : dueOn(speech.today(), { count: days, unit }, daysOff),
        from: "suggestion",
        of: rule,
      });
    },
    () => {},
  );
  const take = () => {
    if (proposes.kind === "task") return taking.submit();
    if (proposes.kind === "open") return onDraft({ form: proposes.form });
    if (proposes.kind === "profile")
      return onDraft({ form: undefined, telling: { kind: "profile", of: proposes.profile, due: "", text: "" } });
    const { versionsIn, fresh } = sheetForm(view.answers);
    const [stands] = versionsIn(view);
    const form = draft.forms?.["sheet"] ?? { after: stands?.sequence ?? 0, content: stands?.content ?? fresh };
    const recommendation = { action: proposes.action, reason: `${say(SUGGESTION_TEXTS[rule].why, values)} (${law})` };
    return onDraft({
      ...withForm(draft, "sheet", { ...form, content: withValue(form.content, ["recommendation"], recommendation) }),
      form: "sheet",
    });
  };
  const values = {
    names: list(namedIn(view.answers, readersIn(view)).map((id) => name(view.names[id]))),
    rites: number(gratification.ritesIDR),
    colleague: number(gratification.colleagueIDR),
    year: number(gratification.colleagueYearIDR),
    report: String(gratification.reportWithinDays),
    incomplete: String(gratification.incompleteAfterDays),
  };
  const failure = overruling.failure ?? taking.failure;
  return (
    <li class="suggestion">
      <p>
        <Icon name={proposes.kind === "task" ? "clock" : "info"} />{" "}
        <span>
          {say(SUGGESTION_TEXTS[rule].why, values)} <strong>{say(SUGGESTION_TEXTS[rule].what)}</strong>
          <span class="second">{law}</span>
        </span>
      </p>
      <RuleNote rules={RULES[rule] ?? []} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      {typed === undefined ? (
        <p class="actions">
          <button type="button" class="button" aria-disabled={taking.busy} onClick={take}>
            {say(BUTTONS[proposes.kind])}
          </button>
          <button
            type="button"
            class="link"
            aria-label={`${say(PANEL.overrule)}: ${say(SUGGESTION_TEXTS[rule].what)}`}
            onClick={() => onDraft(withForm(draft, key, { after: 0, content: { reason: "" } }))}
          >
            {say(PANEL.overrule)}
          </button>
        </p>
      ) : (
        <Overruling
          id={key}
          text={typed}
          busy={overruling.busy}
          onText={(reason) => onDraft(withForm(draft, key, { after: 0, content: { reason } }))}
          onSave={overruling.submit}
          onBack={() => onDraft(withForm(draft, key, undefined))}
        />
      )}
    </li>
  );
}

type OverrulingProps = {
  readonly id: string;
  readonly text: string;
  readonly busy: boolean;
  readonly onText: (text: string) => void;
  readonly onSave: () => void;
  readonly onBack: () => void;
};

/** Not a form of its own: it may stand inside the sheet's. */
function Overruling({ id, text, busy, onText, onSave, onBack }: OverrulingProps) {
  const { say } = useSpeech();
  const isEmpty = text.trim() === "";
  const save = () => {
    if (!isEmpty) onSave();
  };
  return (
    <div class="field">
      <label for={id}>{say(PANEL.overruleWhy)}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={2_000}
        value={text}
        readOnly={busy}
        ref={focusOnce}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          save();
        }}
      />
      <p class="actions">
        <button type="button" class="button" aria-disabled={isEmpty || busy} onClick={save}>
          {say(PANEL.overruleSave)}
        </button>
        <button type="button" class="link" onClick={onBack}>
          {say(PANEL.back)}
        </button>
      </p>
    </div>
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  if (field !== null && field.value === "" && document.activeElement !== field) field.focus();
}
