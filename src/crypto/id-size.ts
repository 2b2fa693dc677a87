/** How long ids are, for whoever computes none: without libsodium, which a page that only reads them would carry along. */

/** Member and channel ids: 16 random bytes. */
export const ID_BYTES = 16;
export const CASE_ID_BYTES = 32;
