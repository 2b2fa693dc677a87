/** Being told to end, in every way but the one that cannot be noticed. */
import { readFileSync } from "node:fs";

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
  if (process.env["npm_lifecycle_event"] !== undefined) {
    const before = ancestors();
    setInterval(() => {
      if (ancestors() !== before) controller.abort();
    }, PARENT_POLL_MS).unref();
  }
  return controller.signal;
}

/** The shell that npm started us with, and npm itself: an orphan is given to another parent. */
function ancestors(): string {
  let grandparent = "";
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    // After the last ")": the program's name before it may hold spaces (proc_pid_stat(5)).
    grandparent = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? "";
  } catch {
    // No /proc here: the parent alone must do.
  }
  return `${process.ppid} ${grandparent}`;
}

/** Resolves when `signal` is raised. */
export function raised(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
