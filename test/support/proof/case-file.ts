/** An opened case with everything in it that one can have, for what leaves the office of it. */
import type { About, Asked, CaseTrailPlaces } from "../../../src/client/case-file/case-file.ts";
import { type CaseFile, caseFileOf } from "../../../src/client/case-file/case-file.ts";
import type { CaseEntry, CaseMessage, CaseParts } from "../../../src/client/case-file/report.ts";
import { type SignedEntry, signExport } from "../../../src/client/case-file/signing.ts";
import { deriveSigningKeyPair } from "../../../src/crypto/secret/keys.ts";
import { foldCasework } from "../../../src/client/casework/casework.ts";
import type { Recorded } from "../../../src/client/casework/recorded.ts";
import type { ReadRecord } from "../../../src/protocol/records.ts";
import { EMPTY_ANSWERS } from "../../../src/protocol/rules/report-fields.ts";
import { ELEMENTS, SCORES } from "../../../src/protocol/rules/triage.ts";
import { acceptDirectory, firstUse } from "../../../src/protocol/directory/trust.ts";
import { type Enclosed, packEntries } from "../../../src/web/investigator/case-file/making.ts";
import { paperOf } from "../../../src/web/investigator/case-file/paper.ts";
import { zipStream } from "../../../src/web/investigator/files/zip/zip.ts";
import { speak } from "../../../src/words/speech.ts";
import { type Organisation, makeOrganisation } from "../organisation.ts";
import { readersOf } from "../readers.ts";

export const DAY = "2026-11-25";
const [ANA, BUDI] = ["a".repeat(32), "b".repeat(32)] as const;

type Told = {
  /** Set into every place that a reporter fills, so that each can be looked for */
  readonly reporter: (place: string) => string;
  /** Likewise of what the team writes */
  readonly team: (place: string) => string;
};

const file = (id: string, name: string) => ({ id: id.repeat(16), name, type: "image/jpeg", size: 1_000 });

export function casePartsOf({ reporter, team }: Told): CaseParts {
  let [fromReporter, fromTeam, inside] = [0, 0, 0];
  const entry = (direction: CaseEntry["direction"], storedOn: string, message: CaseMessage): CaseEntry => ({
    direction,
    sequence: direction === "reporter" ? ++fromReporter : direction === "team" ? ++fromTeam : ++inside,
    storedOn,
    author: direction === "reporter" ? "reporter" : ANA,
    effective: true,
    message,
  });
  const conversation = [
    entry("team", "2026-11-05", { kind: "text", text: team("pertanyaan") }),
    entry("reporter", "2026-11-06", { kind: "text", text: reporter("pesan") }),
    entry("reporter", "2026-11-06", {
      kind: "files",
      text: reporter("pengantar"),
      files: [file("01", reporter("nama berkas")), file("02", "IMG_20261103.jpg")],
    }),
    entry("reporter", "2026-11-07", { kind: "protection-request", urgency: "now", text: reporter("perlindungan") }),
    entry("team", "2026-11-08", { kind: "receipt", text: "segel-tt1.QUFB" }),
    entry("team", "2026-11-09", { kind: "epoch" }),
    entry("team", "2026-11-10", { kind: "files", text: team("surat"), files: [file("03", "surat-tugas.pdf")] }),
    entry("team", "2026-11-11", { kind: "status", state: "verifying", outcome: null, text: team("status") }),
    entry("team", "2026-11-12", { kind: "promise", deadline: "decision", due: "2027-01-20", text: team("tunda") }),
    entry("reporter", "2026-11-13", { kind: "withdraw", text: reporter("cabut") }),
    entry("reporter", "2026-11-13", { kind: "unknown", named: "later", text: reporter("jenis baru") }),
  ];
  const notes = [
    entry("internal", "2026-11-05", { kind: "text", text: team("catatan satu") }),
    entry("internal", "2026-11-14", { kind: "text", text: team("catatan dua") }),
  ];
  const all: ReadRecord[] = [
    { kind: "assignment", to: ANA, reason: team("penugasan") },
    { kind: "labels", labels: ["perizinan"] },
    {
      kind: "sheet",
      after: 0,
      scores: Object.fromEntries(SCORES.map((code) => [code, { score: 3, reason: team(code) }])) as never,
      elements: Object.fromEntries(ELEMENTS.map((code) => [code, true])) as never,
      category: "suap",
      summary: team("ringkasan lembar"),
      plan: team("rencana"),
      recommendation: { action: "investigate", reason: team("usul") },
    },
    { kind: "sheet-agreement", sheet: inside + 3, agrees: true, text: team("setuju") },
    { kind: "task", task: "0".repeat(16), after: 0, what: team("tugas"), who: ANA, until: null, from: "hand", of: "" },
    { kind: "source", way: "letter", receivedOn: "2026-11-02", note: reporter("cara datang"), code: false },
    { kind: "link", case: "c".repeat(64), relation: "related", reason: reporter("kasus lain") },
    { kind: "interest", interest: "d".repeat(16), of: "other", reason: team("kepentingan") },
    {
      kind: "protection",
      after: 0,
      source: 1,
      askedOn: "2026-11-07",
      askedBy: "reporter",
      threats: ["physical"],
      threat: reporter("ancaman"),
      urgency: "now",
      knownTo: [],
      known: reporter("yang tahu"),
      evidence: "",
      wanted: [],
      wish: reporter("permintaan"),
      never: reporter("jangan"),
      consent: { to: "none", named: "", on: null, withdrawnOn: null },
      contact: { way: "channel", text: reporter("kontak aman") },
      assessment: { importance: 3, threat: 3, risk: 3, text: reporter("penilaian") },
      measures: [],
      referrals: [],
      closed: null,
    },
    {
      kind: "export",
      form: "case-file",
      reporter: "left-out",
      redacted: false,
      files: 0,
      reporterFiles: 0,
      to: "Arsip",
      reason: "r",
      rows: { team: [[1, 1]], reporter: [], internal: [] },
    },
  ];
  const records = all.map((record, at): Recorded => ({
    sequence: inside + at + 1,
    author: record.kind === "sheet-agreement" ? BUDI : ANA,
    roles: [],
    storedOn: "2026-11-10",
    record,
  }));
  return {
    answers: {
      ...EMPTY_ANSWERS,
      category: "suap",
      unitName: reporter("unit"),
      title: reporter("judul"),
      what: reporter("apa"),
      where: reporter("di mana"),
      when: reporter("kapan"),
      who: reporter("siapa"),
      how: reporter("bagaimana"),
      evidence: reporter("bukti"),
      amountIDR: 731_245_900,
    },
    unknown: [{ name: "later", value: reporter("isian baru") }],
    state: "verifying",
    course: { days: { arrival: "2026-11-03" }, profile: undefined, pauses: [], extensions: [], announced: [] } as never,
    conversation,
    notes,
    records,
    casework: foldCasework(records, readersOf([ANA, BUDI])),
    announced: [{ name: reporter("berkas yang menyusul"), type: "image/jpeg", size: 5 }],
  };
}

