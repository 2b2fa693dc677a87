/** Of a log that is not what somebody saw: whether the same entries stand there in another order. */
import { sameBytes } from "../../crypto/bytes.ts";
import { type Frontier, type Sha256, appended, rootOf } from "../../crypto/log/merkle.ts";
import type { LogHead } from "../../protocol/audit/checkpoint.ts";

/** So many entries behind the last that is sure are tried: each with each, in a tenth of a second. */
export const MOST_TRIED = 32;

export type Displacement = { readonly from: number; readonly to: number };

/**
 * One entry moved, or two exchanged, so that the leaves behind `sure` come to what was seen; undefined where no such change does.
 * Places count from the first leaf behind `sure`.
 */
export function findDisplacement(
  sha256: Sha256,
  sure: Frontier,
  behind: readonly Uint8Array[],
  seen: LogHead,
): Displacement | undefined {
  const tried = behind.slice(0, MOST_TRIED);
  const count = seen.size - sure.size;
  if (count > tried.length) return undefined;
  const isSeen = (leaves: readonly Uint8Array[]) => {
    const grown = leaves.slice(0, count).reduce((log, leaf) => appended(sha256, log, leaf), sure);
    return sameBytes(rootOf(sha256, grown), seen.root);
  };
  for (let from = 0; from < tried.length; from++) {
    for (let to = 0; to < tried.length; to++) {
      if (from === to) continue;
      if (isSeen(moved(tried, from, to)) || (from < to && isSeen(exchanged(tried, from, to)))) return { from, to };
    }
  }
  return undefined;
}

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const left = items.toSpliced(from, 1);
  return left.toSpliced(to, 0, ...items.slice(from, from + 1));
}

function exchanged<Item>(items: readonly Item[], one: number, other: number): Item[] {
  return items.map((item, at) => (at === one ? items[other] : at === other ? items[one] : item) ?? item);
}
