/** Figures published by members: what is published, what waits for a second signature, and signing it. */
import { sign } from "../../crypto/secret/keys.ts";
import { fromHex, hex } from "../../crypto/bytes.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { API } from "../../protocol/api.ts";
import { chainError } from "../../protocol/publishing/chain.ts";
import { signersOf } from "../../protocol/publishing/signers.ts";
import {
  type SignedSnapshot,
  type Snapshot,
  type SnapshotSignature,
  encodeSnapshot,
  parseSnapshot,
  snapshotBytes,
  snapshotHashOf,
  snapshotSignatureInput,
} from "../../protocol/publishing/snapshot.ts";
import { callBytes, callJson } from "../line/http.ts";
import type { Member } from "../member/entry/sign-in.ts";
import { Refusal } from "../refusal.ts";
import { type CheckedFigures, checkFigures } from "./checking.ts";
import { fetchFigures } from "./fetching.ts";

type Signing = Pick<Member, "connection" | "id" | "signing" | "directories">;

export type Waiting = {
  readonly signed: SignedSnapshot;
  readonly snapshot: Snapshot;
  /** Names it for the page */
  readonly hash: string;
  readonly preparedBy: string;
  readonly preparedOn: string;
};

/** What is published, looked at; and what waits for a second signature. Throws ApiError. */
export async function readFigures({ connection, directories }: Signing): Promise<{
  readonly published: CheckedFigures;
  readonly waiting: Waiting | undefined;
}> {
  const published = await checkFigures(await fetchFigures(connection), directories.at);
  const { proposal } = await callJson(connection, "figuresProposal", API.figuresProposal.answer.json);
  if (proposal === null) return { published, waiting: undefined };
  const bytes = snapshotBytes(proposal);
  const snapshot = parseSnapshot(bytes);
  const directory = await directories.at(snapshot.directory.version, fromHex(snapshot.directory.hash));
  const [first] = directory === undefined ? [] : signersOf(proposal, directory);
  // What no lead has signed, or what does not follow, an honest server would not have taken.
  if (first === undefined || chainError(published.genuine, snapshot) !== undefined)
    return { published, waiting: undefined };
  const hash = hex(snapshotHashOf(bytes));
  return {
    published,
    waiting: { signed: proposal, snapshot, hash, preparedBy: first.member.id, preparedOn: first.day },
  };
}

/** Signs a snapshot that was just counted, and has it wait for a second member. Throws ApiError `conflict`. */
export async function proposeFigures(member: Signing, snapshot: Snapshot, today: string): Promise<void> {
  const document = encodeSnapshot(snapshot);
  await callJson(member.connection, "proposeFigures", API.proposeFigures.answer.json, {
    body: { document: new TextDecoder().decode(document), signature: signatureBy(member, document, today) },
  });
}

/** Signs what a colleague prepared: the very bytes that were read. Throws Refusal `changed` where it is another by now. */
export async function confirmFigures(member: Signing, hash: string, today: string): Promise<void> {
  const { waiting } = await readFigures(member);
  if (waiting === undefined || waiting.hash !== hash) throw new Refusal("changed");
  const document = snapshotBytes(waiting.signed);
  await callJson(member.connection, "confirmFigures", API.confirmFigures.answer.json, {
    body: { hash, signature: signatureBy(member, document, today) },
  });
}

/** Takes back what waits. */
export async function dropFigures({ connection }: Signing): Promise<void> {
  await callBytes(connection, "dropFigures");
}

function signatureBy({ id, signing }: Signing, document: Uint8Array, day: string): SnapshotSignature {
  return { member: id, day, signature: toBase64url(sign(signing, snapshotSignatureInput(document, id, day))) };
}
