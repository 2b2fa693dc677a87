/**
 * Loaded ahead of each test file (package.json, "tap"), of which there are some two hundred: compiled code is kept
 * between them, and nobody reads source maps. Types are left out in place, so that lines and columns are ours anyway,
 * and tap would look at the map of each file of each package at the end of each process.
 */
import { enableCompileCache } from "node:module";
import { COMPILED_CODE } from "./bare-env.ts";

enableCompileCache(COMPILED_CODE);
process.setSourceMapsEnabled(false);
