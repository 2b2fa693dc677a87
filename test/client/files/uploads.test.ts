/** Files on their way to a server that is the adversary, on a line that fails. */
import t from "tap";
import { cellsOfReporter } from "../../../src/client/files/cells.ts";
import { downloadFile } from "../../../src/client/files/download.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import { sendFiles } from "../../../src/client/files/send-files.ts";
import { memberOf } from "../../../src/client/member/case/writer.ts";
import { type FileSource, type Progress, makeUpload } from "../../../src/client/files/upload.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { deriveTokenKeys } from "../../../src/crypto/secret/token.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import type { FileEntry } from "../../../src/protocol/content.ts";
import { problem } from "../../support/hostile/hostile-server.ts";
import { comeBack, craft, first, insider, read, tellStory } from "../../support/hostile/hostile-story.ts";

import { soon, never, SIZE, CELL_BYTES, sourceOf, makeSink, writerOf, entriesOf, randomFile } from "../files-story.ts";

t.test("a message of files in which a table does not fit is unreadable, and shown so", async (t) => {
  const story = await tellStory();
  const reader = await read(story);
  const entry: FileEntry = {
    id: "00".repeat(16),
    name: "a",
    type: "",
    size: 1,
    cells: 1,
    key: "A".repeat(43),
    hash: "00".repeat(32),
  };
  const author = first(story.organisation.investigators);
  const knows = insider(story);
  const { row } = craft(story, knows, { author, sequence: 1, content: { kind: "files", text: "", files: [entry] } });
  story.stored.rows.team.push({ epoch: 0, sequence: 1, storedOn: "2026-11-25", row });
  t.match((await comeBack(story)).entries, [{ message: { kind: "files" }, alarms: [] }]);
  story.stored.rows.team.length = 0;
  const odd = craft(story, knows, { author, sequence: 1, kind: "files" });
  story.stored.rows.team.push({ epoch: 0, sequence: 1, storedOn: "2026-11-25", row: odd.row });
  t.match((await reader.open()).opened.conversation, [{ message: undefined, alarms: ["content"] }]);
});

t.test("a member sees which announced files have come and which have not, by what they are", async (t) => {
  const story = await tellStory({
    attachments: [
      { name: "a.pdf", type: "application/pdf", size: 3 },
      { name: "a.pdf", type: "application/pdf", size: 3 },
      { name: "b.pdf", type: "application/pdf", size: 3 },
    ],
  });
  const { file, open } = await read(story);
  t.equal(file.opened.announced.length, 3);
  t.same(file.opened.missingFiles, file.opened.announced);
  await sendFiles(await writerOf(story), [sourceOf(randomFile(3), "a.pdf")]).run();
  t.same(
    (await open()).opened.missingFiles.map(({ name }) => name),
    ["a.pdf", "b.pdf"],
    "two of one name are two",
  );
});

t.test("every answer lost, and every cell and the message stand once, with the same bytes", async (t) => {
  const story = await tellStory();
  const { server } = story;
  const lost = new Set<string>();
  for (const operation of ["putOwnCell", "putOwnMessage", "checkCase"] as const) {
    server.lies[operation] = (asked) => {
      const name = JSON.stringify([operation, asked.params]);
      const answer = server.honestly(asked);
      if (!lost.has(name)) server.answersToLose++;
      lost.add(name);
      return answer;
    };
  }
  const content = randomFile(SIZE);
  await sendFiles(await writerOf(story), [sourceOf(content), sourceOf(randomFile(1), "kedua")], {
    schedule: soon,
  }).run();
  delete server.lies.checkCase;
  const { file } = await read(story);
  t.same(file.opened.alarms, []);
  t.equal(file.opened.conversation.length, 1);
  const entries = entriesOf(file.opened.conversation);
  t.equal(entries.length, 2);
  t.equal(story.stored.files.size, 2, "no file was begun twice");
  const { sink, content: got } = makeSink();
  await downloadFile(file.cells, entries[0]!, sink);
  t.ok(Buffer.from(got()).equals(content));
  const putting = server
    .requestsOf("putOwnCell")
    .map(({ body, params }) => [params["fileId"], params["cell"], hex(body)]);
  t.equal(new Set(putting.map(String)).size, 5, "each retry is the same bytes");
});

