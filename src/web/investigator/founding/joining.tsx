/** Somebody joins on the own device: name and role, six words on the sheet and two asked back, then the entry goes off. */
import { useRef, useState } from "preact/hooks";
import type { Role } from "../../../protocol/rules/casework.ts";
import { ROLE_NAMES } from "../../../words/glossary.ts";
import { factsOf } from "../../../words/languages.ts";
import type { Texts } from "../../../words/text.ts";
import { JOINING } from "../entrance/joining/words.ts";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Icon } from "../parts/icons.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { AskedBack } from "../parts/fields/six-words.tsx";
import { useWork } from "../parts/use-work.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { VaultCalls } from "../vault/messages/vault.ts";
import { Sheet } from "./sheet.tsx";
import { JOIN } from "./words.ts";

export type Made = VaultCalls["makeJoiner"]["answer"];

/** An entry's own signature covers its roles: nobody else can change them afterwards. */
const CHOICES = ["investigator", "lead", "custodian", "administrator", "both"] as const;
type Choice = (typeof CHOICES)[number];
const ROLES_OF: Readonly<Record<Choice, readonly Role[]>> = {
  investigator: ["investigator"],
  lead: ["lead"],
  custodian: ["custodian"],
  administrator: ["administrator"],
  both: ["custodian", "administrator"],
};

export type JoiningProps = {
  readonly ask: Ask;
  /** Keeps what was made on this device, then hands the entry in. Rejects where the second did not succeed. */
  readonly onMade: (made: Made, name: string) => Promise<void>;
  /** For a founder, who has something else to do as well */
  readonly onBack: (() => void) | undefined;
};

export function Joining({ ask, onMade, onBack }: JoiningProps) {
  const { say, language } = useSpeech();
  const [wanted, setWanted] = useState({ fullName: "", name: "", choice: "investigator" as Choice });
  const [isMissing, setMissing] = useState(false);
  const [made, setMade] = useState<Made | undefined>(undefined);
  const [isAsking, setAsking] = useState(false);
  const { busy, failure, run } = useWork();
  const first = useRef<HTMLInputElement>(null);
  const { fullName, name, choice } = wanted;

  if (made !== undefined && isAsking)
    return (
      <>
        <h2>{say(JOIN.title)}</h2>
        <AskedBack
          words={made.words}
          name="joining"
          texts={JOINING}
          failure={failure}
          onRight={() => run(() => onMade(made, made.kept.name))}
        >
          <button type="submit" class="button primary">
            {say(JOINING.check)}
          </button>
        </AskedBack>
        <button type="button" class="button" disabled={busy} onClick={() => setAsking(false)}>
          {say(JOIN.showAgain)}
        </button>
      </>
    );
  if (made !== undefined)
    return (
      <>
        <h2>{say(JOIN.title)}</h2>
        <p>{say(JOIN.sheetLead)}</p>
        <Sheet fullName={fullName.trim()} name={made.kept.name} words={made.words} fingerprint={made.fingerprint} />
        <div class="actions">
          <button type="button" class="button primary" onClick={() => setAsking(true)}>
            {say(JOIN.written)}
          </button>
          <button type="button" class="button" onClick={() => print()}>
            {say(JOIN.print)}
          </button>
        </div>
      </>
    );
  const submit = (): void => {
    const isIncomplete = fullName.trim() === "" || name.trim() === "";
    setMissing(isIncomplete);
    if (isIncomplete) return first.current?.focus();
    const list = factsOf(language).codeWords;
    run(async () =>
      setMade(await ask("makeJoiner", { fullName: fullName.trim(), name, roles: ROLES_OF[choice], list })),
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{say(JOIN.title)}</h2>
      <p>{say(JOIN.lead)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {isMissing && <FieldError id="join-error" text={JOIN.missing} />}
      <div class="field">
        <label for="join-full-name">{say(JOIN.fullName)}</label>
        <input
          id="join-full-name"
          ref={first}
          value={fullName}
          maxLength={200}
          autocomplete="name"
          aria-invalid={isMissing && fullName.trim() === ""}
          aria-describedby={isMissing ? "join-error" : undefined}
          onInput={({ currentTarget: { value } }) => setWanted({ ...wanted, fullName: value })}
        />
      </div>
      <RoleChoice choice={choice} onChoice={(chosen) => setWanted({ ...wanted, choice: chosen })} />
      <div class="field">
        <label for="join-name">{say(JOIN.name)}</label>
        <input
          id="join-name"
          value={name}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={isMissing && name.trim() === ""}
          aria-describedby={isMissing ? "join-error" : undefined}
          onInput={({ currentTarget: { value } }) => setWanted({ ...wanted, name: value })}
        />
      </div>
      <div class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          <Icon name="key" /> {say(JOIN.make)}
        </button>
        {onBack !== undefined && (
          <button type="button" class="button quiet" onClick={onBack}>
            {say(JOIN.back)}
          </button>
        )}
      </div>
    </form>
  );
}

function RoleChoice({ choice, onChoice }: { readonly choice: Choice; readonly onChoice: (choice: Choice) => void }) {
  const { say } = useSpeech();
  const nameOf = (one: Choice) =>
    one === "both"
      ? say(JOIN.both, { one: say(ROLE_NAMES.administrator), other: say(ROLE_NAMES.custodian).toLowerCase() })
      : say(ROLE_NAMES[one]);
  const hints: Readonly<Record<Choice, Texts>> = JOIN.roleHints;
  return (
    <fieldset class="field">
      <legend>
        <strong>{say(JOIN.role)}</strong>
      </legend>
      {CHOICES.map((one) => (
        <label key={one} class="choice">
          <input type="radio" name="join-role" checked={one === choice} onChange={() => onChoice(one)} />
          <span>
            {nameOf(one)} <span class="second">{say(hints[one])}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
