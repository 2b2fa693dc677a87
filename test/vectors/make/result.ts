/** Vectors of the record that says which class a finding has. */
import { Collection, type VectorFile } from "../format.ts";
import { readsOf } from "./records.ts";

export function results(): VectorFile {
  const c = new Collection("result");
  const { good, bad, put } = readsOf(c, "result");
  const found = { after: 0, result: "administrative-fault-loss", reason: "Selisih kas Rp12 juta." };
  good("a class of the law", found);
  good("taken back", { after: 3, result: null, reason: "" });
  good("a class of a later version is read as it stands", { ...found, result: "collusion" });
  bad("one without its reason", { after: 0, result: "ethics" });
  bad("a class that is a number", { ...found, result: 2 });
  put("one in the conversation", JSON.stringify(found), { error: "malformed" }, "team");
  return c.file();
}
