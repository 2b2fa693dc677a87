/** segel-kunci.html, as the build makes it: of the source alone, so that one fingerprint serves every office. */
import { KEY_PAGE_FILE, keyPageBody } from "./keys/page.ts";
import { hexDigest } from "./manifest.ts";
import { makeFilePage } from "./single-file.ts";

export function makeKeyPage(): Promise<Uint8Array> {
  return makeFilePage({
    // It holds both forms of libsodium: where WebAssembly is off, it works too.
    script: { source: "src/web/keys/main.tsx", conditions: ["no-wasm"] },
    style: { source: "src/web/keys/keys.css" },
    body: keyPageBody(),
  });
}

/** The line that is compared, as `sha256sum` writes it. */
export function keyPageLine(page: Uint8Array): string {
  return `SHA-256 ${hexDigest(page)}  ${KEY_PAGE_FILE}`;
}
