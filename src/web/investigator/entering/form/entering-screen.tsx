/** A report that came by letter, call, visit or message: written down here, and sealed as any other. */
import { useEffect, useRef, useState } from "preact/hooks";
import { CATEGORIES } from "../../../../protocol/rules/casework.ts";
import { FIELDS, type TextField } from "../../../../protocol/rules/report-fields.ts";
import { SOURCE_WAYS } from "../../../../protocol/rules/source-ways.ts";
import { CATEGORY_NAMES, FIELD_NAMES, SOURCE_NAMES } from "../../../../words/glossary.ts";
import { factsOf } from "../../../../words/languages.ts";
import { toSend } from "../../files/answer/answer-files.ts";
import { Attachments } from "../../files/answer/attachments.tsx";
import { DayInput } from "../../parts/fields/day-input.tsx";
import { FieldError } from "../../parts/fields/field-error.tsx";
import { useLock } from "../../parts/lock.ts";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../../vault/vault-client.ts";
import type { SignedIn, VaultCalls } from "../../vault/messages/vault.ts";
import type { Draft, EnteringDraft } from "../../writing/drafts.ts";
import { useSending } from "../../writing/use-sending.ts";
import { Entered } from "./entered.tsx";
import { SealedFile } from "./sealed-file.tsx";
import { ASKED, type Lack, emptyDraft, enteringOf, lacksIn } from "./entering-draft.ts";
import { ENTERING } from "./words.ts";

export type EnteringScreenProps = {
  readonly ask: Ask;
  readonly member: SignedIn;
  readonly draft: Draft;
  readonly onDraft: (change: Partial<Draft>) => void;
  readonly onOpen: (handle: string) => void;
  readonly onBack: () => void;
  /** The list is asked for anew: it has one more. */
  readonly onStored: () => void;
};

type Done = VaultCalls["enterReport"]["answer"];

