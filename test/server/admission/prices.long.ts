import t from "tap";
import { writeWithoutEnd } from "./texts-without-end.ts";

t.setTimeout(900_000);

t.test("10,000 texts of the largest class in one case end where the office has not answered", (t) =>
  writeWithoutEnd(t, 10_000),
);
