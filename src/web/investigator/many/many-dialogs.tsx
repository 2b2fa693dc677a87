/** What is asked before something is done with cases, and who has how much to do. */
import type { ListedWork } from "../../../client/member/case/listed-work.ts";
import type { SignedIn } from "../vault/messages/vault.ts";
import type { ListRow } from "../list/list-rows.ts";
import type { Loads } from "../list/load.ts";
import { ArchiveDialog } from "./archive-dialog.tsx";
import { AssignDialog } from "./assign-dialog.tsx";
import { LabelDialog } from "./label-dialog.tsx";
import { LoadsDialog } from "./loads-dialog.tsx";
import { MANY_HANDLE, type Many } from "./use-many.ts";

export type ManyDialog = {
  readonly is: "assign" | "label" | "archive" | "loads";
  /** The cases that it is about */
  readonly rows: readonly ListRow[];
};

type Works = readonly { readonly handle: string; readonly work: ListedWork }[];

function assignWorks(rows: readonly ListRow[], to: string | null, reason: string): Works {
  return rows.map(({ handle, digest }) => ({
    handle,
    work: { is: "assign", to, reason, before: digest?.assignee ?? null },
  }));
}

/** Only what is nobody's, by what this page knows. */
export function claimWorks(rows: readonly ListRow[], me: string): Works {
  return assignWorks(rows, me, "");
}

export type ManyDialogsProps = {
  readonly dialog: ManyDialog;
  readonly member: SignedIn;
  readonly loads: Loads;
  readonly many: Many;
  readonly labels: readonly string[];
  readonly onPerson: (person: string) => void;
  readonly onClose: () => void;
};

export function ManyDialogs({ dialog, member, loads, many, labels, onPerson, onClose }: ManyDialogsProps) {
  const { rows } = dialog;
  switch (dialog.is) {
    case "assign": {
      // What is typed for one case is that case's; for several it goes when they are left.
      const [row] = rows;
      const typedFor = rows.length === 1 && row !== undefined ? row.handle : MANY_HANDLE;
      return (
        <AssignDialog
          rows={rows}
          colleagues={member.colleagues}
          loads={loads}
          me={member.memberId}
          reason={many.texts.of(typedFor).assigning}
          onReason={(assigning) => many.texts.change(typedFor, { assigning })}
          onAssign={(to, reason) => {
            onClose();
            many.run("assign", assignWorks(rows, to, reason));
          }}
          onClose={() => {
            onClose();
            if (typedFor === MANY_HANDLE) many.texts.change(typedFor, { assigning: undefined });
          }}
        />
      );
    }
    case "label":
      return (
        <LabelDialog
          rows={rows}
          known={labels}
          onLabel={(add, remove) => {
            onClose();
            const works = rows.map(({ handle }) => ({ handle, work: { is: "label", add, remove } as const }));
            if (add.length + remove.length > 0) many.run("label", works);
          }}
          onClose={onClose}
        />
      );
    case "archive":
      return (
        <ArchiveDialog
          rows={rows}
          many={many}
          onArchive={(reasons) => {
            onClose();
            many.run(
              "archive",
              reasons.map(({ handle, text }) => ({ handle, work: { is: "archive", text } as const })),
            );
          }}
          onClose={onClose}
        />
      );
    case "loads":
      return (
        <LoadsDialog
          colleagues={member.colleagues}
          loads={loads}
          me={member.memberId}
          onPerson={(person) => {
            onClose();
            onPerson(person);
          }}
          onClose={onClose}
        />
      );
  }
}
