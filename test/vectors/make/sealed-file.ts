/** Vectors of a report in a file that anybody hands in. The parts inside are short: whoever stores them checks them. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { concat, list, u32 } from "../primitives.ts";
import { flip } from "./basics.ts";
import { World } from "./envelope.ts";

const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;

export function sealedFiles(): VectorFile {
  const c = new Collection("sealed-file");
  const w = new World(c.subject);
  const other = new World("another reporter");
  const { head } = w.report();
  const parts = [head, ...[40, 50, 60, 70].map((length) => w.random.bytes(length))];
  const submission = list("submission", ...parts);
  const signed = (of: Uint8Array, by = w.auth) => by.sign(list("sealed-report-signature", of));
  const file = list("sealed-report", submission, signed(submission));
  const put = (about: string, input: Uint8Array, result: { output: Json } | { error: string }) =>
    c.add(about, "parse-sealed-report", { bytes: bytes(input) }, result);
  const names = [w.caseId, w.channelId, u32(3), Buffer.alloc(32, 0xd1)];
  const read = [submission, ...names].map(bytes);

  put("a file as it is handed in: submission, case id, channel, directory", file, { output: read });
  put("signed by another key than the report", list("sealed-report", submission, signed(submission, other.auth)), ALTERED);
  put("signed over another submission", list("sealed-report", submission, signed(list("submission", head))), ALTERED);
  put("signed as nothing but bytes", list("sealed-report", submission, w.auth.sign(submission)), ALTERED);
  const exchanged = list("submission", ...parts.slice(0, 4), w.random.bytes(70));
  put("another receipt", list("sealed-report", exchanged, signed(submission)), ALTERED);
  const foreign = list("submission", other.report().head, ...parts.slice(1));
  put("another report under the signature of this one", list("sealed-report", foreign, signed(foreign)), ALTERED);
  const damaged = list("submission", flip(head, 700), ...parts.slice(1));
  put("a head that is not genuine, signed anew", list("sealed-report", damaged, signed(damaged)), ALTERED);
  const identity = list("submission", w.identity(w.random.bytes(32), w.random.bytes(32)).head, ...parts.slice(1));
  put("an identity in the place of the report", list("sealed-report", identity, signed(identity)), ALTERED);
  put("a submission that its reporter sends", submission, MALFORMED);
  put("no signature", list("sealed-report", submission), MALFORMED);
  put("a signature that is too short", list("sealed-report", submission, signed(submission).subarray(1)), MALFORMED);
  put("a third field", list("sealed-report", submission, signed(submission), Buffer.alloc(0)), MALFORMED);
  put("cut", file.subarray(0, -1), MALFORMED);
  put("bytes behind it", concat(file, Buffer.alloc(1)), MALFORMED);
  return c.file();
}
