/** Being told to end, in every way but the one that cannot be noticed. */

const PARENT_POLL_MS = 500;

/**
 * Raised by Ctrl-C, SIGTERM, a closed terminal, and the death of the npm that started us: killed outright, npm cannot
 * pass a signal on. A second Ctrl-C ends at once; the next start mends what that leaves.
 */
export function untilToldToEnd(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    let first = 0;
    process.on(signal, () => {
      // npm passes on the Ctrl-C that the terminal has sent to us as well: that is one, not two.
      if (first !== 0 && Date.now() - first > 1_000) process.exit(130);
      first ||= Date.now();
      controller.abort();
    });
  }
  const parent = process.ppid;
  if (process.env["npm_lifecycle_event"] !== undefined) {
    setInterval(() => {
      if (process.ppid !== parent) controller.abort();
    }, PARENT_POLL_MS).unref();
  }
  return controller.signal;
}

/** Resolves when `signal` is raised. */
export function raised(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
