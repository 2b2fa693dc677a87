/** Files of the evidence noted: chosen before a folder is made, named in the ledger once, recognised ever after. */
import { useState } from "preact/hooks";
import { type Evidence, type EvidenceFile, MOST_EVIDENCE_FILES } from "../../../protocol/documents/ledger.ts";
import { FINDING_NAMES } from "../../../words/glossary.ts";
import { lookInto } from "../files/answer/answer-files.ts";
import { FileName, shownName } from "../files/file-name.tsx";
import { Icon } from "../parts/icons.tsx";
import { FileButton } from "../parts/fields/file-button.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useWork } from "../parts/use-work.ts";
import { useSpeech } from "../../screen/speech.ts";
import { type Ask, pageFailureOf } from "../vault/vault-client.ts";
import type { LedgerView } from "../vault/messages/evaluation.ts";
import { type Chosen, type RecognisedFile, fits, recogniseFile, withFiles } from "./enclosures.ts";
import { ENCLOSING, EVIDENCE_NAMES } from "./words.ts";

export type EvidenceFilesProps = {
  readonly ask: Ask;
  readonly evidence: readonly Evidence[];
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Chosen) => void;
  readonly onView: (view: LedgerView) => void;
};

/** What became of files that were chosen and are not enclosed, or hold more than they show */
type Told = {
  readonly unread: readonly string[];
  readonly unknown: readonly string[];
  readonly tooMany: readonly string[];
  readonly remaining: readonly (readonly [name: string, kinds: string])[];
  /** Of the name of one that was written down, and with other bytes */
  readonly others: readonly (Omit<RecognisedFile, "look"> & { readonly id: string })[];
};
const NOTHING: Told = { unread: [], unknown: [], tooMany: [], remaining: [], others: [] };

