/**
 * What a member's list knows of a case without opening it: sealed behind the wrap, made anew whenever the case is opened,
 * by the member or by the quiet refresh. It holds opinions about named people, so nobody else reads it.
 */
import { fromHex } from "../../../crypto/bytes.ts";
import { CryptoError, unlessRefused } from "../../../crypto/errors.ts";
import { openDigest, sealDigest } from "../../../crypto/secret/wrap.ts";
import { encodeJson, readJson } from "../../../protocol/encoding/canonical-json.ts";
import { isDay } from "../../../protocol/encoding/day.ts";
import type { CaseItem } from "../../../protocol/frames.ts";
import { MAX_LABELS } from "../../../protocol/limits.ts";
import * as z from "../../../protocol/encoding/zod.ts";
import { newestOutcome } from "../../case/chain.ts";
import { packCourse, withoutHistory } from "../../case/packed-course.ts";
import { handOversOf } from "../../casework/hand-overs.ts";
import type { OpenedCase } from "../../casework/opened-case.ts";
import { protectionUrgency, requestsIn } from "../../casework/protection.ts";
import type { Sheet } from "../../casework/sheets.ts";
import { openTasksOf } from "../../casework/tasks.ts";
import { beginningOf } from "./listed-readers.ts";
import type { Member } from "../entry/sign-in.ts";

const count = z.int().check(z.gte(0));

const distance = z.int();
const later = z.nullable(distance);
/** As packed-course.ts has it, which pages import without this checker. */
const packedCourseSchema = z.tuple([
  z.array(later),
  z.array(z.tuple([distance, later])),
  z.array(z.tuple([distance, distance, distance])),
  z.nullable(z.tuple([distance, distance, later])),
  z.nullable(z.string()),
]);

const digestSchema = z.object({
  /** Newest message of the reporter that this member was shown; -1: not even the report */
  shown: z.int().check(z.gte(-1)),
  /** Messages of reporter and team, and internal ones, of which it tells: with more of them it is made anew */
  read: z.tuple([count, count, count]),
  /** Opening the case raised an alarm. */
  alarmed: z.boolean(),
  /** Whose case it is: a member's id */
  assignee: z.nullable(z.string()),
  /** As many of the office's labels as fit */
  labels: z.readonly(z.array(z.string())),
  /** What promises follow from */
  course: packedCourseSchema,
  /** Of the newest triage sheet: the handler's category, the total, whether a second member agreed */
  sheet: z.nullable(z.object({ category: z.string(), total: count, agreed: z.boolean() })),
  /** Open tasks of this member or of anybody: how many, and the first day on which one is due */
  tasks: z.object({ open: count, next: z.nullable(z.string()) }),
  /** How urgent protection is: `now` (24 hours), `days`, `none`; null where nobody asks */
  protection: z.nullable(z.string()),
  /** What the reporter's words say of how urgent it is (protocol/urgency), and the sum that the report is about */
  says: z.readonly(z.array(z.string())),
  amount: z.nullable(z.number()),
  /** Register numbers of cases about the same matter, as many as fit */
  matter: z.readonly(z.array(z.string())),
  /** Nobody has it since somebody had to leave it, and a lead says who goes on: whether that is this member. Else left out */
  up: z.optional(z.boolean()),
  /** It names an own declared interest, and this member has said nothing about it; left out where it does not */
  touches: z.optional(z.literal(true)),
  /**
   * What figures count beside all that: day of arrival, signed state, outcome of the newest status, how it came where a
   * member entered it, whether protection was ever asked for. A server that shows another day or state later is found out.
   * Left out by earlier versions: then the case is opened once more. Null where there is no room.
   */
  figures: z.optional(
    z.nullable(z.tuple([z.string(), z.string(), z.nullable(z.string()), z.nullable(z.string()), z.boolean()])),
  ),
  /**
   * Which class the finding has, and to whom the case was handed: code or null, day, whether an answer came. Left out by
   * earlier versions, and where there is no room, with `figures`.
   */
  ends: z.optional(
    z.tuple([z.nullable(z.string()), z.readonly(z.array(z.tuple([z.nullable(z.string()), z.string(), z.boolean()])))]),
  ),
  /** Who else reads it, the beginnings of their ids: whoever leaves is looked for here first. Left out where there is no room */
  readers: z.optional(z.readonly(z.array(z.string()))),
});

export type Digest = z.infer<typeof digestSchema>;

/**
 * @param member whose list it is for, as an id
 * @param shown newest message of the reporter that the member was shown; -1 for a report that never was
 * @param about whether it names an own declared interest, and whether the member is a lead
 */
