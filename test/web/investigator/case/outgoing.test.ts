/** What goes out to a reporter is looked at first: on the device, with what the page has, and a person decides. */
import t from "tap";
import { PROFILES } from "../../../../src/protocol/rules/deadline-profiles.ts";
import { leaksIn } from "../../../../src/web/investigator/outgoing/leaks.ts";
import { unfilledIn } from "../../../../src/web/investigator/outgoing/templates/places.ts";
import { fillIn, templatesFor } from "../../../../src/web/investigator/outgoing/templates/part.ts";
import type { CaseView } from "../../../../src/web/investigator/vault/messages/vault.ts";
import { parseOffice } from "../../../../src/web/shared/office.ts";

const NOTE = "Menurut Camat, stempel itu dipinjam bendahara sejak bulan Maret tahun lalu.";
const VIEW = {
  names: { a: { id: "Rahayu Contoh, S.H.", en: "Rahayu Contoh" }, b: { id: "Pemeriksa 2", en: "Investigator 2" } },
  notes: [{ message: { kind: "text", text: NOTE } }],
  records: [{ record: { kind: "sheet", summary: "Bendahara menahan buku kas sampai pemeriksaan tahunan selesai." } }],
} as unknown as CaseView;

t.test("words of the house, names of members and sentences from notes are found", async (t) => {
  const found = (text: string) => leaksIn(text, VIEW);
  t.equal(found("Terima kasih. Kapan itu terjadi, dan siapa yang melihatnya?"), undefined);
  t.same(found("Sesuai Catatan  internal kami, hal itu jelas.")?.words, ["catatan internal"]);
  t.same(found("Ibu Rahayu akan bertanya.")?.names, ["Rahayu"]);
  t.same(found("Kata pemeriksa 2 begitu.")?.names, ["Pemeriksa 2"], "a whole name in any case");
  t.equal(found("Pemeriksa akan bertanya."), undefined, "what somebody is, is nobody's name");
  t.equal(found("Ini sekadar contoh."), undefined, "an ordinary word in small letters");
  t.same(found("Stempel itu DIPINJAM bendahara sejak bulan, katanya.")?.copied, [
    "Stempel itu DIPINJAM bendahara sejak bulan …",
  ]);
  t.same(found("menahan buku kas sampai pemeriksaan tahunan selesai")?.copied.length, 1, "told once, however long");
  t.equal(found("Stempel itu dipinjam."), undefined, "three words are chance");
  t.equal(found("a.b+c (catatan) [x] {y}"), undefined);
});

t.test("a template is filled with what the case knows, and what is left is seen and asked for", async (t) => {
  const all = templatesFor({}, "en");
  t.same([...new Set(all.map(({ language }) => language))], ["en", "id"], "the reporter's language first");
  t.equal(all.length, 10);
  const facts = all.find(({ code, language }) => code === "facts" && language === "id");
  t.same(unfilledIn(facts?.text ?? ""), ["{questions}", "{answerBy}"]);
  const filled = fillIn(
    { language: "id", text: facts?.text ?? "" },
    { answerBy: "4 Januari 2027", register: "K7QD-4M2P" },
  );
  t.match(filled, "hingga 4 Januari 2027");
  t.same(unfilledIn(filled), ["{pertanyaan}"]);
  t.same(unfilledIn("Kapan? { } {} {1} {a\nb}"), [], "braces that no template has");
  for (const { text, code } of all) for (const place of unfilledIn(text)) t.match(place, /^\{[a-zA-Z ]+\}$/u, code);
});

t.test("an office changes a message and adds one, in the languages that it has", async (t) => {
  const own = {
    facts: { names: { id: "Tanya" }, texts: { id: "Mohon {apa}." } },
    call: { names: { en: "Call" }, texts: { en: "Hello" } },
  };
  const all = templatesFor(own, "id");
  t.same(
    all.filter(({ code }) => code in own).map(({ code, language, name, text }) => [code, language, name, text]),
    [
      ["facts", "id", "Tanya", "Mohon {apa}."],
      ["call", "en", "Call", "Hello"],
    ],
  );
  const office = (more: object) => parseOffice(JSON.stringify({ names: { id: "A", en: "A" }, ...more }));
  t.same(office({ templates: own }).templates, own);
  t.throws(() => office({ templates: { facts: { names: { id: "Tanya" }, texts: { id: " " } } } }), {
    message: "templates.facts.texts.id: not as it must be",
  });
  t.same(office({ deadlines: { sop: PROFILES["uu25"] } }).deadlines, { sop: PROFILES["uu25"] });
  t.throws(() => office({ deadlines: { sop: { names: { id: "SOP" }, steps: [{ kind: "answer" }] } } }), {
    message: "deadlines.sop.steps.0.kind: not as it must be",
  });
});
