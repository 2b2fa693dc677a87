/**
 * Devices whose clock is wrong by years are common, and a directory's dates are all that stops a server
 * from showing an old one for ever. So a clock never counts as earlier than the build, and an error about
 * dates says all three of them: a person can see which one is wrong.
 */
import { type DirectoryErrorCode, DirectoryError } from "../../protocol/directory/directory.ts";

/** What a program knows of the time; ms since 1970. */
export type Clock = {
  /** What the device says */
  readonly now: number;
  /** When the program was written, as its build knows; 0 where nobody does, and the device is believed */
  readonly builtAt: number;
};

/** A program cannot run before it was written (docs/protocol.md, "The directory"). */
export function notBeforeBuild({ now, builtAt }: Clock): number {
  return Math.max(now, builtAt);
}

export type DateError = Extract<
  DirectoryErrorCode,
  "expired" | "not-yet-valid" | "statement-lapsed" | "statement-not-yet-valid"
>;

/** The newest directory, or what its stewards state, is not valid on the day that this device shows: that is old, or the clock is wrong. */
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
