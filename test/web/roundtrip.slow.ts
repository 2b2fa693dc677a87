import t from "tap";
import { proveRoundTrip } from "./stories/roundtrip.ts";

t.setTimeout(300_000);

t.test("attack 43: the round trip in Firefox, with no request to anybody else and no plaintext in any", (t) =>
  proveRoundTrip(t, "firefox", "en"),
);
