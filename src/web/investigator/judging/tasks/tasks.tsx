/** Tasks in the rail: what is to be done first, what was done and by whom; mentions in notes propose one. */
import { mentionsIn } from "../../../../client/casework/mentions.ts";
import { type Task, mentionsTaken } from "../../../../client/casework/tasks.ts";
import { Icon } from "../../parts/icons.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { withForm } from "../../writing/drafts.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { useWriting } from "../../writing/use-writing.ts";
import { readersIn } from "../considered.ts";
import { TASKS } from "../words.ts";
import { EMPTY_TASK, newTaskId, taskForm } from "../fields/task-fields.ts";

export function Tasks(opened: OpenedCaseProps) {
  const { view, draft, onDraft } = opened;
  const { say } = useSpeech();
  const { tasks } = view.casework;
  const open = tasks
    .filter(({ done }) => done === undefined)
    .toSorted((a, b) => ((a.until ?? "9999") < (b.until ?? "9999") ? -1 : 1));
  const done = tasks.filter(({ done: is }) => is !== undefined);
  const add = () => onDraft({ form: taskForm(newTaskId()).name });
  return (
    <section class="tasks" aria-labelledby="tasks-title">
      <div class="rail-head">
        <h2 id="tasks-title" tabIndex={-1}>
          {say(TASKS.title, { n: open.length })}
        </h2>
        {view.writable.notes && (
          <button type="button" class="link" onClick={add}>
            {say(TASKS.add)}
          </button>
        )}
      </div>
      {open.length === 0 && <p class="muted">{say(TASKS.none)}</p>}
      <ul>
        {open.map((task) => (
          <TaskItem key={task.id} task={task} {...opened} />
        ))}
      </ul>
      {view.writable.notes &&
        mentionedIn(opened).map(({ note, who, text }) => (
          <p key={`${note} ${who}`} class="mention">
            {say(TASKS.mentioned)} <q class="typed">{text}</q>{" "}
            <button
              type="button"
              class="link"
              onClick={() => {
                const { name } = taskForm(newTaskId());
                const content = { ...EMPTY_TASK, what: text, who, from: "mention" as const, of: String(note) };
                onDraft({ ...withForm(draft, name, { after: 0, content }), form: name });
              }}
            >
              {say(TASKS.fromMention)}
            </button>
          </p>
        ))}
      {done.length > 0 && (
        <details>
          <summary>{say(TASKS.done, { n: done.length })}</summary>
          <ul>
            {done.map((task) => (
              <TaskItem key={task.id} task={task} {...opened} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type Mention = { readonly note: number; readonly who: string; readonly text: string };

/** Mentions that nobody has made a task of yet; of a note the beginning stands for what is to be done. */
function mentionedIn({ view }: OpenedCaseProps): Mention[] {
  const taken = mentionsTaken(view.casework.tasks);
  const readers = readersIn(view);
  return view.notes.flatMap(({ sequence, message, effective }) => {
    if (!effective || message?.kind !== "text" || taken.has(String(sequence))) return [];
    const text = [...message.text.replace(/\s+/gu, " ").trim()].slice(0, 200).join("");
    return mentionsIn(message.text, readers).map((who) => ({ note: sequence, who, text }));
  });
}

function TaskItem({ task, view, member, onDraft, work }: OpenedCaseProps & { readonly task: Task }) {
  const { say, day, name, today } = useSpeech();
  const wanted = task.done === undefined;
  const writing = useWriting(
    () =>
      work.writeRecord(
        { kind: "task-done", task: task.id, done: wanted, text: "" },
        // A colleague ticked it already: then there is nothing to say.
        ({ casework }) => (casework.tasks.find(({ id }) => id === task.id)?.done === undefined) === wanted,
      ),
    () => {},
  );
  const isLate = task.done === undefined && task.until !== undefined && task.until < today();
  const isToday = task.done === undefined && task.until === today();
  const who =
    task.who === undefined
      ? say(TASKS.anybody)
      : task.who === member.memberId
        ? say(TASKS.you)
        : name(view.names[task.who]);
  return (
    <li>
      <label class="tick">
        <input
          type="checkbox"
          checked={task.done !== undefined}
          disabled={!view.writable.notes || writing.busy}
          onChange={writing.submit}
        />
        <span class="typed" dir="auto">
          {task.what}
        </span>
      </label>
      <p class="second">
        <bdi>{who}</bdi>
        {task.until !== undefined && (
          <span class={isLate ? "late" : isToday ? "soon" : undefined}>
            {" · "}
            {(isLate || isToday) && <Icon name={isLate ? "warning" : "clock"} />}{" "}
            {isLate ? say(TASKS.late, { day: day(task.until) }) : isToday ? say(TASKS.today) : day(task.until)}
          </span>
        )}
        {task.done !== undefined && (
          <> · {say(TASKS.doneBy, { name: name(view.names[task.done.by]), day: day(task.done.on) })}</>
        )}
        {task.done === undefined && view.writable.notes && (
          <>
            {" "}
            <button
              type="button"
              class="link"
              aria-label={`${say(TASKS.change)}: ${task.what}`}
              onClick={() => onDraft({ form: taskForm(task.id).name })}
            >
              {say(TASKS.change)}
            </button>
          </>
        )}
      </p>
      {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
      <span role="status">{writing.newer !== undefined && say(TASKS.changedMeanwhile)}</span>
    </li>
  );
}
