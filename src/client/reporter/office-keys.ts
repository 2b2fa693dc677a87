/** To whom a reporter writes: the team's keys, epoch by epoch, as the receipt and signed messages of the team name them. */
import { CryptoError } from "../../crypto/errors.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import type { ChainReader } from "../case/chain.ts";

type EpochKeys = { readonly teamPublicKey: Uint8Array; readonly threadKey: Uint8Array };

export type OfficeKeys = {
  /** Newest epoch that this reporter was told of */
  readonly newest: () => number;
  /** Throws CryptoError `bad-key` for an epoch of which nothing was told. */
  readonly of: (epoch: number) => EpochKeys;
  readonly find: (epoch: number) => EpochKeys | undefined;
  /** A message that opens an epoch is told under the keys before it, and the keys that it names count from then on. */
  readonly judge: NonNullable<ChainReader["judge"]>;
};

/** @param first of epoch 0: the team's key in the receipt, and the thread key from the words */
export function makeOfficeKeys(first: EpochKeys): OfficeKeys {
  const known = new Map([[0, first]]);
  let newest = 0;
  return {
    newest: () => newest,
    find: (epoch) => known.get(epoch),
    of(epoch) {
      const keys = known.get(epoch);
      if (keys === undefined) throw new CryptoError("bad-key");
      return keys;
    },
    judge({ message, epoch, teamPublicKey, effective }) {
      // Of an epoch of which nothing was told no key is held, whatever it was sealed with.
      if (epoch > newest && message?.kind !== "epoch") return "forged";
      if (epoch === newest && message?.kind === "epoch") return "epoch";
      if (message?.kind === "epoch" && effective && teamPublicKey !== undefined) {
        known.set(epoch, { teamPublicKey, threadKey: fromBase64url(message.threadKey) });
        newest = epoch;
      }
      return undefined;
    },
  };
}
