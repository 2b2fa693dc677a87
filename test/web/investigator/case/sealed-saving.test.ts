/** A package gets its name once it was written down, and where that fails nothing of it is left. */
import t from "tap";
import { makeKeyPair } from "../../../../src/client/referral/age.ts";
import { type Bytes, concat } from "../../../../src/crypto/bytes.ts";
import type { Saving } from "../../../../src/web/investigator/files/saving.ts";
import { endingOf, shownPackage } from "../../../../src/web/investigator/case-file/use-making.ts";
import {
  NOTHING_CHOSEN,
  type SealChoices,
  fromBook,
  renamed,
  sealFaults,
  withKey,
} from "../../../../src/web/investigator/referral/order.ts";
import { sealInto } from "../../../../src/web/investigator/referral/sealed-file.ts";
import { sealedSaving } from "../../../../src/web/investigator/referral/sealing.ts";
import type { CaseView } from "../../../../src/web/investigator/vault/messages/vault.ts";
import type { Ask } from "../../../../src/web/investigator/vault/vault-client.ts";
import type { CaseWork } from "../../../../src/web/investigator/writing/case-work.ts";
import { openAge } from "../../../support/proof/age.ts";

const { recipient, secret } = await makeKeyPair();
const RECORD = { kind: "referral-package", sha256: "aa" } as never;
const LOCK = { is: "key", recipient } as const;

function place({ room = Infinity } = {}) {
  const steps: string[] = [];
  const pieces: Bytes[] = [];
  const saving: Saving = {
    async write(piece) {
      if (pieces.length >= room) throw new Error("no room");
      pieces.push(piece instanceof Blob ? new Uint8Array(await piece.arrayBuffer()) : piece);
    },
    async finish() {
      steps.push("named");
      return { name: "x" };
    },
    async abandon() {
      steps.push("thrown away");
    },
  };
  return { saving, steps, file: () => concat(...pieces) };
}

const piece = (): Bytes => new Uint8Array(100_000).fill(7);
const name = async () => "x";

t.test("what is written goes sealed, and is written down before it is named", async (t) => {
  const { saving, steps, file } = place();
  const sealed = sealedSaving(saving, LOCK, async ({ bytes }) => {
    t.equal(bytes, file().length, "all of it is there");
    steps.push("noted");
  });
  await sealed.write(piece());
  await sealed.write(new Blob([piece()]));
  await sealed.finish(name);
  t.same(steps, ["noted", "named"]);
  t.same(openAge(file(), { secret }), Buffer.alloc(200_000, 7));
});

t.test("what could not be written down is never named", async (t) => {
  const { saving, steps } = place();
  const sealed = sealedSaving(saving, LOCK, async () => Promise.reject(new Error("offline")));
  await sealed.write(piece());
  await t.rejects(sealed.finish(name), { message: "offline" });
  await sealed.abandon();
  t.same(steps, ["thrown away"]);
});

t.test("a full disk ends it, instead of keeping who writes waiting", async (t) => {
  const { saving, steps } = place({ room: 1 });
  const sealed = sealedSaving(saving, LOCK, async () => void steps.push("noted"));
  const writing = async () => {
    for (let count = 0; count < 20; count++) await sealed.write(piece());
    await sealed.finish(name);
  };
  await t.rejects(writing(), { message: "no room" });
  await sealed.abandon();
  t.same(steps, ["thrown away"]);
});

t.test("to a key whose secret half was sent along nothing is sealed", (t) => {
  const choices = { ...NOTHING_CHOSEN, to: "kpk", letter: "1", isCompared: true, checked: "telepon" } as const;
  t.same(sealFaults({ ...choices, key: recipient.text }), []);
  t.same(sealFaults({ ...choices, key: `# public key: ${recipient.text}\n${secret}\n` }), ["key"]);
  t.end();
});

