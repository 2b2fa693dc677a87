/** Starting the vault's worker: the one place where an address becomes code, and so the one Trusted Types policy. */
import { type Delivery, chooseChunk, fetchChecked } from "./delivery.ts";

/** As the Content-Security-Policy of the desk names it (src/web/policies.ts). */
const POLICY = "segel-worker";

type Policy = { createScriptURL(url: string): string };
type PolicyFactory = { createPolicy(name: string, rules: Policy): Policy };

/** The policy lets one address through; where a browser knows no Trusted Types, nothing asks for one. */
export async function startWorker(delivery: Delivery): Promise<Worker> {
  const asset = chooseChunk(delivery, "worker");
  await fetchChecked(asset);
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const createScriptURL = (url: string) => {
    if (url !== asset.url) throw new TypeError("not the worker's address");
    return url;
  };
  const policy = trustedTypes?.createPolicy(POLICY, { createScriptURL }) ?? { createScriptURL };
  return new Worker(policy.createScriptURL(asset.url), { type: "module" });
}
