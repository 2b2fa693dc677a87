/** Starting the vault's worker: the one place where an address becomes code, and so the one Trusted Types policy. */
import { type Delivery, chooseChunk, fetchChecked } from "./delivery.ts";

/** As the Content-Security-Policy of the desk names it (src/web/policies.ts). */
const POLICY = "segel-worker";

type Policy = { createScriptURL(url: string): string };
type PolicyFactory = { createPolicy(name: string, rules: Policy): Policy };

/** Made once: the name may be taken only once in a page, and the vault is opened again after each lock. */
let policy: Policy | undefined;

/** The policy lets one address through; where a browser knows no Trusted Types, nothing asks for one. */
export async function startWorker(delivery: Delivery): Promise<Worker> {
  const asset = chooseChunk(delivery, "worker");
  await fetchChecked(asset);
  policy ??= makePolicy(asset.url);
  return new Worker(policy.createScriptURL(asset.url), { type: "module" });
}

function makePolicy(address: string): Policy {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const createScriptURL = (url: string) => {
    if (url !== address) throw new TypeError("not the worker's address");
    return url;
  };
  return trustedTypes?.createPolicy(POLICY, { createScriptURL }) ?? { createScriptURL };
}
