/**
 * What filling the server's rooms costs a stranger: tries of this machine's own, times what the rules ask (src/server/admission/prices.ts).
 * A graphics card is some thousand of these cores.
 */
import { pbkdf2Sync, randomBytes } from "node:crypto";
import { MAX_SEALED_CELL_BYTES } from "../../src/crypto/file-cells.ts";
import { PROOF_KEY_BYTES, PROOF_ROUNDS, type Purpose } from "../../src/protocol/proof-of-work.ts";
import { makeDecoys } from "../../src/server/admission/decoys.ts";
import { today } from "../../src/server/services/common/today.ts";
import { makePrices } from "../../src/server/admission/prices.ts";
import { connect } from "../../src/server/store/database.ts";
import type { Bench } from "./processes.ts";
import { type Figure, median, rounded } from "./rounds.ts";

const TRIES = 400;
const GIB = 1_073_741_824;
/** Of the longest that each price is good for, and of files the parts that are not the smallest */
const STORED_BYTES: Readonly<Partial<Record<Purpose, number>>> = {
  report: 65_576,
  "long-report": 1_048_616,
  file: MAX_SEALED_CELL_BYTES,
};
const FILLED = [0, 0.2, 0.45] as const;

export async function benchPrices(bench: Bench, progress: (line: string) => void): Promise<Figure[]> {
  progress(`${TRIES} tries`);
  const seconds = median(Array.from({ length: TRIES }, timeOneTry)) / 1_000;
  const { database, close } = connect((await bench.makeDatabase()).appUrl);
  const figures: Figure[] = [{ name: "proof of work, one try", value: rounded(1_000 * seconds), unit: "ms" }];
  for (const [purpose, bytes] of Object.entries(STORED_BYTES) as [Purpose, number][]) {
    for (const filled of FILLED) {
      const prices = makePrices({
        database,
        decoys: makeDecoys(database, { isDecoy: () => false }, today),
        load: { isHigh: () => false },
        roomBytes: { texts: GIB, files: GIB },
        onFull: () => {},
      });
      await prices.digitsFor(purpose);
      prices.addText(filled * GIB);
      prices.files.add(filled * GIB);
      const tries = 16 ** (await prices.digitsFor(purpose));
      const hours = (tries * seconds * GIB) / bytes / 3_600;
      figures.push({
        name: `filling room with what costs as a ${purpose}, ${Math.round(100 * filled)} % full`,
        value: rounded(hours, 3),
        unit: "core hours a GiB",
      });
    }
  }
  await close();
  return figures;
}

function timeOneTry(): number {
  const begun = performance.now();
  pbkdf2Sync(randomBytes(20), randomBytes(16), PROOF_ROUNDS, PROOF_KEY_BYTES, "sha256");
  return performance.now() - begun;
}
