/**
 * Titles of tests as they stand in the source: the first argument of each call of `.test(…)`. Read by a parser,
 * because tap knows the title of a test inside another only when the outer one runs: a list of its making would cost
 * a whole run of the suite.
 */
import { parseSync, Visitor } from "oxc-parser";

/** What stands in `${…}` is not known here: it is shown as an ellipsis. */
export function titlesIn(source: string): string[] {
  const { program, errors } = parseSync("some.test.ts", source);
  if (errors[0] !== undefined) throw new SyntaxError(errors[0].message);
  const titles: string[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [title] }) {
      if (callee.type !== "MemberExpression" || callee.computed || callee.property.name !== "test") return;
      if (title?.type === "Literal" && typeof title.value === "string") titles.push(title.value);
      if (title?.type === "TemplateLiteral") titles.push(title.quasis.map(({ value }) => value.cooked).join("…"));
    },
  }).visit(program);
  return titles;
}
