/** An authenticator in software: makes credentials without attestation, signs, counts, and gives a secret where it is asked. */
import { type KeyObject, createHash, createHmac, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { Assertion } from "../../src/client/member/entry/assertion.ts";
import { toBase64url } from "../../src/protocol/encoding/base64url.ts";

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** CBOR of byte strings, short texts and small integers (RFC 8949, 3.1): all that a credential needs. */
const head = (major: number, length: number): Buffer =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 0xff]);
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const integer = (value: number): Buffer => (value < 0 ? head(1, -value - 1) : head(0, value));
const map = (...pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

/** User present, user verified, attested credential data (WebAuthn, 6.1). */
const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 } as const;

export type SoftAuthenticator = {
  readonly credentialId: string;
  readonly register: (challenge: Uint8Array) => { clientData: Uint8Array; attestation: Uint8Array };
  readonly assert: (
    challenge: Uint8Array,
    options?: { as?: string; rpId?: string; verified?: boolean; count?: number; type?: string },
  ) => Assertion;
  /** What it gives for an input (PRF) */
  readonly outputFor: (input: Uint8Array) => Uint8Array;
};

/** @param origin the address at which the credential is made */
export function makeAuthenticator(origin: string): SoftAuthenticator {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32);
  const secret = randomBytes(32);
  const rpId = new URL(origin).hostname;
  let count = 0;
  const clientDataOf = (type: string, challenge: Uint8Array, as: string) =>
    Buffer.from(JSON.stringify({ type, challenge: toBase64url(challenge), origin: as, crossOrigin: false }));
  const dataFor = (place: string, flags: number, counted: number, rest: Uint8Array = new Uint8Array()) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(counted);
    return Buffer.concat([sha256(Buffer.from(place)), Buffer.from([flags]), counter, rest]);
  };
  return {
    credentialId: toBase64url(id),
    register(challenge) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)]);
      const data = dataFor(rpId, FLAGS.present | FLAGS.verified | FLAGS.attested, ++count, attested);
      return {
        clientData: clientDataOf("webauthn.create", challenge, origin),
        attestation: map([text("fmt"), text("none")], [text("attStmt"), map()], [text("authData"), bytes(data)]),
      };
    },
    assert(challenge, options = {}) {
      const clientData = clientDataOf(options.type ?? "webauthn.get", challenge, options.as ?? origin);
      const flags = FLAGS.present | (options.verified === false ? 0 : FLAGS.verified);
      const authenticatorData = dataFor(options.rpId ?? rpId, flags, options.count ?? ++count);
      const signature = sign("sha256", Buffer.concat([authenticatorData, sha256(clientData)]), privateKey);
      return { credentialId: toBase64url(id), clientData, authenticatorData, signature };
    },
    outputFor: (input) => createHmac("sha256", secret).update(input).digest(),
  };
}

function coseOf(publicKey: KeyObject): Buffer {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const of = (value: string) => bytes(Buffer.from(value, "base64url"));
  return map(
    [integer(1), integer(2)],
    [integer(3), integer(-7)],
    [integer(-1), integer(1)],
    [integer(-2), of(x)],
    [integer(-3), of(y)],
  );
}
