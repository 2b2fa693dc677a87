/** Two different places among `count` (2 to 256) words, from 0 on, ascending: asked back of who wrote all of them down. No secret hangs on which. */
export function drawTwo(count: number): readonly [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint8Array(2));
  const one = first % count;
  const other = (one + 1 + (second % (count - 1))) % count;
  return one < other ? [one, other] : [other, one];
}
