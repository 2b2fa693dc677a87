/**
 * Loaded before a test file: takes WebAssembly away, as Tor Browser's "Safer" does, and says at the end what was used.
 * Node strips types with WebAssembly of its own; by the time this file runs, that is loaded.
 */
import { createRequire } from "node:module";

Reflect.deleteProperty(globalThis, "WebAssembly");

let givenUp = 0;
// libsodium's CommonJS build rejects once, unheard, where it turns to its JavaScript; anything else is a failure.
process.on("unhandledRejection", (reason) => {
  if (!String(reason).includes("WebAssembly is not defined")) throw reason;
  givenUp++;
});

process.on("exit", () => {
  const loaded = Object.keys(createRequire(import.meta.url).cache).filter((name) => name.includes("libsodium"));
  const builds = [...new Set(loaded.map((name) => (name.includes("modules-esm") ? "esm" : "commonjs")))];
  process.stderr.write(
    `sodium ${JSON.stringify({ wasm: "WebAssembly" in globalThis, builds, givenUp: givenUp > 0 })}\n`,
  );
});
