/**
 * Somebody else's programs: a witness and a reader of exported logs, written from RFC 6962, C2SP and docs/protocol.md with
 * Node's cryptography alone. Nothing of src is imported here: what they accept, a foreign implementation accepts.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { once } from "node:events";
import * as http from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Test } from "tap";

const sha256 = (...parts: readonly Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
const leafHash = (leaf: Uint8Array) => sha256(Buffer.of(0), leaf);
const nodeHash = (left: Uint8Array, right: Uint8Array) => sha256(Buffer.of(1), left, right);
/** The largest power of two smaller than n (RFC 6962, 2.1). */
const split = (n: number) => 2 ** Math.floor(Math.log2(n - 1));

function rootOf(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leafHash(leaves[0]!);
  const k = split(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

/** Both roots that a consistency proof leads to, by taking SUBPROOF apart from its end (RFC 6962, 2.1.2). */
function rootsOfProof(m: number, n: number, oldRoot: Buffer, proof: Buffer[], isWhole = true): [Buffer, Buffer] {
  if (m === n) {
    const known = isWhole ? oldRoot : proof.pop();
    if (known === undefined) throw new Error("too short");
    return [known, known];
  }
  const sibling = proof.pop();
  if (sibling === undefined) throw new Error("too short");
  const k = split(n);
  if (m <= k) {
    const [old, now] = rootsOfProof(m, k, oldRoot, proof, isWhole);
    return [old, nodeHash(now, sibling)];
  }
  const [old, now] = rootsOfProof(m - k, n - k, oldRoot, proof, false);
  return [nodeHash(sibling, old), nodeHash(sibling, now)];
}

function isConsistent(m: number, oldRoot: Buffer, n: number, root: Buffer, proof: Buffer[]): boolean {
  if (m === 0) return proof.length === 0;
  try {
    const left = [...proof];
    const [old, now] = rootsOfProof(m, n, oldRoot, left);
    return left.length === 0 && old.equals(oldRoot) && now.equals(root);
  } catch {
    return false;
  }
}

function isRight(publicKey: Uint8Array, message: string | Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
  return verify(null, Buffer.from(message), createPublicKey({ key: der, format: "der", type: "spki" }), signature);
}

type Checkpoint = { body: string; origin: string; size: number; root: Buffer; isSigned: boolean };

/** A checkpoint, and whether this verifier key has signed it. */
function readCheckpoint(note: string, vkey: string): Checkpoint {
  const [body, signatures] = [note.slice(0, note.lastIndexOf("\n\n") + 1), note.slice(note.lastIndexOf("\n\n") + 2)];
  const [origin = "", size = "", root = ""] = body.split("\n");
  const [name = "", id = ""] = vkey.split("+");
  const key = Buffer.from(vkey.slice(name.length + id.length + 2), "base64").subarray(1);
  const isSigned = signatures.split("\n").some((line) => {
    const [dash, by, encoded = ""] = line.split(" ");
    const bytes = Buffer.from(encoded, "base64");
    return dash === "—" && by === name && bytes.toString("hex", 0, 4) === id && isRight(key, body, bytes.subarray(4));
  });
  return { body, origin, size: Number(size), root: Buffer.from(root, "base64"), isSigned };
}

export type Witness = { readonly url: string; readonly name: string; readonly publicKey: Buffer };

/** A witness of https://c2sp.org/tlog-witness, over HTTP, of one log that it knows by its verifier key. */
export async function startWitness(
  t: Pick<Test, "teardown">,
  vkey: string,
  name = "witness.example/w1",
): Promise<Witness> {
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, 7)]);
  const privateKey = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(-32);
  const keyId = sha256(Buffer.from(`${name}\n\u0004`), publicKey).subarray(0, 4);
  let latest: Pick<Checkpoint, "size" | "root"> = { size: 0, root: Buffer.alloc(0) };
  type Answer = { status: number; type?: string; body?: string };
  const add = (body: string): Answer => {
    const end = body.indexOf("\n\n");
    const [first = "", ...proofLines] = body.slice(0, end).split("\n");
    const oldSize = Number(/^old (0|[1-9]\d*)$/u.exec(first)?.[1] ?? Number.NaN);
    if (end < 0 || Number.isNaN(oldSize) || proofLines.length > 63) return { status: 400 };
    const checkpoint = readCheckpoint(body.slice(end + 2), vkey);
    if (checkpoint.origin !== vkey.split("+")[0]) return { status: 404 };
    if (!checkpoint.isSigned) return { status: 403 };
    if (oldSize > checkpoint.size) return { status: 400 };
    if (oldSize !== latest.size) return { status: 409, type: "text/x.tlog.size", body: `${latest.size}\n` };
    if (oldSize === checkpoint.size && oldSize > 0 && !latest.root.equals(checkpoint.root)) return { status: 409 };
    const proof = proofLines.map((line) => Buffer.from(line, "base64"));
    if (!isConsistent(oldSize, latest.root, checkpoint.size, checkpoint.root, proof)) return { status: 422 };
    latest = checkpoint;
    const time = 1_790_000_000;
    const seconds = Buffer.alloc(8);
    seconds.writeBigUInt64BE(BigInt(time));
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${time}\n${checkpoint.body}`), privateKey);
    return { status: 200, body: `— ${name} ${Buffer.concat([keyId, seconds, signature]).toString("base64")}\n` };
  };
  const server = http.createServer((request, response) => {
    void text(request).then((body) => {
      const isCall = request.method === "POST" && request.url === "/add-checkpoint";
      const { status, type = "text/plain", body: answer = "" } = isCall ? add(body) : { status: 404 };
      response.writeHead(status, { "content-type": type }).end(answer);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.teardown(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, name, publicKey };
}

/** Fields of a list of docs/protocol.md ("Lists"), label first. */
function fieldsOf(bytes: Buffer): Buffer[] {
  const fields: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 4 + fields.at(-1)!.length)
    fields.push(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at)));
  return fields;
}

type Line = { leaf?: string; directory?: { document: string }; checkpoint?: string };
type Document = { version: number; members: { id: string; signingKey: string }[] };

/** How many acts of an exported log are signed by whom they name, where tree, checkpoint and all of them are right; else throws. */
export function readForeignly(file: Uint8Array): number {
  const [header, ...lines] = Buffer.from(file).toString("utf8").trimEnd().split("\n");
  const { keys } = JSON.parse(header!) as { keys: [string] };
  const leaves: Buffer[] = [];
  let directory: Document | undefined;
  let acts = 0;
  for (const line of lines.map((one) => JSON.parse(one) as Line)) {
    if (line.checkpoint !== undefined) {
      const { size, root, isSigned } = readCheckpoint(line.checkpoint, keys[0]);
      if (!isSigned || size !== leaves.length || !root.equals(rootOf(leaves))) throw new Error("checkpoint");
      continue;
    }
    const leaf = Buffer.from(line.leaf!, "base64url");
    const [label, , kind, payload] = fieldsOf(leaf) as [Buffer, Buffer, Buffer, Buffer];
    if (String(label) !== "segel/1/audit-leaf") throw new Error("leaf");
    if (line.directory !== undefined) {
      if (!sha256(Buffer.from(line.directory.document)).equals(payload)) throw new Error("directory");
      directory = JSON.parse(line.directory.document) as Document;
    }
    if (String(kind) === "act") {
      const entry = payload.subarray(0, -64);
      const [, , , , , memberId, version, seenSize, seenRoot] = fieldsOf(entry) as Buffer[];
      const member = directory?.members.find(({ id }) => id === memberId!.toString("hex"));
      const seen = rootOf(leaves.slice(0, seenSize!.readUInt32BE()));
      if (directory?.version !== version!.readUInt32BE() || !seen.equals(seenRoot!)) throw new Error("entry");
      if (!isRight(Buffer.from(member!.signingKey, "hex"), entry, payload.subarray(-64))) throw new Error("signature");
      acts++;
    }
    leaves.push(leaf);
  }
  return acts;
}
