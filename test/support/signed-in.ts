/** A member as after signing in, without the cost of a passphrase. */
import { createHash } from "node:crypto";
import { actingAs } from "../../src/client/audit/acting.ts";
import { loadDirectories } from "../../src/client/directory/directories.ts";
import type { NewMember } from "../../src/client/directory/organisation.ts";
import type { Connection } from "../../src/client/line/http.ts";
import type { Member } from "../../src/client/member/entry/sign-in.ts";
import { deriveSealingKeyPair, deriveSigningKeyPair } from "../../src/crypto/secret/keys.ts";
import { fromHex } from "../../src/crypto/bytes.ts";
import { makeVaultKey } from "../../src/crypto/secret/vault.ts";
import type { RootSet } from "../../src/protocol/directory/directory.ts";
import { firstUse } from "../../src/protocol/directory/trust.ts";

/** With a new vault, and what the server gives over this connection. */
export async function signedIn(connection: Connection, rootSet: RootSet, { entry, keys }: NewMember): Promise<Member> {
  const directories = await loadDirectories(connection, firstUse(rootSet), {
    depth: "quick",
    builtAt: 0,
    now: Date.now(),
  });
  const signing = deriveSigningKeyPair(keys.signingSeed);
  const empty = { size: 0, root: createHash("sha256").digest() };
  const newest = async () => {
    const again = await loadDirectories(connection, directories.trust, { depth: "quick", builtAt: 0, now: Date.now() });
    return again.current.version;
  };
  const acting = { memberId: fromHex(entry.id), signing, directoryVersion: directories.current.version };
  connection.actingWith = actingAs({ ...acting, seen: () => empty, renew: newest });
  return {
    connection,
    id: entry.id,
    vaultKey: makeVaultKey(),
    signing,
    sealing: keys.sealingSeeds.map(({ seed }) => deriveSealingKeyPair(seed)),
    pending: [],
    directories,
    alarms: [],
    firstUseHere: true,
    log: { seen: undefined },
    told: { mustAddFactor: false, wrongCodes: 0, resetOn: null },
    memory: { directoryVersion: directories.current.version, directoryHash: directories.current.hash },
  };
}
