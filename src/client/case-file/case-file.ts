/**
 * An opened case as the file that leaves the office. What the reporter wrote, and what could tell who that is, goes only
 * where somebody decided so; and whatever goes has passed through `strikeAll` as a whole, so that no text is forgotten.
 */
import { ID_BYTES } from "../../crypto/id-size.ts";
import type { ReporterPart } from "../../protocol/records/export.ts";
import { totalOf } from "../../protocol/rules/triage.ts";
import type { Sheet } from "../casework/sheets.ts";
import {
  type Act,
  CASE_FILE_FORMAT,
  type CaseFile,
  type FileRow,
  type InTrail,
  type Names,
  type Note,
  type Said,
  type StandingSheet,
} from "./format.ts";
import { keptRecords, keptScores } from "./kept-records.ts";
import { type Going, renumbered, rowsOf } from "./numbering.ts";
import { type CaseEntry, type CaseMessage, type CaseParts, ownTextsOf } from "./report.ts";
import { type Strike, strikeAll, striker } from "./striking.ts";

export type { CaseFile } from "./format.ts";

/** One file of the case, wherever it stands: direction, number of the message, id */
export type PlaceKey = string;

export type FileCopy = NonNullable<FileRow["copy"]>;

/** What is asked for. */
export type Asked = {
  readonly reporter: ReporterPart;
  readonly to: string;
  readonly reason: string;
  readonly summary: string;
  /** Numbers of internal notes that go along */
  readonly notes: readonly number[];
  /** Passages that are hidden wherever they stand */
  readonly hidden: readonly string[];
  /** Files that are not even listed */
  readonly hiddenFiles: readonly PlaceKey[];
};

/** What is known of the case beside what was opened. */
export type About = {
  readonly registerNumber: string;
  readonly office: Names;
  readonly channel: Names;
  /** Of all whom the case names, by id */
  readonly names: Readonly<Record<string, Names>>;
  /** Who makes it, and the office's day */
  readonly by: string;
  readonly on: string;
};

export type CaseFileOrder = {
  readonly parts: CaseParts;
  readonly about: About;
  readonly asked: Asked;
  /** Files that go along, by their place */
  readonly copies: ReadonlyMap<PlaceKey, FileCopy>;
  /** Of the office's audit trail; undefined where none of it goes along */
  readonly trail?: CaseTrailPlaces | undefined;
};

/** Which entries of the trail wrote rows of the case. */
export type CaseTrailPlaces = {
  /** The record of this file */
  readonly made: InTrail;
  /** Others that go along, by direction and number in the case: "team 3" */
  readonly rows: ReadonlyMap<string, InTrail>;
};

export function isRedacted({ hidden, hiddenFiles }: Pick<Asked, "hidden" | "hiddenFiles">): boolean {
  return hidden.length > 0 || hiddenFiles.length > 0;
}

/** What takes out of texts what must not go. */
function strikeFor(parts: CaseParts, { reporter, hidden }: Pick<Asked, "reporter" | "hidden">): Strike {
  const own = reporter === "included" ? { texts: [], whole: [] } : ownTextsOf(parts);
  return striker({ ...own, hidden });
}

/** Which rows go, as the record of the file names them; before the file is made. */
export function rowsGoing(parts: CaseParts, asked: Asked): ReturnType<typeof rowsOf> {
  const dayOf = (day: string): string => day;
  return rowsOf(goingOf(parts, asked, { files: filesOf(parts, { asked, copies: new Map(), dayOf }), dayOf }));
}

/** With the numbers of the case. */
function goingOf(
  parts: CaseParts,
  { reporter, notes }: Asked,
  { files, dayOf }: { readonly files: readonly NumberedFile[]; readonly dayOf: DayOf },
): Going {
  const isWhole = reporter === "included";
  const { now } = parts.casework.sheets;
  return {
    conversation: parts.conversation
      .filter((entry) => goes(entry, isWhole))
      .map((entry) => saidIn(entry, files, dayOf)),
    notes: notesOf(parts, notes),
    sheet: now === undefined ? null : sheetOf(now, reporter),
    records: keptRecords(parts, reporter),
    readers: isWhole ? readersOf(parts) : null,
  };
}

