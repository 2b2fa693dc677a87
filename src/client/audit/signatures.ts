/** Signatures of many acts, in lots: a platform that checks several at a time is given them all at once. */
import { isSignedBy } from "../../crypto/sodium.ts";

export type Signed = {
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly message: Uint8Array;
};

/** Whether each is right, in their order. */
export type CheckSignatures = (lot: readonly Signed[]) => Promise<readonly boolean[]> | readonly boolean[];

/** With libsodium, which is everywhere. */
export const checkOneByOne: CheckSignatures = (lot) =>
  lot.map(({ publicKey, signature, message }) => isSignedBy(publicKey, signature, message));

const LOT = 512;

export type SignatureQueue = {
  add(index: number, signed: Signed): void;
  /** The lowest of those that were added whose signature is wrong */
  firstWrong(): Promise<number | undefined>;
};

export function queueSignatures(check: CheckSignatures): SignatureQueue {
  const results: Promise<number | undefined>[] = [];
  let lot: { readonly index: number; readonly signed: Signed }[] = [];
  const flush = () => {
    const now = lot;
    lot = [];
    if (now.length > 0) results.push(firstWrongOf(now, check));
  };
  return {
    add(index, signed) {
      lot.push({ index, signed });
      if (lot.length === LOT) flush();
    },
    async firstWrong() {
      flush();
      const wrong = (await Promise.all(results)).filter((index) => index !== undefined);
      return wrong.length === 0 ? undefined : Math.min(...wrong);
    },
  };
}

async function firstWrongOf(
  lot: readonly { readonly index: number; readonly signed: Signed }[],
  check: CheckSignatures,
): Promise<number | undefined> {
  const right = await check(lot.map(({ signed }) => signed));
  return lot.find((_, at) => right[at] !== true)?.index;
}
