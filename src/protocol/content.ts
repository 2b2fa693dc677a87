/**
 * What is written before it is sealed: JSON in UTF-8 with a fixed field order
 * (docs/protocol.md, "Contents"). What was typed is kept code point for code point.
 */
import { type Bytes, fromHex, fromUtf8, hex, sameBytes, utf8 } from "../crypto/bytes.ts";
import { CryptoError } from "../crypto/errors.ts";
import { FILE_ID_BYTES, MAX_FILE_BYTES, cellLayoutOf } from "../crypto/file-cells.ts";
import { ID_BYTES } from "../crypto/identity.ts";
import { HASH_BYTES, KEY_BYTES, SEALING_KEY_BYTES } from "../crypto/sodium.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { base64urlOf, hexOf } from "./byte-schemas.ts";
import { CATEGORIES, OUTCOMES, STATES } from "./casework.ts";
import { DERIVED_TITLE_CODE_POINTS, MAX_FILES_A_CASE, MAX_FILE_NAME_CODE_POINTS, codePoints } from "./limits.ts";
import {
  type Answers,
  FIELDS,
  FIELD_CODES,
  type Field,
  type FieldKind,
  type KindOf,
  type Summary,
} from "./report-fields.ts";
import * as z from "./zod.ts";

const text = z.string();
/** An answer of each kind. */
const ANSWER_SCHEMAS = {
  category: z.enum(CATEGORIES),
  line: text,
  text,
  /** Largest safe integer: above it two amounts would read alike. */
  amount: z.nullable(z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER))),
  language: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u)),
} as const satisfies Record<FieldKind, z.core.$ZodType>;

export const answersSchema = z.strictObject(
  Object.fromEntries(FIELD_CODES.map((field) => [field, ANSWER_SCHEMAS[FIELDS[field].kind]])) as {
    [F in Field]: (typeof ANSWER_SCHEMAS)[KindOf<F>];
  },
);

/** A media type as RFC 6838 writes it, without parameters; empty where it is not known. Nobody believes it. */
const MEDIA_TYPE = /^(?:[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126})?$/u;

export function isMediaType(type: string): boolean {
  return MEDIA_TYPE.test(type);
}

/** What its sender says of a file. The name is kept code point for code point, and is no path. */
const described = {
  name: z.string().check(z.refine((name) => codePoints(name) <= MAX_FILE_NAME_CODE_POINTS)),
  type: z.string().check(z.regex(MEDIA_TYPE)),
  size: z.int().check(z.gte(0), z.lte(MAX_FILE_BYTES)),
};

const announcedFileSchema = z.strictObject(described);
/** A file that is to follow the report. */
export type AnnouncedFile = z.infer<typeof announcedFileSchema>;

const fileEntrySchema = z
  .strictObject({
    id: hexOf(FILE_ID_BYTES),
    ...described,
    cells: z.int(),
    key: base64urlOf(KEY_BYTES),
    hash: hexOf(HASH_BYTES),
  })
  .check(z.refine(({ size, cells }) => size <= MAX_FILE_BYTES && cellLayoutOf(size).cells === cells));
/** A file that a message brings: what it is, and what opens it. */
export type FileEntry = z.infer<typeof fileEntrySchema>;

const idText = hexOf(ID_BYTES);

const reportBodySchema = z.strictObject({
  version: z.literal(1),
  answers: answersSchema,
  threadKey: base64urlOf(KEY_BYTES),
  replyPublicKey: base64urlOf(SEALING_KEY_BYTES),
  attachments: z.readonly(z.array(announcedFileSchema).check(z.maxLength(MAX_FILES_A_CASE))),
  recipients: z.array(idText),
  excluded: z.array(idText),
  identityGiven: z.boolean(),
});

export type ReportBody = {
  readonly answers: Answers;
  readonly threadKey: Uint8Array;
  readonly replyPublicKey: Uint8Array;
  /** Files that were to follow; whether they came, the messages say */
  readonly attachments: readonly AnnouncedFile[];
  readonly recipients: readonly Uint8Array[];
  readonly excluded: readonly Uint8Array[];
  readonly identityGiven: boolean;
};

export function encodeReportBody(body: ReportBody): Bytes {
  return encodeJson(reportBodySchema, {
    version: 1,
    answers: body.answers,
    threadKey: toBase64url(body.threadKey),
    replyPublicKey: toBase64url(body.replyPublicKey),
    attachments: body.attachments,
    recipients: body.recipients.map(hex),
    excluded: body.excluded.map(hex),
    identityGiven: body.identityGiven,
  });
}

