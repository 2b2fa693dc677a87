import { CryptoError } from "../../../crypto/errors.ts";
import { ProblemError } from "../../problem.ts";

/** What somebody sent, as it was read; bytes that are not of the format are refused, with nothing of why. */
export function readSent<Sent>(read: () => Sent, refusal: "bad-envelope" | "not-found" = "bad-envelope"): Sent {
  try {
    return read();
  } catch (error) {
    if (error instanceof CryptoError) throw new ProblemError(refusal);
    throw error;
  }
}
