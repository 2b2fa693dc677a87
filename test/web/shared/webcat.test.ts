import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import t from "tap";
import { makeManifest } from "../../../src/web/manifest.ts";
import { buildTestPages } from "../../support/pages.ts";
import { getRaw } from "./raw.ts";
import { startSite } from "../support/site.ts";
import {
  type WebcatManifest,
  expectedHash,
  expectedPolicy,
  headerFaults,
  manifestFaults,
  policyFaults,
} from "./webcat.ts";

// A first build on a busy machine.
t.setTimeout(300_000);

const webDir = await buildTestPages();
const text = await fs.readFile(path.join(webDir, ".well-known/webcat/manifest.json"), "utf8");
const { manifest } = JSON.parse(text) as { manifest: WebcatManifest };

const WRONG = ["/wrong", "/desk/wrong", "/deskwrong", "/preview-wrong", "/a/wrong.js", "/wrong/", "/en/wrong"];
const OF_THE_API = ["/api", "/api/health", "/api/directory", "/api/wrong", "/apiwrong"];

t.test("attack 104: the rules refuse what WEBCAT refuses", (t) => {
  const none = "default-src 'none'";
  for (const policy of [
    `${none}; worker-src blob:`,
    `${none}; child-src blob:`,
    `${none}; script-src 'self' 'unsafe-eval'`,
    `${none}; script-src https://elsewhere.example`,
    `${none}; script-src 'nonce-AAAA'`,
    `${none}, ${none}`,
    "default-src 'self'; script-src 'self'",
    "default-src 'none' 'self'",
    "worker-src 'self'",
  ])
    t.not(policyFaults(policy).length, 0, policy);
  t.same(policyFaults(`${none}; script-src 'sha256-AAAA='; style-src 'self'; worker-src 'self'; img-src blob:`), []);
  t.not(manifestFaults({ ...manifest, default_index: "/" }).length, 0, "the index is a name");
  t.not(manifestFaults({ ...manifest, default_fallback: "/nowhere.html" }).length, 0);
  t.not(manifestFaults({ ...manifest, extra_csp: { "/desk": "worker-src blob:" } }).length, 0);
  t.end();
});

t.test("attack 104: the manifest that was built is one that WEBCAT accepts, and so is one of any other pages", (t) => {
  t.same(manifestFaults(manifest), []);
  t.ok(Object.keys(manifest.extra_csp).length > 5);
  const other = makeManifest(
    new Map([
      ["/", new Uint8Array(1)],
      ["/404.html", new Uint8Array(2)],
    ]),
    {
      app: "https://lapor.example",
      version: "1.0.0",
      defaultPolicy: "default-src 'none'",
      policies: {},
    },
  );
  t.same(manifestFaults((JSON.parse(other) as { manifest: WebcatManifest }).manifest), []);
  t.end();
});

t.test(
  "attack 104: every answer is one that WEBCAT accepts, page by page, wrong addresses and the API included",
  async (t) => {
    const { origin } = await startSite(t);
    const addresses = [
      "/",
      ...Object.keys(manifest.files),
      ...WRONG,
      ...OF_THE_API,
      "/.well-known/webcat/manifest.json",
    ];
    for (const name of addresses) {
      const { status, headers, body } = await getRaw(origin, name, { "accept-encoding": "gzip" });
      t.equal(headers["content-security-policy"], expectedPolicy(manifest, name), `${name}: policy`);
      t.same(headerFaults(headers), [], `${name}: headers`);
      // What is neither page nor script nor style passes as it is, unless the list has it.
      if (name in manifest.files || headers["content-type"]?.startsWith("text/") === true) {
        const hash = createHash("sha256").update(gunzipSync(body)).digest("base64url");
        t.equal(hash, expectedHash(manifest, name) ?? hash, `${name}: ${status}`);
      }
    }
  },
);
