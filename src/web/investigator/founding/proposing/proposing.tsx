/** What the office is, on three screens; what is typed stays on this device until it is saved. */
import { useEffect, useRef, useState } from "preact/hooks";
import { PROFILES } from "../../../../protocol/rules/deadline-profiles.ts";
import type { FoundingProposal } from "../../../../protocol/founding.ts";
import { isTimeZone } from "../../../../protocol/encoding/time-zone.ts";
import type { Texts } from "../../../../words/text.ts";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import {
  type Faults,
  OTHER_ZONE,
  type ProposalForm,
  ZONES,
  addDays,
  addUnits,
  faultsIn,
  proposalOf,
  readDays,
  readUnits,
} from "./proposal-form.ts";
import { TextField, TextFile } from "./text-field.tsx";
import { PROPOSAL } from "./words.ts";

/** Which fields stand on which screen. */
const SCREENS: readonly (readonly (keyof ProposalForm)[])[] = [
  ["nameId", "nameEn", "zone", "otherZone"],
  ["units", "days", "daysSource"],
  ["channelId", "channelEn", "deadlines"],
];
const TITLES = [PROPOSAL.officeTitle, PROPOSAL.unitsTitle, PROPOSAL.channelTitle];

const FAULT_WORDS: Readonly<Record<keyof ProposalForm, Texts>> = {
  nameId: PROPOSAL.faults.name,
  nameEn: PROPOSAL.faults.name,
  zone: PROPOSAL.faults.zone,
  otherZone: PROPOSAL.faults.zone,
  units: PROPOSAL.faults.units,
  days: PROPOSAL.faults.days,
  daysSource: PROPOSAL.faults.source,
  channelId: PROPOSAL.faults.name,
  channelEn: PROPOSAL.faults.name,
  deadlines: PROPOSAL.faults.name,
};

export type ProposingProps = {
  readonly form: ProposalForm;
  /** Kept on this device */
  readonly onForm: (form: ProposalForm) => void;
  readonly onPropose: (proposal: FoundingProposal) => Promise<void>;
  /** Where there is one already */
  readonly onKeep: (() => void) | undefined;
};

export function Proposing({ form, onForm, onPropose, onKeep }: ProposingProps) {
  const { say } = useSpeech();
  const [at, setAt] = useState(0);
  const [faults, setFaults] = useState<Faults>({});
  const { busy, failure, run } = useWork();
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLFormElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [at]);
  const set = (field: keyof ProposalForm) => (value: string) => onForm({ ...form, [field]: value });
  const faultOf = (field: keyof ProposalForm) => {
    const lines = faults[field];
    return lines && { text: FAULT_WORDS[field], lines };
  };
  const field = (name: keyof ProposalForm) => ({
    id: `proposal-${name}`,
    value: form[name],
    fault: faultOf(name),
    onValue: set(name),
  });
  const goOn = (): void => {
    const all = faultsIn(form);
    const here = Object.fromEntries(Object.entries(all).filter(([name]) => SCREENS[at]?.some((one) => one === name)));
    setFaults(here);
    const [first] = Object.keys(here);
    if (first !== undefined)
      queueMicrotask(() => place.current?.querySelector<HTMLElement>(`#proposal-${first}`)?.focus());
    else if (at < SCREENS.length - 1) setAt(at + 1);
    else run(() => onPropose(proposalOf(form)));
  };
  const title = TITLES[at];
  return (
    <form
      ref={place}
      noValidate
      class="proposal"
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <p class="muted">{say(PROPOSAL.screen, { n: at + 1 })}</p>
      <h2 ref={heading} tabIndex={-1}>
        {title !== undefined && say(title)}
      </h2>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {at === 0 && (
        <>
          <TextField {...field("nameId")} lang="id" label={PROPOSAL.nameId} hint={PROPOSAL.nameHint} />
          <TextField {...field("nameEn")} lang="en" label={PROPOSAL.nameEn} />
          <Zone form={form} onForm={onForm} other={field("otherZone")} />
        </>
      )}
      {at === 1 && <Lists form={form} field={field} set={set} />}
      {at === 2 && (
        <>
          <p>{say(PROPOSAL.channelHint)}</p>
          <TextField {...field("channelId")} lang="id" label={PROPOSAL.channelId} />
          <TextField {...field("channelEn")} lang="en" label={PROPOSAL.channelEn} />
          <Deadlines value={form.deadlines} onValue={set("deadlines")} />
          <p class="muted">{say(PROPOSAL.later)}</p>
        </>
      )}
      <div class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          {say(at < SCREENS.length - 1 ? PROPOSAL.next : PROPOSAL.save)}
        </button>
        {at > 0 && (
          <button type="button" class="button" onClick={() => setAt(at - 1)}>
            {say(PROPOSAL.back)}
          </button>
        )}
        {onKeep !== undefined && (
          <button type="button" class="button quiet" onClick={onKeep}>
            {say(PROPOSAL.keep)}
          </button>
        )}
      </div>
    </form>
  );
}

