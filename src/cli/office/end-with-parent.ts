/**
 * Loaded into the server by the launcher (node --import): when the launcher dies, however it dies, its end of standard
 * input closes, and the server ends as for SIGTERM. In production nobody loads this.
 */
const GRACE_MS = 5_000;

process.stdin.on("error", end).on("end", end).on("close", end);
process.stdin.resume();
// The server alone decides how long the process lives; a pipe must not keep it.
if ("unref" in process.stdin) (process.stdin as { unref(): void }).unref();

function end(): void {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), GRACE_MS).unref();
}
