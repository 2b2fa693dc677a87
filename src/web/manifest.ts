/**
 * The list of all files and their hashes, in the shape of a WEBCAT manifest (github.com/freedomofpress/webcat-spec;
 * its newer form: SHA-256 in base64url). Not signed: signing needs the operator's keys and a transparency log.
 */
import { createHash } from "node:crypto";

/** Path as in an address → content. */
export type BuiltFiles = Map<string, Uint8Array>;

export type Policies = {
  /** Applies to every path that no key of `policies` is the beginning of */
  readonly defaultPolicy: string;
  readonly policies: Readonly<Record<string, string>>;
};

/** What an address that ends in a slash means: WEBCAT looks for its name at the end of the path. */
const INDEX = "index.html";

export function makeManifest(
  files: BuiltFiles,
  { app, version, defaultPolicy, policies }: Policies & { readonly app: string; readonly version: string },
): string {
  const named = [...files].map(([name, bytes]) => [name === "/" ? `/${INDEX}` : name, bytes] as const);
  const sorted = named.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const manifest = {
    app,
    version,
    default_csp: defaultPolicy,
    extra_csp: policies,
    default_index: INDEX,
    default_fallback: "/404.html",
    wasm: [...new Set([...files.values()].flatMap(findWebAssembly))].toSorted(),
    files: Object.fromEntries(sorted.map(([name, bytes]) => [name, digest(bytes).toString("base64url")])),
  };
  return `${JSON.stringify({ manifest, signatures: {} }, undefined, 2)}\n`;
}

/** libsodium carries its WebAssembly inside its script, as base64: what begins with the magic number "\0asm". */
const EMBEDDED = /AGFzbQ[A-Za-z0-9+/]+=*/gu;

function findWebAssembly(bytes: Uint8Array): string[] {
  const embedded = Buffer.from(bytes).toString("latin1").match(EMBEDDED) ?? [];
  return embedded.map((base64) => digest(Buffer.from(base64, "base64")).toString("base64url"));
}

function digest(data: Uint8Array | string, algorithm = "sha256"): Buffer {
  return createHash(algorithm).update(data).digest();
}

export function hexDigest(data: Uint8Array | string): string {
  return digest(data).toString("hex");
}

/** As in an `integrity` attribute, and in a Content-Security-Policy between quotes. */
export function sriOf(data: Uint8Array | string, algorithm: "sha256" | "sha384"): string {
  return `${algorithm}-${digest(data, algorithm).toString("base64")}`;
}
