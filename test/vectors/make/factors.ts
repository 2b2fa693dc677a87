/** Vectors of second factors: what is signed, and the vault key under a passkey. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, aead, concat, derive, hash, list } from "../primitives.ts";

export function factors(): VectorFile {
  const c = new Collection("factors");
  const random = new Seeded(c.subject);
  const origin = "https://segel.example";
  const [memberId, other, factorId] = [random.bytes(16), random.bytes(16), random.bytes(16)];
  const [nonce, ticket] = [random.bytes(36), random.bytes(52)];
  const [secret, clientData, attestation, wrapSent] = [
    random.bytes(20),
    random.bytes(120),
    random.bytes(180),
    random.bytes(104),
  ];
  const change = (about: string, what: string, content: Record<string, Uint8Array>) =>
    c.add(
      about,
      "factor-input",
      {
        origin,
        memberId: bytes(memberId),
        factorId: bytes(factorId),
        nonce: bytes(nonce),
        what,
        ...Object.fromEntries(Object.entries(content).map(([name, value]) => [name, bytes(value)])),
      },
      { output: bytes(list("factor", origin, memberId, what, factorId, nonce, ...Object.values(content))) },
    );
  change("codes added", "add-code", { secret });
  change("a passkey added that opens the vault", "add-passkey", { clientData, attestation, keyWrap: wrapSent });
  change("one that does not", "add-passkey", { clientData, attestation, keyWrap: new Uint8Array() });
  change("a factor removed", "remove", {});
  change("a reset stopped", "keep", {});
  c.add(
    "a colleague's reset asked for",
    "factor-reset-input",
    { origin, memberId: bytes(memberId), day: "2026-11-29" },
    { output: bytes(list("factor-reset", origin, memberId, "2026-11-29")) },
  );
  for (const [about, from] of [
    ["for a nonce", nonce],
    ["for a ticket", ticket],
  ] as const) {
    const output = { output: bytes(hash("passkey-challenge", origin, from)) };
    c.add(about, "passkey-challenge", { origin, from: bytes(from) }, output);
  }
  c.add("at one address", "passkey-input", { origin }, { output: bytes(hash("passkey-input", origin)) });

  const [vaultKey, value, otherValue, credentialId] = [
    random.bytes(32),
    random.bytes(32),
    random.bytes(32),
    random.bytes(32),
  ];
  const place = [origin, memberId, credentialId] as const;
  type Place = readonly (string | Uint8Array)[];
  type Made = { committed?: Uint8Array; sealed?: Uint8Array; at?: Place; aad?: Place };
  const made = ({ committed = value, sealed = value, at = place, aad = at }: Made = {}) =>
    concat(
      derive(committed, "passkey-commit", ...at),
      aead(derive(sealed, "vault-key"), random.bytes(24), vaultKey, list("passkey-wrap", ...aad)),
    );
  const open = (about: string, wrap: Uint8Array, result: { output: Json } | { error: string }) =>
    c.add(
      about,
      "open-passkey-wrap",
      {
        origin,
        memberId: bytes(memberId),
        credentialId: bytes(credentialId),
        value: bytes(value),
        wrap: bytes(wrap),
      },
      result,
    );
  const altered = { error: "altered" };
  const whole = made();
  open("the vault key", whole, { output: bytes(vaultKey) });
  open("under another value", made({ committed: otherValue, sealed: otherValue }), altered);
  open("a commitment to another value", made({ committed: otherValue }), altered);
  open("a box under another value", made({ sealed: otherValue }), altered);
  open("of another member", made({ at: [origin, other, credentialId] }), altered);
  open("of another credential", made({ at: [origin, memberId, random.bytes(32)] }), altered);
  open("of another address", made({ at: ["http://segel.onion", memberId, credentialId] }), altered);
  open("a box of another place under a right commitment", made({ aad: [origin, other, credentialId] }), altered);
  open("cut short", whole.subarray(0, 103), { error: "malformed" });
  return c.file();
}
