/**
 * The rules by which WEBCAT's extension takes a manifest and an answer, written anew from its documentation
 * (github.com/freedomofpress/webcat-docs: CSP, requirements; its validators of 2026): each refusal in a sentence.
 */
import type { IncomingHttpHeaders } from "node:http";

export type WebcatManifest = {
  readonly version: string;
  readonly default_csp: string;
  readonly extra_csp: Readonly<Record<string, string>>;
  readonly default_index: string;
  readonly default_fallback: string;
  readonly files: Readonly<Record<string, string>>;
  readonly wasm: readonly string[];
};

export function manifestFaults(manifest: WebcatManifest): string[] {
  const { files, default_csp, default_index, default_fallback, extra_csp, wasm } = manifest;
  const faults: string[] = [];
  if (Object.keys(files).length === 0) faults.push("no files");
  if (default_index === "" || files[`/${default_index}`] === undefined)
    faults.push(`default_index: the list has no /${default_index}`);
  if (files[default_fallback] === undefined) faults.push(`default_fallback: the list has no ${default_fallback}`);
  if (!Array.isArray(wasm)) faults.push("no list of WebAssembly");
  for (const name of Object.keys({ ...files, ...extra_csp }))
    if (!name.startsWith("/")) faults.push(`${name}: no slash`);
  for (const hash of [...Object.values(files), ...wasm])
    if (!/^[\w-]{43}$/u.test(hash)) faults.push(`${hash}: no SHA-256 in base64url`);
  for (const [name, policy] of Object.entries({ default_csp: default_csp, ...extra_csp }))
    faults.push(...policyFaults(policy).map((fault) => `${name}: ${fault}`));
  return faults;
}

const HASH = /^'sha(256|384|512)-[\w+/=-]+'$/iu;
const isOneOf =
  (...words: string[]) =>
  (source: string) =>
    words.includes(source.toLowerCase()) || (words.includes("HASH") && HASH.test(source));

/** Directive → what may stand there; all others are free. */
const ALLOWED: Readonly<Record<string, (source: string) => boolean>> = {
  "default-src": isOneOf("'none'", "'self'"),
  "script-src": isOneOf("'none'", "'self'", "'wasm-unsafe-eval'", "HASH"),
  "script-src-elem": isOneOf("'none'", "'self'", "'wasm-unsafe-eval'", "HASH"),
  "script-src-attr": isOneOf("'none'"),
  "style-src": isOneOf("'none'", "'self'", "'unsafe-inline'", "'unsafe-hashes'", "HASH"),
  "style-src-elem": isOneOf("'none'", "'self'", "'unsafe-inline'", "'unsafe-hashes'", "HASH"),
  "object-src": isOneOf("'none'"),
  "worker-src": isOneOf("'none'", "'self'"),
};

export function policyFaults(policy: string): string[] {
  if (policy.includes(",")) return ["a comma makes two policies of it"];
  const directives = new Map<string, string[]>();
  for (const part of policy.split(";")) {
    const [name = "", ...sources] = part.trim().split(/\s+/u);
    if (name !== "" && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  const faults: string[] = [];
  for (const [name, sources] of directives)
    for (const source of sources) if (ALLOWED[name]?.(source) === false) faults.push(`${name} must not have ${source}`);
  const base = directives.get("default-src") ?? [];
  if (!(base.length === 1 && base[0] === "'none'"))
    for (const name of ["script-src", "style-src", "object-src", "worker-src"])
      if (!directives.has(name)) faults.push(`${name} is missing beside such a default-src`);
  // Workers fall back to child-src, and from there to script-src: neither may let in what worker-src may not.
  const workers = directives.get("worker-src") ?? directives.get("child-src") ?? [];
  for (const source of workers)
    if (!isOneOf("'none'", "'self'")(source)) faults.push(`workers must not come from ${source}`);
  return [...new Set(faults)];
}

/** The policy that an answer to this path must carry, letter by letter. */
export function expectedPolicy({ default_csp, extra_csp, default_index }: WebcatManifest, path: string): string {
  const name = path === "/" ? default_index : path;
  const exact = extra_csp[name];
  if (exact !== undefined) return exact;
  const [longest] = Object.keys(extra_csp)
    .filter((prefix) => name.startsWith(prefix))
    .toSorted((a, b) => b.length - a.length);
  return longest === undefined ? default_csp : (extra_csp[longest] ?? "");
}

/** The hash that a page, script or style under this path must have; none where WEBCAT itself says that there is nothing. */
export function expectedHash(
  { files, default_index, default_fallback }: WebcatManifest,
  path: string,
): string | undefined {
  return files[path] ?? (path.endsWith("/") ? files[path + default_index] : files[default_fallback]);
}

/** What no answer of an enrolled site may say. */
export function headerFaults(headers: IncomingHttpHeaders): string[] {
  const { location, refresh, link, "origin-agent-cluster": cluster } = headers;
  return [
    ...(location !== undefined && !/^(\/(?!\/)|\.\.?\/)/u.test(location) ? ["Location leads elsewhere"] : []),
    ...(refresh === undefined ? [] : ["Refresh"]),
    ...(link === undefined ? [] : ["Link"]),
    ...(cluster !== undefined && cluster !== "?1" ? [`Origin-Agent-Cluster: ${String(cluster)}`] : []),
  ];
}