/** Each row beside the entry of the trail that wrote it. */
function tied({ conversation, notes, sheet, records, readers }: Going, places: CaseTrailPlaces["rows"]): Going {
  const tie = <Row extends { readonly number: number }>(direction: "team" | "internal", row: Row): Row => {
    const trail = places.get(`${direction} ${row.number}`);
    return trail === undefined ? row : { ...row, trail };
  };
  const inside = <Row extends { readonly number: number }>(row: Row): Row => tie("internal", row);
  return {
    conversation: conversation.map((one) => (one.from === "office" ? tie("team", one) : one)),
    notes: notes.map(inside),
    sheet,
    records: records.map(inside),
    readers: readers && { ...readers, changes: readers.changes.map(inside) },
  };
}

export function caseFileOf({ parts, about, asked, copies, trail }: CaseFileOrder): CaseFile {
  const isWhole = asked.reporter === "included";
  const dayOf = (day: string, isReporters: boolean): string => (isReporters && !isWhole ? day.slice(0, 7) : day);
  const files = filesOf(parts, { asked, copies, dayOf });
  const arrived = dayOf(parts.course.days.arrival, true);
  const { conversation, notes, sheet, records, readers } = renumbered(
    tied(goingOf(parts, asked, { files, dayOf }), trail?.rows ?? new Map()),
  );
  const whole: CaseFile = {
    format: CASE_FILE_FORMAT,
    registerNumber: about.registerNumber,
    office: about.office,
    channel: about.channel,
    made: {
      on: about.on,
      by: about.by,
      to: asked.to,
      reason: asked.reason,
      reporter: asked.reporter,
      redacted: isRedacted(asked),
      trail: trail?.made ?? null,
    },
    arrived,
    state: parts.state,
    summary: asked.summary,
    report: isWhole ? parts.answers : null,
    timeline: timelineOf({ arrived, conversation, notes, records, readers }),
    conversation,
    notes,
    sheet,
    records,
    readers,
    files: files.map(({ row }) => row),
    members: about.names,
  };
  const strike = strikeFor(parts, asked);
  const numbers = isRedacted(asked) ? numbersIn(whole) : new Map<string, string>();
  const struck = strikeAll({ ...whole, members: namedIn(whole) }, (text) => numbers.get(text) ?? strike(text));
  const members = Object.entries(struck.members).map(([id, names]) => [numbers.get(id) ?? id, names] as const);
  return { ...struck, format: CASE_FILE_FORMAT, members: Object.fromEntries(members) };
}

const MEMBER_ID = new RegExp(`^[0-9a-f]{${2 * ID_BYTES}}$`, "u");

/**
 * "#1", "#2" … for members' ids, as they first stand in the file: the directory beside a redacted copy says whose an id is,
 * and so would name somebody whose name was hidden. Who made the copy has signed it, and stays known.
 */
function numbersIn(file: CaseFile): Map<string, string> {
  const numbers = new Map<string, string>();
  strikeAll({ ...file, members: {} }, (text) => {
    if (MEMBER_ID.test(text) && !numbers.has(text)) numbers.set(text, `#${numbers.size + 1}`);
    return text;
  });
  return numbers;
}

/** Of everybody whom the file names. Whom the reporter kept from reading is named nowhere else, and so not here. */
function namedIn({
  members,
  made,
  timeline,
  conversation,
  notes,
  records,
  readers,
  sheet,
  files,
}: CaseFile): CaseFile["members"] {
  const text = JSON.stringify([made, timeline, conversation, notes, records, readers, sheet, files]);
  return Object.fromEntries(Object.entries(members).filter(([id]) => text.includes(`"${id}"`)));
}

/**
 * Only what had an effect: an attempt to let in somebody whom the reporter keeps out would tell of that. So do the readers
 * themselves, beside the directory's list of who reads the channel: they go with the reporter's part alone.
 */
function readersOf({ casework: { readers } }: CaseParts): NonNullable<CaseFile["readers"]> {
  const changes = readers.changes.filter(({ valid }) => valid);
  return {
    now: readers.now,
    changes: changes.map(({ kind, sequence, on, by, members, reason }) => ({
      number: sequence,
      kind,
      on,
      by,
      members,
      reason,
    })),
  };
}

/** Kinds of the team's messages that tell something of the reporter: keys, and the receipt with the day of arrival. */
const OF_REPORTER: readonly CaseMessage["kind"][] = ["epoch", "receipt"];

function goes({ direction, effective, message }: CaseEntry, isWhole: boolean): boolean {
  if (!effective || message === undefined || message.kind === "epoch") return false;
  return isWhole || (direction === "team" && !OF_REPORTER.includes(message.kind));
}

type DayOf = (day: string, isReporters: boolean) => string;
type NumberedFile = { readonly row: FileRow; readonly entry: CaseEntry };

