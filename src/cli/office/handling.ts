/** What an office does with a report until it is concluded, each step read again as the next colleague would read it. */
import type { MemberCase } from "../../client/member/case/member-case.ts";
import type { Member } from "../../client/member/entry/sign-in.ts";
import { hex } from "../../crypto/bytes.ts";
import { randomBytes } from "../../crypto/sodium.ts";
import { CATEGORIES } from "../../protocol/rules/casework.ts";
import { dayInUtc } from "../../protocol/encoding/day.ts";
import type { RecordContent } from "../../protocol/records.ts";
import { TASK_ID_BYTES } from "../../protocol/rules/tasks.ts";
import type { Answers } from "../../protocol/rules/report-fields.ts";
import { ELEMENTS, SCORES, totalOf } from "../../protocol/rules/triage.ts";

export type Handling = {
  readonly what: string;
  readonly does: (file: MemberCase) => Promise<void>;
  /** Whether it stands as it was done */
  readonly stands: (file: MemberCase) => boolean;
};

/** Triage to conclusion, in the order in which an inspectorate works. */
export function handlingOf(member: Member, answers: Answers): readonly Handling[] {
  const sheet = sheetOf(answers);
  const task = hex(randomBytes(TASK_ID_BYTES));
  const until = dayInUtc(member.directories.now);
  const todo = {
    kind: "task",
    task,
    after: 0,
    what: "Amankan bukti",
    who: member.id,
    until,
    from: "hand",
    of: "",
  } as const;
  const taskIn = ({ opened }: MemberCase) => opened.casework.tasks.find(({ id }) => id === task);
  return [
    {
      what: "claim",
      does: (file) => file.record({ kind: "assignment", to: member.id, reason: "" }),
      stands: ({ opened }) => opened.casework.assignments.now?.to === member.id,
    },
    {
      what: "judge",
      does: (file) => file.record(sheet),
      stands: ({ opened, digest }) =>
        opened.casework.sheets.now?.total === totalOf(sheet.scores) && digest.sheet?.category === sheet.category,
    },
    {
      what: "task",
      does: (file) => file.record(todo),
      stands: (file) => taskIn(file) !== undefined && taskIn(file)?.done === undefined,
    },
    {
      what: "done",
      does: (file) => file.record({ kind: "task-done", task, done: true, text: "" }),
      stands: (file) => taskIn(file)?.done !== undefined,
    },
    ...(["reviewing", "investigating", "closed"] as const).map((state): Handling => ({
      what: state,
      does: (file) =>
        file.moveTo(state, { outcome: state === "closed" ? "substantiated" : null, text: `Keadaan: ${state}` }),
      stands: ({ opened }) => opened.state === state,
    })),
  ];
}

/** From what the report says: an element is there where its answer is, and what is missing lowers the scores. */
function sheetOf(answers: Answers): RecordContent<"sheet"> {
  const { category, what, where, when, who, how, amountIDR } = answers;
  const told = { what, who, where, when, how, why: "", amount: amountIDR === null ? "" : String(amountIDR) };
  const elements = Object.fromEntries(ELEMENTS.map((element) => [element, told[element] !== ""]));
  const score = 1 + Math.round((3 * Object.values(elements).filter(Boolean).length) / ELEMENTS.length);
  const scores = Object.fromEntries(SCORES.map((code) => [code, { score, reason: "menurut unsur yang terisi" }]));
  return {
    kind: "sheet",
    after: 0,
    scores: scores as RecordContent<"sheet">["scores"],
    elements: elements as RecordContent<"sheet">["elements"],
    category: CATEGORIES.find((code) => code === category) ?? "lainnya",
    summary: "Ringkasan petugas.",
    plan: "Minta dokumen, lalu klarifikasi.",
    recommendation: { action: "investigate", reason: "unsur cukup" },
  };
}
