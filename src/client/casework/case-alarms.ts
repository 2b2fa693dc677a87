/** What makes a case suspect when a member reads it, what was seen of it, and whether anything may be written behind that. */
import { fromHex, sameBytes } from "../../crypto/bytes.ts";
import type { Direction } from "../../crypto/message.ts";
import type { ChainPoint } from "../../crypto/secret/receipt.ts";
import type { Wrap } from "../../crypto/secret/wrap.ts";
import type { CaseItem } from "../../protocol/frames.ts";
import { type Chain, contradictsItself, hiddenFrom, namesOtherTeamKey, shows } from "../case/chain.ts";
import type { KeyRing } from "./key-ring.ts";
import type { MemberCaseAlarm } from "./opened-case.ts";
import type { Readers, ReadersFold } from "./readers.ts";
import { type InternalEntry, ofKind, recordsOf } from "./recorded.ts";

export type Chains = {
  readonly reporter: Chain;
  readonly team: Chain;
  readonly internal: { readonly entries: readonly InternalEntry[] } & Omit<Chain, "entries">;
};

type Examined = {
  readonly item: CaseItem;
  readonly chains: Chains;
  readonly before: Wrap | "damaged" | undefined;
  readonly ring: KeyRing;
  readonly fold: ReadersFold;
  readonly readers: Readers;
  /** The member who reads */
  readonly me: string;
  readonly state: string;
  readonly headHash: Uint8Array;
  /** Of the record about discarding */
  readonly isForged: boolean;
  /** By what was signed for the server, others are taken out than by the records */
  readonly isShutOut: boolean;
};

const DIRECTIONS = ["reporter", "team", "internal"] as const satisfies readonly Direction[];

export function caseAlarms({
  item,
  chains,
  before,
  state,
  headHash,
  isForged,
  isShutOut,
  ...keys
}: Examined): MemberCaseAlarm[] {
  const { ring, fold, readers, me } = keys;
  const alarms = new Set<MemberCaseAlarm>();
  const known = before === "damaged" ? undefined : before;
  if (before === "damaged") alarms.add("wrap");
  if (known !== undefined && !sameBytes(known.headHash, headHash)) alarms.add("other-report");
  for (const direction of DIRECTIONS) {
    const chain = chains[direction];
    if (!chain.whole) alarms.add("conversation");
    if (chain.begin + chain.entries.length < item.counts[direction]) alarms.add("withheld");
    const point = known?.seen[direction];
    if (point !== undefined && isMissing(chain, point, headHash)) alarms.add("less-than-before");
  }
  const ofTeam = chains.team.entries;
  const keyOf = (epoch: number) => (epoch > ring.newest ? undefined : ring.teamKeys(epoch).publicKey);
  if (namesOtherTeamKey(ofTeam, keyOf) || fold.misnamed(chains.internal.hashes)) alarms.add("team-key");
  const isAtEnd = readers.epoch === item.epoch && readers.epoch === ring.newest;
  if (!readers.now.includes(me) || !isAtEnd || readers.changes.some(({ valid }) => !valid)) alarms.add("readers");
  if (isShutOut) alarms.add("shut-out");
  const hides =
    hiddenFromMe(chains, me, headHash) ||
    hiddenFrom(chains.reporter.entries, chains.team).length > 0 ||
    hiddenFrom([...ofTeam, ...chains.internal.entries], chains.reporter).length > 0 ||
    Object.values(chains).some(({ entries }) => contradictsItself(entries));
  if (hides) alarms.add("hidden");
  if (item.state !== state) alarms.add("state-differs");
  if (isForged) alarms.add("discard");
  return [...alarms];
}

function isMissing(chain: Pick<Chain, "begin" | "hashes">, point: ChainPoint, headHash: Uint8Array): boolean {
  return reaches(chain, point) && !shows(chain, point, headHash);
}

/**
 * What those who gave the case to this member say that they had seen: the server shows no less. A giver can invent it, as
 * any author an acknowledgement, and so keeps nobody from writing by it.
 */
function hiddenFromMe(chains: Chains, me: string, headHash: Uint8Array): boolean {
  return ofKind(recordsOf(chains.internal.entries), "grant")
    .filter(({ record }) => record.to === me)
    .some(({ record: { seen } }) =>
      DIRECTIONS.some((direction) => isMissing(chains[direction], pointOf(seen[direction]), headHash)),
    );
}

function pointOf({ sequence, hash }: { readonly sequence: number; readonly hash: string }): ChainPoint {
  return { sequence, hash: fromHex(hash) };
}

/** Whether so much was read that the point must be among it. */
function reaches({ begin }: Pick<Chain, "begin">, point: ChainPoint): boolean {
  return point.sequence >= begin;
}

/**
 * What was seen is never forgotten: neither a shorter nor another chain moves the mark, so that the alarm stays;
 * nor one that was not read back to the mark, so that what lies between stays unread.
 */
export function newestSeen(chains: Chains, before: Wrap | "damaged" | undefined, headHash: Uint8Array): Wrap["seen"] {
  const newest = (direction: Direction): ChainPoint => {
    const chain = chains[direction];
    const known = before === "damaged" ? undefined : before?.seen[direction];
    if (known === undefined) return chain.begin === 0 ? chain.last : { sequence: 0, hash: headHash };
    const goesOn = reaches(chain, known) && shows(chain, known, headHash) && known.sequence <= chain.last.sequence;
    return goesOn ? chain.last : known;
  };
  return { reporter: newest("reporter"), team: newest("team"), internal: newest("internal") };
}

/**
 * Whether a member may write behind this chain, in this case. `hidden` and `conversation` keep nobody from it:
 * a reporter alone can cause those, and could keep the office from ever concluding. An answer that names another team key
 * keeps from answering alone: notes and records are under the team's own keys, and who wrote it can be taken out.
 */
export function mayWrite(
  direction: "team" | "internal",
  { whole }: Pick<Chain, "whole">,
  alarms: readonly MemberCaseAlarm[],
): boolean {
  return whole && !alarms.some((alarm) => SILENCING[direction].includes(alarm));
}

/** With these a further message would rest on a history that is not everybody's. */
const NOT_EVERYBODYS: readonly MemberCaseAlarm[] = ["other-report", "less-than-before", "withheld"];
const SILENCING = { internal: NOT_EVERYBODYS, team: [...NOT_EVERYBODYS, "team-key"] } as const satisfies Readonly<
  Record<string, readonly MemberCaseAlarm[]>
>;
