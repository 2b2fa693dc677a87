/** Root keys, requests and the recovery key, as the key page and `segel root` make and read them. */
import t from "tap";
import { type Change, changesBetween } from "../../src/client/ceremony/changes.ts";
import {
  checkShare,
  encodeRecovery,
  listedRecovery,
  makeRecovery,
  readRecovery,
  recoverSeed,
  rehearseRecovery,
} from "../../src/client/ceremony/recovery.ts";
import { answerChallenge, makeChallenge } from "../../src/client/ceremony/rehearsal.ts";
import { encodeRequest, readRequest, shownToJoiner } from "../../src/client/ceremony/request.ts";
import {
  countSignatures,
  encodeRoot,
  encodeSignature,
  joinSignatures,
  makeRoot,
  readRoot,
  readSignature,
  rootLineOf,
  signRequest,
} from "../../src/client/ceremony/root.ts";
import { type NewMember, makeMember, nextDocument, signDirectory } from "../../src/client/directory/organisation.ts";
import { WORD_LISTS } from "../../src/client/reporter/word-lists.ts";
import { fromHex, hex, utf8 } from "../../src/crypto/bytes.ts";
import { deriveSealingKeyPair, deriveSigningKeyPair, makeSeed } from "../../src/crypto/secret/keys.ts";
import {
  CEREMONY_BYTES,
  SHARE_BYTES,
  SHEET_LETTERS,
  type Share,
  readSheet,
  sheetLinesOf,
} from "../../src/crypto/secret/share-sheet.ts";
import { keyWordsOf, readKeyWords, readWords, wordsOf } from "../../src/crypto/secret/words.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { fromBase64url, toBase64url } from "../../src/protocol/encoding/base64url.ts";
import { ROLES } from "../../src/protocol/rules/casework.ts";
import { DAY_MS, dayInUtc } from "../../src/protocol/encoding/day.ts";
import { type DirectoryDocument, documentBytes, encodeDirectory } from "../../src/protocol/directory/directory.ts";
import { acceptDirectory, firstUse } from "../../src/protocol/directory/trust.ts";
import { LANGUAGE_CODES } from "../../src/words/languages.ts";
import { sentenceOf } from "../../src/words/changes.ts";
import { speak } from "../../src/words/speech.ts";
import { makeOrganisation } from "../support/organisation.ts";

const NOW = Date.UTC(2026, 10, 29, 3);
const refused = (code: string) => ({ name: "CeremonyError", code });

t.test("a root key is 24 words in either language, and twelve words are never read as one", (t) => {
  const { seed, key } = makeRoot();
  for (const list of WORD_LISTS) {
    const words = keyWordsOf(seed, list);
    t.equal(words.length, 24);
    t.same(readKeyWords(words.join(" "), WORD_LISTS), { secret: seed, language: list.language });
    t.same(readKeyWords(words.map((word, at) => `${at + 1}. ${word.slice(0, 4)}`).join("\n"), WORD_LISTS), {
      secret: seed,
      language: list.language,
    });
    t.same(readWords(words.join(" "), WORD_LISTS), { problem: { code: "count", found: 24 } }, "no case token");
    const token = wordsOf(randomBytes(16), list).join(" ");
    t.same(readKeyWords(token, WORD_LISTS), { problem: { code: "count", found: 12 } });
  }
  const words = keyWordsOf(seed, WORD_LISTS[0]);
  const misread = readKeyWords(words.with(6, "danua").join(" "), WORD_LISTS);
  t.match(misread, { problem: { code: "unknown-word", position: 7 } });
  t.throws(() => keyWordsOf(seed.subarray(1), WORD_LISTS[0]), { code: "bad-key" });
  t.same(readRoot(encodeRoot(key)), key);
  t.equal(rootLineOf(key).length, 11 + 64);
  t.end();
});

