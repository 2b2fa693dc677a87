import { CeremonyError } from "../../src/client/ceremony/refusal.ts";
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import t from "tap";
import libsodium from "#sodium";
import { CryptoError } from "../../src/crypto/errors.ts";
import { hash } from "../../src/crypto/sodium.ts";
import { DirectoryError } from "../../src/protocol/directory/directory.ts";
import type { VectorFile } from "../vectors/format.ts";
import { makeFiles } from "../vectors/make.ts";
import { LIGHT } from "./sample.ts";
import { ALL_OPERATIONS } from "./operations/newer.ts";
import { Input, WordRefusal } from "./operations/input.ts";

const folder = new URL("../vectors/", import.meta.url);

/** SHA-256 of each shipped file. A vector is never edited: other clients rest on it. New ones go into new files. */
const FROZEN: Readonly<Record<string, string>> = {
  "audit-shown.json": "b33c08acf888d03acdaddb675c1c0d6ab0914f40e6addbdd5ba1cc783d43e2a1",
  "audit.json": "6b4b0e8aa8c646d08a798574edf40d24f5e0cf120fe2c36f8571043c3cfc9d92",
  "ceremony.json": "ac713d8ef51b548140252db09a7024c4c372b0ea6f3548b68e5771d5573ab986",
  "contents.json": "32746e6065ef594a0bcfd31f699b899e7dee3212e6997981eec018b2cc6ba21c",
  "conversation.json": "2b8fd90fda1df5c8d322d58490af918737ab834655b0f17da179bc23eb8af792",
  "corners.json": "643af849336c75bdf8b43e42f514c36523dade404c1d0d6515c41420dc5e6e19",
  "derivation.json": "8d0d4166b04f458a2f6624674b18d17072354a3f3f28149c4dd3294db3234d6f",
  "directory-rules.json": "5cf005f8ad1e2379e56ea832bb9c8618360f2708e0130ee9f75f3dee365ca2ce",
  "directory.json": "464c941d56eefac46f99c157daed8311042fe4cc907c388c6dbdd4f4011463f4",
  "discard.json": "1fdf0d7db54d4bd5e621a1839e690a04b30c0ad0cf2376bd84fbb808a7d59618",
  "edges.json": "c0dc341ab32e5438f3ac0feee9f175bd1a68166fbab71504229308c4dfcc35bb",
  "envelope-body.json": "5c8978f68c3d42f01a5a9aab556f871d16624e484974dbf150593f5069ef0d19",
  "envelope-head.json": "57434e3628bafc6aa82377113769e30d5a8dd77f7d047f47d54f435c246775fe",
  "envelope-identity.json": "3f286d85d580b2b6860b550e79a15f564a146015a05c412f91c90604587ce694",
  "envelope-report.json": "fed974f3bc1cfdaf18462d57944de1d184f8819ef378afac0c929697de8254e8",
  "exports.json": "7e20310d5811dd73009e9645fb2001b98a0b23c7fb7c154807869a51f84c8401",
  "factors.json": "eed8c4b13fb897048c086422b784d42c9cdd801c9d2728cade11621f0b119e17",
  "file.json": "d39167e5475b643ed27c8463ddca4c09c1081c9895ebdee83913dba143fb8d6b",
  "founding.json": "df386dc38f5275454f1c20eff3f6c830c25072015e6f22340303f6e37874044c",
  "frames.json": "1af89a19783a098e1985360bb8ca9f914f97d6f0fec70e17e50db59a206b8dbe",
  "interests.json": "33b2ce52f97b7601285c4745d8c8dfda4f9be831280664a95f901e4126d14725",
  "internal.json": "6ec14010163803656d1ee52e3cee16d418bd47e5236af0d405f37522d65e989d",
  "judging.json": "333a9d996f177b68afea2a332b31b1f10f1aa06a6a4c36773d885294c42261f6",
  "keys.json": "17b07f3eb40dd30ee166d9048ab9fb966b6d41f8091e70d02cf5765c8598cf26",
  "known-heads.json": "32afefd6b89ed62f5ff683c95082f8a48fb192a5fa26aba1a8a3f6262264bb8f",
  "known-interests.json": "d7518e55e2690e30fc57f0417566733fad05c10f50464d72ddd6d84d3d5c675b",
  "links.json": "c54b4d5cb091402288eb0797056dfbe8c8c2ad39da1329f0433dcd1f9c873133",
  "new-heads.json": "14c7ad7d09527fdf72a4725191b740191f0466bb5d7d861530c1d24a60b64605",
  "lists.json": "68e1df54dec574ae3b1498a3f7125778ce08d9b119fdc2ca3e4f29cfeddd5138",
  "member-case.json": "94c988ede035259f2e3ab9e88f01a5103147c135eb8b6bcd4cc45bc273d0dc2b",
  "more-frames.json": "1166f117e46f184567ec098483f430e4622a41a8440333e1bf99b6e46024c24b",
  "office-documents.json": "ee3213091e9c4315b14d9d2f8ddb8f2c57732137ea220b595840476953ae4549",
  "own-box.json": "0854c2a80b5482eeea36e9bd2ec49dbfb21456de49e4a5a8a20e5da929b18acc",
  "padding.json": "409548ca42948791db3d0c0f1f8f61f93f0df97346349190b89ccbdd64f61ba8",
  "passphrase.json": "f61894bb84ce9f0047d8402bb513a6658def8e18960a384001fbbdf074e77771",
  "readers.json": "c5b660942de44c08c3cc687150795d3d7af2ba902b212bde2083e4ac1e3aaecd",
  "entries.json": "0457f3e89f4247d375c1521aa444aae857c2910c677a75bf9ba6de5e2a54649a",
  "recovering.json": "c83b3d84f6b912f8cf487c8429844bcf64ba40963734135b003c303d490924e9",
  "receipt.json": "d2a85221966b2413f70a3b1c4961ccde9df2afed79cd7480073644e2813f38d9",
  "recovery.json": "e139317cb60373a7f06002cded8fb54531bdd499e4bf7dd8e8d7495a9daca163",
  "reporter-case.json": "c38a197d6e8b7b0108d0afcb5f8f93e7afb0b62a18cdbb35991918190e8c56cd",
  "published.json": "a6e2b8cb93d5eb673df9fa676e77f94da2e724a8af5892956365e9b04a8fca56",
  "promises.json": "760a71dd241ac6af0a4e76437e8c978938ea408fbf732059feebde754297be57",
  "records.json": "4f4b7a75795ce58874169b61ee90fe2854130cc6657b6ca7e13827cb405c1f69",
  "request.json": "6fb9c32e7aeef997dadb1f02a7c21b3c229d34ed1ddac6b1ab1f513c4fb07467",
  "referral.json": "f9f79131dd2b6e37dc3152af04252c9d90a50f242249a5669788d606c85aac60",
  "result.json": "1f94b8d0ff27e9a25ec4bfc27532b90c7078fcbb68187620456fa868212ee30f",
  "roots.json": "8d4093b2ad5d9eeba63987638a7d88af5e03611baa292b477b26bfd6945ee4db",
  "sealed-file.json": "a9fa5b2e8c02b4ffb8ff890e244defb66d58f11477c10796e2967d0c41d9d56d",
  "slow.json": "111028682ef2d644d68d466ce28acdde9d3962d1a4cbb41f140a32179a93b2ae",
  "source.json": "0a3b69114240f72ed600b7d2f43d306099472652cfe83fe94df2ea312ba7232c",
  "statements.json": "87c746b9f5540cc65b56bcf7939b36b02012526e4502b318205aa7fd0a61c5a6",
  "text.json": "48c1fea67b9b30d17e37ad8df84ee2af53225a9bc1ea7465debce8291ea3fc0c",
  "token.json": "8a3860593f86137d8b2148c3f01116cf121c3c672a038a2d2afff2d1dd9995c1",
  "vault.json": "109bbd2c499aa2287d409f0beb994fea6c676bd69fc9937193e2d3cde8650027",
  "words.json": "f1ec122f7f279a1df3594be3ea72b1d63a08f7f872606fb8a89f409dbba91829",
  "wrap.json": "11312c2d5c39dfa3b08bfc7cd29a291971c53d4c9852abd1b84248bef5c65d29",
};

