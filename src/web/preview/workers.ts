/** Starting the workers that read and draw PDF and decode HEIC, from code that stands in the page itself: the frame can load nothing. */

/** Of the data blocks that the build writes (src/web/preview-pages.ts). */
type Part = "reader" | "painter" | "decoder";

/** As the page's Content-Security-Policy names it (src/web/policies.ts). */
const POLICY = "segel-pdf";

type Policy = { createScriptURL(url: string): string };
type PolicyFactory = { createPolicy(name: string, rules: Policy): Policy };

const addresses = new Set<string>();
let policy: Policy | undefined;

export function startPart(part: Part): Worker {
  const code = JSON.parse(document.getElementById(part)?.textContent ?? "") as string;
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  addresses.add(address);
  policy ??= makePolicy();
  return new Worker(policy.createScriptURL(address));
}

/** Lets through what was made here, and nothing else. */
function makePolicy(): Policy {
  const rules: Policy = {
    createScriptURL(url) {
      if (!addresses.has(url)) throw new TypeError("not a worker of this page");
      return url;
    },
  };
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  return trustedTypes?.createPolicy(POLICY, rules) ?? rules;
}
