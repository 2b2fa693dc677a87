/** Ending the session on the server. The page can do it without the vault, which is gone by then. */
import type { API, SAME_SITE_HEADER } from "../../protocol/api.ts";

// The values stand here, their types in the API's table: importing that would bring cryptography into the page.
const LOGOUT: { readonly method: (typeof API.logout)["method"]; readonly path: (typeof API.logout)["path"] } = {
  method: "DELETE",
  path: "/api/session",
};
const HEADER: typeof SAME_SITE_HEADER = "segel-client";

/** Not waited for: locking must not depend on the line. `keepalive` sends it although the page may be closing. */
export function endSession(): void {
  const asked = fetch(LOGOUT.path, {
    method: LOGOUT.method,
    headers: { [HEADER]: "1" },
    credentials: "same-origin",
    keepalive: true,
  });
  // Where it does not arrive, the session ends by itself; without the vault it opens nothing.
  asked.catch(() => {});
}
