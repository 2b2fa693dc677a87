/** A place for what is saved that takes the sealed form of it, and gives it a name only once it was written down. */
import { type Lock } from "../../../client/referral/age.ts";
import { type SealedPackage, sealPackage } from "../../../client/referral/package.ts";
import type { Saving } from "../files/saving.ts";

/**
 * What is written goes through age into `inner`. `note` is asked before the package can be found anywhere, and where it
 * fails nothing is left. Pieces wait for the disk.
 */
export function sealedSaving(
  inner: Saving,
  lock: Lock,
  note: (sealed: SealedPackage) => Promise<void>,
  workFactor?: number,
): Saving {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = writable.getWriter();
  const sealing = sealPackage(readable, lock, (piece) => inner.write(piece), workFactor).catch(
    async (error: unknown) => {
      // Whoever writes on learns of it, instead of waiting.
      await writer.abort(error).catch(() => {});
      throw error;
    },
  );
  sealing.catch(() => {});
  return {
    async write(piece) {
      const bytes = piece instanceof Blob ? new Uint8Array(await piece.arrayBuffer()) : piece;
      await Promise.race([writer.write(bytes), sealing]);
    },
    async finish(look) {
      await writer.close();
      await note(await sealing);
      return inner.finish(look);
    },
    async abandon() {
      await writer.abort().catch(() => {});
      await inner.abandon();
    },
  };
}
