/** Reporters' requests: no session and no cookie; each one is signed over all that is sent, with a nonce that serves once. */
import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { fromHex, utf8 } from "../../crypto/bytes.ts";
import { caseIdOf } from "../../crypto/identity.ts";
import { requestSignatureInput } from "../../crypto/request.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import { type Purpose, SIGN_IN, purposeOf } from "../../protocol/proof-of-work.ts";
import { HEADERS } from "../../protocol/headers.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import type { Origins } from "../origins.ts";
import { ProblemError } from "../problem.ts";
import { type Nonce, type Nonces, fullHourAfter } from "../admission/nonces.ts";
import type { Proof, ProofOfWork } from "../admission/proof-of-work.ts";
import type { ServerKey } from "../admission/server-key.ts";
import { type Spent, insertSpent } from "../store/spent.ts";
import type { Database } from "../store/database.ts";
import type { Reporter } from "../services/cases/reporter-case.ts";
import type { Gate, ReportSender } from "./gates.ts";

export type SignedRequestsDeps = {
  readonly nonces: Nonces;
  readonly origins: Origins;
  readonly database: Database;
  readonly key: ServerKey;
  readonly proofOfWork: ProofOfWork;
  readonly solutionsAreChecked: boolean;
};

/** A nonce, or a proof of work in its place where the request is paid for. */
export function reporterGate(deps: SignedRequestsDeps): Gate<Reporter> {
  const nonces = new WeakMap<FastifyRequest, Nonce>();
  const proofs = proofsOf(deps);
  return {
    async beforeBody(request, reply) {
      bringNonce(deps.nonces, reply);
      if (request.headers[HEADERS.proof] !== undefined) return void proofs.read(request);
      const nonce = deps.nonces.read(headerOf(request, HEADERS.nonce));
      if (nonce === undefined) throw new ProblemError("bad-signature");
      nonces.set(request, nonce);
    },
    async admit(request, body) {
      const nonce = nonces.get(request);
      if (nonce === undefined) {
        const { publicKey, proof } = await proofs.check(request, body);
        if (!(await insertSpent(deps.database, spentBy(deps.key, proof)))) throw new ProblemError("bad-proof-of-work");
        return { caseId: caseIdOf(publicKey), paid: proof.purpose };
      }
      const publicKey = checkSignature(request, body, nonce.bytes, deps.origins);
      // Last, so that nobody who cannot sign writes into the table.
      if (!(await deps.nonces.spend(nonce))) throw new ProblemError("bad-signature");
      return { caseId: caseIdOf(publicKey), paid: undefined };
    },
  };
}

export function proofOfWorkGate(deps: SignedRequestsDeps): Gate<ReportSender> {
  const proofs = proofsOf(deps);
  return {
    async beforeBody(request, reply) {
      bringNonce(deps.nonces, reply);
      const length = request.headers["content-length"];
      if (proofs.read(request).purpose !== purposeOf("report", Number(length ?? 0)) && length !== undefined)
        throw new ProblemError("bad-proof-of-work");
    },
    async admit(request, body) {
      const { publicKey, proof } = await proofs.check(request, body);
      if (proof.purpose !== purposeOf("report", body.length)) throw new ProblemError("bad-proof-of-work");
      // Spent with the report, in one transaction.
      return { caseId: caseIdOf(publicKey), challenge: spentBy(deps.key, proof) };
    },
  };
}

/** Of what signing in costs nothing can be stored. */
type PayingProof = Proof & { readonly purpose: Purpose };

function spentBy(key: ServerKey, { nonce, expires }: Proof): Spent {
  return { nonceHash: key.spentHash(nonce), expires: fullHourAfter(expires) };
}

/** Cheap things first: HMAC, expiry and bounds before the body is read, then the signature, then the slow check of the solution. */
function proofsOf({ proofOfWork, origins, solutionsAreChecked }: SignedRequestsDeps) {
  const proofs = new WeakMap<FastifyRequest, PayingProof>();
  return {
    read(request: FastifyRequest): PayingProof {
      const proof = proofOfWork.read(headerOf(request, HEADERS.proof));
      if (proof === undefined || proof.purpose === SIGN_IN) throw new ProblemError("bad-proof-of-work");
      const paying = { ...proof, purpose: proof.purpose };
      proofs.set(request, paying);
      return paying;
    },
    async check(request: FastifyRequest, body: Uint8Array): Promise<{ publicKey: Uint8Array; proof: PayingProof }> {
      const proof = proofs.get(request);
      if (proof === undefined) throw new ProblemError("bad-proof-of-work");
      const publicKey = checkSignature(request, body, utf8(headerOf(request, HEADERS.proof)), origins);
      if (solutionsAreChecked && !(await proof.isSolved())) throw new ProblemError("bad-proof-of-work");
      return { publicKey, proof };
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
function checkSignature(request: FastifyRequest, body: Uint8Array, nonce: Uint8Array, origins: Origins): Uint8Array {
  const { publicKey, signature } = readKeyAndSignature(request);
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
