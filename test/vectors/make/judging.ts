/** Vectors of what the team judges: a record of each kind, and what is none. */
import { Collection, type Json, type VectorFile } from "../format.ts";
import { Seeded } from "../primitives.ts";

type Fields = { readonly [name: string]: Json };

const SCORES = ["severity", "credibility", "evidence", "urgency", "seniority", "retaliation", "reach", "completeness"];
const ELEMENTS = ["what", "who", "where", "when", "why", "how", "amount"];

export function judging(): VectorFile {
  const c = new Collection("judging");
  const random = new Seeded(c.subject);
  const member = random.bytes(16).toString("hex");
  const task = random.bytes(8).toString("hex");
  /** What is read is what was written; `written`: and this version writes it */
  const put = (about: string, kind: string, content: Fields, written = true, unknown: Json = []) =>
    c.add(
      about,
      "read-record",
      { kind, text: JSON.stringify(content) },
      {
        output: {
          kind,
          ...Object.fromEntries(Object.entries(content).filter(([name]) => name !== "later")),
          ...((unknown as readonly Json[]).length > 0 && { unknown }),
          written,
        },
      },
    );
  const bad = (about: string, kind: string, content: Fields | string) =>
    c.add(
      about,
      "read-record",
      { kind, text: typeof content === "string" ? content : JSON.stringify(content) },
      { error: "malformed" },
    );

  const sheet = {
    after: 0,
    scores: Object.fromEntries(SCORES.map((code) => [code, { score: 3, reason: "Terinci." }])),
    elements: Object.fromEntries(ELEMENTS.map((code) => [code, code !== "why"])),
    category: "suap",
    summary: "Uang diminta di loket.",
    plan: "",
    recommendation: { action: "investigate", reason: "Dapat diuji." },
  } satisfies Fields;
  const scored = (score: Json, reason = "Terinci.") => ({
    ...sheet,
    scores: { ...sheet.scores, reach: { score, reason } },
  });
  put("a triage sheet", "sheet", sheet);
  put("a score that is not given yet, and no reason", "sheet", scored(null, ""));
  put("a number without a reason is read, and not written", "sheet", scored(4, " "), false);
  put("a number that is none of the scale is read, and not written", "sheet", scored(5), false);
  put("a category of a later version", "sheet", { ...sheet, category: "tambang-ilegal" }, false);
  put(
    "a recommendation without a reason",
    "sheet",
    { ...sheet, recommendation: { action: "archive", reason: "" } },
    false,
  );
  put("none yet", "sheet", { ...sheet, recommendation: { action: null, reason: "" } });
  put("a field of a later version", "sheet", { ...sheet, later: 1 }, false, [["later", "1"]]);
  bad("a score that is a text", "sheet", scored("3"));
  bad("a sheet without its elements", "sheet", JSON.stringify(sheet).replace(/"elements":\{[^}]*\},/u, ""));

  put("a second member agrees", "sheet-agreement", { sheet: 4, agrees: true, text: "" });
  put("one does not, and says why", "sheet-agreement", { sheet: 4, agrees: false, text: "Bukti lemah." });
  put("one does not, and does not say why", "sheet-agreement", { sheet: 4, agrees: false, text: "" }, false);
  put("a suggestion that was overruled", "overruling", { rule: "kpk", source: 0, reason: "Bukan kewenangan KPK." });
  put("a rule of a later version", "overruling", { rule: "ojk", source: 2, reason: "Tidak perlu." }, false);

  const todo = { task, after: 0, what: "Amankan bukti", who: member, until: "2026-12-01", from: "suggestion" };
  put("a task", "task", { ...todo, of: "evidence-vanishing" });
  put("anybody's, without a day", "task", { ...todo, who: null, until: null, from: "hand", of: "" });
  put("of a mention in the third note", "task", { ...todo, from: "mention", of: "3" });
  put("a day that does not exist", "task", { ...todo, until: "2026-02-30", of: "" }, false);
  bad("a task without a name", "task", { ...todo, task: null, of: "" });
  put("it is done", "task-done", { task, done: true, text: "Rekaman sudah disalin." });
  put("and not after all", "task-done", { task, done: false, text: "" });

  const protection = {
    after: 0,
    source: 2,
    askedOn: "2026-11-25",
    askedBy: "reporter",
    threats: ["transfer", "shunning"],
    threat: "Dari atasan langsung, sejak Maret.",
    urgency: "now",
    knownTo: ["superior"],
    known: "",
    evidence: "Surat mutasi.",
    wanted: ["position", "lpsk"],
    wish: "",
    never: "Jangan memanggil atasan.",
    consent: { to: "lpsk", named: "", on: "2026-11-26", withdrawnOn: null },
    contact: { way: "inbox", text: "" },
    assessment: { importance: 3, threat: 4, risk: 4, text: "" },
    measures: [{ what: "Pembaca dibatasi", by: "Ketua", on: "2026-11-26", reviewOn: "2026-12-26", result: "" }],
    referrals: [
      {
        to: "lpsk",
        on: "2026-11-27",
        way: "surat",
        consent: "26 November",
        documents: "kronologi",
        answeredOn: null,
        decision: "",
      },
    ],
    closed: null,
  } satisfies Fields;
  put("protection that was asked for", "protection", protection);
  put("and closed", "protection", {
    ...protection,
    after: 5,
    closed: { reason: "Ancaman berhenti.", watchUntil: "2027-11-27" },
  });
  put("a threat twice", "protection", { ...protection, threats: ["transfer", "transfer"] }, false);
  bad("a consent of nobody", "protection", { ...protection, consent: null });
  put("questions before a summons", "exposure", {
    step: "summons",
    answers: [
      { question: "few-knew", answer: "no" },
      { question: "wishes", answer: "unclear" },
    ],
    text: "Ditanyakan dahulu.",
  });
  const complaint = { after: 0, service: "Antrean", unit: "Loket 3", answer: "Akan ditambah." };
  put("a complaint about a service", "complaint", { ...complaint, handedOn: null, done: false });
  put("handed on, and done", "complaint", {
    ...complaint,
    handedOn: { to: "sp4n", text: "Antrean loket terlalu panjang.", on: "2026-11-27", reference: "" },
    done: true,
  });
  put(
    "handed on without a word",
    "complaint",
    { ...complaint, handedOn: { to: "unit", text: "", on: null, reference: "" }, done: false },
    false,
  );
  const ask = (about: string, direction: string, error = false) => {
    const text = { urgency: "now", text: "Saya diancam." };
    c.add(
      about,
      "read-content",
      { direction, kind: "protection-request", text: JSON.stringify(text) },
      error ? { error: "malformed" } : { output: { kind: "protection-request", ...text } },
    );
  };
  ask("protection is asked for", "reporter");
  ask("by nobody but the reporter", "team", true);
  return c.file();
}
