/** Figures as files: all of it in one table, or a table a sheet. That they leave is written down first. */
import { useState } from "preact/hooks";
import type { Sheet } from "../../../client/sheets/sheet.ts";
import { useSpeech } from "../../screen/speech.ts";
import { FailureNotice } from "../parts/notices.tsx";
import { type TableForm, SaveSheets } from "../sheets/save-sheets.tsx";
import { type Ask, type PageFailure, pageFailureOf } from "../vault/vault-client.ts";
import type { SignedIn } from "../vault/messages/vault.ts";
import { sheetsOf } from "./figure-sheets.ts";
import { useSafeCount } from "./safe-count.ts";
import type { Counted } from "./use-figures.ts";
import { FIGURES } from "./words.ts";
import { Icon } from "../parts/icons.tsx";

type ExportsProps = {
  readonly ask: Ask;
  readonly counted: Counted;
  readonly channels: SignedIn["channels"];
};

export function Exports({ ask, counted: { figures, counting }, channels }: ExportsProps) {
  const speech = useSpeech();
  const { say, name, today } = speech;
  const [failure, setFailure] = useState<PageFailure>();
  const safe = useSafeCount(figures.received);
  const { period } = counting;
  const channelName = (id: string | undefined) =>
    name(channels.find((one) => one.id === id)?.names) || say(FIGURES.goneChannel);
  const make = async (form: TableForm): Promise<readonly Sheet[] | undefined> => {
    setFailure(undefined);
    try {
      await ask("noteFiguresExport", { export: { on: today(), what: "figures", form, ...period } });
      return sheetsOf({ figures, period, safe, channelName }, speech);
    } catch (error) {
      setFailure(pageFailureOf(error));
      return undefined;
    }
  };
  return (
    <details class="exports">
      <summary class="button">
        <Icon name="download" /> {say(FIGURES.save)}
      </summary>
      <div>
        <SaveSheets name={`segel-${say(FIGURES.title).toLowerCase()}-${period.from}-${period.to}`} sheets={make} />
        {failure !== undefined && <FailureNotice failure={failure} />}
        <p class="second">{say(FIGURES.noted)}</p>
      </div>
    </details>
  );
}
