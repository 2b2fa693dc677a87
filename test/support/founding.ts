/** A server whose office is being founded, and the people in the room, each with a device of their own. */
import type { Test } from "tap";
import { makeRecovery, encodeRecovery } from "../../src/client/ceremony/recovery.ts";
import { encodeRoot, encodeSignature, makeRoot, signRequest } from "../../src/client/ceremony/root.ts";
import { type Request, readRequest } from "../../src/client/ceremony/request.ts";
import { type MemberEntry, makeMember } from "../../src/client/directory/organisation.ts";
import { type Connection, connect } from "../../src/client/line/http.ts";
import { type FirstChoices, composeFirst } from "../../src/client/office/first-directory.ts";
import {
  type FoundingPlace,
  claimFounding,
  closeFounding,
  gatherFirst,
  handInDirectory,
  joinFounding,
  makeFoundingKey,
  proposeOffice,
  readFounding,
  requestFileOf,
} from "../../src/client/office/founding.ts";
import { type KeptJoiner, makeJoiner } from "../../src/client/office/joining.ts";
import type { MadeRequest } from "../../src/client/office/requests.ts";
import type { Bytes } from "../../src/crypto/bytes.ts";
import type { Role } from "../../src/protocol/rules/casework.ts";
import type { FoundingProposal } from "../../src/protocol/founding.ts";
import { buildFoundingApp } from "../../src/server/founding-app.ts";
import { makeOrigins } from "../../src/server/origins.ts";
import { makeLog } from "../../src/server/plugins/logging.ts";
import { addPages } from "../../src/server/plugins/pages.ts";
import { beginFounding } from "../../src/server/services/office/founding.ts";
import { connect as connectDatabase } from "../../src/server/store/database.ts";
import type { Database } from "../../src/server/store/database.ts";
import { type TestDatabase, createTestDatabase } from "./machine/postgres.ts";
import { freePort } from "./machine/free-port.ts";

