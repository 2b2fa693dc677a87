/** Reporters' requests: no session and no cookie; each one is signed over all that is sent, with a nonce that serves once. */
import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { fromHex, utf8 } from "../../crypto/bytes.ts";
import { caseIdOf } from "../../crypto/identity.ts";
import { requestSignatureInput } from "../../crypto/request.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import { HEADERS } from "../../protocol/headers.ts";
import { fromBase64url } from "../../protocol/base64url.ts";
import type { Origins } from "../origins.ts";
import { ProblemError } from "../problem.ts";
import { type Nonce, type Nonces, fullHourAfter } from "../services/nonces.ts";
import type { Proof, ProofOfWork } from "../services/proof-of-work.ts";
import type { ServerKey } from "../services/server-key.ts";
import type { Gate, ReportSender, Reporter } from "./gates.ts";

export type SignedRequestsDeps = {
  readonly nonces: Nonces;
  readonly origins: Origins;
};

export function reporterGate({ nonces, origins }: SignedRequestsDeps): Gate<Reporter> {
  const read = new WeakMap<FastifyRequest, Nonce>();
  return {
    async beforeBody(request, reply) {
      bringNonce(nonces, reply);
      const nonce = nonces.read(headerOf(request, HEADERS.nonce));
      if (nonce === undefined) throw new ProblemError("bad-signature");
      read.set(request, nonce);
    },
    async admit(request) {
      const nonce = read.get(request);
      if (nonce === undefined) throw new ProblemError("bad-signature");
      const publicKey = checkSignature(request, nonce.bytes, origins);
      // Last, so that nobody who cannot sign takes up room.
      if (!(await nonces.spend(nonce))) throw new ProblemError("bad-signature");
      return { caseId: caseIdOf(publicKey) };
    },
  };
}

export type ProofGateDeps = SignedRequestsDeps & {
  readonly key: ServerKey;
  readonly proofOfWork: ProofOfWork;
  readonly solutionsAreChecked: boolean;
};

/** Cheap things first: HMAC, expiry and bounds before the body is read, then the signature, then the slow check of the solution. */
export function proofOfWorkGate({
  key,
  nonces,
  origins,
  proofOfWork,
  solutionsAreChecked,
}: ProofGateDeps): Gate<ReportSender> {
  const proofs = new WeakMap<FastifyRequest, Proof>();
  return {
    async beforeBody(request, reply) {
      bringNonce(nonces, reply);
      const proof = proofOfWork.read(headerOf(request, HEADERS.proof));
      if (proof === undefined) throw new ProblemError("bad-proof-of-work");
      proofs.set(request, proof);
    },
    async admit(request) {
      const proof = proofs.get(request);
      if (proof === undefined) throw new ProblemError("bad-proof-of-work");
      const publicKey = checkSignature(request, utf8(headerOf(request, HEADERS.proof)), origins);
      if (solutionsAreChecked && !(await proof.isSolved())) throw new ProblemError("bad-proof-of-work");
      // Spent with the report, in one transaction.
      const challenge = { nonceHash: key.spentHash(proof.nonce), expires: fullHourAfter(proof.expires) };
      return { caseId: caseIdOf(publicKey), challenge };
    },
  };
}

function bringNonce(nonces: Nonces, reply: FastifyReply): void {
  reply.header(HEADERS.nonce, nonces.make());
}

function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}

/** The key that signed this very request for one of our origins. Throws ProblemError `bad-signature`. */
function checkSignature(request: FastifyRequest, nonce: Uint8Array, origins: Origins): Uint8Array {
  const { publicKey, signature } = readKeyAndSignature(request);
  const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
  const bodyHash = createHash("sha256").update(body).digest();
  const signed = { method: request.method, path: request.raw.url ?? "", bodyHash, nonce };
  const isSigned = origins.all.some((origin) =>
    isSignedBy(publicKey, signature, requestSignatureInput({ ...signed, origin })),
  );
  if (!isSigned) throw new ProblemError("bad-signature");
  return publicKey;
}

function readKeyAndSignature(request: FastifyRequest): { publicKey: Uint8Array; signature: Uint8Array } {
  try {
    return {
      publicKey: fromHex(headerOf(request, HEADERS.key)),
      signature: fromBase64url(headerOf(request, HEADERS.signature)),
    };
  } catch {
    throw new ProblemError("bad-signature");
  }
}
