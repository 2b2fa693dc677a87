/** docs/decisions/README.md lists every record as it is; a record has one form, and fits on one page. */
import * as fs from "node:fs/promises";
import t from "tap";

const folder = new URL("../../docs/decisions/", import.meta.url);
const names = (await fs.readdir(folder)).filter((name) => name !== "README.md").toSorted();
const index = await fs.readFile(new URL("README.md", folder), "utf8");

const HEADINGS = ["Summary", "Context", "Decision", "Consequences", "Alternatives"];
const FORM = /^# (?<number>\d{4}): (?<title>.+)\n\nDate: (?<date>\d{4}-\d\d-\d\d) · Status: (?<status>.+)\n\n## /u;
/** What fits on a page (docs/decisions/0001-record-decisions.md). */
const MOST_LINES = 60;

const records = await Promise.all(
  names.map(async (name) => {
    const text = await fs.readFile(new URL(name, folder), "utf8");
    const { number, title, date, status } = FORM.exec(text)?.groups ?? {};
    return { name, text, number, title, date, status };
  }),
);

t.test("the index lists each decision with its title, date and status, and nothing else", (t) => {
  const rows = records.map(
    ({ name, number, title, date, status }) => `| [${number}](${name}) | ${title} | ${date} | ${status} |`,
  );
  t.ok(rows.length > 20);
  t.strictSame(index.match(/^\| \[.+$/gmu), rows);
  t.end();
});

t.test("each decision has a number of its own, a status, the five headings, and at most a page", (t) => {
  t.equal(new Set(records.map(({ number }) => number)).size, records.length);
  for (const { name, text, number, status = "" } of records) {
    const headings = [...text.matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading);
    t.strictSame({ number, headings }, { number: name.slice(0, 4), headings: HEADINGS }, name);
    t.match(status, /^(?:accepted|superseded by \d{4})$/u, name);
    const by = /\d{4}$/u.exec(status)?.[0];
    t.ok(by === undefined || records.some((record) => record.number === by), `${name}: what superseded it is there`);
    t.ok(text.trimEnd().split("\n").length <= MOST_LINES, `${name} fits on a page`);
  }
  t.end();
});
