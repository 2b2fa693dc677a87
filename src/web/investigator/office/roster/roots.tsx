/** The root keys and how many must sign, and how many state that the directory holds: asked of old and new holders together. */
import { useState } from "preact/hooks";
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import { LEAST_STEWARDS } from "../../../../protocol/limits.ts";
import { CEREMONY_FAILURES } from "../../../../words/changes.ts";
import { bytesOf } from "../../../shared/file-bytes.ts";
import { FileField, Refused } from "../../parts/fields/ceremony-files.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { RosterView } from "../../vault/messages/office.ts";
import type { Ask } from "../../vault/vault-client.ts";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { toggled } from "../../parts/toggled.ts";
import { type Ticked, rootsOf } from "./wishes.ts";
import { ROOTS } from "./words.ts";

export type RootsProps = {
  readonly ask: Ask;
  readonly view: RosterView;
  readonly ticked: Ticked;
  readonly onTicked: (ticked: Ticked) => void;
};

export function Roots({ ask, view, ticked, onTicked }: RootsProps) {
  const { say } = useSpeech();
  const [refused, setRefused] = useState<CeremonyCode | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const { roots } = ticked;
  const { threshold, left } = rootsOf(view, ticked);
  const change = (changed: Partial<Ticked["roots"]>) => onTicked({ ...ticked, roots: { ...roots, ...changed } });
  const take = (chosen: readonly File[]): void =>
    run(async () => {
      setRefused(undefined);
      const [file] = await bytesOf(chosen);
      if (file === undefined) return;
      const answer = await ask("readRoot", { file });
      if ("refused" in answer) return setRefused(answer.refused);
      const isThere = [...view.roots.keys, ...roots.come].some(({ key }) => key === answer.root.key);
      if (!isThere) change({ come: [...roots.come, answer.root] });
    });
  return (
    <section class="asking" aria-label={say(ROOTS.title)}>
      <h3>{say(ROOTS.title)}</h3>
      <p>{say(ROOTS.lead, { n: view.roots.threshold, of: view.roots.keys.length })}</p>
      <details>
        <summary>{say(ROOTS.change)}</summary>
        <p>{say(ROOTS.ends)}</p>
        <p>
          <strong>{say(ROOTS.pages)}</strong>
        </p>
        {view.roots.keys.map((root, at) => (
          <div key={root.key} class="root-key">
            <p>{say(ROOTS.key, { n: at + 1 })}</p>
            <TwelveWords words={root.words} />
            <label class="tick">
              <input
                type="checkbox"
                checked={roots.go.includes(root.key)}
                onChange={() => change({ go: toggled(roots.go, root.key) })}
              />
              <span>{say(ROOTS.goes, { n: at + 1 })}</span>
            </label>
          </div>
        ))}
        {roots.come.map((root) => (
          <div key={root.key} class="root-key">
            <p>{say(ROOTS.comes)}</p>
            <TwelveWords words={root.words} />
            <button
              type="button"
              class="button quiet"
              onClick={() => change({ come: roots.come.filter(({ key }) => key !== root.key) })}
            >
              {say(ROOTS.drop)}
            </button>
          </div>
        ))}
        {failure !== undefined && <FailureNotice failure={failure} />}
        <Refused title={ROOTS.refused} why={refused && CEREMONY_FAILURES[refused]} />
        <FileField label={ROOTS.choose} name="root-file" busy={busy} onFiles={take} />
        <p class="field">
          <label for="roots-needed">{say(ROOTS.needed, { of: left })}</label>
          <input
            id="roots-needed"
            type="number"
            min={1}
            max={Math.max(1, left)}
            value={threshold}
            onInput={({ currentTarget: { valueAsNumber: n } }) =>
              change({ threshold: Number.isNaN(n) ? undefined : n })
            }
          />
        </p>
        {view.stewards !== undefined && (
          <p class="field">
            <label for="stewards-needed">{say(ROOTS.stewards)}</label>
            <input
              id="stewards-needed"
              type="number"
              min={LEAST_STEWARDS}
              value={ticked.stewards ?? view.stewards}
              onInput={({ currentTarget: { valueAsNumber: n } }) =>
                onTicked({ ...ticked, stewards: Number.isNaN(n) ? undefined : n })
              }
            />
          </p>
        )}
      </details>
    </section>
  );
}
