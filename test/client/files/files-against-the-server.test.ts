/** Files against the real server and a real database, on lines and servers that fail. */
import t, { type Test } from "tap";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { findNewCases } from "../../../src/client/member/list/cases.ts";
import { downloadFile } from "../../../src/client/files/download.ts";
import { loadDirectories } from "../../../src/client/directory/directories.ts";
import { type Connection, connect } from "../../../src/client/line/http.ts";
import { openReporterCase } from "../../../src/client/reporter/reporter-case.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { sendFiles } from "../../../src/client/files/send-files.ts";
import { reporterOf } from "../../../src/client/reporter/writer.ts";
import { memberOf } from "../../../src/client/member/case/writer.ts";
import { enrol, signIn } from "../../../src/client/member/entry/sign-in.ts";
import type { FileSource } from "../../../src/client/files/upload.ts";
import { concat } from "../../../src/crypto/bytes.ts";
import { LARGE_CELL_BYTES, SMALL_CELL_BYTES } from "../../../src/crypto/file-cells.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import type { FileEntry } from "../../../src/protocol/content.ts";
import { firstUse } from "../../../src/protocol/directory/trust.ts";
import { ANSWERS, first } from "../../support/hostile/hostile-story.ts";
import { query } from "../../support/machine/postgres.ts";
import { type TestServer, startServer } from "../../support/machine/server.ts";

const PASSPHRASE = "enam kata yang dibuat oleh mesin";
const soon = { pausesMs: [5], isEndless: true };

function randomFile(size: number): Uint8Array<ArrayBuffer> {
  return concat(...Array.from({ length: Math.ceil(size / 65_536) }, () => randomBytes(65_536))).slice(0, size);
}

function sourceOf(content: Uint8Array, name = "bukti"): FileSource {
  const read = async (offset: number, length: number) => content.slice(offset, offset + length);
  return { name, type: "", size: content.length, read };
}

async function enter(server: TestServer) {
  const member = first(server.organisation.investigators);
  await enrol(connect(server.origin), member, { name: "pemeriksa", passphrase: PASSPHRASE });
  const { rootSet } = server.organisation;
  const call = {
    name: "pemeriksa",
    passphrase: PASSPHRASE,
    roots: rootSet,
    device: undefined,
    builtAt: 0,
    now: Date.now(),
  };
  return signIn(connect(server.origin), call);
}

async function sendOne(server: TestServer, connection: Connection = connect(server.origin)) {
  const trust = firstUse(server.organisation.rootSet);
  const directories = await loadDirectories(connect(server.origin), trust, {
    depth: "quick",
    builtAt: 0,
    now: Date.now(),
  });
  const channelId = server.organisation.channels[0].id;
  const prepared = prepareReport({ answers: ANSWERS, channelId, excluded: [] }, directories.current);
  await sendReport(connect(server.origin), prepared);
  return { prepared, directories, writer: reporterOf(connection, prepared.token, directories) };
}

async function openNewest(server: TestServer) {
  const member = await enter(server);
  const handle = first((await findNewCases(member)).opened);
  const file = await openMemberCase(member, handle);
  const entries = file.opened.conversation.flatMap(({ message }) => (message?.kind === "files" ? message.files : []));
  return { member, file, entries };
}

async function isWhole(t: Test, cells: Parameters<typeof downloadFile>[0], entry: FileEntry, content: Uint8Array) {
  const pieces: Uint8Array[] = [];
  const sink = {
    write: (piece: Uint8Array) => void pieces.push(piece),
    end: () => {},
    drop: () => void t.fail("dropped"),
  };
  await downloadFile(cells, entry, sink, { schedule: { pausesMs: [] } });
  t.ok(Buffer.from(concat(...pieces)).equals(content), `${entry.name}: ${content.length} bytes`);
}

/** A line that drops every third request's answer, after the server has done its work. */
function badLine(origin: string): Connection {
  let count = 0;
  return connect(origin, async (url, init) => {
    const response = await fetch(url, init);
    if (++count % 3 !== 0) return response;
    await response.arrayBuffer();
    throw new TypeError("the line is dead");
  });
}

