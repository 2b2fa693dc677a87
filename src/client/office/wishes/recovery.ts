/** Another recovery key: reports that come from then on are sealed to it. Those of before stay sealed to the one before. */
import type { DirectoryDocument, ListedRecovery } from "../../../protocol/directory/directory.ts";

export type RecoveryWish = { readonly what: "recovery"; readonly recovery: ListedRecovery };

export function setRecovery(document: DirectoryDocument, { recovery }: RecoveryWish): DirectoryDocument {
  return { ...document, recovery };
}
