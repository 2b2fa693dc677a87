import t from "tap";
import { playStrangers } from "./strangers.ts";

t.setTimeout(600_000);

t.test("attack 90: ten thousand heads for strangers are tried once, and later looks are as fast as before", (t) =>
  playStrangers(t, 10_000),
);
