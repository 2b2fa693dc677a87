/** An entry of the ledger as it stands. */
import type { LedgerList, LedgerLists } from "../../../client/evaluation/ledger.ts";
import { shownName } from "../files/file-name.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { ENCLOSING, EVALUATING, EVIDENCE_NAMES, HANDED_NAMES } from "./words.ts";

export type EntryFactsProps = { readonly list: LedgerList; readonly entry: object };

export function EntryFacts({ list, entry }: EntryFactsProps) {
  const { say, day, today, list: listed } = useSpeech();
  switch (list) {
    case "obstacles": {
      const { what, remedy, owner, due, done, result } = entry as LedgerLists["obstacles"];
      const isLate = done === null && due !== null && due < today();
      return (
        <>
          <p dir="auto">
            <strong>{what}</strong>
          </p>
          {remedy !== "" && <p dir="auto">{remedy}</p>}
          <p class="second">
            {say(EVALUATING.openFor, {
              owner: owner === "" ? say(EVALUATING.ownerNone) : owner,
              due: due === null ? say(EVALUATING.dueNone) : day(due),
            })}
            {" · "}
            {done === null
              ? say(isLate ? EVALUATING.late : EVALUATING.notDone)
              : say(EVALUATING.doneOn, { day: day(done) })}
          </p>
          {result !== "" && <p dir="auto">{result}</p>}
        </>
      );
    }
    case "evaluations": {
      const { on, period, by, found } = entry as LedgerLists["evaluations"];
      return (
        <>
          <p>
            <strong>{period}</strong> <span class="second">{[day(on), by].join(" · ")}</span>
          </p>
          {found !== "" && <p dir="auto">{found}</p>}
        </>
      );
    }
    case "evidence": {
      const { kind, on, what, where, note, files } = entry as LedgerLists["evidence"];
      return (
        <>
          <p dir="auto">
            <strong>{what}</strong>
          </p>
          <p class="second">{[say(EVIDENCE_NAMES[kind]), day(on), where].filter((one) => one !== "").join(" · ")}</p>
          {files.length > 0 && (
            <p class="second" dir="auto">
              {say(ENCLOSING.filesAre, { names: listed(files.map((file) => shownName(file.name))) })}
            </p>
          )}
          {note !== "" && <p dir="auto">{note}</p>}
        </>
      );
    }
    case "handOvers": {
      const { on, to, matter, reference, answered } = entry as LedgerLists["handOvers"];
      return (
        <>
          <p dir="auto">
            <strong>{matter}</strong>
          </p>
          <p class="second">
            {[say(HANDED_NAMES[to]), day(on), reference].filter((one) => one !== "").join(" · ")}
            {" · "}
            {answered === null ? say(EVALUATING.notDone) : say(EVALUATING.doneOn, { day: day(answered) })}
          </p>
        </>
      );
    }
  }
}
