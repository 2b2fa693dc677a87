/** Groups of cases about one matter, from what the list knows. */
import t from "tap";
import fc from "fast-check";
import { sameMatterAs } from "../../../../src/web/investigator/finding/matters.ts";

type Row = Parameters<typeof sameMatterAs>[1][number];
const row = (registerNumber: string, ...matter: string[]): Row =>
  ({ registerNumber, digest: { matter } }) as unknown as Row;

t.test("a link counts in both directions and onwards, also where one side alone has it", (t) => {
  const rows = [row("A"), row("B", "A"), row("C", "B"), row("D"), { registerNumber: "E", digest: undefined }];
  const of = (number: string) => sameMatterAs(number, rows).map(({ registerNumber }) => registerNumber);
  t.same([of("A"), of("B"), of("C"), of("D"), of("E")], [["B", "C"], ["A", "C"], ["A", "B"], [], []]);
  t.end();
});

t.test("all cases of one matter name one another, whatever is linked", async () => {
  const names = fc.constantFrom(..."ABCDEFGH");
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(names, fc.array(names)), { selector: ([one]) => one }), (links) => {
      const rows = links.map(([one, others]) => row(one, ...others));
      const of = (number: string) => sameMatterAs(number, rows).map(({ registerNumber }) => registerNumber);
      return rows.every(
        ({ registerNumber: one }) => !of(one).includes(one) && of(one).every((other) => of(other).includes(one)),
      );
    }),
  );
});
