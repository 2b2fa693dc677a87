/** segel-penerima.html, as the build makes it: of the source alone, so that one fingerprint serves every office. */
import { receiverPageBody } from "./keys/receiver/page.ts";
import { RECEIVER_PAGE_FILE } from "./shared/receiver-page-file.ts";
import { hexDigest } from "./manifest.ts";
import { makeFilePage } from "./single-file.ts";

export function makeReceiverPage(): Promise<Uint8Array> {
  return makeFilePage({
    script: { source: "src/web/keys/receiver/main.tsx", conditions: ["no-wasm"] },
    style: { source: "src/web/keys/keys.css" },
    body: receiverPageBody(),
  });
}

/** The line that is compared, as `sha256sum` writes it. */
export function receiverPageLine(page: Uint8Array): string {
  return `SHA-256 ${hexDigest(page)}  ${RECEIVER_PAGE_FILE}`;
}
