/**
 * Kills server and PostgreSQL at random moments under senders, and looks whether everything acknowledged is there.
 * By hand: node test/production/kills.ts [KILLS] [SENDERS]
 */
import { setTimeout as sleep } from "node:timers/promises";
import { startMortal } from "../support/machine/mortal.ts";
import { findLost, makeTeardowns, startSenders } from "./senders.ts";

const [kills = 1_000, count = 16] = process.argv.slice(2).map(Number);
const undo = makeTeardowns();
const mortal = await startMortal(undo);
const started = Date.now();
const senders = startSenders(mortal, count);
const done = { killServer: 0, killPostgres: 0 };
for (let kill = 1; kill <= kills; kill++) {
  await sleep(Math.random() * 300);
  const victim = Math.random() < 0.5 ? "killServer" : "killPostgres";
  await mortal[victim]();
  done[victim]++;
  if (kill % 100 === 0) {
    const lost = await findLost(mortal.urls.ownerUrl, senders.acknowledged);
    console.log(`${kill} kills, ${senders.acknowledged.size} acknowledged, ${lost.length} lost`);
  }
}
await senders.stop();
await mortal.killPostgres();
const lost = await findLost(mortal.urls.ownerUrl, senders.acknowledged);
console.log(
  `${done.killServer} kills of the server, ${done.killPostgres} of PostgreSQL under ${count} senders in ` +
    `${Math.round((Date.now() - started) / 1_000)} s: ${senders.acknowledged.size} acknowledged, ` +
    `${senders.unanswered()} requests unanswered and repeated, ${lost.length} lost`,
);
for (const name of lost) console.log(`LOST ${name}`);
await undo.run();
process.exitCode = lost.length === 0 ? 0 : 1;
