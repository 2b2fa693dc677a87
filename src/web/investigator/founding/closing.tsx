/** The list is closed: who reads, who guards identities, whom reporters may keep out; and the files from the stick. */
import { useRef, useState } from "preact/hooks";
import { CEREMONY_FAILURES } from "../../../words/changes.ts";
import { LEAST_READERS } from "../../../protocol/limits.ts";
import { mayGuard, mayRead } from "../../../protocol/rules/casework.ts";
import type { Texts } from "../../../words/text.ts";
import { TwelveWords } from "../../screen/twelve-words.tsx";
import { toggled } from "../parts/toggled.ts";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWork } from "../parts/use-work.ts";
import type { CeremonyFile, CeremonyFilesView, Chosen, JoinerView } from "../vault/messages/founding.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { VaultCalls } from "../vault/messages/vault.ts";
import { FAULTS } from "../office/roster/words.ts";
import { firstChoice } from "./people.ts";
import { CLOSING } from "./words.ts";

type Answer = VaultCalls["closeFounding"]["answer"];
type Fault = "readers" | "custodians" | "roots" | "recovery";

/** Where it is mended */
const FIELDS: Readonly<Record<Fault, string>> = {
  readers: "#closing-readers + fieldset input",
  custodians: "#closing-custodians + fieldset input",
  roots: "#ceremony-files",
  recovery: "#ceremony-files",
};

export type ClosingProps = {
  readonly ask: Ask;
  readonly joiners: readonly JoinerView[];
  readonly channel: string;
  readonly onClose: (chosen: Chosen, files: readonly CeremonyFile[]) => Promise<Answer>;
  readonly onBack: () => void;
};

export function Closing({ ask, joiners, channel, onClose, onBack }: ClosingProps) {
  const { say } = useSpeech();
  const [chosen, setChosen] = useState(() => firstChoice(joiners));
  const [files, setFiles] = useState<readonly CeremonyFile[]>([]);
  const [read, setRead] = useState<CeremonyFilesView>({ roots: [], recovery: undefined, unread: [] });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const form = useRef<HTMLFormElement>(null);
  const roots = read.roots.length;
  const take = (list: FileList | null) =>
    run(async () => {
      const added = await Promise.all(
        [...(list ?? [])].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      );
      const { unread, ...found } = await ask("readCeremonyFiles", { files: [...files, ...added] });
      // What is neither is named once, and not asked about again.
      setFiles([...files, ...added.filter(({ name }) => !unread.includes(name))]);
      setRead({ ...found, unread });
    });
  const submit = (): void => {
    const found: Fault[] = [
      ...(chosen.recipients.length < LEAST_READERS ? (["readers"] as const) : []),
      ...(chosen.custodians.length === 0 ? (["custodians"] as const) : []),
      ...(roots < chosen.rootsNeeded ? (["roots"] as const) : []),
      ...(read.recovery === undefined ? (["recovery"] as const) : []),
    ];
    setFaults(found);
    const [first] = found;
    if (first === undefined) run(async () => setAnswer(await onClose(chosen, files)));
    else queueMicrotask(() => form.current?.querySelector<HTMLElement>(FIELDS[first])?.focus());
  };
  const fault = (one: Fault) => faults.includes(one) && <FieldError id={`closing-${one}`} text={CLOSING.faults[one]} />;
  const group = (field: "recipients" | "custodians" | "excludable", fits: (joiner: JoinerView) => boolean) => ({
    people: joiners.filter(fits),
    ticked: chosen[field],
    onTick: (id: string) => setChosen({ ...chosen, [field]: toggled(chosen[field], id) }),
  });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{say(CLOSING.title)}</h2>
      <p>{say(CLOSING.lead)}</p>
      {fault("readers")}
      <Ticks
        legend={say(CLOSING.readers, { channel })}
        hint={CLOSING.readersHint}
        {...group("recipients", ({ roles }) => mayRead(roles))}
      />
      {fault("custodians")}
      <Ticks legend={say(CLOSING.custodians)} {...group("custodians", ({ roles }) => mayGuard(roles))} />
      <Ticks
        legend={say(CLOSING.excludable)}
        hint={CLOSING.excludableHint}
        {...group("excludable", ({ id }) => [...chosen.recipients, ...chosen.custodians].includes(id))}
      />
      <div class="field">
        <label for="ceremony-files">{say(CLOSING.files)}</label>
        <p class="hint" id="ceremony-files-hint">
          {say(CLOSING.filesHint)}
        </p>
        {fault("roots")}
        {fault("recovery")}
        <input
          id="ceremony-files"
          type="file"
          accept=".json"
          multiple
          aria-describedby="ceremony-files-hint"
          onChange={({ currentTarget }) => take(currentTarget.files)}
        />
      </div>
      <FilesRead read={read} />
      {roots > 1 && (
        <div class="field">
          <label for="roots-needed">{say(CLOSING.needed)}</label>
          <select
            id="roots-needed"
            value={String(chosen.rootsNeeded)}
            onChange={({ currentTarget }) => setChosen({ ...chosen, rootsNeeded: Number(currentTarget.value) })}
          >
            {Array.from({ length: roots - 1 }, (_, at) => at + 2).map((n) => (
              <option key={n} value={n}>
                {say(CLOSING.neededOf, { n, of: roots })}
              </option>
            ))}
          </select>
        </div>
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
      {answer !== undefined && !("closed" in answer) && (
        <Banner tone="danger" title={say(CLOSING.refused)} urgent>
          {"refused" in answer ? (
            <p>{say(CEREMONY_FAILURES[answer.refused])}</p>
          ) : (
            answer.faults.map((code) => <p key={code}>{say(FAULTS[code], { channel })}</p>)
          )}
        </Banner>
      )}
      <div class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          {say(CLOSING.close)}
        </button>
        <button type="button" class="button quiet" onClick={onBack}>
          {say(CLOSING.back)}
        </button>
      </div>
    </form>
  );
}

function Ticks({
  legend,
  hint,
  people,
  ticked,
  onTick,
}: {
  readonly legend: string;
  readonly hint?: Texts;
  readonly people: readonly JoinerView[];
  readonly ticked: readonly string[];
  readonly onTick: (id: string) => void;
}) {
  const { say, name } = useSpeech();
  return (
    <fieldset class="field">
      <legend>
        <strong>
          <bdi>{legend}</bdi>
        </strong>
      </legend>
      {hint !== undefined && <p class="hint">{say(hint)}</p>}
      {people.map(({ id, names }) => (
        <label key={id} class="tick">
          <input type="checkbox" checked={ticked.includes(id)} onChange={() => onTick(id)} />
          <bdi>{name(names)}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

/** Each key in words, to be compared with the sheet in its holder's hand. */
function FilesRead({ read: { roots, recovery, unread } }: { readonly read: CeremonyFilesView }) {
  const { say } = useSpeech();
  return (
    <div class="files-read" role="status">
      {unread.map((name) => (
        <p key={name} class="alarm">
          <bdi>{say(CLOSING.notRead, { name })}</bdi>
        </p>
      ))}
      {roots.map((words, at) => (
        <div key={words.join(" ")}>
          <p>{say(CLOSING.rootOf, { n: at + 1 })}</p>
          <TwelveWords words={words} />
        </div>
      ))}
      {recovery !== undefined && (
        <div>
          <p>{say(CLOSING.recovery, { n: recovery.threshold, of: recovery.total })}</p>
          <TwelveWords words={recovery.words} />
        </div>
      )}
    </div>
  );
}
