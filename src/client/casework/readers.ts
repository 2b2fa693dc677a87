/**
 * Who reads a case, by what members signed: to whom it was sealed, to whom it was given since, who was taken out. The
 * server's list is never asked (docs/protocol.md, "Who reads a case").
 */
import { fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import { fingerprintOf } from "../../crypto/identity.ts";
import { type OpenPart, inspectOpenPart, openPartHashOf } from "../../crypto/open-part.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import { mayRead } from "../../protocol/rules/casework.ts";
import { type Directory, type ListedRecovery, isActive } from "../../protocol/directory/directory.ts";
import type { ReadMessage } from "../../protocol/content.ts";
import type { ReadRecord } from "../../protocol/records.ts";
import { isEntryAttested } from "../../protocol/records/recovery.ts";
import type { ChainReader, Entry } from "../case/chain.ts";
import type { InternalEntry } from "./recorded.ts";

/** As its author signed it; a removal names those who were taken out, a grant who was let in, a recovery its author. */
export type ReaderChange = {
  readonly kind: "grant" | "removal" | "recovery";
  /** Its number in direction `internal` */
  readonly sequence: number;
  readonly by: string;
  /** "2026-11-25", by the server's own word */
  readonly on: string;
  readonly members: readonly string[];
  readonly reason: string;
  /** Of a removal: the kind of interest that was declared, perhaps of a later version */
  readonly interest: string | null;
  /** Of who was let in: fingerprint of the key that it was made for, by the directory that it names; who has another since needs it anew */
  readonly givenTo?: string | undefined;
  /** False for one that changes nothing, because it must not: an excluded person or a custodian would have come in (attack 71) */
  readonly valid: boolean;
};

export type Readers = {
  /** Ids of those who read now; those to whom the report was sealed first */
  readonly now: readonly string[];
  /** To whom the report was sealed */
  readonly first: readonly string[];
  readonly changes: readonly ReaderChange[];
  readonly epoch: number;
  /** Whether the reporter was told of the newest keys, as far as the team's side goes; true where there never were others */
  readonly told: boolean;
  /** Messages of the reporter that members who were taken out before can still read: written before the reporter knew */
  readonly exposed: readonly { readonly sequence: number; readonly to: readonly string[] }[];
};

type Believed = Entry<ReadMessage | ReadRecord>;

type About = {
  readonly caseId: Uint8Array;
  readonly headHash: Uint8Array;
  /** Ids, hexadecimal */
  readonly recipients: readonly string[];
  readonly excluded: readonly string[];
  /** As the directory listed it under which the report was sealed */
  readonly recovery: ListedRecovery | null;
  readonly teamPublicKey: (epoch: number) => Uint8Array | undefined;
  readonly threadKey: (epoch: number) => Uint8Array | undefined;
};

type Removal = {
  readonly epoch: number;
  readonly entry: Believed;
  readonly removed: readonly string[];
};

/** An epoch that began, and what its author's statement to the server must say too */
export type Begun = {
  readonly epoch: number;
  readonly by: string;
  readonly removed: readonly string[];
};

export type ReadersFold = {
  /** For the chains, in this order: internal, team, reporter */
  readonly internal: NonNullable<ChainReader<ReadMessage | ReadRecord>["judge"]>;
  readonly team: NonNullable<ChainReader["judge"]>;
  readonly reporter: NonNullable<ChainReader["judge"]>;
  /** @param internal, reporter as they were read */
  readonly result: (reporter: readonly Entry[]) => Readers;
  /** Removals that began an epoch, as their records say */
  readonly begun: () => readonly Begun[];
  /** Epochs whose message to the reporter names other keys than the team's, or another record than the one that began it */
  readonly misnamed: (hashes: ReadonlyMap<number, Uint8Array>) => boolean;
};

export function foldReaders(about: About): ReadersFold {
  let now: readonly string[] = about.recipients;
  let epoch = 0;
  /** Who read at some time of each epoch */
  const during = [new Set(now)];
  const changes: ReaderChange[] = [];
  const removals: Removal[] = [];
  /** Messages that told the reporter of an epoch */
  const told: { readonly epoch: number; readonly entry: Entry }[] = [];
  const toldOf = () => told.at(-1)?.epoch ?? 0;

  function judgeRemoval(entry: Believed, record: ReadRecord<"removal">, part: OpenPart | undefined): boolean {
    const members = [...record.removed, ...record.remains];
    const isAll = members.length === now.length && now.every((id) => members.includes(id));
    const key = about.teamPublicKey(entry.epoch);
    return (
      part?.kind === "epoch" &&
      entry.epoch === epoch + 1 &&
      isAll &&
      key !== undefined &&
      sameBytes(key, fromBase64url(record.teamPublicKey))
    );
  }

  function judgeGrant(
    entry: Believed,
    record: ReadRecord<"grant">,
    part: OpenPart | undefined,
    directory: Directory | undefined,
  ): boolean {
    return (
      part?.kind === "grant" &&
      entry.epoch === epoch &&
      hex(part.from) === entry.author &&
      hex(part.to) === record.to &&
      mayBeGiven(record.to, directory, about.excluded)
    );
  }

  /** Whoever put the recovery key together lets in nobody but the own key. */
  function judgeRecovery(
    entry: Believed,
    record: ReadRecord<"recovery">,
    part: OpenPart | undefined,
    directory: Directory | undefined,
  ): boolean {
    const { caseId, headHash, recovery, excluded } = about;
    const { author = "" } = entry;
    return (
      part?.kind === "grant" &&
      entry.epoch === epoch &&
      hex(part.from) === author &&
      hex(part.to) === author &&
      mayBeGiven(author, directory, excluded) &&
      isEntryAttested({ caseId, headHash, epoch, member: part.to, openPartHash: fromHex(record.openPart) }, record, [
        recovery,
        directory?.recovery,
      ])
    );
  }

  return {
    internal(entry, { openPart }, directory) {
      const { message, author, effective } = entry;
      if (message === undefined || author === undefined) return undefined;
      const isRecovery = message.kind === "recovery";
      if (!now.includes(author) && !isRecovery) return "unfit-signer";
      const isChange = isRecovery || message.kind === "removal" || message.kind === "grant";
      const part = isChange ? partOf(entry, message.openPart, openPart, about) : undefined;
      if (!isChange) return openPart !== undefined ? "readers" : entry.epoch === epoch ? undefined : "epoch";
      const isRemoval = message.kind === "removal";
      const valid = isRemoval
        ? judgeRemoval(entry, message, part)
        : isRecovery
          ? judgeRecovery(entry, message, part, directory)
          : judgeGrant(entry, message, part, directory);
      // The recovery key was not there: it is somebody who does not read the case, as above.
      if (!valid && !now.includes(author)) return "unfit-signer";
      const comes = isRemoval || isRecovery ? author : message.to;
      const members = isRemoval ? message.removed : [comes];
      const { sequence, storedOn } = entry;
      const change = { sequence, by: author, on: storedOn, members, reason: message.reason, valid };
      const of = isRemoval ? { interest: message.interest } : { interest: null, givenTo: keyOf(comes, directory) };
      changes.push({ kind: message.kind, ...change, ...of });
      if (!valid) return "readers";
      if (!effective) return undefined;
      if (isRemoval) {
        now = now.filter((id) => message.remains.includes(id));
        epoch = entry.epoch;
        during[epoch] = new Set(now);
        removals.push({ epoch, entry, removed: message.removed });
      } else if (!now.includes(comes)) {
        now = [...now, comes];
        during[epoch]?.add(comes);
      }
      return undefined;
    },
    team(entry) {
      const { message, author, effective } = entry;
      if (author !== undefined && during[entry.epoch]?.has(author) !== true) return "unfit-signer";
      // Not remembered as seen: where it is taken back, all others go on.
      const key = about.teamPublicKey(entry.epoch);
      if (entry.teamPublicKey !== undefined && key !== undefined && !sameBytes(entry.teamPublicKey, key))
        return "content";
      const thread = about.threadKey(entry.epoch);
      if (message?.kind === "epoch" && thread !== undefined && !sameBytes(fromBase64url(message.threadKey), thread))
        return "content";
      const isNew = entry.epoch > toldOf();
      if (effective && isNew !== (message?.kind === "epoch")) return isNew ? "forged" : "epoch";
      if (message?.kind === "epoch" && effective) told.push({ epoch: entry.epoch, entry });
      return undefined;
    },
    reporter({ epoch: of, acknowledged }) {
      // Who has read the message of a later epoch writes under its keys, or is not who has read it.
      const known = told.find(({ epoch: later }) => later > of);
      return known !== undefined && (acknowledged?.sequence ?? 0) >= known.entry.sequence ? "epoch" : undefined;
    },
    result: (reporter) => ({
      now,
      first: about.recipients,
      changes,
      epoch,
      told: toldOf() === epoch,
      exposed: reporter.flatMap(({ sequence, epoch: of, message }) => {
        const since = removals.filter(
          (removal) => removal.epoch > of && sequence > (removal.entry.acknowledged?.sequence ?? 0),
        );
        const to = [...new Set(since.flatMap(({ removed }) => removed))];
        return message === undefined || to.length === 0 ? [] : [{ sequence, to }];
      }),
    }),
    begun: () => removals.map(({ epoch: of, entry: { author = "" }, removed }) => ({ epoch: of, by: author, removed })),
    misnamed: (hashes) =>
      told.some(({ epoch: of, entry: { message } }) => {
        const begun = removals.find((removal) => removal.epoch === of);
        const hash = begun && hashes.get(begun.entry.sequence);
        const threadKey = about.threadKey(of);
        if (message?.kind !== "epoch" || hash === undefined || threadKey === undefined) return true;
        return hex(hash) !== message.record || !sameBytes(threadKey, fromBase64url(message.threadKey));
      }),
  };
}

/** Who read the case when the record of that number was written. */
export function readersAt({ first, changes }: Pick<Readers, "first" | "changes">, sequence: number): readonly string[] {
  let readers = first;
  for (const { kind, members, valid, sequence: at } of changes) {
    if (!valid || at >= sequence) continue;
    const others = readers.filter((id) => !members.includes(id));
    readers = kind === "removal" ? others : [...others, ...members];
  }
  return readers;
}

/** An investigator or lead who is no custodian and whom the reporter did not exclude. */
export function mayBeGiven(id: string, directory: Directory | undefined, excluded: readonly string[]): boolean {
  const member = directory?.members.get(id);
  return isActive(member) && mayRead(member.roles) && member.sealingKey !== null && !excluded.includes(id);
}

function keyOf(id: string, directory: Directory | undefined): string | undefined {
  const key = directory?.members.get(id)?.sealingKey ?? undefined;
  return key && hex(fingerprintOf(key));
}

/** The open part of a row, where the record names it and it is of this case and epoch. */
function partOf(
  entry: InternalEntry,
  named: string,
  openPart: Uint8Array | undefined,
  { caseId, headHash }: Pick<About, "caseId" | "headHash">,
): OpenPart | undefined {
  if (openPart === undefined || !sameBytes(openPartHashOf(openPart), fromHex(named))) return undefined;
  const part = inspectOpenPart(openPart);
  const isInPlace = part.epoch === entry.epoch && sameBytes(part.caseId, caseId) && sameBytes(part.headHash, headHash);
  return isInPlace ? part : undefined;
}
