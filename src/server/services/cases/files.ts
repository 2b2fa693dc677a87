/**
 * Files of both sides, cell by cell. Without their keys nothing can be said of a cell but its length and its place:
 * these must be those of a file of some length, the first to come stays, and no case takes more room than is allowed.
 */
import { findLayout } from "../../../crypto/file-cells.ts";
import { MAX_FILES_A_CASE, MAX_FILE_BYTES_A_CASE } from "../../../protocol/limits.ts";
import { ProblemError } from "../../problem.ts";
import { hasProved } from "../../store/cases/cases.ts";
import { type Database, isFull } from "../../store/database.ts";
import {
  type CellName,
  type FileName,
  findCell,
  hasCell,
  insertCell,
  isSameCell,
} from "../../store/cases/file-cells.ts";
import { type Quota, deleteUnclaimed, findFile, openFile, touchFile } from "../../store/cases/files.ts";
import { findInbox } from "../../store/cases/inboxes.ts";
import type { FileSide } from "../../store/tables.ts";
import { quantizeTiming } from "../common/response-timing.ts";
import type { Session } from "../common/sessions.ts";
import { orNotFound } from "../common/not-found.ts";
import type { Prices } from "../../admission/prices.ts";
import type { Reporter } from "./reporter-case.ts";
import { today } from "../common/today.ts";
import { makeSemaphore } from "../common/semaphore.ts";

export type FileLimits = {
  /** Of one case, both sides together; bytes are those of cells before sealing */
  readonly case: Quota;
  /** Bytes of all cells of all cases, after which texts alone are taken; before that, strangers' stop at a share of it */
  readonly bytes: number;
};

/** For a case what clients offer; for all together little enough for the disk of a small machine. */
export const DEFAULT_FILE_LIMITS: FileLimits = {
  case: { files: MAX_FILES_A_CASE, bytes: MAX_FILE_BYTES_A_CASE },
  bytes: 20 * 1_073_741_824,
};

/** A cell on its way: of which file, its number, and of how many. */
type CellToPut = { readonly fileId: Uint8Array; readonly cell: number; readonly of: number };

export type Files = {
  readonly putOwnCell: (caller: Reporter, cell: CellToPut, content: Uint8Array) => Promise<void>;
  readonly readAnswerCell: (caseId: Uint8Array, cell: Omit<CellToPut, "of">) => Promise<Uint8Array>;
  readonly dropOwn: (caseId: Uint8Array, fileId: Uint8Array) => Promise<void>;
  readonly putCell: (session: Session, handle: string, cell: CellToPut, content: Uint8Array) => Promise<void>;
  readonly readCell: (session: Session, cell: CellName) => Promise<Uint8Array>;
  readonly drop: (session: Session, file: FileName) => Promise<void>;
};

/**
 * Cells on their way to PostgreSQL or from it: each is held several times over meanwhile (as a parameter, as a result in
 * hexadecimal), and texts must find a connection beside them.
 */
const CELLS_AT_ONCE = 2;

export type FilesDeps = { readonly database: Database; readonly prices: Prices; readonly limits: FileLimits };

export function makeFiles({ database, prices, limits }: FilesDeps): Files {
  const withPermit = makeSemaphore(CELLS_AT_ONCE);
  const { files: quota } = prices;

  async function put(
    direction: FileSide,
    handle: string,
    { of, ...named }: CellToPut,
    content: Uint8Array,
    admit: () => Promise<void>,
  ): Promise<void> {
    const layout = findLayout(content.length, named.cell, of);
    if (layout === undefined) throw new ProblemError("bad-envelope");
    const [cell, day] = [{ handle, ...named }, today()];
    // What is there needs no room: whoever lost the answer gets it.
    if (!(await hasCell(database, cell))) await admit();
    const file =
      (await findFile(database, cell)) ?? (await openFile(database, { ...cell, direction, layout, day }, limits.case));
    if (file === undefined) throw new ProblemError("too-many-files");
    const isItsCell =
      file.direction === direction && file.cellBytes === layout.cellBytes && file.cells === layout.cells;
    if (!isItsCell) throw new ProblemError("conflict");
    if (file.touchedOn < day && !file.isClaimed) await touchFile(database, cell, day);
    const isNew = await withPermit(() => insertCell(database, cell, content));
    if (isNew) return quota.add(content.length);
    if (!(await withPermit(() => isSameCell(database, cell, content)))) throw new ProblemError("conflict");
  }

  async function read(cell: CellName, sides: readonly FileSide[]): Promise<Uint8Array | undefined> {
    const file = await findFile(database, cell);
    const isShown = file?.isClaimed === true && sides.includes(file.direction);
    return isShown ? withPermit(() => findCell(database, cell)) : undefined;
  }

  return {
    async putOwnCell({ caseId, paid }, cell, content) {
      const { handle, found } = await findInbox(database, caseId);
      if (found === undefined) throw new ProblemError("not-found");
      const admit = () => prices.admitCell(handle, content.length, { purpose: "file", paid });
      await sayingFull(put("reporter", handle, cell, content, admit));
    },
    async readAnswerCell(caseId, cell) {
      const leaves = quantizeTiming();
      const { handle } = await findInbox(database, caseId);
      const content = await read({ handle, ...cell }, ["team"]);
      await leaves();
      return orNotFound(content);
    },
    async dropOwn(caseId, fileId) {
      const leaves = quantizeTiming();
      const { handle } = await findInbox(database, caseId);
      await deleteUnclaimed(database, { handle, fileId }, "reporter");
      await leaves();
    },
    async putCell({ memberId }, handle, cell, content) {
      if (!(await hasProved(database, memberId, handle))) throw new ProblemError("not-found");
      const admit = async () => {
        if (!(await quota.fits(content.length))) throw new ProblemError("storage-full");
      };
      await sayingFull(put("team", handle, cell, content, admit));
    },
    async readCell({ memberId }, cell) {
      if (!(await hasProved(database, memberId, cell.handle))) throw new ProblemError("not-found");
      return orNotFound(await read(cell, ["reporter", "team"]));
    },
    async drop({ memberId }, file) {
      if (!(await hasProved(database, memberId, file.handle))) throw new ProblemError("not-found");
      await deleteUnclaimed(database, file, "team");
    },
  };
}

/** A disk without room says so itself, sooner than the setting where that was set too high. */
async function sayingFull(putting: Promise<void>): Promise<void> {
  try {
    await putting;
  } catch (error) {
    throw isFull(error) ? new ProblemError("storage-full") : error;
  }
}
