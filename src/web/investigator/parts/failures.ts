/** Failures as the desk tells them: the words of all programs, and where a page knows better, its own. */
import { API_FAILURES, CRYPTO_FAILURES, DIRECTORY_FAILURES, REFUSALS } from "../../../words/failures.ts";
import { together } from "../../../words/text.ts";
import { type Told, inOwnWords } from "../../../words/told.ts";
import type { PageFailure } from "../vault/vault-client.ts";
import * as en from "./words/failures/en.ts";
import * as id from "./words/failures/id.ts";

const { OWN, PAGE_FAILURES, FAILURE_WORDS } = together({ id, en });
export { FAILURE_WORDS };

const API = inOwnWords(API_FAILURES, OWN.api);
const DIRECTORY = inOwnWords(DIRECTORY_FAILURES, OWN.directory);
const CRYPTO = inOwnWords(CRYPTO_FAILURES, OWN.crypto);
const REFUSAL = inOwnWords(REFUSALS, OWN.refusal);

export function toldOf(failure: PageFailure): Told {
  switch (failure.kind) {
    case "api":
      return API[failure.code];
    case "directory":
      return DIRECTORY[failure.code];
    case "crypto":
      return CRYPTO[failure.code];
    case "refusal":
      return REFUSAL[failure.code];
    case "page":
      return PAGE_FAILURES[failure.code];
    case "unforeseen":
      return PAGE_FAILURES.unforeseen;
  }
}
