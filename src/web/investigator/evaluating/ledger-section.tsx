/** The office's ledger at the desk: four lists, each entry changed in its place. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { EntryChange, LedgerList } from "../../../client/evaluation/ledger.ts";
import type { Worksheet } from "../../../client/evaluation/worksheet.ts";
import { Icon } from "../parts/icons.tsx";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../vault/vault-client.ts";
import type { LedgerView } from "../vault/messages/evaluation.ts";
import { type Draft, withForm } from "../writing/drafts.ts";
import { EntryFacts } from "./entry-facts.tsx";
import { type Editing, EntryForm } from "./entry-form.tsx";
import { LISTS, newEntry } from "./ledger-fields.ts";
import { EVALUATING, LEDGER_ALARMS } from "./words.ts";

export type LedgerSectionProps = {
  readonly ask: Ask;
  readonly view: LedgerView;
  readonly worksheet: Worksheet;
  /** "2026-Q4", or empty */
  readonly period: string;
  readonly draft: Draft;
  readonly onDraft: (change: Partial<Draft>) => void;
  readonly onView: (view: LedgerView) => void;
};

/** The form's name among the drafts */
const FORM = "ledger";

type Entry = { readonly id: string };

export function LedgerSection({ ask, view, worksheet, period, draft, onDraft, onView }: LedgerSectionProps) {
  const { say, name, today } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const editing = draft.forms?.[FORM]?.content as Editing | undefined;
  const edit = (next: Editing | undefined) => onDraft(withForm(draft, FORM, next && { after: 0, content: next }));
  const begin = (next: Editing): void => {
    setFailure(undefined);
    edit(next);
  };
  const entriesOf = (list: LedgerList): readonly Entry[] => view.ledger[list];
  const [isAnew, setIsAnew] = useState(false);
  const isWritable = view.alarm === undefined || (view.alarm === "unreadable" && isAnew);
  // Whoever leaves a form by keys goes on where it stood.
  const last = useRef<LedgerList | undefined>(undefined);
  useEffect(() => {
    if (editing === undefined && last.current !== undefined)
      document.querySelector<HTMLElement>(`[data-adds=${last.current}]`)?.focus();
    last.current = editing?.list;
  }, [editing?.list]);

  const put = async ({ list, before, after }: Editing, isRemoved: boolean): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const change = { list, before, after: isRemoved ? undefined : after } as EntryChange;
    try {
      onView(await ask("changeLedger", { ...change, isAnew }));
      edit(undefined);
    } catch (error) {
      const failed = pageFailureOf(error);
      const isChanged = failed.kind === "refusal" && failed.code === "changed";
      if (isChanged) await showNewer(list, after);
      else setFailure(failed);
    }
    setBusy(false);
  };
  const showNewer = async (list: LedgerList, after: object): Promise<void> => {
    try {
      const newest = await ask("readEvaluation", {});
      onView(newest);
      const standing = (newest.ledger[list] as readonly Entry[]).find(({ id }) => id === (after as Entry).id);
      edit({ list, before: standing, after, isNewer: true });
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
  };
  const form = (shown: Editing) => (
    <EntryForm
      editing={shown}
      onChange={(after) => edit({ ...shown, after })}
      busy={busy}
      failure={failure}
      onSave={() => void put(shown, false)}
      onRemove={() => void put(shown, true)}
      onBack={() => edit(undefined)}
    />
  );

  return (
    <section class="office-ledger" aria-labelledby="ledger-title">
      <h2 id="ledger-title">{say(EVALUATING.ledger)}</h2>
      <p class="hint">{say(EVALUATING.ledgerLead)}</p>
      <p class="second">
        {view.version === 0
          ? say(EVALUATING.noVersion)
          : say(EVALUATING.version, { version: String(view.version), name: name(view.author) })}
      </p>
      {view.alarm !== undefined && (
        <Banner tone="danger" title={say(LEDGER_ALARMS[view.alarm])} urgent>
          {view.alarm === "unreadable" && (
            <label class="tick">
              <input
                type="checkbox"
                checked={isAnew}
                onChange={({ currentTarget }) => setIsAnew(currentTarget.checked)}
              />
              {view.read === undefined
                ? say(EVALUATING.anew)
                : say(EVALUATING.anewFrom, { version: String(view.read) })}
            </label>
          )}
        </Banner>
      )}
      <div class="ledger-lists">
        {LISTS.map((list) => {
          const shown = worksheet[list] as readonly Entry[];
          const others = entriesOf(list).length - shown.length;
          const isNew = editing?.list === list && !shown.some(({ id }) => id === (editing.after as Entry).id);
          return (
            <section key={list} aria-labelledby={`ledger-${list}-title`}>
              <h3 id={`ledger-${list}-title`}>{say(EVALUATING[list])}</h3>
              {shown.length === 0 && <p class="muted">{say(EVALUATING.none)}</p>}
              <ul class="entries">
                {shown.map((entry) => (
                  <li key={entry.id}>
                    {editing?.list === list && (editing.after as Entry).id === entry.id ? (
                      form(editing)
                    ) : (
                      <>
                        <EntryFacts list={list} entry={entry} />
                        {isWritable && editing === undefined && (
                          <button
                            type="button"
                            class="button quiet"
                            onClick={() => begin({ list, before: entry, after: entry })}
                          >
                            <Icon name="pencil" /> {say(EVALUATING.change)}
                          </button>
                        )}
                      </>
                    )}
                  </li>
                ))}
              </ul>
              {others > 0 && <p class="second">{say(EVALUATING.later, { n: others })}</p>}
              {isNew && form(editing)}
              {isWritable && editing === undefined && (
                <p class="actions">
                  <button
                    type="button"
                    class="button"
                    data-adds={list}
                    aria-label={`${say(EVALUATING.add)}: ${say(EVALUATING[list])}`}
                    onClick={() => begin({ list, before: undefined, after: newEntry(list, today(), period) })}
                  >
                    <Icon name="plus" /> {say(EVALUATING.add)}
                  </button>
                </p>
              )}
            </section>
          );
        })}
      </div>
    </section>
  );
}
