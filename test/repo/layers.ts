/** Which file of the repository may import which: the table in src/README.md, looked at in the files themselves. */
import * as fs from "node:fs/promises";
import path from "node:path";

/** What both pages may import; never each other. */
const PAGE = [
  "src/crypto",
  "src/crypto/secret",
  "src/evidence",
  "src/protocol",
  "src/words",
  "src/client",
  "src/web/shared",
];

/** The longest name that a file's path begins with is its layer. A layer may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/crypto": [],
  "src/crypto/secret": ["src/crypto"],
  "src/evidence": ["src/crypto"],
  "src/protocol": ["src/crypto"],
  "src/words": ["src/crypto", "src/evidence", "src/protocol", "src/client"],
  "src/client": ["src/crypto", "src/crypto/secret", "src/protocol"],
  "src/release": [],
  "src/cli": [
    "src/crypto",
    "src/crypto/secret",
    "src/evidence",
    "src/protocol",
    "src/words",
    "src/client",
    "src/release",
  ],
  // The build, which puts the pages together; no page imports it.
  "src/web": [
    "src/crypto",
    "src/release",
    "src/words",
    "src/web/shared",
    "src/web/reporter",
    "src/web/investigator",
    "src/web/preview",
  ],
  "src/web/shared": ["src/crypto", "src/evidence", "src/protocol", "src/words"],
  // What strangers sent is drawn here, by code that can reach nothing and knows no key.
  "src/web/preview": ["src/crypto", "src/evidence", "src/words", "src/web/shared"],
  "src/web/reporter": PAGE,
  "src/web/investigator": PAGE,
  migrations: [],
  "src/server": [
    "src/crypto",
    "src/protocol",
    "migrations",
    "src/server/plugins",
    "src/server/routes",
    "src/server/services",
    "src/server/store",
  ],
  "src/server/plugins": ["src/crypto", "src/protocol", "src/server", "src/server/services", "src/server/store"],
  "src/server/routes": [
    "src/crypto",
    "src/protocol",
    "src/server",
    "src/server/plugins",
    "src/server/services",
    "src/server/store",
  ],
  "src/server/services": ["src/crypto", "src/protocol", "src/server", "src/server/store"],
  "src/server/store": ["src/crypto", "src/protocol", "src/server", "migrations"],
};

/** Layers that a browser runs as well, and migrations, which touch nothing but the database. */
const WITHOUT_NODE = [
  "src/crypto",
  "src/crypto/secret",
  "src/evidence",
  "src/protocol",
  "src/words",
  "src/client",
  "src/web/shared",
  "src/web/reporter",
  "src/web/investigator",
  "src/web/preview",
  "migrations",
];

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
  for (const { file, specifier } of await listImports(root)) {
    const problem = await judge(root, file, specifier);
    if (problem !== undefined) complaints.push(`${file} imports ${specifier}: ${problem}`);
  }
  return complaints;
}

async function judge(root: string, file: string, specifier: string): Promise<string | undefined> {
  const from = findLayer(file);
  if (from === undefined) return `${file} belongs to no layer`;
  if (specifier.startsWith("node:")) return WITHOUT_NODE.includes(from) ? `${from} does without Node` : undefined;
  if (!specifier.startsWith(".")) return undefined; // A package: its door is in docs/dependencies.md.
  // Symbolic links resolved: a link into another layer counts as what it points at.
  const target = await fs.realpath(path.join(root, path.dirname(file), specifier)).catch(() => undefined);
  if (target === undefined) return "there is no such file";
  const to = findLayer(path.relative(await fs.realpath(root), target));
  if (to === undefined) return "it belongs to no layer";
  return to === from || MAY_IMPORT[from]?.includes(to) ? undefined : `${from} may not import ${to}`;
}

function findLayer(file: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((layer) => file.startsWith(`${layer}/`))
    .toSorted((a, b) => b.length - a.length)[0];
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
