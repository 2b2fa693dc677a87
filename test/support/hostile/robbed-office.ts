/** An office in the middle of its work, of which an adversary keeps everything that it once was: what the acts are played on. */
import { allCases, findNewCases } from "../../../src/client/member/list/cases.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { loadDirectories } from "../../../src/client/directory/directories.ts";
import {
  type NewMember,
  makeMember,
  nextDocument,
  signDirectory,
  stateFreshness,
} from "../../../src/client/directory/organisation.ts";
import { type Connection, callBytes, callSigned } from "../../../src/client/line/http.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { openReporterCase } from "../../../src/client/reporter/reporter-case.ts";
import { hex, utf8 } from "../../../src/crypto/bytes.ts";
import { deriveSigningKeyPair, makeSeed, sign } from "../../../src/crypto/secret/keys.ts";
import { deriveTokenKeys } from "../../../src/crypto/secret/token.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { DAY_MS } from "../../../src/protocol/encoding/day.ts";
import { type SignedDirectory, directorySignatureInput } from "../../../src/protocol/directory/directory.ts";
import { parseRows } from "../../../src/protocol/frames.ts";
import { firstUse } from "../../../src/protocol/directory/trust.ts";
import type { Answers } from "../../../src/protocol/rules/report-fields.ts";
import type { Loot } from "./hostile-acts.ts";
import { ANSWERS, first } from "./hostile-story.ts";
import { type Organisation, makeOrganisation } from "../organisation.ts";

/** Founded 40 days ago: what was said on the first day has lapsed since. */
const FOUNDED_DAYS_AGO = 40;

export type Chain = {
  /** As stewards confirmed it 12 days ago */
  readonly older: SignedDirectory;
  /** Published 10 days ago, when stewards had no reason to suspend anybody */
  readonly published: SignedDirectory;
  /** As it holds since 5 days ago: the third investigator is suspended */
  readonly newest: SignedDirectory;
  readonly forked: SignedDirectory;
};

export function foundOffice(now: number, roots?: Organisation["roots"]): { organisation: Organisation; chain: Chain } {
  const daysAgo = (days: number) => now - days * DAY_MS;
  const organisation = makeOrganisation(daysAgo(FOUNDED_DAYS_AGO), roots);
  const { document, signed, lead, administrator, investigators } = organisation;
  const stewards = [lead, administrator];
  const suspended = investigators.slice(2).map(({ entry }) => entry.id);
  const older = stateFreshness(signed, stewards, daysAgo(12));
  const next = (at: number) =>
    stateFreshness(signDirectory(nextDocument(document, older, at), organisation.roots), stewards, at);
  const published = next(daysAgo(10));
  const newest = stateFreshness(published, stewards, daysAgo(5), { suspended });
  return { organisation, chain: { older, published, newest, forked: next(daysAgo(10) + 1_000) } };
}

export type Office = {
  readonly organisation: Organisation;
  readonly chain: Chain;
  readonly connect: () => Connection;
  readonly enter: (who: NewMember) => Promise<Member>;
};

/** Case by case: its first words, and what its reporter keeps. */
export type Case = { readonly title: string; readonly token: Uint8Array; readonly handle: string };

export type Robbed = {
  /** Answered twice, with one message of its reporter in between */
  readonly talk: Case;
  /** Nobody has opened it */
  readonly unopened: Pick<Case, "title">;
  /** Who reads both cases that were opened */
  readonly reader: Member;
  readonly loot: Omit<Loot, "earlierVault" | "earlierLogin">;
};

export async function workAndRob({ organisation, chain, connect, enter }: Office): Promise<Robbed> {
  const { rootSet, channels, investigators } = organisation;
  const look = { depth: "quick", builtAt: 0, now: Date.now() } as const;
  const directories = await loadDirectories(connect(), firstUse(rootSet), look);
  const send = async (title: string, answers: Partial<Answers> = {}) => {
    const wanted = { answers: { ...ANSWERS, ...answers, title }, channelId: channels[0].id, excluded: [] };
    const prepared = prepareReport(wanted, directories.current, directories.now);
    await sendReport(connect(), prepared);
    return { title, token: prepared.token };
  };
  const reader = await enter(first(investigators));
  const open = (handle: string) => openMemberCase(reader, handle);
  const sendAndOpen = async (title: string): Promise<Case> => {
    const sent = await send(title);
    const [handle] = (await findNewCases(reader)).opened;
    if (handle === undefined) throw new Error("the report was sent");
    return { ...sent, handle };
  };
  const other = await sendAndOpen("Kasus lain");
  await (await open(other.handle)).answer("Terima kasih, kami periksa.");
  const talk = await sendAndOpen("Kasus yang diserang");
  await (await open(talk.handle)).answer("Di loket mana?");
  const { auth } = deriveTokenKeys(talk.token);
  const earlierCheck = await callSigned(connect(), "checkCase", {}, auth);
  await (await openReporterCase(connect(), talk.token, directories))?.write({ kind: "text", text: "Di loket tiga." });
  await (await open(talk.handle)).answer("Terima kasih.");
  await open(talk.handle);
  await allCases(reader);
  const call = { params: { handle: other.handle, direction: "team" }, query: { after: 0 } };
  const [foreign] = parseRows(await callBytes(reader.connection, "messages", call));
  const unopened = await send("Laporan yang belum dibuka");
  return {
    talk,
    unopened,
    reader,
    loot: { ...intruder(), ...chain, foreignRow: first([foreign!]).row, earlierCheck },
  };
}

/** Keys of nobody's. */
function intruder(): Pick<Loot, "own" | "signed"> {
  const keys = deriveSigningKeyPair(makeSeed());
  return {
    own: makeMember({ id: "Pemeriksa 4" }, ["investigator"], { now: Date.now() - DAY_MS, fromVersion: 2 }).entry,
    signed: (document) => ({
      root: hex(keys.publicKey),
      signature: toBase64url(sign(keys, directorySignatureInput(utf8(document)))),
    }),
  };
}
