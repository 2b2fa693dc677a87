/** Contents as anybody may write them, for properties. */
import fc from "fast-check";
import { hex } from "../../src/crypto/bytes.ts";
import { MAX_FILE_BYTES, cellLayoutOf } from "../../src/crypto/file-cells.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { toBase64url } from "../../src/protocol/encoding/base64url.ts";
import { CATEGORIES } from "../../src/protocol/rules/casework.ts";
import type { FileEntry, ReportBody } from "../../src/protocol/content.ts";
import { type Answers, FIELDS, FIELD_CODES, type FieldKind } from "../../src/protocol/rules/report-fields.ts";

/** Half surrogates, controls, right-to-left overrides, combining marks, emoji, line separators. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      "\ud800",
      "\udfff",
      "\u0000",
      "\u001f",
      "\u202e",
      "\u0301",
      "\u2028",
      "😀",
      '"',
      "\\",
      "</",
      "ı",
    ),
  }),
);

/** Any answer of each kind. */
const ANY = {
  category: fc.constantFrom(...CATEGORIES),
  line: anyText,
  text: anyText,
  amount: fc.option(fc.maxSafeNat()),
  language: fc.constantFrom("id", "en", "zh-Hans"),
} satisfies Record<FieldKind, unknown>;
export const answers = fc.record(
  Object.fromEntries(FIELD_CODES.map((field) => [field, ANY[FIELDS[field].kind]])),
) as fc.Arbitrary<Answers>;

const described = { name: anyText, type: fc.constantFrom("", "image/jpeg", "application/vnd.ms-excel") };
export const fileEntries = fc.uniqueArray(
  fc
    .record({ ...described, size: fc.integer({ min: 0, max: MAX_FILE_BYTES }) })
    .map(({ name, type, size }): FileEntry => ({
      id: hex(randomBytes(16)),
      name,
      type,
      size,
      cells: cellLayoutOf(size).cells,
      key: toBase64url(randomBytes(32)),
      hash: hex(randomBytes(32)),
    })),
  { minLength: 1, maxLength: 4 },
);

export function bodyOf(given: Answers): ReportBody {
  return {
    answers: given,
    threadKey: randomBytes(32),
    replyPublicKey: randomBytes(1_216),
    attachments: [{ name: "bukti.pdf", type: "application/pdf", size: 12_345 }],
    recipients: [randomBytes(16), randomBytes(16)],
    excluded: [randomBytes(16)],
    identityGiven: false,
  };
}
