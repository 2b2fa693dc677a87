/** The page's end of the vault worker: asks as promises, and an end that takes the keys with it. */
import type { SignInStep } from "../../../client/member/sign-in.ts";
import type { Failure, FromVault, ToVault, VaultCall, VaultCalls } from "./vault-messages.ts";

/** Beside what the vault tells: what the page itself finds out. */
export type PageFailure =
  | Failure
  | { readonly kind: "page"; readonly code: "not-loaded" | "memory-unreadable" | "not-saved" };

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

export type Listeners = {
  readonly onStep?: (step: SignInStep, done: number | undefined) => void;
  readonly onTried?: (heads: number) => void;
};

/** Rejects with VaultError. Never settles once the vault is closed: nobody is left to hear it. */
export type Ask = <Call extends VaultCall>(
  call: Call,
  ask: VaultCalls[Call]["ask"],
  ports?: readonly MessagePort[],
) => Promise<VaultCalls[Call]["answer"]>;

export type Vault = {
  readonly ask: Ask;
  readonly listen: (listeners: Listeners) => void;
  /** Ends the worker at once, and with it every key that it held. */
  readonly close: () => void;
};

type Waiting = {
  readonly resolve: (answer: VaultCalls[VaultCall]["answer"]) => void;
  readonly reject: (error: VaultError) => void;
};

/** Waits until the worker can hear. Rejects with VaultError `not-loaded`. */
export async function startVault(start: () => Promise<Worker>): Promise<Vault> {
  const notLoaded = () => new VaultError({ kind: "page", code: "not-loaded" });
  let worker: Worker;
  try {
    worker = await start();
  } catch {
    throw notLoaded();
  }
  const waiting = new Map<number, Waiting>();
  let listeners: Listeners = {};
  let newest = 0;

  const hear = (told: FromVault): void => {
    switch (told.tells) {
      case "ready":
        return;
      case "step":
        return listeners.onStep?.(told.step, told.done);
      case "tried":
        return listeners.onTried?.(told.heads);
      case "answer":
        waiting.get(told.number)?.resolve(told.answer);
        waiting.delete(told.number);
        return;
      case "failure":
        waiting.get(told.number)?.reject(new VaultError(told.failure));
        waiting.delete(told.number);
        return;
    }
  };

  await new Promise<void>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<FromVault>) =>
      data.tells === "ready" ? resolve() : hear(data),
    );
    worker.addEventListener("error", () => reject(notLoaded()));
  });

  return {
    ask<Call extends VaultCall>(call: Call, ask: VaultCalls[Call]["ask"], ports: readonly MessagePort[] = []) {
      const number = ++newest;
      return new Promise<VaultCalls[Call]["answer"]>((resolve, reject) => {
        waiting.set(number, { resolve: resolve as Waiting["resolve"], reject });
        worker.postMessage({ number, call, ask } as ToVault, [...ports]);
      });
    },
    listen(wanted) {
      listeners = wanted;
    },
    close: () => worker.terminate(),
  };
}