t.test("a sheet finds a slip in the line where it is, and a line of another sheet", (t) => {
  // Always the same: of lines that are drawn one in 2,048 checks a slip by chance.
  const sheet = (number: number): Share => ({
    number,
    threshold: 2,
    total: 3,
    ceremony: Uint8Array.from({ length: CEREMONY_BYTES }, (_, at) => 40 * at),
    share: Uint8Array.from({ length: SHARE_BYTES }, (_, at) => number * (7 * at + 1)),
  });
  const [one, two] = [sheet(1), sheet(2)];
  for (const list of WORD_LISTS) {
    const lines = sheetLinesOf(one, list).map((words) => words.join(" "));
    t.same(readSheet(lines, WORD_LISTS), { share: one });
    t.same(
      readSheet(
        lines.map((line, at) => `${SHEET_LETTERS[at]} ${line}`),
        WORD_LISTS,
      ),
      { share: one },
      "its letter may be typed along",
    );
    const others = sheetLinesOf(two, list).map((words) => words.join(" "));
    for (const [at, line] of SHEET_LETTERS.entries()) {
      const other = list.words.find((word) => !lines[at]!.includes(word))!;
      const slip = lines[at]!.split(" ").with(3, other).join(" ");
      t.same(readSheet(lines.with(at, slip), WORD_LISTS), { problem: { code: "checksum", line } }, `${line}: a slip`);
      if (line === "A") continue;
      const moved = lines.with(at, others[at]!);
      t.same(readSheet(moved, WORD_LISTS), { problem: { code: "checksum", line } }, `${line}: of another sheet`);
    }
    t.match(readSheet(lines.with(2, list.words[0]!), WORD_LISTS), { problem: { code: "count", line: "C" } });
  }
  t.end();
});

t.test("attack 53: wrong, mixed, repeated and too few shares are told apart, and none says more", async (t) => {
  const [{ shares, lock, published }, others] = [await makeRecovery(2, 3), await makeRecovery(2, 3)];
  const listed = listedRecovery(readRecovery(encodeRecovery(published)));
  for (const left of [0, 1, 2]) {
    const two = shares.filter((_, at) => at !== left);
    t.equal(await rehearseRecovery(two, lock, listed), undefined, "a rehearsal gives nothing back");
    t.same(deriveSealingKeyPair(await recoverSeed(two, lock, listed)).publicKey, fromBase64url(listed.publicKey));
  }
  const [one, two] = [shares[0]!, shares[1]!];
  const foreign = { ...others.shares[1]!, ceremony: one.ceremony };
  const changed = { ...two, share: two.share.map((byte, at) => (at === 5 ? byte ^ 1 : byte)) };
  const wrong = {
    "too-few-shares": [one],
    "repeated-share": [one, one],
    "mixed-ceremonies": [one, others.shares[1]!],
    "other-recovery": [one, foreign],
  } as const;
  for (const [code, given] of Object.entries(wrong)) {
    const error = (await recoverSeed(given, lock, listed).catch((thrown: unknown) => thrown)) as Error;
    t.match(error, refused(code));
    t.equal(error.message, code, "its message is its name alone");
  }
  await t.rejects(recoverSeed([], lock, listed), refused("too-few-shares"));
  await t.rejects(recoverSeed([one, changed], lock, listed), refused("other-recovery"));
});

t.test(
  "attack 97: a share of another ceremony, one that was there already and one too few are refused as they are typed",
  async (t) => {
    const [{ shares, lock, published }, others] = [await makeRecovery(3, 4), await makeRecovery(3, 4)];
    const listed = listedRecovery(published);
    const [one, two] = [shares[0]!, shares[1]!];
    t.throws(() => checkShare(others.shares[0]!, [], listed), refused("other-recovery"), "as the first");
    t.throws(() => checkShare(others.shares[2]!, [one, two], listed), refused("mixed-ceremonies"), "as the third");
    t.throws(() => checkShare(two, [one, two], listed), refused("repeated-share"));
    t.equal(checkShare(two, [one], listed), undefined);
    await t.rejects(rehearseRecovery([one, two], lock, listed), refused("too-few-shares"));
  },
);

t.test("all custodians together open nothing without the lock of the root holders", async (t) => {
  const { shares, lock, published } = await makeRecovery(2, 3);
  const listed = listedRecovery(published);
  await t.rejects(recoverSeed(shares, makeSeed(), listed), refused("wrong-lock"));
  await t.rejects(recoverSeed(shares, lock.with(0, lock[0]! ^ 1) as typeof lock, listed), refused("wrong-lock"));
});

