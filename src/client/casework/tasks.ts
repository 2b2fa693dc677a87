/** Tasks: the newest wording of each, and whether it is done. */
import type { Recorded } from "./recorded.ts";

export type Task = {
  readonly id: string;
  /** Of its newest wording: what a change is made upon */
  readonly sequence: number;
  readonly what: string;
  /** A member's id; undefined where it is anybody's, or of somebody who does not read the case */
  readonly who: string | undefined;
  readonly until: string | undefined;
  /** `hand`, `suggestion`, `mention`, or a code of a later version */
  readonly from: string;
  readonly of: string;
  /** Who wrote it first, and when */
  readonly by: string;
  readonly on: string;
  /** Who has said last that it is done */
  readonly done: { readonly by: string; readonly on: string; readonly text: string } | undefined;
  /** Its newest wording was made upon another than the one before it. */
  readonly overlooks: boolean;
};

/** In the order in which they were written first. @param readers as in `foldCasework` */
export function foldTasks(records: readonly Recorded[], readers: readonly string[]): Task[] {
  const tasks = new Map<string, Task>();
  for (const { sequence, author, storedOn, record } of records) {
    if (record.kind === "task") {
      const { task: id, after, what, who, until, from, of } = record;
      const before = tasks.get(id);
      tasks.set(id, {
        id,
        sequence,
        what,
        who: who !== null && readers.includes(who) ? who : undefined,
        until: until ?? undefined,
        from,
        of,
        by: before?.by ?? author,
        on: before?.on ?? storedOn,
        done: before?.done,
        overlooks: after !== (before?.sequence ?? 0),
      });
    }
    if (record.kind === "task-done") {
      const known = tasks.get(record.task);
      // Of a task that nobody wrote nothing is done.
      if (known !== undefined)
        tasks.set(known.id, {
          ...known,
          done: record.done ? { by: author, on: storedOn, text: record.text } : undefined,
        });
    }
  }
  return [...tasks.values()];
}

/** What is still to be done, by a member's own or anybody's: what is due first stands first. */
export function openTasksOf(tasks: readonly Task[], member: string): Task[] {
  return tasks
    .filter(({ done, who }) => done === undefined && (who === undefined || who === member))
    .toSorted((a, b) => compareDays(a.until, b.until));
}

/** What has no day comes last. */
function compareDays(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}

/** Numbers of notes whose mention has become a task already. */
export function mentionsTaken(tasks: readonly Pick<Task, "from" | "of">[]): ReadonlySet<string> {
  return new Set(tasks.filter(({ from }) => from === "mention").map(({ of }) => of));
}
