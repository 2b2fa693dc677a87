/** Starting the worker that reads PDF, from code that stands in the page itself: the frame can load nothing. */

/** Of the data block that the build writes (src/web/preview-pages.ts). */
const CODE_ID = "reader";

/** As the page's Content-Security-Policy names it (src/web/policies.ts). */
const POLICY = "segel-reader";

type Policy = { createScriptURL(url: string): string };
type PolicyFactory = { createPolicy(name: string, rules: Policy): Policy };

/** The policy lets this one address through, and may be made only once. */
export function startReader(): Worker {
  const code = JSON.parse(document.getElementById(CODE_ID)?.textContent ?? "") as string;
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const rules: Policy = {
    createScriptURL(url) {
      if (url !== address) throw new TypeError("not the reader's address");
      return url;
    },
  };
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  return new Worker((trustedTypes?.createPolicy(POLICY, rules) ?? rules).createScriptURL(address));
}
