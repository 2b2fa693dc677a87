/** Somebody new: name and role, six words written down and two asked back, then the file for an administrator. */
import { useState } from "preact/hooks";
import type { KeptJoiner } from "../../../../client/office/joining.ts";
import { ROLES, type Role } from "../../../../protocol/rules/casework.ts";
import { ROLE_NAMES } from "../../../../words/glossary.ts";
import { factsOf } from "../../../../words/languages.ts";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { SaveFile } from "../../parts/fields/ceremony-files.tsx";
import { FieldError } from "../../parts/fields/field-error.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { AskedBack, SixWords } from "../../parts/fields/six-words.tsx";
import { useWork } from "../../parts/use-work.ts";
import type { VaultCalls } from "../../vault/messages/vault.ts";
import { Again, type Confirm } from "./again.tsx";
import { JOINING } from "./words.ts";

type Made = VaultCalls["makeJoiner"]["answer"];

export type JoiningProps = {
  readonly make: (wanted: VaultCalls["makeJoiner"]["ask"]) => Promise<Made>;
  /** On this device, sealed. Throws VaultError where it keeps nothing. */
  readonly keep: (joiner: KeptJoiner) => void;
  /** Of a list that waits for stewards who cannot sign in */
  readonly confirm: Confirm;
  /** With the user name, where keys were made */
  readonly onBack: (name: string | undefined) => void;
};

export function Joining({ make, keep, confirm: confirmList, onBack }: JoiningProps) {
  const { say, language } = useSpeech();
  const [wanted, setWanted] = useState({ fullName: "", role: "investigator" as Role, name: "" });
  const [isMissing, setMissing] = useState(false);
  const { busy, failure, run } = useWork();
  const [made, setMade] = useState<Made | undefined>(undefined);
  const [step, setStep] = useState<"asked" | "kept" | undefined>(undefined);

  const submit = (): void => {
    const { fullName, name, role } = wanted;
    const found = fullName.trim() === "" || name.trim() === "";
    setMissing(found);
    if (found) return;
    run(async () =>
      setMade(await make({ fullName: fullName.trim(), name, roles: [role], list: factsOf(language).codeWords })),
    );
  };
  const confirm = (joiner: KeptJoiner): void =>
    run(async () => {
      keep(joiner);
      setStep("kept");
    });

  if (made !== undefined && step === "kept")
    return <HandOver made={made} name={wanted.name} onBack={() => onBack(wanted.name)} />;
  if (made !== undefined && step === "asked")
    return (
      <AskedBack words={made.words} name="joining" texts={JOINING} failure={failure} onRight={() => confirm(made.kept)}>
        <button type="submit" class="button primary">
          {say(JOINING.check)}
        </button>
      </AskedBack>
    );
  if (made !== undefined)
    return (
      <>
        <p>{say(JOINING.write)}</p>
        <SixWords words={made.words} />
        <button type="button" class="button primary" onClick={() => setStep("asked")}>
          {say(JOINING.written)}
        </button>
      </>
    );
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{say(JOINING.lead)}</p>
        {failure !== undefined && <FailureNotice failure={failure} />}
        {isMissing && <FieldError id="joining-error" text={JOINING.missing} />}
        <div class="field">
          <label for="joining-full-name">{say(JOINING.fullName)}</label>
          <input
            id="joining-full-name"
            value={wanted.fullName}
            maxLength={200}
            autocomplete="name"
            aria-invalid={isMissing}
            onInput={({ currentTarget: { value } }) => setWanted({ ...wanted, fullName: value })}
          />
        </div>
        <div class="field">
          <label for="joining-role">{say(JOINING.role)}</label>
          <select
            id="joining-role"
            value={wanted.role}
            onChange={({ currentTarget: { value } }) =>
              setWanted({ ...wanted, role: ROLES.find((one) => one === value) ?? wanted.role })
            }
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {say(ROLE_NAMES[role])}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="joining-name">{say(JOINING.name)}</label>
          <input
            id="joining-name"
            value={wanted.name}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={isMissing}
            onInput={({ currentTarget: { value } }) => setWanted({ ...wanted, name: value })}
          />
        </div>
        <button type="submit" class="button primary" disabled={busy}>
          {say(JOINING.make)}
        </button>
        <button type="button" class="button quiet" onClick={() => onBack(undefined)}>
          {say(JOINING.back)}
        </button>
      </form>
      <Again confirm={confirmList} />
    </>
  );
}

/** Everything that is not secret: the file, and the words by which it is known again. */
function HandOver({ made, name, onBack }: { readonly made: Made; readonly name: string; readonly onBack: () => void }) {
  const { say } = useSpeech();
  return (
    <>
      <h2>{say(JOINING.fingerprint)}</h2>
      <p>{say(JOINING.fingerprintLead)}</p>
      <TwelveWords words={made.fingerprint} />
      <SaveFile label={JOINING.save} file={made.file} name={`orang-baru-${made.kept.memberId.slice(0, 8)}.json`} />
      <p>{say(JOINING.after, { name })}</p>
      <button type="button" class="button" onClick={onBack}>
        {say(JOINING.back)}
      </button>
    </>
  );
}
