/**
 * Reads XML as far as names, attributes and texts go. No parser of the platform: files come from strangers, entities
 * must not expand, and a broken end must not hide what stands before it. Takes linear time for any input.
 */
export type XmlItem =
  | { readonly is: "open"; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "close"; readonly name: string };

export function* scanXml(text: string): Generator<XmlItem> {
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf("<", at);
    const before = text.slice(at, start < 0 ? text.length : start);
    if (before.trim() !== "") yield { is: "text", text: decodeEntities(before) };
    if (start < 0) return;
    const special = SPECIALS.find(({ opens }) => text.startsWith(opens, start));
    if (special !== undefined) {
      const end = text.indexOf(special.closes, start + special.opens.length);
      if (end < 0) return;
      if (special.opens === "<![CDATA[") yield { is: "text", text: text.slice(start + 9, end) };
      at = end + special.closes.length;
      continue;
    }
    const end = findTagEnd(text, start + 1);
    if (end < 0) return;
    const inside = text.slice(start + 1, end);
    at = end + 1;
    if (inside.startsWith("/")) {
      yield { is: "close", name: inside.slice(1).trim() };
      continue;
    }
    const name = /^[^\s/]*/u.exec(inside)?.[0] ?? "";
    yield { is: "open", name, attributes: readAttributes(inside.slice(name.length)) };
    if (inside.endsWith("/")) yield { is: "close", name };
  }
}

const SPECIALS = [
  { opens: "<!--", closes: "-->" },
  { opens: "<![CDATA[", closes: "]]>" },
  { opens: "<?", closes: "?>" },
  { opens: "<!", closes: ">" },
] as const;

function findTagEnd(text: string, from: number): number {
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return -1;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const match of text.matchAll(/([^\s=/"']{1,100})\s?=\s?(?:"([^"]*)"|'([^']*)')/gu)) {
    attributes.set(match[1] ?? "", decodeEntities(match[2] ?? match[3] ?? ""));
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu, (whole, hex, decimal, name) => {
    if (typeof name === "string") return ENTITIES[name.toLowerCase()] ?? whole;
    const point = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
  });
}

/** Every text and attribute with the name of the element or attribute around it, prefix and all. */
export function* namedValues(text: string): Generator<{ readonly name: string; readonly value: string }> {
  const names: string[] = [];
  for (const item of scanXml(text)) {
    if (item.is === "open") {
      for (const [name, value] of item.attributes) yield { name, value };
      // A list stands between a property and its values: rdf:Seq and rdf:li say nothing themselves.
      names.push(item.name.startsWith("rdf:") ? (names.at(-1) ?? "") : item.name);
    } else if (item.is === "close") names.pop();
    else yield { name: names.at(-1) ?? "", value: item.text };
  }
}
