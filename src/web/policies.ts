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

/**
 * Beside the reporter's: another policy, which may name the address of the vault's worker, and frames of our own. Of our
 * pages only the previews let themselves be framed.
 */
export function deskPolicy(importMapHash: string): string {
  return policy(importMapHash, { "worker-src": "'self'", "frame-src": "'self'", "trusted-types": "segel-worker" });
}

/** The one script and the one style that stand in the page, as `sha256-…`. */
export type InlineHashes = { readonly script: string; readonly style: string };

/**
 * The frame that shows a stranger's file. `sandbox` gives it an origin that is nobody's, also where somebody opens it by
 * hand: it has no cookie and no storage, opens no window, sends no form, leads nobody elsewhere. It loads nothing at all,
 * so its script stands in it, and it sees only what it made itself (`blob:`).
 */
export function previewPolicy(hashes: InlineHashes): string {
  return framePolicy(hashes, { "img-src": "blob:", "media-src": "blob:", "trusted-types": "'none'" });
}

/** It makes nothing of its own: what reads its file is a worker that the desk lends. */
export function lentPreviewPolicy(hashes: InlineHashes): string {
  return framePolicy(hashes, { "worker-src": "'none'", "trusted-types": "'none'" });
}

/** The worker that reads a stranger's PDF or HEIC: what such a file could make it do, it can tell nobody but its frame. */
export function previewReaderPolicy(): string {
  return "default-src 'none'; trusted-types 'none'; require-trusted-types-for 'script'";
}

/**
 * A page that is opened as a file, and says this itself: it loads nothing, sends nothing, leads nowhere. Pictures and
 * what it gives to be saved it makes itself. `frame-ancestors` means nothing there: a file cannot be framed from the web.
 */
export function filePolicy({ script, style }: InlineHashes): string {
  return written({
    "default-src": "'none'",
    "script-src": `'${script}' 'wasm-unsafe-eval'`,
    "style-src": `'${style}'`,
    "base-uri": "'none'",
    "form-action": "'none'",
    "trusted-types": "'none'",
    "require-trusted-types-for": "'script'",
  });
}

function framePolicy({ script, style }: InlineHashes, own: Readonly<Record<string, string>>): string {
  return written({
    sandbox: "allow-scripts",
    "default-src": "'none'",
    "script-src": `'${script}'`,
    "style-src": `'${style}'`,
    ...own,
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
    "require-trusted-types-for": "'script'",
  });
}

/** The worker that takes a reporter's files apart: what such a file could make it do, it can tell nobody. */
export function filesWorkerPolicy(): string {
  return "default-src 'none'; script-src 'wasm-unsafe-eval'; trusted-types 'none'; require-trusted-types-for 'script'";
}

function policy(importMapHash: string, own: Readonly<Record<string, string>>): string {
  return written({
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
  });
}

function written(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