t.test("a key goes to no other body than the one that it was compared with", (t) => {
  const BODY = {
    to: "kpk",
    name: "Direktorat",
    recipient: recipient.text,
    checked: "telepon",
    on: "2026-11-25",
  } as const;
  const typed: SealChoices = { ...NOTHING_CHOSEN, letter: "1" };
  const known = { ...typed, ...fromBook({ ...BODY, names: {} }) };
  t.same(sealFaults(known), []);
  t.same(sealFaults({ ...known, ...fromBook(undefined) }), ["key", "compared", "checked"], "a new receiver");
  t.same(sealFaults({ ...known, ...renamed(known) }), ["key", "compared", "checked"], "another name");
  t.same(sealFaults({ ...known, ...withKey(known, recipient.text) }), ["compared", "checked"], "another key");
  const compared = {
    ...typed,
    to: "kpk",
    ...withKey(typed, recipient.text),
    isCompared: true,
    checked: "surat",
  } as const;
  t.same(sealFaults(compared), []);
  t.same(sealFaults({ ...compared, ...renamed(compared) }), ["compared"], "another name for a typed key");
  t.end();
});

t.test("nobody leaves the ten words behind unasked, and nothing is left while it is made", (t) => {
  const words = ["satu", "dua"];
  const saved = { is: "saved", name: "x", absent: 0, unclean: 0, sealed: { record: RECORD, words } } as const;
  t.equal(endingOf(saved, words, undefined), "ask");
  t.equal(endingOf(saved, words, ["satu", "dua"]), "ask", "the words of another package");
  t.equal(endingOf(saved, words, words), "go");
  t.equal(endingOf(undefined, words, undefined), "ask", "over which the desk was locked");
  t.equal(endingOf(saved, [], undefined), "go", "sealed to a key");
  t.equal(endingOf({ is: "recording" }, [], undefined), "stop");
  t.equal(endingOf({ is: "making", done: 0, all: 1 }, words, words), "stop");
  t.equal(endingOf({ is: "stopped" }, [], undefined), "go");
  t.equal(endingOf(undefined, [], undefined), "go");
  t.end();
});

t.test("words over which the desk was locked are shown again where their package is written down", (t) => {
  const unnoted = { words: ["satu", "dua"], record: RECORD };
  const caseWith = (...hashes: readonly string[]) =>
    ({ casework: { referrals: hashes.map((sha256) => ({ content: { sha256 } })) } }) as unknown as CaseView;
  const own = { is: "saved", name: "x", absent: 0, unclean: 0, sealed: { record: RECORD, words: ["tiga"] } } as const;
  t.match(shownPackage(undefined, unnoted, caseWith("aa")), { words: ["satu", "dua"], isFromBefore: true });
  t.equal(shownPackage(undefined, unnoted, caseWith("bb")), undefined, "it was thrown away");
  t.match(shownPackage(own, unnoted, caseWith("aa")), { words: ["tiga"], isFromBefore: false });
  t.equal(shownPackage({ is: "recording" }, unnoted, caseWith("aa")), undefined);
  t.equal(shownPackage(undefined, undefined, caseWith("aa")), undefined);
  t.end();
});

t.test("the words are kept before the package can be found, and go where it is thrown away", async (t) => {
  const order = { ...NOTHING_CHOSEN, way: "words", to: "kpk", letter: "1", checked: "telepon" } as const;
  const addressed = { name: "Direktorat", reason: "Perkara", language: "id", today: "2026-11-25" } as const;
  const ask = (async () => ({ words: ["satu", "dua"] })) as unknown as Ask;
  for (const is of ["stored", "conflict"] as const) {
    const { saving, steps } = place();
    const kept: unknown[] = [];
    const writeRecord = async () => {
      steps.push(`written, ${kept.length} kept`);
      return is === "stored" ? { is } : { is, newer: [] };
    };
    const sealing = await sealInto(
      saving,
      { ...order, ...addressed },
      {
        ask,
        work: { writeRecord } as unknown as CaseWork,
        filesIn: () => 3,
        onUnnoted: async (unnoted) => {
          // As long as sealing takes: nothing is written down before.
          await new Promise((resolve) => setTimeout(resolve, 5));
          kept.push(unnoted);
        },
        workFactor: 2,
      },
    );
    await sealing.saving.write(piece());
    if (is === "stored") {
      await sealing.saving.finish(name);
      t.same(steps, ["written, 1 kept", "named"]);
      t.match(kept, [{ words: ["satu", "dua"], record: { kind: "referral-package", files: 3 } }]);
    } else {
      await t.rejects(sealing.saving.finish(name));
      t.same(kept.slice(1), [undefined], "nothing opens with them");
    }
  }
});
