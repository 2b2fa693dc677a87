/** Which places of a sheet are asked back: by chance, so that nobody learns to write down two words alone. */
import { randomBytes } from "../../crypto/sodium.ts";

/** Two different numbers from 0 to `count` - 1, ascending. `count` is far below 256: what little uneven chance there is tells nobody anything. */
export function drawTwo(count: number): readonly [number, number] {
  for (;;) {
    const [a = 0, b = 0] = Array.from(randomBytes(2), (byte) => byte % count);
    if (a !== b) return [Math.min(a, b), Math.max(a, b)];
  }
}

/** This computer's day, which the sheet says is its clock's: "2026-11-29". */
export function dayHere(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
