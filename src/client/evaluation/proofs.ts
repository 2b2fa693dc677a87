/** What of a worksheet's items is proved, what the office only states, and what is missing. */
import { EVALUATION_ITEMS, type EvaluationItem, type Part } from "../../protocol/law/evaluation-items.ts";
import { ruleOf } from "../../protocol/law/law.ts";
import type { OfficeRules } from "../../protocol/law/office-rules.ts";
import type { EvidenceKind } from "../../protocol/law/evaluation-items.ts";
import type { Worksheet } from "./worksheet.ts";

/** Beside the worksheet: what the directory and the register of declared interests give. */
export type Facts = {
  readonly handlers: number;
  /** Undefined where whoever prepares it leads nobody, and cannot read the register */
  readonly interests: number | undefined;
};

export type Lack = { readonly part: Part } | { readonly evidence: EvidenceKind } | { readonly evaluation: true };

export type ProvedItem = {
  readonly item: EvaluationItem;
  /** Its letter and question, as the rule has them */
  readonly name: string;
  readonly lacks: readonly Lack[];
};

export function proveItems(worksheet: Worksheet, facts: Facts, law: OfficeRules): ProvedItem[] {
  return EVALUATION_ITEMS.map((item: EvaluationItem) => ({
    item,
    name: nameOf(item, law),
    lacks: [
      ...item.parts.filter((part) => !isThere(part, item, worksheet, facts)).map((part) => ({ part })),
      ...(item.evaluated === true && worksheet.evaluations.length === 0 ? [{ evaluation: true } as const] : []),
      ...item.evidence
        .filter((kind) => worksheet.evidence.every((one) => one.kind !== kind))
        .map((evidence) => ({ evidence })),
    ],
  }));
}

/** Where one rule has several letters, that of this item: "Benturan kepentingan a–e" has five. */
function nameOf({ id, rule }: EvaluationItem, law: OfficeRules): string {
  return String(ruleOf(rule, law).value).replace(/ [a-z]–[a-z]$/u, ` ${id.slice(-1)}`);
}

/** Whether a part has anything to say: an empty list proves nothing, an empty period is a report all the same. */
function isThere(
  part: Part,
  { handedTo }: EvaluationItem,
  { obstacles, handOvers, caseHandOvers }: Worksheet,
  { handlers, interests }: Facts,
): boolean {
  switch (part) {
    case "actions":
      return obstacles.length > 0 && obstacles.every(({ done, due, owner }) => done !== null || isPlanned(due, owner));
    case "handlers":
      return handlers > 0;
    case "conflicts":
      return interests !== undefined;
    case "hand-overs":
      return [...handOvers, ...caseHandOvers].some(
        ({ to }) => handedTo === undefined || handedTo.some((one) => one === to),
      );
    case "report":
    case "counts":
    case "cases":
    case "configuration":
      return true;
  }
}

function isPlanned(due: string | null, owner: string): boolean {
  return due !== null && owner.trim() !== "";
}
