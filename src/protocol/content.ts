/**
 * What is written before it is sealed: JSON in UTF-8 with a fixed field order
 * (docs/protocol.md, "Contents"). What was typed is kept code point for code point.
 */
import { type Bytes, fromHex, fromUtf8, hex } from "../crypto/bytes.ts";
import { CryptoError } from "../crypto/errors.ts";
import { FILE_ID_BYTES, MAX_FILE_BYTES, cellLayoutOf } from "../crypto/file-cells.ts";
import { ID_BYTES } from "../crypto/id-size.ts";
import { RESERVED_LABELS } from "../crypto/labels.ts";
import { HASH_BYTES, KEY_BYTES, SEALING_KEY_BYTES } from "../crypto/sodium.ts";
import { fromBase64url, toBase64url } from "./encoding/base64url.ts";
import { base64urlOf, hexOf } from "./encoding/byte-schemas.ts";
import { encodeJson, readJson, type UnknownField } from "./encoding/canonical-json.ts";
import { CATEGORIES, OUTCOMES, STATES, isCodeOf } from "./rules/casework.ts";
import { isDay } from "./encoding/day.ts";
import { DEADLINE_KINDS, type DeadlineKind } from "./rules/deadlines.ts";
import { DERIVED_TITLE_CODE_POINTS, MAX_FILES_A_CASE, MAX_FILE_NAME_CODE_POINTS, codePoints } from "./limits.ts";
import { PROTECTION_URGENCIES, type ProtectionUrgency } from "./rules/protection.ts";
import { isReceiptLine } from "./receipt-line.ts";
import { RECORD_NAMES } from "./record-names.ts";
import {
  type Answers,
  FIELDS,
  FIELD_CODES,
  type Field,
  type FieldKind,
  type KindOf,
  type ReadAnswers,
  type Summary,
} from "./rules/report-fields.ts";
import * as z from "./encoding/zod.ts";

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

