import t from "tap";
import { LANGUAGE_CODES, factsOf } from "../../src/words/languages.ts";
import { checkScreens } from "./support/screen-checks.ts";

t.setTimeout(600_000);

for (const language of LANGUAGE_CODES)
  t.test(`every screen is without barriers in ${factsOf(language).name}`, (t) => checkScreens(t, language));
