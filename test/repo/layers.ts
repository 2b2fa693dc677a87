/** Each file's imports against the compiler's projects: a layer is a project, and may import what it references. */
import * as fs from "node:fs/promises";
import path from "node:path";

export type Layer = { readonly folder: string; readonly mayImport: readonly string[]; readonly hasNode: boolean };

/** The server is one project. Inside it the way leads down, routes → services → store, and only the store migrates. */
const NEVER_FROM: Readonly<Record<string, readonly string[]>> = {
  "src/server/store": ["src/server/services", "src/server/plugins", "src/server/routes"],
  "src/server/admission": ["src/server/services", "src/server/plugins", "src/server/routes", "migrations"],
  "src/server/services": ["src/server/plugins", "src/server/routes", "migrations"],
  "src/server/upkeep": ["src/server/plugins", "src/server/routes", "migrations"],
  "src/server/plugins": ["src/server/routes", "migrations"],
  "src/server/routes": ["migrations"],
};

/** What slips past the compiler, and with it past the layers. */
const EVASIONS: Readonly<Record<string, RegExp>> = {
  "switches the compiler off": /@ts-(?:nocheck|ignore|expect-error)/,
  "computes an import": /\bimport\s*\((?!\s*["'][^"']*["']\s*[,)])/,
  "requires a module": /\bcreateRequire\b|\brequire\s*\(/,
};

const IMPORT = /(?<![.\w])(?:from\s*|import\s*\(?\s*)["']([^"'\s]+)["']/g;

/** File names of a page's parts carry hashes: the build knows them, and one place imports by them. */
const MAY_COMPUTE_IMPORTS = "src/web/shared/delivery.ts";

export type Import = { readonly file: string; readonly specifier: string };

/** Everything that a file under `src` or `migrations` imports. Throws when there was nothing to look at. */
export async function listImports(root: string): Promise<Import[]> {
  const imports: Import[] = [];
  for (const file of await listFiles(root)) {
    const text = await fs.readFile(path.join(root, file), "utf8");
    for (const [, specifier = ""] of text.matchAll(IMPORT)) imports.push({ file, specifier });
  }
  if (imports.length === 0) throw new Error(`Not one import was found under ${root}`);
  return imports;
}

/** Every project that tsconfig.json compiles, with what it refers to and whether it sees Node. */
export async function listLayers(root: string): Promise<Layer[]> {
  const { references = [] } = await readProject(root);
  return Promise.all(
    references.map(async ({ path: folder }) => {
      const { references: known = [], compilerOptions } = await readProject(path.join(root, folder));
      const mayImport = known.map((reference) => path.join(folder, reference.path));
      return { folder, mayImport, hasNode: compilerOptions?.types?.includes("node") ?? false };
    }),
  );
}

type Project = {
  readonly references?: readonly { readonly path: string }[];
  readonly compilerOptions?: { readonly types?: readonly string[] };
};

async function readProject(folder: string): Promise<Project> {
  const text = await fs.readFile(path.join(folder, "tsconfig.json"), "utf8");
  return JSON.parse(text.replaceAll(/^\s*\/\/.*$/gm, "")) as Project; // Comments have lines of their own there.
}

/** Each forbidden import, and each way around the compiler, as one sentence. */
export async function findForbiddenImports(root: string): Promise<string[]> {
  const complaints: string[] = [];
  for (const file of await listFiles(root)) {
    const text = await fs.readFile(path.join(root, file), "utf8");
    for (const [what, pattern] of Object.entries(EVASIONS)) {
      const isAllowed = what === "computes an import" && file === MAY_COMPUTE_IMPORTS;
      if (!isAllowed && pattern.test(text)) complaints.push(`${file} ${what}`);
    }
  }
  const imports = await listImports(root);
  const layers = await listLayers(root);
  for (const { file, specifier } of imports) {
    const problem = await judge(layers, root, file, specifier);
    if (problem !== undefined) complaints.push(`${file} imports ${specifier}: ${problem}`);
  }
  return complaints;
}

async function judge(layers: Layer[], root: string, file: string, specifier: string): Promise<string | undefined> {
  const from = findLayer(layers, file);
  if (from === undefined) return `${file} belongs to no layer`;
  if (specifier.startsWith("node:")) return from.hasNode ? undefined : `${from.folder} does without Node`;
  if (!specifier.startsWith(".")) return undefined; // A package: its door is in docs/dependencies.md.
  // Symbolic links resolved: a link into another layer counts as what it points at.
  const real = await fs.realpath(path.join(root, path.dirname(file), specifier)).catch(() => undefined);
  if (real === undefined) return "there is no such file";
  const target = path.relative(await fs.realpath(root), real);
  const to = findLayer(layers, target);
  if (to === undefined) return "it belongs to no layer";
  const isKnown = to === from || from.mayImport.includes(to.folder);
  const isUpwards = Object.entries(NEVER_FROM).some(
    ([floor, others]) => file.startsWith(`${floor}/`) && others.some((other) => target.startsWith(`${other}/`)),
  );
  return isKnown && !isUpwards ? undefined : `${path.dirname(file)} may not import ${path.dirname(target)}`;
}

/** Projects lie in one another: the longest name that a file's path begins with is its layer. */
export function findLayer(layers: readonly Layer[], file: string): Layer | undefined {
  return layers
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

async function listFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for (const top of ["src", "migrations"]) {
    const entries = await fs.readdir(path.join(root, top), { recursive: true }).catch(() => []);
    files.push(...entries.filter((name) => /\.[cm]?[jt]sx?$/.test(name)).map((name) => path.join(top, name)));
  }
  // The other side of package.json's `imports`: CommonJS on purpose, one line each.
  return files.filter((file) => !file.startsWith("src/crypto/sodium/"));
}
