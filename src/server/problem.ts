import type { ProblemCode } from "../protocol/problems.ts";

/** A refusal that a client may see. Its message is the code: nothing of a request can slip into it. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode) {
    // An ordinary answer, not a fault: where it came from is of no use, and collecting it costs as much as the rest.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(code);
    Error.stackTraceLimit = stackTraceLimit;
    this.name = "ProblemError";
    this.code = code;
  }
}
