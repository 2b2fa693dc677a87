import t from "tap";
import { surviveRequests } from "./hostile-flood.ts";

t.setTimeout(600_000);

t.test("attack 51: 100,000 hostile requests get no failure, and every refusal is a problem of the table", (t) =>
  surviveRequests(t, 100_000),
);