/** An office with two roots of three, and a request that lets nobody in and puts the dates on. */
function makeOffice() {
  const seeds = [makeSeed(), makeSeed(), makeSeed()];
  const roots = seeds.map(deriveSigningKeyPair);
  const office = makeOrganisation(NOW, roots);
  const { signed, document } = office;
  const next = (content: Partial<DirectoryDocument> = {}): DirectoryDocument => ({
    ...nextDocument(document, signed, NOW + 30 * DAY_MS),
    ...content,
  });
  return { ...office, seeds, next };
}

t.test("a request says what it does, has one line of words, and is signed by old and new roots", async (t) => {
  const { seeds, signed, rootSet, next, document, investigators } = makeOffice();
  const fresh = makeRoot();
  const leaver = investigators[2]!.entry;
  const request = readRequest(
    encodeRequest(
      next({
        members: document.members.map((member) => (member.id === leaver.id ? { ...member, removedIn: 2 } : member)),
        channels: document.channels.map((channel) => ({
          ...channel,
          recipients: channel.recipients.filter((id) => id !== leaver.id),
          excludable: channel.excludable.filter((id) => id !== leaver.id),
        })),
        roots: { threshold: rootSet.threshold, keys: [...document.roots.keys.slice(1), hex(fresh.key)] },
      }),
      signed,
    ),
  );
  const { say: _, ...english } = speak("en");
  const said = request.changes.map((change) => sentenceOf(change, { ...english, say: speak("en").say }));
  t.ok(said.includes("“Pemeriksa 3” is removed."), said.join("\n"));
  t.ok(said.includes("A new root key signs as well."));
  t.ok(
    said.some((sentence) =>
      /^New reports in the channel .+ no longer read by “Pemeriksa 3”\. .+: “Pemeriksa 1”/u.test(sentence),
    ),
  );
  t.notOk(said.join("").includes("{"), "no place is left empty");

  const files = [...seeds, fresh.seed].map((seed) => encodeSignature(signRequest(request, seed)));
  const signatures = files.map((file) => readSignature(file, request));
  const sets = countSignatures(request, [signatures[0]!]);
  t.match(sets, [
    { set: "old", has: 1 },
    { set: "new", has: 0 },
  ]);
  t.throws(() => joinSignatures(request, [signatures[0]!, signatures[0]!]), refused("too-few-signatures"));
  const joined = joinSignatures(request, signatures);
  const trust = acceptDirectory(firstUse(rootSet), [signed], { depth: "thorough", now: NOW }).trust;
  const accepted = acceptDirectory(trust, [joined], {
    depth: "thorough",
    now: NOW + 31 * DAY_MS,
    statement: "none-yet",
  });
  t.equal(accepted.directory.version, 2, "everybody believes what came of it");
  t.throws(() => signRequest(request, makeSeed()), refused("no-root-here"));
});

t.test("attack 95: a request that changes nothing, does not follow, or signs again what was signed", (t) => {
  const { seeds, signed, document, next, roots } = makeOffice();
  const read = (proposed: DirectoryDocument, before = signed) => readRequest(encodeRequest(proposed, before));
  const { notBefore, expires } = document;
  t.throws(() => read(next({ notBefore, expires })), refused("changes-nothing"));
  t.throws(() => read(document), refused("does-not-follow"), "the very one that was signed");
  t.throws(() => read(next({ version: 3 })), refused("does-not-follow"));
  t.throws(() => read(next({ previous: "00".repeat(32) })), refused("does-not-follow"));
  t.throws(() => read(next(), { ...signed, signatures: signed.signatures.slice(0, 0) }), refused("before-not-signed"));
  t.throws(() => readRequest(encodeRequest(next(), undefined)), refused("does-not-follow"));
  t.throws(() => readRequest(utf8("{}")), refused("malformed"));
  const foreign = document.members.map((member, at) => (at === 0 ? { ...member, roles: ["lead" as const] } : member));
  t.throws(() => read(next({ members: foreign })), { code: "bad-member" }, "an entry that its member did not sign");

  const request = read(next());
  const other = read(next({ expires: "2027-01-20T03:00:00Z" }));
  t.notSame(request.proposal, other.proposal, "another request has another line");
  const signature = encodeSignature(signRequest(other, seeds[0]!));
  t.throws(() => readSignature(signature, request), refused("other-request"));
  const parsed = JSON.parse(new TextDecoder().decode(signature)) as Record<string, string>;
  const relabelled = utf8(JSON.stringify({ ...parsed, directory: hex(request.directory.hash) }));
  t.throws(() => readSignature(relabelled, request), refused("bad-signature"));
  const second = signDirectory(next(), roots);
  const again = () => readRequest(encodeRequest({ ...next(), version: 3 }, second));
  t.throws(again, refused("does-not-follow"), "a later one that leaves one out");
  t.same(documentBytes(second), encodeDirectory(next()));
  t.end();
});

