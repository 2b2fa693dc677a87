/** Vectors of the audit trail as a member is shown it, and of what the member's client remembers of it. */
import { createHash } from "node:crypto";
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, aead, concat, list, u32 } from "../primitives.ts";

const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;
type Result = { output: Json } | { error: string };

const sha256 = (...parts: readonly Uint8Array[]) =>
  createHash("sha256")
    .update(concat(...parts))
    .digest();
const node = (left: Uint8Array, right: Uint8Array) => sha256(Buffer.of(1), left, right);

export function auditShown(): VectorFile {
  const c = new Collection("audit-shown");
  const random = new Seeded(c.subject);
  const leaves = [0, 1, 2].map((hour) => list("audit-leaf", hour, "pages", random.bytes(32)));
  const [a, b, d] = leaves.map((leaf) => sha256(Buffer.of(0), leaf)) as [Buffer, Buffer, Buffer];
  const root = node(node(a, b), d);
  const given = (page: Uint8Array) => ({ bytes: bytes(page), size: 3, root: bytes(root) });

  const page = (about: string, value: Uint8Array, result: Result) => c.add(about, "open-audit-page", given(value), result);
  page("a log of one page", list("audit-page", "", ...leaves), { output: leaves.map((leaf) => bytes(leaf)) });
  const hidden = [leaves[0]!, b, leaves[2]!];
  page("one leaf by its hash alone", list("audit-page", "", ...hidden), { output: hidden.map((leaf) => bytes(leaf)) });
  page("two exchanged", list("audit-page", "", leaves[1]!, leaves[0]!, leaves[2]!), ALTERED);
  page("a leaf too few", list("audit-page", "", ...leaves.slice(1)), MALFORMED);
  page("a proof that nothing needs", list("audit-page", a, ...leaves), ALTERED);

  const place = (at: number, leaf: Uint8Array, ...proof: readonly Uint8Array[]) =>
    list("audit-place", at, leaf, concat(...proof));
  const ofCase = (about: string, value: Uint8Array, result: Result) => c.add(about, "open-case-audit", given(value), result);
  ofCase("two of three", list("audit-case", 0, place(0, leaves[0]!, b, d), place(2, leaves[2]!, node(a, b))), {
    output: [false, [0, bytes(leaves[0]!)], [2, bytes(leaves[2]!)]],
  });
  ofCase("more to come", list("audit-case", 1, place(1, leaves[1]!, a, d)), { output: [true, [1, bytes(leaves[1]!)]] });
  ofCase("at another place", list("audit-case", 0, place(1, leaves[0]!, b, d)), ALTERED);
  ofCase("half a hash", list("audit-case", 0, place(0, leaves[0]!, b.subarray(16), d)), MALFORMED);

  const [vaultKey, memberId] = [random.bytes(32), random.bytes(16)];
  const [directory, statement, key] = [random.bytes(32), random.bytes(32), random.bytes(32)];
  const seen = concat(u32(3), root, key);
  const remembered = (about: string, plaintext: Uint8Array, result: Result) =>
    c.add(
      about,
      "open-remembered-log",
      {
        vaultKey: bytes(vaultKey),
        memberId: bytes(memberId),
        sealed: bytes(aead(vaultKey, random.bytes(24), plaintext, list("vault-memory", memberId))),
      },
      result,
    );
  const log = [3, bytes(root), bytes(key)];
  remembered("a directory and a log", concat(u32(7), directory, seen), { output: [7, null, log] });
  const stated = concat(u32(7), directory, u32(2), statement);
  remembered("a statement too", concat(stated, seen), { output: [7, [2, bytes(statement)], log] });
  remembered("a statement and no log", stated, { output: [7, [2, bytes(statement)], null] });
  remembered("a log without its key", concat(stated, seen.subarray(0, 36)), MALFORMED);
  return c.file();
}
