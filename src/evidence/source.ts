/**
 * A file that is read in slices, so that a video of 1 GiB is never in memory: a browser's `Blob`, a file on a disk,
 * or bytes that are there already.
 */
export type Source = {
  readonly size: number;
  /** The bytes from `offset` on, exactly `length` of them; callers ask only for what lies inside. */
  read(offset: number, length: number): Promise<Uint8Array>;
};

/** Why a file could not be cleaned. `damaged`: its structure does not hold; `too-complex`: beyond a limit of ours. */
export type Reason = "damaged" | "not-supported" | "too-complex" | "encrypted";

/** Thrown inside this layer only: `cleaning` turns it into an answer. */
export class Unfit extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.name = "Unfit";
    this.reason = reason;
  }
}

export function bytesSource(bytes: Uint8Array): Source {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

const WINDOW_BYTES = 256 * 1_024;

/** No header and no table of a file is larger than this; what is larger is data, which nobody needs in one piece. */
const LARGEST_PIECE_BYTES = 32 * 1_024 * 1_024;

/** Reads small pieces out of a source through one window, and refuses to leave the file. */
export class Reader {
  readonly size: number;
  readonly #source: Source;
  #window: Uint8Array = new Uint8Array(0);
  #start = 0;

  constructor(source: Source) {
    this.#source = source;
    this.size = source.size;
  }

  /** Exactly `length` bytes, as a view that holds until the next call. Throws `damaged` where the file ends before. */
  async bytes(offset: number, length: number): Promise<Uint8Array> {
    if (!Number.isSafeInteger(offset) || offset < 0 || length < 0 || offset + length > this.size) {
      throw new Unfit("damaged");
    }
    if (length > LARGEST_PIECE_BYTES) throw new Unfit("too-complex");
    const at = offset - this.#start;
    if (at < 0 || at + length > this.#window.length) {
      await this.#load(offset, Math.max(length, WINDOW_BYTES));
      return this.#window.subarray(0, length);
    }
    return this.#window.subarray(at, at + length);
  }

  async view(offset: number, length: number): Promise<DataView> {
    const bytes = await this.bytes(offset, length);
    return new DataView(bytes.buffer, bytes.byteOffset, length);
  }

  /** The same at once, where the bytes lie ready: files of a hundred thousand parts are not waited for part by part. */
  peek(offset: number, length: number): DataView | undefined {
    const at = offset - this.#start;
    if (at < 0 || at + length > this.#window.length) return undefined;
    return new DataView(this.#window.buffer, this.#window.byteOffset + at, length);
  }

  /** As many bytes as lie ready from `offset` on, at least one; nothing at the end of the file. */
  async ahead(offset: number): Promise<Uint8Array> {
    if (offset >= this.size) return new Uint8Array(0);
    const at = offset - this.#start;
    if (at >= 0 && at < this.#window.length) return this.#window.subarray(at);
    await this.#load(offset, WINDOW_BYTES);
    return this.#window;
  }

  async #load(offset: number, length: number): Promise<void> {
    const wanted = Math.min(length, this.size - offset);
    const bytes = await this.#source.read(offset, wanted);
    // Not the file's fault: it is shorter than it said, or the disk gave up.
    if (bytes.length !== wanted) throw new Error(`A read of ${wanted} bytes at ${offset} gave ${bytes.length}`);
    this.#window = bytes;
    this.#start = offset;
  }
}
