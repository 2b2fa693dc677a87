/** Vectors of what the team writes down about a case, and of what a member's list says of it. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, aead, list, pad } from "../primitives.ts";

const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;
type Result = { output: Json } | { error: string };

/** Vectors of records, each read from the JSON that stands in an internal message of its kind. */
export function readsOf(c: Collection, kind: string) {
  const put = (about: string, text: string, result: Result, direction = "internal") =>
    c.add(about, "read-content", { direction, kind, text }, result);
  return {
    good: (about: string, content: { readonly [name: string]: Json }) =>
      put(about, JSON.stringify(content), { output: { kind, ...content } }),
    bad: (about: string, content: Json) => put(about, JSON.stringify(content), MALFORMED),
    put,
  };
}

export function records(): VectorFile {
  const c = new Collection("records");
  const random = new Seeded(c.subject);
  const id = random.bytes(16).toString("hex");
  const assignment = readsOf(c, "assignment");
  assignment.good("a case handed to a member", { to: id, reason: "cuti sampai Senin" });
  assignment.good("a case given back", { to: null, reason: "" });
  assignment.bad("an assignment to an id that is too short", { to: id.slice(2), reason: "" });
  assignment.bad("an assignment without its reason", { to: id });
  assignment.bad("fields of an assignment in another order", { reason: "", to: null });
  assignment.put("an assignment in the conversation", JSON.stringify({ to: null, reason: "" }), MALFORMED, "team");
  const labels = readsOf(c, "labels");
  labels.good("labels", { labels: ["perizinan", "triwulan IV"] });
  labels.good("labels of a later version: longer than ours, and one twice", { labels: ["x".repeat(40), "a", "a"] });
  labels.put("labels with a field of a later version", '{"labels":[],"colour":"red"}', {
    output: { kind: "labels", labels: [], unknown: [["colour", '"red"']] },
  });
  labels.bad("labels that are no texts", { labels: [1] });
  labels.put("labels with white space between", '{ "labels":[]}', MALFORMED);

  const [vaultKey, caseId, memberId] = [random.bytes(32), random.bytes(32), random.bytes(16)];
  const place = list("digest", memberId, caseId);
  const text = JSON.stringify({ shown: -1, read: [0, 1, 2], alarmed: false, assignee: id, labels: ["perizinan"] });
  const digest = (about: string, padded: Uint8Array, result: Result, aad: Uint8Array = place) =>
    c.add(
      about,
      "open-digest",
      {
        vaultKey: bytes(vaultKey),
        memberId: bytes(memberId),
        caseId: bytes(caseId),
        sealed: bytes(aead(vaultKey, random.bytes(24), padded, aad)),
      },
      result,
    );
  digest("a digest", pad(Buffer.from(text), 512), { output: text });
  digest("a digest of another case", pad(Buffer.from(text), 512), ALTERED, list("digest", memberId, random.bytes(32)));
  digest("a wrap in the place of a digest", pad(Buffer.from(text), 512), ALTERED, list("wrap", memberId, caseId));
  digest("a digest padded to another class", pad(Buffer.from(text), 1024), MALFORMED);
  return c.file();
}
