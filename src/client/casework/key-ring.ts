/** The keys of a case, epoch by epoch: those that a member holds, and nothing that does not lead back to the report. */
import { sameBytes } from "../../crypto/bytes.ts";
import { CryptoError, unlessRefused } from "../../crypto/errors.ts";
import { type EpochPart, type GrantPart, type OpenPart, inspectOpenPart } from "../../crypto/open-part.ts";
import { openEarlier, openEpoch } from "../../crypto/secret/epoch.ts";
import { openGrant } from "../../crypto/secret/grant.ts";
import type { SealingKeyPair } from "../../crypto/secret/keys.ts";
import { deriveTeamKeyPair, deriveTeamSecret, deriveThreadKey } from "../../crypto/secret/team.ts";
import type { Row } from "../../protocol/frames.ts";

export type KeyRing = {
  /** Newest epoch whose keys this member holds */
  readonly newest: number;
  /** Each throws CryptoError `bad-key` for an epoch whose keys are not held. */
  readonly teamSecret: (epoch: number) => Uint8Array;
  readonly teamKeys: (epoch: number) => SealingKeyPair;
  readonly threadKey: (epoch: number) => Uint8Array;
};

/** What a colleague gave, or the own record of the case holds: the content key of the report, and the team secret of one epoch. */
export type Given = { readonly epoch: number } & Omit<ReturnType<typeof openGrant>, "readerKey"> & {
    /** Undefined where it is the own record: which key opened the report first is not known any more */
    readonly readerKey: Uint8Array | undefined;
  };

type Place = { readonly caseId: Uint8Array; readonly headHash: Uint8Array };

/** Grants to this member among the rows, of those that open here: who gave them is looked at when the rows are read. */
export function findGiven(
  rows: readonly Row[],
  { caseId, headHash }: Place,
  member: { readonly id: Uint8Array; readonly sealing: readonly SealingKeyPair[] },
): Given[] {
  const isMine = (part: OpenPart): part is GrantPart => part.kind === "grant" && sameBytes(part.to, member.id);
  return partsOf(rows, { caseId, headHash })
    .filter(isMine)
    .flatMap((part) => unlessRefused(() => [{ epoch: part.epoch, ...openGrant(part, member.sealing) }]) ?? []);
}

/**
 * From the report's content key on, each epoch's secret must open the one before: what does not lead back there is
 * no epoch of this case, and nothing behind it is read.
 */
export function makeKeyRing(
  report: Place & { readonly contentKey: Uint8Array; readonly threadKey: Uint8Array },
  rows: readonly Row[],
  sealing: readonly SealingKeyPair[],
  given: readonly Given[],
): KeyRing {
  const parts = new Map<number, EpochPart>();
  for (const part of partsOf(rows, report))
    if (part.kind === "epoch" && !parts.has(part.epoch)) parts.set(part.epoch, part);
  const candidates = new Map<number, Uint8Array>();
  for (const { epoch, teamSecret } of given)
    if (earlierOf(parts.get(epoch), teamSecret) !== undefined) candidates.set(epoch, teamSecret);
  for (const [epoch, part] of parts) {
    const secret = unlessRefused(() => openEpoch(part, sealing));
    if (secret !== undefined) candidates.set(epoch, secret);
  }
  for (const epoch of [...parts.keys()].toSorted((a, b) => b - a)) {
    const earlier = earlierOf(parts.get(epoch), candidates.get(epoch));
    if (earlier !== undefined && !candidates.has(epoch - 1)) candidates.set(epoch - 1, earlier);
  }
  const secrets = [deriveTeamSecret(report.contentKey, report.caseId)];
  for (let epoch = 1; ; epoch++) {
    const [candidate, before] = [candidates.get(epoch), secrets.at(-1)];
    const earlier = earlierOf(parts.get(epoch), candidate);
    if (candidate === undefined || earlier === undefined || before === undefined || !sameBytes(earlier, before)) break;
    secrets.push(new Uint8Array(candidate));
  }
  const teamSecret = (epoch: number): Uint8Array => {
    const secret = secrets[epoch];
    if (secret === undefined) throw new CryptoError("bad-key");
    return secret;
  };
  const pairs = new Map<number, SealingKeyPair>();
  return {
    newest: secrets.length - 1,
    teamSecret,
    teamKeys(epoch) {
      const pair = pairs.get(epoch) ?? deriveTeamKeyPair(teamSecret(epoch));
      pairs.set(epoch, pair);
      return pair;
    },
    threadKey: (epoch) => (epoch === 0 ? report.threadKey : deriveThreadKey(teamSecret(epoch))),
  };
}

/** Open parts that are of this report, each at a row of its own epoch. */
function partsOf(rows: readonly Row[], { caseId, headHash }: Place): OpenPart[] {
  return rows.flatMap(({ openPart, epoch }) => {
    const part = openPart && unlessRefused(() => inspectOpenPart(openPart));
    const isOfReport =
      part !== undefined &&
      part.epoch === epoch &&
      sameBytes(part.caseId, caseId) &&
      sameBytes(part.headHash, headHash);
    return isOfReport ? [part] : [];
  });
}

function earlierOf(part: EpochPart | undefined, secret: Uint8Array | undefined): Uint8Array | undefined {
  return part && secret && unlessRefused(() => openEarlier(part, secret));
}
