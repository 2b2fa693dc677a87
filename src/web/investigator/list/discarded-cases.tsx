/** Cases that two members have removed: what stays of them is who agreed, when, and how much room came back. */
import { useSpeech } from "../../screen/speech.ts";
import type { DiscardRow } from "../vault/messages/vault.ts";
import { LIST } from "./words.ts";

const KIB_A_MIB = 1_024;

export function DiscardedCases({ discards }: { readonly discards: readonly DiscardRow[] }) {
  const { say, day, name } = useSpeech();
  const gone = discards
    .filter(({ standing }) => standing === "removed")
    .toSorted((a, b) => ((a.removedOn ?? "") < (b.removedOn ?? "") ? 1 : -1));
  if (gone.length === 0) return null;
  return (
    <section class="empty" aria-labelledby="discarded-title">
      <h2 id="discarded-title">{say(LIST.removedTitle)}</h2>
      <ul>
        {gone.map(({ handle, registerNumber, proposed, agreed, removedOn, freedKiB }) => (
          <li key={handle}>
            <strong>{registerNumber}</strong>{" "}
            {say(LIST.removedLine, {
              day: day(removedOn ?? proposed.on),
              one: name(proposed.names),
              two: name(agreed?.names),
              size: (freedKiB / KIB_A_MIB).toFixed(1),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
