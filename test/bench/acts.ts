/**
 * (l) What its entry in the audit trail costs a member's act, beside the same act of a server whose text was changed so
 * that it neither looks at entries nor adds them (unaudited.ts), by a client that signs none. The act is a note, the
 * smallest one, over HTTP on this machine: written by the member's program and read again, as the desk does before it says
 * that it is stored. Only writing knows of entries, so what they add is measured there; it is told beside the writing
 * alone as well, and bare requests are counted, one after the other and several at once.
 */
import { callBytes } from "../../src/client/line/http.ts";
import { findNewCases, listCases } from "../../src/client/member/list/cases.ts";
import { type MemberCase, openMemberCase } from "../../src/client/member/case/member-case.ts";
import type { Member } from "../../src/client/member/entry/sign-in.ts";
import { rowSizes } from "../../src/crypto/message.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { API } from "../../src/protocol/api.ts";
import { encodeMemberRow } from "../../src/protocol/frames.ts";
import type { TestDatabase } from "../support/machine/postgres.ts";
import { asOwner, sendReports, signInInvestigator } from "./cases.ts";
import { type Shot, fire } from "./load.ts";
import { type Bench, ORIGIN } from "./processes.ts";
import { type Figure, interleave, median, medianRatio, rounded } from "./rounds.ts";

const WARM_UP = 20;
const NOTES = 300;
/** A member writes in more than one case; one with all these notes would take long to read. */
const CASES_OF_NOTES = 8;
const AT_ONCE = 8;
const ROUNDS_AT_ONCE = 21;
/** Of each of those at once */
const REQUESTS_A_ROUND = 25;
/** Issue 13, "Figures to reach": of the act without it */
const MOST_PERCENT = 10;

const SIDES = ["with", "without"] as const;

type Side = {
  readonly address: string;
  readonly stop: () => Promise<void>;
  readonly database: TestDatabase;
  readonly member: Member;
  readonly handles: readonly string[];
  readonly opened: Map<string, MemberCase>;
  /** How long the writing alone took, note by note */
  readonly writing: number[];
  /** A list of requests for each who acts at once, in its own case; the last one's for who acts alone */
  readonly requests: readonly (readonly Shot[])[];
};

export async function benchActs(bench: Bench, progress: (text: string) => void): Promise<Figure[]> {
  const sides = { with: await startSide(bench, "unchecked"), without: await startSide(bench, "unaudited") };
  const measure = (rounds: number, run: (side: Side, round: number) => Promise<number>) =>
    interleave(
      SIDES.map((name) => ({ name, run: (round) => run(sides[name], round) })),
      rounds,
    );
  progress(`${NOTES} notes with entries and without`);
  await measure(WARM_UP, writeNote);
  const notes = await measure(NOTES, writeNote);
  progress(`requests, alone and ${AT_ONCE} at once`);
  const alone = await measure(ROUNDS_AT_ONCE, (side, round) => rateOf(side, side.requests.slice(AT_ONCE), round));
  const many = await measure(ROUNDS_AT_ONCE, (side, round) => rateOf(side, side.requests.slice(0, AT_ONCE), round));
  const acts = [await countActs(sides.with), await countActs(sides.without)];
  for (const name of SIDES) await sides[name].stop();
  const expected = 1 + WARM_UP + NOTES + ROUNDS_AT_ONCE * REQUESTS_A_ROUND * (AT_ONCE + 1);
  if (acts[0] !== expected || acts[1] !== 0)
    throw new Error(`${acts.join(" and ")} entries instead of ${expected} and 0`);

  // Round by round: slow seconds of the machine strike both sides of a round.
  const entry = median(sides.with.writing.map((took, round) => took - (sides.without.writing[round] ?? 0)));
  const act = median(notes.get("without") ?? []);
  const writing = median(sides.without.writing);
  const percentOf = (whole: number) => ({ value: rounded((100 * entry) / whole, 1), unit: "%" });
  return [
    { name: "a member's act, without its entry", value: rounded(act), unit: "ms" },
    { name: "a member's act, its writing alone", value: rounded(writing), unit: "ms" },
    { name: "what its entry adds", value: rounded(entry), unit: "ms" },
    { name: "what its entry adds, beside the act", ...percentOf(act), atMost: MOST_PERCENT },
    { name: "what its entry adds, beside the writing alone", ...percentOf(writing) },
    ...ratesBeside("requests, one after the other", alone),
    ...ratesBeside(`requests, ${AT_ONCE} at once`, many),
  ];
}

