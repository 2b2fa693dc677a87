/**
 * Whether the office is open to the public. One that was founded here begins in rehearsal, and its stewards open it once the
 * tables show that everything was rehearsed; what they show is all that the server can know (docs/protocol.md, "Founding").
 */
import { fromHex, hex } from "../../../crypto/bytes.ts";
import type { Directory } from "../../../protocol/directory/directory.ts";
import { documentBytes, isActive, parseDirectory } from "../../../protocol/directory/directory.ts";
import type { RehearsalStep } from "../../../protocol/rehearsal.ts";
import { type Act, appendAct } from "../../store/audit.ts";
import type { Database } from "../../store/database.ts";
import { findFrom } from "../../store/office/directories.ts";
import { findFoundingKeys, inFounding, updateFounding } from "../../store/office/founding.ts";
import { type RehearsedCase, findRehearsed } from "../../store/office/opening.ts";
import { recoveryRehearsedOn } from "./recovery.ts";
import { today } from "../common/today.ts";

type OpeningTold = {
  readonly isOpen: boolean;
  readonly openedOn: string | null;
  readonly steps: Readonly<Record<RehearsalStep, boolean>> | null;
};

export type Opening = {
  /** Asked with each directory that is handed out; once open, an office stays so. */
  readonly isRehearsal: () => Promise<boolean>;
  readonly read: (directory: Directory) => Promise<OpeningTold>;
  /** Opens it where nothing is missing. */
  readonly open: (directory: Directory, act: Act) => Promise<OpeningTold>;
};

export function makeOpening(database: Database, onOpen: () => void): Opening {
  let isOpen = false;

  async function isRehearsal(): Promise<boolean> {
    if (isOpen) return false;
    const founding = await findFoundingKeys(database);
    // Whoever was not founded here has no row, or one that was given up.
    isOpen = founding === undefined || founding.foundedOn === null || founding.openedOn !== null;
    return !isOpen;
  }

  async function read(directory: Directory): Promise<OpeningTold> {
    if (await isRehearsal()) return { isOpen: false, openedOn: null, steps: await stepsOf(database, directory) };
    return { isOpen: true, openedOn: (await findFoundingKeys(database))?.openedOn ?? null, steps: null };
  }

  async function open(directory: Directory, act: Act): Promise<OpeningTold> {
    const told = await read(directory);
    if (told.steps === null || !Object.values(told.steps).every(Boolean)) return told;
    const isFirst = await inFounding(database, async (transaction, { openedOn }) => {
      if (openedOn !== null) return false;
      await updateFounding(transaction, { openedOn: today() });
      await appendAct(transaction, act);
      return true;
    });
    if (isFirst === true) onOpen();
    return read(directory);
  }

  return { isRehearsal, read, open };
}

async function stepsOf(database: Database, directory: Directory): Promise<NonNullable<OpeningTold["steps"]>> {
  const cases = await findRehearsed(database, await membersAnew(database, directory));
  const done = cases.map(stepsOfCase);
  // One case has to show all of it: that with most is told.
  const best = done.toSorted((a, b) => countOf(b) - countOf(a))[0] ?? stepsOfCase(NOTHING);
  const { recoveryKey } = directory;
  // Without one there is nothing to rehearse.
  const recovery = recoveryKey === null || (await recoveryRehearsedOn(database, recoveryKey)) !== undefined;
  return { ...best, recovery };
}

const NOTHING: RehearsedCase = { openers: 0, answered: false, replied: false, regranted: false };

function stepsOfCase({ openers, answered, replied, regranted }: RehearsedCase) {
  return { opened: openers >= 2, answered, replied, regranted };
}

function countOf(steps: ReturnType<typeof stepsOfCase>): number {
  return Object.values(steps).filter(Boolean).length;
}

/** Members whose signing key the first directory does not have: they have lost what they had, and come back. */
async function membersAnew(database: Database, { members }: Directory): Promise<Uint8Array[]> {
  const [first] = await findFrom(database, { version: 1, statement: 1 }, 1);
  if (first === undefined) return [];
  const keys = new Set([...parseDirectory(documentBytes(first)).members.values()].map((each) => hex(each.signingKey)));
  return [...members.values()]
    .filter((member) => isActive(member) && !keys.has(hex(member.signingKey)))
    .map(({ id }) => fromHex(id));
}
