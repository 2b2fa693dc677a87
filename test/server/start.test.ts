import * as fs from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { makeOrganisation, signedOf } from "../support/organisation.ts";
import { PROFILES } from "../../src/protocol/rules/deadline-profiles.ts";
import { dayAt, timeZoneOf } from "../../src/protocol/encoding/time-zone.ts";
import { createTestDatabase, query } from "../support/machine/postgres.ts";
import { freePort } from "../support/machine/free-port.ts";
import { ConfigError, readConfig, readKeys, readPromises, readRoots, readTimeZone } from "../../src/server/config.ts";
import { loadServerKey } from "../../src/server/admission/server-key.ts";
import { nextDocument, signDirectory, stateFreshness } from "../../src/client/directory/organisation.ts";
import { openDemonstration } from "../../src/cli/office/demonstration.ts";
import { hex } from "../../src/crypto/bytes.ts";
import { type Role, isSteward } from "../../src/protocol/rules/casework.ts";
import { DEMONSTRATION_ROOT } from "../../src/protocol/directory/demonstration.ts";
import { makeFolder, run } from "../support/machine/server-process.ts";

t.test("the server starts, imports the directory, makes its key, and ends cleanly", async (t) => {
  const { appUrl, ownerUrl } = await createTestDatabase(t);
  const organisation = makeOrganisation(Date.now());
  const folder = await makeFolder(t, organisation);
  const settings = {
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    KEYS_DIR: folder,
    SEGEL_DATA: folder,
    PORT: String(await freePort()),
  };
  // Fourteen hours before UTC and twelve behind it: at no moment do both have its day.
  const [early, late] = ["Pacific/Kiritimati", "Etc/GMT+12"] as const;
  const liveIn = (timeZone: string) => fs.writeFile(path.join(folder, "office.json"), JSON.stringify({ timeZone }));
  const now = (timeZone: string) => dayAt(Date.now(), timeZoneOf({ timeZone }));
  const begun = [now(early), now(late)];
  await liveIn(early);
  const first = await run(settings, async (origin) => {
    const { chain } = (await (await fetch(`${origin}/api/directory`)).json()) as { chain: unknown[] };
    t.same(chain, [organisation.signed]);
  });
  t.equal(first.code, 0, first.errors);
  t.equal(first.errors, "");
  const { mode, size } = await fs.stat(path.join(folder, "server.key"));
  t.equal(mode & 0o777, 0o600);
  t.equal(size, 32);

  const next = signedOf(
    organisation,
    nextDocument(organisation.document, organisation.signed, Date.now()),
    organisation.roots,
  );
  const stewards = [organisation.lead, organisation.administrator];
  const confirmed = stateFreshness(next, stewards, Date.now());
  await fs.writeFile(path.join(folder, "directory.json"), JSON.stringify([organisation.signed, confirmed]));
  await liveIn(late);
  const second = await run(settings, async (origin) => {
    const { chain } = (await (await fetch(`${origin}/api/directory?from=1`)).json()) as { chain: unknown[] };
    const { statements: _older, ...before } = organisation.signed;
    t.same(chain, [before, confirmed], "a newer directory beside the old one is taken");
  });
  t.equal(second.code, 0, second.errors);

  const stored = await query<{ day: string }>(
    ownerUrl,
    "SELECT published_on::text AS day FROM directories ORDER BY version",
  );
  for (const [at, place] of [early, late].entries())
    t.ok([begun[at], now(place)].includes(stored[at]?.day), `stored on the office's day in ${place}`);

  await fs.writeFile(path.join(folder, "directory.json"), JSON.stringify([organisation.signed, next]));
  const third = await run(settings, async () => {});
  t.equal(third.code, 0, `an older file, from before the stewards confirmed it, changes nothing ${third.errors}`);

  for (const name of ["roots.json", "directory.json"]) await fs.rm(path.join(folder, name));
  t.match(
    await run(settings),
    {
      code: 1,
      output: "",
      errors: /^KEYS_DIR: .*roots\.json is missing, and the database holds an office that has begun\n$/u,
    },
    "keys that were lost are no new beginning",
  );
});

