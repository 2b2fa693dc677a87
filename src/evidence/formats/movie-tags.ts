/** What cameras and programs write about a video, in `udta` and `meta`: read to be shown, before it is blanked. */
import type { FindingKind, Findings } from "../findings.ts";
import { readXmp } from "../tags/xmp.ts";
import { latin1, readText, says } from "../text.ts";

const NAMES: readonly [pattern: RegExp, kind: FindingKind][] = [
  [/location|^.xyz$|^loci$/iu, "location"],
  [/creationdate|^.day$|^date$/iu, "time"],
  [/\.(?:make|model)$|^.(?:mak|mod)$|^(?:manu|modl)$|android\.(?:manufacturer|model)/iu, "device"],
  [/software|^.(?:swr|too|enc)$|android\.version/iu, "software"],
  [/\.(?:author|artist|copyright|creator|publisher)$|^.(?:aut|ART|cpy|own|prd|dir)$|^(?:auth|perf|cprt)$/iu, "author"],
  [/serial|^.sn $|identifier|^(?:FIRM|CAME|MUID|LENS|slno)$/iu, "serial-number"],
  [/\.(?:comment|description)$|^.(?:cmt|des|inf)$/iu, "comment"],
  [/\.(?:title|keywords|displayname)$|^.(?:nam|key)$|^(?:titl|kywd|dscp)$/iu, "caption"],
  [/^(?:thmb|covr|PICT)$/u, "thumbnail"],
];

/** Kinds whose bytes are no text. */
const WITHOUT_VALUE: ReadonlySet<FindingKind> = new Set(["thumbnail", "serial-number"]);

type Inner = { readonly name: string; readonly body: Uint8Array };

function* innerBoxes(bytes: Uint8Array): Generator<Inner> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 8 <= bytes.length;) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > bytes.length) return;
    yield { name: latin1(bytes.subarray(at + 4, at + 8)), body: bytes.subarray(at + 8, at + size) };
    at += size;
  }
}

export function tellUserData(bytes: Uint8Array, findings: Findings): void {
  for (const { name, body } of innerBoxes(bytes)) {
    if (name === "meta") tellMeta(body, findings);
    else if (name === "XMP_") readXmp(body, findings);
    // QuickTime: length, language, text.
    else if (name.startsWith("\u00a9")) tell(name, readText(body.subarray(4)), findings);
    else if (name !== "free" && name !== "skip") tell(name, readText(body.subarray(6, 200)), findings);
  }
}

/** Keys and values: of Apple and Android with a table of names, of iTunes with the name as type. */
export function tellMeta(bytes: Uint8Array, findings: Findings): void {
  // ISO puts version and flags first, QuickTime does not.
  const inner = [...innerBoxes(says(bytes, 4, "hdlr") ? bytes : bytes.subarray(4))];
  const keys = inner.find(({ name }) => name === "keys");
  const names = keys === undefined ? [] : [...innerBoxes(keys.body.subarray(8))].map(({ body }) => readText(body));
  for (const { name, body } of innerBoxes(inner.find((box) => box.name === "ilst")?.body ?? new Uint8Array(0))) {
    const index = [...name].reduce((sum, character) => 256 * sum + character.charCodeAt(0), 0);
    const data = [...innerBoxes(body)].find((box) => box.name === "data");
    if (data === undefined) continue;
    const isText = data.body[3] === 1;
    tell(names[index - 1] ?? name, isText ? readText(data.body.subarray(8)) : "", findings);
  }
}

function tell(name: string, value: string, findings: Findings): void {
  const kind = NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
  findings.add(kind, WITHOUT_VALUE.has(kind) ? "" : kind === "other" ? name : value);
}
