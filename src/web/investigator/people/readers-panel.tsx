/** Who reads the case and since when, in words; and the two ways to change it. */
import { useState } from "preact/hooks";
import type { ReaderChange } from "../../../client/casework/readers.ts";
import { sayCode } from "../../../words/codes.ts";
import { UNKNOWN } from "../../../words/glossary.ts";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { AUTHORS } from "../parts/words.ts";
import type { CaseView } from "../vault/messages/vault.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { GrantDialog } from "./grant-dialog.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { INTERESTS, READERS } from "./words.ts";

export function ReadersPanel(opened: OpenedCaseProps) {
  const { view, member } = opened;
  const { say, day, name } = useSpeech();
  const [dialog, setDialog] = useState<"grant" | "remove" | undefined>(undefined);
  const [left, setLeft] = useState(false);
  const { now, changes, told } = view.casework.readers;
  const close = () => setDialog(undefined);
  if (left)
    return (
      <Banner tone="warn" title={say(READERS.left)}>
        {say(READERS.leftText)}
      </Banner>
    );
  return (
    <section class="readers" aria-labelledby="readers-title">
      <h2 id="readers-title">{say(READERS.title)}</h2>
      <ul class="people">
        {now.map((id) => {
          const given = changes.findLast((one) => one.valid && one.kind !== "removal" && one.members.includes(id));
          return (
            <li key={id}>
              <bdi>{name(view.names[id])}</bdi>{" "}
              {id === member.memberId && <span class="muted">({say(AUTHORS.you)})</span>}
              <span class="second">
                {given === undefined
                  ? say(READERS.sealed)
                  : given.kind === "recovery"
                    ? say(READERS.byRecovery, { day: day(given.on) })
                    : say(READERS.given, { day: day(given.on), name: name(view.names[given.by]) })}
                {view.removedRecipients.includes(id) && <> · {say(READERS.notValid)}</>}
              </span>
            </li>
          );
        })}
      </ul>
      {!told && <p class="hint alarm">{say(READERS.untold)}</p>}
      {view.casework.interests.map(({ sequence, author, storedOn, record }) => (
        <p key={sequence} class="second">
          {say(READERS.openedThough, {
            day: day(storedOn),
            name: name(view.names[author]),
            kind: sayCode(say, INTERESTS, record.of, UNKNOWN.code),
          })}
          <span class="second typed" dir="auto">
            {record.reason}
          </span>
        </p>
      ))}
      {changes.length > 0 && (
        <details>
          <summary>{say(READERS.history)}</summary>
          <p class="muted">{say(READERS.lead)}</p>
          <ul>
            {changes.map((change) => (
              <li key={change.sequence}>
                <Change change={change} view={view} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {view.writable.notes && (
        <p class="actions">
          <button type="button" class="button" onClick={() => setDialog("grant")}>
            {say(READERS.grant)}
          </button>
          <button type="button" class="button" onClick={() => setDialog("remove")}>
            {say(READERS.remove)}
          </button>
        </p>
      )}
      {dialog === "grant" && <GrantDialog {...opened} onClose={close} />}
      {dialog === "remove" && (
        <RemoveDialog
          {...opened}
          onClose={close}
          onLeft={() => {
            close();
            setLeft(true);
          }}
        />
      )}
    </section>
  );
}

const CHANGED = { grant: READERS.granted, removal: READERS.removed, recovery: READERS.recovered } as const;

function Change({ change, view }: { readonly change: ReaderChange; readonly view: CaseView }) {
  const { say, day, name, list } = useSpeech();
  const { kind, on, by, members, reason, interest, valid } = change;
  const names = list(members.map((id) => name(view.names[id])));
  return (
    <>
      {say(CHANGED[kind], { day: day(on), by: name(view.names[by]), names })}
      {!valid && <strong class="alarm"> {say(READERS.invalid)}.</strong>}
      {interest !== null && (
        <span class="second">
          {say(READERS.interest)}: {sayCode(say, INTERESTS, interest, UNKNOWN.code)}
        </span>
      )}
      {reason !== "" && (
        <span class="second typed" dir="auto">
          {reason}
        </span>
      )}
    </>
  );
}
