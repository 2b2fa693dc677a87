import t from "tap";
import { proveEvidence } from "./stories/evidence.ts";

t.setTimeout(300_000);

// What Firefox does with files is in cleaning, previews and the desk; here it does all of it once more.
t.test("evidence travels from Firefox to the desk and back: cleaned, whole, looked at, with no plaintext", (t) =>
  proveEvidence(t, "firefox", "en"),
);
