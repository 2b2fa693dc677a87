/** What one row of the API's table says. */
import type { ActName } from "./audit/acts.ts";
import type { ROLES } from "./rules/casework.ts";
import type { ProblemCode } from "./problems.ts";
import type * as z from "./encoding/zod.ts";

export type Access =
  /** Anybody. */
  | "public"
  /** Signed by the auth key of the case, with a nonce that serves once. */
  | "reporter"
  /** Signed by the auth key over a solved proof-of-work challenge that serves once. */
  | "proof-of-work"
  /** Signed by the member's directory key; no session. */
  | "member-key"
  /** A session. */
  | "session"
  /** While an office is being founded: the key of whoever has joined, or of the founder. */
  | "founding"
  /** … of the founder alone. */
  | "founder";

type Schema = z.core.$ZodType;
export type Payload =
  | { readonly json: Schema; readonly atMost?: number }
  | { readonly bytes: { readonly atMost: number } };

export type Route = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  /** With a session: the roles of which one is needed; all when absent. */
  readonly roles?: readonly (typeof ROLES)[number][];
  /** With a session that has not passed a second factor, where one is required: it serves for adding one. */
  readonly beforeFactor?: true;
  /** What it is in the audit trail: such a request carries the header `segel-act`, and without it nothing is changed. */
  readonly act?: ActName;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Payload;
  /** No client reads more of an answer than `atMost` bytes; of JSON without one, MAX_JSON_ANSWER_BYTES. */
  readonly answer:
    | { readonly status: 200 | 201 | 204; readonly json?: Schema; readonly bytes?: never; readonly atMost?: number }
    | { readonly status: 200; readonly json?: never; readonly bytes: true; readonly atMost: number }
    /** Server-sent events, for as long as the session lasts; nothing reads it as one answer. */
    | {
        readonly status: 200;
        readonly json?: never;
        readonly bytes?: never;
        readonly events: true;
        readonly atMost: 0;
      };
  /** A proof of work may stand in the nonce's place, and must where the server says `proof-of-work-needed`. */
  readonly isPaid?: true;
  /** Beside those that every route may give: bad-request, too-large, not-found, busy, internal. */
  readonly problems: readonly ProblemCode[];
};
