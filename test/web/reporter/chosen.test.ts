/** How many files fit, whatever still becomes of those that were chosen. */
import t from "tap";
import { cellLayoutOf, MAX_FILE_BYTES } from "../../../src/crypto/file-cells.ts";
import { MAX_FILES_A_CASE } from "../../../src/protocol/limits.ts";
import type { Sealing } from "../../../src/web/reporter/app.ts";
import { type Chosen, type ChosenFile, addFile, fits, takeOut } from "../../../src/web/reporter/files/chosen.ts";
import type { FilesWorker } from "../../../src/web/reporter/files/worker-client.ts";

const sealing = {
  filledBytes(size: number) {
    if (size > MAX_FILE_BYTES) return undefined;
    const { cellBytes, cells } = cellLayoutOf(size);
    return cellBytes * cells;
  },
} as Sealing;

const fileOf = (size: number) => ({ name: "a.txt", size }) as File;

function chosenOf(count: number, { size = 1, ...rest }: Partial<ChosenFile> & { readonly size?: number }): Chosen {
  const list = Array.from({ length: count }, (_, at): ChosenFile => {
    return { original: fileOf(size), number: at + 1, look: undefined, choice: undefined, isAsked: false, ...rest };
  });
  return { list, changed: () => {} };
}

function looked(size: number): ChosenFile["look"] {
  return {
    size,
    type: "txt",
    outcome: "cleaned",
    findings: [],
    warnings: [],
    remains: [],
  } as unknown as ChosenFile["look"];
}

t.test("files that another look could make ready have their place, and those that never go have none", async (t) => {
  t.notOk(fits(sealing, chosenOf(MAX_FILES_A_CASE, { look: "worker-gone" }), fileOf(1)));
  t.ok(fits(sealing, chosenOf(MAX_FILES_A_CASE, { look: "unreadable-file" }), fileOf(1)));
  const large = MAX_FILE_BYTES + 1;
  t.ok(fits(sealing, chosenOf(MAX_FILES_A_CASE, { size: large, look: looked(large) }), fileOf(1)));
  const asTheyAre = chosenOf(MAX_FILES_A_CASE, { size: large, look: looked(5), choice: "as-is" });
  t.notOk(fits(sealing, asTheyAre, fileOf(1)), "too large as they are, and not when they are cleaned again");
});

t.test("of a file counts what it fills at most, and one takes the place of another", async (t) => {
  const four = chosenOf(4, { size: MAX_FILE_BYTES, look: looked(5) });
  t.ok(fits(sealing, four, fileOf(5)));
  t.notOk(fits(sealing, chosenOf(5, { size: MAX_FILE_BYTES, look: looked(5) }), fileOf(MAX_FILE_BYTES)));
  const full = chosenOf(MAX_FILES_A_CASE, {});
  t.ok(fits(sealing, full, fileOf(1), full.list[0]));
});

t.test("what has gone from the list already takes nothing else with it", async (t) => {
  const chosen = chosenOf(2, {});
  const [first, second] = chosen.list;
  takeOut(chosen, [first!]);
  takeOut(chosen, [first!]);
  t.same(chosen.list, [second]);
  const worker = { look: () => new Promise(() => {}) } as unknown as FilesWorker;
  addFile(worker, chosen, fileOf(3), first);
  t.equal(chosen.list[0], second);
  t.equal(chosen.list.length, 2);
});
