/** Vectors of rules that stand behind another one: only where both are tried alone does the second show. */
import { createHash } from "node:crypto";
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, aead, concat, derive, hash, list, pad, u32 } from "../primitives.ts";
import { World } from "./envelope.ts";
import { sealCells } from "./file.ts";

const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;
const INCOMPLETE = { error: "incomplete" } as const;
const CELL_BYTES = 262_144;

export function corners(): VectorFile {
  const c = new Collection("corners");
  const random = new Seeded(c.subject);
  c.add("base64url of an impossible length whose bits are all zero", "from-base64url", { text: "AAAAA" }, MALFORMED);
  c.add("a token as long as a key", "token-keys", { token: bytes(random.bytes(32)) }, { error: "bad-key" });

  const w = new World(c.subject);
  const report = w.report();
  const inspect = (about: string, head: Uint8Array, expected: { [name: string]: Json }) =>
    c.add(about, "inspect-head", { head: bytes(head), expected }, MALFORMED);
  inspect(
    "a kind that does not exist, in the shape of an identity",
    w.identity(report.headHash, report.contentKey, { kind: "rumour" }).head,
    { kind: "identity" },
  );
  const many = w.report({
    slots: (prefix) => Array.from({ length: 33 }, () => w.slot(prefix, w.nobody, random.bytes(32))),
  });
  inspect("thirty-three slots", many.head, { kind: "report" });
  const reader = w.readers[0]!;
  const open = (about: string, head: Uint8Array, body: Uint8Array) =>
    c.add(about, "open-body", { head: bytes(head), seeds: [bytes(reader.seed)], body: bytes(body) }, ALTERED);
  const again = aead(
    derive(report.contentKey, "body-key"),
    random.bytes(24),
    pad(Buffer.from("body"), 16_384),
    report.binding,
  );
  open("another body than the one that was signed, under the same key and binding", report.head, again);

  const [self, caseId] = [random.bytes(32), random.bytes(32)];
  const place = list("message-context", caseId, "reporter", 0, 3);
  const box = concat(random.bytes(32), u32(5), random.bytes(32), u32(1), u32(0));
  c.add(
    "an own box four bytes longer",
    "open-own-box",
    {
      self: bytes(self),
      caseId: bytes(caseId),
      epoch: 0,
      sequence: 3,
      sealed: bytes(aead(derive(self, "own-key", place), random.bytes(24), pad(box, 216), place)),
    },
    MALFORMED,
  );

  const [fileCase, id, key, header] = [random.bytes(32), random.bytes(16), random.bytes(32), random.bytes(24)];
  const file = (
    about: string,
    size: number,
    padded: Uint8Array,
    finals: readonly number[],
    come: readonly number[],
    error = INCOMPLETE as { error: string },
  ) => {
    const cells = sealCells({ key, header, place: hash("attachment", fileCase, id) }, padded, CELL_BYTES, finals);
    const names = cells.map((cell) => bytes(createHash("sha256").update(cell).digest()));
    c.add(
      about,
      "open-file",
      {
        caseId: bytes(fileCase),
        id: bytes(id),
        key: bytes(key),
        header: bytes(header),
        size,
        padded: bytes(padded),
        cellBytes: CELL_BYTES,
        finals: [...finals],
        cells: names,
        come: [...come],
      },
      error,
    );
  };
  const text = (length: number, cells: number) =>
    concat(Buffer.alloc(length, 0x61), Buffer.alloc(cells * CELL_BYTES - length));
  file(
    "the second cell is missing, and FINAL stands at the end of the first",
    CELL_BYTES + 1,
    text(CELL_BYTES + 1, 2),
    [3],
    [0],
  );
  file("a cell of zeros behind the last, and FINAL at its end", 5, text(5, 2), [7], [0, 1]);
  return c.file();
}
