/**
 * The forty cases of the story of proof: what each is, how it came, who is told what on which day, and how it stands. What
 * follows from this one table is counted in `expected.ts`, `promises.ts` and `told.ts`, with nothing that the product counts by.
 */
import { addDays } from "../../../../src/protocol/encoding/day.ts";
import type { Category, Outcome, State } from "../../../../src/protocol/rules/casework.ts";
import type { ResultClass } from "../../../../src/protocol/rules/results.ts";
import type { SourceWay } from "../../../../src/protocol/rules/source-ways.ts";

/** Days between two rounds, ten of them working days: on the first seven reports arrive, and the last one is after the quarter. */
export const ROUND_DAYS = 14;
const LAST_ARRIVALS = 6;
export const AFTER_QUARTER = LAST_ARRIVALS + 1;

/** As the office lists them; nobody reports the last. */
const [PERMITS, TRAINING, TRANSPORT, HEALTH, LIBRARY] = [
  "Dinas Perizinan Khayal",
  "Balai Pelatihan Rekaan",
  "Dinas Perhubungan Khayal",
  "Puskesmas Contoh",
  "Perpustakaan Umpama",
] as const;
/** What people call the first, and what is no unit of the office's. */
const [COUNTER, STALL] = ["Loket izin khayal", "Kios Karangan"] as const;
export const UNITS = [
  { name: PERMITS, aliases: ["LOKET IZIN KHAYAL"] },
  ...[TRAINING, TRANSPORT, HEALTH, LIBRARY].map((name) => ({ name, aliases: [] as string[] })),
] as const;

/** Large, middle, small: the last has fewer than are told to everybody. */
export type Channel = "main" | "services" | "small";

type Ending = Exclude<Outcome, State> | Exclude<State, "closed">;
type Mark = "returns" | "handed" | "sent" | "receipted";
type Row = readonly [
  channel: Channel,
  way: "page" | SourceWay,
  arrives: number,
  answered: number | undefined,
  worked: number,
  category: Category,
  unit: string,
  ends: Ending,
  mark?: Mark,
];

/**
 * Rounds in which it comes, in which its reporter has a first word, and in which it is worked on to its end: an outcome is
 * how it was closed, else its state. Then whether its reporter writes again, who has it gives it to a colleague, or what is
 * referred leaves as a package, and perhaps a receipt of it came back.
 */
const ROWS: readonly Row[] = [
  ["main", "page", 0, 0, 1, "pungutan-liar", PERMITS, "substantiated", "returns"],
  ["main", "page", 0, 0, 2, "pungutan-liar", PERMITS, "substantiated"],
  ["services", "page", 0, 0, 1, "suap", TRAINING, "unsubstantiated"],
  ["main", "letter", 0, 0, 3, "pengadaan-barang-jasa", HEALTH, "referred", "sent"],
  ["main", "page", 0, 0, 2, "gratifikasi", TRAINING, "partly", "handed"],
  ["services", "visit", 0, 1, 1, "lainnya", TRANSPORT, "out_of_scope"],
  ["main", "page", 1, 1, 2, "pungutan-liar", PERMITS, "substantiated"],
  ["main", "page", 1, 2, 5, "suap", PERMITS, "unsubstantiated"],
  ["services", "page", 1, 1, 6, "pengadaan-barang-jasa", TRAINING, "archived"],
  ["small", "page", 1, 1, 4, "kode-etik-disiplin", HEALTH, "partly", "returns"],
  ["main", "letter", 1, 1, 3, "pungutan-liar", TRANSPORT, "unsubstantiated"],
  ["main", "page", 1, 1, 2, "suap", TRAINING, "substantiated", "returns"],
  ["main", "page", 2, 2, 3, "pungutan-liar", COUNTER, "insufficient"],
  ["services", "page", 2, 3, 4, "suap", PERMITS, "referred"],
  ["main", "page", 2, 2, 3, "gratifikasi", HEALTH, "unsubstantiated", "handed"],
  ["main", "page", 2, 2, 5, "pengadaan-barang-jasa", TRAINING, "substantiated"],
  ["services", "call", 2, 2, 3, "nepotisme-kolusi", TRANSPORT, "archived"],
  ["main", "page", 2, 3, 6, "pungutan-liar", TRAINING, "partly", "returns"],
  ["main", "letter", 3, 3, 4, "pungutan-liar", PERMITS, "substantiated"],
  ["services", "page", 3, 3, 5, "suap", HEALTH, "unsubstantiated"],
  ["main", "page", 3, 3, 4, "pengadaan-barang-jasa", PERMITS, "referred"],
  ["services", "page", 3, 4, 6, "kode-etik-disiplin", TRAINING, "insufficient"],
  ["main", "visit", 3, 3, 5, "pungutan-liar", TRANSPORT, "reviewing"],
  ["small", "visit", 3, 3, 4, "gratifikasi", PERMITS, "partly"],
  ["main", "page", 4, 4, 5, "suap", PERMITS, "substantiated", "returns"],
  ["services", "page", 4, 5, 6, "pungutan-liar", TRAINING, "unsubstantiated"],
  ["main", "letter", 4, 4, 5, "pengadaan-barang-jasa", HEALTH, "referred", "receipted"],
  ["services", "page", 4, 4, 6, "pungutan-liar", HEALTH, "archived", "handed"],
  ["main", "page", 4, 4, 7, "suap", TRAINING, "substantiated"],
  ["main", "page", 4, 4, 5, "lainnya", PERMITS, "awaiting_reporter"],
  ["small", "page", 5, 5, 6, "pengadaan-barang-jasa", PERMITS, "investigating"],
  ["services", "call", 5, 5, 7, "pungutan-liar", TRANSPORT, "partly"],
  ["main", "page", 5, 5, 6, "gratifikasi", TRAINING, "verifying"],
  ["main", "letter", 5, 5, 6, "suap", HEALTH, "referred", "handed"],
  ["services", "visit", 5, 6, 7, "nepotisme-kolusi", PERMITS, "reviewing"],
  ["main", "page", 6, 6, 7, "kode-etik-disiplin", TRAINING, "awaiting_reporter", "returns"],
  ["services", "page", 6, 7, 7, "pengadaan-barang-jasa", HEALTH, "verifying"],
  ["main", "visit", 6, undefined, 7, "suap", PERMITS, "received"],
  ["small", "letter", 6, 6, 7, "gratifikasi", STALL, "received"],
  ["main", "call", 6, 7, 7, "pungutan-liar", COUNTER, "received"],
];

