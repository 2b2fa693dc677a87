import t from "tap";
import { proveRoundTrip } from "./stories/roundtrip.ts";

// A browser starts in a second on a quiet machine; this one may share two cores with other tests.
t.setTimeout(300_000);

t.test("attack 26: the round trip in Chromium, with no plaintext in any request and none to anybody else", (t) =>
  proveRoundTrip(t, "chromium", "id"),
);
