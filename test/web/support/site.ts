/** A whole service for browsers: server, pages and members who can sign in, over real HTTP. */
import type { Test } from "tap";
import { connect as connectClient } from "../../../src/client/line/http.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { enrol } from "../../../src/client/member/entry/sign-in.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { buildApp } from "../../../src/server/app.ts";
import { makeLog } from "../../../src/server/plugins/logging.ts";
import { makeOrigins } from "../../../src/server/origins.ts";
import { addPages } from "../../../src/server/plugins/pages.ts";
import { makeDirectories } from "../../../src/server/services/common/directories.ts";
import type { Mailing } from "../../../src/server/services/cases/notices.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { connect } from "../../../src/server/store/database.ts";
import { type Organisation, makeOrganisation } from "../../support/organisation.ts";
import { ROOTS, buildTestPages } from "../../support/pages.ts";
import { type TestDatabase, createTestDatabase } from "../../support/machine/postgres.ts";
import { freePort } from "../../support/machine/free-port.ts";

/** Pages are told sooner than people need. */
const BEAT_MS = 500;

export type Login = { readonly name: string; readonly passphrase: string; readonly member: NewMember };

export type Site = {
  readonly origin: string;
  readonly organisation: Organisation;
  readonly urls: TestDatabase;
  /** Members who are enrolled: the first investigator, then the second */
  readonly logins: readonly [Login, Login];
  /** Everything that was logged */
  readonly log: () => string;
};

/** What a service is made of before a process of it runs. */
export type Ground = Pick<Site, "origin" | "organisation" | "urls"> & {
  readonly webDir: string;
  readonly port: number;
};

export async function layGround(
  t: Pick<Test, "teardown">,
  port?: number,
  /** When the office was founded, and its stewards said that its directory holds */
  since = Date.now(),
  host = "127.0.0.1",
  { organise = makeOrganisation, office }: Pick<SiteOptions, "organise" | "office"> = {},
): Promise<Ground> {
  const webDir = await buildTestPages(office);
  const urls = await createTestDatabase(t);
  const listenOn = port ?? (await freePort());
  const organisation = organise(since, ROOTS);
  return { origin: `http://${host}:${listenOn}`, organisation, urls, webDir, port: listenOn };
}

type SiteOptions = {
  /** When the office was founded */
  readonly since?: number;
  readonly port?: number;
  readonly mailing?: Mailing;
  readonly needsFactor?: boolean;
  /** Passkeys belong to a name: there are none at an address of numbers */
  readonly host?: "localhost";
  /** Another office than most tests have, and its `office.json` */
  readonly organise?: typeof makeOrganisation;
  readonly office?: object;
};

export async function startSite(
  t: Pick<Test, "teardown">,
  { port, mailing, since, needsFactor = false, host, ...settings }: SiteOptions = {},
): Promise<Site> {
  const ground = await layGround(t, port, since, host, settings);
  const { origin, organisation, urls } = ground;
  const lines: string[] = [];
  const stop = await serve(ground, { serverKey: randomBytes(32), webDir: ground.webDir, lines, mailing, needsFactor });
  // Before the database goes: teardowns run last to first.
  t.teardown(stop);
  return { origin, organisation, urls, logins: await enrolFirst(ground), log: () => lines.join("") };
}

export type Served = {
  readonly serverKey: Uint8Array;
  readonly webDir: string;
  /** Where its log goes */
  readonly lines: string[];
  readonly mailing?: Mailing | undefined;
  /** Whether every member must have a second factor, as in earnest */
  readonly needsFactor?: boolean;
};

/** One server over these pages, until it is stopped. */
export async function serve(
  {
    origin,
    organisation,
    urls,
    port,
  }: Pick<Ground, "origin" | "urls" | "port"> & {
    readonly organisation: Pick<Organisation, "rootSet" | "signed">;
  },
  { serverKey, webDir, lines, mailing, needsFactor = false }: Served,
): Promise<() => Promise<void>> {
  const log = makeLog("debug", { write: (line: string) => void lines.push(line) });
  const { database, close } = connect(urls.appUrl, { onError: () => {} });
  const roots = organisation.rootSet;
  await makeDirectories(database, makeServerKey(serverKey), roots).importNewer([organisation.signed]);
  const app = await buildApp({
    needsFactor,
    database,
    log,
    serverKey,
    roots,
    origins: [origin],
    beatMs: BEAT_MS,
    ...(mailing && { mailing }),
  });
  await addPages(app, { webDir, origins: makeOrigins([origin]) });
  await app.listen({ host: "127.0.0.1", port });
  return async () => {
    app.server.closeAllConnections();
    await app.close();
    await close();
  };
}

async function enrolFirst({ origin, organisation }: Ground): Promise<Site["logins"]> {
  const [first, second] = organisation.investigators;
  if (first === undefined || second === undefined) throw new Error("an organisation has three investigators");
  const logins = [
    { name: "pemeriksa-satu", passphrase: "enam kata yang tidak menjaga apa pun", member: first },
    { name: "pemeriksa-dua", passphrase: "kata lain yang juga tidak menjaga apa pun", member: second },
  ] as const;
  for (const { name, passphrase, member } of logins) await enrol(connectClient(origin), member, { name, passphrase });
  return logins;
}
