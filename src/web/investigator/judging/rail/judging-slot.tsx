/** Where a part of judging stands in a case. */
import { loadJudging, readDelivery } from "../../../shared/delivery.ts";
import type { DrawnPart } from "../../parts/slots/drawn-part.tsx";
import { PartSlot, sourceOf } from "../../parts/slots/part-slot.tsx";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import type { Drawn } from "./part.tsx";

const SOURCE = sourceOf(() => loadJudging<DrawnPart<Drawn>>(readDelivery()));

const FORMS = ["sheet", "protection", "complaint", "result"];
const TASK = "task-";

/** Whether a form of this room is open, and stands where conversation and rail were. */
export function isJudging({ draft: { form } }: Pick<OpenedCaseProps, "draft">): boolean {
  return form !== undefined && (FORMS.includes(form) || form.startsWith(TASK));
}

export function JudgingSlot(props: Drawn) {
  return <PartSlot source={SOURCE} name={`judging-slot ${props.place}`} props={props} />;
}
