import fc from "fast-check";
import t from "tap";
import { type Field, fromHex, fromUtf8, hex, list, parseList, sameBytes, u32, utf8 } from "../../src/crypto/bytes.ts";
import { type Label, LABELS } from "../../src/crypto/labels.ts";
import { tried } from "./tried.ts";

const label = fc.constantFrom(...LABELS);
const bytes = fc.uint8Array({ maxLength: 64 });
/** Half surrogates, controls, right-to-left, combining marks, emoji: whatever a keyboard or a paste may give. */
const anyText = fc.string({ unit: "binary", maxLength: 40 });
const malformed = { name: "CryptoError", code: "malformed" };

t.test("fields come out of a list as they went in", (t) => {
  fc.assert(
    fc.property(label, fc.array(bytes), (name, fields) => {
      t.same(parseList(name, list(name, ...fields)), fields);
    }),
  );
  t.end();
});

t.test("two different sequences of fields never make the same list", (t) => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 3 }), fc.array(bytes, { maxLength: 3 }), (one, other) => {
      const same = one.length === other.length && one.every((field, at) => sameBytes(field, other[at]!));
      t.equal(sameBytes(list("segel/1/row", ...one), list("segel/1/row", ...other)), same);
    }),
  );
  t.end();
});

t.test("a list under another label, cut short or with bytes left over is malformed", (t) => {
  const encoded = list("segel/1/row", "field", 7);
  t.throws(() => parseList("segel/1/rows", encoded), malformed);
  for (let length = 0; length < encoded.length; length++) {
    const cut = tried(() => parseList("segel/1/row", encoded.subarray(0, length)));
    // A cut between two fields is a shorter list, which is why readers count their fields.
    t.ok(cut === undefined || cut.length < 2);
  }
  t.throws(() => parseList("segel/1/row", Uint8Array.of(...encoded, 0)), malformed);
  t.end();
});

t.test("random bytes are a list or malformed, and a list has one encoding", (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), label, (noise, name) => {
      const fields = tried(() => parseList(name, noise));
      t.ok(fields === undefined || sameBytes(list(name, ...fields), noise));
    }),
  );
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 4 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (parts, at, change) => {
      const encoded = list("segel/1/row", ...parts);
      const place = at % encoded.length;
      encoded[place] = (encoded[place] ?? 0) ^ change;
      const fields = tried(() => parseList("segel/1/row", encoded));
      t.ok(fields === undefined || sameBytes(list("segel/1/row", ...fields), encoded));
    }),
  );
  t.end();
});

t.test("text in a list is well formed: half a surrogate would be signed like U+FFFD", (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const field: Field = text;
      const encoded = tried(() => list("segel/1/row", field));
      if (encoded === undefined) t.match(text, /\p{Cs}/u);
      else t.equal(fromUtf8(parseList("segel/1/row", encoded)[0]!), text);
    }),
  );
  t.throws(() => list("segel/1/request", "\ud800"), malformed);
  t.end();
});

t.test("bytes that are not UTF-8 are malformed, a byte order mark is content", (t) => {
  for (const wrong of ["ff", "c080", "eda080", "f4908080", "e282"]) t.throws(() => fromUtf8(fromHex(wrong)), malformed);
  t.equal(fromUtf8(utf8("\ufeffa\u0000\u202e")), "\ufeffa\u0000\u202e");
  t.end();
});

t.test("numbers are whole and fit into 32 bits", (t) => {
  t.same([...u32(0xffff_fffe)], [255, 255, 255, 254]);
  for (const wrong of [-1, 0.5, 2 ** 32, Number.NaN, Infinity]) t.throws(() => u32(wrong), malformed, String(wrong));
  t.end();
});

t.test("hexadecimal has one spelling: lower case, two digits a byte", (t) => {
  fc.assert(fc.property(bytes, (value) => void t.same(fromHex(hex(value)), value)));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789abcdefABCDEFgx ١\n".split("")) }), (text) => {
      const value = tried(() => fromHex(text));
      t.ok(value === undefined || hex(value) === text);
    }),
  );
  for (const wrong of ["0", "AA", "0x", "g0", " 00", "00\n"]) t.throws(() => fromHex(wrong), malformed, wrong);
  t.end();
});

t.test("a label of another version is another label", (t) => {
  const foreign = "segel/2/row" as Label;
  t.throws(() => parseList("segel/1/row", list(foreign)), malformed);
  t.end();
});
