/**
 * A page that is one file and loads nothing: script, style and data stand in it. Where no server says a policy for it, as
 * for a file opened from a stick, the page says its own, in which each of them is named by its hash.
 */
import { type Bundle, bundle } from "./bundle.ts";
import { escapeForScript } from "../protocol/encoding/canonical-json.ts";
import { sriOf } from "./manifest.ts";
import { type InlineHashes, filePolicy } from "./policies.ts";
import { type Served, renderDocument } from "./shared/document.ts";

export type InlineParts = {
  readonly style: string;
  readonly script: string;
  /** What its script reads, by the id of its data block, which nothing executes where it stands */
  readonly blocks?: Readonly<Record<string, unknown>>;
};

/** A script or a style as it stands in a page. */
export async function writeInline(part: Bundle): Promise<string> {
  return Buffer.from(await bundle(part))
    .toString("utf8")
    .trim();
}

export function inlineHashes({ style, script }: InlineParts): InlineHashes {
  return { script: sriOf(script, "sha256"), style: sriOf(style, "sha256") };
}

type SingleFile = Omit<Served, "head"> & {
  readonly parts: InlineParts;
  /** A module may wait at its top, as libsodium does */
  readonly isModule?: boolean;
  /** Said in the page itself, before anything else stands there */
  readonly policy?: string;
};

export function renderSingleFile({ parts, isModule = false, policy, body, ...served }: SingleFile): string {
  const { style, script, blocks = {} } = parts;
  // Either would end the element, or hide its end (HTML, 13.1.3.3).
  if (/<\/script|<!--/iu.test(script) || /<\/style/iu.test(style)) throw new Error("a script cannot stand in its page");
  const data = Object.entries(blocks).map(
    ([id, value]) => `<script type="application/json" id="${id}">${escapeForScript(JSON.stringify(value))}</script>`,
  );
  const said = policy === undefined ? [] : [`<meta http-equiv="content-security-policy" content="${policy}">`];
  return renderDocument({
    ...served,
    head: [...said, `<style>${style}</style>`, ...data].join("\n"),
    body: `${body}\n<script${isModule ? ' type="module"' : ""}>${script}</script>`,
  });
}

/** Style and script of a file page that was made before; undefined where it is none. */
function partsOf(html: string): Pick<InlineParts, "style" | "script"> | undefined {
  const style = /<style>([^]*?)<\/style>/u.exec(html)?.[1];
  const script = /<script type="module">([^]*?)<\/script>/u.exec(html)?.[1];
  return style === undefined || script === undefined ? undefined : { style, script };
}

/** A page to be opened as a file, where no server says anything for it: bundled, and under its own policy. */
export async function makeFilePage({
  script,
  style,
  blocks = {},
  earlier,
  ...served
}: Omit<Served, "head"> & {
  readonly script: Bundle;
  readonly style: Bundle;
  readonly blocks?: InlineParts["blocks"];
  /** The page as it was made of the same sources, perhaps with other blocks: nothing is bundled again */
  readonly earlier?: Uint8Array | undefined;
}): Promise<Uint8Array> {
  const written = earlier === undefined ? undefined : partsOf(Buffer.from(earlier).toString("utf8"));
  const parts = { ...(written ?? { style: await writeInline(style), script: await writeInline(script) }), blocks };
  return Buffer.from(
    renderSingleFile({ robots: "noindex", ...served, parts, isModule: true, policy: filePolicy(inlineHashes(parts)) }),
  );
}
