/**
 * Devices whose clock is wrong by years are common, and a directory's dates are all that stops a server
 * from showing an old one for ever. So a clock never counts as earlier than the build, and an error about
 * dates says all three of them: a person can see which one is wrong.
 */
import { type DirectoryErrorCode, DirectoryError } from "../../protocol/directory.ts";

/** Raised with each release: a client of this code cannot run before it was written (protocol, "Directory"). */
const BUILT_AT_MS = Date.parse("2026-11-25T00:00:00Z");

export function notBeforeBuild(now: number): number {
  return Math.max(now, BUILT_AT_MS);
}

export type DateError = Extract<DirectoryErrorCode, "expired" | "not-yet-valid">;

/** The newest directory is not valid on the day that this device shows: the directory is old, or the clock is wrong. */
export class ClockDoubt extends DirectoryError {
  /** What the device says; all three in ms since 1970 */
  readonly clock: number;
  readonly notBefore: number;
  readonly expires: number;
  constructor(
    code: DateError,
    clock: number,
    { notBefore, expires }: { readonly notBefore: number; readonly expires: number },
  ) {
    super(code);
    this.clock = clock;
    this.notBefore = notBefore;
    this.expires = expires;
  }
}