/** Throws CryptoError `malformed` for anything but the one canonical encoding. */
export function parseReportBody(bytes: Uint8Array): ReportBody {
  const parsed = parseJson(reportBodySchema, bytes);
  return {
    answers: parsed.answers,
    threadKey: fromBase64url(parsed.threadKey),
    replyPublicKey: fromBase64url(parsed.replyPublicKey),
    attachments: parsed.attachments,
    recipients: parsed.recipients.map(fromHex),
    excluded: parsed.excluded.map(fromHex),
    identityGiven: parsed.identityGiven,
  };
}

const summarySchema = z.strictObject({
  title: text,
  category: z.enum(CATEGORIES),
  unit: text,
} satisfies Record<keyof Summary, z.core.$ZodType>);

/** The summary follows from the answers, so that it can be compared with them at opening. */
export function summaryOf(answers: Answers): Summary {
  return { title: titleOf(answers), category: answers.category, unit: answers.unitName };
}

/** The title that was typed, or the beginning of *what* with control characters and half characters replaced. */
export function titleOf({ title, what }: Answers): string {
  if (title !== "") return title;
  const beginning = [...what].slice(0, DERIVED_TITLE_CODE_POINTS).join("");
  return beginning.replace(/\p{Cs}/gu, "\uFFFD").replace(/\p{Cc}+/gu, " ");
}

export function encodeSummary(summary: Summary): Bytes {
  return encodeJson(summarySchema, summary);
}

export function parseSummary(bytes: Uint8Array): Summary {
  return parseJson(summarySchema, bytes);
}

/** Kinds of message of this version, with the direction in which each may stand. */
export const MESSAGE_KINDS = {
  reporter: ["text", "files", "withdraw", "burn"],
  team: ["text", "files", "status"],
  internal: ["text"],
} as const;

const messageSchemas = {
  text: z.strictObject({ text }),
  files: z.strictObject({
    text,
    files: z.readonly(
      z.array(fileEntrySchema).check(
        z.minLength(1),
        z.maxLength(MAX_FILES_A_CASE),
        z.refine((files) => new Set(files.map(({ id }) => id)).size === files.length),
      ),
    ),
  }),
  withdraw: z.strictObject({ text }),
  burn: z.strictObject({}),
  status: z.strictObject({ state: z.enum(STATES), outcome: z.nullable(z.enum(OUTCOMES)), text }),
} as const;

export type FilesContent = {
  readonly kind: "files";
  /** May be empty */
  readonly text: string;
  readonly files: readonly FileEntry[];
};

export type MessageContent =
  | { readonly kind: "text" | "withdraw"; readonly text: string }
  | FilesContent
  | { readonly kind: "burn" }
  | {
      readonly kind: "status";
      readonly state: (typeof STATES)[number];
      readonly outcome: (typeof OUTCOMES)[number] | null;
      /** The reason or explanation for the reporter */
      readonly text: string;
    };

/** The files that a message claims, as its request names them beside the sealed row. */
export function fileIdsOf(content: MessageContent): Bytes[] {
  return content.kind === "files" ? content.files.map(({ id }) => fromHex(id)) : [];
}

export function encodeMessageContent(content: MessageContent): Bytes {
  const { kind, ...rest } = content;
  return encodeJson(messageSchemas[kind], rest);
}

/** Throws `malformed` for a kind that must not stand in this direction. */
export function parseMessageContent(
  direction: keyof typeof MESSAGE_KINDS,
  kind: string,
  bytes: Uint8Array,
): MessageContent {
  const known = (MESSAGE_KINDS[direction] as readonly string[]).includes(kind);
  if (!known) throw new CryptoError("malformed");
  switch (kind) {
    case "text":
    case "withdraw":
      return { kind, ...parseJson(messageSchemas[kind], bytes) };
    case "files":
      return { kind, ...parseJson(messageSchemas.files, bytes) };
    case "burn":
      parseJson(messageSchemas.burn, bytes);
      return { kind };
    default:
      return { kind: "status", ...parseJson(messageSchemas.status, bytes) };
  }
}

/** JSON in the field order of the schema: zod rebuilds objects in that order. Throws `malformed` for a wrong value. */
export function encodeJson<Schema extends z.core.$ZodType>(schema: Schema, value: z.input<Schema>): Bytes {
  const result = z.safeParse(schema, value);
  if (!result.success) throw new CryptoError("malformed");
  return utf8(JSON.stringify(result.data));
}

/** Throws `malformed` unless the bytes are exactly what `encodeJson` makes: no second spelling, no unknown or double field. */
export function parseJson<Schema extends z.core.$ZodType>(schema: Schema, bytes: Uint8Array): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(fromUtf8(bytes));
  } catch {
    throw new CryptoError("malformed");
  }
  const result = z.safeParse(schema, value);
  if (!result.success || !sameBytes(utf8(JSON.stringify(result.data)), bytes)) throw new CryptoError("malformed");
  return result.data;
}
