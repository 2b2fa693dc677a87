/** What evaluators of a Zona Integritas and of SPBE look at. Thresholds of WBBM nobody has read in a rule yet. */
import type { Rule } from "./rule.ts";

const SHEET = {
  source: "lembar kerja resmi, menurut kode publik yang menerapkannya",
  mark: "unconfirmed",
  readOn: "2026-11",
  until: null,
} as const;
const WBBM = { ...SHEET, source: "pengetahuan umum, teks peraturan belum dibaca" } as const;
const LKE = {
  unit: "code",
  // renataputri19/RB2171, CriterionSeeder.php, 830928e
  source: "LKE satu instansi, menurut kode publik",
  mark: "unconfirmed",
  readOn: "2026-11",
  until: null,
} as const;
/** What a level of the SPBE indicator may ask for, as far as this program can show anything of it. */
export const SPBE_CLAIMS = [
  "progress",
  "resolution",
  "confidentiality",
  "non-repudiation",
  "integrated",
  "evaluated",
  "improved",
] as const;
const SPBE = {
  unit: "codes",
  choices: SPBE_CLAIMS,
  source: "indikator SPBE “Layanan WBS”",
  mark: "unconfirmed",
  readOn: "2026-11",
  until: null,
} as const;

export const INTEGRITY_ZONE = {
  "wbk-total": { value: 75, of: 100, unit: "points", ...SHEET },
  "wbk-levers": { value: 40, of: 60, unit: "points", ...SHEET },
  "wbk-each-area": { value: 60, unit: "percent", ...SHEET },
  "wbk-clean": { value: 18.25, of: 22.5, unit: "points", ...SHEET },
  "wbk-spak": { value: 15.75, of: 17.5, unit: "points", ...SHEET },
  "wbk-performance": { value: 2.5, of: 5, unit: "points", ...SHEET },
  "wbk-spkp": { value: 14, of: 17.5, unit: "points", ...SHEET },
  "wbbm-total": { value: 85, of: 100, unit: "points", ...WBBM },
  "wbbm-levers": { value: 48, of: 60, unit: "points", ...WBBM },
  "wbbm-each-area": { value: 75, unit: "percent", ...WBBM },
  "wbbm-clean": { value: 19.5, of: 22.5, unit: "points", ...WBBM },
  "wbbm-spak": { value: 15.75, of: 17.5, unit: "points", ...WBBM },
  "wbbm-performance": { value: 3.75, of: 5, unit: "points", ...WBBM },
  "wbbm-spkp": { value: 15.75, of: 17.5, unit: "points", ...WBBM },
  // Items of the worksheet, by the letter that each has within its question.
  "lke-wbs-applied": { value: "WBS a", ...LKE },
  "lke-wbs-evaluated": { value: "WBS b", ...LKE },
  "lke-wbs-followed-up": { value: "WBS c", ...LKE },
  "lke-complaints-applied": { value: "Pengaduan masyarakat a", ...LKE },
  "lke-complaints-followed-up": { value: "Pengaduan masyarakat b", ...LKE },
  "lke-complaints-evaluated": { value: "Pengaduan masyarakat c", ...LKE },
  "lke-complaints-evaluation-followed-up": { value: "Pengaduan masyarakat d", ...LKE },
  "lke-complaints-share": { value: "Reform, penanganan pengaduan", ...LKE },
  "lke-conflict": { value: "Benturan kepentingan a–e", ...LKE },
  "lke-gratification": { value: "Gratifikasi a–b", ...LKE },
  "lke-services": { value: "Pengelolaan pengaduan a", ...LKE },
  "lke-survey": { value: "Survei kepuasan a–b", ...LKE },
  // Evaluation is asked for by this day of a year, unless it was changed.
  "lke-request-by": { ...LKE, value: "05-31", source: "praktik berkas LKE" },
  "spbe-level-3": { value: ["progress", "resolution", "confidentiality", "non-repudiation"], ...SPBE },
  "spbe-level-4": { value: ["integrated"], ...SPBE },
  "spbe-level-5": { value: ["evaluated", "improved"], ...SPBE },
} as const satisfies Readonly<Record<string, Rule>>;
