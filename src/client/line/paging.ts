/** Loops over pages, and their end: a server could name a next page for ever, and fill the memory or a working day with it. */
import { handleText } from "../../protocol/frames.ts";
import { ApiError } from "./http.ts";

/** Pages of each kind: far more than an office has, and few enough to be held. */
export const MOST_PAGES = {
  /** 200,000 heads, tried in ten minutes */
  heads: 1_000,
  /** 200,000 cases, twice as many as lists were measured with */
  cases: 200,
  /** 2,000 cases that were given or whose keys changed since the last look */
  waiting: 20,
  /** 256 MiB of one direction of one case */
  messages: 64,
  /** 64 MiB of answers to one reporter; the page has little memory on a cheap telephone */
  answers: 200,
  /** 10,000 acts about one case */
  acts: 50,
  /** 10,000 directories, one a day for 27 years */
  directories: 100,
  /** 1,600 versions of one office document since it was last read */
  documents: 200,
  /** 400 published snapshots, four a year */
  figures: 20,
} as const;

/** Where the next page of a list begins, which is told by the handle before it. */
export function nextHandle({ next }: { readonly next: Uint8Array | undefined }): string | undefined {
  return next === undefined ? undefined : handleText(next);
}

/** To be called with where each next page begins. Throws ApiError `unexpected` for one page too many, and for one seen before. */
export function limitPages(most: number): (next: string) => void {
  const seen = new Set<string>();
  return (next) => {
    if (seen.has(next) || seen.size + 1 >= most) throw new ApiError("unexpected");
    seen.add(next);
  };
}

/** Page by page, each asked for when the one before was taken; `nextOf` tells where the next one begins. Throws as `limitPages`. */
export async function* allPages<Page>(
  most: number,
  fetch: (after: string | undefined) => Promise<Page>,
  nextOf: (page: Page) => string | undefined,
): AsyncGenerator<Page> {
  const turnTo = limitPages(most);
  for (let after: string | undefined; ;) {
    const page = await fetch(after);
    yield page;
    after = nextOf(page);
    if (after === undefined) return;
    turnTo(after);
  }
}
