import * as fs from "node:fs/promises";
import t from "tap";
import { utf8 } from "../../src/crypto/bytes.ts";
import { MAX_SLOTS, SLOT_BYTES, inspectHead, sealedBodyBytes, summaryBytes } from "../../src/crypto/envelope.ts";
import * as cells from "../../src/crypto/file-cells.ts";
import { CASE_ID_BYTES, ID_BYTES } from "../../src/crypto/id-size.ts";
import { LABELS, RESERVED_LABELS } from "../../src/crypto/labels.ts";
import { CONVERSATION_OVERHEAD_BYTES, OWN_BOX_BYTES, RECEIPT_BYTES, rowSizes } from "../../src/crypto/message.ts";
import * as padding from "../../src/crypto/padding.ts";
import { SALT_BYTES } from "../../src/crypto/secret/argon2.ts";
import { makeSeed } from "../../src/crypto/secret/keys.ts";
import { sealVaultKeys, sealVaultMemory, wrapVaultKey } from "../../src/crypto/secret/vault.ts";
import * as sodium from "../../src/crypto/sodium.ts";
import { STREAM_CHUNK_OVERHEAD_BYTES, STREAM_HEADER_BYTES } from "../../src/crypto/stream-size.ts";
import { DIGESTED_WRAP_BYTES, WRAP_BYTES } from "../../src/crypto/wrap-size.ts";
import { instant, makeMember, nextDocument, rootsOf } from "../../src/client/directory/organisation.ts";
import { deriveSigningKeyPair } from "../../src/crypto/secret/keys.ts";
import { ACTS, SERVER_ACTS } from "../../src/protocol/audit/acts.ts";
import { LEAF_KINDS } from "../../src/protocol/audit/leaf.ts";
import { AUDIT_FAULT_CODES } from "../../src/words/audit.ts";
import { API } from "../../src/protocol/api.ts";
import { NONCE_BYTES } from "../../src/protocol/api/fields.ts";
import { PASSKEY_WRAP_BYTES } from "../../src/crypto/factor.ts";
import { VAULT_MEMORY_BYTES } from "../../src/protocol/api/factors.ts";
import { CATEGORIES, OUTCOMES, STATES, STATE_RULES } from "../../src/protocol/rules/casework.ts";
import { PROBLEMS } from "../../src/protocol/problems.ts";
import { FIELD_CODES } from "../../src/protocol/rules/report-fields.ts";
import { describeApi } from "../../src/server/services/openapi.ts";
import { PROFILES } from "../../src/protocol/rules/deadline-profiles.ts";
import { DEADLINE_KINDS } from "../../src/protocol/rules/deadlines.ts";
import { HEADERS, SAME_SITE_HEADER } from "../../src/protocol/headers.ts";
import { MESSAGE_KINDS } from "../../src/protocol/content.ts";
import { encodeDirectory } from "../../src/protocol/directory/directory.ts";
import { MAX_OWN_DAYS } from "../../src/protocol/frames.ts";
import { MOST_PROOF_DIGITS, PROOF_ROUNDS, PURPOSES, challengeSchema } from "../../src/protocol/proof-of-work.ts";
import * as limits from "../../src/protocol/limits.ts";
import { sealSample } from "../crypto/sample.ts";

const root = new URL("../../", import.meta.url);
const page = await fs.readFile(new URL("docs/protocol.md", root), "utf8");

/** The text under a heading, up to the next. */
function section(title: string): string {
  const start = page.indexOf(`\n## ${title}\n`);
  if (start === -1) throw new Error(`no section ${title}`);
  const end = page.indexOf("\n## ", start + 1);
  return page.slice(start, end === -1 ? undefined : end);
}

/** Cells of the rows of the `at`-th table of a section, without its heading. */
function table(title: string, at = 0): string[][] {
  const tables = section(title).match(/(?:^\|.*\n?)+/gm) ?? [];
  const rows = (tables[at] ?? "").trim().split("\n").slice(2);
  return rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}

