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
};

export function caseAlarms({ item, chains, before, state, headHash, isForged, ...keys }: Examined): MemberCaseAlarm[] {
  const { ring, fold, readers, me } = keys;
  const alarms = new Set<MemberCaseAlarm>();
  const known = before === "damaged" ? undefined : before;
  if (before === "damaged") alarms.add("wrap");
  if (known !== undefined && !sameBytes(known.headHash, headHash)) alarms.add("other-report");
  for (const direction of ["reporter", "team", "internal"] as const) {
    const chain = chains[direction];
    if (!chain.whole) alarms.add("conversation");
    if (chain.begin + chain.entries.length < item.counts[direction]) alarms.add("withheld");
    const points = [known?.seen[direction], ...seenByGivers(chains, me).map((seen) => seen[direction])];
    if (points.some((point) => point !== undefined && reaches(chain, point) && !shows(chain, point, headHash)))
      alarms.add("less-than-before");
  }
  const ofTeam = chains.team.entries;
  const keyOf = (epoch: number) => (epoch > ring.newest ? undefined : ring.teamKeys(epoch).publicKey);
  if (namesOtherTeamKey(ofTeam, keyOf) || fold.misnamed(chains.internal.hashes)) alarms.add("team-key");
  const isAtEnd = readers.epoch === item.epoch && readers.epoch === ring.newest;
  if (!readers.now.includes(me) || !isAtEnd || readers.changes.some(({ valid }) => !valid)) alarms.add("readers");
  const hides =
    hiddenFrom(chains.reporter.entries, chains.team).length > 0 ||
    hiddenFrom([...ofTeam, ...chains.internal.entries], chains.reporter).length > 0 ||
    Object.values(chains).some(({ entries }) => contradictsItself(entries));
  if (hides) alarms.add("hidden");
  if (item.state !== state) alarms.add("state-differs");
  if (isForged) alarms.add("discard");
  return [...alarms];
}

/** What those who gave the case to this member say that they had seen: the server shows no less. */
function seenByGivers({ internal }: Chains, me: string): { readonly [direction in Direction]: ChainPoint }[] {
  return ofKind(recordsOf(internal.entries), "grant")
    .filter(({ record }) => record.to === me)
    .map(({ record: { seen } }) => ({
      reporter: pointOf(seen.reporter),
      team: pointOf(seen.team),
      internal: pointOf(seen.internal),
    }));
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
 * a reporter alone can cause those, and could keep the office from ever concluding.
 */
export function mayWrite(whole: boolean, alarms: readonly MemberCaseAlarm[]): boolean {
  return whole && !alarms.some((alarm) => SILENCING.includes(alarm));
}

/** With these a further message would rest on a history that is not everybody's. */
const SILENCING: readonly MemberCaseAlarm[] = ["other-report", "less-than-before", "withheld", "team-key"];
