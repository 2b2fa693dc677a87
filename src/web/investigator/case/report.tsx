/** The report, in the reporter's own words: text as text, with its own direction and its line breaks. */
import { FIELD_NAMES } from "../../../words/glossary.ts";
import { FIELDS, FIELD_CODES, type Field } from "../../../protocol/rules/report-fields.ts";
import { goTo } from "../files/file-list.ts";
import { FILES_ANCHOR, countFiles } from "../files/table/file-table.tsx";
import { amountText } from "../../../words/codes.ts";
import { UnknownFields } from "../parts/unknown-fields.tsx";
import { Icon } from "../parts/icons.tsx";
import type { Speech } from "../../../words/speech.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseView } from "../vault/messages/vault.ts";
import { CASE } from "./words.ts";
import { FILES } from "../files/words.ts";

/** What the head of the case does not say. Evidence comes last: the files follow below. */
const SHOWN = FIELD_CODES.filter(
  (field) => FIELDS[field].inSummary === undefined && field !== "language" && field !== "evidence",
).concat("evidence");

export function Report({ view }: { readonly view: CaseView }) {
  const { answers } = view;
  const speech = useSpeech();
  const { say } = speech;
  const files = countFiles(view);
  const texts = SHOWN.map((field) => [field, textOf(field, answers, speech)] as const);
  const empty = texts.filter(([, text]) => text === "").map(([field]) => say(FIELD_NAMES[field]).toLowerCase());
  return (
    <section class="report" aria-labelledby="report-title">
      <div class="part-head">
        <h2 id="report-title">{say(CASE.report)}</h2>
        {files > 0 && (
          <button type="button" class="link" onClick={() => goTo(FILES_ANCHOR)}>
            {say(FILES.title, { n: files })}
          </button>
        )}
      </div>
      <p class="own-words">
        <Icon name="info" /> {say(CASE.ownWords)}
      </p>
      {texts.map(
        ([field, text]) =>
          text !== "" && (
            <div key={field}>
              <h3>{say(FIELD_NAMES[field])}</h3>
              <p class="typed" dir="auto" lang={typeof answers[field] === "string" ? answers.language : undefined}>
                {text}
              </p>
            </div>
          ),
      )}
      <UnknownFields fields={view.unknown} />
      {empty.length > 0 && <p class="muted">{say(CASE.notAnswered, { fields: empty.join(", ") })}</p>}
    </section>
  );
}

function textOf(field: Field, answers: CaseView["answers"], speech: Speech): string {
  const answer = answers[field];
  if (typeof answer === "string") return answer.trim() === "" ? "" : answer;
  return answer === null ? "" : speech.say(CASE.amount, { amount: amountText(answer, speech) });
}
