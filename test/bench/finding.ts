/**
 * (h) The search over 10,000 opened cases: first hits, building, the next day, likeness; opening a case with 500 messages.
 * Sizes are those of the shared sample reports; each has words and people of its own, as another 10,000 reports would.
 */
import type { CaseText, CaseTexts } from "../../src/client/finding/case-texts.ts";
import { type Library, makeLibrary } from "../../src/client/finding/library.ts";
import { openMemberCase } from "../../src/client/member/case/member-case.ts";
import type { Direction } from "../../src/crypto/message.ts";
import { encodeRows, handleText } from "../../src/protocol/frames.ts";
import { makeVaultKey, openIndexPiece, sealIndexPiece } from "../../src/crypto/secret/vault.ts";
import { MESSAGES_PAGE_BYTES } from "../../src/protocol/limits.ts";
import { FIELD_CODES } from "../../src/protocol/rules/report-fields.ts";
import { SAMPLES } from "../client/finding/cases.ts";
import { bytes } from "../support/hostile/hostile-server.ts";
import { type Story, enter, first, plant, tellStory } from "../support/hostile/hostile-story.ts";
import { type Figure, ROUNDS, median, rounded } from "./rounds.ts";

const CASES = 10_000;
const MESSAGES = 500;
/** As many rows of the smallest class but one as a page of the real server holds */
const ROWS_A_PAGE = Math.floor(MESSAGES_PAGE_BYTES / 16_384);
/** Issue 11, "Figures to reach" */
const TARGETS = { hitsMs: 150, casesPerSecond: 200, openMs: 500 } as const;
/** A slice of work in the worker, in which no other question is answered (`BREATH_MS` of the vault, and one case). */
const MOST_BUSY_MS = 100;

/** What is typed, letter by letter on the way to a name, and questions that many cases answer. */
const QUESTIONS = [
  "wid",
  "widyast",
  "widyastari",
  "widiastari kusuma",
  "27,35 juta",
  "uang",
  "penyuapan",
  "yang dan",
  "pen",
  "saya lapor dinas",
  "tidakadayangbegini",
];

export function benchFinding(progress: (text: string) => void): Promise<Figure[]> {
  progress(`${CASES} cases`);
  const cases = makeCases();
  const library = makeLibrary();
  let longest = 0;
  const building = seconds(() => {
    for (const one of cases)
      longest = Math.max(
        longest,
        milliseconds(() => library.put(one)),
      );
  });
  const key = makeVaultKey();
  const place = (number: number) => ({ memberId: new Uint8Array(16), number });
  const kept = library
    .changed("all")
    .map(([number, content = new Uint8Array()]) => [number, sealIndexPiece(content, key, place(number))] as const);
  const next = makeLibrary();
  const recalling = seconds(() => {
    for (const [number, sealed] of kept)
      longest = Math.max(
        longest,
        milliseconds(() => next.take(number, openIndexPiece(sealed, key, place(number)))),
      );
  });
  const hits = QUESTIONS.map((question) =>
    median(Array.from({ length: ROUNDS }, () => milliseconds(() => ask(next, question)))),
  );
  const alike = median(Array.from({ length: 25 }, (_, at) => milliseconds(() => next.alike(`case-${at * 97}`))));
  return openLong(progress).then((openMs) => [
    {
      name: `search, building, of ${CASES} cases`,
      value: rounded(CASES / building, 0),
      unit: "cases/s",
      atLeast: TARGETS.casesPerSecond,
    },
    {
      name: "search, the next day from sealed pieces",
      value: rounded(CASES / recalling, 0),
      unit: "cases/s",
      atLeast: TARGETS.casesPerSecond,
    },
    {
      name: "search, longest time in which the vault answers nothing else",
      value: rounded(longest, 0),
      unit: "ms",
      atMost: MOST_BUSY_MS,
    },
    { name: "search, first hits with their places, median question", value: rounded(median(hits), 1), unit: "ms" },
    {
      name: "search, first hits with their places, slowest question",
      value: rounded(Math.max(...hits), 1),
      unit: "ms",
      atMost: TARGETS.hitsMs,
    },
    {
      name: "search, sealed on the device",
      value: rounded(kept.reduce((sum, [, { length }]) => sum + length, 0) / 1_048_576, 0),
      unit: "MiB",
    },
    { name: "cases alike, of one case", value: rounded(alike, 1), unit: "ms" },
    { name: `opening a case with ${MESSAGES} messages`, value: rounded(openMs, 0), unit: "ms", atMost: TARGETS.openMs },
  ]);
}

/** As the desk asks: all hits, and the places of a screen of them. */
function ask(library: Library, question: string): void {
  for (const hit of library.find(question).slice(0, 20)) library.show(hit);
}

async function openLong(progress: (text: string) => void): Promise<number> {
  progress(`a case with ${MESSAGES} messages`);
  const story = await tellStory();
  const author = first(story.organisation.investigators);
  for (const direction of ["team", "internal"] as const) writeChain(story, direction, MESSAGES / 2);
  story.server.lies.messages = ({ params, query }) => {
    const rows = story.stored.rows[params["direction"] as Direction];
    const after = Number(query.get("after") ?? 0);
    return bytes(encodeRows(rows.filter(({ sequence }) => sequence > after).slice(0, ROWS_A_PAGE)));
  };
  const member = await enter(story, author);
  const handle = handleText(story.stored.handle);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const { opened } = await openMemberCase(member, handle);
    times.push(performance.now() - start);
    if (opened.conversation.length + opened.notes.length !== MESSAGES) throw new Error("not all messages were read");
  }
  return median(times);
}

function writeChain(story: Story, direction: "team" | "internal", count: number): void {
  const author = first(story.organisation.investigators);
  let previous: ReturnType<typeof plant> | undefined;
  for (let sequence = 1; sequence <= count; sequence++) {
    const content = { kind: "text", text: `Pesan ke-${sequence}: ${SAMPLES[1]?.how ?? ""}` } as const;
    previous = plant(story, { author, direction, sequence, content, ...(previous && { previous }) });
  }
}

/** The samples with a fifth of their words exchanged, and one of them about somebody who telephones. */
function makeCases(): CaseTexts[] {
  const random = makeRandom();
  const syllables =
    "ba be bi bu da di du ga gu ha ja ka ki ku la li lu ma mi mu na ni nu pa pi ra ri ru sa si su ta ti tu wa ya".split(
      " ",
    );
  const pick = <One>(all: readonly One[]): One | undefined => all[Math.floor(random() * all.length)];
  const word = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join("");
  const words = Array.from({ length: 20_000 }, word);
  // Few words are frequent and most are rare, as in every language.
  const anyWord = () => words[Math.floor(random() ** 3 * words.length)] ?? "";
  return Array.from({ length: CASES }, (_, at) => {
    const sample = SAMPLES[at % SAMPLES.length];
    const texts = FIELD_CODES.filter((field) => field !== "language").map((field): CaseText => {
      const text = String(sample?.[field] ?? "").replace(/\p{L}{4,}/gu, (one) => (random() < 0.2 ? anyWord() : one));
      return { place: { of: "report", field }, text };
    });
    const said = at === 7_777 ? "Ditelepon Bu Widyastari Kusumaning tentang Rp27.350.000." : `Ditelepon ${anyWord()}.`;
    return {
      handle: `case-${at}`,
      read: [0, 0, 1],
      texts: [...texts, { place: { of: "message", direction: "internal", sequence: 1 }, text: said }],
    };
  });
}

/** The same in every run (Park and Miller's generator). */
function makeRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function seconds(work: () => void): number {
  return milliseconds(work) / 1_000;
}