export function digestOf(
  opened: OpenedCase,
  { counts, arrivedOn }: Pick<CaseItem, "counts" | "arrivedOn">,
  member: string,
  shown: number,
  { touches = false, leads = false }: { readonly touches?: boolean; readonly leads?: boolean } = {},
): Digest {
  const { assignments, labels, sheets, tasks, protection, links, readers, source, result } = opened.casework;
  const own = openTasksOf(tasks, member);
  return {
    shown,
    read: [counts.reporter, counts.team, counts.internal],
    alarmed: opened.alarms.length > 0,
    assignee: assignments.now?.to ?? null,
    labels: labels.slice(0, MAX_LABELS),
    course: packCourse({ ...opened.course, profile: codeIn(opened.course.profile) }),
    sheet: sheets.now === undefined ? null : sheetOf(sheets.now),
    tasks: { open: own.length, next: own.find(({ until }) => until !== undefined && isDay(until))?.until ?? null },
    protection: codeIn(protectionUrgency(opened.conversation, protection)) ?? null,
    says: opened.marks.map(({ mark }) => mark),
    amount: opened.amount?.amountIDR ?? null,
    matter: links.filter(({ relation }) => relation === "same-matter").map(({ registerNumber }) => registerNumber),
    ...(assignments.movedUp !== undefined && { up: leads }),
    ...(touches && { touches }),
    figures: [
      arrivedOn,
      codeIn(opened.state) ?? "",
      codeIn(newestOutcome(opened.conversation)) ?? null,
      codeIn(source?.record.way) ?? null,
      requestsIn(opened.conversation).length > 0 || protection.now !== undefined,
    ],
    ends: [
      codeIn(result.now?.content.result ?? undefined) ?? null,
      handOversOf(opened.conversation, opened.casework)
        .slice(-HAND_OVERS_KEPT)
        .map(({ to, on, answered }) => [codeIn(to) ?? null, isDay(on) ? on : arrivedOn, answered]),
    ],
    readers: readers.now.filter((id) => id !== member).map(beginningOf),
  };
}

/**
 * A code that somebody else's client wrote may be of any length and of any signs, and a digest has little room: what cannot
 * be sealed would keep the case from opening, for everybody and for good. So nothing goes in that may be endless.
 */
const CODE = /^[a-z][a-z0-9_-]{0,31}$/u;

function codeIn(text: string | undefined): string | undefined {
  return text !== undefined && CODE.test(text) ? text : undefined;
}

function sheetOf({ content, total, agreed }: Sheet): Digest["sheet"] {
  return { category: codeIn(content.category) ?? "", total: count.safeParse(total).data ?? 0, agreed };
}

/** A case is handed to few bodies; the newest are kept. */
const HAND_OVERS_KEPT = 3;

/** Of a large group each case names so many others before labels give way: those name the rest. */
const MATTER_KEPT = 4;

/** Whether it tells of all that the server counts, and of all that this version asks of it. */
export function isFresh({ read, figures, ends }: Digest, { reporter, team, internal }: CaseItem["counts"]): boolean {
  // Where there was no room for figures, there was none for these.
  const isWhole = figures !== undefined && (ends !== undefined || figures === null);
  return isWhole && read[0] === reporter && read[1] === team && read[2] === internal;
}

/** Who reads it goes first: the pass looks for itself. Labels that do not fit are seen in the case alone; so are links, and of a long history the promises that were put off. What figures ask goes last. */
export function sealDigestOf(digest: Digest, member: Pick<Member, "vaultKey" | "id">, caseId: Uint8Array): Uint8Array {
  try {
    return sealDigest(encodeJson(digestSchema, digest), member.vaultKey, fromHex(member.id), caseId);
  } catch (error) {
    const isTooLong = error instanceof CryptoError && error.code === "too-long";
    const { readers, ...rest } = digest;
    if (isTooLong && readers !== undefined) return sealDigestOf(rest, member, caseId);
    const { labels, course, matter } = digest;
    const shorter: Partial<Digest> =
      matter.length > MATTER_KEPT
        ? { matter: matter.slice(0, MATTER_KEPT) }
        : labels.length > 0
          ? { labels: labels.slice(0, -1) }
          : course[1].length + course[2].length > 0
            ? { course: withoutHistory(course) }
            : matter.length > 0
              ? { matter: matter.slice(0, -1) }
              : { figures: null };
    if (!isTooLong || (shorter.figures === null && digest.figures === null)) throw error;
    const { ends: _, ...withoutEnds } = digest;
    // What is told of its end is of no use without the other figures.
    return sealDigestOf({ ...(shorter.figures === null ? withoutEnds : digest), ...shorter }, member, caseId);
  }
}

/** One that does not open, or is of another version, is as none: the case is opened anew. */
export function readDigest(
  sealed: Uint8Array,
  { vaultKey, id }: Pick<Member, "vaultKey" | "id">,
  caseId: Uint8Array,
): Digest | undefined {
  if (sealed.length === 0) return undefined;
  return unlessRefused(() => readJson(digestSchema, openDigest(sealed, vaultKey, fromHex(id), caseId)).known);
}
