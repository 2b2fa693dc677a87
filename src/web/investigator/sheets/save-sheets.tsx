/** Buttons under a table: as a spreadsheet, and as CSV where it is one table. */
import { useState } from "preact/hooks";
import type { Sheet } from "../../../client/sheets/sheet.ts";
import { saveBytes } from "../../shared/save-blob.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Icon } from "../parts/icons.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { getTables } from "./tables.ts";
import { SHEETS } from "./words.ts";

export type SaveSheetsProps = {
  /** Of the file, without its ending */
  readonly name: string;
  /** Made when somebody asks for them. Undefined: not now, and why is said there */
  readonly sheets: (form: TableForm) => readonly Sheet[] | undefined | Promise<readonly Sheet[] | undefined>;
  /** Whether it is one table, which a CSV can hold */
  readonly isOne?: boolean;
};

export type TableForm = "xlsx" | "csv";

export function SaveSheets({ name, sheets, isOne = true }: SaveSheetsProps) {
  const { say } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<string>();
  const [failed, setFailed] = useState(false);
  const save = async (form: TableForm): Promise<void> => {
    setBusy(true);
    setFailed(false);
    setSaved(undefined);
    try {
      const { csvOf, workbookOf } = await getTables();
      const all = await sheets(form);
      const [first] = all ?? [];
      if (all === undefined || first === undefined) return;
      const file = `${name}.${form}`;
      saveBytes(form === "csv" ? csvOf(first) : await workbookOf(all), file);
      setSaved(file);
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p class="actions">
        <button type="button" class="button primary" disabled={busy} onClick={() => void save("xlsx")}>
          <Icon name="download" /> {say(SHEETS.workbook)}
        </button>
        {isOne && (
          <button type="button" class="button" disabled={busy} onClick={() => void save("csv")}>
            <Icon name="download" /> {say(SHEETS.csv)}
          </button>
        )}
      </p>
      <p role="status">
        {saved !== undefined && (
          <>
            <Icon name="check" /> {say(SHEETS.saved, { name: saved })}
          </>
        )}
      </p>
      {failed && <FailureNotice failure={{ kind: "page", code: "not-loaded" }} />}
    </>
  );
}
