import { CryptoError } from "../../src/crypto/errors.ts";

/** What a parser did with bytes that nobody checked: its value, or undefined for the one documented error. */
export function tried<Value>(parse: () => Value): Value | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof CryptoError && error.code === "malformed") return undefined;
    throw error;
  }
}
