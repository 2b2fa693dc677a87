/** The whole table of a hostile server's acts, in a browser and on the command line, in both languages. */
import t from "tap";
import { LANGUAGE_CODES } from "../../src/words/languages.ts";
import { openBrowser } from "./support/browsers.ts";
import { Teardowns } from "./support/teardowns.ts";
import { playHostileServer } from "./stories/hostile-server.ts";

t.setTimeout(900_000);

for (const language of LANGUAGE_CODES) {
  t.test(`every act of a hostile server is noticed by every program, in ${language}`, async (t) => {
    const ends = new Teardowns();
    t.teardown(() => ends.run());
    const open = async () => {
      const browser = await openBrowser("chromium");
      ends.teardown(() => browser.close());
      return browser;
    };
    await playHostileServer(open, language, (step) => t.pass(step), ends);
  });
}
