/** Every refusal that the API knows: code → status → title (RFC 9457). No `detail`, no `instance`: they invite leaks. */
export const PROBLEMS = {
  "bad-request": { status: 400, title: "The request does not have the expected form." },
  "bad-envelope": { status: 400, title: "The sealed data is damaged or not of this protocol." },
  "bad-proof-of-work": { status: 400, title: "The proof of work is missing, wrong, expired or already used." },
  "bad-act": {
    status: 400,
    title: "The entry for the audit trail is missing, wrong or not signed. Nothing was changed.",
  },
  "bad-signature": { status: 401, title: "The signature or its nonce is wrong, expired or already used." },
  "not-signed-in": { status: 401, title: "Please sign in." },
  "wrong-login": { status: 401, title: "The name or the passphrase is not right." },
  "wrong-factor": { status: 401, title: "The code or the passkey is not right, or has served before." },
  "too-many-codes": { status: 429, title: "Too many wrong codes. Please wait until the next full hour." },
  "factor-needed": { status: 403, title: "A second factor must be set up first." },
  "last-factor": { status: 409, title: "This is the only second factor; one must stay." },
  "not-valid-now": { status: 403, title: "Your entry in the directory is not valid at present." },
  forbidden: { status: 403, title: "Your role does not allow this." },
  "cross-site": { status: 403, title: "The request came from another site." },
  "not-found": { status: 404, title: "There is nothing here." },
  "method-not-allowed": { status: 405, title: "This address does not answer that method." },
  conflict: { status: 409, title: "Something else is already stored here." },
  "move-not-allowed": { status: 409, title: "The case is not in a state from which this move is allowed." },
  "wrong-day": { status: 409, title: "The day that was signed is not today." },
  "files-incomplete": { status: 409, title: "Not all parts of the files have arrived. Nothing was stored." },
  "stale-directory": { status: 409, title: "The directory has changed. Please fetch it again." },
  "wrong-code": { status: 401, title: "That is not the code that the server has printed." },
  "code-served": { status: 409, title: "This code has served already, for somebody else." },
  "list-closed": { status: 409, title: "The list of those who join is closed." },
  "other-office": { status: 409, title: "This was sealed for another office. Nothing was stored." },
  "sealed-too-long-ago": {
    status: 410,
    title: "Those it was sealed for may not be there any more. Nothing was stored.",
  },
  "too-large": { status: 413, title: "The request is larger than allowed." },
  "unsupported-media-type": { status: 415, title: "This kind of content is not taken here." },
  "proof-of-work-needed": { status: 402, title: "This needs a proof of work." },
  "awaiting-answer": { status: 429, title: "No more is taken in this case until the office has answered." },
  "no-room": { status: 507, title: "There is no room for this at present. Nothing was stored." },
  "too-many-files": { status: 413, title: "The case has as many files, or as large ones, as are allowed." },
  "storage-full": { status: 507, title: "There is no room for files at present. Texts are still taken." },
  "mail-off": { status: 409, title: "No mail is sent: the office has no mail server, or you have named no address." },
  "mail-failed": { status: 502, title: "The mail server did not take the mail." },
  "too-often": { status: 429, title: "This was asked for too often today." },
  busy: { status: 503, title: "The service is busy. Nothing was stored; please try again." },
  internal: { status: 500, title: "Something went wrong on the server." },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_MEDIA_TYPE = "application/problem+json";

/** The document a client sees. `type` is stable and compared by clients; texts are for people. */
export function problemDocument(code: ProblemCode): { type: string; title: string; status: number } {
  return { type: `urn:segel:problem:${code}`, ...pick(code) };
}

function pick(code: ProblemCode): { title: string; status: number } {
  const { title, status } = PROBLEMS[code];
  return { title, status };
}