const texts = new Map<string, string>();
for (const name of await fs.readdir(folder)) {
  if (name.endsWith(".json")) texts.set(name, await fs.readFile(new URL(name, folder), "utf8"));
}
const files = [...texts.values()].map((text) => JSON.parse(text) as VectorFile);

t.test("no shipped vector was ever changed", (t) => {
  const hashes = [...texts].map(([name, text]) => [name, createHash("sha256").update(text).digest("hex")]);
  t.same(Object.fromEntries(hashes), FROZEN);
  t.end();
});

// Once is enough: which build of libsodium encapsulates makes no difference to what the vectors hold.
if (!LIGHT) {
  t.test("another implementation of the building blocks makes exactly the shipped vectors", (t) => {
    const made = makeFiles();
    t.same([...made.keys()].toSorted(), [...texts.keys()].toSorted());
    for (const [name, text] of made) t.ok(text === texts.get(name), name);
    t.end();
  });
}

t.test("the recipe of each file can be followed with libsodium itself", (t) => {
  const recipes = files.flatMap(({ vectors }) => vectors.filter(({ operation }) => operation === "open-file"));
  t.ok(recipes.length > 10);
  for (const { name, input } of recipes) {
    const given = new Input(input);
    const [padded, header] = [given.bytes("padded"), given.bytes("header")];
    // Both directions start from the same state.
    const state = libsodium.crypto_secretstream_xchacha20poly1305_init_pull(header, given.bytes("key"));
    const place = hash("segel/1/attachment", given.bytes("caseId"), given.bytes("id"));
    const finals = given.list("finals");
    const [chunkBytes, cellBytes] = [65_536, given.number("cellBytes")];
    const names: string[] = [];
    for (let at = 0, chunk = 0; at < padded.length; at += cellBytes) {
      const cell = createHash("sha256").update(at === 0 ? header : "");
      for (let from = at; from < at + cellBytes; from += chunkBytes) {
        const tag = finals.includes(chunk++) ? 3 : 0;
        const plaintext = padded.subarray(from, from + chunkBytes);
        cell.update(libsodium.crypto_secretstream_xchacha20poly1305_push(state, plaintext, place, tag));
      }
      names.push(cell.digest("hex"));
    }
    t.same(names, given.list("cells"), name);
  }
  t.end();
});