// Two schemas each: what is written is of this version; what is read may be of a later one, or of somebody else's client.
const READ_SCHEMAS = { ...ANSWER_SCHEMAS, category: text, amount: z.nullable(z.number()), language: text } as const;
const readAnswersSchema = z.object(
  Object.fromEntries(FIELD_CODES.map((field) => [field, READ_SCHEMAS[FIELDS[field].kind]])) as {
    [F in Field]: (typeof READ_SCHEMAS)[KindOf<F>];
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

const fileEntry = {
  id: hexOf(FILE_ID_BYTES),
  ...described,
  cells: z.int(),
  key: base64urlOf(KEY_BYTES),
  hash: hexOf(HASH_BYTES),
};
const itsLayout = z.refine<{ size: number; cells: number }>(
  ({ size, cells }) => size <= MAX_FILE_BYTES && cellLayoutOf(size).cells === cells,
);
const fileEntrySchema = z.strictObject(fileEntry).check(itsLayout);
/** A file that a message brings: what it is, and what opens it. */
export type FileEntry = z.infer<typeof fileEntrySchema>;

const idText = hexOf(ID_BYTES);

const reportBody = {
  version: z.literal(1),
  answers: answersSchema,
  threadKey: base64urlOf(KEY_BYTES),
  replyPublicKey: base64urlOf(SEALING_KEY_BYTES),
  attachments: z.readonly(z.array(announcedFileSchema).check(z.maxLength(MAX_FILES_A_CASE))),
  recipients: z.array(idText),
  excluded: z.array(idText),
  identityGiven: z.boolean(),
};
const reportBodySchema = z.strictObject(reportBody);
const readReportBodySchema = z.object({
  ...reportBody,
  answers: readAnswersSchema,
  // What only a file that comes must keep is no reason to lose a report.
  attachments: z.readonly(
    z.array(z.object({ name: text, type: text, size: z.number() })).check(z.maxLength(MAX_FILES_A_CASE)),
  ),
});

export type ReportBody<Given extends ReadAnswers = Answers> = {
  readonly answers: Given;
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

export type ReadReportBody = ReportBody<ReadAnswers> & WithUnknown;

/** Throws CryptoError `malformed` for a second encoding, a field that is missing and a value that is none of its kind. */
export function parseReportBody(bytes: Uint8Array): ReadReportBody {
  const { known: parsed, unknown } = readJson(readReportBodySchema, bytes);
  return {
    answers: parsed.answers,
    threadKey: fromBase64url(parsed.threadKey),
    replyPublicKey: fromBase64url(parsed.replyPublicKey),
    attachments: parsed.attachments,
    recipients: parsed.recipients.map(fromHex),
    excluded: parsed.excluded.map(fromHex),
    identityGiven: parsed.identityGiven,
    ...(unknown.length > 0 && { unknown }),
  };
}

const summarySchema = z.strictObject({
  title: text,
  category: z.enum(CATEGORIES),
  unit: text,
} satisfies Record<keyof Summary, z.core.$ZodType>);

/** The summary follows from the answers, so that it can be compared with them at opening. */
export function summaryOf<Given extends ReadAnswers>(answers: Given): Summary<Given> {
  return { title: titleOf(answers), category: answers.category, unit: answers.unitName };
}

/** The title that was typed, or the beginning of *what* with control characters and half characters replaced. */
export function titleOf({ title, what }: Pick<Answers, "title" | "what">): string {
  if (title !== "") return title;
  const beginning = [...what].slice(0, DERIVED_TITLE_CODE_POINTS).join("");
  return beginning.replace(/\p{Cs}/gu, "\uFFFD").replace(/\p{Cc}+/gu, " ");
}

export function encodeSummary(summary: Summary): Bytes {
  return encodeJson(summarySchema, summary);
}

const readSummarySchema = z.object({ title: text, category: text, unit: text });

export function parseSummary(bytes: Uint8Array): Summary<ReadAnswers> {
  return readJson(readSummarySchema, bytes).known;
}

/** Whether a summary says what follows from the answers; what else it says is of a later version. */
export function isSummaryOf(bytes: Uint8Array, answers: ReadAnswers): boolean {
  const read: Readonly<Record<string, string>> = parseSummary(bytes);
  return Object.entries(summaryOf(answers)).every(([name, value]) => read[name] === value);
}

/** Kinds of message of this version, with the direction in which each may stand. */
export const MESSAGE_KINDS = {
  reporter: ["text", "files", "protection-request", "withdraw", "burn", "receipt-request"],
  team: ["text", "files", "status", "profile", "promise", "receipt", "epoch"],
  internal: ["text", ...RECORD_NAMES],
} as const;

/** As in a channel of the directory. */
const PROFILE_NAME = /^[a-z][a-z0-9-]{0,31}$/u;

const filesOf = <Entry extends z.ZodMiniType<FileEntry>>(entry: Entry) =>
  z.readonly(
    z.array(entry).check(
      z.minLength(1),
      z.maxLength(MAX_FILES_A_CASE),
      z.refine((files) => new Set(files.map(({ id }) => id)).size === files.length),
    ),
  );

/** Tells the reporter of new keys; the team's public one stands before the content, as in each message of the team. */
const epoch = {
  threadKey: base64urlOf(KEY_BYTES),
  /** Names the internal record that began the epoch */
  record: hexOf(HASH_BYTES),
};

const messageSchemas = {
  text: z.strictObject({ text }),
  files: z.strictObject({ text, files: filesOf(fileEntrySchema) }),
  "protection-request": z.strictObject({ urgency: z.enum(PROTECTION_URGENCIES), text }),
  withdraw: z.strictObject({ text }),
  burn: z.strictObject({}),
  "receipt-request": z.strictObject({}),
  status: z.strictObject({
    state: z.enum(STATES),
    outcome: z.nullable(z.enum(OUTCOMES)),
    text,
    nextBy: z.optional(z.string().check(z.refine(isDay))),
  }),
  profile: z.strictObject({ profile: z.string().check(z.regex(PROFILE_NAME)), text }),
  promise: z.strictObject({
    deadline: z.enum(DEADLINE_KINDS),
    due: z.string().check(z.refine(isDay)),
    text: text.check(z.refine((why) => why.trim() !== "")),
  }),
  receipt: z.strictObject({ text: text.check(z.refine(isReceiptLine)) }),
  epoch: z.strictObject(epoch),
} as const;

const readMessageSchemas = {
  text: z.object({ text }),
  files: z.object({ text, files: filesOf(z.object(fileEntry).check(itsLayout)) }),
  "protection-request": z.object({ urgency: text, text }),
  withdraw: z.object({ text }),
  burn: z.object({}),
  "receipt-request": z.object({}),
  status: z.object({ state: text, outcome: z.nullable(text), text, nextBy: z.optional(text) }),
  profile: z.object({ profile: text, text }),
  promise: z.object({ deadline: text, due: text, text }),
  receipt: z.object({ text }),
  epoch: z.object(epoch),
} as const;

export type FilesContent = {
  readonly kind: "files";
  /** May be empty */
  readonly text: string;
  readonly files: readonly FileEntry[];
};

export type MessageContent =
  | { readonly kind: "text" | "withdraw" | "receipt"; readonly text: string }
  | FilesContent
  | { readonly kind: "burn" }
  | { readonly kind: "receipt-request" }
  | { readonly kind: "protection-request"; readonly urgency: ProtectionUrgency; readonly text: string }
  | {
      readonly kind: "status";
      readonly state: (typeof STATES)[number];
      readonly outcome: (typeof OUTCOMES)[number] | null;
      /** The reason or explanation for the reporter */
      readonly text: string;
      /** By when the next word is promised */
      readonly nextBy?: string | undefined;
    }
  /** Which profile of deadlines holds from the beginning of the case, and why */
  | { readonly kind: "profile"; readonly profile: string; readonly text: string }
  /** A promise put off to another day, and why */
  | { readonly kind: "promise"; readonly deadline: DeadlineKind; readonly due: string; readonly text: string }
  /** New keys, told under the ones before them */
  | { readonly kind: "epoch"; readonly threadKey: string; readonly record: string };

export type WithUnknown = {
  /** What this version does not know, where there is any */
  readonly unknown?: readonly UnknownField[];
};

/** A message as it is read: state, outcome, kind and fields may be of a later version. */
export type ReadMessage = WithUnknown &
  (
    | Exclude<MessageContent, { kind: "status" | "promise" | "protection-request" }>
    | { readonly kind: "protection-request"; readonly urgency: string; readonly text: string }
    | {
        readonly kind: "status";
        readonly state: string;
        readonly outcome: string | null;
        readonly text: string;
        readonly nextBy?: string | undefined;
      }
    | { readonly kind: "promise"; readonly deadline: string; readonly due: string; readonly text: string }
    /** `text` is empty where the kind has none. */
    | { readonly kind: "unknown"; readonly named: string; readonly text: string }
  );

/** The files that a message claims, as its request names them beside the sealed row. */
export function fileIdsOf(content: MessageContent): Bytes[] {
  return content.kind === "files" ? content.files.map(({ id }) => fromHex(id)) : [];
}

export function encodeMessageContent(content: MessageContent): Bytes {
  const { kind, ...rest } = content;
  return encodeJson(messageSchemas[kind], rest);
}

/**
 * Throws `malformed` for a kind of this version that must not stand in this direction, and for those that are reserved:
 * nobody may pass over them. Records are read by `parseInternalContent` (records.ts) alone.
 */
export function parseMessageContent(
  direction: keyof typeof MESSAGE_KINDS,
  kind: string,
  bytes: Uint8Array,
): ReadMessage {
  if ((RESERVED_LABELS as readonly string[]).includes(`segel/1/${kind}`)) throw new CryptoError("malformed");
  if ((RECORD_NAMES as readonly string[]).includes(kind)) throw new CryptoError("malformed");
  if (!isCodeOf(readMessageSchemas, kind)) return parseUnknownKind(kind, bytes);
  const known = (MESSAGE_KINDS[direction] as readonly string[]).includes(kind);
  if (!known) throw new CryptoError("malformed");
  const { known: content, unknown } = readJson(readMessageSchemas[kind], bytes);
  return { kind, ...content, ...(unknown.length > 0 && { unknown }) } as ReadMessage;
}

function parseUnknownKind(named: string, bytes: Uint8Array): ReadMessage {
  const { unknown } = readJson(z.object({}), bytes);
  const { text: said } = JSON.parse(fromUtf8(bytes)) as { text?: unknown };
  const hasText = typeof said === "string";
  const rest = unknown.filter(({ name }) => !(hasText && name === "text"));
  return { kind: "unknown", named, text: hasText ? said : "", ...(rest.length > 0 && { unknown: rest }) };
}
