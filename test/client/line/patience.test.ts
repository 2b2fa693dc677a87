/** A server that asks too much: silence, endless answers and endless pages end, and a slow line is none of them. */
import { mock } from "node:test";
import t from "tap";
import { loadDirectories } from "../../../src/client/directory/directories.ts";
import { type Connection, ApiError, callBytes, connect } from "../../../src/client/line/http.ts";
import { MOST_PAGES, limitPages } from "../../../src/client/line/paging.ts";
import type { Silence } from "../../../src/client/line/patience.ts";
import { enrol } from "../../../src/client/member/entry/sign-in.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { findNewCases } from "../../../src/client/member/list/cases.ts";
import { encodeDeclaration, encodeDeclarationPrefix } from "../../../src/crypto/declaration.ts";
import { EARLIER_BOX_BYTES, MAX_TEAM_SLOTS } from "../../../src/crypto/open-part.ts";
import { SLOT_BYTES } from "../../../src/crypto/envelope.ts";
import { DIGESTED_WRAP_BYTES } from "../../../src/crypto/wrap-size.ts";
import { RECEIPT_BYTES, rowSizes } from "../../../src/crypto/message.ts";
import { MAX_SEALED_CELL_BYTES } from "../../../src/crypto/file-cells.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { API, type Operation } from "../../../src/protocol/api.ts";
import {
  handleText,
  encodeCaseItem,
  encodeCases,
  encodeCheckAnswer,
  encodeHeadNames,
  encodeNewHeadNames,
  encodeHeads,
  encodePaddedRows,
  encodeReportEnvelope,
  encodeRows,
} from "../../../src/protocol/frames.ts";
import { encodeDiscardRecord, encodeDiscards } from "../../../src/protocol/discards.ts";
import { MAX_LEAF_BYTES } from "../../../src/protocol/audit/leaf.ts";
import { encodeAuditPage, encodeCaseAudit } from "../../../src/protocol/audit/pages.ts";
import {
  AUDIT_PAGE,
  CASES_PAGE,
  CASE_AUDIT_PAGE,
  DISCARDS_PAGE,
  HEADS_PAGE,
  HEAD_NAMES_PAGE,
  MAX_KNOWN_HEADS,
  MESSAGES_PAGE_BYTES,
  WAITING_PAGE,
} from "../../../src/protocol/limits.ts";
import { MAX_OFFICE_DOCUMENT_BYTES } from "../../../src/crypto/office-document.ts";
import { OFFICE_DOCUMENTS_PAGE, encodeOfficeDocuments } from "../../../src/protocol/documents/office-documents.ts";
import { encodeEpochs, encodeGrants, encodeRemovals } from "../../../src/protocol/readers.ts";
import { firstUse } from "../../../src/protocol/directory/trust.ts";
import { makeVault } from "../../../src/web/investigator/vault/vault.ts";
import { DAY, HostileServer, bytes, json } from "../../support/hostile/hostile-server.ts";
import { makeOrganisation } from "../../support/organisation.ts";
import { comeBack, enter, read, tellStory } from "../../support/hostile/hostile-story.ts";

/** An answer in pieces, each when it is asked for; ends when there are no more. */
function inPieces(next: () => Promise<Uint8Array | undefined>): { response: Response; given: () => number } {
  let given = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = await next();
        if (piece === undefined) return controller.close();
        given += piece.length;
        controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(stream), given: () => given };
}

const giving = (response: Response) => connect("https://segel.example", async () => response);

/** Of a fetch that never answers, as browsers do it: rejected when it is aborted. */
const silent: Connection["fetch"] = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  });

/** Lets seconds pass, one after the other, with everything that happens in between. */
async function pass(seconds: number): Promise<void> {
  await settle();
  for (let second = 0; second < seconds; second++) {
    mock.timers.tick(1_000);
    await settle();
  }
}

