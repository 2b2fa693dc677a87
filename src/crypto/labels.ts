/**
 * Every purpose for which bytes are hashed, keyed, authenticated or signed, once
 * (docs/protocol.md, "Labels"). A label is the first field of its list; none serves two purposes,
 * so that nothing made for one place is ever valid in another (attack 7).
 */
const PURPOSES = [
  // the case token and what comes from it
  "token-auth",
  "token-reply",
  "token-thread",
  "token-self",
  "case",
  // the envelope
  "submission",
  "sealed-report",
  "sealed-report-signature",
  "envelope",
  "slot-key",
  "header-mac",
  "binding",
  "summary",
  "summary-key",
  "body",
  "body-key",
  "access-seed",
  "envelope-signature",
  "head",
  "identity-share",
  "identity-body-key",
  // receipt and own box
  "receipt",
  "receipt-key",
  "receipt-line",
  "own-key",
  // the conversation
  "message-context",
  "message",
  "message-signature",
  "message-key",
  "message-commit",
  "internal-key",
  "team-secret",
  "team-seed",
  // who reads a case
  "epoch",
  "epoch-commit",
  "earlier-key",
  "grant",
  "grant-key",
  "open-part",
  "thread-key",
  "removal",
  // what members declare of their own interests
  "declaration",
  "declaration-commit",
  "declaration-key",
  "declaration-signature",
  // files
  "attachment",
  "file",
  // what crosses the wire around them
  "own-row",
  "member-row",
  "row",
  "check-answer",
  "rows",
  "heads",
  "head-names",
  "new-head-names",
  "case-item",
  "cases",
  "report-envelope",
  // discarding a case
  "discard",
  "discard-signature",
  "discard-step",
  "discard-record",
  "discards",
  // giving a case to a member, and taking it from one
  "open-row",
  "epochs",
  "grants",
  "removals",
  // members
  "member",
  "wrap",
  "digest",
  "vault-key",
  "login-seed",
  "vault-key-wrap",
  "vault-keys",
  "vault-hash",
  "vault-memory",
  "known-heads",
  "vault-drafts",
  "index-piece",
  "index-name",
  "saved-views",
  "saved-views-name",
  "login",
  "passphrase",
  "factor",
  "factor-reset",
  "passkey-challenge",
  "passkey-input",
  "passkey-wrap",
  "passkey-commit",
  "access",
  "request",
  // the directory
  "directory",
  "directory-hash",
  "freshness",
  "freshness-hash",
  "share",
  "share-line",
  "recovery-seed",
  "proposal",
  "fingerprint",
  "roots",
  "register-number",
  // before there is a directory
  "founding-code",
  "founding-key",
  // the server's own keys: none opens content or speaks for a person
  "server-nonce",
  "server-salt",
  "server-proof-of-work",
  "server-session",
  "server-spent",
  "server-entry",
  "server-changes",
  "server-mail",
  "server-decoy",
  "server-ticket",
  "server-idle",
  "server-factor",
] as const;

/** Taken, so that nothing else takes them: identity releases and audit come with them. */
const RESERVED_PURPOSES = ["identity-request", "identity-grant", "audit"] as const;

type Purpose = (typeof PURPOSES)[number] | (typeof RESERVED_PURPOSES)[number];
export type Label = `segel/1/${Purpose}`;

/** The labels in use, in the order of the table in docs/protocol.md. */
export const LABELS: readonly Label[] = PURPOSES.map((purpose): Label => `segel/1/${purpose}`);
export const RESERVED_LABELS: readonly Label[] = RESERVED_PURPOSES.map((purpose): Label => `segel/1/${purpose}`);
