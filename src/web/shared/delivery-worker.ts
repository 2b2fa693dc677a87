/** Starting a page's worker: the one place where an address becomes code, and so the one Trusted Types policy. */
import { type Delivery, chooseChunk, fetchChecked } from "./delivery.ts";

/** The desk's vault, what reads its previews and what counts its figures; and what cleans and seals a reporter's files. */
type WorkerName = "worker" | "figures-worker" | "pdf-reader" | "heif-reader" | "files-worker";

/** As the Content-Security-Policy of each page names it (src/web/policies.ts). */
const POLICIES: Readonly<Record<WorkerName, string>> = {
  worker: "segel-worker",
  "figures-worker": "segel-worker",
  "pdf-reader": "segel-worker",
  "heif-reader": "segel-worker",
  "files-worker": "segel-files",
};

type Policy = { createScriptURL(url: string): string };
type PolicyFactory = { createPolicy(name: string, rules: Policy): Policy };

/** Made once: the name may be taken only once in a page, and a worker is started again after each end. */
let policy: Policy | undefined;
const addresses = new Set<string>();

/** The policy lets through what the build told and was checked; where a browser knows no Trusted Types, nothing asks for one. */
export async function startWorker(delivery: Delivery, name: WorkerName): Promise<Worker> {
  const asset = chooseChunk(delivery, name);
  await fetchChecked(asset);
  addresses.add(asset.url);
  policy ??= makePolicy(POLICIES[name]);
  return new Worker(policy.createScriptURL(asset.url), { type: "module" });
}

function makePolicy(name: string): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const createScriptURL = (url: string) => {
    if (!addresses.has(url)) throw new TypeError("not a worker's address");
    return url;
  };
  return trustedTypes?.createPolicy(name, { createScriptURL }) ?? { createScriptURL };
}