function saidIn(entry: CaseEntry, files: readonly NumberedFile[], dayOf: DayOf): Said {
  const { direction, sequence, storedOn, author, message } = entry;
  const isReporters = direction === "reporter";
  return {
    number: sequence,
    from: isReporters ? "reporter" : "office",
    on: dayOf(storedOn, isReporters),
    by: isReporters ? null : (author ?? null),
    kind: message?.kind ?? "unknown",
    text: message !== undefined && "text" in message ? message.text : "",
    ...(message?.kind === "status" && {
      state: message.state,
      outcome: message.outcome,
      ...(message.nextBy !== undefined && { due: message.nextBy }),
    }),
    ...(message?.kind === "promise" && { due: message.due, about: message.deadline }),
    ...(message?.kind === "profile" && { about: message.profile }),
    ...(message?.kind === "protection-request" && { about: message.urgency }),
    ...(message?.kind === "files" && {
      files: files.flatMap(({ row, entry: from }) => (from === entry ? [row.number] : [])),
    }),
  };
}

function notesOf({ notes }: CaseParts, chosen: readonly number[]): Note[] {
  return notes.flatMap(({ sequence, storedOn, author, effective, message }) =>
    effective && chosen.includes(sequence) && author !== undefined && message?.kind === "text"
      ? [{ number: sequence, on: storedOn, by: author, text: message.text }]
      : [],
  );
}

/** The reporter's first: between two of the office its number would tell from when to when the reporter wrote. */
export function reportersFirst<One>(all: readonly One[], isReporters: (one: One) => boolean): One[] {
  return [...all.filter((one) => isReporters(one)), ...all.filter((one) => !isReporters(one))];
}

function filesOf(
  { conversation }: CaseParts,
  { asked, copies, dayOf }: Pick<CaseFileOrder, "asked" | "copies"> & { readonly dayOf: DayOf },
): NumberedFile[] {
  const all = conversation.flatMap((entry) =>
    entry.message?.kind === "files" ? entry.message.files.map((file) => ({ file, entry })) : [],
  );
  return reportersFirst(all, ({ entry }) => entry.direction === "reporter")
    .filter(({ file, entry }) => !asked.hiddenFiles.includes(placeKeyOf(entry, file.id)))
    .map(({ file, entry }, at) => {
      const isReporters = entry.direction === "reporter";
      const row: FileRow = {
        number: at + 1,
        from: isReporters ? "reporter" : "office",
        by: isReporters ? null : (entry.author ?? null),
        on: dayOf(entry.storedOn, isReporters),
        name: isReporters && asked.reporter !== "included" ? null : file.name,
        copy: copies.get(placeKeyOf(entry, file.id)) ?? null,
      };
      return { row, entry };
    });
}

export function placeKeyOf({ direction, sequence }: Pick<CaseEntry, "direction" | "sequence">, id: string): PlaceKey {
  return `${direction} ${sequence} ${id}`;
}

function sheetOf({ sequence, by, on, content, opinions, agreed }: Sheet, part: ReporterPart): StandingSheet {
  const { category, summary, plan, elements, recommendation } = content;
  const scores = keptScores(content.scores, part);
  return {
    number: sequence,
    on,
    by,
    total: totalOf(scores),
    agreed,
    opinions,
    category,
    summary,
    plan,
    scores,
    elements,
    recommendation,
  };
}

/** By days; on one day first what was written to the reporter, then what was noted inside. */
function timelineOf({
  arrived,
  conversation,
  notes,
  records,
  readers,
}: Pick<CaseFile, "arrived" | "conversation" | "notes" | "records" | "readers">): Act[] {
  const inside: Act[] = [
    ...[...records, ...(readers?.changes ?? [])].map(({ on, by, number, kind }): Act => ({
      on,
      by,
      in: "records",
      number,
      what: kind,
    })),
    ...notes.map(({ on, by, number }): Act => ({ on, by, in: "notes", number, what: "note" })),
  ];
  const acts: Act[] = [
    { on: arrived, by: null, in: "case", number: 0, what: "arrived" },
    ...conversation.map(({ on, by, number, kind, state, outcome }): Act => ({
      on,
      by,
      in: "conversation",
      number,
      what: kind,
      ...(state !== undefined && { state, outcome: outcome ?? null }),
    })),
    ...inside.toSorted((a, b) => a.number - b.number),
  ];
  // A month stands before its days.
  return acts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
