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

/** SHA-256 over names and contents of all sources, and over the settings. */
export async function hashInputs(root: string, settings: unknown): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([process.version, settings]));
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

/** Whether `outDir` holds what these inputs make, whole: `hashes` of its files are compared as well. */
export async function isBuilt(outDir: string, inputs: string): Promise<boolean> {
  try {
    const record = JSON.parse(await fs.readFile(path.join(outDir, RECORD), "utf8")) as {
      inputs: string;
      files: Record<string, string>;
    };
    if (record.inputs !== inputs) return false;
    for (const [name, hash] of Object.entries(record.files))
      if ((await hashFile(path.join(outDir, name))) !== hash) return false;
    return true;
  } catch {
    return false; // Nothing there, or damaged: built anew.
  }
}

/** The last thing written into a build. */
export async function recordBuild(folder: string, inputs: string): Promise<void> {
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