t.test("the table of labels is the one in the code, in its order, reserved ones marked", (t) => {
  const rows = table("Labels").map(([label = "", use = ""]) => [`segel/1/${label}`, use === "reserved"]);
  t.same(rows, [...LABELS.map((label) => [label, false]), ...RESERVED_LABELS.map((label) => [label, true])]);
  t.end();
});

t.test("the table says of each label how the code uses it", async (t) => {
  const names = (await fs.readdir(new URL("src/", root), { recursive: true })).filter((name) => name.endsWith(".ts"));
  const code = (await Promise.all(names.map((name) => fs.readFile(new URL(`src/${name}`, root), "utf8")))).join("\n");
  const words: Readonly<Record<string, string>> = { hash: "hash", derive: "key", list: "list", parseList: "list" };
  const uses = new Map<string, string>();
  for (const [, call = "", label = ""] of code.matchAll(
    /\b(hash|derive|list|parseList)\(\s*(?:[\w.]+,\s*)?"segel\/1\/([a-z-]+)"/g,
  ))
    uses.set(label, words[call]!);
  const written = table("Labels").filter(([, use]) => use !== "reserved");
  for (const [label = "", use = ""] of written) t.equal(uses.get(label), use, label);
});

t.test("the sizes are those of the code", (t) => {
  const report = sealSample();
  const head = inspectHead(report.head, { kind: "report" });
  const identity = inspectHead(report.identityHead, { kind: "identity" });
  const parameters = { salt: new Uint8Array(SALT_BYTES), memoryKiB: 65_536, passes: 3 };
  const [key, id] = [makeSeed(), new Uint8Array(ID_BYTES)];
  const administrator = sealVaultKeys({ signingSeed: makeSeed(), sealingSeeds: [] }, key, id).length;
  const investigator = sealVaultKeys(
    { signingSeed: makeSeed(), sealingSeeds: [{ fromVersion: 1, seed: makeSeed() }] },
    key,
    id,
  ).length;
  const named = { directoryVersion: 1, directoryHash: new Uint8Array(32) };
  const zeros = "00".repeat(32);
  const memories = [undefined, { size: 1, root: zeros, key: zeros }].flatMap((log) =>
    [undefined, { sequence: 1, hash: zeros }].map((statement) =>
      sealVaultMemory({ ...named, statement, log }, key, id),
    ),
  );
  const [memory, stated] = memories;
  t.same(
    memories.map(({ length }) => length),
    VAULT_MEMORY_BYTES,
    "as the API takes them",
  );
  const same = (...values: number[]) => (new Set(values).size === 1 ? values[0] : Number.NaN);
  const sizes: Readonly<Record<string, number | undefined>> = {
    token: sodium.TOKEN_BYTES,
    "member or channel id, salt of a message": ID_BYTES,
    "hash, key, seed, Ed25519 public key, case id": same(
      sodium.HASH_BYTES,
      sodium.KEY_BYTES,
      sodium.SEED_BYTES,
      sodium.SIGNING_KEY_BYTES,
      CASE_ID_BYTES,
    ),
    signature: sodium.SIGNATURE_BYTES,
    "X-Wing public key": sodium.SEALING_KEY_BYTES,
    "X-Wing ciphertext": sodium.KEM_CIPHERTEXT_BYTES,
    slot: SLOT_BYTES,
    "AEAD overhead": sodium.AEAD_OVERHEAD_BYTES,
    "prefix of a report": head.prefixBytes.length,
    "prefix of an identity": identity.prefixBytes.length,
    "head of a report with 8 slots": report.head.length,
    "head of an identity with 4 slots": report.identityHead.length,
    "sealed summary": same(summaryBytes("report"), head.summary.length),
    "smallest sealed body of a report": same(report.body.length, sealedBodyBytes(padding.BODY_CLASSES[0]!)),
    "sealed identity": report.identityBody.length,
    receipt: same(RECEIPT_BYTES, report.receipt.length),
    "own box": OWN_BOX_BYTES,
    "overhead of a conversation row": CONVERSATION_OVERHEAD_BYTES,
    "smallest conversation row": rowSizes("team")[0],
    "smallest internal row": rowSizes("internal")[0],
    wrap: WRAP_BYTES,
    "wrap with its digest": DIGESTED_WRAP_BYTES,
    "wrapped vault key": wrapVaultKey(key, key, "name", parameters).length,
    "vault memory": memory?.length,
    "vault memory with a statement": stated?.length,
    "vault key under a passkey": PASSKEY_WRAP_BYTES,
    "seeds of an administrator, sealed": administrator,
    "each sealing seed more": investigator - administrator,
    "server nonce": NONCE_BYTES,
    "answer to a check": limits.CHECK_ANSWER_BYTES,
    "page of earlier answers": limits.ROWS_PAGE_BYTES,
    "stream header": STREAM_HEADER_BYTES,
    "stream chunk overhead": STREAM_CHUNK_OVERHEAD_BYTES,
    "file id": cells.FILE_ID_BYTES,
    "chunk of a file": cells.CHUNK_BYTES,
    "small cell": cells.SMALL_CELL_BYTES,
    "large cell": cells.LARGE_CELL_BYTES,
    "longest file": cells.MAX_FILE_BYTES,
    "largest sealed cell": cells.MAX_SEALED_CELL_BYTES,
  };
  t.same(Object.fromEntries(table("Sizes").map(([what = "", size]) => [what, Number(size)])), sizes);
  t.match(section("Sizes"), `At most ${MAX_SLOTS} slots`);
  t.end();
});

t.test("the padding classes are those of the code", (t) => {
  const classes = {
    "report body": padding.BODY_CLASSES,
    message: padding.MESSAGE_CLASSES,
    summary: padding.SUMMARY_CLASSES,
    identity: padding.IDENTITY_CLASSES,
    receipt: padding.RECEIPT_CLASSES,
    "own box": padding.OWN_BOX_CLASSES,
    "digest of a case": padding.DIGEST_CLASSES,
    "declaration of interests, with its signature": padding.DECLARATION_CLASSES,
    "office document": padding.OFFICE_DOCUMENT_CLASSES,
  };
  t.same(
    Object.fromEntries(table("Padding").map(([what = "", sizes = ""]) => [what, sizes.split(", ").map(Number)])),
    classes,
  );
  t.end();
});

t.test("the error codes are those of the code", async (t) => {
  const code = await fs.readFile(new URL("src/crypto/errors.ts", root), "utf8");
  t.same(
    table("Errors").map(([name]) => name),
    [...code.matchAll(/^ {2}\| "([a-z-]+)"/gm)].map(([, name]) => name),
  );
  const directory = await fs.readFile(new URL("src/protocol/directory/directory.ts", root), "utf8");
  const statement = await fs.readFile(new URL("src/protocol/directory/statement.ts", root), "utf8");
  const union =
    directory.slice(directory.indexOf("DirectoryErrorCode ="), directory.indexOf("class DirectoryError")) +
    statement.slice(statement.indexOf("StatementErrorCode ="), statement.indexOf("const uint"));
  for (const [, name = ""] of union.matchAll(/\| "([a-z-]+)"/g))
    t.ok((section("The directory") + section("Freshness statements")).includes(`\`${name}\``), name);
});

t.test("the fields of a directory stand in the order of the code, and none is missing", (t) => {
  const keys = deriveSigningKeyPair(makeSeed());
  const now = Date.parse("2026-11-25T00:00:00Z");
  const { entry } = makeMember({ en: "A" }, ["administrator"], { now, fromVersion: 1 });
  const channel = {
    deadlines: "default",
    excludable: [],
    identitySlots: 4,
    slots: 8,
    recovery: false,
    custodians: [],
    recipients: [],
    names: {},
    id: entry.id,
  };
  const recovery = {
    attestationKey: "00".repeat(32),
    shares: ["00".repeat(32)],
    threshold: 1,
    publicKey: Buffer.alloc(sodium.SEALING_KEY_BYTES).toString("base64url"),
  };
  const members = [{ ...entry, replaces: entry.id }];
  const content = { roots: rootsOf([keys], 1), recovery, members, channels: [channel] };
  type Fields = Record<string, unknown>;
  const document = JSON.parse(
    new TextDecoder().decode(encodeDirectory(nextDocument(content, undefined, now))),
  ) as Fields;
  const objects = {
    document,
    roots: document["roots"],
    recovery: document["recovery"],
    member: (document["members"] as Fields[])[0],
    channel: (document["channels"] as Fields[])[0],
  };
  const coded = Object.entries(objects).flatMap(([name, object]) =>
    Object.keys(object as Fields).map((field) => [name, field]),
  );
  t.same(
    table("The directory").map(([name, field]) => [name, field]),
    coded,
  );
  t.match(instant(now), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  t.end();
});

t.test("headers, kinds of messages and limits are those of the code", (t) => {
  t.same(
    table("Requests and logging in")
      .map(([name = ""]) => name)
      .toSorted(),
    Object.values(HEADERS).toSorted(),
  );
  t.match(section("Requests and logging in"), `\`${SAME_SITE_HEADER}: 1\``);
  const kinds = Object.entries(MESSAGE_KINDS).flatMap(([direction, names]) =>
    names.map((name) => `${name} ${direction}`),
  );
  const written = table("Contents").flatMap(([kind = "", directions = ""]) =>
    directions.split(", ").map((direction) => `${kind} ${direction}`),
  );
  t.same(written.toSorted(), kinds.toSorted());
  t.match(section("Proof of work"), `${limits.PROOF_OF_WORK_SECONDS.toLocaleString("en")} seconds`);
  t.same(
    table("Proof of work").map(([purpose]) => purpose),
    PURPOSES,
  );
  t.same(
    table("Proof of work", 1).flatMap(([names = ""]) => (names.includes("(") ? [] : names.split(", "))),
    Object.keys(challengeSchema.shape.parameters.shape),
  );
  for (const number of [
    PROOF_ROUNDS,
    limits.SHORT_REQUEST_BYTES,
    limits.TEXT_BYTES_AN_ANSWER,
    limits.FREE_TEXT_BYTES_AN_ANSWER,
    limits.LAST_TEXT_BYTES,
  ])
    t.match(section("Proof of work"), number.toLocaleString("en"));
  t.match(section("Proof of work"), `1 to ${MOST_PROOF_DIGITS} hexadecimal digits`);
  t.equal(limits.NONCE_SECONDS, 600, "ten minutes");
  t.match(section("What crosses the wire"), `at most ${MAX_OWN_DAYS}`);
  t.match(section("Contents"), `first ${limits.DERIVED_TITLE_CODE_POINTS} code points`);
  t.equal(limits.CLOCK_ERROR_SECONDS, 2 * 86_400, "two days");
  t.match(section("Contents"), `at most ${limits.MAX_FILES_A_CASE}`);
  t.match(section("Contents"), `at most ${limits.MAX_FILE_NAME_CODE_POINTS} code points`);
  t.match(section("Files"), `${limits.MAX_FILES_A_CASE} files and ${limits.MAX_FILE_BYTES_A_CASE / 2 ** 30} GiB`);
  t.equal(limits.UNCLAIMED_FILE_DAYS, 1, "the second midnight");
  t.end();
});

t.test("each section that the code cites is there, and each link of the page leads somewhere", async (t) => {
  const names = (await fs.readdir(new URL("src/", root), { recursive: true })).filter((name) => name.endsWith(".ts"));
  let cited = 0;
  for (const name of names) {
    const code = await fs.readFile(new URL(`src/${name}`, root), "utf8");
    for (const [, title = ""] of code.matchAll(/docs\/protocol\.md, "([^"]+)"/g)) {
      cited++;
      t.ok(page.includes(`\n## ${title}\n`), `${name} cites ${title}`);
    }
  }
  t.ok(cited > 10, "the look found something to look at");
  const anchors = [...page.matchAll(/^## (.+)$/gm)].map(
    ([, title = ""]) => `#${title.toLowerCase().replaceAll(" ", "-")}`,
  );
  for (const [, link = ""] of page.matchAll(/\]\((#[^)]+)\)/g)) t.ok(anchors.includes(link), link);
  t.ok(utf8(page).length > 10_000);
});

t.test("the vectors' readme names every section that it leads to", async (t) => {
  const readme = await fs.readFile(new URL("test/vectors/README.md", root), "utf8");
  const rows = readme.slice(readme.indexOf("## Operations")).match(/^\| `.*$/gm) ?? [];
  t.ok(rows.length > 10);
  for (const row of rows) {
    const cell = row.split("|").at(-2)!.trim();
    for (const title of cell.split("; ")) t.ok(page.includes(`\n## ${title}\n`), title);
  }
});

t.test("states, moves, outcomes, categories and deadlines are those of the code", (t) => {
  const codes = (cell = "") => (cell === "–" ? [] : cell.split(", "));
  t.same(
    table("States of a case").map(([state, stage, moves, needs]) => [state, stage, codes(moves), needs]),
    STATES.map((state) => {
      const { stage, moves, needs = "–" } = STATE_RULES[state];
      return [state, stage, moves, needs];
    }),
  );
  const listed = (title: string, name: string) => {
    const sentence = new RegExp(String.raw`\*\*${name}\*\*: ([^\n]+?)\.\n`, "u").exec(section(title))?.[1] ?? "";
    return sentence.split(", ").map((code) => code.replaceAll("`", ""));
  };
  t.same(listed("States of a case", "Outcomes"), OUTCOMES);
  t.same(listed("Contents", "Categories"), CATEGORIES);
  const promised = table("States of a case", 1);
  t.same(
    promised.map(([profile, kind, count, unit, pauses]) => [profile, kind, Number(count), unit, pauses === "yes"]),
    Object.entries(PROFILES).flatMap(([profile, { steps }]) =>
      steps.map(({ kind, count, unit, pauses = false }) => [profile, kind, count, unit, pauses]),
    ),
  );
  t.same(
    table("States of a case", 2).map(([kind]) => kind),
    DEADLINE_KINDS,
  );
  t.match(section("Validity of members"), "two days");
  t.match(
    section("Contents"),
    FIELD_CODES.slice(2)
      .map((field) => `\`${field}\``)
      .slice(0, 7)
      .join(", "),
  );
  t.end();
});

t.test("problems are those of the code, and signing in wants the header that a form cannot send", (t) => {
  t.same(
    table("Problems").map(([code, status, title]) => [code, Number(status), title]),
    Object.entries(PROBLEMS).map(([code, { status, title }]) => [code, status, title]),
  );
  const openapi = JSON.stringify(describeApi(API));
  const signingIn = (JSON.parse(openapi) as Described).paths["/api/session"]?.["post"]?.parameters ?? [];
  t.ok(signingIn.some(({ in: place, name }) => place === "header" && name === SAME_SITE_HEADER));
  t.end();
});

t.test("acts and their objects are those of the code", (t) => {
  const about = { case: "a case", office: "the office", member: "a member" } as const;
  for (const [at, acts] of [ACTS, SERVER_ACTS].entries())
    t.same(
      table("The audit trail", 2 * at),
      Object.entries<keyof typeof about>(acts).map(([name, object]) => [name, about[object]]),
    );
  t.same(
    table("The audit trail", 1).map(([kind]) => kind),
    LEAF_KINDS,
  );
  t.same(
    table("The exported log", 1)
      .flatMap(([codes = ""]) => codes.split(", "))
      .toSorted(),
    AUDIT_FAULT_CODES.toSorted(),
  );
  t.end();
});

type Described = {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly { in: string; name: string }[] }>>>
  >;
};
