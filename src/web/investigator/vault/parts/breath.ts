/** While heads are tried or cases indexed, other questions are answered at least so often. */
const BREATH_MS = 50;

/** Lets questions of the page be answered in the middle of long work, where the last time is long ago. */
export function makeBreath(onBreath: () => void = () => {}): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < BREATH_MS) return;
    onBreath();
    // A timer, not a promise: only then are messages of the page taken in between.
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}
