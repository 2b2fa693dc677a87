/** Places of a message that are still to be filled in: names in braces, as only a template has them. */
export const PLACE = /\{(\p{L}[\p{L}\d _-]{0,39})\}/gu;

/** Places that nobody has filled in, each once, as they stand. */
export function unfilledIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACE)].map(([whole]) => whole))];
}
