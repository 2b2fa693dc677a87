/**
 * The search on the vault's side: what opened cases say, indexed in this worker's memory and kept sealed on the device
 * (docs/decisions/0074). Text goes to the page only as the hits that it asked for.
 */
import { makeLibrary } from "../../../../client/finding/library.ts";
import type { Hit } from "../../../../client/finding/search-index.ts";
import { type Wanted, fillLibrary, readOf, textsOfOpened } from "../../../../client/member/case/fill-library.ts";
import type { ListedCase } from "../../../../client/member/list/cases.ts";
import type { MemberCase } from "../../../../client/member/case/member-case.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import { fromHex } from "../../../../crypto/bytes.ts";
import { deriveIndexName, openIndexPiece, sealIndexPiece } from "../../../../crypto/secret/vault.ts";
import { type KeptPieces, openKeptPieces, takeTurn } from "./kept-pieces.ts";
import type { Indexing } from "../messages/finding.ts";
import type { VaultCalls } from "../messages/vault.ts";

/** What was indexed is sealed after so many cases: who closes the page in the middle does not begin anew. */
const KEEP_EVERY_CASES = 50;
/** So many suggestions are looked at; more would be a list. */
const MOST_ALIKE = 5;

export type Finder = {
  /** A page of the list, as it arrives */
  readonly list: (cases: readonly ListedCase[], place: { readonly isFirst: boolean; readonly isLast: boolean }) => void;
  /** A case that was opened for whatever reason */
  readonly take: (opened: MemberCase) => void;
  /** Reads what is not indexed yet; over when everything listed is. */
  readonly build: (signal: AbortSignal, tell: (indexing: Indexing) => void) => Promise<Indexing>;
  readonly forget: () => Promise<Indexing>;
  readonly find: (question: string) => VaultCalls["findCases"]["answer"];
  readonly show: (handles: readonly string[]) => VaultCalls["showFound"]["answer"];
  readonly alike: (handle: string) => VaultCalls["alikeCases"]["answer"];
};

/** @param breathe lets other questions be answered, where it is time */
export function makeFinder(member: Member, breathe: () => Promise<void>): Finder {
  const library = makeLibrary();
  const place = (number: number) => ({ memberId: fromHex(member.id), number });
  const name = deriveIndexName(member.vaultKey);
  /** Undefined until the whole list was there: before, nothing is forgotten. */
  let listed: ReadonlyMap<string, Wanted> | undefined;
  let arriving = new Map<string, Wanted>();
  /** Those that do not open, with what was counted then */
  const closed = new Map<string, Wanted>();
  let hits = new Map<string, Hit>();
  let keeping: KeptPieces | undefined;
  let isMine = false;
  let recalled: Promise<void> | undefined;

  const isDone = (one: Wanted): boolean =>
    library.isFresh(one.handle, readOf(one)) ||
    String(readOf(closed.get(one.handle) ?? NOTHING)) === String(readOf(one));

  const standing = (): Omit<Indexing, "done"> => ({
    of: listed?.size ?? 0,
    kept: keeping === undefined ? "never" : isMine ? "here" : "elsewhere",
  });
  const indexing = (): Indexing => ({ ...standing(), done: [...(listed?.values() ?? [])].filter(isDone).length });

  async function recall(): Promise<void> {
    keeping = await openKeptPieces(name);
    isMine = await takeTurn(name, () => void takeOver());
    const damaged: number[] = [];
    for (const [number, sealed] of await pieces()) {
      try {
        library.take(number, openIndexPiece(sealed, member.vaultKey, place(number)));
      } catch {
        // Changed, or of another version: its cases are read anew.
        damaged.push(number);
      }
      await breathe();
    }
    if (isMine && damaged.length > 0) await write(damaged.map((number) => [number, undefined] as const));
  }

  const pieces = async () => (await keeping?.readAll().catch(() => [])) ?? [];

  /** The tab that kept is closed. It may have numbered its pieces otherwise: all are written anew, in the place of all. */
  async function takeOver(): Promise<void> {
    isMine = true;
    await write([...(await pieces()).map(([number]) => [number, undefined] as const), ...library.changed("all")]);
  }

  async function write(pieces: ReturnType<typeof library.changed>): Promise<void> {
    try {
      await keeping?.write(
        pieces.map(([number, content]) => [
          number,
          content === undefined ? undefined : sealIndexPiece(content, member.vaultKey, place(number)),
        ]),
      );
    } catch {
      // No room, or no storage after all: what lies there is of another day, and stays true as far as it goes.
      keeping = undefined;
    }
  }

  const keep = async (): Promise<void> => {
    if (isMine && keeping !== undefined) await write(library.changed());
  };

  return {
    list(cases, { isFirst, isLast }) {
      if (isFirst) arriving = new Map();
      for (const { handle, caseId, counts } of cases) arriving.set(handle, { handle, caseId, counts });
      if (isLast) listed = arriving;
    },
    take(opened) {
      const texts = textsOfOpened(opened);
      if (texts !== undefined) library.put(texts);
    },
    async build(signal, tell) {
      recalled ??= recall();
      await recalled;
      if (listed === undefined) return indexing();
      library.keepOnly(new Set(listed.keys()));
      await keep();
      let { done } = indexing();
      let since = 0;
      // The list comes with the oldest first; what somebody asks for on the telephone is new more often than not.
      const missing = [...listed.values()].filter((one) => !isDone(one)).toReversed();
      tell(indexing());
      await fillLibrary(member, library, missing, {
        signal,
        async onRead(one, isIn) {
          if (!isIn) closed.set(one.handle, one);
          tell({ ...standing(), done: ++done });
          if (++since % KEEP_EVERY_CASES === 0) await keep();
          await breathe();
        },
      });
      await keep();
      return indexing();
    },
    async forget() {
      await write((await pieces()).map(([number]) => [number, undefined] as const));
      keeping = undefined;
      return indexing();
    },
    find(question) {
      hits = new Map(library.find(question).map((hit) => [hit.handle, hit]));
      return { handles: [...hits.keys()].filter((handle) => listed?.has(handle)) };
    },
    show(handles) {
      const shown = handles.flatMap((handle) => {
        const hit = hits.get(handle);
        return hit === undefined ? [] : [[handle, library.show(hit)] as const];
      });
      return { snippets: Object.fromEntries(shown) };
    },
    alike(handle) {
      const all = library.alike(handle);
      return { alike: all?.filter((one) => listed?.has(one.handle)).slice(0, MOST_ALIKE) };
    },
  };
}

const NOTHING = { counts: { reporter: -1, team: -1, internal: -1 } };
