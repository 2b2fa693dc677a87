/** Who is signed in, for how long, and what ends it. */
import { type Bytes, concat, hex, readU32, sameBytes, u32 } from "../../crypto/bytes.ts";
import { equal, randomBytes } from "../../crypto/sodium.ts";
import type { SessionWay } from "../../protocol/api/factors.ts";
import type { Directory, Member } from "../../protocol/directory/directory.ts";
import { SESSION_IDLE_SECONDS, SESSION_SECONDS } from "../../protocol/limits.ts";
import { isValidAt } from "../../protocol/directory/validity.ts";
import { nowSeconds } from "../admission/nonces.ts";
import type { ServerKey } from "../admission/server-key.ts";
import type { Database } from "../store/database.ts";
import { updateSignedIn } from "../store/members.ts";
import { deleteSession, findSession, insertSession } from "../store/sessions.ts";
import { type Directories, entryHash } from "./directories.ts";
import { midnightAfter, today } from "./today.ts";

/**
 * A session's cookie: random bytes ‖ u32 its end ‖ u32 its end if nothing more is asked ‖ MAC. The database is told no more
 * than the day of the first, and nothing of the second: when somebody last worked, the browser alone knows.
 */
const RANDOM_BYTES = 28;
const ID_BYTES = RANDOM_BYTES + 4;
const COOKIE_BYTES = ID_BYTES + 4 + 16;
/** A new cookie comes when so much of the patience is used: not with each answer. */
const RENEWED_AFTER_SECONDS = 300;

export type SessionDeps = {
  readonly database: Database;
  readonly key: ServerKey;
  readonly directories: Directories;
  /** Whether a second factor is required */
  readonly needsFactor: boolean;
};

export type Session = {
  readonly idHash: Uint8Array;
  /** Seconds since 1970, as the cookie says */
  readonly endsAt: number;
  readonly memberId: Uint8Array;
  readonly member: Member;
  readonly directory: Directory;
  /** A second factor is required, and this session has passed none: it serves for adding one */
  readonly mustAddFactor: boolean;
};

/** Begins one; its cookie. */
export async function beginSession(
  { database, key }: SessionDeps,
  { memberId, member, way }: { readonly memberId: Uint8Array; readonly member: Member; readonly way: SessionWay },
): Promise<Bytes> {
  const endsAt = nowSeconds() + SESSION_SECONDS;
  const id = concat(randomBytes(RANDOM_BYTES), u32(endsAt));
  await insertSession(database, {
    idHash: key.sessionHash(id),
    memberId,
    entryHash: entryHash(key, member),
    expires: midnightAfter(endsAt),
    begunOn: today(),
    way,
  });
  await updateSignedIn(database, memberId, today());
  return cookieOf(key, id);
}

function cookieOf(key: ServerKey, id: Uint8Array): Bytes {
  const idleEnd = nowSeconds() + SESSION_IDLE_SECONDS;
  return concat(id, u32(idleEnd), key.idleMac(id, idleEnd));
}

export type SignedIn = {
  readonly session: Session;
  /** To be set in the place of the one that was sent */
  readonly renewed: Bytes | undefined;
};

/** Who is behind a cookie. Whoever was removed, has expired or was changed in the newest directory is signed out. */
export async function findSignedIn(deps: SessionDeps, cookie: Uint8Array): Promise<SignedIn | undefined> {
  if (cookie.length !== COOKIE_BYTES) return undefined;
  // Begun under a key that was replaced since: it goes on to its end, and the database has forgotten it the night after.
  for (const key of [deps.key, ...deps.key.earlier]) {
    const found = await findUnder({ ...deps, key }, cookie);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function findUnder(deps: SessionDeps, cookie: Uint8Array): Promise<SignedIn | undefined> {
  const id = cookie.subarray(0, ID_BYTES);
  const idleEnd = readU32(cookie, ID_BYTES);
  // Nobody can put it off: under another end there is no session, and another idle end has no MAC.
  const isOurs = equal(deps.key.idleMac(id, idleEnd), cookie.subarray(ID_BYTES + 4));
  if (!isOurs || idleEnd < nowSeconds()) return undefined;
  const session = await findAgain(deps, { idHash: deps.key.sessionHash(id), endsAt: readU32(id, RANDOM_BYTES) });
  if (session === undefined) return undefined;
  const isOld = idleEnd < nowSeconds() + SESSION_IDLE_SECONDS - RENEWED_AFTER_SECONDS;
  return { session, renewed: isOld ? cookieOf(deps.key, id) : undefined };
}

/** The same session as it is now, for what outlasts a request. */
export async function findAgain(
  { database, key, directories, needsFactor }: SessionDeps,
  { idHash, endsAt }: Pick<Session, "idHash" | "endsAt">,
): Promise<Session | undefined> {
  if (endsAt < nowSeconds()) return undefined;
  const found = await findSession(database, idHash);
  if (found === undefined) return undefined;
  const directory = await directories.at(found.newest);
  const member = directory.members.get(hex(found.memberId));
  if (isValidAt(member, Date.now()) && sameBytes(entryHash(key, member), found.entryHash)) {
    const mustAddFactor = needsFactor && found.way === "words";
    return { idHash, endsAt, memberId: found.memberId, member, directory, mustAddFactor };
  }
  await deleteSession(database, idHash);
  return undefined;
}
