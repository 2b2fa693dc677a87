import t from "tap";
import { hex, utf8 } from "../../src/crypto/bytes.ts";
import * as javascript from "../../src/crypto/secret/argon2id/javascript.ts";
import * as webassembly from "../../src/crypto/secret/argon2id/webassembly.ts";

t.test("both ways of computing Argon2id give the same bytes", (t) => {
  for (const [memoryKiB, passes, outputBytes] of [
    [8, 3, 16],
    [64, 3, 32],
    [2_048, 4, 32],
    [4_096, 3, 64],
  ] as const) {
    for (const phrase of ["", "satu", "tutur kata yang panjang ".repeat(20)]) {
      const input = [utf8(phrase), { salt: new Uint8Array(16).fill(passes), memoryKiB, passes, outputBytes }] as const;
      t.equal(hex(javascript.argon2id(...input)), hex(webassembly.argon2id(...input)), `${memoryKiB} KiB`);
    }
  }
  t.end();
});

t.test("the long way tells how far it has come", (t) => {
  const told: number[] = [];
  const parameters = { salt: new Uint8Array(16), memoryKiB: 4_096, passes: 3, outputBytes: 32 };
  javascript.argon2id(utf8("satu"), parameters, (done) => told.push(done));
  t.ok(told.length > 3);
  t.ok(told.length <= 101, "in hundredths, not at each of thousands of steps");
  t.same(
    told,
    told.toSorted((a, b) => a - b),
  );
  t.equal(told.at(-1), 1);
  t.end();
});
