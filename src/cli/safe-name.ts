/** A name that somebody else gave, made harmless for a folder of ours. */

/** Path parts, what shells and file systems take for something else, control and direction characters. */
const FOREIGN = /[/\\:*?"<>|]|[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
/** Devices of Windows, with any ending: no file can have these names there. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/iu;
/** File systems take 255 bytes; some are left for a number. */
const MOST_BYTES = 200;

export function safeName(name: string): string {
  const plain = name
    .replace(FOREIGN, "_")
    .replace(/^[\s.]+|[\s.]+$/gu, "")
    .replace(RESERVED, "_$&");
  return shortened(plain) || "file";
}

/** The ending stays: it tells what opens the file. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? "";
  const letters = Array.from(name.slice(0, name.length - ending.length));
  while (Buffer.byteLength(letters.join("") + ending) > MOST_BYTES) letters.pop();
  return letters.join("") + ending;
}
