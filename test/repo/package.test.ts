import * as fs from "node:fs/promises";
import t from "tap";
import { findLayer, type Import, listImports, listLayers } from "./layers.ts";

const root = new URL("../../", import.meta.url);
const read = (name: string) => fs.readFile(new URL(name, root), "utf8");

type Package = { readonly imports: Readonly<Record<string, string | Record<string, string>>> } & Readonly<
  Record<"dependencies" | "optionalDependencies" | "devDependencies", Record<string, string>>
>;
type Lock = { readonly packages: Readonly<Record<string, { integrity?: string; link?: boolean }>> };

const declared = JSON.parse(await read("package.json")) as Package;
const versions = { ...declared.dependencies, ...declared.optionalDependencies, ...declared.devDependencies };

type Row = { readonly name: string; readonly version: string; readonly door: string };

/** The rows of docs/dependencies.md: | `name` | version | why | door |. */
async function readRows(): Promise<Row[]> {
  const cells = (await read("docs/dependencies.md"))
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return cells.map(([, name = "", version = "", , door = ""]) => ({ name: name.replaceAll("`", ""), version, door }));
}

/** `#sodium` and `zod/mini` are ways to reach a package; this is its name. */
function packageOf(specifier: string): string {
  if (specifier.startsWith("#")) return specifier.replace("#sodium", "libsodium-wrappers");
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** `src/server/` admits every file below, `src/protocol/encoding/zod.ts` that file alone. */
function admits(door: string, file: string): boolean {
  const places = [...door.matchAll(/`([^`]+)`/g)].map(([, place = ""]) => place);
  return places.some((place) => (place.endsWith("/") ? file.startsWith(place) : file === place));
}

/** `#argon2id` and `#words/…` lead to files of our own, which the compiler keeps apart; no package stands behind them. */
const OWN = Object.entries(declared.imports)
  .filter(([, target]) =>
    (typeof target === "string" ? [target] : Object.values(target)).every((file) => file.endsWith(".ts")),
  )
  .map(([specifier]) => specifier.replace("*", ""));

function isOfPackage({ specifier }: Import): boolean {
  return !specifier.startsWith(".") && !specifier.startsWith("node:") && !OWN.some((own) => specifier.startsWith(own));
}

function findWrongDoors(rows: readonly Row[], imports: readonly Import[]): string[] {
  return imports
    .filter(isOfPackage)
    .filter(({ file, specifier }) => {
      const row = rows.find(({ name }) => name === packageOf(specifier));
      return row === undefined || !admits(row.door, file);
    })
    .map(({ file, specifier }) => `${file} imports ${specifier}`);
}

t.test("every dependency has an exact version", (t) => {
  t.ok(Object.keys(versions).length > 10);
  for (const [name, version] of Object.entries(versions)) t.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
  t.end();
});

t.test("every dependency, and nothing else, stands in docs/dependencies.md with its version", async (t) => {
  const written = Object.fromEntries((await readRows()).map(({ name, version }) => [name, version]));
  t.strictSame(written, versions);
});

t.test("what the server loads, and nothing else, goes to production", async (t) => {
  const layers = await listLayers(root.pathname);
  const server = layers.find(({ folder }) => folder === "src/server");
  const loaded = (await listImports(root.pathname))
    .filter(({ file }) => [server?.folder, ...(server?.mayImport ?? [])].includes(findLayer(layers, file)?.folder))
    .filter(isOfPackage)
    .map(({ specifier }) => packageOf(specifier));
  t.strictSame([...new Set(loaded)].toSorted(), Object.keys(declared.dependencies));
});

t.test("a package is imported through its door only", async (t) => {
  const rows = await readRows();
  const imports = await listImports(root.pathname);
  t.same(findWrongDoors(rows, imports), []);
  const planted = [
    { file: "src/server/routes/cases.ts", specifier: "pg" },
    { file: "src/client/reporter/report.ts", specifier: "zod/mini" },
    { file: "src/crypto/envelope.ts", specifier: "#sodium" },
    { file: "src/crypto/sodium.ts", specifier: "#sodium-sumo" },
    { file: "src/server/app.ts", specifier: "unheard-of" },
  ];
  t.equal(findWrongDoors(rows, planted).length, planted.length, "and any other import is noticed");
});

t.test("no package runs a program while it is being installed, and each archive has a hash", async (t) => {
  t.match(await read(".npmrc"), /^ignore-scripts=true$/m);
  const { packages } = JSON.parse(await read("package-lock.json")) as Lock;
  const archives = Object.entries(packages).filter(([place]) => place.startsWith("node_modules/"));
  t.ok(archives.length > 100);
  t.same(
    archives.filter(([, { integrity }]) => integrity === undefined).map(([place]) => place),
    [],
  );
});
