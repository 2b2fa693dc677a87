/** Members' requests: a session in a cookie, and proof that the request comes from our own page. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { SAME_SITE_HEADER } from "../../protocol/headers.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import type { ActName } from "../../protocol/audit/acts.ts";
import type { Role } from "../../protocol/rules/casework.ts";
import { type Origins, isLoopback } from "../origins.ts";
import { ProblemError } from "../problem.ts";
import { type Session, type SessionDeps, findSignedIn } from "../services/common/sessions.ts";
import { readAct } from "./acts.ts";
import type { Gate } from "./gates.ts";

/** `__Host-`: from this very host, over a secure connection, for all paths; no other site can set it (RFC 6265bis, 4.1.3.2). */
const COOKIE = { name: "__Host-segel", attributes: "Path=/; HttpOnly; SameSite=Strict; Secure" } as const;
/** Plain http on this very machine cannot set that one. */
const LOOPBACK_COOKIE = { name: "segel", attributes: "Path=/; HttpOnly; SameSite=Strict" } as const;

export function sessionGate(deps: SessionDeps & { readonly origins: Origins }): Gate<Session> {
  const sessions = new WeakMap<FastifyRequest, { session: Session; act: ActName | undefined }>();
  return {
    async beforeBody(request, reply, { roles, beforeFactor, act }) {
      refuseCrossSite(request, deps.origins);
      const cookie = sessionCookieIn(request, deps.origins);
      const found = cookie === undefined ? undefined : await findSignedIn(deps, cookie);
      if (found === undefined) throw new ProblemError("not-signed-in");
      const { session, renewed } = found;
      if (session.mustAddFactor && beforeFactor !== true) throw new ProblemError("factor-needed");
      if (!mayUse(session, roles)) throw new ProblemError("forbidden");
      if (renewed !== undefined) setSessionCookie(request, reply, deps.origins, renewed);
      sessions.set(request, { session, act });
    },
    async admit(request, body) {
      const found = sessions.get(request);
      if (found === undefined) throw new ProblemError("not-signed-in");
      const { session, act } = found;
      return act === undefined ? session : { ...session, act: readAct(request, { session, act, body }) };
    },
  };
}

function mayUse({ member }: Session, roles: readonly Role[] | undefined): boolean {
  return roles === undefined || member.roles.some((role) => roles.includes(role));
}

/** A form or an image of another site can send none of these right; SameSite=Strict keeps the cookie from it as well. */
export function refuseCrossSite(request: FastifyRequest, origins: Origins): void {
  const { origin, "sec-fetch-site": site } = request.headers;
  const own = request.method === "GET" || request.headers[SAME_SITE_HEADER] !== undefined;
  if (!own || (origin !== undefined && !origins.all.includes(origin)) || site === "cross-site")
    throw new ProblemError("cross-site");
}

function cookieFor(request: FastifyRequest, origins: Origins): typeof COOKIE | typeof LOOPBACK_COOKIE {
  const origin = origins.of(request);
  return origin !== undefined && isLoopback(origin) ? LOOPBACK_COOKIE : COOKIE;
}

/** The one session cookie. Two of a name mean that somebody else set one of them: then none counts. */
function sessionCookieIn(request: FastifyRequest, origins: Origins): Uint8Array | undefined {
  const { name } = cookieFor(request, origins);
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim().split("=", 2));
  const [value, ...more] = pairs.flatMap(([key, text]) => (key === name && text !== undefined ? [text] : []));
  if (value === undefined || more.length > 0) return undefined;
  try {
    return fromBase64url(value);
  } catch {
    return undefined;
  }
}

export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  origins: Origins,
  cookie: Uint8Array,
): void {
  const { name, attributes } = cookieFor(request, origins);
  reply.header("set-cookie", `${name}=${toBase64url(cookie)}; ${attributes}`);
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply, origins: Origins): void {
  const { name, attributes } = cookieFor(request, origins);
  reply.header("set-cookie", `${name}=; ${attributes}; Max-Age=0`);
}
