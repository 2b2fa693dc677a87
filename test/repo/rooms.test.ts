import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import t from "tap";
import { type Import, listImports } from "./layers.ts";
import { findAgainst, findCircles, listArrows, readOrders } from "./rooms.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

async function listFoldersOfProjects(): Promise<string[]> {
  const names = await fs.readdir(path.join(root, "src"), { recursive: true });
  return names.filter((name) => path.basename(name) === "tsconfig.json").map((name) => path.dirname(`src/${name}`));
}

t.test("rooms import in one direction, types included", async (t) => {
  const layers = await listFoldersOfProjects();
  const arrows = listArrows(await listImports(root), layers);
  t.ok(arrows.length > 100, "there is something to look at");
  t.strictSame(findCircles(arrows), [], "no circle");
  const orders = readOrders(await fs.readFile(path.join(root, "src/README.md"), "utf8"));
  t.strictSame(findAgainst(arrows, orders, layers), [], "as the table of rooms says");
});

t.test("of each room in the order stands what it is", async (t) => {
  const readme = await fs.readFile(path.join(root, "src/README.md"), "utf8");
  const told = [...readme.matchAll(/^\| ((?:`[a-z/-]+`(?:, )?)+) \| /gmu)].flatMap(([, cell = ""]) => {
    const [first = "", ...others] = cell.replaceAll("`", "").split(", ");
    return [first, ...others.map((room) => path.join(path.dirname(first), room))];
  });
  for (const [layer, order] of readOrders(readme))
    for (const room of order.keys()) t.ok(told.includes(path.join(path.relative("src", layer), room)), room);
});

t.test("a circle is found, however long it is", async (t) => {
  const layers = ["src/client"];
  const line: Import[] = [
    { file: "src/client/line/http.ts", specifier: "./retry.ts" },
    { file: "src/client/case/chain.ts", specifier: "../line/http.ts" },
    { file: "src/client/files/upload.ts", specifier: "../case/chain.ts" },
    { file: "src/client/files/upload.ts", specifier: "../refusal.ts" },
    { file: "src/client/program.ts", specifier: "./files/upload.ts" },
    { file: "src/client/program.ts", specifier: "./refusal.ts" },
    { file: "src/client/program.ts", specifier: "node:fs" },
  ];
  t.strictSame(findCircles(listArrows(line, layers)), []);
  const closing: readonly (readonly [closed: Import, arrows: number])[] = [
    [{ file: "src/client/case/chain.ts", specifier: "../files/cells.ts" }, 2],
    [{ file: "src/client/line/retry.ts", specifier: "../files/cells.ts" }, 3],
    [{ file: "src/client/refusal.ts", specifier: "./files/cells.ts" }, 2],
  ];
  for (const [closed, length] of closing) {
    t.equal(findCircles(listArrows([...line, closed], layers)).length, length, closed.file);
  }
});

t.test("an import against the order, and a room that has no place in it, are found", async (t) => {
  const orders = readOrders("| `client` | `line` ← `case` ← `reporter`, `member` |\n");
  const found = (file: string, specifier: string) =>
    findAgainst(listArrows([{ file, specifier }], ["src/client", "src/cli"]), orders, ["src/client", "src/cli"]).length;
  t.equal(found("src/client/member/a.ts", "../line/b.ts"), 0);
  t.equal(found("src/client/case/inner/a.ts", "../b.ts"), 0, "inside one room");
  t.equal(found("src/client/a.ts", "./member/b.ts"), 0, "from above");
  t.equal(found("src/cli/a.ts", "../client/member/b.ts"), 0, "from another layer");
  t.equal(found("src/client/line/a.ts", "../case/b.ts"), 1, "upwards");
  t.equal(found("src/client/member/a.ts", "../reporter/b.ts"), 1, "sideways");
  t.equal(found("src/client/attic/a.ts", "../line/b.ts"), 1, "out of no place");
  t.equal(found("src/cli/office/a.ts", "../speech/b.ts"), 1, "in a layer without an order");
});
