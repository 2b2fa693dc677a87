/** People and keys: what stewards say of the directory, who is in it, and what is asked of the holders of the roots. */
import { useState } from "preact/hooks";
import { useSpeech } from "../../screen/speech.ts";
import type { Ask } from "../vault/vault-client.ts";
import { RecoverySlot } from "./recovery/recovery-slot.tsx";
import { RosterSlot } from "./roster/roster-slot.tsx";
import { StatementPanel } from "./statement-panel.tsx";
import { OFFICE } from "./words.ts";

export type OfficeScreenProps = {
  readonly ask: Ask;
  /** Whether this member is one of those who say that the directory holds */
  readonly isSteward: boolean;
};

export function OfficeScreen({ ask, isSteward }: OfficeScreenProps) {
  const { say } = useSpeech();
  // Each begins anew when the other has changed what both show.
  const [turn, setTurn] = useState({ panel: 0, roster: 0 });
  const [proposed, setProposed] = useState<"published" | "signed" | undefined>(undefined);
  return (
    <div class="office-screen">
      <p role="status">
        {proposed !== undefined && say(proposed === "published" ? OFFICE.directoryPublished : OFFICE.directoryProposed)}
      </p>
      {isSteward && (
        <StatementPanel
          key={`panel ${turn.panel}`}
          ask={ask}
          onPublished={() => {
            setProposed(undefined);
            setTurn(({ panel, roster }) => ({ panel, roster: roster + 1 }));
          }}
        />
      )}
      <RosterSlot
        key={`roster ${turn.roster}`}
        shows="roster"
        ask={ask}
        onProposed={(isPublished) => {
          setProposed(isPublished ? "published" : "signed");
          setTurn(({ panel, roster }) => ({ panel: panel + 1, roster: roster + 1 }));
        }}
      />
      <RecoverySlot key={`recovery ${turn.roster}`} ask={ask} />
      {isSteward && <RosterSlot shows="poster" />}
    </div>
  );
}
