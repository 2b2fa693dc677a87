/** The member's own interests: declared, changed, ended; and for a lead the register of all whom the lead leads. */
import { useEffect, useState } from "preact/hooks";
import { type Interest, writableInterest } from "../../../../protocol/documents/declared-interests.ts";
import { csvOf } from "../../../../client/sheets/csv.ts";
import { saveBytes } from "../../../shared/save-blob.ts";
import { CloseButton, Dialog } from "../../parts/dialog.tsx";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../../vault/vault-client.ts";
import type { InterestsView, SignedIn } from "../../vault/messages/vault.ts";
import { type Draft, withForm } from "../../writing/drafts.ts";
import { InterestFacts } from "./interest-facts.tsx";
import { InterestForm, newInterest } from "./interest-form.tsx";
import { registerSheet } from "./register-sheet.ts";
import { DECLARING, INTERESTS_ALARMS } from "./words.ts";

export type InterestsDialogProps = {
  readonly ask: Ask;
  readonly member: SignedIn;
  readonly draft: Draft;
  readonly onDraft: (change: Partial<Draft>) => void;
  readonly onClose: () => void;
};

/** The form's name among the drafts */
const FORM = "interest";

export function InterestsDialog({ ask, member, draft, onDraft, onClose }: InterestsDialogProps) {
  const { say, name, today } = useSpeech();
  const speech = useSpeech();
  const [view, setView] = useState<InterestsView | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  // What was being typed before a lock is gone on with.
  const editing = draft.forms?.[FORM]?.content as Interest | undefined;
  const edit = (interest: Interest | undefined) =>
    onDraft(withForm(draft, FORM, interest && { after: view?.own.version ?? 0, content: interest }));

  const load = async (): Promise<void> => {
    try {
      setView(await ask("readInterests", {}));
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
  };
  useEffect(() => void load(), []);

  const own = view?.own.interests ?? [];
  // What a later version wrote would be lost by writing it anew.
  const writable = own.flatMap((one) => writableInterest(one) ?? []);
  const isWritable = view !== undefined && writable.length === own.length;
  const store = async (interests: readonly Interest[]): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await ask("declareInterests", { interests });
      edit(undefined);
      await load();
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
    setBusy(false);
  };
  const put = (interest: Interest) => store([...writable.filter(({ id }) => id !== interest.id), interest]);

  return (
    <Dialog title={say(DECLARING.title)} look="interests" onClose={onClose}>
      <p>{say(DECLARING.lead)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {view?.own.alarm !== undefined && <Banner tone="danger" title={say(INTERESTS_ALARMS[view.own.alarm])} urgent />}
      {view === undefined && failure === undefined && <p role="status">{say(DECLARING.loading)}</p>}
      {view !== undefined && own.length === 0 && <p class="muted">{say(DECLARING.none)}</p>}
      {view !== undefined && !isWritable && <Banner tone="warn" title={say(DECLARING.later)} />}
      <ul class="declared">
        {own.map((interest) => (
          <li key={interest.id}>
            <InterestFacts interest={interest} />
            {isWritable && editing === undefined && (
              <p class="actions">
                <button type="button" class="button" onClick={() => edit(writableInterest(interest))}>
                  {say(DECLARING.change)}
                </button>
                {interest.ended === null && (
                  <button
                    type="button"
                    class="button quiet"
                    disabled={busy}
                    onClick={() => {
                      const known = writable.find(({ id }) => id === interest.id);
                      if (known !== undefined) void put({ ...known, ended: today() });
                    }}
                  >
                    {say(DECLARING.end)}
                  </button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {editing !== undefined && (
        <InterestForm
          key={editing.id}
          interest={editing}
          onChange={edit}
          busy={busy}
          onPut={(interest) => void put(interest)}
          onBack={() => edit(undefined)}
        />
      )}
      {isWritable && editing === undefined && (
        <p class="actions">
          <button type="button" class="button primary" onClick={() => edit(newInterest(today()))}>
            {say(DECLARING.add)}
          </button>
        </p>
      )}
      {view?.register !== undefined && (
        <section class="team-interests" aria-labelledby="register-title">
          <h3 id="register-title">{say(DECLARING.register)}</h3>
          <p class="hint">{say(DECLARING.registerHint)}</p>
          <ul>
            {view.register
              .filter(({ memberId }) => memberId !== member.memberId)
              .map(({ memberId, names, interests, alarm }) => (
                <li key={memberId}>
                  <bdi>
                    <strong>{name(names)}</strong>
                  </bdi>
                  {alarm !== undefined && <p class="hint alarm">{say(INTERESTS_ALARMS[alarm])}</p>}
                  {interests.length === 0 && alarm === undefined && <p class="muted">{say(DECLARING.noneOfTheirs)}</p>}
                  <ul>
                    {interests.map((interest) => (
                      <li key={interest.id}>
                        <InterestFacts interest={interest} />
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
          </ul>
          <p class="actions">
            <button
              type="button"
              class="button"
              onClick={() =>
                saveBytes(csvOf(registerSheet(view.register ?? [], speech)), `${say(DECLARING.fileName)}.csv`)
              }
            >
              {say(DECLARING.save)}
            </button>
          </p>
          <p class="hint">{say(DECLARING.saveHint)}</p>
        </section>
      )}
      <p class="actions">
        <CloseButton onClose={onClose} />
      </p>
    </Dialog>
  );
}
