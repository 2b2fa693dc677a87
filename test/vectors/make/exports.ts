/** Vectors of what leaves an office: the manifest of a ZIP with its signature, and the record of it in the case. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, list, signer } from "../primitives.ts";
import { readsOf } from "./records.ts";

const MALFORMED = { error: "malformed" } as const;

export function exports(): VectorFile {
  const c = new Collection("exports");
  const random = new Seeded(c.subject);
  const [id, directoryHash, sum] = [random.bytes(16), random.bytes(32), random.bytes(32)];
  const member = signer(random.bytes(32));
  const entry = { name: "case.json", size: 4_096, sha256: sum.toString("hex") };
  const manifest = {
    format: "segel/1/export",
    of: "segel/1/case-file",
    on: "2026-11-29",
    member: id.toString("hex"),
    directoryVersion: 7,
    directoryHash: directoryHash.toString("hex"),
    record: random.bytes(32).toString("hex"),
    entries: [entry, { ...entry, name: "files/01.pdf", size: 0 }],
  };
  const put = (about: string, text: string, result: { output: Json } | { error: string }) => {
    const signature = member.sign(list("export", Buffer.from(text)));
    const given = { manifest: text, signature: bytes(signature), signingKey: bytes(member.publicKey) };
    c.add(about, "read-export-manifest", given, result);
  };
  const good = (about: string, content: Omit<typeof manifest, "record"> & { record: string | null }) => {
    const text = JSON.stringify(content);
    put(about, text, { output: { manifest: content, input: bytes(list("export", Buffer.from(text))), signed: true } });
  };
  const bad = (about: string, content: object) => put(about, JSON.stringify(content), MALFORMED);
  good("the manifest of a case file", manifest);
  good("of something that is of no case", { ...manifest, of: "segel/1/audit", record: null, entries: [entry] });
  bad("a manifest of another format", { ...manifest, format: "segel/2/export" });
  bad("a manifest without entries", { ...manifest, entries: [] });
  bad("a name that leads out of its folder", { ...manifest, entries: [{ ...entry, name: "../case.json" }] });
  bad("a number where the name of the record should be", { ...manifest, record: 12 });
  bad("a name in two folders", { ...manifest, entries: [{ ...entry, name: "a/b/c.txt" }] });
  bad("a name in capitals", { ...manifest, entries: [{ ...entry, name: "Case.json" }] });
  bad("the manifest in its own list", { ...manifest, entries: [{ ...entry, name: "manifest.json" }] });
  bad("one name twice", { ...manifest, entries: [entry, entry] });
  bad("a hash that is too short", { ...manifest, entries: [{ ...entry, sha256: "00" }] });
  bad("a day that does not exist", { ...manifest, on: "2026-11-31" });
  bad("a field that nobody knows", { ...manifest, more: 1 });
  const { entries, ...before } = manifest;
  bad("fields in another order", { entries, ...before });
  put("the same with a space", `${JSON.stringify(manifest)} `, MALFORMED);

  const record = readsOf(c, "export");
  const content = {
    form: "case-file",
    reporter: "left-out",
    redacted: true,
    files: 3,
    reporterFiles: 1,
    to: "KPK",
    reason: "Pelimpahan.",
    rows: { team: [[1, 3]], reporter: [], internal: [[2, 2], [5, 9]] },
  };
  record.good("a case file has left", content);
  record.good("in a form of a later version", { ...content, form: "later", reporter: "named" });
  const { reason, ...unreasoned } = content;
  record.bad("an export without its reason", unreasoned);
  record.bad("rows without one direction", { ...content, rows: { team: [], internal: [] } });
  record.bad("fields of an export in another order", { reason, ...unreasoned });
  record.put("an export in the conversation", JSON.stringify(content), MALFORMED, "team");
  return c.file();
}
