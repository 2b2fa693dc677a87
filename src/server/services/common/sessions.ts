/** Who is signed in, for how long, and what ends it. */
import { type Bytes, concat, hex, readU32, sameBytes, u32 } from "../../../crypto/bytes.ts";
import { equal, randomBytes } from "../../../crypto/sodium.ts";
import type { SessionWay } from "../../../protocol/api/factors.ts";
import type { Directory, Member } from "../../../protocol/directory/directory.ts";
import { SESSION_IDLE_SECONDS, SESSION_SECONDS } from "../../../protocol/limits.ts";
import { isValidAt } from "../../../protocol/directory/validity.ts";
import { nowSeconds } from "../../admission/nonces.ts";
import type { ServerKey } from "../../admission/server-key.ts";
import type { Act } from "../../store/audit.ts";
import type { Database } from "../../store/database.ts";
import { updateSignedIn } from "../../store/office/members.ts";
import { deleteSession, findSession, insertSession } from "../../store/office/sessions.ts";
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
  /** The key under which it began: the newest, or one that was replaced since */
  readonly madeBy: ServerKey;
  readonly idHash: Uint8Array;
  /** Seconds since 1970, as the cookie says */
  readonly endsAt: number;
  readonly memberId: Uint8Array;
  readonly member: Member;
  readonly directory: Directory;
  /** A second factor is required, and this session has passed none: it serves for adding one */
  readonly mustAddFactor: boolean;
  /** What this request does, where it is an act: to be appended in the transaction that does it */
  readonly act?: Act;
};

/** The act of a session's request. It was looked at before; a route without one appends nothing. */
export function actOf({ act }: Session): Act {
  if (act === undefined) throw new Error("this route is no act");
  return act;
}

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
  const id = cookie.subarray(0, ID_BYTES);
  const idleEnd = readU32(cookie, ID_BYTES);
  // Nobody can put it off: under another end there is no session, and another idle end has no MAC. One of a key that was
  // replaced since goes on to its end under that key, and the database has forgotten it the night after.
  const madeBy = [deps.key, ...deps.key.earlier].find((key) =>
    equal(key.idleMac(id, idleEnd), cookie.subarray(ID_BYTES + 4)),
  );
  if (madeBy === undefined || idleEnd < nowSeconds()) return undefined;
  const endsAt = readU32(id, RANDOM_BYTES);
  const session = await findAgain(deps, { madeBy, idHash: madeBy.sessionHash(id), endsAt });
  if (session === undefined) return undefined;
  const isOld = idleEnd < nowSeconds() + SESSION_IDLE_SECONDS - RENEWED_AFTER_SECONDS;
  return { session, renewed: isOld ? cookieOf(madeBy, id) : undefined };
}

/** The same session as it is now, for what outlasts a request. */
export async function findAgain(
  { database, directories, needsFactor }: Omit<SessionDeps, "key">,
  { madeBy, idHash, endsAt }: Pick<Session, "madeBy" | "idHash" | "endsAt">,
): Promise<Session | undefined> {
  if (endsAt < nowSeconds()) return undefined;
  const found = await findSession(database, idHash);
  if (found === undefined) return undefined;
  const directory = await directories.at(found.newest);
  const member = directory.members.get(hex(found.memberId));
  if (isValidAt(member, Date.now()) && sameBytes(entryHash(madeBy, member), found.entryHash)) {
    const mustAddFactor = needsFactor && found.way === "words";
    return { madeBy, idHash, endsAt, memberId: found.memberId, member, directory, mustAddFactor };
  }
  await deleteSession(database, idHash);
  return undefined;
}
