/** Writes the public keys of a made-up organisation into a folder, for way.sh: node test/production/keys.ts FOLDER */
import * as fs from "node:fs/promises";
import path from "node:path";
import { hex } from "../../src/crypto/bytes.ts";
import { makeOrganisation } from "../support/organisation.ts";

const [folder = "keys"] = process.argv.slice(2);
const { rootSet, signed } = makeOrganisation(Date.now());
await fs.mkdir(folder, { recursive: true });
const roots = { threshold: rootSet.threshold, keys: rootSet.keys.map(hex) };
await fs.writeFile(path.join(folder, "roots.json"), `${JSON.stringify(roots)}\n`);
await fs.writeFile(path.join(folder, "directory.json"), `${JSON.stringify([signed])}\n`);
