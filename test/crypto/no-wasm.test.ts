import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import t from "tap";

/** A quarter of a minute on an idle machine of two cores; the rest is for a busy one. */
const TIMEOUT_SECONDS = 110;
t.setTimeout(TIMEOUT_SECONDS * 1_000);

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs a test file on libsodium's JavaScript, with fewer rounds: it is some twenty times slower. */
async function runWithoutWasm(file: string): Promise<Run> {
  const preload = new URL("without-wasm.ts", import.meta.url).href;
  // Through env(1), with nothing of this process: tap would put its coverage into the child, which takes from the
  // JavaScript build the compiled code that it lives on.
  const variables = [`PATH=${process.env["PATH"]}`, "SEGEL_TEST_LIGHT=1", `TAP_TIMEOUT=${TIMEOUT_SECONDS}`];
  const command = [process.execPath, "--conditions=no-wasm", "--import", preload, path(file)];
  const child = spawn("env", ["-i", ...variables, ...command]);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

const FILES = ["vectors", "envelope", "message", "token", "stream", "file"];

t.test("everything holds where WebAssembly is switched off", { jobs: 2 }, (t) => {
  for (const name of FILES) {
    t.test(name, async (t) => {
      const { code, stdout, stderr } = await runWithoutWasm(`${name}.test.ts`);
      t.equal(code, 0, [...stdout.matchAll(/^.*not ok.*$/gm)].join("\n"));
      t.match(stdout, /# \{ total: [1-9]\d*, pass: [1-9]\d*(, skip: 1)? \}/, "tests ran and none failed");
      t.match(stderr, 'sodium {"wasm":false,"builds":["commonjs"],"givenUp":true}', "and libsodium was JavaScript");
    });
  }
  t.end();
});
