import { ProblemError } from "../../problem.ts";

/** What was found, or the refusal that says nothing of why there is nothing. */
export function orNotFound<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new ProblemError("not-found");
  return found;
}
