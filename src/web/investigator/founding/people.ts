/** Who of those who have joined fits where, and what is still missing before the list can be closed. */
import { isSteward, mayGuard, mayRead } from "../../../protocol/rules/casework.ts";
import { LEAST_READERS, LEAST_STEWARDS } from "../../../protocol/limits.ts";
import type { Chosen, JoinerView } from "../vault/messages/founding.ts";

export type Lack = "needsReaders" | "needsCustodian" | "needsStewards";

export function lacksOf(joiners: readonly JoinerView[]): Lack[] {
  const some = (fits: (roles: JoinerView["roles"]) => boolean) => joiners.filter(({ roles }) => fits(roles));
  return [
    ...(some(mayRead).length < LEAST_READERS ? (["needsReaders"] as const) : []),
    ...(some(mayGuard).length > 0 ? [] : (["needsCustodian"] as const)),
    ...(some(isSteward).length < LEAST_STEWARDS ? (["needsStewards"] as const) : []),
  ];
}

/** To begin with: everybody where they can be, and two of the roots. With two readers nobody can be kept out. */
export function firstChoice(joiners: readonly JoinerView[]): Chosen {
  const idsOf = (fits: (roles: JoinerView["roles"]) => boolean) =>
    joiners.filter(({ roles }) => fits(roles)).map(({ id }) => id);
  const recipients = idsOf(mayRead);
  return {
    recipients,
    custodians: idsOf(mayGuard),
    excludable: recipients.length > LEAST_READERS ? recipients : [],
    rootsNeeded: 2,
  };
}
