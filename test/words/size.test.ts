import t from "tap";
import { sizeIn } from "../../src/words/speech.ts";

t.test("a length is written with a number that one can say, in the language's own signs", (t) => {
  const rows = [
    [0, "0 KB", "0 KB"],
    [1, "1 KB", "1 KB"],
    [380_000, "380 KB", "380 KB"],
    [999_400, "1 MB", "1 MB"],
    [2_400_000, "2,4 MB", "2.4 MB"],
    [999_949_999, "999,9 MB", "999.9 MB"],
    [999_950_000, "1 GB", "1 GB"],
    [1_073_741_824, "1,1 GB", "1.1 GB"],
    [5_368_709_120, "5,4 GB", "5.4 GB"],
  ] as const;
  for (const [bytes, id, en] of rows) {
    t.equal(sizeIn(bytes, "id"), id, `${bytes}`);
    t.equal(sizeIn(bytes, "en"), en, `${bytes}`);
  }
  t.end();
});
