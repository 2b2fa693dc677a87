/** The keys that all who can open a case share: epoch 0 follows from the content key. */
import { type Bytes } from "../bytes.ts";
import { derive } from "../sodium.ts";
import { type SealingKeyPair, deriveSealingKeyPair } from "./keys.ts";

/** Team secret of epoch 0 = derive(content key, "team-secret", case id). */
export function deriveTeamSecret(contentKey: Uint8Array, caseId: Uint8Array): Bytes {
  return derive(contentKey, "segel/1/team-secret", caseId);
}

/** The X-Wing pair to which reporter and team seal messages for the team. */
export function deriveTeamKeyPair(teamSecret: Uint8Array): SealingKeyPair {
  return deriveSealingKeyPair(derive(teamSecret, "segel/1/team-seed"));
}

/** Thread key of an epoch above 0: that of epoch 0 came inside the report. */
export function deriveThreadKey(teamSecret: Uint8Array): Bytes {
  return derive(teamSecret, "segel/1/thread-key");
}
