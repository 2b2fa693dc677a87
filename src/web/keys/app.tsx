/** The way through the page: is it genuine, is the machine offline, what is to be done. */
import { useState } from "preact/hooks";
import type { KeyPageIcon } from "./icon-names.ts";
import { Icon } from "./icon.tsx";
import { NetworkGate, type Override, WhileOffline, useOnline } from "./network.tsx";
import { usePageLanguage } from "./page-language.ts";
import { Action, Banner, Screen } from "./parts.tsx";
import { TaskList } from "./task-list.tsx";
import { Giving } from "./giving.tsx";
import { Rehearsing } from "./rehearsing.tsx";
import { MakingRoot } from "./making-root.tsx";
import { Signing } from "./signing.tsx";
import { type ChooseLanguage, LanguageSwitch } from "../screen/language-switch.tsx";
import { SpeechContext, useSpeech } from "../screen/speech.ts";
import { PracticeContext } from "./practice.ts";
import { Splitting } from "./splitting.tsx";
import { CHECK, FRAME, NETWORK, TASKS } from "./words.ts";

const TASK_ICONS = {
  root: "key",
  split: "person",
  sign: "pencil",
  rehearse: "refresh",
  give: "person",
} as const satisfies Readonly<Record<string, KeyPageIcon>>;
type Task = keyof typeof TASK_ICONS;

export function App() {
  const { speech, setLanguage } = usePageLanguage(FRAME.title);
  const [isChecked, setChecked] = useState(false);
  const [override, setOverride] = useState<Override>();
  const [task, setTask] = useState<Task>();
  const online = useOnline();
  const isOffline = !online || override !== undefined;
  const end = () => setTask(undefined);
  return (
    <SpeechContext.Provider value={speech}>
      <PracticeContext.Provider value={override === "practice"}>
        <Header onLanguage={setLanguage} />
        <main class="key-page">
          {override === "practice" && <p class="practice-line">{speech.say(FRAME.practice)}</p>}
          {!isChecked ? (
            <Check onChecked={() => setChecked(true)} />
          ) : task === undefined ? (
            isOffline ? (
              <Tasks isSure={!online} onTask={setTask} />
            ) : (
              <NetworkGate onOverride={setOverride} />
            )
          ) : (
            <WhileOffline isOffline={isOffline}>
              <p class="way-back">
                <button type="button" class="link" onClick={end}>
                  <Icon name="back" /> {speech.say(FRAME.back)}
                </button>
              </p>
              {task === "root" && <MakingRoot onEnd={end} />}
              {task === "split" && <Splitting onEnd={end} />}
              {task === "sign" && <Signing onEnd={end} />}
              {task === "rehearse" && <Rehearsing onEnd={end} />}
              {task === "give" && <Giving onEnd={end} />}
            </WhileOffline>
          )}
        </main>
      </PracticeContext.Provider>
    </SpeechContext.Provider>
  );
}

function Header({ onLanguage }: { readonly onLanguage: ChooseLanguage }) {
  const { say } = useSpeech();
  return (
    <header class="key-header">
      <p class="brand">
        <Icon name="mark" /> Segel
      </p>
      <p class="muted">{say(FRAME.title)}</p>
      <LanguageSwitch onLanguage={onLanguage} />
    </header>
  );
}

/** How each system says the hash of a file. */
const HASH_COMMANDS = [
  ["Linux, Tails", "sha256sum segel-kunci.html"],
  ["macOS", "shasum -a 256 segel-kunci.html"],
  ["Windows (PowerShell)", "Get-FileHash segel-kunci.html"],
] as const;

function Check({ onChecked }: { readonly onChecked: () => void }) {
  const { say } = useSpeech();
  return (
    <Screen title={say(CHECK.title)}>
      <Banner tone="warn" title={say(CHECK.lead)} />
      <ol class="steps stack">
        <li>
          <p>{say(CHECK.step1)}</p>
          <dl class="commands">
            {HASH_COMMANDS.map(([system, command]) => (
              <div key={system}>
                <dt>{system}</dt>
                <dd>
                  <code>{command}</code>
                </dd>
              </div>
            ))}
          </dl>
        </li>
        <li>{say(CHECK.step2)}</li>
        <li>{say(CHECK.step3)}</li>
      </ol>
      <div class="actions">
        <Action label={say(CHECK.go)} primary onClick={onChecked} />
      </div>
    </Screen>
  );
}

function Tasks({ isSure, onTask }: { readonly isSure: boolean; readonly onTask: (task: Task) => void }) {
  const { say } = useSpeech();
  return (
    <Screen title={say(TASKS.title)}>
      {isSure && (
        <p class="offline-line">
          <Icon name="offline" /> {say(NETWORK.offline)}
        </p>
      )}
      <TaskList icons={TASK_ICONS} words={TASKS} onTask={onTask} />
      <p class="hint">{say(TASKS.nothingKept)}</p>
    </Screen>
  );
}
