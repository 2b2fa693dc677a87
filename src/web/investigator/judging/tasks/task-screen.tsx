import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { FormScreen } from "../form/form-screen.tsx";
import { RecordFields } from "../form/record-fields.tsx";
import { useRecordForm } from "../form/use-record-form.ts";
import { Versions } from "../form/versions.tsx";
import { FORM, TASKS } from "../words.ts";
import { taskFields, taskForm } from "../fields/task-fields.ts";

/** One task, new or changed. */
export function TaskScreen({ id, ...opened }: OpenedCaseProps & { readonly id: string }) {
  const { view } = opened;
  const of = taskForm(id);
  const form = useRecordForm(opened, of);
  const fields = taskFields(view);
  const versions = of.versionsIn(view).map((version) => ({ ...version, overlooks: false }));
  return (
    <FormScreen
      name="task"
      title={versions.length === 0 ? TASKS.newTitle : TASKS.changeTitle}
      lead={TASKS.lead}
      save={TASKS.save}
      form={form}
      fields={fields}
      view={view}
    >
      {(faults) => (
        <>
          <RecordFields
            form="task"
            fields={fields}
            content={form.content}
            onContent={form.onContent}
            busy={form.writing.busy}
            faults={faults}
          />
          <Versions title={FORM.earlier} versions={versions} fields={fields} view={view} />
        </>
      )}
    </FormScreen>
  );
}
