/**
 * How long is waited between two attempts: one table for all that is tried again, by what it is for. Imported whole, as
 * SCHEDULES, so that each bundle carries what it uses.
 */
export type Schedule = {
  /** After the first failure in a row, the second … */
  readonly pausesMs: readonly number[];
  /** After the last pause that one comes again and again; else it is given up. */
  readonly isEndless?: boolean;
};

/** One message: somebody waits for it and can press again. The last pause outlives a server that is started again on a busy machine. */
export const message: Schedule = { pausesMs: [250, 1_000, 4_000, 10_000] };

/** A report, as long as its page is open: the seconds are counted down on the screen. */
export const report: Schedule = { pausesMs: [5_000, 10_000, 20_000, 30_000, 60_000], isEndless: true };

const FILES_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000];
/** Cells of files, as long as anybody waits */
export const files: Schedule = { pausesMs: FILES_MS, isEndless: true };

/** The same on a command line: some six minutes of a server that does not answer; then the person decides. */
export const filesOnce: Schedule = { pausesMs: [...FILES_MS, 60_000, 60_000, 60_000, 60_000] };

/** A part of the page itself, as long as its screen is shown */
export const pagePart: Schedule = { pausesMs: [5_000], isEndless: true };
