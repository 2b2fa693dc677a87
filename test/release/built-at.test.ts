import { execFileSync } from "node:child_process";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import t, { type Test } from "tap";
import { readBuiltAt } from "../../src/release/built-at.ts";

const AUTHORED = "2026-11-24T10:00:00Z";
const COMMITTED = "2026-11-25T01:30:00+07:00";

/** A repository with one commit. */
async function makeRepository(t: Pick<Test, "teardown">): Promise<string> {
  const root = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  t.teardown(() => fs.rm(root, { recursive: true, force: true }));
  const env = { PATH: process.env["PATH"], GIT_AUTHOR_DATE: AUTHORED, GIT_COMMITTER_DATE: COMMITTED };
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, env });
  git("init", "--quiet");
  git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--allow-empty", "-m", "first");
  return root;
}

t.test("the build's date is the commit's, whoever asks and whenever", async (t) => {
  t.equal(await readBuiltAt({}, await makeRepository(t)), Date.parse(COMMITTED));
});

t.test("SOURCE_DATE_EPOCH is asked first, an empty one is none, and a wrong one stops the build", async (t) => {
  const root = await makeRepository(t);
  t.equal(await readBuiltAt({ SOURCE_DATE_EPOCH: "1795621486" }, root), 1_795_621_486_000);
  t.equal(await readBuiltAt({ SOURCE_DATE_EPOCH: "" }, root), Date.parse(COMMITTED));
  for (const told of ["2026-11-25", "-1", "1e9", "1795621486.5", " "])
    await t.rejects(readBuiltAt({ SOURCE_DATE_EPOCH: told }, root), { message: /SOURCE_DATE_EPOCH/ }, told);
});

t.test(
  "where nobody knows, it is 0: an archive, also inside another repository, or one without a commit",
  async (t) => {
    const archive = path.join(await makeRepository(t), "segel");
    await fs.mkdir(archive);
    t.equal(await readBuiltAt({}, archive), 0);
    execFileSync("git", ["init", "--quiet"], { cwd: archive });
    t.equal(await readBuiltAt({}, archive), 0);
  },
);
