/** The page's end of the vault worker: asks as promises, and an end that takes the keys with it. */
import { type AskWorker, openWorker } from "../../shared/ask-worker.ts";
import type { Failure, VaultCalls } from "./vault-messages.ts";

/** Beside what the vault tells: what the page itself finds out. */
export type PageFailure =
  | Failure
  | { readonly kind: "page"; readonly code: "not-loaded" | "vault-gone" | "memory-unreadable" | "not-saved" };

export class VaultError extends Error {
  readonly failure: PageFailure;
  constructor(failure: PageFailure) {
    super(failure.kind);
    this.name = "VaultError";
    this.failure = failure;
  }
}

/** What is said of whatever was thrown: text of an error stays unsaid, it might hold what must not be seen. */
export function pageFailureOf(error: unknown): PageFailure {
  return error instanceof VaultError ? error.failure : { kind: "unforeseen" };
}

/** Rejects with VaultError: `vault-gone` when the worker has died, or was closed. */
export type Ask = AskWorker<VaultCalls>["ask"];

export type Vault = {
  readonly ask: Ask;
  /** Ends the worker at once, and with it every key that it held. */
  readonly close: () => void;
};

/** Waits until the worker can hear. Rejects with VaultError `not-loaded`. */
export async function startVault(start: () => Promise<Worker>): Promise<Vault> {
  try {
    const { ask, end } = await openWorker<VaultCalls, PageFailure>(
      start,
      (failure = { kind: "page", code: "vault-gone" }) => new VaultError(failure),
    );
    return { ask, close: end };
  } catch {
    throw new VaultError({ kind: "page", code: "not-loaded" });
  }
}
