/** How long is waited between two attempts: one table for all that is tried again, by what it is for. */

/** Milliseconds to wait after the so-many-th failure in a row, from 0; undefined to give up. */
export type Schedule = (failures: number) => number | undefined;

export const SCHEDULES = {
  /** One message: somebody waits for it and can press again. The last pause outlives a server that is started again on a busy machine. */
  message: ending(250, 1_000, 4_000, 10_000),
  /** A report, as long as its page is open: its seconds are counted down on the screen. */
  report: endless(5_000, 10_000, 20_000, 30_000, 60_000),
  /** Cells of files, as long as anybody waits */
  files: endless(1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000),
  /** The same on a command line: some six minutes of a server that does not answer; then the person decides. */
  filesOnce: ending(1_000, 2_000, 5_000, 10_000, 20_000, 30_000, ...Array<number>(5).fill(60_000)),
  /** A part of the page itself, as long as its screen is shown */
  pagePart: endless(5_000),
} as const satisfies Record<string, Schedule>;

function ending(...pausesMs: number[]): Schedule {
  return (failures) => pausesMs[failures];
}

/** The last pause comes again and again. */
function endless(...pausesMs: number[]): Schedule {
  return (failures) => pausesMs[failures] ?? pausesMs.at(-1);
}
