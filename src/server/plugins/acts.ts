/** What a member does is signed for the audit trail: the entry in a header is about this very request, by this very member. */
import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { sameBytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import type { ActName } from "../../protocol/audit/acts.ts";
import { type SignedEntry, THE_OFFICE, detailsInput, parseSignedEntry } from "../../protocol/audit/entry.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import { handleBytes } from "../../protocol/frames.ts";
import { ACT_HEADER } from "../../protocol/headers.ts";
import { ProblemError } from "../problem.ts";
import { stateOf } from "../services/common/directories.ts";
import type { Session } from "../services/common/sessions.ts";
import { today } from "../services/common/today.ts";
import type { Act } from "../store/audit.ts";

type Asked = { readonly session: Session; readonly act: ActName; readonly body: Uint8Array };

/** Throws ProblemError `bad-act`, or `stale-directory` under another than the newest: then nothing was done. */
export function readAct(request: FastifyRequest, { session, act, body }: Asked): Act {
  const payload = headerBytes(request);
  const entry = readEntry(payload);
  const { memberId, member, directory } = session;
  const handle = (request.params as { readonly handle?: string }).handle;
  const isAboutThis =
    entry.act === act &&
    sameBytes(entry.memberId, memberId) &&
    sameBytes(entry.object, handle === undefined ? THE_OFFICE : objectOf(handle)) &&
    sameBytes(entry.details, detailsOf(request, body));
  if (!isAboutThis || !isSignedBy(member.signingKey, entry.signature, entry.entryBytes))
    throw new ProblemError("bad-act");
  // Whoever checks the log later takes the author's key from the newest directory before it.
  if (entry.directoryVersion !== directory.version) throw new ProblemError("stale-directory");
  return { id: entry.actId, payload, memberId, handle, under: stateOf(directory), day: today() };
}

function detailsOf({ method, raw }: FastifyRequest, body: Uint8Array): Uint8Array {
  return sha256(detailsInput({ method, path: raw.url ?? "", bodyHash: sha256(body) }));
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

function headerBytes(request: FastifyRequest): Uint8Array {
  const header = request.headers[ACT_HEADER];
  return reading(() => fromBase64url(typeof header === "string" ? header : ""));
}

const readEntry = (payload: Uint8Array): SignedEntry => reading(() => parseSignedEntry(payload));

/** An address that is no case's answers as it does to everybody: the route's own schema refuses it. */
function objectOf(handle: string): Uint8Array {
  return reading(() => handleBytes(handle));
}

function reading<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof CryptoError) throw new ProblemError("bad-act");
    throw error;
  }
}
