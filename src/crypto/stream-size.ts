/** What a sealed stream adds to its plaintext. Apart from `stream.ts`, so that who only counts needs no libsodium. */

/** crypto_secretstream_xchacha20poly1305_HEADERBYTES: the nonce that starts a stream. */
export const STREAM_HEADER_BYTES = 24;
/** crypto_secretstream_xchacha20poly1305_ABYTES: what each chunk grows by, one byte of tag and 16 of MAC. */
export const STREAM_CHUNK_OVERHEAD_BYTES = 17;
