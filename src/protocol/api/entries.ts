/** What members ask about entries that wait for a request to the roots, and about the seeds in their own vault. */
import { ID_BYTES } from "../../crypto/id-size.ts";
import { HASH_BYTES } from "../../crypto/sodium.ts";
import { bytesInHex, hexOf } from "../encoding/byte-schemas.ts";
import { ROLES } from "../rules/casework.ts";
import { memberSchema } from "../directory/directory.ts";
import type { Route } from "../route.ts";
import * as z from "../encoding/zod.ts";
import { vaultKeys } from "./factors.ts";
import { MAX_DIRECTORY_BYTES, nonce, signature, stored } from "./fields.ts";

const roles = z.nullable(z.array(z.enum(ROLES)).check(z.minLength(1)));

export const ENTRIES = {
  entries: {
    method: "GET",
    path: "/api/entries",
    access: "session",
    summary:
      "Roles that are wished for members, and entries that members have signed anew; the own one, for leads and administrators all",
    answer: {
      status: 200,
      json: z.strictObject({
        entries: z.array(z.strictObject({ memberId: hexOf(ID_BYTES), roles, entry: z.nullable(memberSchema) })),
      }),
      atMost: MAX_DIRECTORY_BYTES,
    },
    problems: [],
  },
  wishRoles: {
    method: "PUT",
    path: "/api/members/:memberId/roles",
    access: "session",
    act: "wish-roles",
    roles: ["lead", "administrator"],
    summary: "Wishes other roles for a member, or none any more; the member signs them, and then the roots",
    params: z.strictObject({ memberId: bytesInHex(ID_BYTES) }),
    body: { json: z.strictObject({ roles }) },
    answer: { status: 200, json: stored },
    problems: ["not-found"],
  },
  putEntry: {
    method: "PUT",
    path: "/api/entry",
    access: "session",
    act: "sign-entry",
    summary:
      "The member's own entry with other roles or keys, signed by itself; none takes it back, and what was wished",
    body: { json: z.strictObject({ entry: z.nullable(memberSchema) }) },
    answer: { status: 200, json: stored },
    problems: ["bad-signature"],
  },
  putVaultKeys: {
    method: "PUT",
    path: "/api/vault/keys",
    access: "session",
    act: "change-vault-keys",
    summary: "Replaces the sealed seeds of the vault, as they were before; signed by the directory key",
    body: {
      json: z.strictObject({
        /** hash("vault-hash", key wrap, keys) as the member read them: another device may have been quicker */
        before: bytesInHex(HASH_BYTES),
        keys: vaultKeys,
        nonce,
        signature,
      }),
    },
    answer: { status: 200, json: stored },
    problems: ["bad-signature", "conflict"],
  },
} as const satisfies Record<string, Route>;
