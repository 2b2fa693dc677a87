/** A clock that stands still: codes of thirty seconds, and days, are those of one moment from a test's beginning to its end. */
import type { Test } from "tap";

/** For the test and the servers in its process, which ask `Date.now`; what waits goes on. */
export function holdClock(t: Pick<Test, "teardown">): void {
  const { now } = Date;
  const held = now();
  t.teardown(() => void (Date.now = now));
  Date.now = () => held;
}
