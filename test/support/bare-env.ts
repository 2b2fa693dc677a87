/**
 * What a program that a test starts finds of the surroundings: where programs and temporary files are, and the clock
 * under which the test itself runs (test/dates/run.sh). Nobody's settings, and none of tap's own variables.
 */
const KEPT = ["PATH", "TMPDIR", "LD_PRELOAD", "CLOCK_SHIFT", "TZ"];

export const BARE_ENV: Readonly<Record<string, string>> = Object.fromEntries(
  KEPT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);
