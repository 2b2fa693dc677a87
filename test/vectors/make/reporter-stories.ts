/** Vectors of whole conversations as a reporter finds them: what a server answers, and what must be said of it. Each has one fault. */
import { Collection, type VectorFile, bytes } from "../format.ts";
import { list, pad, signer } from "../primitives.ts";
import {
  type Bend,
  DAY,
  type Directory,
  type Message,
  NOW,
  type Point,
  Story,
  type Told,
  rowsOf,
  told,
} from "./story.ts";

export function reporterStories(): VectorFile {
  const c = new Collection("reporter-case");
  const w = new Story(c.subject);
  type Answer = {
    readonly team: readonly (Message & { readonly epoch?: number })[];
    readonly teamCount?: number;
    /** The newest own message with what its box acknowledges; without it nothing was written */
    readonly own?: { readonly point: Point; readonly seen: Point; readonly epoch?: number };
    readonly written?: number;
    readonly receipt?: Buffer;
    readonly older?: Directory;
  };
  type Said = {
    readonly state?: string;
    readonly alarms?: string[];
    readonly answers?: number[];
    readonly ownMissing?: number[];
    readonly entries: Told[];
  };
  const put = (
    about: string,
    { team, teamCount = team.length, own, written = own?.point.sequence ?? 0, receipt = w.receipt(), older }: Answer,
    said: Said,
  ) => {
    const box = own === undefined ? "" : w.ownBox(own.point, own.seen, own.epoch);
    const days = Array.from({ length: written }, () => DAY).join(" ");
    const answer = pad(
      list(
        "check-answer",
        1,
        DAY,
        receipt,
        0,
        own?.point.sequence ?? 0,
        box,
        written,
        teamCount,
        days,
        ...rowsOf(team),
      ),
      65_536,
    );
    c.add(
      about,
      "reporter-case",
      {
        token: bytes(w.token),
        root: bytes(w.root.publicKey),
        chain: older === undefined ? w.chain() : w.chain(older),
        now: NOW,
        answer: bytes(answer),
      },
      {
        output: {
          state: said.state ?? "received",
          alarms: said.alarms ?? [],
          missing: { answers: said.answers ?? [], own: said.ownMissing ?? [] },
          entries: said.entries,
        },
      },
    );
  };
  const mine: Point = { sequence: 2, hash: w.random.bytes(32) };
  const earlier: Point = { sequence: 1, hash: w.random.bytes(32) };
  const verifying = { kind: "status", content: { state: "verifying", outcome: null, text: "" } };
  const t1 = w.message("team", 1, verifying);
  const t2 = w.message("team", 2, { previous: t1.hash, seen: mine, by: w.people.two });
  const own = { point: mine, seen: t1 as Point };
  const one = told("team 1", "status");
  const state = "verifying";

  put("nothing was written yet", { team: [] }, { entries: [] });
  put("two follow-ups and two answers, whole", { team: [t1, t2], own }, { state, entries: [one, told("team 2")] });
  put(
    "gap: an answer before another one is not shown",
    { team: [t2], own: { point: mine, seen: w.nothing } },
    {
      alarms: ["conversation"],
      answers: [1],
      entries: [told("team 2", "text", ["gap"], false)],
    },
  );
  put(
    "withheld: the newest answer is counted and not shown",
    { team: [t1], teamCount: 2, own },
    { state, alarms: ["withheld"], answers: [2], entries: [one] },
  );
  const besides = w.message("team", 2, { seen: mine });
  put(
    "fork: the second answer rests on the report and not on the first",
    { team: [t1, besides], own },
    {
      state,
      alarms: ["conversation"],
      entries: [one, told("team 2", null, ["fork"])],
    },
  );
  put(
    "fork: two answers of one number",
    { team: [t1, w.message("team", 1, { by: w.people.two })], teamCount: 1, own: { point: mine, seen: w.nothing } },
    {
      state,
      alarms: ["conversation"],
      entries: [one, told("team 1", null, ["fork"])],
    },
  );
  const second = (about: string, bend: Bend, alarm: string, more: Partial<Said> = {}) =>
    put(
      about,
      {
        team: [t1, w.message("team", 2, { previous: t1.hash, seen: mine, ...bend })],
        own,
        ...(bend.under === w.first && { older: w.first }),
      },
      {
        state,
        alarms: ["conversation"],
        entries: [one, told("team 2", null, [alarm])],
        ...more,
      },
    );
  second("forged: sealed under another thread key", { threadKey: w.random.bytes(32) }, "forged");
  second("forged: signed by another key than the directory's", { signedBy: signer(w.random.bytes(32)) }, "forged");
  second("unfit signer: whom the reporter excluded", { by: w.people.excluded }, "unfit-signer");
  second("unfit signer: an administrator", { by: w.people.administrator }, "unfit-signer");
  second("unfit signer: a custodian", { by: w.people.custodian }, "unfit-signer");
  second("directory: one that nobody knows", { under: { version: 2, hash: w.random.bytes(32) } }, "directory");
  second("directory: an older one than the answer before names", { under: w.first }, "directory");
  second("unreadable: a kind that must not stand here", { kind: "withdraw" }, "content");
  second("unreadable: a reserved kind", { kind: "epoch" }, "content");
  second("from outside the channel", { by: w.people.outside }, "outside-channel", {
    alarms: [],
    entries: [one, told("team 2", "text", ["outside-channel"], true)],
  });
  const later = { state: "appealed", outcome: null, text: "" };
  second("a state of a later version", { kind: "status", content: later }, "", {
    state: "appealed",
    alarms: [],
    entries: [one, told("team 2", "status")],
  });
  second("a kind of a later version", { kind: "survey", content: { scale: 5 } }, "", {
    alarms: [],
    entries: [one, told("team 2", "unknown")],
  });
  second("another team key than the receipt's", { teamKey: w.nobody.publicKey }, "", {
    alarms: ["team-key"],
    entries: [one, told("team 2")],
  });
  // Acknowledgements.
  const acknowledging = (about: string, seen: Point, said: Partial<Said>) =>
    second(about, { seen }, "", { entries: [one, told("team 2")], ...said });
  const missing = ["own-message-missing"];
  acknowledging("an answer to an earlier follow-up than the newest", earlier, { alarms: [] });
  acknowledging(
    "an answer acknowledges more follow-ups than the server counts",
    { sequence: 3, hash: w.random.bytes(32) },
    { alarms: missing, ownMissing: [3] },
  );
  acknowledging(
    "an answer acknowledges the newest follow-up as another one",
    { ...mine, hash: w.random.bytes(32) },
    { alarms: missing, ownMissing: [2] },
  );
  acknowledging(
    "an answer acknowledges nothing, and not the report",
    { sequence: 0, hash: w.random.bytes(32) },
    {
      alarms: missing,
      entries: [one, told("team 2", "text", ["acknowledgement"], true)],
    },
  );
  const gone = w.message("team", 2, { previous: t1.hash, by: w.people.administrator });
  const torn = { ...w.message("team", 3, { previous: gone.hash, threadKey: w.random.bytes(32) }) };
  put(
    "gap: an answer is not shown before one that is forged",
    { team: [t1, torn], own },
    {
      state,
      alarms: ["conversation"],
      answers: [2],
      entries: [one, told("team 3", null, ["forged", "gap"])],
    },
  );
  const t3 = w.message("team", 3, { previous: t2.hash, seen: earlier });
  put(
    "an answer acknowledges fewer follow-ups than the one before",
    { team: [t1, t2, t3], own },
    {
      state,
      alarms: missing,
      entries: [one, told("team 2"), told("team 3", "text", ["acknowledgement"], true)],
    },
  );
  put(
    "the own box acknowledges an answer that is not shown",
    { team: [t1], own: { point: mine, seen: t2 } },
    { state, alarms: ["answer-missing"], answers: [2], entries: [one] },
  );
  put(
    "the own box acknowledges an answer as another one",
    { team: [t1], own: { point: mine, seen: { ...t1, hash: w.random.bytes(32) } } },
    { state, alarms: ["answer-missing"], entries: [one] },
  );
  put(
    "an older own box than the server's count",
    { team: [t1], own: { point: earlier, seen: w.nothing }, written: 2 },
    { state, alarms: ["own-box"], entries: [one] },
  );
  put("no own box, and two follow-ups", { team: [t1], written: 2 }, { state, alarms: ["own-box"], entries: [one] });
  put(
    "the own box knows a later epoch",
    { team: [t1], own: { ...own, epoch: 1 } },
    { state, alarms: ["epoch-missing"], entries: [one] },
  );
  const ofEpoch = { ...w.message("team", 2, { previous: t1.hash, seen: mine, epoch: 1 }), epoch: 1 };
  put(
    "an answer of an epoch that nobody announced",
    { team: [t1, ofEpoch], own },
    { state, alarms: ["conversation"], entries: [one, told("team 2", null, ["forged"])] },
  );
  put(
    "a receipt under another key",
    { team: [t1], own, receipt: w.receipt(undefined, w.random.bytes(32)) },
    { alarms: ["receipt"], entries: [] },
  );
  return c.file();
}
