/** Whether there is anything to build: `npm start` asks each time, and a person waits. */
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";

/** Beside the built files, never served: the hash of all they were made from. */
const RECORD = ".inputs";

/** Everything that the pages are bundled from. The lock file stands for the packages, esbuild among them. */
const SOURCES = [
  "src/crypto",
  "src/evidence",
  "src/protocol",
  "src/words",
  "src/client",
  "src/web",
  "package.json",
  "package-lock.json",
];

/** SHA-256 over names and contents of all sources, and over what else the bundles are made with. */
export async function hashSources(root: string, prelude = ""): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([process.version, prelude]));
  for (const source of SOURCES) {
    const isFile = path.extname(source) !== "";
    const names = isFile ? [""] : (await fs.readdir(path.join(root, source), { recursive: true })).toSorted();
    for (const name of names) {
      if (!isFile && path.extname(name) === "") continue; // A folder.
      hash.update(`\n${source}/${name}\n`).update(await fs.readFile(path.join(root, source, name)));
    }
  }
  return hash.digest("hex");
}

/** Hashes of what a build is made from: sources, and the settings that go into pages alone. */
export type Inputs = { readonly sources: string; readonly settings: string };

export type EarlierBuild = Inputs & {
  /** A file of it, by its name within */
  readonly read: (name: string) => Promise<Buffer>;
  /** The bundle of this name, or the page that carries it inside */
  readonly findBundle: (name: string) => Promise<Uint8Array | undefined>;
};

/** The build that `outDir` holds, whole: hashes of its files are compared. */
export async function findEarlierBuild(outDir: string): Promise<EarlierBuild | undefined> {
  try {
    const { inputs, files } = JSON.parse(await fs.readFile(path.join(outDir, RECORD), "utf8")) as {
      inputs: Inputs;
      files: Record<string, string>;
    };
    for (const [name, hash] of Object.entries(files))
      if ((await hashFile(path.join(outDir, name))) !== hash) return undefined;
    const read = (name: string) => fs.readFile(path.join(outDir, name));
    const findBundle = async (name: string) => {
      const file = Object.keys(files).find((one) =>
        new RegExp(`^a/${name}\\.[0-9a-f]{16}\\.(?:js|css|txt)$`).test(one),
      );
      return file === undefined ? undefined : read(file);
    };
    return { ...inputs, read, findBundle };
  } catch {
    return undefined; // Nothing there, or damaged: built anew.
  }
}

/** The last thing written into a build. */
export async function recordBuild(folder: string, inputs: Inputs): Promise<void> {
  const names = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of names.filter((entry) => entry.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    files[path.relative(folder, file)] = await hashFile(file);
  }
  await fs.writeFile(path.join(folder, RECORD), JSON.stringify({ inputs, files }));
}

async function hashFile(file: string): Promise<string> {
  return createHash("sha256")
    .update(await fs.readFile(file))
    .digest("hex");
}
