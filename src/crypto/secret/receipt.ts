/** What the reporter finds again with nothing but twelve words: the receipt and the own box. */
import { type Bytes, concat, exactly, hex, list, readU32, u32 } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { ID_BYTES } from "../id-size.ts";
import { type Context, encodeContext } from "../message.ts";
import { OWN_BOX_CLASSES, RECEIPT_CLASSES, pad, unpad } from "../padding.ts";
import { HASH_BYTES, SEALING_KEY_BYTES, aeadOpen, aeadSeal, derive } from "../sodium.ts";
import type { TokenKeys } from "./token.ts";

export type Receipt = {
  /** 32 bytes: the report that was sealed */
  readonly headHash: Uint8Array;
  /** 16 bytes */
  readonly channelId: Uint8Array;
  /** 1216 bytes: the only key to which follow-ups of epoch 0 are sealed (attack 80) */
  readonly teamPublicKey: Uint8Array;
  /** 16 bytes each: an answer signed by one of them is refused (attack 81) */
  readonly excluded: readonly Uint8Array[];
};

type SelfOwner = Pick<TokenKeys, "caseId" | "self">;

/** AEAD under derive(self, "receipt-key"), AAD list("receipt", case id); 4136 bytes. */
export function sealReceipt(receipt: Receipt, owner: SelfOwner): Bytes {
  const plaintext = concat(
    exactly(receipt.headHash, HASH_BYTES),
    exactly(receipt.channelId, ID_BYTES),
    exactly(receipt.teamPublicKey, SEALING_KEY_BYTES),
    ...receipt.excluded.map((id) => exactly(id, ID_BYTES)),
  );
  return aeadSeal(
    derive(owner.self, "segel/1/receipt-key"),
    pad(plaintext, RECEIPT_CLASSES),
    list("segel/1/receipt", owner.caseId),
  );
}

/** Throws `altered` when it was not sealed under this token for this case. */
export function openReceipt(sealed: Uint8Array, owner: SelfOwner): Receipt {
  const padded = aeadOpen(derive(owner.self, "segel/1/receipt-key"), sealed, list("segel/1/receipt", owner.caseId));
  const plaintext = unpad(padded, RECEIPT_CLASSES);
  const fixed = HASH_BYTES + ID_BYTES + SEALING_KEY_BYTES;
  const rest = plaintext.subarray(fixed);
  if (rest.length % ID_BYTES !== 0) throw new CryptoError("malformed");
  const excluded: Uint8Array[] = [];
  for (let at = 0; at < rest.length; at += ID_BYTES) excluded.push(rest.subarray(at, at + ID_BYTES));
  if (new Set(excluded.map(hex)).size !== excluded.length) throw new CryptoError("malformed");
  return {
    headHash: exactly(plaintext.subarray(0, HASH_BYTES), HASH_BYTES),
    channelId: exactly(plaintext.subarray(HASH_BYTES, HASH_BYTES + ID_BYTES), ID_BYTES),
    teamPublicKey: exactly(plaintext.subarray(HASH_BYTES + ID_BYTES, fixed), SEALING_KEY_BYTES),
    excluded,
  };
}

/** A point in a direction's chain: sequence 0 with the head hash stands for "nothing yet". */
export type ChainPoint = { readonly sequence: number; readonly hash: Uint8Array };

export type OwnBox = {
  /** hash("message", signed list) of the message beside which the box stands */
  readonly messageHash: Uint8Array;
  /** Newest message of the team that the reporter had seen when writing */
  readonly acknowledged: ChainPoint;
  readonly newestEpoch: number;
};

/** AEAD under derive(self, "own-key", context), AAD the same context; always 256 bytes. */
export function sealOwnBox(box: OwnBox, context: Context, owner: SelfOwner): Bytes {
  const place = encodeContext(context);
  const { messageHash, acknowledged, newestEpoch } = box;
  const plaintext = concat(
    exactly(messageHash, HASH_BYTES),
    u32(acknowledged.sequence),
    exactly(acknowledged.hash, HASH_BYTES),
    u32(newestEpoch),
  );
  return aeadSeal(derive(owner.self, "segel/1/own-key", place), pad(plaintext, OWN_BOX_CLASSES), place);
}

/** Throws `altered` for a box of another place, case or token. */
export function openOwnBox(sealed: Uint8Array, context: Context, owner: SelfOwner): OwnBox {
  const place = encodeContext(context);
  const plaintext = unpad(aeadOpen(derive(owner.self, "segel/1/own-key", place), sealed, place), OWN_BOX_CLASSES);
  exactly(plaintext, 2 * HASH_BYTES + 8);
  return {
    messageHash: plaintext.subarray(0, HASH_BYTES),
    acknowledged: {
      sequence: readU32(plaintext, HASH_BYTES),
      hash: plaintext.subarray(HASH_BYTES + 4, 2 * HASH_BYTES + 4),
    },
    newestEpoch: readU32(plaintext, 2 * HASH_BYTES + 4),
  };
}
