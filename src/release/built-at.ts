/**
 * When this source was written: the date of its commit, which is the same for everybody who has the source, as the
 * day on which somebody builds it is not (docs/decisions/0044-the-build-day-is-the-commits.md).
 */
import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Git answers in some ten milliseconds; a disk that sleeps may take seconds. */
const GIT_TIMEOUT_MS = 5_000;

/**
 * In ms since 1970: SOURCE_DATE_EPOCH where somebody says it (reproducible-builds.org/specs/source-date-epoch), else
 * the committer's date of the commit that is checked out; 0 where nobody knows, as in an archive without `.git`.
 */
export async function readBuiltAt(env: NodeJS.ProcessEnv = process.env, root = ROOT): Promise<number> {
  const told = env["SOURCE_DATE_EPOCH"];
  if (!told) return readCommitDate(root);
  const ms = msOfEpoch(told);
  if (ms === undefined) throw new Error(`SOURCE_DATE_EPOCH must be whole seconds since 1970, not "${told}"`);
  return ms;
}

/** Undefined for what is no time: whoever reads it can say so before anything else is done. */
export function msOfEpoch(told: string): number | undefined {
  return /^\d{1,12}$/u.test(told) ? Number(told) * 1_000 : undefined;
}

/** Of this very repository, not of one around it, whoever owns it, and whatever a person has set for `git log`. */
function readCommitDate(root: string): Promise<number> {
  const args = ["--git-dir", path.join(root, ".git"), "rev-list", "--timestamp", "--max-count=1", "HEAD"];
  return new Promise((resolve) => {
    execFile("git", args, { timeout: GIT_TIMEOUT_MS }, (error, answer) => {
      resolve(error === null ? Number(/^\d+/u.exec(answer)?.[0] ?? 0) * 1_000 : 0);
    });
  });
}
