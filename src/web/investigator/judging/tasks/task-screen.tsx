import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { FormScreen } from "../form/form-screen.tsx";
import { useRecordForm } from "../form/use-record-form.ts";
import { TASKS } from "../words.ts";
import { taskFields, taskForm } from "../fields/task-fields.ts";

/** One task, new or changed. */
export function TaskScreen({ id, ...opened }: OpenedCaseProps & { readonly id: string }) {
  const { view } = opened;
  const form = useRecordForm(opened, taskForm(id));
  const fields = taskFields(view);
  return (
    <FormScreen
      name="task"
      title={form.versions.length === 0 ? TASKS.newTitle : TASKS.changeTitle}
      lead={TASKS.lead}
      save={TASKS.save}
      form={form}
      fields={fields}
      view={view}
    />
  );
}
