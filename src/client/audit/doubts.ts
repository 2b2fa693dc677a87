/** Acts whose authors saw another log than the one that stands here: each is noted, and reading goes on behind it. */
import type { Member } from "../../protocol/directory/directory.ts";
import type { AuditFault } from "./verdict.ts";

export type Doubt = {
  readonly fault: AuditFault;
  /** Place of the act */
  readonly entry: number;
  /** How long the log was that its author saw */
  readonly seen: number;
  readonly author: Pick<Member, "id" | "names">;
};

/**
 * One for each author and kind of fault, the first before the next: after an entry was taken out every later act says so.
 * @param vouched so many entries are as acts of others saw them; who saw no more than that was shown another log
 */
export function doubtsByAuthor(doubts: readonly Doubt[], vouched: number): AuditFault[] {
  const told = new Map<string, AuditFault>();
  for (const { fault, entry, seen, author } of doubts) {
    const { code, first, last, kind } =
      seen <= vouched ? ({ code: "split-view", first: entry, last: entry, kind: "act" } as const) : fault;
    const name = `${code} ${author.id}`;
    const before = told.get(name);
    const by = {
      id: author.id,
      names: author.names,
      entry: before?.by?.entry ?? entry,
      acts: (before?.by?.acts ?? 0) + 1,
    };
    told.set(name, before === undefined ? { code, first, last, kind, by } : { ...before, by });
  }
  return [...told.values()];
}