t.test("the server refuses to start without a directory that its roots signed", async (t) => {
  const { appUrl } = await createTestDatabase(t);
  const folder = await makeFolder(t, {
    ...makeOrganisation(Date.now()),
    rootSet: makeOrganisation(Date.now()).rootSet,
  });
  const settings = { DATABASE_URL: appUrl, KEYS_DIR: folder, SEGEL_DATA: folder };
  t.match(await run(settings), {
    code: 1,
    errors: /^KEYS_DIR: there is no valid directory signed by these roots \(too-few-signatures\)\n$/u,
  });
  const roots = path.join(folder, "roots.json");
  await fs.rename(roots, `${roots}.lost`);
  await t.rejects(readKeys({ keysFolder: folder, isProduction: true }), {
    message: /holds directory\.json and no roots\.json/u,
  });
  await fs.rename(`${roots}.lost`, roots);
  await fs.rm(path.join(folder, "directory.json"));
  t.match(await run(settings), { code: 1, errors: /^KEYS_DIR: there is no valid directory .*\n$/u });
  await fs.rm(roots);
  t.equal(await readKeys({ keysFolder: folder, isProduction: true }), undefined, "an office may be founded here");
  await t.rejects(readKeys({ keysFolder: `${folder}/nowhere`, isProduction: true }), { message: /is missing/u });
});

t.test("the office's time zone is read from office.json, and a wrong one stops the start", async (t) => {
  const keysFolder = await makeFolder(t, makeOrganisation(Date.now()));
  const zone = async (office?: unknown) => {
    if (office !== undefined) await fs.writeFile(path.join(keysFolder, "office.json"), JSON.stringify(office));
    return (await readTimeZone({ keysFolder })).id;
  };
  t.equal(await zone(), "UTC", "no file");
  t.equal(await zone({ names: {} }), "UTC", "no zone");
  t.equal(await zone({ names: {}, timeZone: "WITA", other: 1 }), "Asia/Makassar");
  for (const wrong of [{ timeZone: "+07:00" }, { timeZone: 7 }, { timeZone: "Mars/Olympus" }, [], "WIB"])
    await t.rejects(zone(wrong), { message: /^KEYS_DIR: .*time zone|is not JSON/u }, JSON.stringify(wrong));
});

t.test("days off and deadlines are read from office.json, and wrong ones stop the start", async (t) => {
  const keysFolder = await makeFolder(t, makeOrganisation(Date.now()));
  const promises = async (office?: unknown) => {
    if (office !== undefined) await fs.writeFile(path.join(keysFolder, "office.json"), JSON.stringify(office));
    return readPromises({ keysFolder });
  };
  t.same(await promises(), { daysOff: {}, profiles: PROFILES }, "no file");
  const day = dayAt(Date.now(), timeZoneOf({}));
  const daysOff = { [day.slice(0, 4)]: { source: "SKB", days: [day] } };
  const own = { names: { id: "Sendiri", en: "Own" }, steps: [{ ...PROFILES["benturan"]?.steps[0], count: 3 }] };
  const read = await promises({ names: {}, daysOff, deadlines: { own } });
  t.same(read, { daysOff, profiles: { ...PROFILES, own } });
  const wrong = [
    { daysOff: { [day.slice(0, 4)]: { source: "SKB", days: ["kemarin"] } } },
    { deadlines: { own: { steps: [] } } },
  ];
  for (const one of wrong)
    await t.rejects(promises(one), { message: /^KEYS_DIR: .*days off or deadlines/u }, JSON.stringify(one));
});

