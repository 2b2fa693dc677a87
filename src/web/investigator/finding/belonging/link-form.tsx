/** Recording that another case belongs to this one, or no longer does. */
import { useEffect, useRef, useState } from "preact/hooks";
import { FieldError } from "../../parts/fields/field-error.tsx";
import { useLock } from "../../parts/lock.ts";
import { FailureNotice } from "../../parts/notices.tsx";
import { ReasonField } from "../../parts/fields/reason-field.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../../vault/vault-client.ts";
import type { CaseRow, CaseView } from "../../vault/messages/vault.ts";
import type { LinkDraft } from "../../writing/drafts.ts";
import { LINKS } from "./words.ts";

export type LinkFormProps = {
  readonly ask: Ask;
  readonly view: CaseView;
  readonly rows: readonly CaseRow[];
  readonly link: LinkDraft;
  /** Undefined closes the form. */
  readonly onLink: (link: LinkDraft | undefined) => void;
  /** What was recorded, in words */
  readonly onDone: (told: string) => void;
};

export function LinkForm({ ask, view, rows, link, onLink, onDone }: LinkFormProps) {
  const { say } = useSpeech();
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const oneAtATime = useLock();
  useEffect(() => form.current?.querySelector<HTMLElement>("input:not([type=radio]), textarea")?.focus(), []);
  const other = rows.find(({ registerNumber }) => plain(registerNumber) === plain(link.registerNumber));
  const isOwn = other?.handle === view.row.handle;
  const badNumber = other === undefined ? LINKS.numberUnknown : isOwn ? LINKS.numberOwn : undefined;
  const lacksReason = link.reason.trim() === "";
  const isUnlinking = link.relation === "none";

  const submit = async (): Promise<void> => {
    setTried(true);
    if (other === undefined || isOwn) return form.current?.querySelector<HTMLElement>("#link-number")?.focus();
    if (lacksReason) return form.current?.querySelector<HTMLElement>("#link-reason")?.focus();
    setFailure(undefined);
    try {
      const { relation, reason } = link;
      const { written } = await ask("linkCases", { handle: view.row.handle, other: other.handle, relation, reason });
      const [number = ""] = written;
      onDone(
        isUnlinking
          ? say(LINKS.unlinked)
          : written.length === 1
            ? say(LINKS.savedOne, { number })
            : say(LINKS.savedBoth),
      );
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
  };

  return (
    <form
      ref={form}
      class="link-form"
      onSubmit={(event) => {
        event.preventDefault();
        void oneAtATime(submit);
      }}
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      <div class="field">
        <label for="link-number">{say(LINKS.number)}</label>
        {tried && badNumber !== undefined && <FieldError id="link-number-error" text={badNumber} />}
        <input
          id="link-number"
          class="register"
          autocomplete="off"
          spellcheck={false}
          value={link.registerNumber}
          readOnly={isUnlinking}
          aria-invalid={tried && badNumber !== undefined}
          aria-describedby={tried && badNumber !== undefined ? "link-number-error" : undefined}
          onInput={({ currentTarget }) => onLink({ ...link, registerNumber: currentTarget.value })}
        />
      </div>
      {!isUnlinking && (
        <fieldset>
          <legend>{say(LINKS.relation)}</legend>
          {(["same-matter", "related"] as const).map((relation) => (
            <label key={relation} class="choice">
              <input
                type="radio"
                name="relation"
                checked={link.relation === relation}
                onChange={() => onLink({ ...link, relation })}
              />{" "}
              {say(LINKS[relation])}
            </label>
          ))}
        </fieldset>
      )}
      <ReasonField
        id="link-reason"
        label={LINKS.reason}
        hint={LINKS.reasonHint}
        fault={tried && lacksReason ? LINKS.reasonMissing : undefined}
        value={link.reason}
        onValue={(reason) => onLink({ ...link, reason })}
      />
      <p class="actions">
        <button type="submit" class="button go">
          {say(isUnlinking ? LINKS.saveUnlink : LINKS.save)}
        </button>
        <button type="button" class="button" onClick={() => onLink(undefined)}>
          {say(LINKS.cancel)}
        </button>
      </p>
    </form>
  );
}

/** As people type it: without the hyphen, in small letters. */
function plain(number: string): string {
  return number.replace(/[\s-]/gu, "").toUpperCase();
}
