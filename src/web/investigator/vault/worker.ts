/**
 * The vault: the only place in the browser where a passphrase, what is derived from it, and a member's keys are.
 * Locking ends this worker, and with it all of them.
 */
import { type FromVault, type ToVault } from "./vault-messages.ts";
import { failureOf } from "./vault-failures.ts";
import { makeVault } from "./vault.ts";

/** A worker's own side of the channel; the DOM's types describe a window's. */
type Scope = {
  readonly location: Location;
  postMessage(message: FromVault): void;
  addEventListener(type: "message", listener: (event: MessageEvent<ToVault>) => void): void;
};
const scope = globalThis as unknown as Scope;

const vault = makeVault(scope.location.origin, (told) => scope.postMessage(told));

scope.addEventListener("message", ({ data }) => void answer(data));
// The imports above wait for libsodium: what was said before this line found nobody listening.
scope.postMessage({ tells: "ready" });

async function answer(asked: ToVault): Promise<void> {
  const { number } = asked;
  try {
    scope.postMessage({ tells: "answer", number, answer: await vault(asked) });
  } catch (error) {
    scope.postMessage({ tells: "failure", number, failure: failureOf(error) });
  }
}
