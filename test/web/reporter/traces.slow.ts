import path from "node:path";
import t from "tap";
import { HOME, SCREENS } from "../../../src/web/reporter/words.ts";
import { unpackLz4 } from "../support/profile.ts";
import { setStage } from "../support/stage.ts";
import { leaveNothing, lookOnly } from "../stories/traces.ts";

t.setTimeout(300_000);

/** Longer, with a kill and with what browsers write down of their sessions: traces.long.ts. */
const AT_ONCE = { openMs: 0, by: "closing" } as const;

const PARTS = ["reporter-id", "sealing", "case-id", "files-id", "code-words-id", "code-words-en", "files-worker"];

for (const [browser, name] of [
  ["chromium", "Chromium"],
  ["firefox", "Firefox"],
] as const) {
  t.test(`attack 42: after a report ${name}'s profile holds nothing of it`, async (t) => {
    const left = await leaveNothing(t, browser, AT_ONCE);
    await t.test("and whoever only looked leaves the same files of ours as who reported and came back", async (t) => {
      const looked = await lookOnly(t, browser);
      t.same(looked, left);
      const names = looked.map((file) => path.basename(file).split(".")[0]);
      for (const part of PARTS) t.ok(names.includes(part), `${part} is there`);
    });
  });
}

t.test("what the search unpacks is what was packed", (t) => {
  // "abcd", then nine more out of it, then "e".
  t.equal(unpackLz4(Buffer.from([0x45, 0x61, 0x62, 0x63, 0x64, 0x04, 0x00, 0x10, 0x65])).toString(), "abcdabcdabcdae");
  t.end();
});

t.test("attack 41: no field is remembered, corrected, translated or offered to a password manager", async (t) => {
  const stage = await setStage(t, "chromium");
  const screen = await stage.open();
  const text = SCREENS.id;
  const check = async (where: string) => {
    const fields = await screen.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("input:not([type=radio]):not([type=checkbox]), textarea")].map(
        (field) => ({
          autocomplete: field.getAttribute("autocomplete"),
          spellcheck: field.getAttribute("spellcheck"),
          name: field.getAttribute("name"),
          inForm: field.closest("form") !== null,
        }),
      ),
    );
    t.ok(fields.length > 0, `${where} has fields`);
    for (const field of fields)
      t.same(field, { autocomplete: "off", spellcheck: "false", name: null, inForm: false }, where);
  };
  await screen.page.goto(stage.site.origin);
  await screen.press(HOME.id.report);
  await screen.seeHeading(text.what.title);
  await check("step 1");
  await screen.fill(text.fields.unitName, "a");
  await screen.fill(text.fields.what, "b");
  await screen.press(text.next);
  await screen.seeHeading(text.who.title);
  await check("step 2");
  await screen.page.goto(stage.site.origin);
  await screen.press(HOME.id.check);
  await screen.seeHeading(text.check.title);
  await check("the words");
  await screen.press(text.check.pasteAll);
  await check("the words at once");
});
