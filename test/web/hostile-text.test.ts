import t, { type Test } from "tap";
import { setStage } from "./support/stage.ts";
import { answer, openCase, signIn } from "./stories/desk.ts";
import { comeBack, fillReport, sendReport, writeFollowUp } from "./stories/reporter.ts";
import { homePathOf } from "../../src/web/reporter/pages.ts";

t.setTimeout(300_000);

/** Each would run or load something if it ever were more than text. */
const SCRIPTS = [
  `<img src=x onerror="globalThis.pwned=1">`,
  `<script>globalThis.pwned=2</script>`,
  `<svg/onload=globalThis.pwned=3><animate onbegin=globalThis.pwned=3>`,
  `"><iframe srcdoc="<script>parent.pwned=4</script>"></iframe>`,
  `javascript:globalThis.pwned=5//`,
  `<base href="https://evil.example/"><link rel=stylesheet href="https://evil.example/x.css">`,
  "{{constructor.constructor('globalThis.pwned=8')()}} ${globalThis.pwned=9}",
  `\u202Etxt.exe\u2066 <!-- --!> ]]> &lt;b&gt; &#x3c;`,
].join("\n");

/** Each would stand in the way of the page's own names. */
const CLOBBERS = [
  `<form id=assets name=location><input name=querySelector id=screen></form><a id=desk name=desk>x</a>`,
  `{"__proto__":{"pwned":6},"constructor":{"prototype":{"pwned":7}}}`,
  `__proto__`,
  `constructor.prototype.pwned`,
].join("\n");
const TITLE = `<img src=x onerror=globalThis.pwned=1>`;

async function staysText(t: Test, payloads: string): Promise<void> {
  const stage = await setStage(t, "chromium");
  const reporter = await stage.open();
  await reporter.page.goto(stage.site.origin + homePathOf("id"));
  await fillReport(reporter, "id", { unit: `${TITLE}"'><b>unit`, what: `${TITLE}\n${payloads}` });
  const words = await sendReport(reporter, "id");

  const desk = await stage.open();
  await desk.page.goto(`${stage.site.origin}/desk`);
  await signIn(desk, "id", stage.site.logins[0]);
  await openCase(desk, "id", TITLE);
  const typed = await desk.page.evaluate(() =>
    [...document.querySelectorAll(".typed")].map((element) => element.textContent),
  );
  t.ok(typed.includes(`${TITLE}\n${payloads}`), "the desk shows every character");
  await answer(desk, "id", payloads);

  await reporter.page.bringToFront();
  await reporter.page.goto(stage.site.origin + homePathOf("id"));
  await comeBack(reporter, "id", words);
  await reporter.see(payloads.split("\n")[0] ?? "");
  await writeFollowUp(reporter, "id", payloads);

  for (const { page, complaints } of [reporter, desk]) {
    const state = await page.evaluate(() => ({
      pwned: (globalThis as { pwned?: unknown }).pwned ?? ({} as { pwned?: unknown }).pwned ?? null,
      loaders: document.querySelectorAll("img, iframe, base, object, embed, form[name], script:not([src]):not([type])")
        .length,
    }));
    t.same(state, { pwned: null, loaders: 0 }, "nothing ran, nothing was made of it");
    t.same(
      complaints.filter((complaint) => !complaint.includes("Permissions-Policy")),
      [],
      "and no policy had to step in",
    );
  }
}

t.test("attack 29: text that is markup or script stays text at the desk and at the reporter's", (t) =>
  staysText(t, SCRIPTS),
);
t.test("attack 30: text that bears the page's own names, or a prototype's, stays text", (t) => staysText(t, CLOBBERS));
