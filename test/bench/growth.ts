/** (d) Intake, one case opened, and a look for what is new, with 1,000 and with 100,000 cases in the database: both must stay flat. */
import { findNewCases, listCases } from "../../src/client/member/list/cases.ts";
import { openMemberCase } from "../../src/client/member/case/member-case.ts";
import type { Member } from "../../src/client/member/entry/sign-in.ts";
import { asOwner, fillWithCopies, sendReports, signInInvestigator } from "./cases.ts";
import { fire } from "./load.ts";
import type { Bench, Running } from "./processes.ts";
import { pretend, sealReports, shotsFor } from "./intake.ts";
import { type Figure, ROUNDS, interleave, medianRatio, median, rounded } from "./rounds.ts";

const SIZES = [1_000, 100_000] as const;
const REPORTS_A_ROUND = 200;
const OPENINGS_A_ROUND = 20;
const LOOKS_A_ROUND = 50;
const CLIENTS = 16;
/** Over so many days the cases came: some 140 a day where there are 100,000. */
const DAYS = 700;
/** "Flat" is no more than a fifth slower: rounds of one and the same server differ by as much. */
const LEAST_RATIO = 0.8;
/** A day has a hundred times as many cases there: what came since yesterday is looked through. */
const LEAST_LOOK_RATIO = 0.5;

type Grown = { readonly size: number; readonly server: Running; readonly member: Member; readonly handle: string };

export async function benchGrowth(bench: Bench, progress: (text: string) => void): Promise<Figure[]> {
  const all: Grown[] = [];
  for (const size of SIZES) {
    progress(`seeding ${size} cases`);
    all.push(await grow(bench, size));
  }
  progress("intake and opening");
  const shots = new Map<number, Awaited<ReturnType<typeof shotsFor>>>();
  for (const { size, server } of all)
    shots.set(size, await shotsFor(server, await sealReports(bench, ROUNDS * REPORTS_A_ROUND), pretend));
  const rates = await interleave(
    all.map(({ size, server }) => ({
      name: String(size),
      async run(round) {
        const part = shots.get(size)?.slice(round * REPORTS_A_ROUND, (round + 1) * REPORTS_A_ROUND) ?? [];
        const { rate, failures } = await fire(server.address, CLIENTS, part, 201);
        if (failures > 0) throw new Error("a report was not stored");
        return rate;
      },
    })),
  );
  const times = await interleave(all.map((grown) => ({ name: String(grown.size), run: () => timeOpening(grown) })));
  const looks = await interleave(all.map((grown) => ({ name: String(grown.size), run: () => timeLooking(grown) })));
  const [small, large] = SIZES.map(String) as [string, string];
  for (const { server } of all) await server.stop();
  return [
    { name: "intake with 100,000 cases stored", value: rounded(median(rates.get(large) ?? []), 0), unit: "reports/s" },
    {
      name: "intake with 100,000 cases beside 1,000",
      value: rounded(medianRatio(rates.get(large), rates.get(small))),
      unit: "×",
      atLeast: LEAST_RATIO,
    },
    {
      name: "one case opened with 100,000 cases stored",
      value: rounded(median(times.get(large) ?? []), 1),
      unit: "ms",
    },
    {
      name: "opening with 100,000 cases beside 1,000",
      value: rounded(medianRatio(times.get(small), times.get(large))),
      unit: "×",
      atLeast: LEAST_RATIO,
    },
    {
      name: "a look for new cases with 100,000 cases stored",
      value: rounded(median(looks.get(large) ?? []), 1),
      unit: "ms",
    },
    {
      name: "a look with 100,000 cases beside 1,000",
      value: rounded(medianRatio(looks.get(small), looks.get(large))),
      unit: "×",
      atLeast: LEAST_LOOK_RATIO,
    },
  ];
}

/**
 * A database of so many cases, and a member who has opened one. The copies' proofs of access are written in SQL:
 * trying a hundred thousand heads is what the listing measures.
 */
async function grow(bench: Bench, size: number): Promise<Grown> {
  const database = await bench.makeDatabase();
  const server = await bench.startServer(database, "unchecked");
  const member = await signInInvestigator(bench, server);
  await fillWithCopies(bench, server, database, size);
  await asOwner(database, async (client) => {
    await client.query("INSERT INTO access (member_id, handle, epoch) SELECT decode($1, 'hex'), handle, 0 FROM cases", [
      member.id,
    ]);
    await client.query("UPDATE cases SET arrived_on = arrived_on - (random() * $1)::integer", [DAYS]);
    await client.query("VACUUM ANALYZE");
  });
  await sendReports(bench, server, 1);
  const found = await findNewCases(member);
  const handle = found.opened[0] ?? (await listCases(member)).cases[0]?.handle;
  if (handle === undefined) throw new Error("no case to open");
  return { size, server, member, handle };
}

async function timeOpening({ member, handle }: Grown): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < OPENINGS_A_ROUND; i++) await openMemberCase(member, handle);
  return (performance.now() - start) / OPENINGS_A_ROUND;
}

/** Nothing is new, as at most looks of a day. */
async function timeLooking({ member }: Grown): Promise<number> {
  await findNewCases(member);
  const start = performance.now();
  for (let i = 0; i < LOOKS_A_ROUND; i++) await findNewCases(member);
  return (performance.now() - start) / LOOKS_A_ROUND;
}
