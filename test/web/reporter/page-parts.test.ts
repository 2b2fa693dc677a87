/** A part of the page that does not arrive is told as what it is: the line, whatever has arrived before. */
import t from "tap";
import type { App, Sealing } from "../../../src/web/reporter/app.ts";
import { problemOf } from "../../../src/web/reporter/problem.ts";
import * as sealing from "../../../src/web/reporter/sealing/problems.ts";
import { type Delivery, loadPart } from "../../../src/web/shared/delivery.ts";

const app = { sealing: { now: sealing as unknown as Sealing } } as App;

const deliver = (url: string) => ({ chunks: { "case-id": { url, integrity: "" } } }) as unknown as Delivery;

for (const [title, answer] of [
  ["no answer", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["an answer that is no file", async () => new Response("", { status: 502 })],
  ["the file, but no module", async () => new Response("")],
] as const)
  t.test(title, async (t) => {
    t.intercept(globalThis, "fetch", { value: answer });
    const error: unknown = await loadPart(deliver("file:///nowhere.js"), "case", "id").catch(
      (reason: unknown) => reason,
    );
    t.same(problemOf(app, error), { kind: "unreachable" });
  });

t.test("what is no part of the page is told as before", async (t) => {
  t.same(problemOf(app, new TypeError("a mistake of ours")), { kind: "unknown" });
});
