/** What stands on the founding's screens, computed: which step is next, what was typed, who fits where. */
import t from "tap";
import { foundingProposal } from "../../../../src/protocol/founding.ts";
import * as z from "../../../../src/protocol/encoding/zod.ts";
import { firstChoice, lacksOf } from "../../../../src/web/investigator/founding/people.ts";
import {
  addDays,
  addUnits,
  faultsIn,
  firstForm,
  formOf,
  proposalOf,
  readDays,
  readUnits,
} from "../../../../src/web/investigator/founding/proposing/proposal-form.ts";
import { withLink } from "../../../../src/web/investigator/founding/memory.ts";
import { nextSteps, stepsOf } from "../../../../src/web/investigator/founding/steps.ts";
import type { FoundingView, JoinerView } from "../../../../src/web/investigator/vault/messages/founding.ts";

const CHANNEL = { id: "Laporan", en: "Reports" };
const filled = { ...firstForm(new Date(2026, 10, 29), "Asia/Makassar", CHANNEL), nameId: "Kantor", nameEn: "Office" };

t.test("which step is next follows from what the server has, whatever device asks", async (t) => {
  const known: Pick<FoundingView, "proposal" | "request" | "confirming"> = {
    proposal: undefined,
    request: undefined,
    confirming: undefined,
  };
  const request = {} as NonNullable<FoundingView["request"]>;
  const confirming = {} as NonNullable<FoundingView["confirming"]>;
  const proposal = proposalOf(filled);
  const next = (...view: Parameters<typeof stepsOf>) => nextSteps(stepsOf(...view));
  t.same(next(undefined), { now: "proposal", beside: ["keyPage", "keys"] });
  t.same(next(known), { now: "proposal", beside: ["keyPage", "keys"] });
  t.same(next({ ...known, proposal }), { now: "joining", beside: ["keyPage", "keys"] });
  t.same(next({ ...known, proposal, request }), { now: "line", beside: ["signing"] });
  t.same(next({ ...known, proposal, request, confirming }), { now: "confirming", beside: [] });
  t.same(next(undefined, true), { now: "confirming", beside: [] }, "the pages are not installed yet");
});

t.test("a link that is opened on the founder's device does not take the place of the key on the wall", async (t) => {
  t.same(withLink({}, "theirs"), { joiningKey: "theirs" });
  t.same(withLink({ joiningKey: "before" }, "theirs"), { joiningKey: "theirs" }, "whoever joins follows the wall");
  t.same(withLink({ joiningKey: "before" }, undefined), { joiningKey: "before" });
  t.same(withLink({ founderKey: "own", joiningKey: "wall" }, "theirs"), { founderKey: "own", joiningKey: "wall" });
});

t.test("what is typed becomes a proposal that the server takes, and comes back into the fields", async (t) => {
  const form = {
    ...filled,
    units: 'Dinas Kesehatan; Dinkes; DKK\n\n"Kelurahan Awan Biru"',
    days: "2026-08-17\n2027-01-01",
  };
  t.same(faultsIn(form), {});
  const proposal = proposalOf(form);
  t.ok(z.safeParse(foundingProposal, proposal).success);
  t.equal(proposal.office.timeZone, "WITA", "as the device is set");
  t.same(proposal.office.units, [
    { name: "Dinas Kesehatan", aliases: ["Dinkes", "DKK"] },
    { name: "Kelurahan Awan Biru" },
  ]);
  t.same(Object.keys(proposal.office.daysOff), ["2026", "2027"]);
  t.same(proposalOf(formOf(proposal)), proposal);
});

t.test("days off begin with those that are the same each year, this one and the next", async (t) => {
  const { days, faults } = readDays(filled.days);
  t.same(faults, []);
  t.same([days.length, days[0], days.at(-1)], [10, "2026-01-01", "2027-12-25"]);
});

t.test("what cannot be read is told by its line, and nothing is left out in silence", async (t) => {
  t.same(readUnits("Satu\nDua\nsatu").faults, [3]);
  t.same(readUnits("x".repeat(121)).faults, [1]);
  t.same(readDays("2026-03-19 Nyepi\nentah\n31-02-2026").faults, [2, 3]);
  const faults = faultsIn({ ...filled, nameEn: " ", zone: "other", otherZone: "Bulan", units: "a\na", daysSource: "" });
  t.same(Object.keys(faults).toSorted(), ["daysSource", "nameEn", "otherZone", "units"]);
});

t.test("days and units come out of files as offices have them", async (t) => {
  const calendar = [
    "BEGIN:VCALENDAR",
    "DTSTAMP:20250101T000000Z",
    "DTSTART;VALUE=DATE:20260319",
    "DTEND;VALUE=DATE:20260320",
    "SUMMARY:Nyepi",
    "END:VCALENDAR",
  ].join("\r\n");
  t.equal(addDays("2026-08-17", calendar), "2026-03-19\n2026-08-17", "neither its stamps nor its ends");
  t.equal(addDays("", "19/3/2026;Nyepi\n25.12.2026;Natal"), "2026-03-19\n2026-12-25");
  t.equal(
    addUnits("Dinas Sosial", "\uFEFFDinas Sosial;Dinsos\nDinas Kesehatan\tDinkes"),
    "Dinas Sosial; Dinsos\nDinas Kesehatan; Dinkes",
  );
});

const joiner = (id: string, ...roles: JoinerView["roles"]): JoinerView => ({ id, names: { id }, roles, words: [] });

t.test("it is said who is still missing; an office of three is enough", async (t) => {
  t.same(lacksOf([]), ["needsReaders", "needsCustodian", "needsStewards"]);
  t.same(lacksOf([joiner("a", "investigator"), joiner("b", "investigator"), joiner("c", "custodian")]), [
    "needsStewards",
  ]);
  const three = [joiner("a", "lead"), joiner("b", "investigator"), joiner("c", "custodian", "administrator")];
  t.same(lacksOf(three), []);
  t.same(firstChoice(three), { recipients: ["a", "b"], custodians: ["c"], excludable: [], rootsNeeded: 2 });
});

t.test("an administrator is never proposed as a reader, and with three readers any may be kept out", async (t) => {
  const four = [
    joiner("a", "lead"),
    joiner("b", "investigator"),
    joiner("c", "investigator"),
    joiner("d", "administrator"),
  ];
  const { recipients, excludable } = firstChoice(four);
  t.same(recipients, ["a", "b", "c"]);
  t.same(excludable, recipients);
});
