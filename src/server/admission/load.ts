/** How busy this process is: the share of the last seconds in which its event loop ran, and requests being worked on. */
import { performance } from "node:perf_hooks";

export type Load = {
  readonly isHigh: () => boolean;
  /** Counts `work` as under way from its beginning to its end, however it ends. */
  readonly during: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly stop: () => void;
};

/** Long enough that one large report is no load, short enough that a flood is noticed at once. */
const WINDOW_MS = 2_000;
/** Above seven tenths, waiting times grow several times over (queueing: 1 / (1 − utilisation)). */
const HIGH_UTILIZATION = 0.7;
/** Four times what sixteen busy clients have under way. */
const HIGH_IN_FLIGHT = 64;

export function watchLoad(): Load {
  let inFlight = 0;
  let utilization = 0;
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    ({ utilization } = performance.eventLoopUtilization(now, before));
    before = now;
  }, WINDOW_MS);
  timer.unref();
  return {
    isHigh: () => utilization > HIGH_UTILIZATION || inFlight > HIGH_IN_FLIGHT,
    async during(work) {
      inFlight++;
      try {
        return await work();
      } finally {
        inFlight--;
      }
    },
    stop: () => clearInterval(timer),
  };
}
