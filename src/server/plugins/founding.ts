/** While an office is founded: a key in a header. Whoever has none, or of an office that is founded, finds nothing here. */
import type { FastifyRequest } from "fastify";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import { FOUNDING_HEADER } from "../../protocol/headers.ts";
import { ProblemError } from "../problem.ts";
import { type FoundingCaller, findFoundingCaller } from "../services/office/founding.ts";
import type { Database } from "../store/database.ts";
import type { Gate } from "./gates.ts";

export function foundingGate(database: Database, { onlyFounder }: { onlyFounder: boolean }): Gate<FoundingCaller> {
  const callers = new WeakMap<FastifyRequest, FoundingCaller>();
  return {
    async beforeBody(request) {
      const key = keyIn(request);
      const caller = key && (await findFoundingCaller(database, key));
      if (caller === undefined) throw new ProblemError("not-found");
      if (onlyFounder && caller !== "founder") throw new ProblemError("forbidden");
      callers.set(request, caller);
    },
    async admit(request) {
      const caller = callers.get(request);
      if (caller === undefined) throw new ProblemError("not-found");
      return caller;
    },
  };
}

/** No page of another site can send this header, so that nothing else has to be asked about where a request comes from. */
function keyIn({ headers }: FastifyRequest): Uint8Array | undefined {
  const text = headers[FOUNDING_HEADER];
  if (typeof text !== "string") return undefined;
  try {
    return fromBase64url(text);
  } catch {
    return undefined;
  }
}
