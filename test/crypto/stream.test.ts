import fc from "fast-check";
import t from "tap";
import { concat } from "../../src/crypto/bytes.ts";
import { makeSeed } from "../../src/crypto/secret/keys.ts";
import { openStream, sealStream } from "../../src/crypto/stream.ts";
import { STREAM_CHUNK_OVERHEAD_BYTES, STREAM_HEADER_BYTES } from "../../src/crypto/stream-size.ts";
import { libsodium, randomBytes } from "../../src/crypto/sodium.ts";
import { flipBit } from "./sample.ts";

const altered = { name: "CryptoError", code: "altered" };
const incomplete = { name: "CryptoError", code: "incomplete" };
const AAD = new Uint8Array(32).fill(7);

/** Three chunks, the last of them final. */
function sealThree() {
  const key = makeSeed();
  const sealer = sealStream(key, AAD);
  const texts = [randomBytes(100), randomBytes(100), randomBytes(0)];
  const chunks = texts.map((text, at) => sealer.push(text, at === 2));
  return { key, header: sealer.header, texts, chunks };
}

t.test("a stream gives back what was put in, chunk by chunk", (t) => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array(), { minLength: 1, maxLength: 5 }), (texts) => {
      const key = makeSeed();
      const sealer = sealStream(key, AAD);
      t.equal(sealer.header.length, STREAM_HEADER_BYTES);
      const chunks = texts.map((text, at) => sealer.push(text, at === texts.length - 1));
      const opener = openStream(key, sealer.header, AAD);
      t.same(
        chunks.map((chunk) => opener.pull(chunk)),
        texts,
      );
      t.equal(chunks[0]!.length, texts[0]!.length + STREAM_CHUNK_OVERHEAD_BYTES);
      opener.end();
    }),
  );
  t.end();
});

t.test("libsodium's own opening reads our stream, and ours reads libsodium's", (t) => {
  const { key, header, chunks, texts } = sealThree();
  const state = libsodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key);
  const pulled = chunks.map((chunk) => libsodium.crypto_secretstream_xchacha20poly1305_pull(state, chunk, AAD));
  t.same(
    pulled,
    texts.map((message, at) => ({ message, tag: at === 2 ? 3 : 0 })),
  );
  const theirs = libsodium.crypto_secretstream_xchacha20poly1305_init_push(key);
  const chunk = libsodium.crypto_secretstream_xchacha20poly1305_push(theirs.state, texts[0]!, AAD, 3);
  const opener = openStream(key, new Uint8Array(theirs.header), AAD);
  t.same(opener.pull(new Uint8Array(chunk)), texts[0]);
  opener.end();
  t.end();
});

t.test("one failed chunk ends a stream: what follows is refused even where it is genuine", (t) => {
  const { key, header, chunks } = sealThree();
  const opener = openStream(key, header, AAD);
  opener.pull(chunks[0]!);
  t.throws(() => opener.pull(flipBit(chunks[1]!, 20)), altered);
  // The library itself would go on here: the state did not move.
  t.throws(() => opener.pull(chunks[1]!), altered);
  t.throws(() => opener.pull(chunks[2]!), altered);
  t.throws(() => opener.end(), altered);
  t.end();
});

t.test("chunks left out, repeated, out of order, too short or of another stream are refused", (t) => {
  const { key, header, chunks } = sealThree();
  const other = sealThree();
  const [first, second, last] = chunks as [Uint8Array, Uint8Array, Uint8Array];
  const orders: Readonly<Record<string, readonly Uint8Array[]>> = {
    "left out": [first, last],
    repeated: [first, first],
    "out of order": [second],
    "of another stream": [first, other.chunks[1]!],
    "too short": [first, new Uint8Array(16)],
    empty: [new Uint8Array()],
    joined: [concat(first, second)],
  };
  for (const [title, order] of Object.entries(orders)) {
    const opener = openStream(key, header, AAD);
    t.throws(() => order.map((chunk) => opener.pull(chunk)), altered, title);
  }
  t.throws(() => openStream(makeSeed(), header, AAD).pull(first), altered, "another key");
  t.throws(() => openStream(key, header, new Uint8Array(32)).pull(first), altered, "another place");
  t.throws(() => openStream(key, flipBit(header, 0), AAD).pull(first), altered, "another header");
  t.end();
});

t.test("a stream that simply stops is incomplete", (t) => {
  const { key, header, chunks } = sealThree();
  t.throws(() => openStream(key, header, AAD).end(), incomplete, "before the first chunk");
  const opener = openStream(key, header, AAD);
  opener.pull(chunks[0]!);
  opener.pull(chunks[1]!);
  t.throws(() => opener.end(), incomplete, "before the last");
  t.end();
});

t.test("nothing is written after the final chunk, and nothing is read", (t) => {
  const key = makeSeed();
  const sealer = sealStream(key, AAD);
  const final = sealer.push(new Uint8Array(3), true);
  t.throws(() => sealer.push(new Uint8Array(3), false), incomplete);
  t.throws(() => sealer.push(new Uint8Array(3), true), incomplete);
  // A writer with the bare library goes on after FINAL.
  const state = libsodium.crypto_secretstream_xchacha20poly1305_init_pull(sealer.header, key);
  libsodium.crypto_secretstream_xchacha20poly1305_push(state, new Uint8Array(3), AAD, 3);
  const after = libsodium.crypto_secretstream_xchacha20poly1305_push(state, new Uint8Array(3), AAD, 3);
  const opener = openStream(key, sealer.header, AAD);
  opener.pull(final);
  t.throws(() => opener.pull(new Uint8Array(after)), incomplete);
  t.throws(() => opener.end(), incomplete, "the whole stream is refused, not only its tail");
  t.end();
});

t.test("a chunk with a tag that this protocol does not write is refused", (t) => {
  const { key, header } = sealThree();
  for (const tag of [1, 2]) {
    const state = libsodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key);
    const chunk = libsodium.crypto_secretstream_xchacha20poly1305_push(state, new Uint8Array(3), AAD, tag);
    t.throws(() => openStream(key, header, AAD).pull(new Uint8Array(chunk)), altered, `tag ${tag}`);
  }
  t.end();
});

t.test("keys and headers of another length are refused", (t) => {
  t.throws(() => sealStream(new Uint8Array(31), AAD), { code: "bad-key" });
  t.throws(() => openStream(new Uint8Array(31), new Uint8Array(24), AAD), { code: "bad-key" });
  t.throws(() => openStream(makeSeed(), new Uint8Array(23), AAD), { code: "malformed" });
  t.end();
});
