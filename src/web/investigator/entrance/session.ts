/** Ending the session on the server. The page can do it without the vault, which is gone by then. */
import type { API } from "../../../protocol/api.ts";
import { SAME_SITE_HEADER } from "../../../protocol/headers.ts";

// Its values stand here, their types in the API's table: importing that would bring cryptography into the page.
const LOGOUT: { readonly method: (typeof API.logout)["method"]; readonly path: (typeof API.logout)["path"] } = {
  method: "DELETE",
  path: "/api/session",
};

/** Longer than this nobody waits for a line that does not answer. */
const PATIENCE_MS = 5_000;

let ending: Promise<void> = Promise.resolve();

/** Not waited for: locking must not depend on the line. `keepalive` sends it although the page may be closing. */
export function endSession(): void {
  const asked = fetch(LOGOUT.path, {
    method: LOGOUT.method,
    headers: { [SAME_SITE_HEADER]: "1" },
    credentials: "same-origin",
    keepalive: true,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  // Where it does not arrive, the session ends by itself; without the vault it opens nothing.
  ending = asked.then(
    () => {},
    () => {},
  );
}

/** Before a new session begins: the answer to the old one's end takes the cookie away, whichever it is by then. */
export function sessionEnded(): Promise<void> {
  return ending;
}
