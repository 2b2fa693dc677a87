/** A real service whose answers pass through whoever has taken it over: `support/hostile/robbed-office.ts` with pages and HTTP. */
import path from "node:path";
import type { Test } from "tap";
import { connect } from "../../../src/client/line/http.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { type Member, enrol, signIn } from "../../../src/client/member/entry/sign-in.ts";
import { wordListOf } from "../../../src/client/reporter/word-lists.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { wordsOf } from "../../../src/crypto/secret/words.ts";
import { fromUtf8 } from "../../../src/crypto/bytes.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { makeDirectories } from "../../../src/server/services/common/directories.ts";
import { connect as connectDatabase } from "../../../src/server/store/database.ts";
import type { SignedDirectory } from "../../../src/protocol/directory/directory.ts";
import { type Language, factsOf } from "../../../src/words/languages.ts";
import type { Act, Loot } from "../../support/hostile/hostile-acts.ts";
import { type Front, startFront } from "../../support/hostile/lies.ts";
import { ROOTS } from "../../support/pages.ts";
import { type Case, foundOffice, workAndRob } from "../../support/hostile/robbed-office.ts";
import { freePort } from "../../support/machine/free-port.ts";
import { query } from "../../support/machine/postgres.ts";
import { sendReports } from "./reports.ts";
import { type Ground, type Login, layGround, serve } from "./site.ts";

export type RobbedSite = {
  readonly origin: string;
  readonly logins: Readonly<Record<"reader" | "suspended" | "steward", Login>>;
  /** The case that is attacked */
  readonly talk: Case;
  readonly rootsFile: string;
  readonly wordsIn: (language: Language) => string[];
  /** From now on the server does this; nothing, where none is named */
  readonly lie: (act: Act | undefined) => void;
  /** One more report, which an honest client has sealed */
  readonly sendAnother: () => Promise<void>;
  readonly othersSent: () => number;
  readonly countReports: () => Promise<number>;
};

/** What members note of what they were shown is not kept: the next act meets them as they were. */
const FORGETFUL: Front["lies"] = {
  putWrap: () => ({ status: 200, bytes: Buffer.from('{"stored":true}') }),
  putKnownHeads: () => ({ status: 200, bytes: Buffer.from('{"stored":true}') }),
};

export async function startRobbedSite(t: Pick<Test, "teardown">): Promise<RobbedSite> {
  const { organisation, chain } = foundOffice(Date.now(), ROOTS);
  const [port, upstream] = [await freePort(), await freePort()];
  const front = await startFront(t, { port, upstream });
  const laid = await layGround(t, port);
  const ground: Ground = { ...laid, organisation: { ...organisation, signed: chain.older }, port: upstream };
  const serverKey = randomBytes(32);
  t.teardown(await serve(ground, { serverKey, webDir: ground.webDir, lines: [] }));
  const publish = await publisher(t, ground, serverKey);
  await publish(chain.published);
  const { origin } = ground;
  const login = (name: string, member: NewMember): Login => ({
    name,
    passphrase: `enam kata yang tidak menjaga apa pun ${name}`,
    member,
  });
  const [first, , third] = organisation.investigators as [NewMember, NewMember, NewMember];
  const logins = {
    reader: login("pemeriksa-satu", first),
    suspended: login("pemeriksa-tiga", third),
    steward: login("penanggung-jawab", organisation.lead),
  };
  for (const { name, passphrase, member } of Object.values(logins))
    await enrol(connect(origin), member, { name, passphrase });
  const enter = async (who: NewMember): Promise<Member> => {
    const { name, passphrase } = Object.values(logins).find(({ member }) => member === who) ?? logins.reader;
    const entrance = { name, passphrase, roots: organisation.rootSet, device: undefined, builtAt: 0, now: Date.now() };
    return signIn(connect(origin), entrance);
  };
  const passedLogin = () => front.passed.get("login") ?? new Uint8Array();
  await enter(logins.suspended.member);
  const earlierLogin = passedLogin();
  const { talk, loot } = await workAndRob({ organisation, chain, connect: () => connect(origin), enter });
  const { vault } = JSON.parse(fromUtf8(passedLogin())) as { vault: { memory: string } };
  await publish(chain.newest);
  const all: Loot = { ...loot, earlierLogin, earlierVault: vault.memory };
  let extra = 0;
  return {
    origin,
    logins,
    talk,
    rootsFile: path.join(path.dirname(ground.webDir), "test-keys/roots.json"),
    wordsIn: (language) => wordsOf(talk.token, wordListOf(factsOf(language).codeWords)),
    lie: (act) => {
      front.lies = act === undefined ? {} : { ...FORGETFUL, ...act.lies(all) };
    },
    async sendAnother() {
      extra++;
      await sendReports({ origin, organisation: { ...organisation, signed: chain.newest } }, [{ title: "Baru" }]);
    },
    othersSent: () => extra,
    async countReports() {
      const [row] = await query<{ count: string }>(ground.urls.ownerUrl, "SELECT count(*) FROM cases");
      return Number(row?.count);
    },
  };
}

/** As an operator does it, without a steward at the desk. */
async function publisher(
  t: Pick<Test, "teardown">,
  { urls, organisation }: Ground,
  serverKey: Uint8Array,
): Promise<(signed: SignedDirectory) => Promise<void>> {
  const { database, close } = connectDatabase(urls.appUrl, { onError: () => {} });
  t.teardown(close);
  const directories = makeDirectories(database, makeServerKey(serverKey), organisation.rootSet);
  return (signed) => directories.importNewer([signed]);
}
