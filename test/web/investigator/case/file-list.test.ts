import t from "tap";
import {
  CHECKED_AT_ONCE_BYTES,
  type CaseFileEntry,
  toCheck,
} from "../../../../src/web/investigator/files/file-list.ts";
import { guessType, honestName } from "../../../../src/web/investigator/files/known-file.ts";

function entry(id: string, size: number): CaseFileEntry {
  const place = { direction: "reporter", sequence: 1, id } as const;
  const file = { id, name: id, type: "", size };
  return {
    file,
    place,
    entry: {
      ...place,
      storedOn: "2026-11-25",
      alarms: [],
      message: { kind: "files", text: "", files: [file] },
      author: undefined,
      effective: true,
    },
  };
}

t.test("what is checked at once are the small ones that nobody has looked at, as many as fit", async (t) => {
  const half = CHECKED_AT_ONCE_BYTES / 2;
  const entries = [
    entry("large", half + 1),
    entry("known", 1),
    entry("half", half),
    entry("small", 10),
    entry("tiny", 0),
  ];
  const names = (list: readonly CaseFileEntry[]) => list.map(({ place }) => place.id);
  const isKnown = (one: CaseFileEntry) => one.place.id === "known";
  t.same(names(toCheck(entries, isKnown)), ["tiny", "small", "half"]);
  t.same(names(toCheck([entry("fits", CHECKED_AT_ONCE_BYTES)], isKnown)), ["fits"], "the limit itself");
  t.same(names(toCheck([entry("over", CHECKED_AT_ONCE_BYTES + 1)], isKnown)), [], "and one byte more");
});

t.test("before a file was opened its type is guessed from its name, then from what its sender says", async (t) => {
  t.equal(guessType({ name: "foto.JPG", type: "application/pdf" }), "jpeg");
  t.equal(guessType({ name: "foto", type: "application/pdf" }), "pdf");
  t.equal(guessType({ name: "foto.xyz", type: "x/y" }), undefined);
});

t.test("an empty file keeps its name, since nothing that it promises is untrue", async (t) => {
  t.equal(honestName("foto.jpg", "unknown", 0), "foto.jpg");
  t.equal(honestName("../jalankan.exe", "unknown", 0), "jalankan.exe.bin");
  t.equal(honestName("foto.jpg", "pdf", 9), "foto.jpg.pdf");
});
