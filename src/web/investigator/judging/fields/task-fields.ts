/** What a task asks for. */
import type { RecordContent } from "../../../../protocol/records.ts";
import { TASK_ID_BYTES } from "../../../../protocol/rules/tasks.ts";
import type { Texts } from "../../../../words/text.ts";
import { FIRST_LANGUAGE, LANGUAGE_CODES } from "../../../../words/languages.ts";
import { makeId } from "../../parts/random-id.ts";
import type { CaseView } from "../../vault/messages/vault.ts";
import type { RecordField } from "../form/record-field.ts";
import type { RecordFormOf } from "../form/use-record-form.ts";
import { TASKS } from "../words.ts";

export type TaskContent = Omit<Extract<RecordContent, { kind: "task" }>, "kind" | "after" | "task">;

/** Random, so that two who write at once write two. */
export function newTaskId(): string {
  return makeId(TASK_ID_BYTES);
}

export function taskFields(view: CaseView): readonly RecordField[] {
  const readers = view.casework.readers.now;
  return [
    { kind: "line", path: ["what"], name: TASKS.what, required: true },
    {
      kind: "choice",
      path: ["who"],
      name: TASKS.who,
      names: Object.fromEntries(readers.map((id) => [id, textsOf(view.names[id])])),
      none: TASKS.anybody,
    },
    { kind: "day", path: ["until"], name: TASKS.until },
  ];
}

/** A name as the directory has it, for whichever language the page speaks. */
function textsOf(names: Readonly<Record<string, string>> = {}): Texts {
  const any = names[FIRST_LANGUAGE] ?? Object.values(names)[0] ?? "";
  return Object.fromEntries(LANGUAGE_CODES.map((language) => [language, names[language] ?? any])) as Texts;
}

export const EMPTY_TASK: TaskContent = { what: "", who: null, until: null, from: "hand", of: "" };

/** The form of one task; a new one has a name from the beginning, so that a lost answer does not write it twice. */
export function taskForm(id: string, fresh: TaskContent = EMPTY_TASK): RecordFormOf<TaskContent> {
  return {
    name: `task-${id}`,
    versionsIn: ({ records }) =>
      records
        .flatMap(({ sequence, author, storedOn, record }) =>
          record.kind === "task" && record.task === id
            ? [{ sequence, by: author, on: storedOn, content: record as unknown as TaskContent }]
            : [],
        )
        .toReversed(),
    fresh,
    recordOf: ({ what, who, until, from, of }, after) => ({
      kind: "task",
      task: id,
      after,
      what,
      who,
      until,
      from,
      of,
    }),
  };
}
