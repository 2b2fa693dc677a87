/** Files fetched from a server that is the adversary: whole and genuine, or nothing. */
import t from "tap";
import { downloadFile } from "../../../src/client/files/download.ts";
import { sendFiles } from "../../../src/client/files/send-files.ts";
import { memberOf } from "../../../src/client/member/case/writer.ts";
import { concat, fromHex, hex } from "../../../src/crypto/bytes.ts";
import { fileHashOf, plainCellBytes, sealFile } from "../../../src/crypto/secret/file.ts";
import { fromBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { sha256 } from "../../../src/client/line/sha256.ts";
import { type Asked, bytes, problem } from "../../support/hostile/hostile-server.ts";
import { comeBack } from "../../support/hostile/hostile-story.ts";

import {
  soon,
  SIZE,
  CELL_BYTES,
  sourceOf,
  makeSink,
  writerOf,
  tellWithFile,
  entriesOf,
  randomFile,
  savesNothing,
} from "../files-story.ts";

t.test("a file comes to the member and an answer's file to the reporter, whole and with its SHA-256", async (t) => {
  const { story, content, entry, file, member, handle, open } = await tellWithFile();
  t.same(file.opened.alarms, []);
  t.match(file.opened.conversation, [{ message: { kind: "files", text: "Ini buktinya." }, alarms: [] }]);
  t.match(entry, { name: "bukti.pdf", type: "application/pdf", size: SIZE, cells: 4 });
  const { sink, seen, content: got } = makeSink();
  const progress: number[] = [];
  await downloadFile(file.cells, entry, sink, { onProgress: (opened) => progress.push(opened) });
  t.ok(Buffer.from(got()).equals(content));
  t.same(seen, { ended: await sha256(new Uint8Array(content)), dropped: false });
  t.same(progress, [CELL_BYTES, 2 * CELL_BYTES, SIZE]);

  const form = randomFile(10);
  await sendFiles(memberOf(member, handle, file.item.caseId), [sourceOf(form, "formulir.odt", "")]).run();
  const mine = await comeBack(story);
  t.same(mine.alarms, []);
  const [answered] = entriesOf(mine.entries);
  const back = makeSink();
  await downloadFile(mine.cells, answered!, back.sink);
  t.ok(Buffer.from(back.content()).equals(form));
  await savesNothing(t, mine.cells, entry, "file-missing", "the words do not fetch what they have sent");
  t.equal((await open()).opened.conversation.length, 2);
});

t.test(
  "attack 17: a file from which cells are missing, or that is cut, is named, and nothing of it is saved",
  async (t) => {
    const { entry, file, stored } = await tellWithFile();
    const whole = new Map(stored.cells);
    const last = stored.cells.get(3)!;
    for (const cell of [0, 1, 3]) {
      stored.cells.delete(cell);
      await savesNothing(t, file.cells, entry, "file-missing", `without cell ${cell}`);
      stored.cells.set(cell, whole.get(cell)!);
    }
    stored.cells.set(3, last.subarray(0, 2 * 65_553));
    await savesNothing(t, file.cells, entry, "file-damaged", "cut at a chunk's border");
    stored.cells.set(3, new Uint8Array());
    await savesNothing(t, file.cells, entry, "file-damaged", "an empty cell");
    const hashes = await Promise.all([0, 1].map((cell) => sha256(new Uint8Array(whole.get(cell)!))));
    const hash = hex(fileHashOf(file.item.caseId, fromHex(entry.id), hashes));
    const shorter = { ...entry, size: 2 * CELL_BYTES, cells: 2, hash };
    await savesNothing(t, file.cells, shorter, "file-damaged", "said to be shorter, by its sender");
  },
);

t.test("attack 18: a cell that goes on behind the final chunk is damage", async (t) => {
  const { entry, file, stored } = await tellWithFile();
  const last = stored.cells.get(3)!;
  stored.cells.set(3, concat(last, last.subarray(0, 65_553)));
  await savesNothing(t, file.cells, entry, "file-damaged", "a chunk more");
});

t.test("attack 19: cells exchanged, repeated, or of another file or case are damage", async (t) => {
  const { entry, file, stored, story } = await tellWithFile();
  const other = await tellWithFile();
  const [one, two] = [stored.cells.get(1)!, stored.cells.get(2)!];
  const put = async (cells: readonly [number, Uint8Array][], why: string) => {
    const before = new Map(stored.cells);
    for (const [cell, content] of cells) stored.cells.set(cell, content);
    await savesNothing(t, file.cells, entry, "file-damaged", why);
    for (const [cell, content] of before) stored.cells.set(cell, content);
  };
  await put(
    [
      [1, two],
      [2, one],
    ],
    "exchanged",
  );
  await put([[2, one]], "repeated");
  await put([...other.stored.cells], "all of another case's file");
  await sendFiles(await writerOf(story), [sourceOf(randomFile(SIZE))], { schedule: soon }).run();
  const sibling = [...story.stored.files.values()].at(-1)!;
  await put([[1, sibling.cells.get(1)!]], "a cell of another file of this case");
});

t.test("attack 20: one corrupted chunk of a real file ends it, and nothing is saved", async (t) => {
  const { entry, file, stored } = await tellWithFile();
  const cell = stored.cells.get(2)!.slice();
  cell[70_000]! ^= 1;
  stored.cells.set(2, cell);
  await savesNothing(t, file.cells, entry, "file-damaged", "one bit");
});

t.test("attack 62: another file than the one that was asked for is refused", async (t) => {
  const { entry, file, story, content } = await tellWithFile();
  await sendFiles(await writerOf(story), [sourceOf(content)], { schedule: soon }).run();
  const other = [...story.stored.files.keys()].find((id) => id !== entry.id)!;
  story.server.lies.cell = (asked) => story.server.honestly({ ...asked, params: { ...asked.params, fileId: other } });
  await savesNothing(t, file.cells, entry, "file-damaged", "even where its content is the same");
});

t.test("attack 73: a file that somebody with its key has sealed anew is damage", async (t) => {
  const { entry, file, stored, story } = await tellWithFile();
  const keys = { id: fromHex(entry.id), key: fromBase64url(entry.key) };
  const sealer = sealFile(story.prepared.caseId, keys, SIZE);
  const forged = randomFile(SIZE);
  for (let cell = 0; cell < entry.cells; cell++) {
    const from = cell * CELL_BYTES;
    stored.cells.set(cell, sealer.seal(forged.subarray(from, from + plainCellBytes(SIZE, sealer.layout, cell))));
  }
  await savesNothing(t, file.cells, entry, "file-damaged", "id, key and size are right");
  const { sink, content } = makeSink();
  await downloadFile(file.cells, entry, sink).catch(() => {});
  t.equal(content().length, SIZE, "each chunk of it opens: only the hash tells");
});

t.test("a download that waits for the line says why, and goes on with the same bytes", async (t) => {
  const { story, content, entry, file } = await tellWithFile();
  let failures = 0;
  story.server.lies.cell = (asked) =>
    asked.params["cell"] === "1" && failures++ < 2 ? problem("busy") : story.server.honestly(asked);
  const { sink, content: got } = makeSink();
  const troubles: (string | undefined)[] = [];
  await downloadFile(file.cells, entry, sink, {
    schedule: soon,
    onProgress: (_, trouble) => troubles.push(trouble),
  });
  t.ok(Buffer.from(got()).equals(content));
  t.equal(troubles.filter((trouble) => trouble === "busy").length, 2);
  t.equal(troubles.at(-1), undefined);
});

t.test("the sink's own failure drops what it had, and an abort too", async (t) => {
  const { file, entry, story } = await tellWithFile();
  const { sink, seen } = makeSink();
  const full = { ...sink, write: () => Promise.reject(new Error("no space")) };
  await t.rejects(downloadFile(file.cells, entry, full), { message: "no space" });
  t.same(seen, { ended: undefined, dropped: true });
  const stop = new AbortController();
  story.server.lies.cell = (asked: Asked) => {
    stop.abort();
    return story.server.honestly(asked);
  };
  const aborted = makeSink();
  await t.rejects(downloadFile(file.cells, entry, aborted.sink, { signal: stop.signal }), { name: "AbortError" });
  t.same(aborted.seen, { ended: undefined, dropped: true });
  story.server.lies.cell = () => bytes(new Uint8Array(5));
  await savesNothing(t, file.cells, entry, "file-damaged", "five bytes");
});
