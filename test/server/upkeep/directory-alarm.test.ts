import t from "tap";
import { DirectoryError } from "../../../src/protocol/directory/directory.ts";
import { startDirectoryAlarm } from "../../../src/server/upkeep/directory-alarm.ts";
import type { Directory } from "../../../src/protocol/directory/directory.ts";
import { makeLog } from "../../../src/server/plugins/logging.ts";

/** What is logged at the start, with a directory that has so much time left, or an error. */
async function said(days: number | Error, stated?: number): Promise<string> {
  const lines: string[] = [];
  const current = async () => {
    if (days instanceof Error) throw days;
    const inDays = (count: number) => ({ expires: Date.now() + count * 86_400_000 });
    const freshness = stated === undefined ? null : inDays(stated);
    return { ...inDays(days), freshness, members: new Map(), channels: new Map() } as unknown as Directory;
  };
  startDirectoryAlarm({ current }, makeLog("debug", { write: (line: string) => void lines.push(line) }))();
  await new Promise(setImmediate);
  return lines.join("");
}

t.test("fourteen days before a directory runs out, and after, the log says so; before, nothing", async (t) => {
  t.equal(await said(14.5), "");
  t.match(await said(13.5), /"level":40,"days":13,"msg":"the directory runs out/u);
  t.match(await said(0.1), /"days":0/u);
  t.match(await said(new DirectoryError("expired")), /"level":50.*has run out/u);
  t.equal(await said(new DirectoryError("malformed")), "", "another fault is told elsewhere");
  t.equal(await said(new Error("no database")), "");
});

t.test("fourteen days before the stewards' statement lapses, and after, the log says so", async (t) => {
  t.equal(await said(300, 14.5), "");
  t.match(await said(300, 13.5), /"level":40,"days":13,"msg":"the statement on the directory lapses/u);
  t.match(await said(300, -0.5), /"level":50.*has lapsed/u);
});
