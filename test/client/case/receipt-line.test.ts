/** A receipt: made when it is asked for, checked by anybody with the signed directory, and of the case it says nothing. */
import fc from "fast-check";
import t from "tap";
import { checkReceiptLine } from "../../../src/client/directory/receipt-line.ts";
import { signReceiptLine } from "../../../src/client/member/case/receipt-line.ts";
import { fromHex, sameBytes } from "../../../src/crypto/bytes.ts";
import { deriveSigningKeyPair, makeSeed } from "../../../src/crypto/secret/keys.ts";
import { fromBase64url, toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { type Story, comeBack, first, read, tellStory } from "../../support/hostile/hostile-story.ts";

/** Asked for, signed at the desk, and read by its reporter. */
async function receiptOf(story: Story): Promise<string> {
  await (await comeBack(story)).write({ kind: "receipt-request" });
  await (await read(story)).file.issueReceipt();
  const given = (await comeBack(story)).entries.at(-1)?.message;
  return given?.kind === "receipt" ? given.text : "";
}

const directoriesOf = async (story: Story) => (await read(story)).member.directories;

t.test("a reporter who asks gets a line that says the day and the office, and anybody can check", async (t) => {
  const story = await tellStory();
  const line = await receiptOf(story);
  t.match(line, /^segel-tt1\.[A-Za-z0-9_-]{160}$/u);
  const directories = await directoriesOf(story);
  const genuine = { is: "genuine", day: "2026-11-25", directoryVersion: 1, hasLeft: false } as const;
  t.same(await checkReceiptLine(line, directories), genuine);
  t.same(
    await checkReceiptLine(` ${line.slice(0, 60)}\n  ${line.slice(60)}\n`, directories),
    genuine,
    "as it is printed",
  );
});

t.test("in the line is nothing of the case, and no two are alike", async (t) => {
  const story = await tellStory();
  const lines = [await receiptOf(story), await receiptOf(story)];
  t.not(lines[0], lines[1]);
  const { file, member } = await read(story);
  const secrets = [file.item.caseId, file.item.handle, fromHex(member.id), file.item.channelId];
  for (const line of lines) {
    const bytes = fromBase64url(line.slice("segel-tt1.".length));
    for (const secret of secrets) {
      const places = Array.from({ length: bytes.length - secret.length }, (_, at) =>
        bytes.slice(at, at + secret.length),
      );
      t.notOk(places.some((place) => sameBytes(place, secret)));
    }
  }
});

t.test("a line of which anything was changed is not genuine, and no key but a caseworker's makes one", async (t) => {
  const story = await tellStory();
  const line = await receiptOf(story);
  const directories = await directoriesOf(story);
  const bytes = fromBase64url(line.slice("segel-tt1.".length));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), async (bit) => {
      const forged = bytes.slice();
      forged[bit >> 3]! ^= 1 << (bit & 7);
      const { is } = await checkReceiptLine(`segel-tt1.${toBase64url(forged)}`, directories);
      t.not(is, "genuine");
    }),
    { numRuns: 60 },
  );
  for (const nonsense of ["", "segel-tt1.", line.slice(0, -1), line.toLowerCase(), `x${line}`, "K7QD-4M2P"])
    t.same(await checkReceiptLine(nonsense, directories), { is: "malformed" }, nonsense);
  const { current } = directories;
  const { administrator, custodians } = story.organisation;
  const others = [
    ...[administrator, first(custodians)].map(({ keys }) => deriveSigningKeyPair(keys.signingSeed)),
    deriveSigningKeyPair(makeSeed()),
  ];
  for (const key of others)
    t.same(await checkReceiptLine(signReceiptLine(current, "2026-11-25", key), directories), { is: "not-signed" });
});

t.test("a receipt of another office is none of this one", async (t) => {
  const line = await receiptOf(await tellStory());
  t.same(await checkReceiptLine(line, await directoriesOf(await tellStory())), { is: "other-office" });
});

t.test("a receipt keeps no promise, and nobody signs one for who cannot read it", async (t) => {
  const story = await tellStory();
  await receiptOf(story);
  t.equal((await comeBack(story)).standing.course.days.answer, undefined);
  await (await comeBack(story)).write({ kind: "burn" });
  await t.rejects((await read(story)).file.issueReceipt(), { code: "burnt" });
});
