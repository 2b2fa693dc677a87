/** Who may come in: one gate for each kind of access in the API table. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Access, Route } from "../../protocol/route.ts";
import type { FoundingCaller } from "../services/office/founding.ts";
import type { Reporter } from "../services/cases/reporter-case.ts";
import type { Session } from "../services/common/sessions.ts";
import type { Spent } from "../store/spent.ts";

export type Gate<Caller> = {
  /** Refuses by headers alone, so that a stranger's body is not even read. */
  readonly beforeBody: (
    request: FastifyRequest,
    reply: FastifyReply,
    route: Pick<Route, "roles" | "beforeFactor" | "act">,
  ) => Promise<void>;
  /** Who is calling, once the body is there. Throws ProblemError. */
  readonly admit: (request: FastifyRequest, body: Uint8Array) => Promise<Caller>;
};

export type ReportSender = { readonly caseId: Uint8Array; readonly challenge: Spent };

export type Callers = {
  public: undefined;
  reporter: Reporter;
  "proof-of-work": ReportSender;
  /** The handler itself checks the signature, which is over values of the body. */
  "member-key": undefined;
  session: Session;
  founding: FoundingCaller;
  founder: FoundingCaller;
};

export type Gates = { readonly [Kind in Access]: Gate<Callers[Kind]> };

export const openGate: Gate<undefined> = {
  beforeBody: async () => {},
  admit: async () => undefined,
};
