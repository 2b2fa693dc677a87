import { createHash } from "node:crypto";
import fc from "fast-check";
import t from "tap";
import { fromHex, hex } from "../../src/crypto/bytes.ts";
import {
  EMPTY,
  appended,
  growTree,
  isConsistent,
  isIncluded,
  leafHashOf,
  rootOf,
} from "../../src/crypto/log/merkle.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

/**
 * Published with the reference implementations of Certificate Transparency (google/certificate-transparency, then
 * transparency-dev/merkle, testonly/constants.go and reference_test.go): eight leaves, the roots of the first 0…8, proofs.
 */
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const INCLUSION: readonly (readonly [index: number, size: number, proof: readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    5,
    8,
    [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
  [
    1,
    5,
    [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];
const CONSISTENCY: readonly (readonly [oldSize: number, size: number, proof: readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    6,
    8,
    [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [
    2,
    5,
    [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];

function treeOf(leaves: readonly Uint8Array[]) {
  const tree = growTree(sha256);
  for (const leaf of leaves) tree.append(leafHashOf(sha256, leaf));
  return tree;
}

t.test("roots and proofs are those published with the reference implementation of RFC 6962", (t) => {
  const tree = treeOf(LEAVES.map(fromHex));
  let log = EMPTY;
  for (const [size, root] of ROOTS.entries()) {
    t.equal(hex(tree.root(size)), root, `root of ${size}`);
    t.equal(hex(rootOf(sha256, log)), root, `… and of a log that keeps its frontier alone`);
    const leaf = LEAVES[size];
    if (leaf !== undefined) log = appended(sha256, log, leafHashOf(sha256, fromHex(leaf)));
  }
  for (const [index, size, proof] of INCLUSION) {
    t.strictSame(tree.inclusion(index, size).map(hex), proof, `leaf ${index} of ${size}`);
    const leafHash = leafHashOf(sha256, fromHex(LEAVES[index]!));
    t.ok(isIncluded(sha256, { index, size, leafHash, root: fromHex(ROOTS[size]!), proof: proof.map(fromHex) }));
  }
  for (const [oldSize, size, proof] of CONSISTENCY) {
    t.strictSame(tree.consistency(oldSize, size).map(hex), proof, `${oldSize} in ${size}`);
    const roots = { oldRoot: fromHex(ROOTS[oldSize]!), root: fromHex(ROOTS[size]!) };
    t.ok(isConsistent(sha256, { oldSize, size, ...roots, proof: proof.map(fromHex) }));
  }
  t.throws(() => tree.inclusion(8), RangeError);
  t.throws(() => tree.consistency(9), RangeError);
  t.end();
});

/** RFC 6962, 2.1, as it stands there: a root from the leaves, without anything kept. */
function rootByDefinition(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length <= 1)
    return createHash("sha256")
      .update(leaves.length === 0 ? "" : Buffer.concat([Buffer.of(0), leaves[0]!]))
      .digest();
  const middle = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)].map(rootByDefinition);
  return createHash("sha256")
    .update(Buffer.concat([Buffer.of(1), left!, right!]))
    .digest();
}

t.test("of any log every proof holds, and one bit of it changed holds for nothing", (t) => {
  const leaves = Array.from({ length: 40 }, (_, at) => Uint8Array.of(at));
  const tree = treeOf(leaves);
  const sizes = fc
    .integer({ min: 1, max: 40 })
    .chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size)));
  fc.assert(
    fc.property(sizes, fc.nat(255), fc.nat(7), ([oldSize, size], at, bit) => {
      const root = rootByDefinition(leaves.slice(0, size));
      const oldRoot = rootByDefinition(leaves.slice(0, oldSize));
      const flip = (hashes: readonly Uint8Array[]) =>
        hashes.map((hash, place) => {
          const changed = Uint8Array.from(hash);
          if (place === at % hashes.length) changed[at % 32]! ^= 1 << bit;
          return changed;
        });
      const consistency = { oldSize, oldRoot, size, root, proof: tree.consistency(oldSize, size) };
      const index = Math.min(oldSize, size - 1);
      const leafHash = leafHashOf(sha256, leaves[index]!);
      const inclusion = { index, size, leafHash, root, proof: tree.inclusion(index, size) };
      const others = (proof: readonly Uint8Array[]) => [
        ...(proof.length > 0 ? [flip(proof), proof.slice(1)] : []),
        [...proof, new Uint8Array(32)],
        [...proof, new Uint8Array(31)],
      ];
      return (
        isConsistent(sha256, consistency) &&
        isIncluded(sha256, inclusion) &&
        others(consistency.proof).every((proof) => !isConsistent(sha256, { ...consistency, proof })) &&
        others(inclusion.proof).every((proof) => !isIncluded(sha256, { ...inclusion, proof })) &&
        !isConsistent(sha256, { ...consistency, oldRoot: new Uint8Array(32) }) &&
        !isIncluded(sha256, { ...inclusion, leafHash: new Uint8Array(32) }) &&
        !isIncluded(sha256, { ...inclusion, index: size })
      );
    }),
    { numRuns: 200 },
  );
  t.end();
});
