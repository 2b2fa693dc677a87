/** The page that seals without a network: the build makes it for an office, and the readers of the day are put into it. */
import { escapeForScript } from "./encoding/canonical-json.ts";

/** What it is called when it is saved. */
export const SEALER_NAME = "segel-lapor.html";
/** The id of the block that holds the answer to `GET /api/directory` (docs/protocol.md, "The directory"). */
export const READERS_BLOCK = "readers";

const EMPTY = block("null");

function block(json: string): string {
  return `<script type="application/json" id="${READERS_BLOCK}">${json}</script>`;
}

/** Always the same bytes from the same build and the same answer. Nothing is believed here: the page verifies it each time. */
export function withReaders(page: string, answer: string): string {
  const [before, after, ...more] = page.split(EMPTY);
  if (before === undefined || after === undefined || more.length > 0) throw new Error("not the page of the build");
  return `${before}${block(escapeForScript(answer))}${after}`;
}