t.test("at most three cells are under way at once, and no more of the file is read", async (t) => {
  const story = await tellStory();
  let [open, most] = [0, 0];
  story.server.lies.putOwnCell = async (asked) => {
    most = Math.max(most, ++open);
    await new Promise((resolve) => setTimeout(resolve, 200));
    open--;
    return story.server.honestly(asked);
  };
  let readBytes = 0;
  const content = randomFile(5 * 4 * CELL_BYTES);
  const source = {
    ...sourceOf(content),
    read: (offset: number, length: number) => {
      const stored = story.server.requestsOf("putOwnCell").length - open;
      readBytes = offset + length;
      t.ok(readBytes <= (stored + 4) * 4 * CELL_BYTES, "read only as the server takes it");
      return Promise.resolve(content.slice(offset, offset + length));
    },
  };
  await sendFiles(await writerOf(story), [source], { schedule: soon }).run();
  t.equal(most, 3);
  t.equal(readBytes, content.length);
});

t.test("an abort is a pause: the next run goes on with what is not stored, under the same id", async (t) => {
  const story = await tellStory();
  const pause = new AbortController();
  const seen: Progress[] = [];
  const sending = sendFiles(await writerOf(story), [sourceOf(randomFile(SIZE))], {
    schedule: soon,
    onProgress: (_, progress) => {
      seen.push(progress);
      if (progress.storedBytes === 2 * CELL_BYTES) pause.abort();
    },
  });
  await t.rejects(sending.run(pause.signal), { name: "AbortError" });
  t.ok(sending.uploads[0]!.progress.storedBytes >= 2 * CELL_BYTES);
  t.equal(story.server.requestsOf("putOwnMessage").length, 0);
  const before = story.server.requestsOf("putOwnCell").length;
  await sending.run();
  t.equal(story.stored.files.size, 1);
  t.ok(story.server.requestsOf("putOwnCell").length - before <= 3, "what was stored is not sent again");
  for (const { storedBytes, sealedBytes, totalBytes } of seen) {
    t.ok(storedBytes <= sealedBytes && sealedBytes <= totalBytes);
    t.equal(totalBytes, 4 * CELL_BYTES, "what fills up counts: it is sent too");
  }
  await sending.run();
  t.equal(story.server.requestsOf("putOwnMessage").length, 1, "sent is sent");
});

t.test("a full server stops the files; a later run goes on where it was", async (t) => {
  const story = await tellStory();
  let isFull = false;
  story.server.lies.putOwnCell = (asked) => {
    if (asked.params["cell"] === "2") isFull = true;
    return isFull ? problem("storage-full") : story.server.honestly(asked);
  };
  const sending = sendFiles(await writerOf(story), [sourceOf(randomFile(SIZE))], { schedule: soon });
  await t.rejects(sending.run(), { code: "storage-full" });
  delete story.server.lies.putOwnCell;
  await sending.run();
  t.equal(story.stored.files.size, 1);
});

t.test("patience ends where the caller says so, and what passes is waited for", async (t) => {
  const story = await tellStory();
  const troubles: (string | undefined)[] = [];
  for (const code of ["busy", "internal"] as const) {
    let failures = 0;
    story.server.lies.putOwnCell = (asked) => (failures++ < 2 ? problem(code) : story.server.honestly(asked));
    const cells = cellsOfReporter(story.server.connect(), deriveTokenKeys(story.prepared.token));
    const upload = makeUpload(cells, sourceOf(randomFile(1)), {
      schedule: soon,
      onProgress: ({ trouble }) => troubles.push(trouble),
    });
    await upload.run();
    t.equal(upload.progress.trouble, undefined);
    failures = 0;
    const impatient = makeUpload(cells, sourceOf(randomFile(1)), { schedule: never });
    await t.rejects(impatient.run(), { code });
  }
  t.ok(troubles.includes("busy") && troubles.includes("internal"), "why nothing moves is told");
});

