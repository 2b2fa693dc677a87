/** A complaint about a service, on its short path: answered, and handed on with a text that identifies nobody. */
import { copiedFrom, identifiersIn } from "../../../../client/casework/own-words.ts";
import type { RecordContent } from "../../../../protocol/records.ts";
import { COMPLAINT_PROFILE } from "../../../../protocol/rules/suggestions.ts";
import { RECEIVER_NAMES } from "../../../../words/judging.ts";
import { Banner } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { CaseView } from "../../vault/messages/vault.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { FormScreen } from "../form/form-screen.tsx";
import type { RecordField } from "../form/record-field.ts";
import { type RecordFormOf, useRecordForm } from "../form/use-record-form.ts";
import { profileIn } from "../considered.ts";
import { COMPLAINT, PANEL } from "../words.ts";

type ComplaintContent = Omit<Extract<RecordContent, { kind: "complaint" }>, "kind" | "after">;
type HandedOn = NonNullable<ComplaintContent["handedOn"]>;
/** In the form handing on is a list of one at most. */
type ComplaintForm = Omit<ComplaintContent, "handedOn"> & { readonly handed: readonly HandedOn[] };

const FIELDS: readonly RecordField[] = [
  { kind: "line", path: ["service"], name: COMPLAINT.service },
  { kind: "line", path: ["unit"], name: COMPLAINT.unit },
  { kind: "text", path: ["answer"], name: COMPLAINT.answer, hint: COMPLAINT.answerHint },
  {
    kind: "rows",
    path: ["handed"],
    name: COMPLAINT.handedOn,
    add: COMPLAINT.handOn,
    most: 1,
    fresh: { to: "sp4n", text: "", on: null, reference: "" },
    of: [
      { kind: "choice", path: ["to"], name: COMPLAINT.to, names: RECEIVER_NAMES },
      { kind: "text", path: ["text"], name: COMPLAINT.text, hint: COMPLAINT.textHint, required: true },
      { kind: "day", path: ["on"], name: COMPLAINT.on },
      { kind: "line", path: ["reference"], name: COMPLAINT.reference },
    ],
  },
  { kind: "tick", path: ["done"], name: COMPLAINT.done },
];

function complaintForm({ answers }: CaseView): RecordFormOf<ComplaintForm> {
  return {
    name: "complaint",
    versionsIn: ({ casework: { complaint } }) =>
      [complaint.now, ...complaint.earlier].flatMap((version) => {
        if (version === undefined) return [];
        const { service, unit, answer, handedOn, done } = version.content as unknown as ComplaintContent;
        return [{ ...version, content: { service, unit, answer, handed: handedOn === null ? [] : [handedOn], done } }];
      }),
    fresh: { service: "", unit: answers.unitName.slice(0, 120), answer: "", handed: [], done: false },
    recordOf: ({ service, unit, answer, handed, done }, after) => ({
      kind: "complaint",
      after,
      service,
      unit,
      answer,
      handedOn: handed[0] ?? null,
      done,
    }),
  };
}

/** Everything that the reporter wrote, but for the unit: that has a name of its own. */
function reportersWords({ answers, conversation }: Pick<CaseView, "answers" | "conversation">): string[] {
  const { title, what, where, when, who, how, evidence } = answers;
  const said = conversation.flatMap(({ direction, message }) =>
    direction === "reporter" && message !== undefined && "text" in message ? [message.text] : [],
  );
  return [title, what, where, when, who, how, evidence, ...said];
}

export function ComplaintScreen(opened: OpenedCaseProps) {
  const { view, member, onDraft } = opened;
  const { say, list } = useSpeech();
  const form = useRecordForm(opened, complaintForm(view));
  const leaves = ({ handed }: ComplaintForm) => handed.map(({ text }) => text).join("\n");
  const copied = copiedFrom(reportersWords(view), leaves(form.content));
  const identifying = identifiersIn(leaves(form.content));
  return (
    <FormScreen
      name="complaint"
      title={COMPLAINT.title}
      lead={COMPLAINT.lead}
      save={COMPLAINT.save}
      form={form}
      fields={FIELDS}
      view={view}
      refuse={(content) => {
        if (view.earlier > 0 && content.handed.length > 0) return COMPLAINT.unread;
        if (copiedFrom(reportersWords(view), leaves(content)).length > 0) return COMPLAINT.copied;
        return identifiersIn(leaves(content)).length > 0 ? COMPLAINT.identifying : undefined;
      }}
    >
      {(draw) => (
        <>
          <p class="muted">
            {say(COMPLAINT.profile)}{" "}
            {profileIn(view, member) !== COMPLAINT_PROFILE && (
              <button
                type="button"
                class="link"
                onClick={() =>
                  onDraft({ form: undefined, telling: { kind: "profile", of: COMPLAINT_PROFILE, due: "", text: "" } })
                }
              >
                {say(PANEL.intoProfile)}
              </button>
            )}
          </p>
          {draw(FIELDS)}
          {copied.length > 0 && (
            <Banner tone="danger" title={say(COMPLAINT.copied)}>
              <ul>
                {copied.map((passage) => (
                  <li key={passage} class="typed" dir="auto">
                    <q>{passage}</q>
                  </li>
                ))}
              </ul>
            </Banner>
          )}
          {identifying.length > 0 && (
            <Banner tone="danger" title={say(COMPLAINT.identifying)}>
              <p>{list(identifying)}</p>
            </Banner>
          )}
        </>
      )}
    </FormScreen>
  );
}
