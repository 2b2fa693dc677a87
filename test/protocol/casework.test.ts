import t from "tap";
import { goesOn } from "../../src/protocol/discards.ts";
import { STATES, STATE_RULES, isIn, rulesOf } from "../../src/protocol/rules/casework.ts";

t.test("what is proposed in a state is allowed there, and every state is reached and left", async (t) => {
  const reached = new Set(STATES.flatMap((state) => STATE_RULES[state].moves));
  for (const state of STATES) {
    const { moves, onward } = STATE_RULES[state];
    t.ok(onward !== undefined && moves.includes(onward), `${state}: ${onward}`);
    t.equal(reached.has(state), !isIn("new", state), `${state} is reached, unless cases begin there`);
  }
});

t.test("an end brings its outcome or its reason", async (t) => {
  for (const state of STATES) {
    const { needs } = STATE_RULES[state];
    t.equal(needs !== undefined, isIn("ended", state), state);
  }
});

t.test("a state of a later version leads nowhere, ends nothing and asks for nothing", async (t) => {
  for (const state of ["appealed", "", "constructor", "__proto__", "toString"]) {
    t.same(rulesOf(state), { stage: "working", moves: [], verified: false }, state);
    for (const stage of ["new", "asking", "ended"] as const) t.notOk(isIn(stage, state), `${state} is not ${stage}`);
  }
});

t.test("a case that was agreed on goes when thirty whole days lie between", async (t) => {
  t.equal(goesOn("2026-11-28"), "2026-12-29");
});