t.test(
  "attack 101: a recovery key or a joiner that is exchanged on its way to the roots shows in fingerprint and line",
  async (t) => {
    const { signed, document, next } = makeOffice();
    const [true_, false_] = [await makeRecovery(2, 3), await makeRecovery(2, 3)];
    const read = (proposed: DirectoryDocument) => readRequest(encodeRequest(proposed, signed));
    const [wanted, given] = [true_, false_].map(({ published }) => read(next({ recovery: listedRecovery(published) })));
    const keyIn = ({ changes }: { readonly changes: readonly Change[] }) =>
      changes.find(({ code }) => code === "recovery-replaced")?.keys[0]?.key;
    t.same(keyIn(wanted!), fromBase64url(true_.published.publicKey), "what the sheets say");
    t.notSame(keyIn(given!), keyIn(wanted!));
    t.notSame(given!.proposal.subarray(0, 17), wanted!.proposal.subarray(0, 17), "in the bits of the line");
    const late = makeOrganisation(NOW).investigators[0]!.entry;
    const joined = read(next({ members: [...document.members, late] }));
    t.notSame(
      joined.proposal.subarray(0, 17),
      read(next()).proposal.subarray(0, 17),
      "with one more than was read aloud",
    );
    t.match(joined.changes, [{ code: "member-comes" }, { code: "dates" }]);
  },
);

t.test("attack 101: where the recovery key was exchanged between sheets and request, no rehearsal ends", async (t) => {
  const [sheets, exchanged] = [await makeRecovery(2, 3), await makeRecovery(2, 3)];
  const asked = makeChallenge(listedRecovery(exchanged.published), dayInUtc(NOW));
  const answer = (shares: typeof sheets.shares, lock: Uint8Array) => answerChallenge(asked, shares, lock);
  await t.rejects(answer(sheets.shares.slice(0, 2), sheets.lock), refused("other-recovery"), "the sheets say so");
  await t.rejects(answer(exchanged.shares.slice(0, 2), sheets.lock), refused("wrong-lock"));
  await t.resolves(answer(exchanged.shares.slice(0, 2), exchanged.lock), "whose own key it is could");
});

t.test("attack 95: a name in a request passes for no part of the sentence around it, and hides nothing", (t) => {
  const { document, next } = makeOffice();
  const [first, ...others] = document.members;
  const tell = (name: string) =>
    changesBetween(document, next({ members: [{ ...first!, names: { id: name } }, ...others] }))
      .map((change) => sentenceOf(change, speak("en")))
      .at(0);
  t.match(tell("Ani” is removed. “Budi"), "becomes “Ani<U+201D> is removed. <U+201C>Budi”.");
  t.match(tell("Ani\n2. Nothing else changes"), "“Ani<U+000A>2. Nothing else changes”");
  t.match(tell("\u202einA"), "“<U+202E>inA”");
  t.match(tell("A\u200bni"), "“A<U+200B>ni”");
  t.end();
});

