/**
 * What age wrote, opened without the library that wrote it: the format's page (C2SP, "age", v1; its
 * `mlkem768x25519` is X-Wing in HPKE) once more, with OpenSSL's primitives. It reads what this project makes, and no more.
 */
import * as crypto from "node:crypto";
import { wing, wingShared } from "../../vectors/primitives.ts";

const CHUNK = 64 * 1024;
const TAG = 16;
/** Before the raw keys of X25519, in PKCS #8 and in SPKI */
const X25519_SECRET = Buffer.from("302e020100300506032b656e04220420", "hex");
const X25519_PUBLIC = Buffer.from("302a300506032b656e032100", "hex");

export type AgeKey = { readonly secret: string } | { readonly passphrase: string };

export function openAge(file: Uint8Array, key: AgeKey): Buffer {
  const bytes = Buffer.from(file);
  const mark = bytes.indexOf("\n--- ");
  const end = bytes.indexOf("\n", mark + 1);
  const [version, ...lines] = bytes.toString("latin1", 0, mark).split("\n");
  if (version !== "age-encryption.org/v1" || lines.length < 2) throw new Error("no age file");
  const [first = "", ...body] = lines;
  const [arrow, kind = "", ...args] = first.split(" ");
  if (arrow !== "->") throw new Error("no stanza");
  const fileKey = openStanza(kind, args, Buffer.from(body.join(""), "base64"), key);
  const mac = crypto
    .createHmac("sha256", derive(fileKey, "", "header"))
    .update(bytes.subarray(0, mark + 4))
    .digest();
  if (!mac.equals(Buffer.from(bytes.toString("latin1", mark + 5, end), "base64"))) throw new Error("another header");
  const payload = bytes.subarray(end + 1);
  const streamKey = derive(fileKey, payload.subarray(0, 16), "payload");
  return openChunks(payload.subarray(16), streamKey);
}

function openChunks(sealed: Buffer, key: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0, count = 0; at === 0 || at < sealed.length; at += CHUNK + TAG, count++) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(count, 7);
    nonce[11] = at + CHUNK + TAG >= sealed.length ? 1 : 0;
    pieces.push(openBox(sealed.subarray(at, at + CHUNK + TAG), key, nonce));
  }
  return Buffer.concat(pieces);
}

function openStanza(kind: string, args: readonly string[], body: Buffer, key: AgeKey): Buffer {
  const [first = "", second = ""] = args;
  const given = Buffer.from(first, "base64");
  if (kind === "scrypt" && "passphrase" in key) {
    const salt = Buffer.concat([Buffer.from("age-encryption.org/v1/scrypt"), given]);
    const options = { N: 2 ** Number(second), r: 8, p: 1, maxmem: 2 ** 30 };
    return openBox(body, crypto.scryptSync(key.passphrase, salt, 32, options));
  }
  if (!("secret" in key)) throw new Error("another kind of key");
  const secret = fromBech32(key.secret.toLowerCase());
  if (kind === "X25519") {
    const shared = exchange(secret, given);
    const salt = Buffer.concat([given, publicOf(secret)]);
    return openBox(body, derive(shared, salt, "age-encryption.org/v1/X25519"));
  }
  if (kind !== "mlkem768x25519") throw new Error(`a stanza of kind ${kind}`);
  const { key: boxKey, nonce } = hpke(wingShared(wing(secret), given), "age-encryption.org/mlkem768x25519");
  return openBox(body, boxKey, nonce);
}

/** RFC 9180, mode base, KEM 0x647a, HKDF-SHA256, ChaCha20-Poly1305. */
function hpke(shared: Buffer, info: string): { readonly key: Buffer; readonly nonce: Buffer } {
  const suite = Buffer.from("48504b45647a00010003", "hex");
  const extract = (salt: Buffer, label: string, input: Buffer) =>
    crypto
      .createHmac("sha256", salt)
      .update(Buffer.concat([Buffer.from("HPKE-v1"), suite, Buffer.from(label), input]))
      .digest();
  const none = Buffer.alloc(0);
  const context = Buffer.concat([
    Buffer.alloc(1),
    extract(none, "psk_id_hash", none),
    extract(none, "info_hash", Buffer.from(info)),
  ]);
  const secret = extract(shared, "secret", none);
  const expand = (label: string, length: number) => {
    const size = Buffer.from([length >> 8, length & 255]);
    const labelled = Buffer.concat([size, Buffer.from("HPKE-v1"), suite, Buffer.from(label), context]);
    return crypto.createHmac("sha256", secret).update(labelled).update(Buffer.of(1)).digest().subarray(0, length);
  };
  return { key: expand("key", 32), nonce: expand("base_nonce", 12) };
}

function exchange(secret: Buffer, theirs: Buffer): Buffer {
  return crypto.diffieHellman({ privateKey: secretKey(secret), publicKey: publicKey(theirs) });
}

function publicOf(secret: Buffer): Buffer {
  return crypto
    .createPublicKey(secretKey(secret))
    .export({ format: "der", type: "spki" })
    .subarray(X25519_PUBLIC.length);
}

function secretKey(raw: Buffer): crypto.KeyObject {
  return crypto.createPrivateKey({ key: Buffer.concat([X25519_SECRET, raw]), format: "der", type: "pkcs8" });
}

function publicKey(raw: Buffer): crypto.KeyObject {
  return crypto.createPublicKey({ key: Buffer.concat([X25519_PUBLIC, raw]), format: "der", type: "spki" });
}

function derive(secret: Buffer, salt: Buffer | string, info: string): Buffer {
  return Buffer.from(crypto.hkdfSync("sha256", secret, salt, info, 32));
}

function openBox(sealed: Buffer, key: Buffer, nonce: Buffer = Buffer.alloc(12)): Buffer {
  const box = crypto.createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: TAG });
  box.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([box.update(sealed.subarray(0, -TAG)), box.final()]);
}

const BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/** The bytes of a text that is known to be right: its checksum is not looked at. */
function fromBech32(text: string): Buffer {
  const bits = Array.from(text.slice(text.lastIndexOf("1") + 1, -6), (sign) =>
    BECH32.indexOf(sign).toString(2).padStart(5, "0"),
  );
  const bytes = bits.join("").match(/.{8}/gu) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
