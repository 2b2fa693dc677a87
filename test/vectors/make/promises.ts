/** Vectors of what is told about deadlines, and of receipts that are shown to others. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, concat, list, signer, u32 } from "../primitives.ts";
import { readsOf } from "./records.ts";

const MALFORMED = { error: "malformed" } as const;

export function promises(): VectorFile {
  const c = new Collection("promises");
  const reads = (kind: string) => {
    const { put } = readsOf(c, kind);
    return {
      good: (about: string, content: { readonly [name: string]: Json }) =>
        put(about, JSON.stringify(content), { output: { kind, ...content } }, "team"),
      bad: (about: string, content: Json, direction = "team") => put(about, JSON.stringify(content), MALFORMED, direction),
    };
  };
  const status = reads("status");
  status.good("a status that promises the next word", { state: "verifying", outcome: null, text: "", nextBy: "2027-01-15" });
  status.good("a day that does not exist is read as it stands", { state: "verifying", outcome: null, text: "", nextBy: "soon" });
  status.bad("the day of the next word before the text", { state: "verifying", outcome: null, nextBy: "2027-01-15", text: "" });
  const promise = reads("promise");
  promise.good("a promise put off", { deadline: "verification", due: "2027-01-31", text: "Menunggu dokumen." });
  promise.good("a deadline of a later version", { deadline: "appeal", due: "2027-01-31", text: "Menunggu." });
  promise.bad("a promise put off without its day", { deadline: "verification", text: "Menunggu." });
  promise.bad("a promise put off among the notes", { deadline: "verification", due: "2027-01-31", text: "a" }, "internal");
  promise.bad("a promise put off by the reporter", { deadline: "verification", due: "2027-01-31", text: "a" }, "reporter");
  const profile = reads("profile");
  profile.good("another profile", { profile: "uu25", text: "Keluhan pelayanan." });
  profile.bad("a profile without a word", { profile: "uu25" });
  const request = readsOf(c, "receipt-request");
  request.put("a receipt asked for", "{}", { output: { kind: "receipt-request" } }, "reporter");
  request.put("a receipt asked for by the team", "{}", MALFORMED, "team");

  const random = new Seeded(c.subject);
  const [member, hash, salt] = [signer(random.bytes(32)), random.bytes(32), random.bytes(16)];
  const signature = member.sign(list("receipt-line", 7, hash, "2026-11-25", salt));
  const lineOf = (day: number, end: Uint8Array = signature) =>
    `segel-tt1.${concat(u32(7), hash, u32(day), salt, end).toString("base64url")}`;
  const line = lineOf(20_261_125);
  reads("receipt").good("a receipt", { text: line });
  const put = (about: string, text: string, result: { output: Json } | { error: string }) =>
    c.add(about, "parse-receipt-line", { line: text }, result);
  const facts = { directoryVersion: 7, directoryHash: bytes(hash), day: "2026-11-25", random: bytes(salt) };
  const input = bytes(list("receipt-line", 7, hash, "2026-11-25", salt));
  const output = { ...facts, signature: bytes(signature), input };
  put("a receipt line", line, { output });
  put("a receipt line as it stands on paper", ` ${line.slice(0, 50)}\n${line.slice(50)} `, { output });
  put("a receipt of a day that does not exist", lineOf(20_260_230), MALFORMED);
  put("a receipt line with another prefix", line.replace("tt1", "tt2"), MALFORMED);
  put("a receipt line with a shorter signature", lineOf(20_261_125, signature.subarray(1)), MALFORMED);
  put("a receipt line with a longer signature", lineOf(20_261_125, concat(signature, u32(0))), MALFORMED);
  return c.file();
}
