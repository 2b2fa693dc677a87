/** Vectors of the record that a member entered a report. */
import { Collection, type VectorFile } from "../format.ts";
import { readsOf } from "./records.ts";

export function sources(): VectorFile {
  const c = new Collection("source");
  const { good, bad, put } = readsOf(c, "source");
  const letter = { way: "letter", receivedOn: "2026-11-20", note: "Agenda 12", code: false };
  good("a letter that was entered", letter);
  good("a way and a day of a later version are read as they stand", { ...letter, way: "fax", receivedOn: "soon" });
  bad("one without a word about the code", { way: "letter", receivedOn: "2026-11-20", note: "" });
  bad("a code that is no yes or no", { ...letter, code: 1 });
  put("one in the conversation", JSON.stringify(letter), { error: "malformed" }, "team");
  return c.file();
}
