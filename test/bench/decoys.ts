/**
 * Intake of whole reports while decoy heads are added beside them, as the server adds them: not when it is busy. The maker
 * wants more all the time, as after ten thousand reports of a day; in an office it looks every ten minutes.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { TestDatabase } from "../support/machine/postgres.ts";
import { asOwner, signInInvestigator } from "./cases.ts";
import { sealReports, shotsFor, solve } from "./intake.ts";
import { fire } from "./load.ts";
import type { Bench } from "./processes.ts";
import { type Figure, ROUNDS, interleave, medianRatio, median, rounded } from "./rounds.ts";

const CLIENTS = 16;
const REPORTS_A_ROUND = 200;
const WARM_UP_REPORTS = 100;
const LEAST_RATIO = 0.8;
/** What the rest of the night makes: as many as there were reports, or something is wrong. */
const PATIENCE_MS = 120_000;

export async function benchDecoys(bench: Bench, progress: (text: string) => void): Promise<Figure[]> {
  const total = WARM_UP_REPORTS + ROUNDS * REPORTS_A_ROUND;
  progress(`sealing ${total} reports and solving their proofs of work twice`);
  const reports = await sealReports(bench, total);
  const [off, on] = [await bench.makeDatabase(), await bench.makeDatabase()];
  const servers = { off: await bench.startServer(off, "checked"), on: await bench.startServer(on, "decoys") };
  const shots = { off: await shotsFor(servers.off, reports, solve), on: await shotsFor(servers.on, reports, solve) };
  const run = async (name: keyof typeof servers, from: number, count: number): Promise<number> => {
    const { rate, failures } = await fire(servers[name].address, CLIENTS, shots[name].slice(from, from + count), 201);
    if (failures > 0) throw new Error("a report was not stored");
    return rate;
  };
  for (const name of ["off", "on"] as const) await run(name, 0, WARM_UP_REPORTS);
  const member = await signInInvestigator(bench, servers.on);
  // From now on there are reports that somebody has opened, and so decoys that are owed.
  await asOwner(on, async (client) => {
    await client.query("INSERT INTO access (member_id, handle, epoch) SELECT decode($1, 'hex'), handle, 0 FROM cases", [
      member.id,
    ]);
  });
  progress("intake with and without decoys");
  const rates = await interleave(
    (["off", "on"] as const).map((name) => ({
      name,
      run: (round) => run(name, WARM_UP_REPORTS + round * REPORTS_A_ROUND, REPORTS_A_ROUND),
    })),
  );
  const meanwhile = (await countCases(on)) - total;
  const start = performance.now();
  while ((await countCases(on)) < 2 * total && performance.now() - start < PATIENCE_MS) await sleep(200);
  const made = (await countCases(on)) - total;
  const rate = ((made - meanwhile) / (performance.now() - start)) * 1_000;
  for (const server of Object.values(servers)) await server.stop();
  const who = `intake, ${CLIENTS} clients`;
  return [
    { name: `${who}, without decoys`, value: rounded(median(rates.get("off") ?? []), 0), unit: "reports/s" },
    { name: `${who}, with decoys`, value: rounded(median(rates.get("on") ?? []), 0), unit: "reports/s" },
    {
      name: `${who}, with decoys beside without`,
      value: rounded(medianRatio(rates.get("on"), rates.get("off"))),
      unit: "×",
      atLeast: LEAST_RATIO,
    },
    { name: "decoys, made while reports came", value: rounded(meanwhile / total), unit: "a report" },
    { name: "decoys, when it is quiet again", value: rounded(rate, 0), unit: "decoys/s" },
    { name: "decoys, in the end", value: rounded(made / total), unit: "a report", atLeast: 1 },
  ];
}

async function countCases(database: TestDatabase): Promise<number> {
  let count = 0;
  await asOwner(database, async (client) => {
    const { rows } = await client.query<{ count: string }>("SELECT count(*) FROM cases");
    count = Number(rows[0]?.count);
  });
  return count;
}
