/** The page's own line to the server, for the parts of itself that it fetches. The vault has another. */
import { type UnderWay, beginPatience } from "../../../client/line/patience.ts";
import { watchParts } from "../../shared/delivery.ts";
import { type VaultLine, makeLine } from "../vault/vault-client.ts";

const underWay: UnderWay = new Set();
const { line, tell } = makeLine(() => {
  for (const one of underWay) one.stop();
});

export const pageLine: VaultLine = line;

watchParts(() => beginPatience(underWay, tell, 0, undefined));
