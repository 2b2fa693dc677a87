/** No line at all: what is asked of a server about its readers stands in this file, and nothing else is answered. */
import { connect } from "../../../client/line/http.ts";
import { API } from "../../../protocol/api.ts";
import { READERS_BLOCK } from "../../../protocol/sealer-file.ts";

/** An address that nobody has (RFC 2606). */
const NOWHERE = "https://segel.invalid";

export const connection = connect(NOWHERE, async (url) => {
  if (url !== NOWHERE + API.directory.path) throw new TypeError("nothing is sent from here");
  return new Response(readersInside(), { headers: { "content-type": "application/json" } });
});

export function readersInside(): string {
  return document.getElementById(READERS_BLOCK)?.textContent ?? "null";
}
