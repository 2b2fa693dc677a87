/** A machine whose load raises no price, however busy it is with the tests: its event loop is counted as idle. */
import { type EventLoopUtilization, performance } from "node:perf_hooks";
import type { Test } from "tap";

/** What the server counts beside it (src/server/admission/load.ts), requests being worked on, it counts as ever. */
export function beQuiet(t: Pick<Test, "teardown">): void {
  const value = (): EventLoopUtilization => ({ idle: 1, active: 0, utilization: 0 });
  Object.defineProperty(performance, "eventLoopUtilization", { value, configurable: true });
  // What stands behind it is the platform's own.
  t.teardown(() => Reflect.deleteProperty(performance, "eventLoopUtilization"));
}
