/** The cases that are shown, as a table: what goes, and why where reporters' own words or days go along. Written down first. */
import { useState } from "preact/hooks";
import type { Sheet } from "../../../../client/sheets/sheet.ts";
import { loadUnits, readDelivery } from "../../../shared/delivery.ts";
import type { Texts } from "../../../../words/text.ts";
import { useSpeech } from "../../../screen/speech.ts";
import { CloseButton, Dialog } from "../../parts/dialog.tsx";
import { ReasonField } from "../../parts/fields/reason-field.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { type TableForm, SaveSheets } from "../../sheets/save-sheets.tsx";
import { type Ask, type PageFailure, pageFailureOf } from "../../vault/vault-client.ts";
import type { SignedIn } from "../../vault/messages/vault.ts";
import type { ListRow } from "../list-rows.ts";
import { LIST } from "../words.ts";
import { LIST_TABLE } from "./words.ts";
import { listSheet } from "./list-sheet.ts";

export type ListTableProps = {
  readonly ask: Ask;
  readonly member: SignedIn;
  readonly rows: readonly ListRow[];
  readonly onClose: () => void;
};

export function ListTable({ ask, member, rows, onClose }: ListTableProps) {
  const speech = useSpeech();
  const { say, name, today } = speech;
  const [withTitles, setWithTitles] = useState(false);
  const [withDays, setWithDays] = useState(false);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<PageFailure>();
  const isAskedWhy = withTitles || withDays;
  const needsReason = isAskedWhy && reason.trim() === "";
  const make = async (form: TableForm): Promise<readonly Sheet[] | undefined> => {
    setTried(true);
    setFailure(undefined);
    if (needsReason) return undefined;
    try {
      const units = withTitles ? [] : await loadUnits(readDelivery());
      const written = {
        on: today(),
        form,
        cases: rows.length,
        titles: withTitles,
        days: withDays,
        reason: isAskedWhy ? reason.trim() : "",
      };
      await ask("noteListExport", { export: written });
      return [
        listSheet(
          {
            rows,
            units: units.map((unit) => unit.name),
            withTitles,
            withDays,
            channelOf: (id) => name(member.channels.find((one) => one.id === id)?.names),
            nameOf: (id) => name(member.colleagues.find((one) => one.id === id)?.names) || say(LIST.gone),
          },
          speech,
        ),
      ];
    } catch (error) {
      setFailure(pageFailureOf(error));
      return undefined;
    }
  };
  return (
    <Dialog title={say(LIST_TABLE.title, { n: rows.length })} onClose={onClose}>
      <p>{say(LIST_TABLE.lead)}</p>
      <Tick isOn={withTitles} onChange={setWithTitles} text={LIST_TABLE.withTitles} hint={LIST_TABLE.withTitlesHint} />
      <Tick isOn={withDays} onChange={setWithDays} text={LIST_TABLE.withDays} hint={LIST_TABLE.withDaysHint} />
      {isAskedWhy && (
        <ReasonField
          id="list-table-reason"
          label={LIST_TABLE.reason}
          hint={LIST_TABLE.reasonHint}
          fault={isTried && needsReason ? LIST_TABLE.reasonNeeded : undefined}
          value={reason}
          onValue={setReason}
        />
      )}
      <p class="hint">{say(LIST_TABLE.noted)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <SaveSheets name={say(LIST_TABLE.file, { day: today() })} sheets={make} />
      <p class="actions">
        <CloseButton onClose={onClose} />
      </p>
    </Dialog>
  );
}

type TickProps = {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly text: Texts;
  readonly hint: Texts;
};

function Tick({ isOn, onChange, text, hint }: TickProps) {
  const { say } = useSpeech();
  return (
    <label class="tick">
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <span>
        {say(text)}
        <span class="second">{say(hint)}</span>
      </span>
    </label>
  );
}
