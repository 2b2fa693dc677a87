/** Taking somebody who has left out of all cases, giving them to who is back, and what somebody could still know. */
import { useState } from "preact/hooks";
import { ROLE_NAMES } from "../../../../words/glossary.ts";
import { CloseButton, Dialog } from "../../parts/dialog.tsx";
import { toldOf } from "../../parts/failures.ts";
import { FieldError } from "../../parts/fields/field-error.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { ReasonField, useReason } from "../../parts/fields/reason-field.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { LeaversView, PassAsk } from "../../vault/messages/leaving.ts";
import type { Ask } from "../../vault/vault-client.ts";
import type { CaseRow, Names, SignedIn } from "../../vault/messages/vault.ts";
import type { Holding } from "../use-leavers.ts";
import { KnownSheet } from "./known-sheet.tsx";
import { type Pass, usePass } from "./use-pass.ts";
import { PASS } from "./words.ts";

export type LeavingDialogProps = {
  readonly ask: Ask;
  readonly member: SignedIn;
  readonly view: LeaversView;
  readonly holding: readonly Holding[];
  /** Who is to be taken out, where a banner said so */
  readonly leaver: string | undefined;
  readonly onRow: (row: CaseRow) => void;
  readonly onClose: () => void;
};

export function LeavingDialog(props: LeavingDialogProps) {
  const { ask, member, view, holding, onRow, onClose } = props;
  const { say, name } = useSpeech();
  const [leaver, setLeaver] = useState(props.leaver);
  const { pass, run, stop, forget } = usePass(ask, onRow);
  const namesOf = (id: string): Names =>
    [...view.leavers, ...member.colleagues].find((one) => one.id === id)?.names ?? {};
  const nameOf = (id: string) => name(namesOf(id));
  const left = pass && view.leavers.find(({ id }) => id === pass.asked.who);
  const close = (): void => {
    stop();
    onClose();
  };
  return (
    <Dialog title={say(PASS.title)} look="leaving-dialog sheet-dialog" fills onClose={close}>
      {pass === undefined && leaver === undefined && (
        <>
          <p>{say(PASS.lead)}</p>
          <h3>{say(PASS.leavers)}</h3>
          {holding.length === 0 && <p class="muted">{say(PASS.none)}</p>}
          <ul class="leavers">
            {holding.map(({ leaver: one, cases }) => (
              <li key={one.id}>
                <p>
                  <strong>
                    <bdi>{name(one.names)}</bdi>
                  </strong>{" "}
                  <span class="muted">
                    {one.roles.map((role) => say(ROLE_NAMES[role])).join(", ")} ·{" "}
                    {say(one.removedIn === undefined ? PASS.suspended : PASS.removed)} · {say(PASS.held, { n: cases })}
                  </span>
                </p>
                <p class="actions">
                  <button type="button" class="button" onClick={() => setLeaver(one.id)}>
                    {say(PASS.takeOut)}
                  </button>
                  <button type="button" class="button" onClick={() => run({ is: "look", who: one.id, reason: "" })}>
                    {say(PASS.account)}
                  </button>
                </p>
              </li>
            ))}
          </ul>
          <GiveForm member={member} view={view} onGive={run} />
        </>
      )}
      {pass === undefined && leaver !== undefined && (
        <ReasonForm
          title={say(PASS.running.leave, { name: nameOf(leaver) })}
          onReason={(reason) => run({ is: "leave", who: leaver, reason })}
          onBack={() => setLeaver(undefined)}
        />
      )}
      {pass !== undefined && (
        <Progress pass={pass} name={nameOf(pass.asked.who)} onStop={stop} onAgain={() => run(pass.asked)} />
      )}
      {pass !== undefined && pass.is === "over" && left !== undefined && pass.asked.is !== "give" && (
        <KnownSheet leaver={left} version={view.version} by={member.names} passed={pass.passed} />
      )}
      <p class="actions no-print">
        {pass !== undefined && pass.is === "over" && pass.asked.is !== "give" && (
          <button type="button" class="button primary" onClick={() => print()}>
            {say(PASS.print)}
          </button>
        )}
        {pass !== undefined && pass.is !== "running" && (
          <button
            type="button"
            class="button"
            onClick={() => {
              setLeaver(undefined);
              forget();
            }}
          >
            {say(PASS.cancel)}
          </button>
        )}
        {pass?.is !== "running" && <CloseButton onClose={close} />}
      </p>
    </Dialog>
  );
}

function ReasonForm({
  title,
  onReason,
  onBack,
}: {
  readonly title: string;
  readonly onReason: (reason: string) => void;
  readonly onBack: () => void;
}) {
  const { say } = useSpeech();
  const { value, onValue, isMissing, onSubmit } = useReason(onReason);
  return (
    <form noValidate onSubmit={onSubmit}>
      <h3>{title}</h3>
      <p>{say(PASS.lead)}</p>
      <ReasonField
        id="leaving-reason"
        label={PASS.reason}
        hint={PASS.reasonHint}
        fault={isMissing ? PASS.reasonNeeded : undefined}
        value={value}
        onValue={onValue}
      />
      <p class="actions">
        <button type="submit" class="button primary">
          {say(PASS.begin)}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {say(PASS.cancel)}
        </button>
      </p>
    </form>
  );
}

