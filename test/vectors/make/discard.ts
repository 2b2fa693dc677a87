/** Vectors of discarding a case, and of what a member's client remembers of heads. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { type Part, Seeded, aead, concat, hash, list, pad, u32 } from "../primitives.ts";

const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;
type Result = { output: Json } | { error: string };

export function discards(): VectorFile {
  const c = new Collection("discard");
  const random = new Seeded(c.subject);
  const put = (about: string, operation: string, frame: Uint8Array, result: Result) =>
    c.add(about, operation, { bytes: bytes(frame) }, result);
  const [caseId, handle, channelId, headHash, reason, directoryHash, memberId] = [
    random.bytes(32),
    random.bytes(16),
    random.bytes(16),
    random.bytes(32),
    random.bytes(32),
    random.bytes(32),
    random.bytes(16),
  ];
  const day = "2026-11-28";
  const fields: readonly Part[] = [
    "propose",
    caseId,
    handle,
    channelId,
    headHash,
    headHash,
    reason,
    7,
    directoryHash,
    memberId,
    day,
  ];
  const statement = (...parts: readonly Part[]) => list("discard-signature", ...parts);
  const read = (about: string, frame: Uint8Array, result: Result) =>
    put(about, "parse-discard-statement", frame, result);
  const proposal = statement(...fields);
  const agreement = statement(...fields.with(0, "agree").with(5, hash("discard", proposal)));
  const written = (step: string, previous: Uint8Array): Json => [
    step,
    bytes(caseId),
    bytes(handle),
    bytes(channelId),
    bytes(headHash),
    bytes(previous),
    bytes(reason),
    7,
    bytes(directoryHash),
    bytes(memberId),
    day,
  ];
  read("a proposal, resting on the report's head", proposal, { output: written("propose", headHash) });
  read("an agreement, resting on the proposal", agreement, { output: written("agree", hash("discard", proposal)) });
  read("a case that is kept", statement(...fields.with(0, "keep")), { output: written("keep", headHash) });
  read("a step that does not exist", statement(...fields.with(0, "burn")), MALFORMED);
  read("a day that does not exist", statement(...fields.with(10, "2026-11-31")), MALFORMED);
  read("a handle as text", statement(...fields.with(2, "01234567-89ab-4cde-8f01-23456789abcd")), MALFORMED);
  read("a field less", statement(...fields.slice(0, 10)), MALFORMED);
  read("a field more", statement(...fields, day), MALFORMED);
  read("under the label of a message", list("message-signature", ...fields), MALFORMED);
  put("the name of a proposal", "discard-hash", proposal, { output: bytes(hash("discard", proposal)) });

  const [one, two] = [random.bytes(64), random.bytes(64)];
  const step = (signed: Uint8Array, signature: Uint8Array) => list("discard-step", signed, signature);
  const record = (...parts: readonly Part[]) => list("discard-record", ...parts);
  const steps: readonly Part[] = [day, step(proposal, one), day, step(agreement, two)];
  const both: Json = [
    [day, bytes(proposal), bytes(one)],
    [day, bytes(agreement), bytes(two)],
  ];
  const kept = (about: string, frame: Uint8Array, result: Result) => put(about, "parse-discard-record", frame, result);
  kept("two have agreed", record("", 0, ...steps), { output: [null, 0, both] });
  kept("the case is gone", record("2026-12-29", 420, ...steps), { output: ["2026-12-29", 420, both] });
  kept("nobody has proposed anything", record("", 0), { output: [null, 0, []] });
  kept("a day without its step", record("", 0, ...steps.slice(0, 3)), MALFORMED);
  kept("a signature one byte short", record("", 0, day, step(proposal, one.subarray(1))), MALFORMED);
  kept("a time in the place of a day", record("", 0, "2026-11-28T10:00", step(proposal, one)), MALFORMED);
  const page = (about: string, frame: Uint8Array, result: Result) => put(about, "parse-discards", frame, result);
  page("a page of records", list("discards", handle, record("", 0, ...steps), record("", 0)), {
    output: [
      bytes(handle),
      [
        [null, 0, both],
        [null, 0, []],
      ],
    ],
  });
  page("an empty page", list("discards", ""), { output: [null, []] });
  page("a page without its end", list("discards"), MALFORMED);

  const answer = (...parts: readonly Part[]) => pad(list("check-answer", ...parts), 65_536);
  const gone: readonly Part[] = [2, "2026-12-29", "", 0, 0, "", 0, 0, ""];
  const check = (about: string, frame: Uint8Array, result: Result) => put(about, "parse-removed-answer", frame, result);
  check("words whose case two members have discarded", answer(...gone), { output: "2026-12-29" });
  check("unknown words", answer(...gone.with(0, 0).with(1, "")), { output: null });
  check("gone, and yet something", answer(...gone.with(6, 1)), MALFORMED);
  check("gone on no day", answer(...gone.with(1, "")), MALFORMED);
  return c.file();
}

export function knownHeads(): VectorFile {
  const c = new Collection("known-heads");
  const random = new Seeded(c.subject);
  const [vaultKey, memberId, key] = [random.bytes(32), random.bytes(16), random.bytes(32)];
  const name = (first: number) => concat(Uint8Array.of(first), random.bytes(7));
  const [a, b, d] = [name(1), name(2), name(3)];
  const place = list("known-heads", memberId);
  const seal = (text: Uint8Array, used = vaultKey, aad: Uint8Array = place) => aead(used, random.bytes(24), text, aad);
  const open = (about: string, sealed: Uint8Array, result: Result) =>
    c.add(
      about,
      "open-known-heads",
      { vaultKey: bytes(vaultKey), memberId: bytes(memberId), sealed: bytes(sealed) },
      result,
    );
  const whole = concat(key, u32(2), a, b, u32(1), d, u32(0));
  open("two heads that did not open, one that did", seal(whole), {
    output: [bytes(key), [bytes(a), bytes(b)], [bytes(d)], []],
  });
  open("one whose inbox is burnt", seal(concat(key, u32(0), u32(1), d, u32(1), d)), {
    output: [bytes(key), [], [bytes(d)], [bytes(d)]],
  });
  open("none of any kind", seal(concat(key, u32(0), u32(0), u32(0))), { output: [bytes(key), [], [], []] });
  open("under another vault key", seal(whole, random.bytes(32)), ALTERED);
  open("of another member", seal(whole, vaultKey, list("known-heads", memberId.toReversed())), ALTERED);
  open("of another purpose", seal(whole, vaultKey, list("vault-memory", memberId)), ALTERED);
  open("more heads than there are", seal(concat(key, u32(9), a, b, u32(1), d, u32(0))), MALFORMED);
  open("a list less", seal(whole.subarray(0, -4)), MALFORMED);
  open("bytes left over", seal(concat(whole, a)), MALFORMED);
  open("not in order", seal(concat(key, u32(2), b, a, u32(1), d, u32(0))), MALFORMED);
  open("a name twice", seal(concat(key, u32(2), a, a, u32(1), d, u32(0))), MALFORMED);

  const [first, second] = [random.bytes(16), random.bytes(16)];
  const names = (about: string, frame: Uint8Array, result: Result) =>
    c.add(about, "parse-head-names", { bytes: bytes(frame) }, result);
  names("one that a colleague has opened, one that nobody has", list("head-names", first, first, second), {
    output: [bytes(first), [bytes(first)], [bytes(second)]],
  });
  names("the last page, empty", list("head-names", "", "", ""), { output: [null, [], []] });
  names("a name of 15 bytes", list("head-names", "", "", first.subarray(1)), MALFORMED);
  names("a list less", list("head-names", "", first), MALFORMED);
  return c.file();
}

export function newHeads(): VectorFile {
  const c = new Collection("new-heads");
  const random = new Seeded(c.subject);
  const [first, second, digest] = [random.bytes(16), random.bytes(16), random.bytes(32)];
  const put = (about: string, result: Result, ...fields: readonly (Uint8Array | "")[]) =>
    c.add(about, "parse-new-head-names", { bytes: bytes(list("new-head-names", ...fields)) }, result);
  const both = { output: [bytes(second), bytes(digest), 20, [bytes(first), bytes(second)]] };
  put("two of late, and a page behind", both, second, digest, u32(20), concat(first, second));
  put("none of late", { output: [null, bytes(digest), 0, []] }, "", digest, u32(0), "");
  put("a digest of 31 bytes", MALFORMED, "", digest.subarray(1), u32(0), "");
  put("a number of 3 bytes", MALFORMED, "", digest, u32(0).subarray(1), "");
  put("a handle of 15 bytes", MALFORMED, "", digest, u32(0), first.subarray(1));
  put("a list of handles less", MALFORMED, "", digest, u32(0));
  return c.file();
}

/** The list that stands behind the three of known heads where somebody's interests were read. */
export function knownInterests(): VectorFile {
  const c = new Collection("known-interests");
  const random = new Seeded(c.subject);
  const [vaultKey, memberId, key] = [random.bytes(32), random.bytes(16), random.bytes(32)];
  const name = (first: number) => concat(Uint8Array.of(first), random.bytes(7));
  const [a, b] = [name(1), name(2)];
  const open = (about: string, ...fourth: readonly Uint8Array[]) => (result: Result) => {
    const text = concat(key, u32(0), u32(0), u32(0), ...fourth);
    const sealed = aead(vaultKey, random.bytes(24), text, list("known-heads", memberId));
    const input = { vaultKey: bytes(vaultKey), memberId: bytes(memberId), sealed: bytes(sealed) };
    c.add(about, "open-known-heads", input, result);
  };
  const declared = [
    [bytes(a), 3],
    [bytes(b), 1],
  ] as const;
  open("two members' interests", u32(2), a, u32(3), b, u32(1))({ output: [bytes(key), [], [], [], declared] });
  open("a list of nobody", u32(0))(MALFORMED);
  open("more members than there are", u32(3), a, u32(3), b, u32(1))(MALFORMED);
  open("bytes left over", u32(1), a, u32(3), b)(MALFORMED);
  open("not in order", u32(2), b, u32(1), a, u32(3))(MALFORMED);
  open("a member twice", u32(2), a, u32(1), a, u32(1))(MALFORMED);
  return c.file();
}
