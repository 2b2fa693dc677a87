import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import t from "tap";
import { BARE_ENV } from "../../support/machine/bare-env.ts";
import { BUILT_AT, buildTestPages } from "../../support/pages.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

// Several builds, on machines that may be busy.
t.setTimeout(300_000);

const webDir = await buildTestPages();

async function readTree(folder: string): Promise<Map<string, string>> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const hashes = await Promise.all(
    files.map(
      async (file) =>
        [
          path.relative(folder, file),
          createHash("sha256")
            .update(await fs.readFile(file))
            .digest("hex"),
        ] as const,
    ),
  );
  return new Map(hashes.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

t.test("two builds in two places make equal bytes", async (t) => {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-web-"));
  t.teardown(() => fs.rm(folder, { recursive: true, force: true }));
  for (const name of ["src", "package.json", "package-lock.json"])
    await fs.cp(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  await fs.symlink(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  const keys = path.join(ROOT, "dist/test-keys");
  const build = ["src/web/build.ts", "--keys", keys, "--out", "elsewhere"];
  const env = { ...BARE_ENV, SOURCE_DATE_EPOCH: String(BUILT_AT / 1_000) };
  await promisify(execFile)(process.execPath, build, { cwd: folder, env });
  const [here, there] = [await readTree(webDir), await readTree(path.join(folder, "elsewhere"))];
  t.ok(here.size > 30);
  t.same([...there], [...here]);
  // Nobody knows the date of a copy without .git; a date that is yet to come is nobody's either.
  const page = () => fs.readFile(path.join(folder, "elsewhere/index.html"), "utf8");
  t.match(await page(), `"builtAt":${BUILT_AT},`);
  // From here on without a bundler: what is bundled does not depend on the date, and is taken from the build before.
  const again = (told: string) => {
    const without = { ...env, SOURCE_DATE_EPOCH: told, ESBUILD_BINARY_PATH: "/bin/false" };
    return promisify(execFile)(process.execPath, build, { cwd: folder, env: without });
  };
  for (const told of ["", String(Math.ceil(Date.now() / 1_000) + 86_400)]) {
    await again(told);
    t.match(await page(), '"builtAt":0,', `built all the same: ${told}`);
  }
  await again(env.SOURCE_DATE_EPOCH);
  t.same([...(await readTree(path.join(folder, "elsewhere")))], [...here], "the same bytes by this way too");
  await fs.appendFile(path.join(folder, "src/crypto/bytes.ts"), "\n");
  await t.rejects(again(env.SOURCE_DATE_EPOCH), { code: 1 }, "of other sources nothing is taken");
});
