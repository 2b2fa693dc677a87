/** An organisation for tests: the shape of the demonstration's, its keys in memory, its directory signed by one root. */
import {
  type ChannelEntry,
  type NewMember,
  makeId,
  makeMember,
  nextDocument,
  rootsOf,
  signDirectory,
  stateFreshness,
} from "../../src/client/directory/organisation.ts";
import { deriveSealingKeyPair, deriveSigningKeyPair, makeSeed } from "../../src/crypto/secret/keys.ts";
import { deriveAttestationKeyPair } from "../../src/crypto/secret/recovery.ts";
import type { SigningKeyPair } from "../../src/crypto/secret/keys.ts";
import { toBase64url } from "../../src/protocol/encoding/base64url.ts";
import type { Role } from "../../src/protocol/rules/casework.ts";
import { type DirectoryDocument, type RootSet, type SignedDirectory } from "../../src/protocol/directory/directory.ts";
import { hash } from "../../src/crypto/sodium.ts";
import { hex } from "../../src/crypto/bytes.ts";

export type Organisation = {
  readonly roots: readonly SigningKeyPair[];
  readonly rootSet: RootSet;
  readonly investigators: readonly NewMember[];
  readonly lead: NewMember;
  readonly custodians: readonly NewMember[];
  readonly administrator: NewMember;
  readonly members: readonly NewMember[];
  /** The first has all investigators and the lead as recipients, the second two of them. */
  readonly channels: readonly [ChannelEntry, ChannelEntry];
  /** The recovery key's seed, which in the real thing exists only in shares */
  readonly recoverySeed: Uint8Array;
  readonly document: DirectoryDocument;
  readonly signed: SignedDirectory;
};

/** Two channels, three investigators, a lead, three custodians with a recovery key, an administrator. */
export function makeOrganisation(
  now: number,
  roots: readonly SigningKeyPair[] = [deriveSigningKeyPair(makeSeed())],
): Organisation {
  const make = (name: string, role: Role) => makeMember({ id: name, en: name }, [role], { now, fromVersion: 1 });
  const investigators = [1, 2, 3].map((number) => make(`Pemeriksa ${number}`, "investigator"));
  const lead = make("Penanggung jawab", "lead");
  const custodians = [1, 2, 3].map((number) => make(`Kustodian ${number}`, "custodian"));
  const administrator = make("Administrator", "administrator");
  const members = [...investigators, lead, ...custodians, administrator];
  const ids = (some: readonly NewMember[]) => some.map(({ entry }) => entry.id);
  const channel = (name: string, recipients: readonly NewMember[]): ChannelEntry => ({
    id: makeId(),
    names: { id: name, en: name },
    recipients: ids(recipients),
    custodians: ids(custodians),
    recovery: true,
    slots: 8,
    identitySlots: 4,
    excludable: [...ids(recipients), ...ids(custodians)],
    deadlines: "zi",
  });
  const recoverySeed = makeSeed();
  const document = nextDocument(
    {
      roots: rootsOf(roots, 1),
      recovery: {
        publicKey: toBase64url(deriveSealingKeyPair(recoverySeed).publicKey),
        threshold: 2,
        shares: custodians.map(({ entry }) => hex(hash("segel/1/share", entry.id))),
        attestationKey: hex(deriveAttestationKeyPair(recoverySeed).publicKey),
      },
      members: members.map(({ entry }) => entry),
      channels: [
        channel("Saluran utama", [...investigators, lead]),
        channel("Saluran kedua", investigators.slice(0, 2)),
      ],
    },
    undefined,
    now,
  );
  const [first, second] = document.channels;
  if (first === undefined || second === undefined) throw new Error("two channels were made");
  return {
    roots,
    rootSet: { threshold: 1, keys: roots.map(({ publicKey }) => publicKey) },
    investigators,
    lead,
    custodians,
    administrator,
    members,
    channels: [first, second],
    recoverySeed,
    document,
    signed: stateFreshness(signDirectory(document, roots), [lead, administrator], now),
  };
}

/** A document signed by roots, of which this organisation's lead and administrator say that it holds from its first day on. */
export function signedOf(
  { roots, lead, administrator }: Pick<Organisation, "roots" | "lead" | "administrator">,
  document: DirectoryDocument,
  by: readonly SigningKeyPair[] = roots,
): SignedDirectory {
  return stateFreshness(signDirectory(document, by), [lead, administrator], Date.parse(document.notBefore));
}