/** Of what was proved */
const RESULTS = ["discipline-light", "administrative-fault"] as const satisfies readonly ResultClass[];

/** The moves that lead to a state, as a team makes them. */
const MOVES: Readonly<Record<State, readonly State[]>> = {
  received: [],
  verifying: ["verifying"],
  awaiting_reporter: ["verifying", "awaiting_reporter"],
  reviewing: ["verifying", "reviewing"],
  investigating: ["verifying", "reviewing", "investigating"],
  referred: ["verifying", "referred"],
  archived: ["verifying", "archived"],
  closed: ["verifying", "reviewing", "closed"],
};

export type StoryCase = {
  /** Which of the forty */
  readonly at: number;
  readonly title: string;
  /** Invented words of the reporter's that stand nowhere else */
  readonly canary: string;
  readonly channel: Channel;
  readonly way: "page" | SourceWay;
  readonly arrives: number;
  readonly answered: number | undefined;
  readonly worked: number;
  readonly category: Category;
  /** As the reporter calls it */
  readonly unit: string;
  readonly state: State;
  readonly outcome: Outcome | null;
  readonly moves: readonly State[];
  readonly returns: boolean;
  readonly handed: boolean;
  /** Which class what was found has, where something was */
  readonly result: ResultClass | undefined;
  /** The body to which a package went, and whether a receipt of it came back */
  readonly sentTo: "kpk" | undefined;
  readonly receipted: boolean;
  /** Whether the first word is a message of its own: else the first move is it */
  readonly hasAnswer: boolean;
};

export const CASES: readonly StoryCase[] = ROWS.map(
  ([channel, way, arrives, answered, worked, category, unit, ends, mark], at) => {
    const [state, outcome] = isState(ends) ? [ends, null] : (["closed", ends] as const);
    const [canary, moves] = [`Qwyx${letters(at)}`, MOVES[state]];
    const hasAnswer = answered !== undefined && (answered < worked || moves.length === 0);
    const [returns, handed, receipted] = [mark === "returns", mark === "handed", mark === "receipted"];
    const sentTo = receipted || mark === "sent" ? ("kpk" as const) : undefined;
    const result = outcome === "substantiated" ? RESULTS[at % 2] : undefined;
    const written = { hasAnswer, returns, handed, result, sentTo, receipted };
    const dates = { arrives, answered, worked };
    const title = `${canary}judul`;
    return { at, title, canary, channel, way, ...dates, category, unit, state, outcome, moves, ...written };
  },
);

function isState(ends: Ending): ends is Exclude<State, "closed"> {
  return Object.hasOwn(MOVES, ends);
}

/** A number as four letters: none is a part of another, nor of a word. */
function letters(at: number): string {
  return [at >> 4, at & 15].map((half) => `${"bdfghjklmnprstvz"[half]}q`).join("");
}

/** The day of a round of a quarter that begins so. */
export function dayOfRound(from: string, round: number): string {
  return addDays(from, ROUND_DAYS * round);
}

/** What the team writes about a case, the reporter's answers and the notes alike. */
export function writtenAbout({ moves, hasAnswer, way, handed, result, sentTo, receipted }: StoryCase): number {
  // How a letter came is noted once; who hands a case on has taken it before.
  const notes = [way !== "page", handed, handed, result !== undefined, sentTo !== undefined, receipted];
  return moves.length + [hasAnswer, ...notes].filter(Boolean).length;
}
