/** Why the client itself will not do something that was asked: nothing was sent, and nothing typed is lost. */
import type { Finding } from "./answers.ts";

export type RefusalCode =
  /** The text does not keep the limits: see `findings`. */
  | "findings"
  | "unknown-channel"
  /** Somebody was excluded whom this channel does not let be excluded. */
  | "not-excludable"
  /** Fewer than two persons would be left to read: another channel is needed. */
  | "too-few-recipients"
  /** An alarm stands on this case: writing on would put the writer at risk. */
  | "alarm"
  /** Closing needs an outcome, archiving a reason. */
  | "outcome-needed"
  | "reason-needed"
  | "move-not-allowed"
  /** The unwrapped keys are not those of the directory, or the member is not in it. */
  | "keys-differ";

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly findings: readonly Finding[];
  constructor(code: RefusalCode, findings: readonly Finding[] = []) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.findings = findings;
  }
}