t.test("there are more than a hundred vectors, of both kinds, and each operation has some", (t) => {
  const vectors = files.flatMap((file) => file.vectors);
  t.ok(vectors.length > 110);
  t.ok(vectors.filter(({ error }) => error !== undefined).length > 50);
  t.ok(vectors.filter(({ output }) => output !== undefined).length > 50);
  t.equal(new Set(vectors.map(({ name }) => name)).size, vectors.length);
  t.same(new Set(vectors.map(({ operation }) => operation)), new Set(Object.keys(ALL_OPERATIONS)));
  t.end();
});

for (const { subject, vectors } of files) {
  // A minute each where nothing is compiled, and argon2id.test.ts compares the two.
  const isTooSlow = LIGHT && subject === "slow";
  t.test(`vectors: ${subject}`, { skip: isTooSlow && "slow functions" }, async (t) => {
    for (const { name, about, operation, input, output, error } of vectors) {
      const run = async () => ALL_OPERATIONS[operation]!(new Input(input));
      const title = `${name}: ${about}`;
      if (error === undefined) t.same(await run(), output, title);
      else t.equal(await codeOf(run), error, title);
    }
  });
}

/** The code of the error that `run` ends with. */
async function codeOf(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
    return "no error";
  } catch (error) {
    const isOurs = [CryptoError, CeremonyError, DirectoryError, WordRefusal].some((kind) => error instanceof kind);
    if (isOurs) return (error as { code: string }).code;
    throw error;
  }
}
