/** The entry for the audit trail that a member's program sends with an act, at the level of single requests. */
import { createHash } from "node:crypto";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { type Bytes, fromHex } from "../../../src/crypto/bytes.ts";
import { deriveSigningKeyPair, sign } from "../../../src/crypto/secret/keys.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { API, type Operation } from "../../../src/protocol/api.ts";
import type { ActName } from "../../../src/protocol/audit/acts.ts";
import {
  type Entry,
  THE_OFFICE,
  detailsInput,
  encodeEntry,
  encodeSignedEntry,
} from "../../../src/protocol/audit/entry.ts";
import { documentBytes, parseDirectory, signedDirectorySchema } from "../../../src/protocol/directory/directory.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { z } from "../../../src/protocol/encoding/zod.ts";
import { handleBytes } from "../../../src/protocol/frames.ts";
import { ACT_HEADER } from "../../../src/protocol/headers.ts";
import type { Route } from "../../../src/protocol/route.ts";

type Place = { readonly act: ActName; readonly handle: string | undefined };

const ACT_ROUTES = (Object.keys(API) as Operation[]).flatMap((operation) => {
  const { act, method, path }: Route = API[operation];
  const pattern = new RegExp(`^${path.replaceAll(/:(\w+)/gu, "(?<$1>[^/]+)")}$`, "u");
  return act === undefined ? [] : [{ act, method, pattern }];
});

/** The act of a request, if it is one. */
function actOf(method: string, path: string): Place | undefined {
  const [address = ""] = path.split("?", 1);
  for (const { act, method: other, pattern } of ACT_ROUTES) {
    const found = method === other ? pattern.exec(address) : null;
    if (found !== null) return { act, handle: found.groups?.["handle"] };
  }
  return undefined;
}

/** An entry of this member, signed; what is given stands in the place of what a client writes. */
export function signedEntry({ entry, keys }: NewMember, given: Partial<Entry> & Pick<Entry, "act">): Bytes {
  const bytes = encodeEntry({
    actId: randomBytes(16),
    object: THE_OFFICE,
    details: createHash("sha256").digest(),
    memberId: fromHex(entry.id),
    directoryVersion: 1,
    seen: { size: 0, root: createHash("sha256").digest() },
    ...given,
  });
  return encodeSignedEntry(bytes, sign(deriveSigningKeyPair(keys.signingSeed), bytes));
}

async function newestVersion({ origin }: { readonly origin: string }): Promise<number> {
  const answer: unknown = await (await fetch(`${origin}/api/directory`)).json();
  const { chain } = z.parse(z.looseObject({ chain: z.array(signedDirectorySchema) }), answer);
  const newest = chain.at(-1);
  return newest === undefined ? 0 : parseDirectory(documentBytes(newest)).version;
}

/** Details hash of an act's entry. */
export function detailsOf({ method, path, body }: ActRequest): Uint8Array {
  const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
  return sha256(detailsInput({ method, path, bodyHash: sha256(body) }));
}

type ActRequest = { readonly method: string; readonly path: string; readonly body: Uint8Array | string };

/** As this member's program would send with this request; nothing where it is no act. */
export async function actHeaders(
  server: { readonly origin: string },
  member: NewMember,
  request: ActRequest,
): Promise<Record<string, string>> {
  const place = actOf(request.method, request.path);
  if (place === undefined) return {};
  // What is no handle is refused by the route itself.
  const isHandle = place.handle === undefined || /^[0-9a-f-]{36}$/u.test(place.handle);
  const entry = signedEntry(member, {
    act: place.act,
    object: place.handle === undefined || !isHandle ? THE_OFFICE : handleBytes(place.handle),
    details: detailsOf(request),
    directoryVersion: await newestVersion(server),
  });
  return { [ACT_HEADER]: toBase64url(entry) };
}
