import fc from "fast-check";
import t from "tap";
import { sameBytes } from "../../src/crypto/bytes.ts";
import { CryptoError } from "../../src/crypto/errors.ts";
import {
  BODY_CLASSES,
  IDENTITY_CLASSES,
  MESSAGE_CLASSES,
  OWN_BOX_CLASSES,
  RECEIPT_CLASSES,
  SUMMARY_CLASSES,
  pad,
  unpad,
} from "../../src/crypto/padding.ts";

const malformed = { name: "CryptoError", code: "malformed" };

t.test("what is padded comes back, in the smallest class strictly longer than it", (t) => {
  for (const classes of [
    BODY_CLASSES,
    MESSAGE_CLASSES,
    SUMMARY_CLASSES,
    IDENTITY_CLASSES,
    RECEIPT_CLASSES,
    OWN_BOX_CLASSES,
  ]) {
    for (const [at, size] of classes.entries()) {
      for (const length of [0, 1, size - 1]) {
        const plaintext = new Uint8Array(length).fill(0x80);
        const padded = pad(plaintext, classes);
        t.equal(
          padded.length,
          classes.find((candidate) => candidate > length),
        );
        t.ok(sameBytes(unpad(padded, classes), plaintext));
      }
      const exact = new Uint8Array(size);
      if (at + 1 < classes.length) t.equal(pad(exact, classes).length, classes[at + 1], "exactly one class: the next");
      else t.throws(() => pad(exact, classes), { code: "too-long" });
    }
  }
  t.end();
});

t.test("zeros and marks at the end of a plaintext survive", (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ max: 0x80, maxLength: 300 }), (plaintext) => {
      t.ok(sameBytes(unpad(pad(plaintext, [64, 301]), [64, 301]), plaintext));
    }),
  );
  t.end();
});

t.test("a length that is no class, a missing mark and a class longer than needed are malformed", (t) => {
  const padded = pad(new Uint8Array(3), [16, 64]);
  t.throws(() => unpad(padded.subarray(1), [16, 64]), malformed, "length");
  t.throws(() => unpad(padded, [64]), malformed, "a class of another part");
  t.throws(() => unpad(new Uint8Array(16), [16, 64]), malformed, "no mark");
  t.throws(() => unpad(padded.with(3, 0x81), [16, 64]), malformed, "another mark");
  const long = new Uint8Array(64);
  long[3] = 0x80;
  t.throws(() => unpad(long, [16, 64]), malformed, "a second encoding of the same plaintext");
  t.throws(() => unpad(new Uint8Array(), [16, 64]), malformed, "nothing");
  t.end();
});

t.test("random and changed bytes unpad to what pads to them, or are malformed", (t) => {
  const classes = [16, 64];
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 15, maxLength: 65 }), fc.nat(64), (noise, zeros) => {
      noise.fill(0, noise.length - Math.min(zeros, noise.length));
      try {
        t.ok(sameBytes(pad(unpad(noise, classes), classes), noise));
      } catch (error) {
        if (!(error instanceof CryptoError)) throw error;
        t.equal(error.code, "malformed");
      }
    }),
  );
  t.end();
});
