/**
 * What a program that a test starts finds of the surroundings: where programs and temporary files are, and the clock
 * under which the test itself runs (test/dates/run.sh). Nobody's settings, and none of tap's own variables.
 */
import { fileURLToPath } from "node:url";

/** Compiled code of tests and of programs that they start, which halves what each of the many starts costs. */
export const COMPILED_CODE = fileURLToPath(new URL("../../../.tap/code", import.meta.url));

const KEPT = ["PATH", "TMPDIR", "LD_PRELOAD", "CLOCK_SHIFT", "TZ"];

const kept = KEPT.flatMap((name) => {
  const value = process.env[name];
  return value === undefined ? [] : [[name, value] as const];
});

export const BARE_ENV: Readonly<Record<string, string>> = {
  ...Object.fromEntries(kept),
  NODE_COMPILE_CACHE: COMPILED_CODE,
};
