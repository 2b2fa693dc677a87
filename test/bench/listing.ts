/**
 * (c) A member's first and later listing of 1,000 and 10,000 cases, over HTTP, opened on the client side; and of 10,000
 * of which 400 are the member's own, with digests, up to the rows of "my day".
 */
import { findNewCases, listCases } from "../../src/client/member/list/cases.ts";
import { sealDigestOf } from "../../src/client/member/list/digest.ts";
import { openMemberCase } from "../../src/client/member/case/member-case.ts";
import type { Member } from "../../src/client/member/entry/sign-in.ts";
import { hex } from "../../src/crypto/bytes.ts";
import { WRAP_BYTES } from "../../src/crypto/wrap-size.ts";
import { dayInUtc } from "../../src/protocol/encoding/day.ts";
import { withOffices } from "../../src/protocol/rules/deadline-profiles.ts";
import { FIRST_SELECTION, selectCases } from "../../src/web/investigator/list/case-selection.ts";
import { type ListRow, listRows } from "../../src/web/investigator/list/list-rows.ts";
import { dateRows } from "../../src/web/investigator/list/next-deadline.ts";
import { rowOf } from "../../src/web/investigator/vault/parts/case-views.ts";
import type { CaseRow } from "../../src/web/investigator/vault/messages/vault.ts";
import type { TestDatabase } from "../support/machine/postgres.ts";
import { asOwner, fillWithCopies, signInInvestigator } from "./cases.ts";
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
    if (size === MY_DAY_SIZE) {
      progress(`my day among ${size} cases`);
      figures.push(...(await benchMyDay(member, database, size)));
    }
    await server.stop();
  }
  return figures;
}

/** Desk ready to work: to the first rows of "my day", and with all of it in order (issue 11). */
const MY_DAY_TARGETS_S = { firstRows: 1, all: 3 } as const;
const MY_DAY_SIZE = 10_000;
const MINE = 400;

async function benchMyDay(member: Member, database: TestDatabase, size: number): Promise<Figure[]> {
  await giveDigests(member, database);
  const rounds: { firstRows: number; all: number; inOrder: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await timeMyDay(member, size));
  const figure = (name: string, key: keyof (typeof rounds)[number], target?: number): Figure => ({
    name: `listing ${size.toLocaleString("en")} cases of which ${MINE} are mine, ${name}`,
    value: rounded(median(rounds.map((one) => one[key]))),
    unit: "s",
    ...atMost(target),
  });
  return [
    figure("to the first rows of my day", "firstRows", MY_DAY_TARGETS_S.firstRows),
    figure("to all of it in order", "all", MY_DAY_TARGETS_S.all),
    figure("of that: dates, marks and order", "inOrder"),
  ];
}

/** Opens each original once, one of them as an own case, and gives its copies what was noted then: they share its id. */
async function giveDigests(member: Member, database: TestDatabase): Promise<void> {
  const seen = new Map<string, { readonly handle: string; readonly caseId: Uint8Array }>();
  for (let after: string | undefined, more = true; more;) {
    const page = await listCases(member, after);
    for (const { handle, caseId } of page.cases) seen.set(hex(caseId), { handle, caseId });
    after = page.next;
    more = after !== undefined;
  }
  let isMine = true;
  for (const { handle, caseId } of seen.values()) {
    const opened = await openMemberCase(member, handle, { listed: caseId });
    const digest = { ...opened.digest, assignee: isMine ? member.id : null };
    await asOwner(database, async (client) => {
      const { rows } = await client.query<{ record: Buffer }>("SELECT record FROM wraps WHERE handle = $1", [handle]);
      const wrap = rows[0]?.record.subarray(0, WRAP_BYTES) ?? new Uint8Array();
      await client.query(
        `UPDATE wraps SET record = $1 WHERE handle IN (SELECT handle FROM cases WHERE case_id = $2 LIMIT $3)`,
        [Buffer.concat([wrap, sealDigestOf(digest, member, caseId)]), caseId, isMine ? MINE : MY_DAY_SIZE],
      );
    });
    isMine = false;
  }
}

const CHANNELS = [{ id: "", names: {}, deadlines: "zi", excludable: [] }];

async function timeMyDay(member: Member, size: number): Promise<{ firstRows: number; all: number; inOrder: number }> {
  const today = dayInUtc(Date.now());
  const calendar = { daysOff: {}, profiles: withOffices(undefined), today };
  const looking = { me: member.id, today };
  let inOrder = 0;
  const order = (listed: readonly CaseRow[]): ListRow[] => {
    const began = performance.now();
    const rows = selectCases(listRows(dateRows(listed, CHANNELS, calendar), calendar), FIRST_SELECTION, looking);
    inOrder = (performance.now() - began) / 1_000;
    return rows;
  };
  const start = performance.now();
  const listed: CaseRow[] = [];
  let firstRows = Number.NaN;
  for (let after: string | undefined, more = true; more;) {
    const page = await listCases(member, after);
    listed.push(...page.cases.map(rowOf));
    if (Number.isNaN(firstRows) && order(listed).length > 0) firstRows = (performance.now() - start) / 1_000;
    after = page.next;
    more = after !== undefined;
  }
  order(listed);
  const all = (performance.now() - start) / 1_000;
  const mine = listed.filter(({ digest }) => digest?.assignee === member.id).length;
  if (listed.length !== size || mine !== MINE) throw new Error(`${mine} of ${listed.length} cases are mine`);
  return { firstRows, all, inOrder };
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
