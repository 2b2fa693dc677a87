/** As long as browsers need to write down what they would give back after a crash, ended in both ways. */
import t from "tap";
import { leaveNothing } from "../stories/traces.ts";

t.setTimeout(900_000);

/** Twice what a browser waits between two notes of its session. */
const OPEN_MS = 32_000;

for (const browser of ["chromium", "firefox"] as const)
  for (const by of ["killing", "closing"] as const)
    t.test(
      `attack 42: minutes later, and after ${by} ${browser}, its profile and session files hold nothing`,
      async (t) => {
        await leaveNothing(t, browser, { openMs: OPEN_MS, by });
      },
    );
