/**
 * The Content-Security-Policy of each page, exact: nothing is allowed but what is used. The build writes them into the
 * manifest, and the server says what the manifest says.
 *
 * `importMapHash` is the one inline script, the page's import map (HTML allows it inline only).
 * The reporter's policy is also that of every file but one: a worker obeys the policy its own file came with, and the
 * one that takes files apart has its own.
 */
export function reporterPolicy(importMapHash: string): string {
  return policy(importMapHash, { "worker-src": "'self'", "trusted-types": "segel-files" });
}

/** Beside the reporter's: the worker is the vault, and another policy may name its address. */
export function deskPolicy(importMapHash: string): string {
  return policy(importMapHash, { "worker-src": "'self'", "trusted-types": "segel-worker" });
}

/** The worker that takes a reporter's files apart: what such a file could make it do, it can tell nobody. */
export function filesWorkerPolicy(): string {
  return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; trusted-types 'none'; require-trusted-types-for 'script'";
}

function policy(importMapHash: string, own: Readonly<Record<string, string>>): string {
  const directives = {
    "default-src": "'none'",
    "script-src": `'self' 'wasm-unsafe-eval' '${importMapHash}'`,
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    ...own,
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
