/** Entries of the office's audit trail that came along with a file: who signed each, and which row of the file it wrote. */
import type { ProvedActs } from "../../../client/case-file/case-proof.ts";
import { ACT_NAMES } from "../../../words/acts.ts";
import { sayCode } from "../../../words/codes.ts";
import { useSpeech } from "../../screen/speech.ts";
import { ROW_NAMES, TRAIL } from "./words.ts";

type TrailProps = {
  readonly audit: ProvedActs | undefined;
  /** Of the members whom the file's list names, by id */
  readonly names: ReadonlyMap<string, Readonly<Record<string, string>>>;
};

export function TrailOfFile({ audit, names }: TrailProps) {
  const { say, day, name } = useSpeech();
  if (audit === undefined)
    return (
      <section class="stack">
        <h3>{say(TRAIL.title)}</h3>
        <p>{say(TRAIL.none)}</p>
      </section>
    );
  return (
    <section class="stack">
      <h3>{say(TRAIL.title)}</h3>
      <p>{say(TRAIL.lead, { n: audit.acts.length })}</p>
      <ol class="trail" tabIndex={0} aria-label={say(TRAIL.title)}>
        {audit.acts.map(({ entry, day: on, act, by, row }) => (
          <li key={entry}>
            <p>
              <strong>{say(TRAIL.entry, { entry: String(entry) })}</strong>, {day(on)}, <bdi>{name(names.get(by))}</bdi>
            </p>
            <p class="muted">
              {row === undefined
                ? `${sayCode(say, ACT_NAMES, act, act)}. ${say(TRAIL.noRow)}`
                : say(ROW_NAMES[row.in], { number: String(row.number) })}
            </p>
          </li>
        ))}
      </ol>
      <p>{say(TRAIL.compare)}</p>
      <p class="hex">{audit.key}</p>
    </section>
  );
}
