/** Every code of an error or refusal in words, in all languages. The compiler sees that none is left out. */
import type { ApiErrorCode } from "../client/line/http.ts";
import type { RefusalCode } from "../client/refusal.ts";
import type { CryptoErrorCode } from "../crypto/errors.ts";
import type { DirectoryErrorCode } from "../protocol/directory/directory.ts";
import * as en from "./failures/en.ts";
import * as id from "./failures/id.ts";
import { type Texts, together } from "./text.ts";
import type { Told } from "./told.ts";

type Failures = {
  readonly API_FAILURES: Readonly<Record<ApiErrorCode, Told>>;
  readonly DIRECTORY_FAILURES: Readonly<Record<DirectoryErrorCode, Told>>;
  readonly THREE_DATES: Texts;
  readonly CRYPTO_FAILURES: Readonly<Record<CryptoErrorCode, Told>>;
  readonly REFUSALS: Readonly<Record<RefusalCode, Told>>;
};

export const { API_FAILURES, DIRECTORY_FAILURES, THREE_DATES, CRYPTO_FAILURES, REFUSALS }: Failures = together({
  id,
  en,
});
