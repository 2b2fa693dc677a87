/** The form that is open, beside the report. */
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { ComplaintScreen } from "../complaint/complaint-screen.tsx";
import { ProtectionScreen } from "../protection/protection-screen.tsx";
import { ResultScreen } from "../result/result-screen.tsx";
import { SheetScreen } from "../sheet/sheet-screen.tsx";
import { TaskScreen } from "../tasks/task-screen.tsx";

const TASK = "task-";

export function JudgingScreen(opened: OpenedCaseProps) {
  const { form } = opened.draft;
  if (form === "sheet") return <SheetScreen {...opened} />;
  if (form === "protection") return <ProtectionScreen {...opened} />;
  if (form === "complaint") return <ComplaintScreen {...opened} />;
  if (form === "result") return <ResultScreen {...opened} />;
  if (form?.startsWith(TASK) === true) return <TaskScreen key={form} {...opened} id={form.slice(TASK.length)} />;
  return null;
}