function ratesBeside(name: string, rates: ReadonlyMap<string, readonly number[]>): Figure[] {
  return [
    { name: `${name}, with entries`, value: rounded(median(rates.get("with") ?? []), 0), unit: "requests/s" },
    { name: `${name}, without`, value: rounded(median(rates.get("without") ?? []), 0), unit: "requests/s" },
    {
      name: `${name}, with beside without`,
      value: rounded(medianRatio(rates.get("with"), rates.get("without"))),
      unit: "×",
    },
  ];
}

async function startSide(bench: Bench, mode: "unchecked" | "unaudited"): Promise<Side> {
  const database = await bench.makeDatabase();
  const server = await bench.startServer(database, mode);
  await sendReports(bench, server, CASES_OF_NOTES + AT_ONCE + 1);
  const member = await signInInvestigator(bench, server);
  if (mode === "unaudited") member.connection.actingWith = undefined;
  await findNewCases(member);
  const handles = (await listCases(member)).cases.map(({ handle }) => handle);
  const requests = [];
  for (const handle of handles.slice(CASES_OF_NOTES)) requests.push(await prepareRequests(member, handle));
  return { ...server, database, member, handles, opened: new Map(), writing: [], requests };
}

/** A case that was read serves for one act: what is written next stands behind it. */
async function writeNote({ member, handles, opened, writing }: Side, round: number): Promise<number> {
  const handle = handles[round % CASES_OF_NOTES] ?? "";
  const read = opened.get(handle) ?? (await openMemberCase(member, handle));
  const began = performance.now();
  await read.note("A note of the length that many have.");
  writing.push(performance.now() - began);
  opened.set(handle, await openMemberCase(member, handle));
  return performance.now() - began;
}

/** Notes of a case one after the other, as the member's client sends them. */
async function prepareRequests({ connection }: Member, handle: string): Promise<Shot[]> {
  const shots: Shot[] = [];
  const keeping: typeof connection.fetch = async (url, { method = "", headers, body }) => {
    const path = url.slice(ORIGIN.length);
    shots.push({ method, path, headers: headers as Record<string, string>, body: body as Uint8Array });
    return Response.json({}, { status: API.putMessage.answer.status });
  };
  const [smallest = 0] = rowSizes("internal");
  for (let sequence = 1; sequence <= ROUNDS_AT_ONCE * REQUESTS_A_ROUND; sequence++) {
    const params = { handle, direction: "internal", epoch: 0, sequence };
    const body = encodeMemberRow(randomBytes(smallest));
    await callBytes({ ...connection, fetch: keeping }, "putMessage", { params, body });
  }
  return shots;
}

/** Requests a second of all these at once. */
async function rateOf({ address }: Side, requests: Side["requests"], round: number): Promise<number> {
  const began = performance.now();
  const results = await Promise.all(
    requests.map((all) =>
      fire(
        address,
        1,
        all.slice(round * REQUESTS_A_ROUND, (round + 1) * REQUESTS_A_ROUND),
        API.putMessage.answer.status,
      ),
    ),
  );
  if (results.some(({ failures }) => failures > 0)) throw new Error("an act was refused");
  return (1_000 * requests.length * REQUESTS_A_ROUND) / (performance.now() - began);
}

async function countActs({ database }: Side): Promise<number> {
  let count = 0;
  await asOwner(database, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "SELECT count(*)::integer AS count FROM audit_log WHERE kind = 'act'",
    );
    count = rows[0]?.count ?? 0;
  });
  return count;
}
