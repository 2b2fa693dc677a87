/** Who of those who have joined fits where, and what is still missing before the list can be closed. */
import { isCaseworker, isSteward } from "../../../protocol/rules/casework.ts";
import { LEAST_STEWARDS } from "../../../protocol/limits.ts";
import type { Chosen, JoinerView } from "../vault/founding-messages.ts";

/** Fewer cannot agree on anything (docs/protocol.md, "The directory"). */
export const LEAST_READERS = 2;

export function mayRead({ roles }: Pick<JoinerView, "roles">): boolean {
  return isCaseworker(roles) && !roles.includes("custodian");
}

export function mayGuard({ roles }: Pick<JoinerView, "roles">): boolean {
  return roles.includes("custodian");
}

export type Lack = "needsReaders" | "needsCustodian" | "needsStewards";

export function lacksOf(joiners: readonly JoinerView[]): Lack[] {
  return [
    ...(joiners.filter(mayRead).length < LEAST_READERS ? (["needsReaders"] as const) : []),
    ...(joiners.some(mayGuard) ? [] : (["needsCustodian"] as const)),
    ...(joiners.filter(({ roles }) => isSteward(roles)).length < LEAST_STEWARDS ? (["needsStewards"] as const) : []),
  ];
}

/** To begin with: everybody where they can be, and two of the roots. With two readers nobody can be kept out. */
export function firstChoice(joiners: readonly JoinerView[]): Chosen {
  const idsOf = (fits: (joiner: JoinerView) => boolean) => joiners.filter(fits).map(({ id }) => id);
  const recipients = idsOf(mayRead);
  return {
    recipients,
    custodians: idsOf(mayGuard),
    excludable: recipients.length > LEAST_READERS ? recipients : [],
    rootsNeeded: 2,
  };
}
