import fc from "fast-check";
import t from "tap";
import { CryptoError } from "../../src/crypto/errors.ts";
import { fromBase64url, toBase64url } from "../../src/protocol/encoding/base64url.ts";

const LETTERS = "ABCabc012-_+/= \n．ア".split("");

t.test("base64url is that of RFC 4648 without padding, and comes back", (t) => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = toBase64url(bytes);
      t.equal(text, Buffer.from(bytes).toString("base64url"));
      t.same(fromBase64url(text), bytes);
    }),
  );
  t.end();
});

t.test("each text is the one spelling of its bytes, or malformed", (t) => {
  const text = fc.oneof(fc.string({ unit: fc.constantFrom(...LETTERS) }), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(text, (value) => {
      try {
        t.equal(toBase64url(fromBase64url(value)), value);
      } catch (error) {
        if (!(error instanceof CryptoError)) throw error;
        t.equal(error.code, "malformed");
      }
    }),
    { numRuns: 200 },
  );
  t.end();
});
