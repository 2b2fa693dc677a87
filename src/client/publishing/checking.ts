/**
 * Whether published figures are genuine: each signed by two members of the directory that it names, each following the one
 * before. A server that alters, drops or exchanges one is found out here, by pages, desk and command line alike.
 */
import { fromHex } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import type { Directory, Member } from "../../protocol/directory/directory.ts";
import { type ChainError, type Link, chainError } from "../../protocol/publishing/chain.ts";
import { publishedOn, signersOf } from "../../protocol/publishing/signers.ts";
import {
  type SignedSnapshot,
  type Snapshot,
  parseSnapshot,
  snapshotBytes,
} from "../../protocol/publishing/snapshot.ts";

type Fault =
  /** Not what a snapshot looks like */
  | "malformed"
  /** It names a directory that is none of this office's */
  | "other-office"
  /** No two members who may have signed exactly this */
  | "not-signed"
  | ChainError;

export type Genuine = Link & {
  readonly signed: SignedSnapshot;
  readonly signers: readonly {
    readonly names: Member["names"];
    readonly roles: Member["roles"];
    readonly day: string;
  }[];
  /** The day on which the second member signed */
  readonly publishedOn: string;
};

export type CheckedFigures = {
  /** From the first on, up to one that does not hold */
  readonly genuine: readonly Genuine[];
  /** The first that does not hold: nothing after it can be believed either */
  readonly fault: { readonly sequence: number; readonly is: Fault } | undefined;
};

export type DirectoryAt = (version: number, hash: Uint8Array) => Promise<Directory | undefined>;

/** @param published all of them, from the first on */
export async function checkFigures(
  published: readonly SignedSnapshot[],
  directoryAt: DirectoryAt,
): Promise<CheckedFigures> {
  const genuine: Genuine[] = [];
  for (const [at, signed] of published.entries()) {
    const found = await checkOne(signed, genuine, directoryAt);
    if (typeof found === "string") return { genuine, fault: { sequence: at + 1, is: found } };
    genuine.push(found);
  }
  return { genuine, fault: undefined };
}

async function checkOne(
  signed: SignedSnapshot,
  before: readonly Link[],
  directoryAt: DirectoryAt,
): Promise<Genuine | Fault> {
  const bytes = snapshotBytes(signed);
  let snapshot: Snapshot;
  try {
    snapshot = parseSnapshot(bytes);
  } catch (error) {
    if (error instanceof CryptoError) return "malformed";
    throw error;
  }
  const directory = await directoryAt(snapshot.directory.version, fromHex(snapshot.directory.hash));
  if (directory === undefined) return "other-office";
  const signers = signersOf(signed, directory);
  const day = publishedOn(signers);
  if (day === undefined) return "not-signed";
  const wrong = chainError(before, snapshot);
  if (wrong !== undefined) return wrong;
  return {
    signed,
    snapshot,
    bytes,
    publishedOn: day,
    signers: signers.map(({ member: { names, roles }, day: on }) => ({ names, roles, day: on })),
  };
}

/** Whether `later` goes on where `earlier` ended: a snapshot that is missing or another stands out. */
export function goesOn(earlier: readonly SignedSnapshot[], later: readonly SignedSnapshot[]): boolean {
  return earlier.every(({ document }, at) => later[at]?.document === document);
}
