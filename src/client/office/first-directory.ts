/**
 * The first directory of an office: made of what its founder has proposed, of those who have joined, and of the files that
 * the key page has written; and what a device may show of it (docs/protocol.md, "Founding").
 */
import { type Bytes, fromHex, hex } from "../../crypto/bytes.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import type { Member } from "../../protocol/directory/directory.ts";
import type { FoundingProposal } from "../../protocol/founding.ts";
import { CHANNEL_IDENTITY_SLOTS, CHANNEL_SLOTS, LEAST_STEWARDS } from "../../protocol/limits.ts";
import { listedRecovery, readRecovery } from "../ceremony/recovery.ts";
import { type Request, encodeRequest, readRequest, shownToJoiner } from "../ceremony/request.ts";
import { readRoot } from "../ceremony/root.ts";
import { type MemberEntry, instant, makeId, memberValidUntil, nextDocument } from "../directory/organisation.ts";
import type { MadeRequest } from "./requests.ts";
import { type WishFault, faultsOf } from "./wishes.ts";
import type { ChannelPeople } from "./wishes/channel-people.ts";

/** What the founder chooses when the list is closed. */
export type FirstChoices = ChannelPeople & {
  readonly proposal: FoundingProposal;
  /** Of those who have joined, whoever is taken, as they came */
  readonly members: readonly MemberEntry[];
  /** Files of the key page: a root's public half each, and the recovery key's */
  readonly roots: readonly Uint8Array[];
  readonly rootsNeeded: number;
  readonly recovery: Uint8Array;
  /** How many stewards say that a directory holds */
  readonly stewards?: number;
};

/** No single holder of a root adds power. */
const LEAST_ROOTS = 2;

/**
 * The request for the first directory, read as its signers will. Throws CeremonyError for a file of another kind,
 * DirectoryError for what no root would sign.
 *
 * @returns what stands in the way, or the request
 */
export function composeFirst(
  choices: FirstChoices,
  now: number,
): { readonly faults: readonly WishFault[] } | MadeRequest {
  const { proposal, rootsNeeded, recipients, custodians, excludable, stewards = LEAST_STEWARDS } = choices;
  const keys = choices.roots.map((file) => hex(readRoot(file)));
  const content = {
    roots: { threshold: rootsNeeded, keys },
    recovery: listedRecovery(readRecovery(choices.recovery)),
    members: choices.members.map((entry) => datedEntry(entry, now)),
    channels: [
      {
        id: makeId(),
        names: proposal.channel.names,
        recipients: [...recipients],
        custodians: [...custodians],
        recovery: true,
        slots: Math.max(CHANNEL_SLOTS, recipients.length + 1),
        identitySlots: Math.max(CHANNEL_IDENTITY_SLOTS, custodians.length),
        excludable: [...excludable],
        deadlines: proposal.channel.deadlines,
      },
    ],
    stewards,
  };
  const document = nextDocument(content, undefined, now);
  const faults = faultsOf(document);
  if (rootsNeeded < LEAST_ROOTS && !faults.some(({ code }) => code === "roots-needed"))
    faults.push({ code: "roots-needed" });
  if (faults.length > 0) return { faults };
  const file = encodeRequest(document, undefined);
  return { file, read: readRequest(file) };
}

/** Who joined some weeks ago is listed from this day on, as everybody is: the entry's own signature covers no dates. */
function datedEntry(entry: MemberEntry, now: number): MemberEntry {
  return { ...entry, validFrom: instant(now), validUntil: memberValidUntil(now) };
}

/** What is read aloud: the request's hash, of which twelve words are made, and everybody who is in it. */
export type ReadAloud = { readonly proposal: Bytes; readonly members: readonly Member[] };

/**
 * What the device of somebody who joined shows of a request: only where the own entry stands in it bit for bit, with the
 * days that everybody's has; undefined else, and then somebody has exchanged something.
 */
export function readAloudBy(own: MemberEntry, request: Request): ReadAloud | undefined {
  const expected = datedEntry(own, Date.parse(request.document.notBefore));
  const listed = request.document.members.find(({ id }) => id === own.id);
  if (listed === undefined || !isSame(listed, expected)) return undefined;
  return shownToJoiner(request, {
    signingKey: fromHex(own.signingKey),
    sealingKey: own.sealingKey === null ? null : fromBase64url(own.sealingKey),
  });
}

/** One spelling of each: fields and languages in one order, whoever wrote them. */
function isSame(one: MemberEntry, other: MemberEntry): boolean {
  const spelled = (entry: MemberEntry) =>
    JSON.stringify(sorted({ ...entry, names: sorted(entry.names), roles: entry.roles.join(" ") }));
  return spelled(one) === spelled(other);
}

function sorted(fields: object): readonly (readonly [string, unknown])[] {
  return Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