/** What one line the operator reads, or "" when the settings are taken. */
async function refusal(settings: Record<string, string>): Promise<string> {
  try {
    await readRoots(readConfig(settings));
    return "";
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

t.test(
  "in production the server refuses demonstration keys, a missing database and plain http, and says why in one line",
  async (t) => {
    const folder = await makeFolder(t, makeOrganisation(Date.now()), { demonstration: true });
    const demonstration = {
      NODE_ENV: "production",
      KEYS_DIR: folder,
      SEGEL_DATA: folder,
      DATABASE_URL: "postgresql:///none",
      ORIGIN: "https://segel.example",
    };
    const settings = { ...demonstration, KEYS_DIR: await makeFolder(t, makeOrganisation(Date.now())) };
    t.equal(await refusal(settings), "");
    t.equal(
      await refusal({ ...settings, ORIGIN: "https://segel.example,http://abc.onion" }),
      "",
      "https and onion together are fine",
    );
    t.match(await refusal(demonstration), /^KEYS_DIR: .*demonstration/u);
    t.equal(await refusal({ ...demonstration, NODE_ENV: "" }), "", "they are fine elsewhere");
    t.match(await refusal({ ...settings, DATABASE_URL: "" }), /^DATABASE_URL: /u);
    t.match(await refusal({ ...settings, ORIGIN: "" }), /^ORIGIN: .*https or an \.onion/u);
    t.match(
      await refusal({ ...settings, ORIGIN: "https://segel.example,http://segel.example" }),
      /^ORIGIN: .*https or an \.onion/u,
    );
    t.match(await run(demonstration), { code: 1, output: "", errors: /^KEYS_DIR: .*demonstration.*\n$/u });
    await t.rejects(
      loadServerKey(path.join(folder, "server.key"), { create: false }),
      { message: /^SERVER_KEY_FILE: /u },
      "production makes no key by itself",
    );
  },
);

t.test("production refuses the demonstration by its keys, whatever flag is edited away", async (t) => {
  const data = await makeFolder(t, makeOrganisation(Date.now()));
  const { keysFolder, members } = await openDemonstration(data, Date.now());
  const { appUrl, ownerUrl } = await createTestDatabase(t);
  const edit = async (file: string, content: object) =>
    fs.writeFile(path.join(keysFolder, file), JSON.stringify(content));
  const { threshold, keys } = JSON.parse(await fs.readFile(path.join(keysFolder, "roots.json"), "utf8")) as {
    threshold: number;
    keys: string[];
  };
  const there = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, KEYS_DIR: keysFolder, SEGEL_DATA: data };
  const production = { ...there, NODE_ENV: "production", ORIGIN: "https://segel.example", LOG_LEVEL: "silent" };
  const refused = async (line: RegExp, what: string) =>
    t.match(await run(production), { code: 1, output: "", errors: line }, what);

  t.equal((await run({ ...there, PORT: String(await freePort()) }, async () => {})).code, 0, "elsewhere it runs");
  await loadServerKey(path.join(data, "server.key"), { create: true });
  await edit("roots.json", { threshold, keys });
  await refused(/^KEYS_DIR: .*roots\.json holds the demonstration's keys/u, "the flag");
  await edit("roots.json", { threshold: 1, keys: keys.filter((key) => key !== DEMONSTRATION_ROOT) });
  await refused(/^KEYS_DIR: .*directory\.json is the demonstration's/u, "the root that marks it");
  await fs.rm(path.join(keysFolder, "directory.json"));
  await refused(/^DATABASE_URL: this is the database of a demonstration/u, "the directory");

  const other = makeOrganisation(Date.now());
  await edit("roots.json", { threshold: 1, keys: other.rootSet.keys.map(hex) });
  await refused(/^DATABASE_URL: this is the database of a demonstration/u, "the roots");
  const people = members.map(({ member }) => member);
  const ids = (role: Role) => people.flatMap(({ entry }) => (entry.roles.includes(role) ? [entry.id] : []));
  const channel = { ...other.channels[0], recipients: ids("investigator"), custodians: ids("custodian") };
  const document = {
    ...other.document,
    members: people.map(({ entry }) => entry),
    channels: [{ ...channel, excludable: channel.recipients }],
  };
  await edit("directory.json", signDirectory(document, other.roots));
  production.DATABASE_URL = (await createTestDatabase(t)).appUrl;
  await refused(/^KEYS_DIR: .*directory\.json .*was made out of one/u, "all of it, but for its people");
  const inDatabase = { ...there, DATABASE_URL: production.DATABASE_URL };
  await edit(
    "directory.json",
    stateFreshness(
      signDirectory(document, other.roots),
      people.filter(({ entry }) => isSteward(entry.roles)),
      Date.now(),
    ),
  );
  t.equal((await run({ ...inDatabase, PORT: String(await freePort()) }, async () => {})).code, 0);
  await fs.rm(path.join(keysFolder, "directory.json"));
  await refused(/^DATABASE_URL: this is the database of a demonstration/u, "its people, in a database alone");
});

t.test("a wrong setting is one line that names it", async (t) => {
  const settings = { DATABASE_URL: "postgresql:///none" };
  t.match(await refusal({ ...settings, PORT: "eighty" }), /^PORT: /u);
  t.match(await refusal({ ...settings, PORT: "70000" }), /^PORT: /u);
  t.match(await refusal({ ...settings, METRICS_PORT: "70000" }), /^METRICS_PORT: /u);
  t.match(await refusal({ ...settings, DATABASE_DISKS: "3" }), /^DATABASE_DISKS: expected 1, or 2/u);
  t.match(await refusal({ ...settings, LOG_LEVEL: "trace" }), /^LOG_LEVEL: /u);
  t.match(await refusal({ ...settings, ORIGIN: "https://segel.example/path" }), /^ORIGIN: /u);
  t.match(await refusal({ ...settings, FILES_PER_CASE: "51" }), /^FILES_PER_CASE: expected a number, at most 50$/u);
  t.match(await refusal({ ...settings, FILES_MIB_PER_CASE: "5121" }), /^FILES_MIB_PER_CASE: .*at most 5120$/u);
  t.match(await refusal({ ...settings, FILES_MIB: "20 GiB" }), /^FILES_MIB: /u);
  t.match(await refusal({ ...settings, MAIL_HOURS: "8" }), /^MAIL_HOURS: /u, "before there is a mail server");
  const mail = { ...settings, SMTP_URL: "smtp://mail.example", SMTP_FROM: "segel@mail.example" };
  t.notMatch(await refusal(mail), /^(?:SMTP|MAIL)_/u);
  t.match(await refusal({ ...mail, SMTP_FROM: "" }), /^SMTP_FROM: /u);
  t.match(await refusal({ ...mail, SMTP_URL: "mail.example" }), /^SMTP_URL: /u);
  t.match(await refusal({ ...mail, SMTP_TLS: "no" }), /^SMTP_TLS: /u);
  const lowered = readConfig({ ...settings, FILES_PER_CASE: "0", FILES_MIB_PER_CASE: "512", FILES_MIB: "4096" });
  t.same(lowered.fileLimits, { case: { files: 0, bytes: 512 * 1_048_576 }, bytes: 4_096 * 1_048_576 });
  t.equal(await refusal({ ...settings, KEYS_DIR: "/nowhere" }), "KEYS_DIR: /nowhere/roots.json is missing");
});

t.test("a file that is not there is called missing, and one that another user owns is not", async (t) => {
  const { appUrl } = await createTestDatabase(t);
  const organisation = makeOrganisation(Date.now());
  const start = (folder: string, more: Record<string, string> = {}) =>
    run({ DATABASE_URL: appUrl, KEYS_DIR: folder, SEGEL_DATA: folder, PORT: "0", ...more });
  const folder = await makeFolder(t, organisation);
  for (const [more, sentence] of [
    [{ KEYS_DIR: "/nowhere" }, "KEYS_DIR: /nowhere/roots.json is missing\n"],
    [
      { NODE_ENV: "production", ORIGIN: "https://segel.example", SERVER_KEY_FILE: "/nowhere/key" },
      "SERVER_KEY_FILE: /nowhere/key is missing (32 random bytes, mode 0600, its own)\n",
    ],
    [
      { WEB_DIR: "/nowhere" },
      "WEB_DIR: /nowhere holds no built pages: /nowhere/.well-known/webcat/manifest.json is missing; npm run build makes it\n",
    ],
  ] as const)
    t.same(await start(folder, more), { code: 1, output: "", errors: sentence });
  await fs.rm(path.join(folder, "directory.json"));
  const bare = await createTestDatabase(t);
  t.match(await start(folder, { DATABASE_URL: bare.appUrl }), {
    code: 1,
    errors: /^KEYS_DIR: .*\/directory\.json is missing, and the database knows none\n$/u,
  });
  for (const [url, sentence] of [
    [appUrl.replace(/\/test_[0-9a-f]+/u, "/nowhere"), /^DATABASE_URL: PostgreSQL has no such database \(3D000\)\n$/u],
    [appUrl.replace("segel_app", "nobody"), /^DATABASE_URL: PostgreSQL refuses the role or its password \(28000\)\n$/u],
  ] as const)
    t.match(await start(folder, { DATABASE_URL: url }), { code: 1, errors: sentence });
});

t.test("a key file that others may read, or of another size, is refused", async (t) => {
  const file = path.join(await makeFolder(t, makeOrganisation(Date.now())), "server.key");
  const [first, second] = await Promise.all([
    loadServerKey(file, { create: true }),
    loadServerKey(file, { create: true }),
  ]);
  t.same(first, second, "two processes that start at once have the same key");
  t.equal((await fs.stat(file)).mode & 0o777, 0o600);
  await fs.chmod(file, 0o644);
  await t.rejects(loadServerKey(file, { create: true }), { message: /0600/u });
  await fs.writeFile(file, new Uint8Array(31));
  await fs.chmod(file, 0o600);
  await t.rejects(loadServerKey(file, { create: true }), { message: /exactly 32 bytes/u });
});
