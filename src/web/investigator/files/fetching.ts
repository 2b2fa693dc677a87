/** One file on its way from the vault into this page, piece by piece. */
import type { ApiErrorCode } from "../../../client/line/http.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { FilePlace, FromPageAboutFile, FromVaultAboutFile } from "../vault/messages/files.ts";

export type Piece = Uint8Array<ArrayBuffer>;

export type FetchProgress = { readonly bytes: number; readonly trouble?: ApiErrorCode | undefined };

export type FetchOptions = {
  readonly signal: AbortSignal;
  /** Bytes that were taken so far, and why no more come at present */
  readonly onProgress?: (progress: FetchProgress) => void;
};

/**
 * Gives the SHA-256 of the whole, in hex, once the vault has found it genuine: before that nothing that was written
 * may be saved or shown. Rejects with VaultError, with the signal's reason at once, or with what `write` throws.
 */
export async function fetchFile(
  ask: Ask,
  handle: string,
  place: FilePlace,
  write: (piece: Piece) => Promise<void> | void,
  { signal, onProgress = () => {} }: FetchOptions,
): Promise<string> {
  signal.throwIfAborted();
  const { port1: near, port2: far } = new MessageChannel();
  const say = (word: FromPageAboutFile) => near.postMessage(word);
  let bytes = 0;
  let isOver = false;
  let stop = () => {};
  // The worker that would tell of an end may be gone: who gives up does not wait for it.
  const givenUp = new Promise<never>((_, reject) => {
    const giveUp = (reason: unknown): void => {
      isOver = true;
      say("stop");
      reject(reason);
    };
    stop = () => giveUp(signal.reason);
    signal.addEventListener("abort", stop);
    near.onmessage = async ({ data }: MessageEvent<FromVaultAboutFile>) => {
      if (isOver) return;
      if (!(data instanceof Uint8Array)) return onProgress({ bytes, trouble: data.trouble });
      try {
        await write(data);
      } catch (error) {
        return giveUp(error);
      }
      if (isOver) return;
      onProgress({ bytes: (bytes += data.length) });
      say("taken");
    };
  });
  try {
    const { sha256 } = await Promise.race([
      ask("openFile", { handle, place, port: far }, { transfer: [far] }),
      givenUp,
    ]);
    return sha256;
  } finally {
    isOver = true;
    // One signal may stand for many files: it must not hold what was fetched of each.
    signal.removeEventListener("abort", stop);
    near.close();
  }
}
