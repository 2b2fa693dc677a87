/** How much each member has to do: open cases, and which of them are late or urgent. Told by what this device has opened. */
import { isIn } from "../../../protocol/rules/casework.ts";
import type { Colleague } from "../vault/messages/vault.ts";
import type { ListRow } from "./list-rows.ts";

export type Load = { readonly open: number; readonly late: number; readonly urgent: number };
export type Loads = {
  readonly of: (member: string) => Load;
  readonly nobody: Load;
};

const NONE: Load = { open: 0, late: 0, urgent: 0 };

export function loadsOf(rows: readonly ListRow[]): Loads {
  const loads = new Map<string | null, Load>();
  for (const { digest, state, next, urgency } of rows) {
    if (isIn("ended", state)) continue;
    const assignee = digest?.assignee ?? null;
    const { open, late, urgent } = loads.get(assignee) ?? NONE;
    loads.set(assignee, {
      open: open + 1,
      late: late + (next !== undefined && next.left < 0 ? 1 : 0),
      urgent: urgent + (urgency > 1 ? 1 : 0),
    });
  }
  return { of: (member) => loads.get(member) ?? NONE, nobody: loads.get(null) ?? NONE };
}

/** Those who may work on cases of these channels, whoever has least to do first. */
export function candidatesFor(
  channels: ReadonlySet<string>,
  colleagues: readonly Colleague[],
  loads: Loads,
): readonly Colleague[] {
  return colleagues
    .filter((one) => [...channels].every((channel) => one.channels.includes(channel)))
    .toSorted((a, b) => loads.of(a.id).open - loads.of(b.id).open);
}
