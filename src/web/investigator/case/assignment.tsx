/** Whose case it is: taken in one press, given back, handed over or assigned; and every record of it, also those without an effect. */
import { useRef, useState } from "preact/hooks";
import type { Assignment as Given } from "../../../client/casework/assignment.ts";
import { AssignDialog } from "../many/assign-dialog.tsx";
import type { Loads } from "../list/load.ts";
import { LIST } from "../list/words.ts";
import { Icon } from "../parts/icons.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useShortcuts } from "../parts/shortcuts.ts";
import { useSpeech } from "../../screen/speech.ts";
import { AUTHORS } from "../parts/words.ts";
import { toldOf } from "../parts/failures.ts";
import type { CaseView } from "../vault/messages/vault.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { useWriting } from "../writing/use-writing.ts";
import { ASSIGNMENT } from "./words.ts";

export type AssignmentProps = Pick<OpenedCaseProps, "view" | "member" | "work" | "draft" | "onDraft"> & {
  readonly loads: Loads;
  readonly letters: boolean;
};

type Asked = { readonly to: string | null; readonly reason: string };

export function Assignment({ view, member, work, draft, onDraft, loads, letters }: AssignmentProps) {
  const { say, name, day, list } = useSpeech();
  const { now, all, movedUp } = view.casework.assignments;
  const [dialog, setDialog] = useState(false);
  const asked = useRef<Asked>({ to: null, reason: "" });
  const writing = useWriting(
    async () => {
      const before = now?.to;
      return work.writeRecord(
        { kind: "assignment", ...asked.current },
        ({ casework }) => casework.assignments.now?.to === before,
      );
    },
    () => onDraft({ assigning: undefined }),
  );
  const me = member.memberId;
  const isLead = member.roles.includes("lead");
  const isMine = now?.to === me;
  const leads = member.colleagues
    .filter(({ id, isLead: leads }) => leads && view.casework.readers.now.includes(id))
    .map(({ names }) => name(names));
  const write = (to: string | null, reason = "") => {
    asked.current = { to, reason };
    setDialog(false);
    writing.submit();
  };
  useShortcuts(
    {
      t: () => view.writable.notes && setDialog(true),
      a: () => view.writable.notes && now?.to === undefined && (movedUp === undefined || isLead) && write(me),
    },
    letters,
  );
  const nameOf = (id: string) => (id === me ? say(AUTHORS.you) : name(view.names[id]) || say(LIST.gone));
  return (
    <section class="assignment" aria-labelledby="assignment-title">
      <h2 id="assignment-title">{say(ASSIGNMENT.title)}</h2>
      <p>
        <Icon name="person" />{" "}
        {now?.to === undefined ? (
          <span class="muted">{say(LIST.nobodys)}</span>
        ) : (
          <strong>
            <bdi>{nameOf(now.to)}</bdi>
          </strong>
        )}
      </p>
      {now !== undefined && now.to !== undefined && (
        <p class="muted second">
          {say(ASSIGNMENT.since, { day: day(now.on) })} {now.reason !== "" && <bdi>{now.reason}</bdi>}
        </p>
      )}
      {movedUp !== undefined && (
        <Banner tone="warn" title={say(ASSIGNMENT.movedUp)}>
          <p>
            {say(ASSIGNMENT.movedUpWhy, {
              day: day(movedUp.on),
              names: list(movedUp.members.map((id) => name(view.names[id]))),
            })}{" "}
            {say(leads.length > 0 ? ASSIGNMENT.movedUpTo : ASSIGNMENT.movedUpHigher, { names: list(leads) })}
          </p>
        </Banner>
      )}
      {view.writable.notes && (
        <p class="actions">
          {now?.to === undefined && (movedUp === undefined || isLead) && (
            <button type="button" class="button go" disabled={writing.busy} onClick={() => write(me)}>
              {say(ASSIGNMENT.claim)}
            </button>
          )}
          {isMine && (
            <button type="button" class="button" disabled={writing.busy} onClick={() => write(null)}>
              {say(ASSIGNMENT.giveBack)}
            </button>
          )}
          {(isMine || isLead) && (
            <button type="button" class="button" disabled={writing.busy} onClick={() => setDialog(true)}>
              {say(isMine ? ASSIGNMENT.handOver : ASSIGNMENT.assign)}
            </button>
          )}
        </p>
      )}
      <p class="done" role="status">
        {writing.done !== undefined && writing.done !== "stopped" && say(ASSIGNMENT.stored)}
      </p>
      {writing.newer !== undefined && (
        <p class="field-error" role="alert">
          {say(ASSIGNMENT.quicker, { name: now?.to === undefined ? say(LIST.nobodys) : nameOf(now.to) })}
        </p>
      )}
      {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
      {all.length > 0 && <History all={all} nameOf={nameOf} />}
      {dialog && (
        <AssignDialog
          rows={[rowOf(view)]}
          colleagues={member.colleagues.filter(({ id }) => view.casework.readers.now.includes(id))}
          loads={loads}
          me={me}
          reason={draft.assigning}
          onReason={(assigning) => onDraft({ assigning })}
          onAssign={write}
          onClose={() => setDialog(false)}
        />
      )}
    </section>
  );
}

/** As it stands now, and not as the list had it. */
function rowOf({ row, casework }: CaseView) {
  const digest = row.digest && { ...row.digest, assignee: casework.assignments.now?.to ?? null };
  return { ...row, digest };
}

function History({ all, nameOf }: { readonly all: readonly Given[]; readonly nameOf: (id: string) => string }) {
  const { say, day } = useSpeech();
  return (
    <details>
      <summary>{say(ASSIGNMENT.history, { n: all.length })}</summary>
      <ol>
        {all.map(({ sequence, kind, fault, to, by, on, reason }) => (
          <li key={sequence}>
            {say(ASSIGNMENT.kinds[kind ?? "none"], {
              by: nameOf(by),
              to: to === undefined ? say(LIST.nobodys) : nameOf(to),
            })}{" "}
            <span class="muted">{day(on)}</span>
            {reason !== "" && (
              <p class="typed" dir="auto">
                {reason}
              </p>
            )}
            {fault !== undefined && (
              <p class="alarm">
                <Icon name="warning" /> {say(ASSIGNMENT.noEffect)}{" "}
                {say(toldOf({ kind: "refusal", code: fault, findings: [] }).happened)}
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