t.test("files of odd sizes come whole to the member and back, on a line that drops every third answer", async (t) => {
  const server = await startServer(t);
  const { writer, prepared, directories } = await sendOne(server, badLine(server.origin));
  const contents = [0, 1, SMALL_CELL_BYTES, SMALL_CELL_BYTES + 1, LARGE_CELL_BYTES + 1].map(randomFile);
  const sources = contents.map((content, at) => sourceOf(content, `bukti ${at}`));
  await sendFiles(writer, sources, { text: "Lima berkas", schedule: soon }).run();

  const { member, file, entries } = await openNewest(server);
  t.same(file.opened.alarms, []);
  t.match(file.opened.conversation, [{ message: { kind: "files", text: "Lima berkas" } }]);
  for (const [at, entry] of entries.entries()) await isWhole(t, file.cells, entry, contents[at]!);
  t.same(await query(server.urls.ownerUrl, "SELECT 1 FROM files WHERE sequence IS NULL"), [], "nothing is left over");

  const form = randomFile(5);
  await sendFiles(memberOf(member, file.handle, file.item.caseId), [sourceOf(form)]).run();
  const mine = await openReporterCase(connect(server.origin), prepared.token, directories);
  const answered = mine!.entries.flatMap(({ message }) => (message?.kind === "files" ? message.files : []));
  await isWhole(t, mine!.cells, first(answered), form);
});

t.test(
  "a server that restarts in the middle is waited for, and what it had acknowledged is not sent again",
  async (t) => {
    const server = await startServer(t);
    let isDown = false;
    const puts: string[] = [];
    const connection = connect(server.origin, (url, init) => {
      if (isDown) throw new TypeError("nobody listens");
      if (init.method === "PUT") puts.push(url);
      return fetch(url, init);
    });
    const { writer } = await sendOne(server, connection);
    const content = randomFile(4 * LARGE_CELL_BYTES);
    const sending = sendFiles(writer, [sourceOf(content)], {
      schedule: soon,
      onProgress(_, { storedBytes }) {
        if (storedBytes !== LARGE_CELL_BYTES || isDown) return;
        isDown = true;
        setTimeout(() => (isDown = false), 300);
      },
    });
    await sending.run();
    const { file, entries } = await openNewest(server);
    await isWhole(t, file.cells, first(entries), content);
    t.ok(new Set(puts).size === 5 && puts.length <= 8, `${puts.length} requests for four cells and a message`);
  },
);

t.test("one file too many is refused, stays nowhere, and keeps nobody from writing", async (t) => {
  const server = await startServer(t, { fileLimits: { case: { files: 2, bytes: 2 ** 30 }, bytes: 2 ** 30 } });
  const { writer, prepared, directories } = await sendOne(server);
  const three = ["a", "b", "c"].map((name) => sourceOf(randomFile(3), name));
  const sending = sendFiles(writer, three, { schedule: soon });
  await t.rejects(sending.run(), { code: "too-many-files" });
  const mine = await openReporterCase(connect(server.origin), prepared.token, directories);
  await mine!.write({ kind: "text", text: "Tanpa berkas" });
  await sending.drop();
  t.same(await query(server.urls.ownerUrl, "SELECT 1 FROM files"), []);
  await sendFiles(writer, three.slice(0, 2), { schedule: soon }).run();
  t.equal((await openNewest(server)).entries.length, 2);
});

t.test("files swept before the message came are sent again under other names", async (t) => {
  const server = await startServer(t);
  const { writer } = await sendOne(server);
  const pause = new AbortController();
  const content = randomFile(3 * SMALL_CELL_BYTES);
  const sending = sendFiles(writer, [sourceOf(content)], {
    schedule: soon,
    onProgress: (_, { storedBytes }) => storedBytes >= 2 * SMALL_CELL_BYTES && pause.abort(),
  });
  await t.rejects(sending.run(pause.signal), { name: "AbortError" });
  await query(server.urls.ownerUrl, "DELETE FROM files");
  await sending.run();
  const { file, entries } = await openNewest(server);
  await isWhole(t, file.cells, first(entries), content);
});
