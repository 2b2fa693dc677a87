/** The part of <head> that the build knows: every file with its hash. */
import type { Asset, Delivery } from "./shared/delivery.ts";
import { escapeForScript } from "../protocol/encoding/canonical-json.ts";

/** Chunks are imported by address; the map adds the hash that the browser demands of each. */
export function importMapOf(chunks: Delivery["chunks"]): string {
  const integrity = Object.fromEntries(Object.values(chunks).map(({ url, integrity }) => [url, integrity]));
  return JSON.stringify({ integrity });
}

/** Icon and style sheet of a page that is served. */
export function linksTo({ icon, style }: { readonly icon: Asset; readonly style: Asset }): string {
  return `<link rel="icon" href="${icon.url}" type="image/svg+xml">
<link rel="stylesheet" href="${style.url}" integrity="${style.integrity}">`;
}

type Head = {
  readonly icon: Asset;
  readonly style: Asset;
  readonly script: Asset;
  readonly importMap: string;
  readonly delivery: Delivery;
};

export function makeHead({ icon, style, script, importMap, delivery }: Head): string {
  return [
    linksTo({ icon, style }),
    // Before any module: a map that comes later is not asked.
    `<script type="importmap">${importMap}</script>`,
    `<script type="application/json" id="assets">${escapeForScript(JSON.stringify(delivery))}</script>`,
    `<script type="module" src="${script.url}" integrity="${script.integrity}"></script>`,
  ].join("\n");
}
