/** A colleague saved another version: field by field both are there, and each is chosen or the two are joined. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useCopy } from "../../parts/copy.ts";
import { Icon } from "../../parts/icons.tsx";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { CaseView } from "../../vault/messages/vault.ts";
import { ConflictFields, type Taken } from "../../writing/conflict-fields.tsx";
import { WRITING } from "../../writing/words.ts";
import { FORM } from "../words.ts";
import { type RecordField, isSame, mergedValue, sayField, valueAt, withValue } from "./record-field.ts";
import type { RecordForm, StoredVersion } from "./use-record-form.ts";

export type FormConflictProps<Content extends object> = {
  readonly form: RecordForm<Content>;
  readonly newer: StoredVersion<Content>;
  readonly fields: readonly RecordField[];
  readonly view: CaseView;
};

export function FormConflict<Content extends object>({ form, newer, fields, view }: FormConflictProps<Content>) {
  const speech = useSpeech();
  const { say, day, name } = speech;
  const place = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState(form.content);
  const differing = fields.filter((field) => !isSame(field, own, newer.content));
  const [taken, setTaken] = useState<readonly Taken[]>(() =>
    differing.map((field) => takenAlready(field, form, newer)),
  );
  const [lacks, setLacks] = useState(false);
  const rows = differing.map((field) => ({
    name: say(field.name),
    own: sayField(field, own, speech),
    stored: sayField(field, newer.content, speech),
  }));
  const { copied, copy } = useCopy(rows.map((row) => `${row.name}\n${row.own}`).join("\n\n"));
  useEffect(() => place.current?.focus(), []);

  const take = (at: number, side: "own" | "stored") =>
    setTaken(differing.map((_, one) => (one === at ? side : taken[one])));
  const chosen = differing.filter((_, at) => taken[at] !== undefined).length;
  const save = () => {
    if (chosen < differing.length) return setLacks(true);
    const content = differing.reduce(
      (all, field, at) => withValue(all, field.path, valueAt(taken[at] === "own" ? own : newer.content, field.path)),
      newer.content,
    );
    form.settle(content);
  };
  const values = { name: name(view.names[newer.by]), day: day(newer.on), n: fields.length - differing.length };
  return (
    <div ref={place} class="conflict form-conflict" tabIndex={-1} role="group" aria-label={say(FORM.conflictTitle)}>
      <Banner tone="warn" title={say(FORM.conflictTitle)} urgent>
        <p>{say(FORM.conflictText, values)}</p>
      </Banner>
      {form.writing.failure !== undefined && <FailureNotice failure={form.writing.failure} />}
      <ConflictFields
        fields={rows}
        taken={taken}
        onTake={take}
        onMerge={(at) => {
          const field = differing[at];
          const merged = field && mergedValue(field, own, newer.content);
          if (field === undefined || merged === undefined) return undefined;
          return () => {
            // Joined, it is another text than either: still one's own until it is saved.
            setOwn(withValue(own, field.path, merged));
            take(at, "own");
          };
        }}
      />
      <p class="muted">{say(FORM.conflictKept)}</p>
      <div class="form-foot">
        <button type="button" class="button" onClick={copy}>
          <Icon name="copy" /> {say(WRITING.copy)}
        </button>
        <button type="button" class="button destructive" onClick={form.drop}>
          {say(FORM.conflictDrop)}
        </button>
        <span role="status">{copied !== undefined && say(copied ? WRITING.copied : WRITING.notCopied)}</span>
        <span class={`foot-end${lacks && chosen < differing.length ? " alarm" : ""}`} role="status">
          {say(FORM.conflictChosen, { chosen, n: differing.length })}
        </span>
        <button type="button" class="button primary" aria-disabled={form.writing.busy} onClick={save}>
          {say(form.writing.busy ? FORM.saving : FORM.conflictSave)}
        </button>
      </div>
    </div>
  );
}

/** What one alone has changed needs no decision, and is shown all the same. */
function takenAlready<Content extends object>(
  field: RecordField,
  { content, basis }: RecordForm<Content>,
  newer: StoredVersion<Content>,
): Taken {
  if (basis === undefined) return undefined;
  if (isSame(field, basis, newer.content)) return "own";
  return isSame(field, basis, content) ? "stored" : undefined;
}
