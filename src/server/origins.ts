/** The addresses under which people reach this service; they are what is signed. */
import type { FastifyRequest } from "fastify";

/** The configured origin that the request was sent to, by its Host header; undefined for any other host. */
export function originOf(request: FastifyRequest, origins: readonly string[]): string | undefined {
  const { host } = request.headers;
  return host === undefined ? undefined : origins.find((origin) => new URL(origin).host === host.toLowerCase());
}

/** Plain http on this very machine: the only place without https, or Tor's own encryption. */
export function isLoopback(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "http:" && (hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/u.test(hostname));
}
