/** What a build leaves on the disk: its files with their packed forms, exchanged as a whole. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { type Effort, compress } from "./compression.ts";
import { type Inputs, recordBuild } from "./earlier-build.ts";
import type { BuiltFiles } from "./manifest.ts";

/** `/` is index.html, `/en` is en.html; what has an extension keeps it. */
export function fileNameOf(name: string): string {
  if (name === "/") return "index.html";
  return path.extname(name) === "" ? `${name.slice(1)}.html` : name.slice(1);
}

/** `carried` lie beside the pages as files: no manifest names them, and no server gives them out. */
export async function writeBuild(
  outDir: string,
  { served, carried }: { readonly served: BuiltFiles; readonly carried: BuiltFiles },
  { inputs, effort }: { readonly inputs: Inputs; readonly effort: Effort },
): Promise<void> {
  const next = `${outDir}.next-${process.pid}`;
  await fs.rm(next, { recursive: true, force: true });
  for (const [name, bytes] of [...served, ...carried]) {
    const file = path.join(next, fileNameOf(name));
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, bytes);
  }
  await Promise.all(
    [...served].map(([name, bytes]) =>
      compress(bytes, {
        file: path.join(next, fileNameOf(name)),
        earlier: path.join(outDir, fileNameOf(name)),
        effort,
      }),
    ),
  );
  await recordBuild(next, inputs);
  await exchange(next, outDir);
}

/** Two builds that end at the same moment both succeed: the later one stays. */
async function exchange(next: string, outDir: string): Promise<void> {
  const last = `${outDir}.last-${process.pid}`;
  for (let attempt = 0; ; attempt++) {
    await fs.rename(outDir, last).catch(ignore("ENOENT"));
    const isDone = await fs.rename(next, outDir).then(() => true, ignore("ENOTEMPTY", "EEXIST"));
    await fs.rm(last, { recursive: true, force: true });
    if (isDone === true) return;
    if (attempt === 10) throw new Error(`${outDir} is written by somebody else`);
  }
}

export function ignore(...codes: string[]): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (!codes.includes(error.code ?? "")) throw error;
    return undefined;
  };
}