const ASKED: Asked = {
  reporter: "left-out",
  to: "",
  reason: "Gelar perkara",
  summary: "Dugaan pungutan di loket.",
  notes: [],
  hidden: [],
  hiddenFiles: [],
};

/** What is not asked for, but known of the file. */
type Of = Partial<Pick<About, "registerNumber" | "by">> & { readonly trail?: CaseTrailPlaces };

function aboutOf({ registerNumber = "K7QD-4M2P", by = ANA }: Of): About {
  return {
    registerNumber,
    office: { id: "Inspektorat Contoh", en: "Example inspectorate" },
    channel: { id: "Saluran utama", en: "Main channel" },
    names: {
      [ANA]: { id: "Pemeriksa Ana", en: "Examiner Ana" },
      [BUDI]: { id: "Pemeriksa Budi", en: "Examiner Budi" },
      ["e".repeat(32)]: { id: "Yang Dikecualikan", en: "Somebody excluded" },
    },
    by,
    on: DAY,
  };
}

export function makeCaseFile(parts: CaseParts, change: Partial<Asked> = {}, of: Of = {}): CaseFile {
  const asked = { ...ASKED, ...change };
  return caseFileOf({ parts, about: aboutOf(of), asked, copies: new Map(), trail: of.trail });
}

/** Of a file beside which nothing of the trail lies */
export const NO_RECORD = "12".repeat(32);
const NOTHING: Enclosed = { copies: new Map(), entries: [], unclean: 0 };

/** The whole ZIP, signed by the organisation's lead. */
export async function zipOf(
  made: CaseFile,
  {
    organisation = makeOrganisation(Date.parse(DAY)),
    language = "id",
    enclosed = NOTHING,
    proof,
    change = (entries) => entries,
  }: {
    readonly organisation?: Organisation;
    readonly language?: "id" | "en";
    readonly enclosed?: Enclosed;
    readonly proof?: Uint8Array<ArrayBuffer>;
    /** What somebody does to the manifest's three before they go in */
    readonly change?: (entries: readonly SignedEntry[]) => readonly SignedEntry[];
  } = {},
): Promise<Uint8Array> {
  const { signed, rootSet, lead } = organisation;
  const now = Date.parse(organisation.document.notBefore);
  const { directory } = acceptDirectory(firstUse(rootSet), [signed], { depth: "quick", now });
  const signer = {
    id: lead.entry.id,
    signing: deriveSigningKeyPair(lead.keys.signingSeed),
    directories: { current: directory, signed },
  };
  const entries = await packEntries(
    { file: made, paper: paperOf(made, speak(language)), enclosed, proof },
    async (order) => change(signExport(signer, { ...order, record: made.made.trail?.row ?? NO_RECORD })),
  );
  return new Uint8Array(await new Response(zipStream(entries)).arrayBuffer());
}
