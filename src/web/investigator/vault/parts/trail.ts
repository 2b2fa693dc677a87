/** The audit trail, on the vault's side. */
import { compareCaseTrail } from "../../../../client/member/case/case-trail.ts";
import { exportTrail } from "../../../../client/member/export-trail.ts";
import type { MemberCase } from "../../../../client/member/case/member-case.ts";
import { type TrailItem, acceptTrail, lookAtTrail, readTrailPage } from "../../../../client/member/trail.ts";
import type { LookedLog } from "../../../../client/audit/head.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import { concat } from "../../../../crypto/bytes.ts";
import { registerNumberOf } from "../../../../crypto/identity.ts";
import type { Asked } from "../../../shared/ask-worker.ts";
import type { CaseTrailView, TrailCalls, TrailHead, TrailRow } from "../messages/trail.ts";

type Answer = TrailCalls[keyof TrailCalls]["answer"];
export type TrailAsked = Extract<Asked<TrailCalls>, { readonly call: keyof TrailCalls }>;

const CALLS = { lookAtTrail: true, readTrail: true, readCaseTrail: true, exportTrail: true } as const satisfies Record<
  keyof TrailCalls,
  true
>;

export function isAboutTrail(asked: { readonly call: string }): asked is TrailAsked {
  return Object.hasOwn(CALLS, asked.call);
}

export type TrailGiven = {
  readonly member: Member;
  /** Case ids by handle, of the list */
  readonly listed: ReadonlyMap<string, Uint8Array>;
  readonly opened: (handle: string) => MemberCase;
  readonly tell: (percent: number) => void;
};

export function makeTrail(): (asked: TrailAsked, given: TrailGiven) => Promise<Answer> {
  let looked: LookedLog | undefined;

  async function look({ member }: TrailGiven, accept: boolean): Promise<TrailHead> {
    const found = await (accept ? acceptTrail(member) : lookAtTrail(member));
    looked = "head" in found ? found : undefined;
    return {
      size: looked?.head.size ?? member.log.seen?.size ?? 0,
      alarm: "alarm" in found ? found.alarm : undefined,
      checkpoint: looked?.checkpoint,
      seen: looked?.head,
    };
  }

  return async (asked, given) => {
    const { member, listed } = given;
    if (asked.call === "lookAtTrail") return look(given, asked.ask.accept);
    if (asked.call === "readCaseTrail") {
      // Before the log is looked at: what is written in between stands in the log, and is looked for then.
      const opened = given.opened(asked.ask.handle);
      const head = await look(given, false);
      const nothing: CaseTrailView = { head, rows: [], withoutRow: [], withoutAct: [] };
      if (looked === undefined) return nothing;
      const { items, ...rest } = await compareCaseTrail(member, looked.head, opened);
      return { head, ...rest, rows: items.map((item) => ({ ...rowOf(item, member, listed), row: item.row })) };
    }
    if (looked === undefined) throw new Error("the trail was not looked at");
    if (asked.call === "exportTrail") return { file: await exported(given, looked) };
    const { items, hidden } = await readTrailPage(member, looked.head, asked.ask.page);
    return { rows: items.map((item) => rowOf(item, member, listed)), hidden };
  };
}

async function exported({ member, tell }: TrailGiven, looked: LookedLog): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  let lines: Uint8Array[] = [];
  for await (const line of exportTrail(member.connection, looked)) {
    if (lines.push(line) < BLOCK_LINES) continue;
    blocks.push(concat(...lines));
    lines = [];
    tell(Math.floor((100 * BLOCK_LINES * blocks.length) / (looked.head.size + 2)));
  }
  return concat(...blocks, ...lines);
}

/** Put together at once, and told of */
const BLOCK_LINES = 1_000;

function rowOf(item: TrailItem, { directories }: Member, listed: TrailGiven["listed"]): TrailRow {
  const caseId = "handle" in item && item.handle !== undefined ? listed.get(item.handle) : undefined;
  const memberId = item.kind === "act" ? item.by : item.kind === "server" ? item.member : undefined;
  return {
    ...item,
    names: memberId === undefined ? undefined : directories.current.members.get(memberId)?.names,
    registerNumber: caseId && registerNumberOf(caseId),
  };
}
