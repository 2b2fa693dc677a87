/** The names of the headers that requests and answers of this API carry beside HTTP's own. */

/**
 * A reporter's signed request carries these; every answer to one carries the next nonce.
 * What is signed is crypto/request.ts `requestSignatureInput`, with the nonce's bytes;
 * for a report the nonce is the UTF-8 of the whole `segel-proof` header.
 */
export const HEADERS = {
  /** Auth public key, lower-case hexadecimal */
  key: "segel-key",
  /** base64url */
  nonce: "segel-nonce",
  /** base64url */
  signature: "segel-signature",
  /** base64url of the solved proof-of-work challenge, JSON as the library makes it */
  proof: "segel-proof",
} as const;

/** Every answer under this path comes with this policy: nothing of the API is a page, and it may do nothing. */
export const API_PATH = "/api";
export const API_POLICY = "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'";

/** Members' requests that change something carry this header: a form of another site cannot send it. */
export const SAME_SITE_HEADER = "segel-client";

/** What a member does stands in the audit trail: base64url of the entry and the member's signature (docs/protocol.md, "The audit trail"). */
export const ACT_HEADER = "segel-act";

/** While an office is being founded: the founder's key, or the one by which people join; base64url. */
export const FOUNDING_HEADER = "segel-founding";