function Zone({
  form,
  onForm,
  other,
}: {
  readonly form: ProposalForm;
  readonly onForm: (form: ProposalForm) => void;
  readonly other: Omit<Parameters<typeof TextField>[0], "label">;
}) {
  const { say } = useSpeech();
  return (
    <>
      <div class="field">
        <label for="proposal-zone">{say(PROPOSAL.zone)}</label>
        <select
          id="proposal-zone"
          value={form.zone}
          onChange={({ currentTarget: { value } }) => onForm({ ...form, zone: value })}
        >
          {ZONES.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
          <option value={OTHER_ZONE}>{say(PROPOSAL.zoneOther)}</option>
        </select>
      </div>
      {form.zone === OTHER_ZONE && <TextField {...other} label={PROPOSAL.zoneName} />}
    </>
  );
}

function Lists({
  form,
  field,
  set,
}: {
  readonly form: ProposalForm;
  readonly field: (name: keyof ProposalForm) => Omit<Parameters<typeof TextField>[0], "label">;
  readonly set: (name: keyof ProposalForm) => (value: string) => void;
}) {
  const { say, list } = useSpeech();
  const { units } = readUnits(form.units);
  const { days } = readDays(form.days);
  return (
    <>
      <TextField {...field("units")} rows={6} label={PROPOSAL.units} hint={PROPOSAL.unitsHint} />
      <p class="muted" role="status">
        {units.length > 0 && say(PROPOSAL.unitsRead, { n: units.length })}
      </p>
      <TextFile
        id="proposal-units-file"
        label={PROPOSAL.unitsImport}
        onText={(text) => set("units")(addUnits(form.units, text))}
      />
      <TextField {...field("days")} rows={8} label={PROPOSAL.days} hint={PROPOSAL.daysHint} />
      <p class="muted" role="status">
        {days.length > 0 &&
          say(PROPOSAL.daysRead, { n: days.length, years: list([...new Set(days.map((day) => day.slice(0, 4)))]) })}
      </p>
      <TextFile
        id="proposal-days-file"
        label={PROPOSAL.daysImport}
        onText={(text) => set("days")(addDays(form.days, text))}
      />
      <TextField {...field("daysSource")} label={PROPOSAL.daysSource} />
    </>
  );
}

function Deadlines({ value, onValue }: { readonly value: string; readonly onValue: (value: string) => void }) {
  const { say, name } = useSpeech();
  return (
    <div class="field">
      <label for="proposal-deadlines">{say(PROPOSAL.deadlines)}</label>
      <select id="proposal-deadlines" value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        {Object.entries(PROFILES).map(([code, { names }]) => (
          <option key={code} value={code}>
            {name(names)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The zone that this device is set to, where it has a name that everybody knows. */
export function zoneHere(): string | undefined {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : undefined;
}
