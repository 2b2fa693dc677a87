/** Nonces that have served in this process: a few bytes each, kept until they expire, so that a flood of them fits. */
import { NONCE_SECONDS } from "../../protocol/limits.ts";

export type SpentMemory = {
  /** False when it has served before, or there is no room to remember it. */
  readonly add: (random: Uint8Array, expires: number) => boolean;
  /** No room for more that expire about then: new ones are to be spent elsewhere. */
  readonly isFull: (expires: number) => boolean;
};

/** 8 MiB of a container's 256: some 900 signed requests a second, twice what one process answers. */
const MOST_A_SLOT = 524_288;
const FIRST_SIZE = 1_024;

/** @param most nonces that expire within the same ten minutes */
export function makeSpentMemory(most = MOST_A_SLOT): SpentMemory {
  const slots = new Map<number, NonceSet>();
  const slotOf = (seconds: number) => Math.floor(seconds / NONCE_SECONDS);
  const forget = () => {
    for (const slot of slots.keys()) if (slot < slotOf(Date.now() / 1_000)) slots.delete(slot);
  };
  return {
    add(random, expires) {
      forget();
      const set = slots.get(slotOf(expires)) ?? makeNonceSet();
      slots.set(slotOf(expires), set);
      return set.size() < most && set.add(new DataView(random.buffer, random.byteOffset, 8).getBigUint64(0));
    },
    isFull: (expires) => (slots.get(slotOf(expires))?.size() ?? 0) >= most * 0.9,
  };
}

type NonceSet = { readonly size: () => number; readonly add: (value: bigint) => boolean };

/** Random numbers, each at the first free place from the one that it names; 0 is a free place, and 2⁻⁶⁴ rare. */
function makeNonceSet(): NonceSet {
  let places = new BigUint64Array(FIRST_SIZE);
  let size = 0;
  const findPlace = (value: bigint): number => {
    let place = Number(value % BigInt(places.length));
    while (places[place] !== 0n && places[place] !== value) place = (place + 1) % places.length;
    return place;
  };
  return {
    size: () => size,
    add(value) {
      if (size * 2 >= places.length) {
        const before = places;
        places = new BigUint64Array(before.length * 2);
        for (const other of before) if (other !== 0n) places[findPlace(other)] = other;
      }
      const place = findPlace(value);
      if (places[place] === value) return false;
      places[place] = value;
      size++;
      return true;
    },
  };
}
