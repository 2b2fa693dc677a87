/** What somebody may have come for: a button each, with a line on when it is needed. */
import type { Texts } from "../../words/text.ts";
import { useSpeech } from "../screen/speech.ts";
import type { KeyPageIcon } from "./icon-names.ts";
import { Icon } from "./icon.tsx";

type TaskListProps<Task extends string> = {
  /** In the order in which they stand */
  readonly icons: Readonly<Record<Task, KeyPageIcon>>;
  readonly words: Readonly<Record<Task | `${Task}Hint`, Texts>>;
  readonly onTask: (task: Task) => void;
};

export function TaskList<Task extends string>({ icons, words, onTask }: TaskListProps<Task>) {
  const { say } = useSpeech();
  return (
    <ul class="tasks">
      {(Object.keys(icons) as Task[]).map((task) => (
        <li key={task}>
          <button type="button" class="task" onClick={() => onTask(task)}>
            <Icon name={icons[task]} />
            <span>
              <strong>{say(words[task])}</strong>
              <span class="second">{say(words[`${task}Hint`])}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
