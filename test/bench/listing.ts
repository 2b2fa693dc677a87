/** (c) A member's first and later listing of 1,000 and 10,000 cases, over HTTP, opened on the client side. */
import { findNewCases, listCases } from "../../src/client/member/cases.ts";
import type { Member } from "../../src/client/member/sign-in.ts";
import { fillWithCopies, signInInvestigator } from "./cases.ts";
import type { Bench } from "./processes.ts";
import { type Figure, ROUNDS, median, rounded } from "./rounds.ts";

const SIZES = [1_000, 10_000] as const;
/** What a list that is opened every morning may take: 10,000 cases, by a member who opened them before. */
const LATER_TARGETS_S = { firstRows: 1, all: 3 } as const;

export async function benchListing(bench: Bench, progress: (text: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) {
    const database = await bench.makeDatabase();
    const server = await bench.startServer(database, "unchecked");
    progress(`seeding ${size} cases`);
    await fillWithCopies(bench, server, database, size);
    const member = await signInInvestigator(bench, server);
    progress(`first listing of ${size} cases`);
    const first = await timeFirst(member, size);
    const later: { firstRows: number; all: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) later.push(await timeLater(member, size));
    const targets = size === 10_000 ? LATER_TARGETS_S : { firstRows: undefined, all: undefined };
    const name = `listing ${size.toLocaleString("en")} cases`;
    figures.push(
      { name: `${name}, first time, to the first page`, value: rounded(first.firstRows), unit: "s" },
      { name: `${name}, first time, all`, value: rounded(first.all), unit: "s" },
      {
        name: `${name}, later, to the first rows`,
        value: rounded(median(later.map(({ firstRows }) => firstRows))),
        unit: "s",
        ...atMost(targets.firstRows),
      },
      {
        name: `${name}, later, all`,
        value: rounded(median(later.map(({ all }) => all))),
        unit: "s",
        ...atMost(targets.all),
      },
    );
    await server.stop();
  }
  return figures;
}

function atMost(target: number | undefined): { atMost?: number } {
  return target === undefined ? {} : { atMost: target };
}

async function timeFirst(member: Member, size: number): Promise<{ firstRows: number; all: number }> {
  const start = performance.now();
  let firstRows = Number.NaN;
  const found = await findNewCases(member, (tried) => {
    if (tried === 200) firstRows = (performance.now() - start) / 1_000;
  });
  if (found.opened.length !== size) throw new Error(`${found.opened.length} of ${size} cases opened`);
  return { firstRows, all: (performance.now() - start) / 1_000 };
}

async function timeLater(member: Member, size: number): Promise<{ firstRows: number; all: number }> {
  const start = performance.now();
  let firstRows = Number.NaN;
  let count = 0;
  for (let after: string | undefined, more = true; more;) {
    const page = await listCases(member, after);
    if (Number.isNaN(firstRows)) firstRows = (performance.now() - start) / 1_000;
    if (page.cases.some(({ summary }) => summary === undefined)) throw new Error("a case did not open from its wrap");
    count += page.cases.length;
    after = page.next;
    more = after !== undefined;
  }
  if (count !== size) throw new Error(`${count} of ${size} cases listed`);
  return { firstRows, all: (performance.now() - start) / 1_000 };
}