export function EvidenceFiles({ ask, evidence, chosen, onChosen, onView }: EvidenceFilesProps) {
  const { say, day, size, number, list } = useSpeech();
  const [cleans, setCleans] = useState(true);
  const { busy, failure, run } = useWork();
  const [told, setTold] = useState<Told>(NOTHING);
  const named = evidence.flatMap(({ files }) => files);
  const ready = named.filter(({ sha256 }) => chosen.has(sha256));

  /** Puts files behind those that stand there, upon whatever a colleague has made of the entry meanwhile. */
  const write = async (id: string, change: (files: readonly EvidenceFile[]) => readonly EvidenceFile[]) => {
    const put = (before: Evidence) => {
      const after = { ...before, files: change(before.files) };
      return ask("changeLedger", { list: "evidence", before, after });
    };
    const shown = evidence.find((one) => one.id === id);
    try {
      if (shown !== undefined) onView(await put(shown));
    } catch (error) {
      const failed = pageFailureOf(error);
      if (failed.kind !== "refusal" || failed.code !== "changed") throw error;
      const newest = await ask("readEvaluation", {});
      const standing = newest.ledger.evidence.find((one) => one.id === id);
      onView(standing === undefined ? newest : await put(standing));
    }
  };
  /** @param id of the entry that they are evidence of; undefined where only known ones are looked for */
  const choose = (files: readonly File[], id: string | undefined) =>
    run(async () => {
      const entry = evidence.find((one) => one.id === id);
      const next = new Map(chosen);
      const found: { [Of in keyof Told]: Told[Of][number][] } = {
        unread: [],
        unknown: [],
        tooMany: [],
        remaining: [],
        others: [],
      };
      const fresh: EvidenceFile[] = [];
      /** As the entry will name it */
      const takes = ({ file, content }: RecognisedFile, to: Evidence | undefined): boolean => {
        const added = to === undefined ? [] : [{ ...to, files: withFiles(to.files, [...fresh, file]) }];
        return fits([...evidence.filter((one) => one !== to), ...added], new Map(next).set(file.sha256, content));
      };
      for (const original of files) {
        const one = await recogniseFile(original, named, cleans, lookInto).catch(() => undefined);
        const room = MOST_EVIDENCE_FILES - (entry?.files.length ?? 0) - fresh.length;
        const isOther = entry?.files.some(({ name }) => name === one?.file.name) === true;
        const hasIt = entry?.files.some(({ sha256 }) => sha256 === one?.file.sha256) === true;
        if (one === undefined) found.unread.push(original.name);
        else if (entry === undefined && !one.isNamed) found.unknown.push(original.name);
        else if ((entry !== undefined && !hasIt && room < 1) || !takes(one, entry)) found.tooMany.push(original.name);
        else if (entry !== undefined && !hasIt && isOther) found.others.push({ ...one, id: entry.id });
        else {
          next.set(one.file.sha256, one.content);
          if (entry !== undefined && !hasIt) fresh.push(one.file);
          if (one.look !== undefined && one.look.remaining.length > 0)
            found.remaining.push([one.file.name, list(one.look.remaining.map((kind) => say(FINDING_NAMES[kind])))]);
        }
      }
      setTold(found);
      if (entry !== undefined && fresh.length > 0) await write(entry.id, (standing) => withFiles(standing, fresh));
      onChosen(next);
    });
  const nameToo = (other: Told["others"][number]) =>
    run(async () => {
      await write(other.id, (files) => withFiles(files, [other.file]));
      onChosen(new Map(chosen).set(other.file.sha256, other.content));
      setTold({ ...told, others: told.others.filter((one) => one !== other) });
    });

  return (
    <section class="evidence-files" aria-labelledby="evidence-files-title">
      <h2 id="evidence-files-title">{say(ENCLOSING.title)}</h2>
      <p class="hint">{say(ENCLOSING.lead)}</p>
      <label class="tick">
        <input type="checkbox" checked={cleans} onChange={({ currentTarget }) => setCleans(currentTarget.checked)} />
        {say(ENCLOSING.cleans)}
      </label>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <ToldOf told={told} busy={busy} onNameToo={nameToo} />
      <ul class="entries">
        {evidence.map(({ id, kind, on, what, files }) => (
          <li key={id}>
            <p dir="auto">
              <strong>{what}</strong>
            </p>
            <p class="second">{[say(EVIDENCE_NAMES[kind]), day(on)].join(" · ")}</p>
            {files.length > 0 && (
              <ul class="files" aria-label={say(ENCLOSING.filesOf, { what })}>
                {files.map((file) => (
                  <li key={file.sha256}>
                    <Icon name={chosen.has(file.sha256) ? "check" : "hourglass"} /> <FileName name={file.name} />{" "}
                    <span class="muted">
                      {size(file.size)} · {say(chosen.has(file.sha256) ? ENCLOSING.ready : ENCLOSING.notChosen)}
                    </span>{" "}
                    <button
                      type="button"
                      class="link"
                      aria-label={say(ENCLOSING.removeLabel, { name: shownName(file.name) })}
                      aria-disabled={busy}
                      onClick={() => run(() => write(id, (all) => all.filter(({ sha256 }) => sha256 !== file.sha256)))}
                    >
                      {say(ENCLOSING.remove)}
                    </button>
                  </li>
                ))}
              </ul>
            )}
            <p class="actions">
              <FileButton
                label={say(ENCLOSING.chooseFor, { what })}
                text={say(ENCLOSING.choose)}
                busy={busy}
                onFiles={(some) => choose(some, id)}
              />
            </p>
          </li>
        ))}
      </ul>
      <p class="second" role="status">
        {busy
          ? say(ENCLOSING.reading)
          : say(ENCLOSING.count, { ready: number(ready.length), named: number(named.length) })}
        {!busy && ready.length < named.length && ` ${say(ENCLOSING.others)}`}
      </p>
      {ready.length < named.length && (
        <p class="actions">
          <FileButton
            label={say(ENCLOSING.again)}
            text={say(ENCLOSING.again)}
            busy={busy}
            onFiles={(some) => choose(some, undefined)}
          />
        </p>
      )}
    </section>
  );
}

type ToldOfProps = {
  readonly told: Told;
  readonly busy: boolean;
  readonly onNameToo: (other: Told["others"][number]) => void;
};

function ToldOf({ told, busy, onNameToo }: ToldOfProps) {
  const { say, list } = useSpeech();
  const names = (some: readonly string[]) => list(some.map(shownName));
  return (
    <>
      {(["unread", "unknown", "tooMany"] as const).map(
        (kind) =>
          told[kind].length > 0 && (
            <Banner key={kind} tone="warn" title={say(ENCLOSING[kind], { names: names(told[kind]) })} urgent />
          ),
      )}
      {told.remaining.map(([name, kinds]) => (
        <p key={name} class="hint">
          {say(ENCLOSING.remaining, { name: shownName(name), kinds })}
        </p>
      ))}
      {told.others.map((other) => (
        <Banner
          key={other.file.sha256}
          tone="warn"
          title={say(ENCLOSING.other, { name: shownName(other.file.name) })}
          urgent
        >
          <p>{say(ENCLOSING.otherText)}</p>
          <button type="button" class="button" aria-disabled={busy} onClick={() => onNameToo(other)}>
            {say(ENCLOSING.nameToo)}
          </button>
        </Banner>
      ))}
    </>
  );
}