export type FoundingServer = {
  readonly origin: string;
  readonly urls: TestDatabase;
  readonly database: Database;
  /** Printed at the first start alone */
  readonly code: string;
  readonly connection: Connection;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

/** `urls`: a second process, or the same one after it was killed; `webDir`: with its page. */
export async function startFounding(
  t: Pick<Test, "teardown">,
  { urls: given, webDir }: { readonly urls?: TestDatabase; readonly webDir?: string } = {},
): Promise<FoundingServer> {
  const urls = given ?? (await createTestDatabase(t));
  const { database, close } = connectDatabase(urls.appUrl, { onError: () => {} });
  const lines: string[] = [];
  const log = makeLog("debug", { write: (line: string) => void lines.push(line) });
  const code = (await beginFounding(database)) ?? "";
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const app = await buildFoundingApp({ database, log, origins: [origin] });
  if (webDir !== undefined) await addPages(app, { webDir, origins: makeOrigins([origin]), isFounding: true });
  await app.listen({ host: "127.0.0.1", port });
  const stop = once(async () => {
    app.server.closeAllConnections();
    await app.close();
    await close();
  });
  t.teardown(stop);
  return { origin, urls, database, code, connection: connect(origin), log: () => lines.join(""), stop };
}

export const PROPOSAL: FoundingProposal = {
  office: {
    names: { id: "Inspektorat Uji", en: "Test Inspectorate" },
    timeZone: "WIB",
    units: [{ name: "Sekretariat", aliases: ["Setjen"] }],
    daysOff: {},
  },
  channel: { names: { id: "Saluran utama", en: "Main channel" }, deadlines: "zi" },
};

export const WORDS = "enam kata yang tidak menjaga apa pun";

/** Somebody with a device: what it has handed over, and what it keeps of whoever signs in later. */
export type Person = {
  readonly entry: MemberEntry;
  readonly kept: KeptJoiner | undefined;
  readonly place: FoundingPlace;
};

export type Founding = {
  readonly founder: FoundingPlace;
  readonly joiningKey: Bytes;
  readonly people: readonly Person[];
  readonly roots: readonly Bytes[];
  readonly rootFiles: readonly Uint8Array[];
  readonly recovery: Uint8Array;
};

export const OF_THREE: readonly (readonly Role[])[] = [["lead"], ["investigator"], ["administrator", "custodian"]];
export const OF_EIGHT: readonly (readonly Role[])[] = [
  ["lead"],
  ["administrator"],
  ["investigator"],
  ["investigator"],
  ["investigator"],
  ["custodian"],
  ["custodian"],
  ["custodian"],
];

type Coming = { readonly name: string; readonly place: FoundingPlace; readonly keeps: boolean; readonly now: number };

/** Without what a device keeps it takes no Argon2id. */
export function makePerson(roles: readonly Role[], { name, place, keeps, now }: Coming): Person {
  const names = { id: name };
  if (keeps) return { ...makeJoiner({ name, passphrase: WORDS, names, roles, now }), place };
  return { entry: makeMember(names, roles, { now, fromVersion: 0 }).entry, kept: undefined, place };
}

/** Until everybody has joined, and the key page has written its files. The first `keep` have kept their keys. */
export async function gatherRoom(
  { connection, code }: Pick<FoundingServer, "connection" | "code">,
  team: readonly (readonly Role[])[],
  { keep = 0, now = Date.now() }: { readonly keep?: number; readonly now?: number } = {},
): Promise<Founding> {
  const founder = { connection, key: makeFoundingKey() };
  await claimFounding(founder, code);
  const joiningKey = makeFoundingKey();
  await proposeOffice(founder, PROPOSAL, joiningKey);
  const place = { connection, key: joiningKey };
  const people = team.map((roles, at) => makePerson(roles, { name: `orang-${at + 1}`, place, keeps: at < keep, now }));
  for (const { entry } of people) await joinFounding(place, entry);
  return { founder, joiningKey, people, ...(await makeKeyPage()) };
}

/** Three roots and a recovery key of three shares, and the files of their public halves. */
export async function makeKeyPage(): Promise<Pick<Founding, "roots" | "rootFiles" | "recovery">> {
  const roots = [1, 2, 3].map(() => makeRoot());
  const { published } = await makeRecovery(2, 3);
  return {
    roots: roots.map(({ seed }) => seed),
    rootFiles: roots.map(({ key }) => encodeRoot(key)),
    recovery: encodeRecovery(published),
  };
}

/** Who reads: leads and investigators; who keeps identities: custodians. */
export function choicesOf(
  { rootFiles, recovery }: Pick<Founding, "rootFiles" | "recovery">,
  members: readonly MemberEntry[],
): FirstChoices {
  const ids = (...roles: Role[]) =>
    members.filter((entry) => entry.roles.some((role) => roles.includes(role))).map(({ id }) => id);
  const recipients = ids("lead", "investigator");
  const custodians = ids("custodian");
  return {
    proposal: PROPOSAL,
    members,
    recipients,
    custodians,
    excludable: [...recipients, ...custodians],
    roots: rootFiles,
    rootsNeeded: 2,
    recovery,
  };
}

/** The founder closes the list with all who have come. */
export async function closeList(founding: Founding, now = Date.now()): Promise<MadeRequest> {
  const { joiners } = await readFounding(founding.founder);
  const made = composeFirst(choicesOf(founding, joiners), now);
  if ("faults" in made) throw new Error(JSON.stringify(made.faults));
  await closeFounding(founding.founder, made);
  return made;
}

/** On the key page, without a network: two holders of three sign what they read; the file is a stick's. */
export function signOffline(founding: Founding, request: Request): Uint8Array[] {
  const onStick = readRequest(requestFileOf(request));
  return founding.roots.slice(0, 2).map((seed) => encodeSignature(signRequest(onStick, seed)));
}

export async function signAndHandIn(founding: Founding): Promise<void> {
  const { request } = await readFounding(founding.founder);
  if (request === undefined) throw new Error("the list is open");
  const { signed } = gatherFirst(request, signOffline(founding, request));
  if (signed === undefined) throw new Error("two of three have signed");
  await handInDirectory(founding.founder, request, signed);
}