export function EnteringScreen({ ask, member, draft, onDraft, onOpen, onBack, onStored }: EnteringScreenProps) {
  const { say, name, today, language } = useSpeech();
  const typed = draft.entering ?? emptyDraft(member.channels[0]?.id ?? "", today());
  const change = (changed: Partial<EnteringDraft>) => onDraft({ entering: { ...typed, ...changed } });
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Done | undefined>(undefined);
  const sending = useSending();
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => heading.current?.focus(), [done]);
  const oneAtATime = useLock();

  const lacks = lacksIn(typed, today());
  const store = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const way = sending.begin();
    try {
      const files = await toSend(draft.files);
      const words = typed.wantsCode ? factsOf(language).codeWords : undefined;
      const asked = { entering: enteringOf(typed, language), files, words };
      const answer = await ask("enterReport", asked, { onProgress: way.onProgress, signal: way.signal });
      setDone(answer);
      onDraft({ entering: undefined, files: [], filesToChoose: [] });
      onStored();
    } catch (error) {
      if (!way.signal.aborted) setFailure(pageFailureOf(error));
    } finally {
      setBusy(false);
    }
  };

  if (done !== undefined)
    return (
      <Entered
        heading={heading}
        done={done}
        onOpen={() => onOpen(done.handle)}
        onAnother={() => {
          setTried(false);
          setDone(undefined);
        }}
      />
    );

  const channel = member.channels.find(({ id }) => id === typed.channelId);
  const excludable = member.colleagues.filter(
    ({ id }) => id !== member.memberId && channel?.excludable.includes(id) === true,
  );
  return (
    <form
      ref={form}
      class="entering"
      aria-labelledby="entering-heading"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const [first] = lacks;
        if (first === undefined) void oneAtATime(store);
        else form.current?.querySelector<HTMLElement>(`#entering-${placeOf(first)}`)?.focus();
      }}
    >
      <h1 id="entering-heading" ref={heading} tabIndex={-1}>
        {say(ENTERING.title)}
      </h1>
      <SealedFile ask={ask} onStored={onStored} />
      <p>{say(ENTERING.lead)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <fieldset>
        <legend>{say(ENTERING.way)}</legend>
        {SOURCE_WAYS.map((way) => (
          <label key={way} class="choice">
            <input type="radio" name="way" value={way} checked={typed.way === way} onChange={() => change({ way })} />{" "}
            {say(SOURCE_NAMES[way])}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="entering-receivedOn">{say(ENTERING.receivedOn)}</label>
        <p class="hint">{say(ENTERING.receivedHint)}</p>
        {tried && lacks.includes("receivedOn") && <FieldError id="received-missing" text={ENTERING.missing} />}
        {tried && lacks.includes("future") && <FieldError id="received-future" text={ENTERING.future} />}
        <DayInput
          id="entering-receivedOn"
          max={today()}
          value={typed.receivedOn}
          onValue={(receivedOn) => change({ receivedOn })}
        />
      </div>
      {member.channels.length > 1 && (
        <div class="field">
          <label for="entering-channel">{say(ENTERING.channel)}</label>
          <select
            id="entering-channel"
            value={typed.channelId}
            onChange={({ currentTarget }) => change({ channelId: currentTarget.value, excluded: [] })}
          >
            {member.channels.map(({ id, names }) => (
              <option key={id} value={id}>
                {name(names)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for="entering-category">{say(ENTERING.category)}</label>
        <select
          id="entering-category"
          value={typed.category}
          onChange={({ currentTarget }) => change({ category: currentTarget.value })}
        >
          {CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {say(CATEGORY_NAMES[category])}
            </option>
          ))}
        </select>
      </div>
      {ASKED.map((field) => (
        <TextInput
          key={field}
          field={field}
          value={typed.texts[field] ?? ""}
          isMissing={tried && lacks.includes(field)}
          onValue={(value) => change({ texts: { ...typed.texts, [field]: value } })}
        />
      ))}
      <div class="field">
        <label for="entering-amount">{say(FIELD_NAMES.amountIDR)}</label>
        <p class="hint">{say(ENTERING.amountHint)}</p>
        <input
          id="entering-amount"
          inputMode="numeric"
          autocomplete="off"
          value={typed.amount}
          onInput={({ currentTarget }) => change({ amount: currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for="entering-note">{say(ENTERING.note)}</label>
        <p class="hint">{say(ENTERING.noteHint)}</p>
        <textarea
          id="entering-note"
          rows={2}
          dir="auto"
          autocomplete="off"
          value={typed.note}
          onInput={({ currentTarget }) => change({ note: currentTarget.value })}
        />
      </div>
      {excludable.length > 0 && (
        <fieldset>
          <legend>{say(ENTERING.excluded)}</legend>
          <p class="hint">{say(ENTERING.excludedHint)}</p>
          {excludable.map(({ id, names }) => (
            <label key={id} class="choice">
              <input
                type="checkbox"
                checked={typed.excluded.includes(id)}
                onChange={({ currentTarget }) => {
                  const others = typed.excluded.filter((one) => one !== id);
                  change({ excluded: currentTarget.checked ? [...others, id] : others });
                }}
              />{" "}
              <bdi>{name(names)}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <h2>{say(ENTERING.scans)}</h2>
      <Attachments
        files={draft.files}
        others={0}
        sending={busy ? sending.progress : undefined}
        onFiles={(files) => onDraft({ files })}
        onDrop={() => {}}
        onStop={sending.stop}
      />
      <div class="field">
        <label class="choice">
          <input
            type="checkbox"
            checked={typed.wantsCode}
            onChange={({ currentTarget }) => change({ wantsCode: currentTarget.checked })}
          />{" "}
          {say(ENTERING.code)}
        </label>
        <p class="hint">{say(ENTERING.codeHint)}</p>
      </div>
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {say(busy ? ENTERING.submitting : ENTERING.submit)}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {say(ENTERING.cancel)}
        </button>
      </p>
    </form>
  );
}

function placeOf(lack: Lack): string {
  return lack === "future" ? "receivedOn" : lack;
}

type TextInputProps = {
  readonly field: TextField;
  readonly value: string;
  readonly isMissing: boolean;
  readonly onValue: (value: string) => void;
};

function TextInput({ field, value, isMissing, onValue }: TextInputProps) {
  const { say } = useSpeech();
  const { kind, required } = FIELDS[field];
  const given = {
    id: `entering-${field}`,
    dir: "auto" as const,
    autocomplete: "off",
    value,
    "aria-invalid": isMissing,
    ...(isMissing && { "aria-describedby": `${field}-missing` }),
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      onValue(currentTarget.value),
  };
  return (
    <div class="field">
      <label for={given.id}>
        {say(FIELD_NAMES[field])} {required === true && <span class="muted">{say(ENTERING.required)}</span>}
      </label>
      {isMissing && <FieldError id={`${field}-missing`} text={ENTERING.missing} />}
      {kind === "line" ? <input {...given} /> : <textarea {...given} rows={field === "what" ? 6 : 2} />}
    </div>
  );
}
