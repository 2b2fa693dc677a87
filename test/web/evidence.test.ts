import t from "tap";
import { proveEvidence } from "./stories/evidence.ts";

t.setTimeout(300_000);

t.test("evidence travels from Chromium to the desk and back: cleaned, whole, looked at, with no plaintext", (t) =>
  proveEvidence(t, "chromium", "id"),
);
