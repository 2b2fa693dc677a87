/** What both ways of computing Argon2id (RFC 9106, version 1.3, one lane) promise: the same bytes. */
export type Argon2id = (
  password: Uint8Array,
  parameters: {
    readonly salt: Uint8Array;
    readonly memoryKiB: number;
    readonly passes: number;
    readonly outputBytes: number;
  },
  /** Told the part done, 0…1, now and then; only where it takes long */
  onProgress?: (done: number) => void,
) => Uint8Array;
