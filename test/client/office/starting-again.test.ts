/** Nobody can sign in any more: a list of those who have come again, confirmed on two devices before there is a server that would. */
import t from "tap";
import type { CeremonyError } from "../../../src/client/ceremony/refusal.ts";
import { readRequest } from "../../../src/client/ceremony/request.ts";
import { joinSignatures, signRequest } from "../../../src/client/ceremony/root.ts";
import { makeJoiner, readJoiner } from "../../../src/client/office/joining.ts";
import { requestAgain, signAgain } from "../../../src/client/office/starting-again.ts";
import { deriveSigningKeyPair, makeSeed } from "../../../src/crypto/secret/keys.ts";
import { utf8 } from "../../../src/crypto/bytes.ts";
import { parseJson } from "../../../src/protocol/encoding/canonical-json.ts";
import type { Role } from "../../../src/protocol/rules/casework.ts";
import { signedDirectorySchema } from "../../../src/protocol/directory/directory.ts";
import { acceptDirectory, firstUse } from "../../../src/protocol/directory/trust.ts";
import { makeOrganisation } from "../../support/organisation.ts";

const now = Date.parse("2026-11-29T03:00:00Z");
const seed = makeSeed();
const organisation = makeOrganisation(now - 86_400_000, [deriveSigningKeyPair(seed)]);
const { rootSet: roots } = organisation;

const words = (role: Role) => `enam kata baru milik ${role} saja`;
const joiner = (role: Role) =>
  makeJoiner({ name: role, passphrase: words(role), names: { id: role }, roles: [role], now });
const come = { lead: joiner("lead"), investigator: joiner("investigator"), custodian: joiner("custodian") };
const administrator = joiner("administrator");
const refused = (code: CeremonyError["code"]) => ({ name: "CeremonyError", code });

t.test(
  "those who have come again stand in the list, nobody else does, and two of its stewards confirm it",
  async (t) => {
    const { document, signatures } = organisation.signed;
    const before = { document, signatures };
    const entries = [...Object.values(come), administrator].map(({ file }) => readJoiner(file));
    t.match(requestAgain(before, entries.slice(1), now), { faults: [{}, {}, {}] }, "too few of them");
    const made = requestAgain(before, entries, now);
    if ("faults" in made) throw new Error(JSON.stringify(made.faults));
    const request = readRequest(made.file);
    const active = [...request.directory.members.values()].filter(({ removedIn }) => removedIn === null);
    t.same(
      active.map(({ id }) => id),
      entries.map(({ id }) => id),
    );
    const list = utf8(`${JSON.stringify(joinSignatures(request, [signRequest(request, seed)]))}\n`);

    const one = { passphrase: words("lead"), waiting: [come.lead.kept] };
    const other = { passphrase: words("administrator"), waiting: [administrator.kept] };
    const at = { roots, now };
    t.equal(signAgain(list, { ...one, passphrase: "kata lain" }, at), undefined, "other words open nothing");
    const reader = { passphrase: words("investigator"), waiting: [come.investigator.kept] };
    t.throws(() => signAgain(list, reader, at), refused("no-root-here"), "no steward");
    const others = { threshold: 1, keys: [deriveSigningKeyPair(makeSeed()).publicKey] };
    t.throws(() => signAgain(list, one, { roots: others, now }), refused("too-few-signatures"), "not by these roots");
    const stranger = makeJoiner({ name: "x", passphrase: words("lead"), names: { id: "x" }, roles: ["lead"], now });
    t.throws(
      () => signAgain(list, { ...one, waiting: [stranger.kept] }, at),
      refused("no-root-here"),
      "not in the list",
    );

    const first = signAgain(list, one, at)!;
    t.match(first, { missing: 1, proposal: request.proposal });
    t.equal(signAgain(first.file, one, at)!.missing, 1, "nobody counts twice");
    const second = signAgain(first.file, other, at)!;
    t.equal(second.missing, 0);
    t.throws(() => signAgain(first.file, other, { roots, now: now + 5 * 86_400_000 }), {
      code: "statement-not-yet-valid",
    });
    const chain = [organisation.signed, parseJson(signedDirectorySchema, second.file)];
    const { directory } = acceptDirectory(firstUse(roots), chain, { depth: "thorough", now, statement: "lapsed-too" });
    t.equal(directory.version, 2, "everybody believes it, as the server does at its start");
    t.equal(directory.freshness?.sequence, 1);
  },
);
