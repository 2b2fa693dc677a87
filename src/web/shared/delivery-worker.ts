/** Starting a page's worker: the one place where an address becomes code, and so the one Trusted Types policy. */
import { type Delivery, chooseChunk, fetchChecked } from "./delivery.ts";

/** The desk's vault, and what cleans and seals a reporter's files: a page has one of them. */
type WorkerName = "worker" | "files-worker";

/** As the Content-Security-Policy of each page names it (src/web/policies.ts). */
const POLICIES: Readonly<Record<WorkerName, string>> = { worker: "segel-worker", "files-worker": "segel-files" };

type Policy = { createScriptURL(url: string): string };
type PolicyFactory = { createPolicy(name: string, rules: Policy): Policy };

/** Made once: the name may be taken only once in a page, and a worker is started again after each end. */
let policy: Policy | undefined;

/** The policy lets one address through; where a browser knows no Trusted Types, nothing asks for one. */
export async function startWorker(delivery: Delivery, name: WorkerName): Promise<Worker> {
  const asset = chooseChunk(delivery, name);
  await fetchChecked(asset);
  policy ??= makePolicy(POLICIES[name], asset.url);
  return new Worker(policy.createScriptURL(asset.url), { type: "module" });
}

function makePolicy(name: string, address: string): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const createScriptURL = (url: string) => {
    if (url !== address) throw new TypeError("not the worker's address");
    return url;
  };
  return trustedTypes?.createPolicy(name, { createScriptURL }) ?? { createScriptURL };
}
