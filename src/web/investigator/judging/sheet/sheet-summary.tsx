/** The sheet in the rail: the total, each number, the recommendation, and what a second member says of it. */
import { useState } from "preact/hooks";
import { awaitsSecond } from "../../../../client/casework/sheets.ts";
import { HIGHEST_SCORE, HIGHEST_TOTAL, SCORES } from "../../../../protocol/rules/triage.ts";
import { sayCode } from "../../../../words/codes.ts";
import { CATEGORY_NAMES, UNKNOWN } from "../../../../words/glossary.ts";
import { RECOMMENDATION_NAMES, SCORE_NAMES } from "../../../../words/judging.ts";
import { Icon } from "../../parts/icons.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { useOffice } from "../../parts/office.ts";
import { useSpeech } from "../../../screen/speech.ts";
import { withForm } from "../../writing/drafts.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { useWriting } from "../../writing/use-writing.ts";
import { SHEET } from "../words.ts";

const OPINION = "sheet-opinion";

export function SheetSummary(opened: OpenedCaseProps) {
  const { view, onDraft } = opened;
  const { say, day, name } = useSpeech();
  const sheet = view.casework.sheets.now;
  const { secondFromTotal } = useOffice().judging;
  const open = (
    <button type="button" class="link" onClick={() => onDraft({ form: "sheet" })}>
      {say(sheet === undefined ? SHEET.begin : SHEET.change)}
    </button>
  );
  if (sheet === undefined)
    return (
      <div class="rail-head">
        <h2>{say(SHEET.railTitleNone)}</h2>
        {view.writable.notes && open}
      </div>
    );
  const { content, total, opinions } = sheet;
  const { action } = content.recommendation;
  return (
    <>
      <div class="rail-head">
        <h2>{say(SHEET.railTitle, { total: String(total), most: String(HIGHEST_TOTAL) })}</h2>
        {open}
      </div>
      <dl>
        {SCORES.map((code) => (
          <div key={code}>
            <dt>{say(SCORE_NAMES[code])}</dt>
            <dd class="bars">
              <Bars score={content.scores[code].score} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{say(SHEET.category)}</dt>
          <dd>{sayCode(say, CATEGORY_NAMES, content.category, UNKNOWN.code)}</dd>
        </div>
        {action !== null && (
          <div>
            <dt>{say(SHEET.recommendation)}</dt>
            <dd>{sayCode(say, RECOMMENDATION_NAMES, action, UNKNOWN.code)}</dd>
          </div>
        )}
      </dl>
      <p class="second">{say(SHEET.writtenBy, { name: name(view.names[sheet.by]), day: day(sheet.on) })}</p>
      {opinions.map((opinion) => (
        <p key={opinion.by} class={opinion.agrees ? undefined : "soon"}>
          <Icon name={opinion.agrees ? "check" : "warning"} />{" "}
          {say(opinion.agrees ? SHEET.agreedBy : SHEET.disagreedBy, {
            name: name(view.names[opinion.by]),
            day: day(opinion.on),
          })}
          {opinion.text !== "" && (
            <span class="second typed" dir="auto">
              {opinion.text}
            </span>
          )}
        </p>
      ))}
      {awaitsSecond(sheet, secondFromTotal) && <Second {...opened} sequence={sheet.sequence} by={sheet.by} />}
    </>
  );
}

function Bars({ score }: { readonly score: number | null }) {
  const { say } = useSpeech();
  if (score === null) return <span class="muted">{say(SHEET.notScored)}</span>;
  return (
    <>
      <span class="boxes" aria-hidden="true">
        {Array.from({ length: HIGHEST_SCORE }, (_, at) => (
          <i key={at} class={at < score ? "full" : undefined} />
        ))}
      </span>{" "}
      <strong>{score}</strong>
    </>
  );
}

/** Two people look at what is high: never its author alone. */
function Second({
  view,
  member,
  draft,
  onDraft,
  work,
  sequence,
  by,
}: OpenedCaseProps & { readonly sequence: number; readonly by: string }) {
  const { say } = useSpeech();
  const [agrees, setAgrees] = useState(true);
  const typed = (draft.forms?.[OPINION]?.content as { text?: string } | undefined)?.text;
  const writing = useWriting(
    () =>
      work.writeRecord(
        { kind: "sheet-agreement", sheet: sequence, agrees, text: agrees ? "" : (typed ?? "") },
        ({ casework }) => casework.sheets.now?.sequence === sequence,
      ),
    () => onDraft(withForm(draft, OPINION, undefined)),
  );
  if (by === member.memberId || !view.writable.notes)
    return (
      <p class="soon">
        <Icon name="clock" /> {say(SHEET.waitsForSecond)}
      </p>
    );
  const isOpen = typed !== undefined;
  return (
    <form
      class="rail-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (agrees || (typed ?? "").trim() !== "") writing.submit();
      }}
    >
      <p class="soon">
        <Icon name="clock" /> {say(SHEET.needsYou)}
      </p>
      {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
      {writing.newer !== undefined && <p class="soon">{say(SHEET.changedMeanwhile)}</p>}
      {isOpen && (
        <div class="field">
          <label for={OPINION}>{say(SHEET.whyNot)}</label>
          <textarea
            id={OPINION}
            rows={2}
            dir="auto"
            autocomplete="off"
            required
            value={typed}
            onInput={({ currentTarget }) =>
              onDraft(withForm(draft, OPINION, { after: sequence, content: { text: currentTarget.value } }))
            }
          />
        </div>
      )}
      <p class="actions">
        {!isOpen && (
          <button type="submit" class="button go" aria-disabled={writing.busy} onClick={() => setAgrees(true)}>
            {say(SHEET.agree)}
          </button>
        )}
        <button
          type={isOpen ? "submit" : "button"}
          class="button"
          onClick={() => {
            setAgrees(false);
            if (!isOpen) onDraft(withForm(draft, OPINION, { after: sequence, content: { text: "" } }));
          }}
        >
          {say(SHEET.disagree)}
        </button>
        {isOpen && (
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              setAgrees(true);
              onDraft(withForm(draft, OPINION, undefined));
            }}
          >
            {say(SHEET.back)}
          </button>
        )}
      </p>
    </form>
  );
}
