/** Whether, where and when the member is told by mail; and the browser's own notification. */
import { useEffect, useState } from "preact/hooks";
import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { Ask } from "../vault/vault-client.ts";
import { Absences } from "./absences.tsx";
import { BrowserNotices } from "./browser-notices.tsx";
import { useNotices } from "./use-notices.ts";
import { type WishesFault, formOf, readForm } from "./wishes-form.ts";
import { MAIL_FAILURE_WORDS, NOTICES, WEEKDAYS } from "./words.ts";

const DAYS = [
  WEEKDAYS.monday,
  WEEKDAYS.tuesday,
  WEEKDAYS.wednesday,
  WEEKDAYS.thursday,
  WEEKDAYS.friday,
  WEEKDAYS.saturday,
  WEEKDAYS.sunday,
] as const;

export function NoticesDialog({ ask, onClose }: { readonly ask: Ask; readonly onClose: () => void }) {
  const { say, day } = useSpeech();
  const { own, failure, done, busy, save, test, drop } = useNotices(ask);
  const [form, setForm] = useState(formOf(null));
  const [fault, setFault] = useState<WishesFault | undefined>(undefined);
  useEffect(() => own && setForm(formOf(own.wishes)), [own]);
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const submit = (then: typeof save): void => {
    const read = readForm(form);
    setFault(typeof read === "string" ? read : undefined);
    if (typeof read !== "string") then(read);
  };

  return (
    <Dialog title={say(NOTICES.title)} look="notices" onClose={onClose}>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {own?.isOffered === false && <Banner tone="plain" title={say(NOTICES.notOffered)} />}
      {own?.failure && (
        <Banner
          tone="warn"
          title={say(NOTICES.failed, { day: day(own.failure.on), why: say(MAIL_FAILURE_WORDS[own.failure.code]) })}
        />
      )}
      {own?.isOffered === true && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit(save);
          }}
          noValidate
        >
          <p>{say(NOTICES.lead)}</p>
          <div class="field">
            <label for="notices-address">{say(NOTICES.address)}</label>
            <p class="hint" id="notices-address-hint">
              {say(NOTICES.addressHint)}
            </p>
            {fault === "address" && <FieldError id="notices-address-error" text={NOTICES.addressWrong} />}
            <input
              id="notices-address"
              type="email"
              autocomplete="email"
              value={form.address}
              aria-invalid={fault === "address"}
              aria-describedby="notices-address-hint notices-address-error"
              onInput={({ currentTarget }) => change({ address: currentTarget.value })}
            />
          </div>
          <div class="field">
            <label for="notices-hours">{say(NOTICES.hours)}</label>
            <p class="hint" id="notices-hours-hint">
              {say(NOTICES.hoursHint, { hours: own.hours.join(", "), zone: own.zone })}
            </p>
            {fault === "hours" && <FieldError id="notices-hours-error" text={NOTICES.hoursWrong} />}
            <input
              id="notices-hours"
              value={form.hours}
              aria-invalid={fault === "hours"}
              aria-describedby="notices-hours-hint notices-hours-error"
              onInput={({ currentTarget }) => change({ hours: currentTarget.value })}
            />
          </div>
          <fieldset>
            <legend>{say(NOTICES.weekdays)}</legend>
            <div class="weekdays">
              {DAYS.map((name, at) => (
                <Tick
                  key={at}
                  text={say(name)}
                  on={form.weekdays.includes(at + 1)}
                  onChange={(on) =>
                    change({ weekdays: [...form.weekdays.filter((one) => one !== at + 1), ...(on ? [at + 1] : [])] })
                  }
                />
              ))}
            </div>
            <Tick text={say(NOTICES.onDaysOff)} on={form.onDaysOff} onChange={(onDaysOff) => change({ onDaysOff })} />
          </fieldset>
          <Tick
            text={say(NOTICES.whenNothing)}
            hint={say(NOTICES.whenNothingHint)}
            on={form.whenNothing}
            onChange={(whenNothing) => change({ whenNothing })}
          />
          <Tick
            text={say(NOTICES.urgent)}
            hint={say(NOTICES.urgentHint)}
            on={form.urgent}
            onChange={(urgent) => change({ urgent })}
          />
          <Absences
            absences={form.absences}
            isWrong={fault === "absences"}
            onChange={(absences) => change({ absences })}
          />
          <p role="status">{done !== undefined && say(NOTICES[done])}</p>
          <p class="actions">
            <button type="submit" class="button primary" disabled={busy}>
              {say(NOTICES.save)}
            </button>
            <button type="button" class="button" disabled={busy} onClick={() => submit(test)}>
              {say(NOTICES.test)}
            </button>
            {own.wishes !== null && (
              <button type="button" class="button quiet" disabled={busy} onClick={drop}>
                {say(NOTICES.drop)}
              </button>
            )}
          </p>
        </form>
      )}
      <BrowserNotices />
      <p class="actions">
        <CloseButton onClose={onClose} />
      </p>
    </Dialog>
  );
}

type TickProps = {
  readonly text: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
};

function Tick({ text, hint, on, onChange }: TickProps) {
  return (
    <>
      <label class="tick">
        <input type="checkbox" checked={on} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
        {text}
      </label>
      {hint !== undefined && <p class="hint">{hint}</p>}
    </>
  );
}