function GiveForm({
  member,
  view,
  onGive,
}: {
  readonly member: SignedIn;
  readonly view: LeaversView;
  readonly onGive: (asked: PassAsk) => void;
}) {
  const { say, name } = useSpeech();
  const [who, setWho] = useState("");
  const [formerly, setFormerly] = useState("");
  const [reason, setReason] = useState("");
  const [cut, setCut] = useState(false);
  const [ended, setEnded] = useState(false);
  const [isTried, setTried] = useState(false);
  const others = member.colleagues.filter(({ id }) => id !== member.memberId);
  return (
    <details class="give-back">
      <summary>{say(PASS.back)}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (who !== "" && reason.trim() !== "")
            onGive({ is: "give", who, formerly: formerly === "" ? who : formerly, cut, ended, reason: reason.trim() });
        }}
      >
        <p>{say(PASS.backText)}</p>
        <div class="field">
          <label for="give-who">{say(PASS.who)}</label>
          {isTried && who === "" && <FieldError id="give-who-error" text={PASS.whoNeeded} />}
          <select
            id="give-who"
            value={who}
            onChange={({ currentTarget: { value } }) => {
              setWho(value);
              setFormerly(view.formerly[value] ?? "");
            }}
          >
            <option value="">{say(PASS.choose)}</option>
            {others.map(({ id, names }) => (
              <option key={id} value={id}>
                {name(names)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="give-formerly">{say(PASS.formerly)}</label>
          <select
            id="give-formerly"
            value={formerly}
            onChange={({ currentTarget }) => setFormerly(currentTarget.value)}
          >
            <option value="">{say(PASS.same)}</option>
            {view.leavers.map(({ id, names }) => (
              <option key={id} value={id}>
                {name(names)}
              </option>
            ))}
          </select>
        </div>
        <label class="tick">
          <input type="checkbox" checked={cut} onChange={() => setCut(!cut)} />
          <span>{say(PASS.cut)}</span>
        </label>
        <label class="tick">
          <input type="checkbox" checked={ended} onChange={() => setEnded(!ended)} />
          <span>{say(PASS.endedToo)}</span>
        </label>
        <ReasonField
          id="give-reason"
          label={PASS.reason}
          hint={PASS.reasonHint}
          fault={isTried && reason.trim() === "" ? PASS.reasonNeeded : undefined}
          value={reason}
          onValue={setReason}
        />
        <button type="submit" class="button primary">
          {say(PASS.give)}
        </button>
      </form>
    </details>
  );
}

function Progress({
  pass: { asked, of, passed, is, failure },
  name,
  onStop,
  onAgain,
}: {
  readonly pass: Pass;
  readonly name: string;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}) {
  const { say, list } = useSpeech();
  const count = (did: string) => passed.filter((one) => one.did === did).length;
  const failed = passed.filter(({ did }) => did === "failed");
  const forInterest = passed.flatMap(({ did, registerNumber }) => (did === "interest" ? [registerNumber] : []));
  const title = asked.is === "look" ? say(PASS.account) : say(PASS.running[asked.is], { name });
  return (
    <section class="pass no-print" aria-label={title}>
      {is === "running" && (
        <>
          <progress aria-label={title} max={of ?? 1} value={of === undefined ? undefined : passed.length} />
          <p role="status">
            {of === undefined ? say(PASS.looking) : `${title}: ${say(PASS.progress, { done: passed.length, of })}`}
          </p>
          <button type="button" class="button" onClick={onStop}>
            {say(PASS.stop)}
          </button>
        </>
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
      {is !== "running" && (
        <div role="status">
          {is === "stopped" && <p>{say(PASS.stopped)}</p>}
          {asked.is !== "look" && (
            <p>
              <strong>{say(PASS.done[asked.is], { n: count("done"), name })}</strong>{" "}
              {count("already") > 0 && say(PASS.already, { n: count("already") })}{" "}
              {count("ended") > 0 && say(PASS.ended, { n: count("ended") })}
            </p>
          )}
          {forInterest.length > 0 && <p>{say(PASS.forInterest, { list: list(forInterest) })}</p>}
          {failed.length > 0 && (
            <>
              <p>{say(PASS.failed, { n: failed.length })}</p>
              <ul class="failed">
                {failed.map((one) => (
                  <li key={one.handle}>
                    {one.registerNumber}: {say(toldOf(one.failure ?? { kind: "unforeseen" }).happened)}
                  </li>
                ))}
              </ul>
            </>
          )}
          {(is === "stopped" || failed.length > 0) && (
            <button type="button" class="button" onClick={onAgain}>
              {say(PASS.again)}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
