/** Types that are text, by what stands at the beginning of it. */
import { readText } from "../text.ts";
import type { FileType } from "../types.ts";

export function byText(head: Uint8Array, size: number): FileType {
  if (size === 0 || !isText(head)) return "unknown";
  const text = readText(trimmedToCharacters(head)).replace(/^\uFEFF/u, "");
  const start = text.trimStart().slice(0, 8_192);
  if (start.startsWith("#!") || /^(?:@echo off|<#|<job|#requires|option explicit)/iu.test(start)) return "script";
  if (/^\[desktop entry\]/imu.test(start.slice(0, 1_024))) return "desktop";
  if (/^\[internetshortcut\]/imu.test(start.slice(0, 1_024))) return "url";
  // Only a message is closed. Keys and signatures name their owners, in plain text.
  if (start.startsWith("-----BEGIN PGP MESSAGE-----")) return "openpgp";
  if (start.startsWith("-----BEGIN PGP ")) return "openpgp-text";
  if (start.startsWith("%!PS")) return "postscript";
  const markup = start.replaceAll(/<!--.*?(?:-->|$)/gsu, " ");
  if (/<svg[\s>]/iu.test(markup) && /^\s*(?:<\?xml|<!doctype svg|<svg)/iu.test(markup)) return "svg";
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|script|iframe|meta|table|div|p|a|img|style|title|h1)[\s>/]/iu.test(
      markup,
    )
  )
    return "html";
  if (/<(?:script|iframe|object|embed|html|body)[\s>]/iu.test(markup)) return "html";
  const headers = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/u.exec(start.replaceAll("\r\n", "\n"))?.[0] ?? "";
  if (
    /^(?:from|received|return-path|delivered-to):/imu.test(headers) &&
    /^(?:date|message-id|subject):/imu.test(headers)
  )
    return "eml";
  // Office programs write whole documents as XML, with authors; GPS devices their tracks.
  if (/^\s*<(?:\?xml|!doctype|[a-z][\w:.-]*[\s>/])/iu.test(markup)) return "xml";
  return "text";
}

/** UTF-8 may be cut in the middle of a character. */
function trimmedToCharacters(head: Uint8Array): Uint8Array {
  let end = head.length;
  for (let back = 0; back < 4 && end > 0 && ((head[end - 1] ?? 0) & 0xc0) === 0x80; back++) end -= 1;
  return end > 0 && (head[end - 1] ?? 0) >= 0xc0 ? head.subarray(0, end - 1) : head;
}

/** No control characters beside the usual ones; UTF-16 with its mark is not text that a page shows as it is. */
export function isText(head: Uint8Array): boolean {
  return head.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c || byte === 0x1b,
  );
}
