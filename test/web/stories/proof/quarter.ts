/**
 * A quarter of an office, worked through without a screen: the clock of this process, and of the server in it, stands at
 * the quarter's first day and goes on to today. Browsers come when it is right again.
 */
import { findNewCases, listCases } from "../../../../src/client/member/list/cases.ts";
import { openMemberCase } from "../../../../src/client/member/case/member-case.ts";
import { type Member, enrol } from "../../../../src/client/member/entry/sign-in.ts";
import { loadDirectories } from "../../../../src/client/directory/directories.ts";
import { makeEntering } from "../../../../src/client/entering/entering.ts";
import { changeLedger } from "../../../../src/client/evaluation/ledger.ts";
import { connect } from "../../../../src/client/line/http.ts";
import { confirmProposal, findProposals, proposeStatement } from "../../../../src/client/office/statements.ts";
import { prepareReport, sendReport } from "../../../../src/client/reporter/report.ts";
import type { NewMember } from "../../../../src/client/directory/organisation.ts";
import { hex } from "../../../../src/crypto/bytes.ts";
import { registerNumberOf } from "../../../../src/crypto/identity.ts";
import { deriveTokenKeys } from "../../../../src/crypto/secret/token.ts";
import type { ActName } from "../../../../src/protocol/audit/acts.ts";
import { DAY_MS, dayInUtc } from "../../../../src/protocol/encoding/day.ts";
import { firstUse } from "../../../../src/protocol/directory/trust.ts";
import { ANSWERS, first } from "../../../support/hostile/hostile-story.ts";
import { enter } from "../../support/colleague.ts";
import { moveClock } from "../../support/moved-clock.ts";
import { readBack } from "../../support/reports.ts";
import type { Login, Site } from "../../support/site.ts";
import { tallied } from "./expected.ts";
import { AFTER_QUARTER, CASES, type StoryCase, dayOfRound, writtenAbout } from "./forty-cases.ts";
import { handOversFrom } from "./hand-overs.ts";
import { WORKERS, channelIdsOf } from "./office.ts";

/** Rounds between two statements that the directory holds: one is valid for 35 days. */
const STATED_EVERY = 2;

/** At this hour on a day. */
export function moveTo(day: string, hour: string): void {
  moveClock(0);
  moveClock(Date.parse(`${day}T${hour}:00Z`) - Date.now());
}

type Office = Pick<Site, "origin" | "organisation"> & {
  readonly investigators: readonly Login[];
  readonly stewards: readonly [Login, Login];
};

/** What was done, for the trail to say the same: by whom which act, and how much of it about which case. */
export type Tally = {
  readonly acts: { readonly by: string; readonly act: ActName }[];
  /** By register number, messages of the team and what it wrote down */
  readonly written: Map<string, number>;
  /** By register number */
  readonly cases: Map<string, StoryCase>;
};

export async function enrolAs(site: Pick<Site, "origin">, member: NewMember, name: string): Promise<Login> {
  const passphrase = `kata-kata ${name} yang tidak menjaga apa pun`;
  await enrol(connect(site.origin), member, { name, passphrase });
  return { name, passphrase, member };
}

type Known = { readonly token: Uint8Array | undefined; readonly caseId: Uint8Array };
type Sent = Map<StoryCase, Known>;

/** Round by round until today; gives back what was done. */
export async function workThrough(office: Office, from: string): Promise<Tally> {
  const tally: Tally = { acts: [], written: new Map(), cases: new Map() };
  const sent: Sent = new Map();
  moveClock(0);
  const end = Date.now();
  for (let round = 0; Date.parse(dayOfRound(from, round)) + DAY_MS < end; round++) {
    moveTo(dayOfRound(from, round), "09:00");
    if (round > 0 && round % STATED_EVERY === 0) await stateAgain(office, tally);
    if (round <= AFTER_QUARTER) await playRound(office, round, sent, tally);
  }
  await handOn(office, from, tally);
  moveClock(0);
  return tally;
}

async function playRound(office: Office, round: number, sent: Sent, tally: Tally): Promise<void> {
  const members: Member[] = [];
  for (const login of office.investigators) members.push(await enter(office, login));
  for (const one of CASES.filter(({ arrives }) => arrives === round)) {
    if (one.way === "page") await send(office, one, sent);
    else await enterFor(office, first(members.slice(workerOf(one))), one, sent, tally);
  }
  for (const [at, member] of members.entries()) {
    if ((await findNewCases(member)).opened.length > 0) noteAct(tally, member, "open-cases");
    const handles = await handlesOf(member);
    for (const one of CASES.filter((each) => workerOf(each) === at)) {
      const known = sent.get(one);
      if (known === undefined || one.worked < round) continue;
      await work(office, member, handles.get(hex(known.caseId)) ?? "", one, round);
      if (one.worked === round) await endWith(office, member, one, known, tally);
    }
  }
}

/** All is written about a case now but what its reporter adds. */
async function endWith(office: Office, member: Member, one: StoryCase, { caseId, token }: Known, tally: Tally) {
  const number = registerNumberOf(caseId);
  const written = writtenAbout(one);
  tally.written.set(number, written);
  tally.cases.set(number, one);
  // How it came was noted with the letter itself.
  for (let n = one.way === "page" ? 0 : 1; n < written; n++) noteAct(tally, member, "message");
  if (one.returns && token !== undefined)
    await (await readBack(office, token)).write({ kind: "text", text: `${one.canary}lagi` });
}

