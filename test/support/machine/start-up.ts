/**
 * Loaded ahead of each test file (package.json, "tap"), of which there are some two hundred: compiled code is kept
 * between them, passphrases are stretched once, and nobody reads source maps. Types are left out in place, so that
 * lines and columns are ours anyway, and tap would look at the map of each file of each package when a process ends.
 */
import { enableCompileCache, registerHooks } from "node:module";
import { COMPILED_CODE } from "./bare-env.ts";

enableCompileCache(COMPILED_CODE);
process.setSourceMapsEnabled(false);

const ONCE = new URL("argon2id-once.ts", import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) => (specifier === "#argon2id" ? next(ONCE, context) : next(specifier, context)),
});
