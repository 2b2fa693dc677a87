/** npm run -s bench: speed and memory as ratios within one run: no two machines are compared. */
import { parseArgs } from "node:util";
import { benchActs } from "./acts.ts";
import { benchAudit } from "./audit.ts";
import { benchCaseFile } from "./case-file.ts";
import { benchCleaning } from "./cleaning.ts";
import { benchDecoys } from "./decoys.ts";
import { benchFileSealing } from "./file-sealing.ts";
import { benchFiles } from "./files.ts";
import { benchFigures } from "./figures.ts";
import { benchFinding } from "./finding.ts";
import { benchGrowth } from "./growth.ts";
import { benchIntake } from "./intake.ts";
import { benchListing } from "./listing.ts";
import { benchPageMemory } from "./page-memory.ts";
import { benchPages } from "./pages.ts";
import { benchPrices } from "./prices.ts";
import { openBench } from "./processes.ts";
import { type Figure, isReached } from "./rounds.ts";
import { benchSealing } from "./sealing.ts";

const HELP = `Measures Segel beside bare calls of the libraries it stands on, in interleaved rounds.

  npm run -s bench                       everything, some minutes
  npm run -s bench -- --only intake      one part: sealing, cleaning, intake, decoys, prices, files, case-file, listing, finding, figures, acts, audit, growth, pages, page-memory
  npm run -s bench -- --json             one JSON object on standard output and nothing else

Exit codes: 0 all targets reached, 1 a target missed or a failure, 2 wrong use.
`;

const PARTS = [
  "sealing",
  "cleaning",
  "intake",
  "decoys",
  "prices",
  "files",
  "case-file",
  "listing",
  "finding",
  "acts",
  "audit",
  "figures",
  "growth",
  "pages",
  "page-memory",
] as const;
type Part = (typeof PARTS)[number];

function readArguments(): { json: boolean; parts: readonly Part[] } {
  try {
    const { values } = parseArgs({
      options: { json: { type: "boolean" }, only: { type: "string", multiple: true }, help: { type: "boolean" } },
    });
    if (values.help === true) {
      process.stdout.write(HELP);
      process.exit(0);
    }
    const asked = values.only ?? PARTS;
    const parts = PARTS.filter((part) => asked.includes(part));
    if (parts.length !== asked.length) throw new Error(`--only takes ${PARTS.join(", ")}`);
    return { json: values.json === true, parts };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    process.exit(2);
  }
}

const { json, parts } = readArguments();
const progress = (text: string): void => void process.stderr.write(`  … ${text}\n`);
const bench = await openBench();
const runs: Readonly<Record<Part, () => Promise<Figure[]>>> = {
  sealing: benchSealing,
  intake: () => benchIntake(bench, progress),
  decoys: () => benchDecoys(bench, progress),
  cleaning: benchCleaning,
  prices: () => benchPrices(bench, progress),
  files: async () => [...(await benchFileSealing(progress)), ...(await benchFiles(bench, progress))],
  "case-file": benchCaseFile,
  listing: () => benchListing(bench, progress),
  finding: () => benchFinding(progress),
  acts: () => benchActs(bench, progress),
  audit: () => benchAudit(progress),
  figures: benchFigures,
  growth: () => benchGrowth(bench, progress),
  pages: () => benchPages(progress),
  "page-memory": () => benchPageMemory(progress),
};
const figures: Figure[] = [];
try {
  for (const part of parts) {
    progress(part);
    figures.push(...(await runs[part]()));
  }
} finally {
  await bench.end();
}
const missed = figures.filter((figure) => !isReached(figure));
if (json) process.stdout.write(`${JSON.stringify({ node: process.version, figures, reached: missed.length === 0 })}\n`);
else process.stdout.write(table(figures));
process.exitCode = missed.length === 0 ? 0 : 1;

function table(all: readonly Figure[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const lines = all.map((figure) => {
    const { name, value, unit, atLeast, atMost } = figure;
    const target = atLeast === undefined ? (atMost === undefined ? "" : `at most ${atMost}`) : `at least ${atLeast}`;
    const verdict = target === "" ? "" : isReached(figure) ? `  ${target}: reached` : `  ${target}: MISSED`;
    return `${name.padEnd(width)}  ${String(value).padStart(8)} ${unit}${verdict}`;
  });
  return `${lines.join("\n")}\n`;
}
