/** Random bytes as hexadecimal: a name, nothing secret. The page holds no crypto of ours. */
export function makeId(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
