/**
 * The vault: the only place in the browser where a passphrase, what is derived from it, and a member's keys are.
 * Locking ends this worker, and with it all of them.
 */
import { answerPage } from "../../shared/ask-worker.ts";
import { failureOf } from "./parts/failures.ts";
import type { Failure, VaultCalls } from "./messages/vault.ts";
import { makeVault } from "./vault.ts";

// The imports above have waited for libsodium.
answerPage<VaultCalls, Failure>(makeVault(location.origin), failureOf);
