/** The page's end of the vault worker: asks as promises, and an end that takes the keys with it. */
import { type AskWorker, openWorker } from "../../shared/ask-worker.ts";
import type { Failure, LineSilence, VaultCalls } from "./messages/vault.ts";

/** Beside what the vault tells: what the page itself finds out. */
export type PageFailure =
  | Failure
  | {
      readonly kind: "page";
      readonly code: "not-loaded" | "vault-gone" | "memory-unreadable" | "not-saved" | "no-passkey";
    };

export class VaultError extends Error {
  readonly failure: PageFailure;
  constructor(failure: PageFailure) {
    super(failure.kind);
    this.name = "VaultError";
    this.failure = failure;
  }

  /** Each part of the desk that is fetched by itself has a copy of this class, and is thrown those of the page's own. */
  static override [Symbol.hasInstance](value: unknown): value is VaultError {
    return value instanceof Error && value.name === "VaultError";
  }
}

/** What is said of whatever was thrown: text of an error stays unsaid, it might hold what must not be seen. */
export function pageFailureOf(error: unknown): PageFailure {
  return error instanceof VaultError ? error.failure : { kind: "unforeseen" };
}

/** Rejects with VaultError: `vault-gone` when the worker has died, or was closed. */
export type Ask = AskWorker<VaultCalls>["ask"];

/** What the vault's line to the server is doing. */
export type VaultLine = {
  /** Told when nothing has come for a while, and undefined when something has. Returns what ends the telling. */
  readonly onSilence: (listener: (silence: LineSilence | undefined) => void) => () => void;
  /** Ends what waits: whoever asked tries again, or says that it failed. */
  readonly giveUp: () => void;
};

export type Vault = {
  readonly ask: Ask;
  readonly line: VaultLine;
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
    return { ask, line: watchLine(ask), close: end };
  } catch {
    throw new VaultError({ kind: "page", code: "not-loaded" });
  }
}

/** One that starts with the first question; where it did not start, whoever asks next starts it again. */
export function startWhenAsked(start: () => Promise<Worker>): Pick<Vault, "ask" | "close"> {
  let vault: Promise<Vault> | undefined;
  return {
    async ask(call, asked, options) {
      vault ??= startVault(start).catch((error: unknown) => {
        vault = undefined;
        throw error;
      });
      return (await vault).ask(call, asked, options);
    },
    close: () => void vault?.then((started) => started.close()).catch(() => {}),
  };
}

function watchLine(ask: Ask): VaultLine {
  const { line, tell } = makeLine(() => void ask("giveUp", {}).catch(() => {}));
  // Ends with the vault, like everything else that was asked of it.
  ask("watchLine", {}, { onProgress: tell }).catch(() => tell(undefined));
  return line;
}

/** A line, and what is told of it to whoever listens. */
export function makeLine(giveUp: () => void): { line: VaultLine; tell: (silence: LineSilence | undefined) => void } {
  const listeners = new Set<(silence: LineSilence | undefined) => void>();
  let now: LineSilence | undefined;
  const tell = (silence: LineSilence | undefined) => {
    now = silence;
    for (const listener of listeners) listener(silence);
  };
  const line: VaultLine = {
    onSilence(listener) {
      listeners.add(listener);
      listener(now);
      return () => listeners.delete(listener);
    },
    giveUp,
  };
  return { line, tell };
}
