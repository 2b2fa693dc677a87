/** `segel office code`: another founding code, made by the server's own program in its own process. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { CommandCall } from "../commands/command.ts";
import { Failure } from "../speech/failures.ts";
import type { OfficeFolder } from "./office-folder.ts";
import { withDatabase } from "./running-office.ts";
import { OFFICE } from "./words.ts";

const RENEW = fileURLToPath(new URL("../../server/founding-code.ts", import.meta.url));

/** It prints the code itself, or says why there is none. Throws Failure. */
export async function renewCode(office: OfficeFolder, { say }: CommandCall): Promise<void> {
  const code = await withDatabase(office, async (env) => {
    const child = spawn(process.execPath, [RENEW], { env, stdio: ["ignore", "inherit", "inherit"] });
    return ((await once(child, "close")) as [number | null])[0];
  });
  if (code !== 0) throw new Failure(say(OFFICE.noCode));
}
