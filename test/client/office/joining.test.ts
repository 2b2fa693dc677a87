/** Somebody comes: what is handed over, and what waits on the device. */
import t from "tap";
import { connect } from "../../../src/client/line/http.ts";
import { finishJoining, makeJoiner, readJoiner } from "../../../src/client/office/joining.ts";
import { utf8 } from "../../../src/crypto/bytes.ts";
import { encodeJson } from "../../../src/protocol/encoding/canonical-json.ts";
import * as z from "../../../src/protocol/encoding/zod.ts";
import { makeOrganisation } from "../../support/organisation.ts";

const NOW = Date.UTC(2026, 10, 29, 3);
const WORDS = "enam kata yang tidak menjaga apa pun";
const { entry, file, kept } = makeJoiner({
  name: "Baru",
  passphrase: WORDS,
  names: { id: "Orang baru" },
  roles: ["investigator"],
  now: NOW,
});
const changed = (change: object) =>
  encodeJson(z.record(z.string(), z.any()), { format: "segel/1/joiner", entry: { ...entry, ...change } });

t.test("the file holds the entry alone; whoever changes it on its way is found out", (t) => {
  t.same(readJoiner(file), entry);
  t.same(Object.keys(JSON.parse(new TextDecoder().decode(file)) as object), ["format", "entry"]);
  const other = makeOrganisation(NOW).investigators[0]!.entry;
  for (const change of [{ roles: ["lead"] }, { sealingKey: other.sealingKey }, { signingKey: other.signingKey }])
    t.throws(
      () => readJoiner(changed(change)),
      { name: "CeremonyError", code: "bad-signature" },
      Object.keys(change).join(),
    );
  for (const wrong of [changed({ removedIn: 1 }), changed({ more: 1 }), utf8("{}"), utf8(""), utf8("segel")])
    t.throws(() => readJoiner(wrong), { name: "CeremonyError", code: "malformed" });
  t.end();
});

t.test("what waits on the device opens with the six words alone, and wrong ones ask nobody", async (t) => {
  t.notMatch(JSON.stringify(kept), /Orang baru/u);
  const asked: unknown[] = [];
  const nobody = connect("http://127.0.0.1:9", async (...call: unknown[]) => {
    asked.push(call);
    throw new TypeError("asked");
  });
  const clock = { roots: { threshold: 1, keys: [] }, now: NOW, builtAt: 0 };
  const finish = (passphrase: string, waiting = [kept]) =>
    finishJoining(nobody, { name: "baru", passphrase }, waiting, clock);
  t.equal(await finish("kata lain"), false);
  t.equal(await finish(WORDS, []), false);
  t.equal(await finish(WORDS, [{ ...kept, keyWrap: "AAAA" }]), false);
  t.equal(await finish(WORDS, [{ ...kept, keys: kept.keyWrap }]), false);
  t.same(asked, []);
});