function workerOf({ at, channel }: StoryCase): number {
  return WORKERS[channel][at % 2] ?? 0;
}

/** To whom a case is given that is handed on: the other who works on what comes there. */
export function takerOf({ at, channel }: StoryCase): number {
  return WORKERS[channel][(at + 1) % 2] ?? 0;
}

export function noteAct(tally: Tally, { id }: Pick<Member, "id">, act: ActName): void {
  tally.acts.push({ by: id, act });
}

/** How often somebody did each. */
export function actsBy({ acts }: Tally, member?: string): Readonly<Record<string, number>> {
  return tallied(acts.filter(({ by }) => member === undefined || by === member).map(({ act }) => act));
}

/** Two say that the directory holds for five more weeks; each signature is an act. */
async function stateAgain(office: Office, tally: Tally): Promise<void> {
  const [lead, administrator] = [await enter(office, office.stewards[0]), await enter(office, office.stewards[1])];
  await proposeStatement(lead);
  await confirmProposal(administrator, first(await findProposals(administrator)));
  for (const steward of [lead, administrator]) noteAct(tally, steward, "state-directory");
}

/** Complaints that never became a case, written into the office's ledger. */
async function handOn(office: Office, from: string, tally: Tally): Promise<void> {
  const lead = await enter(office, office.stewards[0]);
  for (const after of handOversFrom(from)) {
    await changeLedger(lead, { list: "handOvers", before: undefined, after });
    noteAct(tally, lead, "decide-document");
  }
}

function answersOf({ title, canary, category, unit: unitName }: StoryCase) {
  return { ...ANSWERS, title, category, unitName, what: `${canary}isi.`, where: `${canary}tempat` };
}

async function send({ origin, organisation }: Office, one: StoryCase, sent: Sent): Promise<void> {
  const connection = connect(origin);
  const options = { depth: "quick", builtAt: 0, now: Date.now() } as const;
  const { current } = await loadDirectories(connection, firstUse(organisation.rootSet), options);
  const channelId = channelIdsOf(organisation)[one.channel];
  const prepared = prepareReport({ answers: answersOf(one), channelId, excluded: [] }, current);
  await sendReport(connection, prepared);
  sent.set(one, { token: prepared.token, caseId: prepared.caseId });
}

/** A letter or a call, entered by whoever works on it; nobody has its words afterwards. */
async function enterFor({ origin, organisation }: Office, member: Member, one: StoryCase, sent: Sent, tally: Tally) {
  if (one.way === "page") throw new Error("its reporter sends it");
  const channelId = channelIdsOf(organisation)[one.channel];
  const source = { way: one.way, receivedOn: dayInUtc(Date.now()), note: "", code: false };
  const entering = { answers: answersOf(one), channelId, excluded: [], source };
  const { token } = await makeEntering(member, connect(origin), entering, []).run();
  sent.set(one, { token: undefined, caseId: deriveTokenKeys(token).caseId });
  noteAct(tally, member, "open-cases");
  noteAct(tally, member, "message");
}

async function handlesOf(member: Member): Promise<Map<string, string>> {
  const handles = new Map<string, string>();
  for (let after: string | undefined; ;) {
    const { cases, next } = await listCases(member, after);
    for (const { caseId, handle } of cases) handles.set(hex(caseId), handle);
    if (next === undefined) return handles;
    after = next;
  }
}

/** What is due in a round: a first word, the moves, and giving it to a colleague. */
async function work(office: Office, member: Member, handle: string, one: StoryCase, round: number): Promise<void> {
  const open = () => openMemberCase(member, handle);
  if (one.hasAnswer && one.answered === round) await (await open()).answer("Terima kasih, laporan sudah kami terima.");
  if (one.worked !== round) return;
  for (const to of one.moves)
    await (
      await open()
    ).moveTo(to, { outcome: to === "closed" ? one.outcome : null, text: "Terima kasih, kami catat." });
  if (one.result !== undefined)
    await (await open()).record({ kind: "result", after: 0, result: one.result, reason: "Berita acara." });
  if (one.sentTo !== undefined) await (await open()).record({ ...PACKAGE, to: one.sentTo });
  if (one.receipted) {
    const file = await open();
    const { sequence } = first(file.opened.casework.referrals);
    await file.record({ ...RECEIPT, package: sequence });
  }
  if (one.handed) await handTo(first(office.investigators.slice(takerOf(one))).member.entry.id);

  async function handTo(taker: string): Promise<void> {
    for (const [to, reason] of [
      [member.id, ""],
      [taker, "Saya pindah tugas."],
    ] as const)
      await (await open()).record({ kind: "assignment", to, reason });
  }
}

const PACKAGE = {
  kind: "referral-package",
  name: "Direktorat Rekaan",
  letter: "S-1/2026",
  on: null,
  reason: "Di luar kewenangan kantor.",
  key: null,
  checked: "Kata sandi melalui telepon",
  sha256: "0".repeat(64),
  bytes: 1,
  files: 0,
} as const;
const RECEIPT = {
  kind: "referral-receipt",
  on: null,
  by: "Petugas Rekaan",
  number: "T-1",
  agrees: true,
  text: "",
} as const;
