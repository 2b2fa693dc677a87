/** How long a case file of 200 messages and 50 files takes once the files are there, beside reading those files once. */
import { createHash, randomBytes } from "node:crypto";
import { placeKeyOf } from "../../src/client/case-file/case-file.ts";
import type { CaseEntry, CaseParts } from "../../src/client/case-file/report.ts";
import { casePartsOf, makeCaseFile, zipOf } from "../support/proof/case-file.ts";
import { makeOrganisation } from "../support/organisation.ts";
import { type Figure, ROUNDS, interleave, median, medianRatio, rounded } from "./rounds.ts";

const MESSAGES = 200;
const FILES = 50;
const MIB = 1_048_576;
/** As long as a page of a letter */
const WORDS = 300;

const textOf = (seed: string): string => Array.from({ length: WORDS }, (_, at) => `${seed}${at}`).join(" ");

function partsOf(): { parts: CaseParts; entries: readonly CaseEntry[] } {
  const few = casePartsOf({
    reporter: (place) => textOf(`p${place.length}x`),
    team: (place) => textOf(`t${place.length}x`),
  });
  const entries = Array.from({ length: MESSAGES }, (_, at): CaseEntry => {
    const isReporters = at % 2 === 0;
    const file = { id: at.toString(16).padStart(32, "0"), name: `foto ${at}.jpg`, type: "image/jpeg", size: MIB };
    const text = textOf(isReporters ? `r${at}x` : `q${at}x`);
    return {
      direction: isReporters ? "reporter" : "team",
      sequence: Math.floor(at / 2) + 1,
      storedOn: "2026-11-10",
      author: isReporters ? "reporter" : "a".repeat(32),
      effective: true,
      message: at < FILES ? { kind: "files", text, files: [file] } : { kind: "text", text },
    };
  });
  return { parts: { ...few, conversation: entries }, entries };
}

export async function benchCaseFile(): Promise<Figure[]> {
  const organisation = makeOrganisation(Date.parse("2026-11-10T08:00:00Z"));
  const { parts, entries } = partsOf();
  const files = entries.slice(0, FILES).map((entry, at) => {
    const bytes = randomBytes(MIB);
    const path = `files/${String(at + 1).padStart(2, "0")}.jpg`;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const copy = { path, size: MIB, sha256, cleaned: false };
    return { key: placeKeyOf(entry, at.toString(16).padStart(32, "0")), bytes, copy };
  });
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const enclosed = {
    copies: new Map(files.map(({ key, copy }) => [key, copy])),
    entries: files.map(({ bytes, copy }) => ({ name: copy.path, content: new Blob([bytes]) })),
    unclean: 0,
  };
  const times = await interleave(
    [
      {
        name: "read",
        run: () => timed(async () => files.map(({ bytes }) => createHash("sha256").update(bytes).digest())),
      },
      {
        name: "made",
        run: () => timed(() => zipOf(makeCaseFile(parts, { notes: [1, 2] }), { organisation, enclosed })),
      },
    ],
    ROUNDS + 1,
  );
  // The first round is the compiler's.
  const [read, made] = ["read", "made"].map((name) => times.get(name)?.slice(1) ?? []);
  return [
    {
      name: "a case file of 200 messages and 50 MiB in 50 files",
      value: rounded(median(made ?? [])),
      unit: "ms",
      atMost: 5_000,
    },
    { name: "… beside the SHA-256 of its files", value: rounded(medianRatio(made, read)), unit: "×" },
  ];
}
