/** Nobody can sign in any more: a steward whose keys wait on this device says that the list which the roots signed holds. */
import { useState } from "preact/hooks";
import { CEREMONY_FAILURES } from "../../../../words/changes.ts";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { bytesOf } from "../../../shared/file-bytes.ts";
import { FileField, Refused, SaveFile } from "../../parts/fields/ceremony-files.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { VaultCalls } from "../../vault/messages/vault.ts";
import { AGAIN } from "./words.ts";

type Answer = VaultCalls["confirmAgain"]["answer"];
export type Confirm = (file: Uint8Array, passphrase: string) => Promise<Answer>;

export function Again({ confirm }: { readonly confirm: Confirm }) {
  const { say, name, list } = useSpeech();
  const { busy, failure, run } = useWork();
  const [file, setFile] = useState<Uint8Array | undefined>(undefined);
  const [passphrase, setPassphrase] = useState("");
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const take = (chosen: readonly File[]) =>
    run(async () => {
      setAnswer(undefined);
      const [list] = await bytesOf(chosen);
      setFile(list);
    });
  const sign = (): void => {
    if (file !== undefined) run(async () => setAnswer(await confirm(file, passphrase)));
  };
  return (
    <details class="again">
      <summary>{say(AGAIN.title)}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          sign();
        }}
      >
        <p>{say(AGAIN.lead)}</p>
        <FileField label={AGAIN.choose} name="signed-list" busy={busy} onFiles={take} />
        <div class="field">
          <label for="again-words">{say(AGAIN.words)}</label>
          <input
            id="again-words"
            type="password"
            autocomplete="off"
            value={passphrase}
            onInput={({ currentTarget }) => setPassphrase(currentTarget.value)}
          />
        </div>
        <button type="submit" class="button primary" disabled={busy || file === undefined || passphrase === ""}>
          {say(AGAIN.sign)}
        </button>
      </form>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {answer !== undefined && "refused" in answer && (
        <Refused
          title={AGAIN.refused}
          why={answer.refused === "wrong-words" ? AGAIN.wrongWords : AGAIN_FAILURES[answer.refused]}
        />
      )}
      {answer !== undefined && "file" in answer && (
        <div role="status">
          <p>{say(AGAIN.line, { n: answer.people.length, names: list(answer.people.map((one) => name(one))) })}</p>
          <TwelveWords words={answer.line} />
          <p>{answer.missing > 0 ? say(AGAIN.missing, { n: answer.missing }) : say(AGAIN.enough)}</p>
          <SaveFile label={AGAIN.save} file={answer.file} name="directory.json" />
        </div>
      )}
    </details>
  );
}

const AGAIN_FAILURES = {
  ...CEREMONY_FAILURES,
  "too-few-signatures": AGAIN.tooFewRoots,
  "no-root-here": AGAIN.noSteward,
} as const;
