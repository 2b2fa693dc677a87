/** `segel verify-receipt LINE`: whether a receipt that somebody shows is genuine. Nothing of the line is sent. */
import { checkReceiptLine } from "../../client/directory/receipt-line.ts";
import { loadDirectories } from "../../client/directory/directories.ts";
import { firstUse } from "../../protocol/directory/trust.ts";
import { Failure } from "../speech/failures.ts";
import { misuse } from "../speech/help.ts";
import { json, print, tell } from "../speech/print.ts";
import { RECEIPTS } from "../speech/words.ts";
import type { Command, CommandCall } from "./command.ts";

export const verifyReceipt: Command = { topic: "verify-receipt", reader: "reporter", options: {}, run: verify };

async function verify(call: CommandCall): Promise<void> {
  const { words, say, day, connection } = call;
  // A line that was copied from a paper may have come in pieces.
  if (words.length === 0) throw misuse("verify-receipt", call);
  const trust = firstUse(await call.roots());
  const directories = await loadDirectories(connection, trust, { depth: "quick", ...(await call.clock()) });
  const checked = await checkReceiptLine(words.join(""), directories);
  if (call.json) print(json(checked));
  if (checked.is !== "genuine") throw new Failure(say(RECEIPTS[checked.is]));
  if (call.json) return;
  print(say(RECEIPTS.genuine, { day: day(checked.day), version: String(checked.directoryVersion) }));
  if (checked.hasLeft) tell(say(RECEIPTS.hasLeft));
  tell(say(RECEIPTS.means));
}
