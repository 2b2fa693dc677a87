/**
 * Tells members' pages to look again, and nothing else. Whom to tell is as delicate as what: of a case those hear who
 * have proved its newest epoch, of a new head all recipients of its channel alike, whether it opens for them or not. What
 * was changed lies in memory for a beat; nothing of it is written down (docs/decisions/0076).
 */
import { concat, hex } from "../../../crypto/bytes.ts";
import { randomBytes } from "../../../crypto/sodium.ts";
import { MARK_BYTES, type ServerKey } from "../../admission/server-key.ts";
import { findProved, hearProcesses, tellProcesses } from "../../store/changes.ts";
import type { Database } from "../../store/database.ts";
import type { Directories } from "./directories.ts";
import { type Session, findAgain } from "./sessions.ts";

/** Soon enough for who waits at a desk; slow enough that it tells no more of when something came than days of looks do. */
const BEAT_MS = 10_000;
/** A session that was ended elsewhere is noticed within so many beats, and before anything is told. */
const CHECK_EVERY = 6;
/** Members told of in one message between processes: 256 take 2 KiB, of 8,000 bytes that PostgreSQL carries. */
const MOST_TOLD = 256;
const SALT_BYTES = 16;

export type Changes = {
  /** A head came, whoever can open it. To be called when it is stored, like the other. */
  readonly ofChannel: (channelId: Uint8Array) => void;
  readonly ofCase: (handle: string) => void;
  /** Returns what ends it. */
  readonly watch: (session: Session, watcher: Watcher) => () => void;
  readonly stop: () => void;
};

type Watcher = {
  /** At each beat. `look`: something may have changed of what this member is shown */
  readonly beat: (look: boolean) => void;
  /** The session is over, or the process ends. */
  readonly end: () => void;
};

export type ChangesDeps = {
  readonly database: Database;
  readonly key: ServerKey;
  readonly directories: Directories;
  readonly needsFactor: boolean;
  readonly isAlone: () => boolean;
  /** For tests */
  readonly beatMs?: number | undefined;
};

type Watching = { readonly session: Session; readonly watcher: Watcher; isDue: boolean; beats: number };

export function makeChanges(deps: ChangesDeps): Changes {
  const { database, key, directories, isAlone, beatMs = BEAT_MS } = deps;
  const watching = new Set<Watching>();
  const [channels, cases] = [new Set<string>(), new Set<string>()];

  /** Also where nobody here watches: somebody may at another process. */
  async function membersToTell(): Promise<ReadonlySet<string>> {
    if (channels.size + cases.size === 0) return new Set();
    const [now, handles] = [[...channels], [...cases]];
    const directory = await directories.current();
    const recipients = now.flatMap((id) => directory.channels.get(id)?.recipients ?? []);
    const proved = handles.length === 0 ? [] : await findProved(database, handles);
    for (const id of now) channels.delete(id);
    for (const handle of handles) cases.delete(handle);
    return new Set([...recipients, ...proved.map(({ member_id: id }) => hex(id))]);
  }

  async function tellOthers(members: ReadonlySet<string>): Promise<void> {
    const ids = [...members];
    for (let at = 0; at < ids.length; at += MOST_TOLD)
      await tellProcesses(database, encodeTold(key, ids.slice(at, at + MOST_TOLD)));
  }

  hearProcesses(database, (payload) => {
    const salt = payload.subarray(0, SALT_BYTES);
    const told = new Set<string>();
    for (let at = SALT_BYTES; at < payload.length; at += MARK_BYTES)
      told.add(hex(payload.subarray(at, at + MARK_BYTES)));
    for (const one of watching) if (told.has(hex(key.changesMark(salt, hex(one.session.memberId))))) one.isDue = true;
  });

  async function beat(): Promise<void> {
    const members = await membersToTell();
    for (const one of watching) if (members.has(hex(one.session.memberId))) one.isDue = true;
    if (members.size > 0 && !isAlone()) await tellOthers(members);
    for (const one of watching) {
      const { session, watcher, isDue } = one;
      const isOver = (isDue || one.beats % CHECK_EVERY === 0) && (await findAgain(deps, session)) === undefined;
      one.beats++;
      one.isDue = false;
      if (isOver) watcher.end();
      else watcher.beat(isDue);
    }
  }

  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const next = () => {
    // What could not be looked up is told at a later beat; a page that hears no beat any more asks by itself.
    timer = setTimeout(() => void beat().then(again, again), beatMs);
    timer.unref();
  };
  const again = () => void (isStopped || next());
  next();

  return {
    ofChannel: (channelId) => void channels.add(hex(channelId)),
    ofCase: (handle) => void cases.add(handle),
    watch(session, watcher) {
      const one = { session, watcher, isDue: false, beats: 1 };
      watching.add(one);
      return () => void watching.delete(one);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      for (const { watcher } of watching) watcher.end();
    },
  };
}

/** A salt, then marks that only who has the server's key can tell to be anybody's, and always as many. */
function encodeTold(key: ServerKey, memberIds: readonly string[]): Uint8Array {
  const salt = randomBytes(SALT_BYTES);
  const marks = memberIds.map((id) => key.changesMark(salt, id));
  return concat(salt, ...marks, randomBytes(MARK_BYTES * (MOST_TOLD - marks.length)));
}
