/** The own keys: a role to sign, a new key each year, all keys anew, and old ones destroyed. Each says first in what it ends. */
import { useEffect, useState } from "preact/hooks";
import type { Tidied } from "../../../client/office/own-keys.ts";
import { dayInUtc } from "../../../protocol/encoding/day.ts";
import type { Texts } from "../../../words/text.ts";
import { ROLE_NAMES } from "../../../words/glossary.ts";
import { saveBytes } from "../../shared/save-blob.ts";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWork } from "../parts/use-work.ts";
import type { OwnKeysView } from "../vault/messages/account.ts";
import type { Ask } from "../vault/vault-client.ts";
import { NewKeys } from "./new-keys.tsx";
import { ReplacingKeys } from "./replacing-keys.tsx";
import { OWN_KEYS } from "./words.ts";

export function OwnKeys({ ask }: { readonly ask: Ask }) {
  const { say, day, list } = useSpeech();
  const [view, setView] = useState<OwnKeysView | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const load = async (): Promise<void> => setView(await ask("readOwnKeys", {}));
  useEffect(() => run(load), []);
  const change = (work: () => Promise<unknown>): void =>
    run(async () => {
      await work();
      await load();
    });
  const rolesOf = (roles: OwnKeysView["wished"] = []) => list(roles.map((role) => say(ROLE_NAMES[role])));
  const isDue = view !== undefined && view.opens && view.dueFrom <= Date.now();
  const takeBack = (
    <Press label={OWN_KEYS.takeBack} busy={busy} onPress={() => change(() => ask("withdrawEntry", {}))} />
  );
  return (
    <section class="own-keys">
      <h3>{say(OWN_KEYS.title)}</h3>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {view !== undefined && (
        <>
          {view.opens && (
            <p class={isDue ? "ends" : undefined}>
              {say(isDue ? OWN_KEYS.due : OWN_KEYS.since, {
                since: day(dayInUtc(view.since)),
                due: day(dayInUtc(view.dueFrom)),
              })}
            </p>
          )}
          {view.wished !== undefined && (
            <div class="key-waiting">
              <p>
                <strong>{say(OWN_KEYS.wished, { roles: rolesOf(view.wished) })}</strong>
              </p>
              <p>{say(OWN_KEYS.wishedText)}</p>
              <p class="actions">
                <Press
                  label={OWN_KEYS.sign}
                  isFirst
                  busy={busy || view.replacing}
                  onPress={() => change(() => ask("signRoles", { roles: view.wished ?? [] }))}
                />
                <Press label={OWN_KEYS.decline} busy={busy} onPress={() => change(() => ask("withdrawEntry", {}))} />
              </p>
            </div>
          )}
          {view.waiting !== undefined && (
            <div class="key-waiting">
              <p>
                <strong>{say(OWN_KEYS.waiting, { roles: rolesOf(view.waiting.roles) })}</strong>
              </p>
              <NewKeys keys={view.waiting.keys} />
              <p class="actions">
                <Press
                  label={OWN_KEYS.save}
                  busy={busy}
                  onPress={() =>
                    run(async () => {
                      const { file } = await ask("entryFile", {});
                      if (file !== undefined) saveBytes(file, "entri-saya.json");
                    })
                  }
                />
                {takeBack}
              </p>
            </div>
          )}
          {view.replacing && (
            <div class="key-waiting">
              <p>
                <strong>{say(OWN_KEYS.replacing)}</strong>
              </p>
              <p>{say(OWN_KEYS.replacingText)}</p>
              {takeBack}
            </div>
          )}
          {!view.replacing && view.opens && (view.waiting?.keys.length ?? 0) === 0 && (
            <div class="key-choice">
              <p>{say(OWN_KEYS.renewText)}</p>
              <Press
                label={OWN_KEYS.renew}
                isFirst={isDue}
                busy={busy}
                onPress={() => change(() => ask("renewKey", {}))}
              />
            </div>
          )}
          {view.old > 0 && <OldKeys ask={ask} old={view.old} onDone={() => run(load)} />}
          {!view.replacing && <ReplacingKeys ask={ask} onDone={() => run(load)} />}
        </>
      )}
    </section>
  );
}

type PressProps = {
  readonly label: Texts;
  /** What is most likely wanted here */
  readonly isFirst?: boolean;
  readonly busy: boolean;
  readonly onPress: () => void;
};

function Press({ label, isFirst = false, busy, onPress }: PressProps) {
  const { say } = useSpeech();
  return (
    <button type="button" class={isFirst ? "button primary" : "button"} disabled={busy} onClick={onPress}>
      {say(label)}
    </button>
  );
}

function OldKeys({ ask, old, onDone }: { readonly ask: Ask; readonly old: number; readonly onDone: () => void }) {
  const { say, day } = useSpeech();
  const { busy, failure, run } = useWork();
  const [at, setAt] = useState<{ readonly of: number; readonly done: number } | undefined>(undefined);
  const [tidied, setTidied] = useState<Tidied | undefined>(undefined);
  return (
    <div class="key-choice">
      <p>{say(OWN_KEYS.old, { n: old })}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <Press
        label={OWN_KEYS.destroy}
        busy={busy}
        onPress={() =>
          run(async () => {
            setTidied(await ask("destroyOldKeys", {}, { onProgress: setAt }));
            setAt(undefined);
            onDone();
          })
        }
      />
      <div role="status">
        {at !== undefined && <p>{say(OWN_KEYS.looking, at)}</p>}
        {tidied !== undefined && (
          <>
            <p>{say(tidied.destroyed === 0 ? OWN_KEYS.noneDestroyed : OWN_KEYS.destroyed, { n: tidied.destroyed })}</p>
            {tidied.kept.map((kept, index) => (
              <p key={index}>
                {kept.why === "may-come" && say(OWN_KEYS.mayCome, { day: day(dayInUtc(kept.until)) })}
                {kept.why === "open-cases" && say(OWN_KEYS.openCases, { n: kept.cases })}
                {kept.why === "identities" && say(OWN_KEYS.identities)}
              </p>
            ))}
          </>
        )}
      </div>
    </div>
  );
}
