/** Law as data: each rule with where it stands and who read it when, and what screens say of it as time passes. */
import * as fs from "node:fs/promises";
import { fileURLToPath } from "node:url";
import t from "tap";
import { COUNTING } from "../../src/protocol/law/counting.ts";
import { INTEGRITY_ZONE } from "../../src/protocol/law/integrity-zone.ts";
import { LAW, RULE_IDS, type RuleId, fits, ruleOf } from "../../src/protocol/law/law.ts";
import { MARKS, RULE_UNITS, doubtOf } from "../../src/protocol/law/rule.ts";
import { PROFILES } from "../../src/protocol/rules/deadline-profiles.ts";
import { addDays, isDay } from "../../src/protocol/encoding/day.ts";

t.test("each rule says where it stands, who may doubt it, and when it was read", async (t) => {
  for (const id of RULE_IDS) {
    const { value, unit, source, mark, readOn, until, of, choices } = LAW[id];
    t.match(id, /^[a-z][a-z0-9-]{2,40}$/u);
    t.ok(RULE_UNITS.includes(unit) && MARKS.includes(mark), id);
    t.ok(source.length > 4, `${id}: a source`);
    t.ok(isDay(readOn) || isDay(`${readOn}-01`), `${id}: a day or a month`);
    t.ok(until === null || isDay(until), id);
    t.ok(fits({ ...LAW[id], inOfficeFile: undefined } as never, value), `${id}: a value that fits itself`);
    t.ok(of === undefined || (typeof value === "number" && value <= of), id);
    t.ok(choices === undefined || [value].flat().every((one) => choices.includes(String(one))), id);
  }
});

t.test("thresholds of WBBM are nowhere told as facts", async (t) => {
  for (const id of RULE_IDS.filter((one) => one.startsWith("wbbm-"))) t.equal(LAW[id].mark, "unconfirmed", id);
});

t.test(
  "a rule is doubted once nobody has read it for a year, once it has ended, and while it is unconfirmed",
  async (t) => {
    const read = { mark: "confirmed", readOn: "2026-11-28", until: null } as const;
    t.equal(doubtOf(read, "2026-11-28"), undefined);
    t.equal(doubtOf(read, "2027-11-28"), undefined, "a year to the day");
    t.equal(doubtOf(read, "2027-11-29"), "old");
    t.equal(doubtOf({ ...read, readOn: "2026-11" }, "2027-11-01"), undefined, "a month counts from its first day");
    t.equal(doubtOf({ ...read, readOn: "2026-11" }, "2027-11-02"), "old");
    t.equal(doubtOf({ ...read, readOn: "2024-02-29" }, "2025-02-28"), undefined);
    t.equal(doubtOf({ ...read, readOn: "2024-02-29" }, "2025-03-01"), "old");
    t.equal(doubtOf({ ...read, mark: "unconfirmed" }, "2026-11-28"), "unconfirmed");
    t.equal(
      doubtOf({ ...read, mark: "recommendation" }, "2026-11-28"),
      undefined,
      "what is ours is no rule to confirm",
    );
    t.equal(doubtOf({ ...read, until: "2027-01-31" }, "2027-01-31"), undefined);
    t.equal(doubtOf({ ...read, until: "2027-01-31" }, "2027-02-01"), "ended");
  },
);

t.test("what an office says of a rule holds for a year, and what does not fit changes nothing", async (t) => {
  const own = { "publish-k": { on: "2027-06-01", value: 8, source: "SK Inspektur 12/2027" } };
  t.match(ruleOf("publish-k", own), { value: 8, source: "SK Inspektur 12/2027", mark: "confirmed", isOwn: true });
  t.equal(doubtOf(ruleOf("publish-k", own), addDays("2027-06-01", 365)), undefined);
  t.equal(doubtOf(ruleOf("publish-k", own), addDays("2027-06-01", 367)), "old");
  t.match(
    ruleOf("wbk-total", { "wbk-total": { on: "2027-06-01" } }),
    { value: 75, mark: "confirmed" },
    "read, not changed",
  );
  const untouched: readonly (readonly [RuleId, unknown])[] = [
    ["publish-k", "five"],
    ["publish-k", -1],
    ["publish-k", Number.NaN],
    ["age-bands", [0, "x"]],
    ["age-bands", 7],
    ["share-followed-up", "all-of-them"],
    ["spbe-level-4", ["integrated", "what-no-screen-shows"]],
    // What reporters were promised by is changed where their pages are built.
    ["pp43-verification", 3],
  ];
  for (const [id, value] of untouched) {
    const { isOwn, ...rule } = ruleOf(id, { [id]: { on: "2027-06-01", value: value as never } });
    t.same([isOwn, rule], [false, LAW[id]], `${id}: ${JSON.stringify(value)}`);
  }
  t.equal(ruleOf("publish-k", { "publish-k": { on: "yesterday", value: 8 } }).isOwn, false, "and on no day, nothing");
  t.equal(ruleOf("publish-k", Object.create({ "publish-k": { on: "2027-06-01" } })).isOwn, false);
});

t.test("deadline profiles promise by the rules, and by nothing beside them", async (t) => {
  const steps = Object.values(PROFILES).flatMap((profile) => profile.steps);
  for (const { count, unit, source, read, confirmed } of steps)
    t.ok(
      RULE_IDS.some((id) => {
        const rule = LAW[id];
        const isSame = rule.value === count && rule.unit === unit && rule.source === source && rule.readOn === read;
        return isSame && (rule.mark === "confirmed") === confirmed;
      }),
      `${source}: ${count} ${unit}`,
    );
});

t.test("each rule is used where something rests on it, or told beside what was read with it", async (t) => {
  const root = fileURLToPath(new URL("../../src/", import.meta.url));
  const isElsewhere = (file: string) => /\.tsx?$/u.test(file) && !/\blaw[/\\](?:words\b|[a-z-]+\.ts$)/u.test(file);
  const files = (await fs.readdir(root, { recursive: true })).filter(isElsewhere);
  const text = (await Promise.all(files.map((file) => fs.readFile(root + file, "utf8")))).join("\n");
  // What evaluators ask, and what an office publishes by, is shown with its source on the screen of rules, all of it.
  const shown = [...Object.keys(INTEGRITY_ZONE), ...Object.keys(COUNTING)];
  const unused = RULE_IDS.filter((id) => !text.includes(`"${id}"`) && !shown.includes(id));
  t.same(unused, []);
});
