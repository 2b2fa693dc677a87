/** What a database from an older copy, or one that has gone on, makes of the directory in the server's folder. */
import t from "tap";
import {
  memberValidUntil,
  nextDocument,
  signDirectory,
  stateFreshness,
} from "../../../src/client/directory/organisation.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { type SignedDirectory, documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { DAY_MS } from "../../../src/protocol/encoding/day.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { makeDirectories } from "../../../src/server/services/common/directories.ts";
import { connect } from "../../../src/server/store/database.ts";
import { insertState } from "../../../src/server/store/office/directories.ts";
import { makeOrganisation, signedOf } from "../../support/organisation.ts";
import { createTestDatabase, query } from "../../support/machine/postgres.ts";
import { makeFolder, run } from "../../support/machine/server-process.ts";

const organisation = makeOrganisation(Date.now());
const stewards = [organisation.lead, organisation.administrator];
/** With statements 1 to 4. */
const full = [1, 2, 3].reduce((signed) => stateFreshness(signed, stewards, Date.now()), organisation.signed);
const withOnly = (from: number, to: number): SignedDirectory => ({
  ...full,
  statements: full.statements!.slice(from - 1, to),
});
const next = stateFreshness(
  signDirectory(nextDocument(organisation.document, full, Date.now()), organisation.roots),
  stewards,
  Date.now(),
);

t.test(
  "statements of a newer file are taken in, wherever in it they stand, and an older file changes nothing",
  async (t) => {
    const { appUrl, ownerUrl } = await createTestDatabase(t);
    const { database, close } = connect(appUrl);
    t.teardown(close);
    const start = () => makeDirectories(database, makeServerKey(randomBytes(32)), organisation.rootSet);
    const starting = async (file: readonly SignedDirectory[]) => {
      const directories = start();
      const problem = await directories.importNewer(file).then(
        () => undefined,
        (error: unknown) => (error as { code?: string }).code,
      );
      const { version, freshness } = await directories.current();
      return problem ?? [version, freshness?.sequence];
    };
    const restore = async (stored: SignedDirectory) => {
      await query(ownerUrl, "DELETE FROM statements");
      await query(ownerUrl, "DELETE FROM directories");
      await start().importNewer([stored]);
    };
    const cases: [string, SignedDirectory, SignedDirectory[], unknown][] = [
      ["all of them in the file", withOnly(1, 2), [full], [1, 4]],
      ["only those that are missing", withOnly(1, 2), [withOnly(3, 4)], [1, 4]],
      ["the last that is stored, and those that are missing", withOnly(1, 2), [withOnly(2, 4)], [1, 4]],
      ["copies of several days", withOnly(1, 2), [withOnly(4, 4), withOnly(3, 3)], [1, 4]],
      ["one of them is missing", withOnly(1, 2), [withOnly(2, 2), withOnly(4, 4)], "statement-gap"],
      ["the next directory needs none of them", withOnly(1, 2), [full, next], [2, 1]],
      ["the office has gone on since the file", full, [withOnly(1, 2)], [1, 4]],
      ["the same, the file from the public answer", full, [withOnly(2, 2)], [1, 4]],
      ["and made a directory since", next, [full], [2, 1]],
      ["the very same", full, [full], [1, 4]],
    ];
    for (const [title, stored, file, expected] of cases) {
      await restore(stored);
      t.same(await starting(file), expected, title);
    }
    const begunWith = async (file: readonly SignedDirectory[]) => {
      await query(ownerUrl, "DELETE FROM statements");
      await query(ownerUrl, "DELETE FROM directories");
      return [await starting(file), await start().firstStatement()];
    };
    t.same(
      await begunWith([withOnly(4, 4)]),
      [[1, 4], 4],
      "a new server takes the newest alone, and knows that it does",
    );
    const fills: [string, SignedDirectory[], unknown][] = [
      ["what does not lead to it", [withOnly(2, 2)], 4],
      ["the one right before it", [withOnly(2, 3)], 2],
      ["all", [full], 1],
    ];
    for (const [title, file, first] of fills) {
      t.same(await starting([withOnly(4, 4), ...file]), [1, 4], title);
      t.equal(await start().firstStatement(), first, title);
    }
    const stored = await query(ownerUrl, "SELECT sequence FROM statements ORDER BY sequence");
    t.same(
      stored.map(({ sequence }) => sequence as number),
      [1, 2, 3, 4],
    );
    const other = stateFreshness(withOnly(1, 3), stewards, Date.now() + 60_000);
    await restore(full);
    t.equal(await starting([other]), "statement-two-views", "another one in the place of the newest is an alarm");
    const third = stateFreshness(withOnly(1, 2), stewards, Date.now() + 60_000);
    await begunWith([withOnly(4, 4)]);
    t.equal(await starting([third]), "statement-two-views", "and one that the newest does not rest on");
  },
);

t.test("a directory that has ended since is followed by the next one", async (t) => {
  const { appUrl } = await createTestDatabase(t);
  const { database, close } = connect(appUrl);
  t.teardown(close);
  const begun = makeOrganisation(Date.now() - 410 * DAY_MS, organisation.roots);
  const { hash } = parseDirectory(documentBytes(begun.signed));
  const [statement] = begun.signed.statements!;
  const state = {
    version: 1,
    directory: { hash, signed: begun.signed },
    statements: [{ sequence: 1, signed: statement! }],
    day: begun.document.notBefore.slice(0, 10),
  };
  await insertState(database, state, { changed: [], forgotten: [], settled: [] });
  const directories = makeDirectories(database, makeServerKey(randomBytes(32)), organisation.rootSet);
  await t.rejects(directories.current(), { code: "expired" });
  const members = begun.document.members.map((entry) => ({ ...entry, validUntil: memberValidUntil(Date.now()) }));
  const after = nextDocument({ ...begun.document, members }, begun.signed, Date.now());
  await directories.importNewer([signedOf(begun, after, organisation.roots)]);
  t.equal((await directories.current()).version, 2);
});

t.test("of a file that is too new the server says in a sentence what is missing", async (t) => {
  const { appUrl } = await createTestDatabase(t);
  const { database, close } = connect(appUrl);
  await makeDirectories(database, makeServerKey(randomBytes(32)), organisation.rootSet).importNewer([withOnly(1, 2)]);
  await close();
  const folder = await makeFolder(t, { ...organisation, signed: withOnly(4, 4) });
  t.match(await run({ DATABASE_URL: appUrl, KEYS_DIR: folder, SEGEL_DATA: folder }), {
    code: 1,
    errors:
      /^KEYS_DIR: .*directory\.json is newer than the database, and a statement .* is missing: .*restored\.md\)\n$/u,
  });
});
