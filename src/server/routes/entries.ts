/** What waits for a request to the roots, and the seeds in a member's vault. */
import type { ENTRIES } from "../../protocol/api/entries.ts";
import { listEntries, putEntry, putVaultKeys, wishRoles } from "../entrance/entries.ts";
import { actOf } from "../services/common/sessions.ts";
import type { Services } from "../services/services.ts";
import type { Handlers } from "./register.ts";

export function entryHandlers(services: Services): Handlers<keyof typeof ENTRIES> {
  return {
    entries: async ({ caller }) => ({ entries: await listEntries(services, caller) }),
    async wishRoles({ caller, params, body }) {
      await wishRoles(services, params.memberId, body.roles, actOf(caller));
      return { stored: true };
    },
    async putEntry({ caller, body }) {
      await putEntry(services, caller, body.entry);
      return { stored: true };
    },
    async putVaultKeys({ caller, body }) {
      await putVaultKeys(services, caller, { ...body, nonce: services.nonces.read(body.nonce) });
      return { stored: true };
    },
  };
}
