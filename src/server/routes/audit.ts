/** What members are shown of the audit trail. */
import type { AUDIT } from "../../protocol/api/audit.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import type { Services } from "../services/services.ts";
import type { Handlers } from "./register.ts";

export function auditHandlers({ audit }: Services): Handlers<keyof typeof AUDIT> {
  return {
    async auditHead({ query }) {
      const { proof, ...head } = await audit.head(query.from ?? 0);
      return { ...head, proof: toBase64url(proof) };
    },
    auditPage: ({ caller, query }) => audit.page(caller, { number: query.page, size: query.size }),
    async auditStatements({ query: { directory, from } }) {
      return { statements: await audit.statementsOn(directory, from) };
    },
    caseAudit: ({ caller, params, query }) =>
      audit.ofCase(caller, params.handle, { after: query.after, size: query.size }),
  };
}
