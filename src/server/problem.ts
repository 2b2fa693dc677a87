import type { ProblemCode } from "../protocol/problems.ts";

/** A refusal that a client may see. Its message is the code: nothing of a request can slip into it. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode) {
    super(code);
    this.name = "ProblemError";
    this.code = code;
  }
}
