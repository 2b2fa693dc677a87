/**
 * Items of the worksheet (LKE) of a Zona Integritas that a reporting channel bears on, in its order, and what proves each:
 * parts that this program prepares, and evidence that the office notes in its ledger. Source and mark are those of the rule.
 */
import type { RuleId } from "./law.ts";

/** What an office notes of what it has and has done; the papers themselves it keeps elsewhere. */
export const EVIDENCE_KINDS = [
  "publicity",
  "campaign",
  "appointment",
  "policy",
  "innovation",
  "training",
  "mapping",
  "conflict-review",
  "survey",
  "integration",
  "other",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Where a complaint goes that is none for this channel: the national one, information requests, gratification, another office. */
export const HANDED_TO = ["sp4n", "ppid", "upg", "unit", "other"] as const;
export type HandedTo = (typeof HANDED_TO)[number];

/** What is prepared from the cases, the directory and the ledger: a document each. */
const PARTS = ["report", "counts", "cases", "actions", "handlers", "configuration", "conflicts", "hand-overs"] as const;
export type Part = (typeof PARTS)[number];

type Item = {
  /** Names its folder in the ZIP; it never changes */
  readonly id: string;
  readonly rule: RuleId;
  readonly parts: readonly Part[];
  /** Of each of these kinds one entry at least */
  readonly evidence: readonly EvidenceKind[];
  /** Of its hand-overs, one to somebody of these */
  readonly handedTo?: readonly HandedTo[];
  /** An evaluation held in the period is part of its proof */
  readonly evaluated?: true;
};

export const EVALUATION_ITEMS = [
  {
    id: "wbs-a",
    rule: "lke-wbs-applied",
    parts: ["configuration", "handlers"],
    evidence: ["policy", "appointment", "publicity", "innovation"],
  },
  { id: "wbs-b", rule: "lke-wbs-evaluated", parts: ["report"], evidence: [], evaluated: true },
  { id: "wbs-c", rule: "lke-wbs-followed-up", parts: ["actions"], evidence: [] },
  {
    id: "pengaduan-a",
    rule: "lke-complaints-applied",
    parts: ["configuration", "handlers"],
    evidence: ["policy", "publicity"],
  },
  { id: "pengaduan-b", rule: "lke-complaints-followed-up", parts: ["cases"], evidence: [] },
  { id: "pengaduan-c", rule: "lke-complaints-evaluated", parts: ["report"], evidence: [], evaluated: true },
  { id: "pengaduan-d", rule: "lke-complaints-evaluation-followed-up", parts: ["actions"], evidence: [] },
  { id: "reform-pengaduan", rule: "lke-complaints-share", parts: ["counts"], evidence: [] },
  { id: "benturan-a", rule: "lke-conflict", parts: ["conflicts"], evidence: ["mapping"] },
  { id: "benturan-b", rule: "lke-conflict", parts: [], evidence: ["training"] },
  { id: "benturan-c", rule: "lke-conflict", parts: ["conflicts"], evidence: [] },
  { id: "benturan-d", rule: "lke-conflict", parts: [], evidence: ["conflict-review"] },
  { id: "benturan-e", rule: "lke-conflict", parts: [], evidence: ["conflict-review"] },
  { id: "gratifikasi-a", rule: "lke-gratification", parts: [], evidence: ["campaign"] },
  { id: "gratifikasi-b", rule: "lke-gratification", parts: ["hand-overs"], evidence: [], handedTo: ["upg"] },
  {
    id: "layanan-a",
    rule: "lke-services",
    parts: ["handlers", "hand-overs"],
    evidence: ["integration"],
    handedTo: ["sp4n"],
  },
  { id: "survei-a", rule: "lke-survey", parts: [], evidence: ["survey"] },
  { id: "survei-b", rule: "lke-survey", parts: [], evidence: ["survey"] },
] as const satisfies readonly Item[];

export type ItemId = (typeof EVALUATION_ITEMS)[number]["id"];
export type EvaluationItem = Item & { readonly id: ItemId };
