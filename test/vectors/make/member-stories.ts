/** Vectors of whole cases as a member finds them: what a server answers, and what must be said of it. Each has one fault. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { aead, concat, list, signer, u32 } from "../primitives.ts";
import { hex } from "./directory.ts";
import { DAY, type Message, NOW, type Point, Story, type Told, rowsOf, told } from "./story.ts";

export function memberStories(): VectorFile {
  const c = new Collection("member-case");
  const plain = new Story(c.subject);
  type Answer = {
    readonly reporter?: readonly Message[];
    readonly team?: readonly Message[];
    readonly internal?: readonly Message[];
    readonly counts?: readonly number[];
    readonly state?: string;
    readonly wrap?: Buffer | string;
    readonly story?: Story;
  };
  const handle = Buffer.from("00112233445546678899aabbccddeeff", "hex");
  const vaultKey = plain.random.bytes(32);
  const put = (about: string, given: Answer, result: { output: Json } | { error: string }) => {
    const { reporter = [], team = [], internal = [], state = "received", wrap = "", story = plain } = given;
    const [r, t, i] = given.counts ?? [reporter.length, team.length, internal.length];
    const item = list(
      "case-item",
      handle,
      story.caseId,
      story.channelId,
      DAY,
      state,
      DAY,
      0,
      r!,
      t!,
      i!,
      story.summary,
      wrap,
    );
    const rows = (messages: readonly Message[]) => bytes(list("rows", ...rowsOf(messages)));
    c.add(
      about,
      "member-case",
      {
        memberId: hex(story.people.one.id),
        seed: bytes(story.people.one.sealing!.seed),
        vaultKey: hex(vaultKey),
        root: bytes(story.root.publicKey),
        chain: story.chain(),
        now: NOW,
        item: bytes(item),
        envelope: bytes(list("report-envelope", story.head, story.body)),
        reporter: rows(reporter),
        team: rows(team),
        internal: rows(internal),
      },
      result,
    );
  };
  const w = plain;
  const r1 = w.message("reporter", 1);
  const r2 = w.message("reporter", 2, { previous: r1.hash });
  const t1 = w.message("team", 1, { seen: r1 });
  const n1 = w.message("internal", 1, { seen: r1, by: w.people.two });
  const all = { reporter: [r1], team: [t1], internal: [n1] };
  const points = (...seen: readonly (Point | undefined)[]) =>
    seen.map((point = w.nothing): Json => [point.sequence, bytes(point.hash)]);
  type Said = {
    readonly alarms?: string[];
    readonly conversation?: boolean;
    readonly notes?: boolean;
    readonly entries: Told[];
    readonly seen: Json[];
    readonly state?: string;
  };
  const say = ({
    alarms = [],
    conversation = true,
    notes = conversation,
    entries,
    seen,
    state = "received",
  }: Said) => ({
    output: { state, alarms, writable: { conversation, notes }, entries, seen },
  });
  const whole = [told("reporter 1"), told("team 1"), told("internal 1")];
  put("one message of each direction, whole", all, say({ entries: whole, seen: points(r1, t1, n1) }));
  put(
    "hidden: an answer and a note acknowledge a follow-up that is not shown",
    { ...all, reporter: [] },
    say({ alarms: ["hidden"], entries: whole.slice(1), seen: points(undefined, t1, n1) }),
  );
  put(
    "withheld: the follow-up is counted too",
    { ...all, reporter: [], counts: [1, 1, 1] },
    say({
      alarms: ["hidden", "withheld"],
      conversation: false,
      entries: whole.slice(1),
      seen: points(undefined, t1, n1),
    }),
  );
  const other = w.message("reporter", 1);
  put(
    "hidden: another follow-up than the answer and the note acknowledge",
    { ...all, reporter: [other] },
    say({ alarms: ["hidden"], entries: whole, seen: points(other, t1, n1) }),
  );
  const t2 = w.message("team", 2, { previous: t1.hash, by: w.people.two });
  put(
    "hidden: an answer acknowledges fewer follow-ups than the one before",
    { ...all, internal: [], team: [t1, t2] },
    say({
      alarms: ["hidden"],
      entries: [...whole.slice(0, 2), told("team 2", "text", ["acknowledgement"], true)],
      seen: points(r1, t2, undefined),
    }),
  );
  const answered = w.message("reporter", 2, { previous: r1.hash, seen: { sequence: 1, hash: w.random.bytes(32) } });
  put(
    "hidden: a follow-up acknowledges another answer than the one that is shown",
    { reporter: [r1, answered], team: [t1] },
    say({
      alarms: ["hidden"],
      entries: [told("reporter 1"), told("team 1"), told("reporter 2")],
      seen: points(answered, t1, undefined),
    }),
  );
  put(
    "gap: the first follow-up is not shown",
    { reporter: [r2], counts: [2, 0, 0] },
    say({
      alarms: ["conversation", "withheld"],
      conversation: false,
      entries: [told("reporter 2", "text", ["gap"], false)],
      seen: points(undefined, undefined, undefined),
    }),
  );
  const byOther = w.message("reporter", 1, { signedBy: signer(w.random.bytes(32)) });
  put(
    "forged: a follow-up that the reporter did not sign",
    { reporter: [byOther] },
    say({
      alarms: ["conversation"],
      entries: [told("reporter 1", null, ["forged"])],
      seen: points(undefined, undefined, undefined),
    }),
  );
  const byAdministrator = w.message("internal", 1, { by: w.people.administrator });
  put(
    "unfit signer: a note of an administrator",
    { internal: [byAdministrator] },
    say({
      alarms: ["conversation"],
      notes: false,
      entries: [told("internal 1", null, ["unfit-signer"])],
      seen: points(undefined, undefined, undefined),
    }),
  );
  put(
    "the server's state is not the signed one",
    { ...all, state: "closed" },
    say({ alarms: ["state-differs"], entries: whole, seen: points(r1, t1, n1) }),
  );
  // What was seen before.
  const wrapOf = (story: Story, team: Point, headHash: Uint8Array = story.headHash) =>
    aead(
      vaultKey,
      story.random.bytes(24),
      concat(
        story.contentKey,
        headHash,
        story.binding,
        story.thread,
        u32(0),
        story.teamSecret,
        ...[story.nothing, team, story.nothing].flatMap(({ sequence, hash: of }) => [u32(sequence), of]),
      ),
      list("wrap", story.people.one.id, story.caseId),
    );
  put(
    "the wrap remembers what is shown",
    { ...all, wrap: wrapOf(w, t1) },
    say({ entries: whole, seen: points(r1, t1, n1) }),
  );
  put(
    "less than before: the wrap remembers an answer more",
    { ...all, wrap: wrapOf(w, t2) },
    say({ alarms: ["less-than-before"], conversation: false, entries: whole, seen: points(r1, t2, n1) }),
  );
  const seenOther = { ...t1, hash: w.random.bytes(32) };
  put(
    "less than before: the wrap remembers another answer",
    { ...all, wrap: wrapOf(w, seenOther) },
    say({ alarms: ["less-than-before"], conversation: false, entries: whole, seen: points(r1, seenOther, n1) }),
  );
  put(
    "the wrap remembers another report",
    { ...all, wrap: wrapOf(w, t1, w.random.bytes(32)) },
    say({ alarms: ["other-report"], conversation: false, entries: whole, seen: points(r1, t1, n1) }),
  );
  put(
    "a wrap that does not open",
    { ...all, wrap: Buffer.alloc(312) },
    say({ alarms: ["wrap"], entries: whole, seen: points(r1, t1, n1) }),
  );
  // Who reads.
  const left = new Story("member-case, left out", { leaveOut: true });
  put("a recipient who is neither sealed to nor excluded", { story: left }, { error: "altered" });
  const ended = new Story("member-case, ended", { leaveOut: true, span: { validUntil: "2026-12-15T00:00:00Z" } });
  put(
    "and whose entry ends before the directory does",
    { story: ended },
    say({
      entries: [],
      seen: [ended.nothing, ended.nothing, ended.nothing].map(({ sequence, hash: of }): Json => [sequence, bytes(of)]),
    }),
  );
  return c.file();
}
