/** The way through the receiver's page: a package is opened, a key is made, or its words are read out. */
import { useState } from "preact/hooks";
import { LanguageSwitch } from "../../screen/language-switch.tsx";
import { SpeechContext, useSpeech } from "../../screen/speech.ts";
import type { KeyPageIcon } from "../icon-names.ts";
import { Icon } from "../icon.tsx";
import { usePageLanguage } from "../page-language.ts";
import { Screen } from "../parts.tsx";
import { TaskList } from "../task-list.tsx";
import { Making } from "./making.tsx";
import { Naming } from "./naming.tsx";
import { Opening } from "./opening.tsx";
import { RECEIVER, TASKS } from "./words.ts";

const TASK_ICONS = { open: "lock", make: "key", name: "person" } as const satisfies Readonly<
  Record<string, KeyPageIcon>
>;
type Task = keyof typeof TASK_ICONS;

export function App() {
  const { speech, setLanguage } = usePageLanguage(RECEIVER.title);
  const [task, setTask] = useState<Task>();
  return (
    <SpeechContext.Provider value={speech}>
      <header class="key-header">
        <p class="brand">
          <Icon name="mark" /> Segel
        </p>
        <p class="muted">{speech.say(RECEIVER.title)}</p>
        <LanguageSwitch onLanguage={setLanguage} />
      </header>
      <main class="key-page">
        {task === undefined ? (
          <Tasks onTask={setTask} />
        ) : (
          <>
            <p class="way-back">
              <button type="button" class="link" onClick={() => setTask(undefined)}>
                <Icon name="back" /> {speech.say(RECEIVER.back)}
              </button>
            </p>
            {task === "open" && <Opening />}
            {task === "make" && <Making />}
            {task === "name" && <Naming />}
          </>
        )}
      </main>
    </SpeechContext.Provider>
  );
}

function Tasks({ onTask }: { readonly onTask: (task: Task) => void }) {
  const { say } = useSpeech();
  return (
    <Screen title={say(RECEIVER.title)}>
      <p>{say(RECEIVER.lead)}</p>
      <TaskList icons={TASK_ICONS} words={TASKS} onTask={onTask} />
      <p class="hint">{say(RECEIVER.nothingSent)}</p>
    </Screen>
  );
}
