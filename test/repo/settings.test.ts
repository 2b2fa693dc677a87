/** docs/settings.md is the one table of settings: what the server reads has a row, and every row is read somewhere. */
import * as fs from "node:fs/promises";
import t from "tap";
import { unknownIn } from "../../src/cli/office/setting-names.ts";

const root = new URL("../../", import.meta.url);
const read = (name: string) => fs.readFile(new URL(name, root), "utf8");

const names = (await read("docs/settings.md"))
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([A-Z_]+)`/gu)].map(([, name = ""]) => name));

t.test("each setting of the server stands in the table, once", async (t) => {
  const schema = /settingsSchema = z\.object\(\{(.+?)\n\}\);/su.exec(await read("src/server/config.ts"))?.[1] ?? "";
  const expected = [...schema.matchAll(/^ {2}([A-Z_]+):/gmu)].map(([, name = ""]) => name);
  t.ok(expected.length > 10);
  t.same(
    expected.filter((name) => !names.includes(name)),
    [],
  );
  t.equal(new Set(names).size, names.length);
});

t.test("an office's file is told of a name that has no row", (t) => {
  const decided = ["NODE_ENV", "SEGEL_DATA", "SERVER_KEY_FILE", "KEYS_DIR", "WEB_DIR"];
  const given = Object.fromEntries([...names, "SMPT_URL"].map((name) => [name, ""]));
  t.same(unknownIn(given).toSorted(), [...decided, "SEGEL_HOME", "SMPT_URL"].toSorted());
  t.end();
});

t.test("each row of the table is read by the code", async (t) => {
  const files = (await fs.readdir(new URL("src/", root), { recursive: true })).filter((name) => name.endsWith(".ts"));
  const code = (await Promise.all(files.map((name) => read(`src/${name}`)))).join("\n");
  t.same(
    names.filter((name) => !new RegExp(String.raw`\benv\["${name}"\]|^ {2}${name}:`, "mu").test(code)),
    [],
  );
});