t.test("attack 101: a device shows the line only of a request in which its own keys stand bit for bit", (t) => {
  const { signed, document, next, investigators, administrator } = makeOffice();
  const read = (members = document.members) => readRequest(encodeRequest(next({ members }), signed));
  const ownOf = ({ entry: { signingKey, sealingKey } }: NewMember) => ({
    signingKey: fromHex(signingKey),
    sealingKey: sealingKey === null ? null : fromBase64url(sealingKey),
  });
  const mine = investigators[0]!;
  const shown = shownToJoiner(read(), ownOf(mine));
  t.same(shown?.proposal, read().proposal);
  t.equal(shown?.members.length, document.members.length, "and how many there are");
  t.ok(shownToJoiner(read(), ownOf(administrator)), "also of one who has nothing to open with");
  // What a server could make: an entry in the same name, genuine but for the keys.
  const { entry } = makeMember(mine.entry.names, mine.entry.roles, { now: NOW, fromVersion: 1 });
  const exchanged = document.members.map((one) => (one.id === mine.entry.id ? { ...entry, id: entry.id } : one));
  const channels = document.channels.map((channel) => {
    const swap = (ids: readonly string[]) => ids.map((id) => (id === mine.entry.id ? entry.id : id));
    return { ...channel, recipients: swap(channel.recipients), excludable: swap(channel.excludable) };
  });
  const first = { ...document, members: exchanged, channels };
  t.equal(shownToJoiner(readRequest(encodeRequest(first, undefined)), ownOf(mine)), undefined);
  const half = { ...ownOf(mine), sealingKey: ownOf(investigators[1]!).sealingKey };
  t.equal(shownToJoiner(read(), half), undefined, "one key of two is none");
  t.equal(shownToJoiner(read(), { ...half, sealingKey: null }), undefined);
  t.end();
});

/** Every value of a document that is neither an object nor a list, and each list as a whole. */
function* placesIn(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  if (typeof value !== "object" || value === null) yield path;
  else for (const [name, inner] of Object.entries(value)) yield* placesIn(inner, [...path, name]);
  if (Array.isArray(value) && value.length > 1) yield path;
}

/** The document with another value at one place; `turn` gives different ones. */
function changed(document: DirectoryDocument, path: readonly (string | number)[], turn: number): DirectoryDocument {
  const copy = structuredClone(document) as unknown;
  const parent = path.slice(0, -1).reduce((at, name) => (at as Record<string, unknown>)[name]!, copy);
  const last = path.at(-1)!;
  const holder = parent as Record<string | number, unknown>;
  const old = holder[last] as string | number | boolean | null | unknown[];
  if (Array.isArray(old)) holder[last] = turn === 1 ? old.toReversed() : old.slice(1);
  else if (typeof old === "number") holder[last] = old + turn;
  else if (typeof old === "boolean") holder[last] = !old;
  else if (last === "sealingKey" && old === null) holder[last] = document.members[turn]!.sealingKey;
  else if (old === null) holder[last] = document.version + turn - 1;
  else if (old.endsWith("Z")) holder[last] = old.replace(/..Z$/u, `${10 + turn}Z`);
  else if (path.includes("roles")) holder[last] = old === "custodian" ? ROLES[turn - 1] : ROLES[turn + 1];
  else holder[last] = otherText(old, turn);
  return copy as DirectoryDocument;
}

function otherText(old: string, turn: number): string {
  const sign = turn === 1 ? "a" : "b";
  return old.startsWith(sign) ? `e${old.slice(1)}` : sign + old.slice(1);
}

t.test("attack 95: whatever field of a directory is changed, a sentence says so or the request is refused", (t) => {
  const { document } = makeOffice();
  const tell = (changes: readonly Change[]) =>
    LANGUAGE_CODES.map((language) =>
      changes
        .map((change) =>
          [sentenceOf(change, speak(language)), ...change.keys.map(({ key }) => toBase64url(key))].join(),
        )
        .join("\n"),
    );
  const said = (after: DirectoryDocument) => {
    try {
      return tell(changesBetween(document, after));
    } catch (error) {
      t.match(error, refused("unsayable"));
      return undefined;
    }
  };
  // The reader of a request compares these itself.
  const compared = ["format", "version", "previous"];
  let refusals = 0;
  for (const path of placesIn(document)) {
    if (compared.includes(String(path[0]))) continue;
    const name = path.join(".");
    const [one, two] = [said(changed(document, path, 1)), said(changed(document, path, 2))];
    if (one === undefined) {
      refusals++;
      continue;
    }
    t.ok(
      one.every((text) => text !== "" && !text.includes("{")),
      `${name}: ${one[1]}`,
    );
    const isFlag =
      name.endsWith(".recovery") || Array.isArray(path.reduce<unknown>((at, key) => (at as never)[key], document));
    if (two !== undefined && !isFlag) t.notSame(one, two, `${name}: with its value`);
  }
  t.ok(refusals > 0 && refusals < 60, `${refusals} places are only refused: orders, ids, signatures`);
  t.end();
});
