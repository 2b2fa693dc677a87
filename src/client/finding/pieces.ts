/**
 * The texts of all cases that were opened, packed into pieces of about one size: what is kept sealed on the device, piece
 * by piece, so that a change of one case seals a piece and not all of them.
 */
import { fromUtf8, utf8 } from "../../crypto/bytes.ts";
import type { CaseTexts } from "./case-texts.ts";

/** Characters of a piece; a larger case has a piece of its own. */
const PIECE_CHARACTERS = 60_000;
/** Raised when what is kept changes: other pieces are dropped and read anew. */
const VERSION = 1;

type Piece = { readonly cases: Map<string, CaseTexts>; characters: number };

export type Pieces = {
  readonly get: (handle: string) => CaseTexts | undefined;
  readonly all: () => IterableIterator<CaseTexts>;
  readonly put: (texts: CaseTexts) => void;
  readonly drop: (handle: string) => void;
  /** Takes in a piece that was kept. Of a case that is there already, nothing. Returns what was taken; throws for another version. */
  readonly take: (number: number, kept: Uint8Array) => CaseTexts[];
  /** Pieces that have changed since the last call, or all; undefined where nothing is left of one. */
  readonly changed: (all?: "all") => readonly (readonly [number: number, content: Uint8Array | undefined])[];
};

export function makePieces(): Pieces {
  const pieces = new Map<number, Piece>();
  const placeOf = new Map<string, number>();
  const changed = new Set<number>();
  /** Where the next case goes */
  let open = 0;

  const pieceOf = (number: number): Piece => {
    const known = pieces.get(number);
    if (known !== undefined) return known;
    const made: Piece = { cases: new Map(), characters: 0 };
    pieces.set(number, made);
    return made;
  };

  const drop = (handle: string): void => {
    const number = placeOf.get(handle);
    if (number === undefined) return;
    const piece = pieceOf(number);
    const texts = piece.cases.get(handle);
    piece.cases.delete(handle);
    piece.characters -= texts === undefined ? 0 : charactersOf(texts);
    placeOf.delete(handle);
    changed.add(number);
    if (piece.cases.size === 0) pieces.delete(number);
  };

  const place = (texts: CaseTexts, number: number): void => {
    const piece = pieceOf(number);
    piece.cases.set(texts.handle, texts);
    piece.characters += charactersOf(texts);
    placeOf.set(texts.handle, number);
  };

  return {
    get: (handle) => pieces.get(placeOf.get(handle) ?? -1)?.cases.get(handle),
    *all() {
      for (const { cases } of pieces.values()) yield* cases.values();
    },
    put(texts) {
      drop(texts.handle);
      const { characters = 0 } = pieces.get(open) ?? {};
      if (characters > 0 && characters + charactersOf(texts) > PIECE_CHARACTERS) open = Math.max(...pieces.keys()) + 1;
      place(texts, open);
      changed.add(open);
    },
    drop,
    take(number, kept) {
      const { version, cases } = JSON.parse(fromUtf8(kept)) as { version: unknown; cases: CaseTexts[] };
      if (version !== VERSION) throw new Error("another version");
      open = Math.max(open, number);
      // Two tabs may have kept one case twice: the piece is written anew without it.
      const news = cases.filter(({ handle }) => !placeOf.has(handle));
      if (news.length < cases.length) changed.add(number);
      for (const texts of news) place(texts, number);
      return news;
    },
    changed(all) {
      if (all !== undefined) for (const number of pieces.keys()) changed.add(number);
      const now = [...changed].map((number) => {
        const piece = pieces.get(number);
        const content = piece && utf8(JSON.stringify({ version: VERSION, cases: [...piece.cases.values()] }));
        return [number, content] as const;
      });
      changed.clear();
      return now;
    },
  };
}

function charactersOf({ texts }: CaseTexts): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0);
}
