/** (k) `segel audit verify` over a log of 100,000 acts, on the machine's cores, beside checking its signatures one by one. */
import { nativeSha256 as sha256 } from "../../src/cli/audit/sha256.ts";
import { checkInThreads } from "../../src/cli/audit/signatures.ts";
import { checkOneByOne } from "../../src/client/audit/signatures.ts";
import { verifyLog } from "../../src/client/audit/verify-log.ts";
import { startLog } from "../support/proof/audit-log.ts";
import { makeOrganisation } from "../support/organisation.ts";
import { type Figure, ROUNDS, interleave, median, medianRatio, rounded } from "./rounds.ts";

const ACTS = 100_000;
/** Compared with libsodium, which takes ten seconds for all of them */
const SOME = 10_000;
/** Issue 13, "Figures to reach" */
const MOST_SECONDS = 5;
/** On two cores; on one it comes to nothing */
const LEAST_GAIN = 1.2;

export async function benchAudit(progress: (text: string) => void): Promise<Figure[]> {
  progress(`${ACTS} signatures are made`);
  const now = Date.parse("2026-03-02T08:00:00Z");
  const office = makeOrganisation(now);
  const log = startLog(office, { now });
  const by = [...office.investigators, office.lead];
  let some = new Uint8Array();
  for (let at = 0; at < ACTS; at++) {
    const member = by[at % by.length];
    if (member !== undefined) log.act(member);
    if (at % 100 === 99) log.hourLater();
    if (at + 1 === SOME) some = Uint8Array.from(log.file());
  }
  const all = log.file();
  progress("and checked");
  const seconds = async (file: Uint8Array, checkSignatures = checkInThreads) => {
    const began = performance.now();
    const verdict = await verifyLog(file, { sha256, checkSignatures });
    if (!verdict.holds) throw new Error(verdict.fault.code);
    return (performance.now() - began) / 1_000;
  };
  const whole: number[] = [];
  for (let round = 0; round < ROUNDS; round++) whole.push(await seconds(all));
  const figures = await interleave([
    { name: "threads", run: () => seconds(some) },
    { name: "one by one", run: () => seconds(some, checkOneByOne) },
  ]);
  return [
    { name: `audit trail of ${ACTS} acts checked`, value: rounded(median(whole)), unit: "s", atMost: MOST_SECONDS },
    { name: "audit trail, its file", value: rounded(all.length / 1e6, 1), unit: "MB" },
    {
      name: "audit trail, in threads beside libsodium's one by one",
      value: rounded(medianRatio(figures.get("one by one"), figures.get("threads"))),
      unit: "×",
      atLeast: LEAST_GAIN,
    },
  ];
}
