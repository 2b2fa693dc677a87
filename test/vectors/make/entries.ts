/** Vectors of entries that are signed anew: the file of whoever comes or has other keys, and seeds that are exchanged. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, list, signer, wing } from "../primitives.ts";

export function entries(): VectorFile {
  const c = new Collection("entries");
  const random = new Seeded(c.subject);
  const id = random.bytes(16);
  const [own, other] = [signer(random.bytes(32)), signer(random.bytes(32))];
  const sealing = wing(random.bytes(32)).publicKey;
  const entryOf = (roles: readonly string[], key: Buffer | null, by = own) => ({
    id: id.toString("hex"),
    roles,
    names: { id: "Orang baru" },
    signingKey: own.publicKey.toString("hex"),
    sealingKey: key && key.toString("base64url"),
    validFrom: "2026-11-29T03:00:00Z",
    validUntil: "2028-01-13T03:00:00Z",
    removedIn: null as number | null,
    signature: by
      .sign(list("member", id, roles.join(" "), own.publicKey, key ?? new Uint8Array()))
      .toString("base64url"),
  });
  const good = entryOf(["investigator"], sealing);
  const read = (about: string, entry: object, result: { output: Json } | { error: string }, format = "segel/1/joiner") =>
    c.add(about, "read-joiner", { file: JSON.stringify({ format, entry }) }, result);
  const output = { output: bytes(id) };
  read("somebody who opens reports", good, output);
  read("somebody who opens nothing", entryOf(["administrator"], null), output);
  read("two roles", entryOf(["administrator", "custodian"], sealing), output);
  read("other roles than were signed", { ...good, roles: ["lead"] }, { error: "bad-signature" });
  read("another key than was signed", { ...good, sealingKey: wing(random.bytes(32)).publicKey.toString("base64url") }, {
    error: "bad-signature",
  });
  read("signed by another key", entryOf(["investigator"], sealing, other), { error: "bad-signature" });
  read("removed already", { ...good, removedIn: 1 }, { error: "malformed" });
  read("whose place it takes is not for them to say", { ...good, replaces: "00".repeat(16) }, { error: "malformed" });
  read("a field that nobody knows", { ...good, more: 1 }, { error: "malformed" });
  read("another format", good, { error: "malformed" }, "segel/2/joiner");

  const [before, after, nonce] = [random.bytes(32), random.bytes(32), random.bytes(36)] as const;
  const origin = "https://segel.example";
  c.add(
    "seeds in the vault are exchanged",
    "vault-keys-change-input",
    { origin, member: bytes(id), before: bytes(before), after: bytes(after), nonce: bytes(nonce) },
    { output: bytes(list("vault-keys-change", origin, id, before, after, nonce)) },
  );
  return c.file();
}
