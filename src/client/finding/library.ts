/**
 * All that a member's device can search: the texts of cases that were opened, their index, and the pieces in which they
 * are kept. Who opens cases puts them here; who wants them kept takes what has changed (docs/decisions/0074).
 */
import { type LikeCase, findAlike } from "./alike.ts";
import type { CaseTexts, Read } from "./case-texts.ts";
import { type Pieces, makePieces } from "./pieces.ts";
import { type Hit, makeSearchIndex } from "./search-index.ts";
import { type Snippet, snippetsOf } from "./snippet.ts";

export type Library = {
  readonly size: () => number;
  /** Whether it has the case as it stands: nothing came since it was read. */
  readonly isFresh: (handle: string, read: Read) => boolean;
  readonly put: (texts: CaseTexts) => void;
  /** Of cases that are not listed any more nothing stays: they are gone, or this member reads them no longer. */
  readonly keepOnly: (handles: ReadonlySet<string>) => void;
  readonly find: (question: string) => Hit[];
  readonly show: (hit: Hit) => Snippet[];
  /** Undefined where the case is not here yet */
  readonly alike: (handle: string) => LikeCase[] | undefined;
  /** Takes in a piece that was kept; how many cases it brought. Throws for what is of another version. */
  readonly take: (number: number, kept: Uint8Array) => number;
  readonly changed: Pieces["changed"];
};

export function makeLibrary(): Library {
  const pieces = makePieces();
  const index = makeSearchIndex();
  return {
    size: index.size,
    isFresh(handle, read) {
      const known = pieces.get(handle)?.read;
      return known !== undefined && known.every((count, at) => count === read[at]);
    },
    put(texts) {
      pieces.put(texts);
      index.put(texts);
    },
    keepOnly(handles) {
      const gone = [...pieces.all()].map(({ handle }) => handle).filter((handle) => !handles.has(handle));
      for (const handle of gone) {
        pieces.drop(handle);
        index.drop(handle);
      }
    },
    find: index.find,
    show: ({ handle, terms }) => snippetsOf(pieces.get(handle)?.texts ?? [], terms),
    alike(handle) {
      const own = pieces.get(handle);
      return own && findAlike(own, index, pieces.get);
    },
    take(number, kept) {
      const taken = pieces.take(number, kept);
      for (const texts of taken) index.put(texts);
      return taken.length;
    },
    changed: pieces.changed,
  };
}
