import { randomBytes, randomInt } from "node:crypto";
import t from "tap";
import { rowSizes } from "../../../src/crypto/message.ts";
import { CHECK_ANSWER_BYTES } from "../../../src/protocol/limits.ts";
import { encodeMemberRow } from "../../../src/protocol/frames.ts";
import { connect } from "../../../src/client/line/http.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { parseDirectory, documentBytes } from "../../../src/protocol/directory/directory.ts";
import { type Answers, EMPTY_ANSWERS } from "../../../src/protocol/rules/report-fields.ts";
import { SCREENS as SCREENS_EN } from "../../../src/web/reporter/words/en/screens.ts";
import { SCREENS as SCREENS_ID } from "../../../src/web/reporter/words/id/screens.ts";
import { makeOrganisation } from "../../support/organisation.ts";
import { logIn, openHeads } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import { makeReport, send, sendSigned, startServer, storeReport } from "../../support/machine/server.ts";

const ANSWERS: Answers = { ...EMPTY_ANSWERS, unitName: "Unit", what: "x" };
const organisation = makeOrganisation(Date.now());
const directory = parseDirectory(documentBytes(organisation.signed));
const [channel] = organisation.channels;

/** The limit of all text together, less the other answers. */
const MOST_CODE_POINTS = 199_900;

const sizeOf = (what: string, excluded: readonly string[] = []) =>
  prepareReport({ answers: { ...ANSWERS, what }, channelId: channel.id, excluded }, directory).submission.length;

t.test("attack 36: a thousand reports of random lengths have four sizes, those of the listed classes", (t) => {
  // Lengths spread over orders of magnitude, as reports are: one line to ten pages and beyond.
  const lengths = Array.from({ length: 1_000 }, () =>
    Math.min(MOST_CODE_POINTS, Math.ceil(10 ** (randomInt(5_400) / 1_000))),
  );
  const sizes = new Set(lengths.map((length) => sizeOf("a".repeat(length))));
  const smallest = Math.min(...sizes);
  // 16, 64, 256 KiB and 1 MiB; everything else in a report is the same for all.
  const classes = [16, 64, 256, 1_024].map((kib) => smallest + (kib - 16) * 1_024);
  t.ok(sizes.size > 1);
  for (const size of sizes) t.ok(classes.includes(size), `${size}`);
  t.end();
});

t.test("whether a report asks for protection is said beside it, in as many bytes as that it does not", async (t) => {
  const addressOf = async (change: Partial<Answers>) => {
    const report = { answers: { ...ANSWERS, ...change }, channelId: channel.id, excluded: [] };
    let asked = "";
    const line = connect("http://127.0.0.1:1", async (address) => {
      asked = address;
      throw new TypeError("cut");
    });
    await sendReport(line, { ...prepareReport(report, directory), proof: "solved" }).catch(() => {});
    return asked.replace("http://127.0.0.1:1", "");
  };
  for (const what of ["Petugas minta uang.", "Saya tidak memerlukan perlindungan."])
    t.equal(await addressOf({ what }), "/api/reports?urgent=0", what);
  for (const { compose } of [SCREENS_ID, SCREENS_EN])
    t.equal(await addressOf({ who: compose.protection }), "/api/reports?urgent=1", "the form's box");
  t.equal(await addressOf({ what: "Saya diancam." }), "/api/reports?urgent=1", "or the text");
});

t.test("attack 37: who is excluded, and whether anybody is, changes no size", (t) => {
  const [one = "", two = ""] = channel.recipients;
  const plain = sizeOf("a");
  for (const excluded of [[one], [one, two], [channel.custodians[0] ?? ""]])
    t.equal(sizeOf("a", excluded), plain, String(excluded.length));
  t.end();
});

// Time too tells things apart. The test of attack 24 (test/server/timing.long.ts) takes it, over ten thousand checks of
// the same three kinds: "answered", "known" and "unknown" there. A second measurement would tell no more.
t.test("attack 38: a check is answered alike with an answer, without one, and for words of nobody", async (t) => {
  const server = await startServer(t);
  const [answered, waiting, nobody] = [await storeReport(server), await storeReport(server), makeReport(server)];
  const session = await logIn(server, server.organisation.investigators[0]!);
  for (const handle of await openHeads(server, session)) {
    const [row] = await query<{ case_id: Buffer }>(
      server.urls.ownerUrl,
      "SELECT case_id FROM cases WHERE handle = $1",
      [handle],
    );
    if (row?.case_id.equals(answered.keys.caseId) !== true) continue;
    const body = encodeMemberRow(randomBytes(rowSizes("team")[0] ?? 0));
    const path = `/api/cases/${handle}/messages/team/0/1?from=received&to=verifying`;
    t.equal((await send(server, path, { method: "PUT", body, session })).status, 200);
  }
  const shapes = [];
  for (const { keys } of [answered, waiting, nobody]) {
    const { status, headers, bytes } = await sendSigned(server, keys.auth, "/api/case");
    shapes.push({ status, length: bytes.length, headers: [...headers.keys()].toSorted() });
  }
  t.equal(shapes[0]?.length, CHECK_ANSWER_BYTES);
  for (const shape of shapes) t.same(shape, shapes[0]);
});
