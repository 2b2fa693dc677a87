/** Packages that went to other bodies, and what their records make of them. */
import t from "tap";
import { handOversOf } from "../../../src/client/casework/hand-overs.ts";
import { foldVersions } from "../../../src/client/casework/versions.ts";
import { LAW } from "../../../src/protocol/law/law.ts";
import { foldReferrals } from "../../../src/client/casework/referrals.ts";
import type { Recorded } from "../../../src/client/casework/recorded.ts";
import { type RecordContent, encodeRecord } from "../../../src/protocol/records.ts";

const SENT = {
  kind: "referral-package",
  to: "kpk",
  name: "Direktorat Pelayanan Laporan",
  letter: "700/12/2026",
  on: "2026-11-27",
  reason: "Di atas satu miliar rupiah.",
  key: "ab".repeat(32),
  checked: "lewat telepon kantor",
  sha256: "0c".repeat(32),
  bytes: 1000,
  files: 3,
} as const satisfies RecordContent;

const receipt = (of: number, by: string): RecordContent => ({
  kind: "referral-receipt",
  package: of,
  on: null,
  by,
  number: "",
  agrees: true,
  text: "",
});

const recorded = (...contents: readonly RecordContent[]): Recorded[] =>
  contents.map((record, at) => ({
    sequence: at + 1,
    author: "aa",
    roles: [],
    storedOn: "2026-11-28",
    record: record as Recorded["record"],
  }));

t.test("of a package the newest receipt holds, and none that came before it or is of another", (t) => {
  const records = recorded(
    receipt(2, "too early"),
    SENT,
    SENT,
    receipt(2, "once"),
    receipt(2, "again"),
    receipt(9, "none"),
  );
  const [first, second, ...more] = foldReferrals(records);
  t.match(first, { sequence: 2, by: "aa", content: { sha256: SENT.sha256 }, receipt: { record: { by: "again" } } });
  t.match(second, { sequence: 3, receipt: undefined });
  t.same(more, []);
  t.end();
});

t.test(
  "a case was handed to whom its packages and its complaint say, and to nobody named where the state alone does",
  (t) => {
    const complaint = (reference: string): RecordContent => ({
      kind: "complaint",
      after: 0,
      service: "",
      unit: "",
      answer: "",
      handedOn: { to: "unit", text: "Antrean panjang.", on: "2026-11-20", reference },
      done: false,
    });
    const status = { kind: "status", state: "referred", outcome: null, text: "" } as const;
    const conversation = [
      { effective: true, storedOn: "2026-11-21", message: status },
      { effective: false, storedOn: "2026-11-22", message: status },
    ];
    const folded = (...contents: readonly RecordContent[]) => {
      const records = recorded(...contents);
      return handOversOf(conversation, {
        referrals: foldReferrals(records),
        complaint: foldVersions(records, "complaint"),
      });
    };
    t.same(folded(SENT, receipt(1, "Loket"), complaint("")), [
      { to: "unit", on: "2026-11-20", answered: false },
      { to: "kpk", on: "2026-11-27", answered: true },
    ]);
    t.same(folded(complaint("12/2026")), [{ to: "unit", on: "2026-11-20", answered: true }]);
    t.same(folded(), [{ to: undefined, on: "2026-11-21", answered: false }], "and a move behind a gap has no effect");
    t.end();
  },
);

t.test("the newest class of a finding holds, and none is written without a reason", (t) => {
  const found = { kind: "result", after: 0, result: "no-fault", reason: "Sesuai prosedur." } as const;
  const records = recorded(found, { ...found, after: 1, result: "administrative-fault-loss" });
  t.match(foldVersions(records, "result"), {
    now: { content: { result: "administrative-fault-loss" }, overlooks: false },
    earlier: [{ content: { result: "no-fault" } }],
  });
  t.throws(() => encodeRecord({ ...found, reason: " " }));
  t.doesNotThrow(() => encodeRecord({ ...found, result: null, reason: "" }), "taken back");
  t.throws(() => encodeRecord({ ...found, result: "collusion" as never }));
  t.equal(LAW["result-classes"].source, "UU 30/2014, Pasal 20");
  t.end();
});

t.test("nothing is written down of a package that is not named, without a letter, a reason or its hash", (t) => {
  t.ok(encodeRecord(SENT).length > 0);
  t.ok(encodeRecord({ ...SENT, key: null, on: null }).length > 0);
  const wrong = [
    { name: " " },
    { letter: "" },
    { reason: "" },
    { checked: "" },
    { sha256: "0C".repeat(32) },
    { sha256: "" },
    { key: "" },
    { bytes: 0 },
    { files: -1 },
    { on: "2026-02-30" },
    { to: "ojk" },
  ];
  for (const field of wrong)
    t.throws(() => encodeRecord({ ...SENT, ...field } as RecordContent), { code: "malformed" }, JSON.stringify(field));
  t.end();
});
