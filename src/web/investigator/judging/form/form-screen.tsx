/** The frame of a form that stands beside the report, where conversation and rail were: never over the report itself. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Texts } from "../../../../words/text.ts";
import { Icon } from "../../parts/icons.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { CaseView } from "../../vault/messages/vault.ts";
import { FORM } from "../words.ts";
import { FormConflict } from "./form-conflict.tsx";
import { type FieldFault, type RecordField, faultsIn, idOf } from "./record-field.ts";
import { RecordFields } from "./record-fields.tsx";
import type { RecordForm } from "./use-record-form.ts";
import { Versions } from "./versions.tsx";

export type FormScreenProps<Content extends object> = {
  /** Names the controls on the page */
  readonly name: string;
  readonly title: Texts;
  readonly lead: Texts;
  readonly save: Texts;
  readonly form: RecordForm<Content>;
  readonly fields: readonly RecordField[];
  readonly view: CaseView;
  /** Told in the foot, beside the buttons */
  readonly sum?: ComponentChildren;
  /** What else stands in the way of saving, said in words */
  readonly refuse?: (content: Content) => Texts | undefined;
  /** What the form consists of, where it is more than its fields; `draw` draws some of them */
  readonly children?: (draw: DrawFields, faults: readonly FieldFault[]) => ComponentChildren;
};

type DrawFields = (fields: readonly RecordField[]) => ComponentChildren;

export function FormScreen<Content extends object>(props: FormScreenProps<Content>) {
  const { name, title, lead, save, form, fields, view, sum, refuse, children } = props;
  const { say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [conflicts, setConflicts] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const faults = tried ? faultsIn(fields, form.content) : [];
  const refused = tried ? refuse?.(form.content) : undefined;
  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    const [first] = faultsIn(fields, form.content);
    if (first !== undefined) return document.getElementById(idOf(name, first.field))?.focus();
    if (refuse?.(form.content) !== undefined) return;
    if (form.newer !== undefined) return setConflicts(true);
    form.save();
  };
  const draw: DrawFields = (some) => (
    <RecordFields
      form={name}
      fields={some}
      content={form.content}
      onContent={form.onContent}
      busy={form.writing.busy}
      faults={faults}
    />
  );
  const newer = form.newer;
  const asks = newer !== undefined && (conflicts || form.writing.newer !== undefined);
  return (
    <section class="form-screen" aria-labelledby={`${name}-title`} onKeyDown={closeOnEscape(form.close)}>
      <div class="form-head">
        <div>
          <h2 id={`${name}-title`} ref={heading} tabIndex={-1}>
            {say(title)}
          </h2>
          <p class="muted">{say(lead)}</p>
        </div>
        <button type="button" class="button" onClick={form.close}>
          {say(FORM.close)}
        </button>
      </div>
      {asks ? (
        <FormConflict key={newer.sequence} form={form} newer={newer} fields={fields} view={view} />
      ) : (
        <form ref={place} noValidate onSubmit={submit}>
          <div class="form-body">
            {form.writing.failure !== undefined && <FailureNotice failure={form.writing.failure} />}
            {form.newer !== undefined && (
              <p class="soon" role="status">
                <Icon name="warning" /> {say(FORM.newerHint)}
              </p>
            )}
            {children === undefined ? draw(fields) : children(draw, faults)}
            <Versions versions={form.versions} fields={fields} view={view} />
          </div>
          <div class="form-foot">
            <div class="sum">{sum}</div>
            <p class="soon" role="status">
              {faults.length > 0 && say(FORM.faults, { n: faults.length })}
              {refused !== undefined && say(refused)}
            </p>
            {form.changed && (
              <button type="button" class="button" onClick={form.drop}>
                {say(FORM.drop)}
              </button>
            )}
            <button type="submit" class="button primary" aria-disabled={form.writing.busy}>
              {say(form.writing.busy ? FORM.saving : save)}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

/** As Escape leads out of a case, it leads out of a form first: what was typed stays. */
function closeOnEscape(close: () => void) {
  return (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
    if (event.key !== "Escape" || isTyping || document.querySelector("dialog[open]") !== null) return;
    event.preventDefault();
    close();
  };
}