t.test("a pause before another attempt ends at once when it is told to, or when nobody waits any more", async (t) => {
  const story = await tellStory();
  story.server.lies.putOwnCell = () => problem("busy");
  const cells = cellsOfReporter(story.server.connect(), deriveTokenKeys(story.prepared.token));
  const stop = new AbortController();
  const upload = makeUpload(cells, sourceOf(randomFile(1)), { schedule: { pausesMs: [3_600_000], isEndless: true } });
  const running = upload.run(stop.signal);
  const asked = async (times: number) => {
    while (story.server.requestsOf("putOwnCell").length < times) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  // Said before the pause begins, and by then it can be ended.
  while (upload.progress.trouble === undefined) await new Promise((resolve) => setTimeout(resolve, 1));
  await asked(1);
  upload.tryNow();
  await asked(2);
  stop.abort();
  await t.rejects(running, { name: "AbortError" });
});

t.test(
  "a file that cannot be read, or is not as long as it was, is refused, and its cells are taken back",
  async (t) => {
    const content = randomFile(SIZE);
    const failing: Readonly<Record<string, FileSource["read"]>> = {
      gone: async (offset, length) => {
        if (offset > 0) throw new Error("NotReadableError");
        return content.slice(offset, length);
      },
      shorter: async (offset, length) => content.slice(offset, Math.min(offset + length, SIZE - 1)),
      longer: async (offset, length) => content.slice(offset, offset + length + 1),
    };
    for (const [title, read] of Object.entries(failing)) {
      const story = await tellStory();
      const source = { ...sourceOf(content), read };
      const sending = sendFiles(await writerOf(story), [source], { schedule: soon });
      await t.rejects(sending.run(), new Refusal("unreadable-file"), title);
      t.equal(story.stored.files.size, 0, "nothing is left on the server");
      t.equal(story.server.requestsOf("putOwnMessage").length, 0);
    }
  },
);

t.test("a conflict of messages is looked at again, and no file is sent twice", async (t) => {
  const story = await tellStory();
  const other = await comeBack(story);
  const sending = sendFiles(await writerOf(story), [sourceOf(randomFile(SIZE))], { schedule: soon });
  let isFirst = true;
  story.server.lies.putOwnMessage = async (asked) => {
    if (!isFirst) return story.server.honestly(asked);
    isFirst = false;
    await other.write({ kind: "text", text: "Dari perangkat lain" });
    return story.server.honestly(asked);
  };
  await sending.run();
  t.equal(story.server.requestsOf("putOwnCell").length, 4);
  const { file } = await read(story);
  t.same(file.opened.alarms, []);
  t.match(file.opened.conversation, [{ message: { kind: "text" } }, { message: { kind: "files" } }]);
});

t.test("two members who answer with files at once: the second writes after looking again", async (t) => {
  const story = await tellStory();
  const { member, handle, file } = await read(story);
  const colleague = await read(story, story.organisation.lead);
  const sending = sendFiles(memberOf(member, handle, file.item.caseId), [sourceOf(randomFile(5))]);
  let isFirst = true;
  story.server.lies.putMessage = async (asked) => {
    if (!isFirst) return story.server.honestly(asked);
    isFirst = false;
    await colleague.file.answer("Saya lebih dahulu.");
    return story.server.honestly(asked);
  };
  await sending.run();
  t.equal(story.server.requestsOf("putCell").length, 1);
  t.match((await comeBack(story)).entries, [{ message: { kind: "text" } }, { message: { kind: "files" } }]);
});

t.test(
  "a lost answer to the message, then a lost line: a later run finds it stored, and writes no second",
  async (t) => {
    const story = await tellStory();
    const sending = sendFiles(await writerOf(story), [sourceOf(randomFile(SIZE))], { schedule: never });
    story.server.lies.putOwnMessage = (asked) => {
      story.server.answersToLose = 1;
      return story.server.honestly(asked);
    };
    await t.rejects(sending.run(), { code: "unreachable" });
    t.equal(story.stored.rows.reporter.length, 1);
    delete story.server.lies.putOwnMessage;
    await sending.run();
    t.equal(story.stored.rows.reporter.length, 1);
    t.equal(story.server.requestsOf("putOwnCell").length, 4);
  },
);

t.test(
  "giving up after a lost answer says what became of the files, and never stores what was not there",
  async (t) => {
    const cases = [
      { arrives: true, answers: true, taken: "sent", stored: 1 },
      { arrives: true, answers: false, taken: "unclear", stored: 1 },
      { arrives: false, answers: true, taken: "taken-back", stored: 0 },
      { arrives: false, answers: false, taken: "unclear", stored: 0 },
    ] as const;
    for (const { arrives, answers, taken, stored } of cases) {
      const story = await tellStory();
      const { server } = story;
      const sending = sendFiles(await writerOf(story), [sourceOf(randomFile(SIZE)), sourceOf(randomFile(1), "dua")], {
        schedule: never,
      });
      let asks = 0;
      server.lies.putOwnMessage = (asked) => {
        if (++asks > 1 || !arrives) return problem("busy");
        server.answersToLose = 1;
        return server.honestly(asked);
      };
      await t.rejects(sending.run(), { code: arrives ? "unreachable" : "busy" });
      if (answers) delete server.lies.putOwnMessage;
      else server.lies.dropOwnFile = () => problem("busy");
      const name = `${arrives ? "it had arrived" : "it had not"}, the server ${answers ? "answers" : "does not"}`;
      t.equal(await sending.drop(), taken, name);
      t.equal(story.stored.rows.reporter.length, stored, `${name}: nothing is stored by asking`);
      if (taken === "taken-back") t.equal(story.stored.files.size, 0, "and nothing is left");
      if (taken !== "unclear") continue;
      delete server.lies.putOwnMessage;
      delete server.lies.dropOwnFile;
      t.equal(await sending.drop(), arrives ? "sent" : "taken-back", `${name}: asked again it says`);
      t.equal(story.stored.rows.reporter.length, stored);
    }
  },
);

t.test("a file that is left out after a lost answer is not in the message, or is said to have arrived", async (t) => {
  for (const arrives of [true, false]) {
    const story = await tellStory();
    const sending = sendFiles(await writerOf(story), [sourceOf(randomFile(2)), sourceOf(randomFile(1), "dua")], {
      schedule: never,
    });
    let asks = 0;
    story.server.lies.putOwnMessage = (asked) => {
      if (++asks > 1 || !arrives) return problem("busy");
      story.server.answersToLose = 1;
      return story.server.honestly(asked);
    };
    await t.rejects(sending.run(), { code: arrives ? "unreachable" : "busy" });
    delete story.server.lies.putOwnMessage;
    t.equal(await sending.leaveOut(sending.uploads[0]!), arrives ? "sent" : "taken-back");
    await sending.run();
    const names = entriesOf((await read(story)).file.opened.conversation).map(({ name }) => name);
    t.same(names, arrives ? ["bukti.pdf", "dua"] : ["dua"]);
  }
});

t.test("files that the server has swept are sent anew, under other ids and keys", async (t) => {
  const story = await tellStory();
  const sending = sendFiles(await writerOf(story), [sourceOf(randomFile(SIZE))], { schedule: soon });
  let swept = "";
  story.server.lies.putOwnMessage = (asked) => {
    if (swept === "") {
      swept = [...story.stored.files.keys()].join(" ");
      story.stored.files.clear();
    }
    return story.server.honestly(asked);
  };
  await sending.run();
  const [entry] = entriesOf((await read(story)).file.opened.conversation);
  t.ok(entry !== undefined && !swept.includes(entry.id));
});

t.test(
  "where nothing may be written no file leaves the device, and limits are told before anything is read",
  async (t) => {
    const story = await tellStory();
    const writer = await writerOf(story);
    const unread = { ...sourceOf(new Uint8Array()), read: () => Promise.reject(new Error("it was read")) };
    t.throws(() => sendFiles(writer, [{ ...unread, size: 2 ** 30 + 1 }]), new Refusal("file-too-large"));
    t.throws(
      () =>
        sendFiles(
          writer,
          Array.from({ length: 51 }, () => unread),
        ),
      new Refusal("too-many-files"),
    );
    t.throws(() => sendFiles(writer, [unread], { text: "x".repeat(60_001) }), { code: "findings" });
    const longNames = Array.from({ length: 50 }, () => ({ ...unread, name: "🕊".repeat(255) }));
    t.throws(() => sendFiles(writer, longNames, { text: "🕊".repeat(60_000) }), {
      code: "findings",
      findings: [{ code: "too-many-bytes" }],
    });
    story.stored.receipt = randomBytes(story.stored.receipt.length);
    await t.rejects(sendFiles(writer, [unread], { schedule: soon }).run(), new Refusal("alarm"));
    t.equal(story.server.requestsOf("putOwnCell").length, 0);
  },
);

t.test("fifty files with the longest names and a long text fit into one message", async (t) => {
  const story = await tellStory();
  const name = "🕊".repeat(400);
  const sources = Array.from({ length: 50 }, () => sourceOf(new Uint8Array(), name, "TEXT/Plain; charset=utf-8"));
  await sendFiles(await writerOf(story), sources, { text: "x".repeat(60_000), schedule: soon }).run();
  const entries = entriesOf((await read(story)).file.opened.conversation);
  t.equal(entries.length, 50);
  t.equal(entries[0]!.type, "text/plain");
  t.equal(entries[0]!.name, `${"🕊".repeat(127)}…${"🕊".repeat(127)}`, "a long name loses its middle");
});
