/** The addresses under which people reach this service; they are what is signed. */
import type { FastifyRequest } from "fastify";

export type Origins = {
  /** As browsers say them, for example "https://segel.example" */
  readonly all: readonly string[];
  /** The one that a request was sent to, by its Host header; undefined for any other host */
  readonly of: (request: FastifyRequest) => string | undefined;
};

export function makeOrigins(all: readonly string[]): Origins {
  const byHost = new Map(all.map((origin) => [new URL(origin).host, origin]));
  return { all, of: ({ headers: { host } }) => (host === undefined ? undefined : byHost.get(host.toLowerCase())) };
}

/** Plain http on this very machine: the only place without https, or Tor's own encryption. */
export function isLoopback(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return (
    protocol === "http:" && (hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/u.test(hostname))
  );
}
