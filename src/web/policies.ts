/**
 * The Content-Security-Policy of each page, exact: nothing is allowed but what is used. The build writes them into the
 * manifest, and the server says what the manifest says.
 *
 * `importMapHash` is the one inline script, the page's import map (HTML allows it inline only).
 * The reporter's policy is also that of every file: a worker obeys the policy its own file came with.
 */
export function reporterPolicy(importMapHash: string): string {
  return policy(importMapHash, { "worker-src": "'none'", "trusted-types": "'none'" });
}

/** Beside the reporter's: a worker for the vault, and the one policy that may name its address. */
export function deskPolicy(importMapHash: string): string {
  return policy(importMapHash, { "worker-src": "'self'", "trusted-types": "segel-worker" });
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