/** What waits for no timer goes on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

t.beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 }));
t.afterEach(() => mock.timers.reset());

t.test("attack 91: a silent server is told after ten seconds, and given up after two minutes", async (t) => {
  const connection = connect("https://segel.example", silent);
  const told: (Silence | undefined)[] = [];
  connection.onSilence = (silence) => told.push(silence);
  let failed: unknown;
  void callBytes(connection, "health").catch((error: unknown) => (failed = error));
  await pass(9);
  t.same(told, [], "nobody is bothered at once");
  await pass(2);
  t.match(told, [{ since: 1_000_000, until: 1_120_000 }]);
  await pass(108);
  t.equal(failed, undefined, "a server that starts again is waited for");
  await pass(2);
  t.match(failed, new ApiError("unreachable"));
  t.equal(told.at(-1), undefined, "and the word is taken back");
});

t.test("attack 91: who is told may try again at once, and a pause of one's own stays one", async (t) => {
  const connection = connect("https://segel.example", silent);
  connection.onSilence = (silence) => silence?.giveUp();
  const asked = Promise.all([1, 2].map(() => callBytes(connection, "health").catch((error: unknown) => error)));
  await pass(11);
  t.match(await asked, [new ApiError("unreachable"), new ApiError("unreachable")], "all that wait");

  const stop = new AbortController();
  const stopped = callBytes(connection, "health", { signal: stop.signal });
  stop.abort(new Error("enough"));
  await t.rejects(stopped, { message: "enough" });
});

t.test("attack 91: an answer that stops in the middle, or comes byte by byte, is given up", async (t) => {
  for (const [what, pieces] of [
    ["stops", (at: number) => (at < 3 ? 0 : Number.POSITIVE_INFINITY)],
    ["trickles", () => 59_000],
  ] as const) {
    let at = 0;
    const { response, given } = inPieces(async () => {
      const ms = pieces(at++);
      if (ms === Number.POSITIVE_INFINITY) return new Promise(() => {});
      await new Promise((resolve) => setTimeout(resolve, ms));
      return new Uint8Array(1);
    });
    let failed: unknown;
    void callBytes(giving(response), "answerCell").catch((error: unknown) => (failed = error));
    await pass(130);
    t.match(failed, new ApiError("unreachable"), what);
    t.ok(given() < 10);
  }
});

t.test("a whole cell comes through at 4 kB/s, and its line is not called silent", async (t) => {
  let left = MAX_SEALED_CELL_BYTES;
  const { response } = inPieces(async () => {
    if (left === 0) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const piece = new Uint8Array(Math.min(4_000, left));
    left -= piece.length;
    return piece;
  });
  const connection = giving(response);
  connection.onSilence = () => t.fail("silent");
  let received = 0;
  void callBytes(connection, "answerCell").then(({ length }) => (received = length));
  await pass(400);
  t.equal(received, MAX_SEALED_CELL_BYTES);
});

t.test("attack 91: an answer without end is refused at its limit, whatever it answers", async (t) => {
  for (const operation of Object.keys(API) as Operation[]) {
    const { status } = API[operation].answer;
    if (status === 204) continue;
    const piece = new Uint8Array(1_048_576);
    const { response, given } = inPieces(async () => piece);
    const named = new Response(response.body, { status });
    await t.rejects(
      callBytes(giving(named), operation, { params: { handle: "h", fileId: "f", cell: 1, memberId: "m" } }),
      new ApiError("unexpected"),
      operation,
    );
    const { answer } = API[operation];
    t.ok(given() <= ("atMost" in answer ? answer.atMost : 65_536) + 2 * piece.length, `${operation}: ${given()}`);
  }
  const { response, given } = inPieces(async () => new Uint8Array(65_536));
  const problem = new Response(response.body, { status: 400, headers: { "content-type": "application/problem+json" } });
  await t.rejects(callBytes(giving(problem), "health"), new ApiError("unexpected"), "a problem as well");
  t.ok(given() <= 3 * 65_536);
});

t.test("what an honest server may answer fits into the limits", (t) => {
  const largestRow = Math.max(...rowSizes("team"), ...rowSizes("internal"));
  const row = { epoch: 0, sequence: 4_294_967_295, storedOn: DAY };
  const rows = (count: number, size: number) =>
    Array.from({ length: count }, () => ({ ...row, row: randomBytes(size) }));
  const smallestRow = Math.min(...rowSizes("internal"));
  const item = {
    handle: randomBytes(16),
    caseId: randomBytes(32),
    channelId: randomBytes(16),
    arrivedOn: DAY,
    state: "awaiting_reporter",
    stateOn: DAY,
    epoch: 4_294_967_295,
    counts: { reporter: 4_294_967_295, team: 4_294_967_295, internal: 4_294_967_295 },
    summary: randomBytes(1_064),
    wrap: randomBytes(DIGESTED_WRAP_BYTES),
  } as const;
  // 32 slots of 1,192 bytes, and what stands around them (docs/protocol.md, "The report envelope").
  const head = { handle: item.handle, head: randomBytes(40_000) };
  const next = item.handle;
  const step = { storedOn: DAY, statement: randomBytes(400), signature: randomBytes(64) };
  const discarded = { removedOn: DAY, freedKiB: 2 ** 32 - 1, steps: Array.from({ length: 15 }, () => step) };
  const parts = { commit: 32, access: 32, prefix: 200 };
  const openPart = randomBytes(
    Object.values(parts).reduce((sum, one) => sum + one) + EARLIER_BOX_BYTES + MAX_TEAM_SLOTS * SLOT_BYTES,
  );
  const waiting = Array.from({ length: WAITING_PAGE }, () => ({ handle: item.handle, head: head.head, openPart }));
  // Case, epoch, hashes, an id for each of at most sixty-four readers.
  const removal = { statement: randomBytes(300 + 64 * 20), signature: randomBytes(64) };
  const largest: Partial<Record<Operation, Uint8Array>> = {
    checkCase: encodeCheckAnswer(undefined),
    earlierAnswers: encodePaddedRows(rows(1, largestRow)),
    answerCell: randomBytes(MAX_SEALED_CELL_BYTES),
    cell: randomBytes(MAX_SEALED_CELL_BYTES),
    heads: encodeHeads({ next, heads: Array.from({ length: HEADS_PAGE }, () => head) }),
    headNames: encodeHeadNames({
      next,
      openedByOthers: Array.from({ length: HEAD_NAMES_PAGE }, () => item.handle),
      openedByNobody: [],
    }),
    newHeadNames: encodeNewHeadNames({
      next,
      digest: randomBytes(32),
      waiting: 0xffff_ffff,
      names: Array.from({ length: HEAD_NAMES_PAGE }, () => item.handle),
    }),
    knownHeads: randomBytes(32 + 3 * (4 + 8 * MAX_KNOWN_HEADS) + 40),
    interests: encodeDeclaration({
      prefixBytes: encodeDeclarationPrefix({
        memberId: randomBytes(16),
        version: 4_294_967_295,
        directoryVersion: 4_294_967_295,
        directoryHash: randomBytes(32),
      }),
      commit: randomBytes(32),
      box: randomBytes(16_384 + 40),
      slots: Array.from({ length: MAX_TEAM_SLOTS }, () => randomBytes(SLOT_BYTES)),
    }),
    officeDocuments: encodeOfficeDocuments({
      newest: 4_294_967_295,
      documents: Array.from({ length: OFFICE_DOCUMENTS_PAGE }, () => randomBytes(MAX_OFFICE_DOCUMENT_BYTES)),
    }),
    discards: encodeDiscards({ next, records: Array.from({ length: DISCARDS_PAGE }, () => discarded) }),
    discard: encodeDiscardRecord(discarded),
    cases: encodeCases({ next, cases: Array.from({ length: CASES_PAGE }, () => item) }),
    oneCase: encodeCaseItem(item),
    envelope: encodeReportEnvelope(head.head, randomBytes(1_048_576 + 40)),
    epochs: encodeEpochs(next, waiting),
    grants: encodeGrants(next, waiting),
    removals: encodeRemovals(
      next,
      waiting.map(() => removal),
    ),
    caseRemovals: encodeRemovals(
      undefined,
      waiting.map(() => removal),
    ),
    auditPage: encodeAuditPage(
      Array.from({ length: 22 }, () => randomBytes(32)),
      Array.from({ length: AUDIT_PAGE }, () => randomBytes(MAX_LEAF_BYTES)),
    ),
    caseAudit: encodeCaseAudit({
      isMore: true,
      items: Array.from({ length: CASE_AUDIT_PAGE }, () => ({
        place: 4_294_967_295,
        leaf: randomBytes(MAX_LEAF_BYTES),
        // As deep as the tree of so many leaves
        proof: Array.from({ length: 32 }, () => randomBytes(32)),
      })),
    }),
    messages: encodeRows(rows(Math.floor(MESSAGES_PAGE_BYTES / smallestRow), smallestRow)),
  };
  for (const [operation, { answer }] of Object.entries(API)) {
    if (!("bytes" in answer)) continue;
    const length = largest[operation as Operation]?.length ?? Number.NaN;
    t.ok(length <= answer.atMost, `${operation}: ${length} of ${answer.atMost}`);
  }
  t.ok(RECEIPT_BYTES < 65_536);
  t.end();
});

t.test("attack 91: a server that always names a next page comes to an end", async (t) => {
  mock.timers.reset();
  const story = await tellStory();
  const { server, organisation } = story;
  const member = await enter(story, organisation.lead);
  const asks = (operation: Operation) => server.requestsOf(operation).length;

  server.lies.heads = () => bytes(encodeHeads({ next: randomBytes(16), heads: [] }));
  await t.rejects(findNewCases(member), new ApiError("unexpected"));
  t.equal(asks("heads"), MOST_PAGES.heads);
  const again = randomBytes(16);
  server.lies.heads = () => bytes(encodeHeads({ next: again, heads: [] }));
  const before = asks("heads");
  await t.rejects(findNewCases(member), new ApiError("unexpected"));
  t.equal(asks("heads") - before, 2, "the same page again is not asked for twice");

  const turnTo = limitPages(3);
  turnTo(handleText(again));
  turnTo("b");
  t.throws(() => turnTo("c"), new ApiError("unexpected"));

  server.lies.directory = () => json({ chain: Array.from({ length: 100 }, () => organisation.signed) });
  await t.rejects(
    loadDirectories(
      server.connect(),
      { ...firstUse(organisation.rootSet), version: 1, hash: randomBytes(32) },
      {
        depth: "quick",
        now: Date.now(),
        builtAt: 0,
      },
    ),
    new ApiError("unexpected"),
  );
  t.ok(asks("directory") <= MOST_PAGES.directories + 2);
  delete server.lies.directory;
  delete server.lies.heads;

  // A row a page, counting down from four thousand million.
  await (await (await read(story)).open()).answer("Satu");
  const [stored] = story.stored.rows.team;
  if (stored === undefined) throw new Error("there is one");
  story.stored.counts.team = 4_294_967_295;
  server.lies.earlierAnswers = ({ query }) =>
    bytes(encodePaddedRows([{ ...stored, sequence: Number(query.get("before")) - 1 }]));
  server.lies.checkCase = () => bytes(encodeCheckAnswer({ ...server.checkAnswer(story.stored), rows: [] }));
  const found = await comeBack(story);
  t.ok(found.alarms.length > 0, "the gap is shown");
  t.equal(asks("earlierAnswers"), MOST_PAGES.answers);

  server.lies.messages = ({ params, query }) =>
    bytes(encodeRows(params["direction"] === "team" ? [{ ...stored, sequence: Number(query.get("after")) + 1 }] : []));
  const asked = asks("messages");
  t.ok((await (await read(story)).open()).opened.alarms.includes("withheld"), "what is not read is said");
  // The case is opened twice, and each time two other directions are asked for.
  t.ok(asks("messages") - asked <= 2 * (MOST_PAGES.messages + 2));
});

t.test("attack 91: the desk's list comes to an end as well, and its page is told of a silence", async (t) => {
  mock.timers.reset();
  const organisation = makeOrganisation(Date.now());
  const lead = organisation.lead;
  const server = new HostileServer();
  server.directories = [organisation.signed];
  const credentials = { name: "ani", passphrase: "enam kata yang dibuat oleh mesin" };
  await enrol(server.connect(), lead, credentials);
  server.lies.cases = () => bytes(encodeCases({ next: randomBytes(16), cases: [] }));

  t.intercept(globalThis, "fetch", { value: server.connect(lead.entry.id).fetch });
  const vault = makeVault("https://segel.example");
  const told: unknown[] = [];
  const answering = { signal: new AbortController().signal, tell: (word: unknown) => void told.push(word) };
  const { threshold, keys } = organisation.rootSet;
  const roots = { threshold, keys: keys.map(hex) };
  await vault({ call: "signIn", ask: { ...credentials, roots, builtAt: 0, device: undefined } }, answering);
  const readAll = async () => {
    for (let after: string | undefined, pages = 0; pages <= 2 * MOST_PAGES.cases; pages++)
      after = ((await vault({ call: "listCases", ask: { after } }, answering)) as { next: string }).next;
  };
  await t.rejects(readAll(), new ApiError("unexpected"));
  t.equal(server.requestsOf("cases").length, MOST_PAGES.cases);
  await t.rejects(readAll(), new ApiError("unexpected"), "each list from its first page on");

  void vault({ call: "watchLine", ask: {} }, answering);
  told.length = 0;
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  t.intercept(globalThis, "fetch", { value: silent });
  const asked = vault({ call: "listCases", ask: { after: undefined } }, answering);
  await pass(11);
  t.same(told, [{ since: 1_000_000, until: 1_120_000 }]);
  await vault({ call: "giveUp", ask: {} }, answering);
  await t.rejects(asked, new ApiError("unreachable"));
  t.equal(told.at(-1), undefined);
});
